"""Faults of files are told in the language of the window, with their place."""

from collections.abc import Iterator

import pytest

from blueprint_editor.language.texts import use_language
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.storage.format import parse_document
from blueprint_editor.ui.file_faults import tell_message, tell_problem
from blueprint_editor.ui.sentences import tell_details, tell_error
from tests.model import test_integrity
from tests.storage import test_format
from tests.storage.test_format import minimal, wrap
from tests.ui.test_texts import LOCALE


@pytest.fixture
def _finnish() -> Iterator[None]:
    use_language("fi", LOCALE)
    yield
    use_language("en", LOCALE)


def _list_cases(test: object) -> list[tuple[object, ...]]:
    """Return what a test of the rooms below tries, so that no kind is forgotten here."""
    return [case for mark in getattr(test, "pytestmark", ()) for case in mark.args[1]]


def test_every_broken_rule_between_records_has_a_sentence() -> None:
    cases = _list_cases(test_integrity.test_a_broken_rule_is_found_at_its_place)
    found = [
        problem
        for path, value, *_ in cases
        for problem in test_integrity.find(test_integrity.change(path, value))
    ]
    assert len(found) >= len(cases) > 40
    assert [problem.message for problem in found if not tell_message(problem.message)] == []


def test_every_fault_of_a_file_has_a_sentence() -> None:
    cases = _list_cases(test_format.test_a_broken_file_is_refused_with_its_reason)
    small = [data for data, *_ in cases if isinstance(data, bytes) and len(data) < 2_000_000]
    small.append(
        wrap(
            minimal(
                state="later",
                changed_on="2026-13-01",
                language="suomi!",
                phases=[{"id": "9x", "name": 5}, {"id": "p1", "name": "", "colour": "red"}],
                cards=[{"votes": 1.5}, {"emotion": 3}, {"links": [{"id": "k", "url": "x:y"}]}],
                tags=7,
                comments=[{"id": "k1", "text": "", "resolved": 1, "at": "soon"}],
            )
        )
    )
    untold = []
    for data in small:
        with pytest.raises(DocumentError) as caught:
            parse_document(data)
        untold += [p.message for p in caught.value.problems if not tell_message(p.message)]
    assert untold == []


@pytest.mark.usefixtures("_finnish")
@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (
            Problem("/document/cards/3/step", 'unknown step "s9"'),
            (
                "Kortti 4, kenttä ”step”: Tiedostossa ei ole tällaista: askel ”s9”. "
                "(/document/cards/3/step)"
            ),
        ),
        (
            Problem("/document/snapshots/0/document/cards/1/links/0/url", "must be text"),
            (
                "Nimetty versio 1, kortti 2, kenttä ”links.1.url”: Tässä pitää olla tekstiä. "
                "(/document/snapshots/0/document/cards/1/links/0/url)"
            ),
        ),
        (
            Problem("", "is not JSON at line 3, column 7: Expecting ',' delimiter"),
            "Rivi 3, merkki 7: tiedosto ei ole tästä ehjä. Pilkku tai loppusulje puuttuu.",
        ),
        (Problem("", "something new"), "something new"),
    ],
)
def test_place_and_fault_are_told_in_finnish(problem: Problem, told: str) -> None:
    assert tell_problem(problem) == told


@pytest.mark.usefixtures("_finnish")
def test_file_that_is_no_blueprint_is_told_without_unfolding_details() -> None:
    with pytest.raises(DocumentError) as caught:
        parse_document(b"{}")
    assert tell_error(caught.value, is_reading=True).startswith("Tiedosto ei ole service blueprint")
    assert tell_details(caught.value).startswith("Tiedosto ei ole service blueprint")
