import dataclasses
import re
from collections.abc import Mapping
from typing import get_args

import pytest

from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.model import kinds
from blueprint_editor.model.derived import BoundaryKind
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Duration, Handover, Project

KINDS = {
    "boundaries": BoundaryKind,
    "lanes": kinds.Role,
    "marks": kinds.MarkKind,
    "connectors": kinds.ConnectorKind,
    "legend_mark": kinds.MarkKind,
    "legend_connector": kinds.ConnectorKind,
    "leads": kinds.ConnectorKind,
    "channels": kinds.Channel,
    "certainties": kinds.Certainty,
    "statuses": kinds.DocumentStatus,
    "states": kinds.DocumentState,
    "actor_kinds": kinds.ActorKind,
    "handover_bases": kinds.HandoverBasis,
    "barrier_kinds": kinds.BarrierKind,
    "units": kinds.DurationUnit,
}


@pytest.fixture(params=["fi", "sv", "en"])
def terms(request: pytest.FixtureRequest) -> Terms:
    return find_terms(request.param)


@pytest.mark.parametrize("field", KINDS)
def test_every_kind_of_the_format_has_its_word(terms: Terms, field: str) -> None:
    assert set(getattr(terms, field)) == set(get_args(KINDS[field]))


def test_fields_are_those_of_the_records(terms: Terms) -> None:
    assert set(terms.project_fields) <= set(Project.model_fields)
    assert set(terms.handover_fields) <= set(Handover.model_fields)
    assert set(terms.emotions) == {-2, -1, 0, 1, 2}


def test_languages_have_the_same_keys_and_no_empty_words(terms: Terms) -> None:
    finnish = find_terms("fi")
    for field in dataclasses.fields(Terms):
        words = getattr(terms, field.name)
        assert words, field.name
        if isinstance(words, Mapping):
            assert set(words) == set(getattr(finnish, field.name))
            assert all(all(w) if isinstance(w, tuple) else w for w in words.values()) or (
                field.name == "lanes"
            )


def test_no_words_are_left_untranslated() -> None:
    """Except for words that truly are the same in two languages."""
    same = {"information", "risk", "team", "system", "min", "version {}", "person", "idea"}
    same |= {"Social", "Organisation", "kk", "kort", "steg", "ark", "", "fi", "sv", "en"}
    for one, other in (("fi", "sv"), ("fi", "en"), ("sv", "en")):
        shared = set(_strings(find_terms(one))) & set(_strings(find_terms(other)))
        assert {s for s in shared if s not in same and re.search(r"\w", s)} == set()


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value):
        values = [getattr(value, field.name) for field in dataclasses.fields(value)]
    elif isinstance(value, Mapping):
        values = list(value.values())
    else:
        values = list(value) if isinstance(value, tuple) else []
    return [text for inner in values for text in _strings(inner)]


def test_other_languages_get_english_words() -> None:
    assert find_terms("et") is find_terms("en") or find_terms("et").language == "en"
    assert find_terms("sv-FI").language == "sv"
    assert find_terms("FI").headings.legend == "Näin luet polkua"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fi", "22.11.2026"), ("sv", "22.11.2026"), ("en", "22 November 2026")],
)
def test_dates(language: str, expected: str) -> None:
    assert find_terms(language).date("2026-11-22") == expected


@pytest.mark.parametrize(
    ("duration", "fi", "sv", "en"),
    [
        (Duration(min=3, max=24, unit="months"), "3–24 kk", "3–24 månader", "3–24 months"),
        (Duration(min=1, max=1, unit="weeks"), "1 viikko", "1 vecka", "1 week"),
        (Duration(min=2, max=2, unit="weeks"), "2 viikkoa", "2 veckor", "2 weeks"),
        (Duration(max=4, unit="days"), "enintään 4 päivää", "högst 4 dagar", "up to 4 days"),
        (Duration(min=1, unit="years"), "vähintään 1 vuosi", "minst 1 år", "at least 1 year"),
        (Duration(min=1.5, max=1.5, unit="hours"), "1,5 tuntia", "1,5 timmar", "1.5 hours"),
        (Duration(min=0, max=10, unit="minutes"), "0–10 min", "0–10 min", "0–10 min"),
        (Duration(text="viikkoja"), "viikkoja", "viikkoja", "viikkoja"),
        (Duration(unit="weeks"), "", "", ""),
    ],
)
def test_durations(duration: Duration, fi: str, sv: str, en: str) -> None:
    found = [find_terms(language).duration(duration) for language in ("fi", "sv", "en")]
    assert found == [fi, sv, en]


def test_status_and_owner_lines_leave_out_what_is_not_given() -> None:
    terms = find_terms("fi")
    document = Document(id="d", title="T", language="fi", version="3", changed_on="2026-11-22")
    assert terms.status_line(document) == "Luonnos · versio 3 · 22.11.2026"
    assert terms.status_line(Document(id="d", title="T", language="fi")) == "Luonnos"
    project = Project(owner="hanketiimi", next_review="2027-11-01")
    assert terms.owner_line(project) == "Omistaja: hanketiimi · tarkistetaan 11/2027"
    assert terms.owner_line(Project()) == ""


def test_connectors_in_words() -> None:
    assert find_terms("fi").leads_to("flow", "2.1") == "johtaa korttiin 2.1"
    assert find_terms("en").leads_to("handover", "2.1", "H1") == "hands over to 2.1 (H1)"


def test_counted_nouns() -> None:
    assert [find_terms("fi").count("phase", n) for n in (1, 7)] == ["1 vaihe", "7 vaihetta"]
    assert [find_terms("en").count("card", n) for n in (1, 0)] == ["1 card", "0 cards"]
