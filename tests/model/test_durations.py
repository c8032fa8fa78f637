"""Durations summed along a path: ranges, open ends, mixed units, side by side, waits apart."""

from typing import Any

import pytest
from hypothesis import given

from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.durations import TimeSum, add_up, find_longest, measure, sum_times
from blueprint_editor.model.records import Duration, Variant
from tests.checks.blueprints import PHASES, STEPS, change, link, make_blueprint, mark
from tests.model.strategies import documents


def lasts(low: float | None = None, high: float | None = None, unit: Any = "days") -> Duration:
    return Duration(min=low, max=high, unit=unit)


def tell(time: TimeSum) -> str:
    duration = time.as_duration()
    return "" if duration is None else find_terms("en").duration(duration)


@pytest.mark.parametrize(
    ("parts", "told", "is_rough"),
    [
        ([lasts(2, 2), lasts(3, 3)], "5 days", False),
        ([lasts(2, 4), lasts(3, 3)], "5–7 days", False),
        ([lasts(2), lasts(3, 3)], "at least 5 days", False),
        ([lasts(None, 2), lasts(None, 3)], "up to 5 days", False),
        ([lasts(None, 2), lasts(1)], "at least 1 day", False),
        ([lasts(4, 2)], "2–4 days", False),
        ([lasts(45, 45, "minutes"), lasts(60, 60, "minutes")], "105 min", False),
        ([lasts(60, 60, "minutes"), lasts(90, 90, "minutes")], "2.5 hours", False),
        ([lasts(3, 3, "weeks"), lasts(2, 3, "months")], "2.7–3.7 months", True),
        ([lasts(0.1, 0.1, "days")] * 3, "0.3 days", False),
        ([Duration(text="viikkoja")], "", False),
        ([lasts(0, 0)], "0 days", False),
        ([], "", False),
    ],
)
def test_durations_one_after_another(parts: list[Duration], told: str, is_rough: bool) -> None:
    time = add_up(map(measure, parts))
    assert (tell(time), time.is_rough) == (told, is_rough)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([lasts(2, 2), lasts(3, 3)], "3 days"),
        ([lasts(2, 5), lasts(3, 3)], "3–5 days"),
        ([lasts(2), lasts(3, 9)], "at least 3 days"),
        ([lasts(1, 1, "hours"), lasts(3, 3)], "3 days"),
    ],
)
def test_durations_side_by_side(parts: list[Duration], told: str) -> None:
    assert tell(find_longest(map(measure, parts))) == told


def test_words_and_bare_numbers_are_counted_but_not_summed() -> None:
    parts = [Duration(text="pian"), Duration(min=3), Duration(), Duration(unit="days"), lasts(1, 1)]
    time = add_up(map(measure, parts))
    assert (time.measured, time.untold) == (1, 2)


def times(document: Document, variant: str | None = None) -> list[tuple[str, str]]:
    path = sum_times(DerivedFacts(document), variant)
    told = [(tell(phase.doing), tell(phase.waiting)) for phase in path.phases]
    return [*told, (tell(path.doing), tell(path.waiting))]


def test_a_path_is_as_long_as_the_longest_of_each_step() -> None:
    document = change(make_blueprint(), "c1", duration=lasts(2, 2))
    document = change(document, "f1", duration=lasts(3, 3))
    document = change(document, "c3", duration=lasts(1, 4))
    assert times(document) == [("3 days", ""), ("", ""), ("1–4 days", ""), ("4–7 days", "")]


def test_what_steps_and_phases_say_themselves_goes_before_their_parts() -> None:
    document = change(make_blueprint(), "c1", duration=lasts(2, 2))
    steps = (STEPS[0].changed(duration=lasts(5, 5)), *STEPS[1:])
    assert times(document.changed(steps=steps))[0] == ("5 days", "")
    phases = (PHASES[0].changed(duration=lasts(1, 2, "weeks")), *PHASES[1:])
    stated = document.changed(steps=steps, phases=phases)
    assert times(stated)[0] == ("1–2 weeks", "")
    assert [p.is_stated for p in sum_times(DerivedFacts(stated)).phases] == [True, False, False]


def test_waits_stand_apart_and_follow_each_other_on_one_card() -> None:
    waits = (
        mark("m1", "c1", "wait", duration=lasts(2, 2)),
        mark("m2", "k1", "wait", duration=lasts(3, 3)),
        mark("m3", "f1", "wait", duration=lasts(4, 4)),
        mark("m4", "s2", "wait", duration=lasts(6, 6)),
        mark("m5", "v2", "wait", duration=lasts(1, 1)),
        mark("m6", "c2", "critical_point", duration=lasts(99, 99)),
    )
    assert times(make_blueprint(marks=waits)) == [
        ("", "5 days"), ("", "7 days"), ("", ""), ("", "12 days"),
    ]  # fmt: skip


def test_only_one_path_and_only_what_is_shown_is_counted() -> None:
    document = make_blueprint(
        variants=(Variant(id="va", name="A"), Variant(id="vb", name="B")),
        marks=(
            mark("m1", "c1", "wait", duration=lasts(2, 2)),
            mark("m2", "k9", "wait", duration=lasts(8, 8)),
        ),
        connectors=(link("k9", "f2", "f3", variants=("vb",)),),
    )
    document = change(document, "c1", variants=("va",), duration=lasts(1, 1))
    document = change(document, "b1", duration=lasts(50, 50))
    document = change(document, "l-back", hidden=True)
    assert times(document, "va")[-1] == ("1 day", "2 days")
    assert times(document, "vb")[-1] == ("", "8 days")
    assert times(document)[-1] == ("1 day", "10 days")


@given(documents())
def test_any_document_has_a_length(document: Document) -> None:
    path = sum_times(DerivedFacts(document))
    for time in (path.doing, path.waiting):
        assert time.high is None or time.low <= time.high or not time.measured
        time.as_duration()
