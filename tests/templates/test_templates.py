"""The templates load, teach in plain words, and are the same blueprint in each language."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.texts import iter_texts
from blueprint_editor.storage.format import dump_document, load_document

FOLDER = Path(__file__).parents[2] / "resources" / "templates"
LANGUAGES = ("fi", "sv", "en")
MAX_CARD_WORDS = 12
CARDS = {
    "empty": 0,
    "before-core-after": 15,
    "joint-service": 18,
    "client-and-employer": 18,
    "study-path": 18,
    "co-development": 19,
    "future-workshop": 19,
}
WELFARE = ("joint-service", "client-and-employer")
BASIC_ROLES = ["evidence", "customer", "frontstage", "backstage", "support"]


def _path(name: str, language: str) -> Path:
    return FOLDER / f"{name}.{language}.blueprint.json"


@cache
def _template(name: str, language: str) -> Document:
    return load_document(_path(name, language))


@pytest.fixture(params=CARDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def template(name: str, language: str) -> Document:
    return _template(name, language)


def _shape(record: Record) -> dict[str, Any]:
    """The record with each text replaced by whether there is one."""
    texts = dict(iter_texts(record))
    shape: dict[str, Any] = {}
    for field in type(record).model_fields:
        value = getattr(record, field)
        if field in texts:
            shape[field] = bool(texts[field])
        elif isinstance(value, Record):
            shape[field] = _shape(value)
        elif isinstance(value, tuple):
            shape[field] = [_shape(v) if isinstance(v, Record) else v for v in value]
        elif field != "language":
            shape[field] = value
    return shape


def _texts(record: Record) -> Iterator[str]:
    for _, text in iter_texts(record):
        if text:
            yield text
    for field in type(record).model_fields:
        value = getattr(record, field)
        for part in value if isinstance(value, tuple) else ():
            if isinstance(part, Record) and "id" in type(part).model_fields:
                yield from _texts(part)


def test_every_template_is_there_in_three_languages() -> None:
    wanted = {_path(name, language) for name in CARDS for language in LANGUAGES}
    assert set(FOLDER.iterdir()) == wanted


def test_writing_a_template_gives_the_same_bytes(
    name: str, language: str, template: Document
) -> None:
    assert dump_document(template) == _path(name, language).read_bytes()


def test_the_structure_is_the_same_in_each_language(name: str) -> None:
    finnish, swedish, english = (_shape(_template(name, language)) for language in LANGUAGES)
    assert finnish == swedish
    assert finnish == english


def test_the_words_are_those_of_the_language(name: str) -> None:
    titles = {_template(name, language).title for language in LANGUAGES}
    assert len(titles) == len(LANGUAGES)
    for one, other in (("fi", "sv"), ("sv", "en"), ("fi", "en")):
        cards = zip(_template(name, one).cards, _template(name, other).cards, strict=True)
        assert [a.id for a, b in cards if a.text == b.text] == []


def test_parts_and_project(name: str, language: str, template: Document) -> None:
    assert template.language == language
    assert template.description
    assert template.project is None
    assert not template.subtitle
    assert not template.personas
    assert len(template.cards) == CARDS[name]
    assert {step.phase for step in template.steps} == {phase.id for phase in template.phases}
    assert all(lane.name and lane.hint for lane in template.lanes)


def test_lanes(name: str, template: Document) -> None:
    roles = [lane.role for lane in template.lanes if lane.role != "emotion"]
    if name == "client-and-employer":
        assert roles.count("customer") == 2
        roles.remove("customer")
    assert roles == BASIC_ROLES
    curves = [lane.of for lane in template.lanes if lane.role == "emotion"]
    customers = [lane.id for lane in template.lanes if lane.role == "customer"]
    assert curves == ([] if name == "empty" else customers)


def test_cards_are_short_prompts_tied_together(name: str, template: Document) -> None:
    for card in template.cards:
        assert len(card.text.split()) <= MAX_CARD_WORDS, card.text
    if name != "empty":
        assert sum(card.text.endswith("?") for card in template.cards) > len(template.cards) / 2
        tied = {end for c in template.connectors for end in (c.source, c.target)}
        evidence = {card.id for card in template.cards if card.lane == "l-evidence"}
        assert tied == {card.id for card in template.cards} - evidence
        assert {mark.kind for mark in template.marks} >= {"critical_point", "solution"}


def test_actors_are_used_and_told_apart(template: Document) -> None:
    used = {actor for card in template.cards for actor in card.actors}
    assert used == {actor.id for actor in template.actors}
    shorts = [actor.short for actor in template.actors]
    assert len(set(shorts)) == len(shorts)
    assert all(re.fullmatch(r"[A-ZÅÄÖ]{2,3}", short) for short in shorts)


def test_handovers_ask_for_all_that_a_handover_needs() -> None:
    for language in LANGUAGES:
        handovers = [
            connector.handover
            for connector in _template("joint-service", language).connectors
            if connector.kind == "handover"
        ]
        assert len(handovers) == 3
        for handover in handovers:
            assert handover is not None
            assert all(handover.model_dump().values())


def test_swedish_says_client_in_the_welfare_templates_only(name: str) -> None:
    words = " ".join(_texts(_template(name, "sv"))).lower()
    is_welfare = name in WELFARE
    assert bool(re.search(r"\bklient", words)) == is_welfare
    assert not (is_welfare and re.search(r"\bkund", words))


_BAD_SETTING = re.compile(r"  |\s[,.;:?!]|\d-\d|[\"']|\s$|^\s| - |\.\.")


def test_texts_are_well_set(template: Document) -> None:
    for text in _texts(template):
        assert not _BAD_SETTING.search(text), text
