"""Commands on cards: their text, their place, new ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import replace_parts, replace_records
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.rules import CardPlace, find_place_problem
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card

_SortKey: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True)
class SetCardText:
    """Give a card another text: the shortest way to what SetField does for any field."""

    card: str
    text: str
    name: str = msgid("text edit")

    @property
    def merge_key(self) -> tuple[str, ...]:
        return ("field", "text", self.card)

    def apply(self, document: Document) -> Document:
        """Raises InvalidValueError for a text that the format forbids."""
        for index, card in enumerate(document.cards):
            if card.id == self.card:
                if card.text == self.text:
                    return document
                changed = change_record(card, text=self.text)
                return replace_records(document, "cards", {index: changed})
        raise CommandRefusedError("unknown_record", self.card)


@dataclass(frozen=True)
class AddCard:
    """Put a new card into a cell, before the ``position``-th card there (None = at its end)."""

    card: Card
    position: int | None = None
    name: str = msgid("new card")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        problem = find_place_problem(document, self.card.lane, self.card.step)
        if problem is not None:
            raise problem
        added = replace_parts(document, cards=(*document.cards, self.card))
        place = CardPlace(self.card.id, self.card.lane, self.card.step, self.position)
        return MoveCards((place,)).apply(added)


@dataclass(frozen=True)
class MoveCards:
    """Bring cards to their new places, all at once; cards of one cell in the order given."""

    places: tuple[CardPlace, ...]
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("card move") if len(self.places) == 1 else msgid("card moves")

    def apply(self, document: Document) -> Document:
        for lane, step in {(place.lane, place.step) for place in self.places}:
            if (problem := find_place_problem(document, lane, step)) is not None:
                raise problem
        return place_cards(document, self.places)


def place_cards(document: Document, places: Sequence[CardPlace]) -> Document:
    """Return the document with cards at other places; which cells take cards is not asked.

    Raises:
        CommandRefusedError: ``unknown_record``.
    """
    positions = {card.id: position for position, card in enumerate(document.cards)}
    if missing := [place.card for place in places if place.card not in positions]:
        raise CommandRefusedError("unknown_record", *missing)
    keys = _find_sort_keys(document.cards, places, positions)
    moved = {place.card: place for place in places}
    cards = sorted(document.cards, key=lambda card: keys[card.id])
    result = tuple(_at_place(card, moved.get(card.id)) for card in cards)
    return replace_parts(document, cards=result)


def _at_place(card: Card, place: CardPlace | None) -> Card:
    if place is None or (card.lane, card.step) == (place.lane, place.step):
        return card
    return card.changed(lane=place.lane, step=place.step)


def _find_sort_keys(
    cards: Sequence[Card], places: Iterable[CardPlace], positions: dict[str, int]
) -> dict[str, _SortKey]:
    """Return card id → sort key; cards that stay keep their order, those moved fall between.

    A card that comes into an empty cell keeps its position in the file, so that a version
    control system shows one changed line.
    """
    keys: dict[str, _SortKey] = {card.id: (positions[card.id], 0, 0) for card in cards}
    moving = {place.card for place in places}
    staying: dict[tuple[str, str], list[int]] = {}
    for card in cards:
        if card.id not in moving:
            staying.setdefault((card.lane, card.step), []).append(positions[card.id])
    arrived: dict[tuple[str, str], int] = {}
    for number, place in enumerate(places, 1):
        cell = (place.lane, place.step)
        there = staying.get(cell)
        if there is None:
            first = arrived.setdefault(cell, positions[place.card])
            keys[place.card] = (first, 0, number)
        elif place.position is None or place.position >= len(there):
            keys[place.card] = (there[-1], 1, number)
        else:
            keys[place.card] = (there[max(0, place.position)], -1, number)
    return keys
