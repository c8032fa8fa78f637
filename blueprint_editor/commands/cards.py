"""Commands on cards: their text, their place, new ones."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
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

    Cards that stay keep their order. One that comes into an empty cell keeps its position in the
    file, so that a version control system shows one changed line.

    Raises:
        CommandRefusedError: ``unknown_record``.
    """
    moved = {place.card: place for place in places}
    cards = document.cards
    staying = [card for card in cards if card.id not in moved]
    positions = {card.id: i for i, card in enumerate(cards) if card.id in moved}
    if missing := [card for card in moved if card not in positions]:
        raise CommandRefusedError("unknown_record", *missing)
    keys = _find_sort_keys(cards, places, positions)
    left = sorted(positions.values())
    result: list[Card] = []
    taken = 0
    for card_id in sorted(keys, key=keys.__getitem__):
        position, side, _ = keys[card_id]
        before = position - bisect_left(left, position) + (side > 0)
        result += staying[taken:before]
        result.append(_at_place(cards[positions[card_id]], moved[card_id]))
        taken = before
    return replace_parts(document, cards=(*result, *staying[taken:]))


def _at_place(card: Card, place: CardPlace) -> Card:
    if (card.lane, card.step) == (place.lane, place.step):
        return card
    return card.changed(lane=place.lane, step=place.step)


def _find_sort_keys(
    cards: Sequence[Card], places: Sequence[CardPlace], positions: dict[str, int]
) -> dict[str, _SortKey]:
    """Return card id → (position in the file, -1 before or 1 after what stands there, number)."""
    there = _find_staying(cards, places, positions)
    keys: dict[str, _SortKey] = {}
    arrived: dict[tuple[str, str], int] = {}
    for number, place in enumerate(places, 1):
        cell = (place.lane, place.step)
        stay = there.get(cell)
        if stay is None:
            first = arrived.setdefault(cell, positions[place.card])
            keys[place.card] = (first, 0, number)
        elif place.position is None or place.position >= len(stay):
            keys[place.card] = (stay[-1], 1, number)
        else:
            keys[place.card] = (stay[max(0, place.position)], -1, number)
    return keys


def _find_staying(
    cards: Sequence[Card], places: Iterable[CardPlace], moving: Container[str]
) -> dict[tuple[str, str], list[int]]:
    """Return cell → positions in the file of its cards that stay, for the cells of places."""
    steps = {place.step for place in places}
    found: dict[tuple[str, str], list[int]] = {}
    for position, card in enumerate(cards):
        if card.step in steps and card.id not in moving:
            found.setdefault((card.lane, card.step), []).append(position)
    return found
