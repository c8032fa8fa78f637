"""What a comment round asks about: the cards of a named version, by code, in reading order."""

from typing import NamedTuple

from blueprint_editor.language.round_words import WHOLE_CODE, RoundWords, find_round_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.filtering import apply_filter


class RoundRow(NamedTuple):
    """A row without its two empty cells for the comment and who makes it."""

    code: str
    phase: str
    lane: str
    text: str


class Round(NamedTuple):
    """A comment round as its files tell it; ``key`` is the id of the named version."""

    title: str
    version: str
    key: str
    language: str
    words: RoundWords
    rows: tuple[RoundRow, ...]


def make_round(version: Snapshot) -> Round:
    """Return what is asked about a named version: what its poster shows."""
    content = version.document
    words = find_round_words(content.language)
    return Round(
        words.title.format(content.title),
        words.version.format(name=version.name, key=version.id),
        version.id,
        content.language,
        words,
        (RoundRow(WHOLE_CODE, "", "", words.whole), *_list_cards(content)),
    )


def _list_cards(content: DocumentContent) -> list[RoundRow]:
    facts, roles = DerivedFacts(content), find_terms(content.language).lanes
    shown = {card.id for card in apply_filter(content).document.cards}
    lanes = {lane.id: lane.name.strip() or roles[lane.role].name for lane in facts.lanes}
    return [
        RoundRow(
            facts.card_codes[card.id],
            f"{facts.phase_numbers[phase.id]} {phase.name}".strip(),
            lanes[card.lane],
            card.text,
        )
        for card in facts.reading_order
        if card.lane in lanes and card.id in shown
        for phase in (facts.phase_of_step[card.step],)
    ]


def open_version(document: Document, content: DocumentContent) -> Document:
    """Return a named version of a document as a document of its own, with the images."""
    fields = {name: getattr(content, name) for name in DocumentContent.model_fields}
    return document.model_copy(update=fields)
