"""Statistics in words: times with what they leave out, counts, feelings, one path or all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from blueprint_editor.checks.statistics_tables import make_tables
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Barrier, Duration, Persona, Variant
from tests.checks.blueprints import PHASES, change, make_blueprint, mark
from tests.model.strategies import documents

LOCALE = Path(__file__).parents[2] / "resources" / "locale"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en", LOCALE)
    yield
    use_language("en", LOCALE)


def make() -> Document:
    days = Duration(min=2, max=4, unit="days")
    document = change(make_blueprint(), "c1", duration=days, emotion=-1)
    document = change(document, "f1", duration=Duration(min=3, unit="days"))
    document = change(document, "c2", duration=Duration(min=1, max=1, unit="weeks"))
    waits = mark("m1", "c3", "wait", duration=Duration(text="pitkään"))
    later = mark("m2", "s2", "wait", duration=Duration(min=3, max=3, unit="weeks"))
    return document.changed(marks=(waits, later, mark("m3", "c1", "critical_point")))


def rows(document: Document, title: str, variant: str | None = None) -> list[tuple[str, ...]]:
    tables = {table.title: table for table in make_tables(DerivedFacts(document), variant)}
    return list(tables[title].rows)


def test_times_of_each_phase_and_in_all_with_waits_apart() -> None:
    assert rows(make(), "Times") == [
        ("1 Vaihe 1", "at least 3 days", "–"),
        ("2 Vaihe 2", "1 week", "3 weeks"),
        ("3 Vaihe 3", "–", "no number"),
        ("In all", "at least 1.4 weeks, roughly", "3 weeks"),
    ]


def test_notes_say_what_is_not_in_the_sums() -> None:
    (times, *_others) = make_tables(DerivedFacts(make()))
    assert times.notes == (
        "What stands in one step happens side by side: only the longest of it is counted.",
        "Waits are counted apart; they are not in the time that a phase takes.",
        "1 duration has no number and is not in the sums.",
    )
    (empty, *_others) = make_tables(DerivedFacts(make_blueprint()))
    assert empty.notes[0].startswith("No durations yet")
    stated = PHASES[0].changed(duration=Duration(min=1, max=1, unit="days"))
    (own, *_others) = make_tables(DerivedFacts(make().changed(phases=(stated, *PHASES[1:]))))
    assert "Where a phase has a duration of its own" in own.notes[2]


def test_counts_and_feelings() -> None:
    assert rows(make(), "Actors")[1] == ("Ohjaaja", "3", "0", "0", "0", "0")
    assert rows(make(), "Lanes")[1] == ("Asiakas", "3", "2", "0")
    assert rows(make(), "Feelings and marks")[3] == ("difficult (−1)", "1", "1", "0", "0")


def test_tables_that_say_nothing_are_left_out() -> None:
    titles = [table.title for table in make_tables(DerivedFacts(make_blueprint()))]
    assert titles == ["Times", "Actors", "Lanes"]
    assert make_tables(DerivedFacts(Document(id="d", title="", language="fi"))) == ()


def test_one_path_alone() -> None:
    paths = (Variant(id="va", name="Aino"), Variant(id="vb", name="Bo"))
    document = change(make().changed(variants=paths), "c2", variants=("vb",))
    assert rows(document, "Times", "va")[1] == ("2 Vaihe 2", "–", "3 weeks")
    assert rows(document, "Paths") == [
        ("Aino", "9", "0", "2", "0"),
        ("Bo", "10", "1", "2", "0"),
    ]


def test_they_speak_the_language_of_the_program() -> None:
    use_language("fi", LOCALE)
    assert rows(make(), "Ajat")[-1] == ("Yhteensä", "vähintään 1,4 viikkoa, karkeasti", "3 viikkoa")


@given(documents())
def test_any_document_has_rows_as_wide_as_their_heads(document: Document) -> None:
    for variant in (None, *(variant.id for variant in document.variants)):
        for table in make_tables(DerivedFacts(document), variant):
            assert {len(row) for row in table.rows} == {len(table.heads)}


def test_what_has_votes_stands_with_the_most_first() -> None:
    document = change(change(make_blueprint(), "c1", votes=2), "f1", votes=5)
    point = mark("m1", "c1", "critical_point", votes=5).changed(text="Jono")
    document = document.changed(marks=(point,))
    voted = rows(document, "Votes")
    assert voted[0] == ("1.2 critical point 1: Jono", "5")
    assert [votes for _text, votes in voted] == ["5", "5", "2"]


def test_barriers_are_counted_by_where_they_are() -> None:
    around = mark("m1", "c1", "barrier").changed(barrier_kind="environment")
    persona = Persona(
        id="p1", name="Keksitty", barriers=(Barrier(id="b1", text="Kipu", kind="person"),)
    )
    document = make_blueprint().changed(
        marks=(around, mark("m2", "c2", "barrier")), personas=(persona,)
    )
    assert rows(document, "Barriers") == [
        ("person", "0", "1"),
        ("environment", "1", "0"),
        ("not told", "1", "0"),
    ]
