"""Duplicate cards beside the originals."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fragment import copy_fragment
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.lookup import find_records
from blueprint_editor.commands.parts import map_records, replace_parts
from blueprint_editor.commands.pasting import insert_piece, make_new_ids
from blueprint_editor.commands.renaming import rename_record, take_translations
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Connector, Mark


@dataclass(frozen=True)
class DuplicateCards:
    """Put a copy of each card below it, with its marks but without the votes it was given.

    ``with_connectors``: the copies are connected among themselves and with all others as the
    originals are.
    """

    cards: tuple[str, ...]
    with_connectors: bool = False
    seed: str = field(default_factory=make_random_tail)
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("card copy") if len(self.cards) == 1 else msgid("card copies")

    def apply(self, document: Document) -> Document:
        places = find_records(document, self.cards)
        if other := [i for i, place in places.items() if not isinstance(place.record, Card)]:
            raise CommandRefusedError("unknown_record", *other)
        fragment = copy_fragment(document, self.cards)
        if fragment is None:
            return document
        piece = fragment.document
        if not self.with_connectors:
            cards = {card.id for card in piece.cards}
            marks = tuple(mark for mark in piece.marks if mark.target in cards)
            piece = replace_parts(piece, connectors=(), marks=_without_lost_pairs(marks))
        piece = map_records(map_records(piece, "cards", _reset), "marks", _reset_mark)
        new_ids = SeededIds(document, self.seed)
        ids = make_new_ids(piece, new_ids)
        after = insert_piece(document, piece, ids, list(_iter_places(document, ids)))
        if self.with_connectors:
            outer = [c for c in document.connectors if (c.source in ids) is not (c.target in ids)]
            ids |= {connector.id: new_ids.take("connectors") for connector in outer}
            copies: list[Connector] = [rename_record(c, "connectors", ids) for c in outer]
            after = replace_parts(after, connectors=(*after.connectors, *copies))
        return take_translations(after, document.translations, ids)


def _without_lost_pairs(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    kept = {mark.id for mark in marks}
    return tuple(
        mark.changed(solves=None) if mark.solves is not None and mark.solves not in kept else mark
        for mark in marks
    )


def _reset(card: Card) -> Card:
    return card.changed(votes=0) if card.votes else card


def _reset_mark(mark: Mark) -> Mark:
    return mark.changed(votes=0) if mark.votes else mark


def _iter_places(document: Document, ids: dict[str, str]) -> Iterator[CardPlace]:
    steps = {card.step for card in document.cards if card.id in ids}
    counts: dict[tuple[str, str], int] = {}
    for card in document.cards:
        if card.step not in steps:
            continue
        cell = (card.lane, card.step)
        counts[cell] = counts.get(cell, 0) + 1
        if card.id in ids:
            yield CardPlace(ids[card.id], card.lane, card.step, counts[cell])
