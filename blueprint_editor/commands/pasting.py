"""Put what the clipboard holds into cells: fragments, blocks of a table, lines."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from blueprint_editor.commands.cards import place_cards
from blueprint_editor.commands.command import MissingPlacesError
from blueprint_editor.commands.fragment import Fragment
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.matching import match_registers
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.paths import make_record
from blueprint_editor.commands.renaming import rename_record, take_translations
from blueprint_editor.commands.rules import CardPlace, find_place_problem, is_card_lane
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.steps import AddStep
from blueprint_editor.commands.table_text import split_cards
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Step

Cell: TypeAlias = tuple[int, int]
"""(row, column) of a piece or table, from 0."""

_REGISTERS = ("actors", "variants", "sources", "tags")


@dataclass(frozen=True)
class PasteFragment:
    """Put cards with all that belongs to them where the cursor is, at their old distances.

    All get new ids. Actors, variants, sources and tags are found by id and name or come too.
    """

    fragment: Fragment
    place: Cursor
    adds_steps: bool = False
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("paste")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises MissingPlacesError where there are too few lanes, or steps and none are added."""
        piece = self.fragment.document
        new_ids = SeededIds(document, self.seed)
        cells = _list_cells(piece)
        names = [step.name for step in DerivedFacts(piece).steps] if self.adds_steps else None
        document, grid = make_room(document, self.place, set(cells.values()), new_ids, names)
        document, ids, added = match_registers(document, piece, new_ids, _REGISTERS)
        own = make_new_ids(piece, new_ids)
        places = [
            CardPlace(
                own[card], *grid.find_cell(cell), self.place.position if cell == (0, 0) else None
            )
            for card, cell in cells.items()
        ]
        document = insert_piece(document, piece, ids | own, places)
        return take_translations(document, piece.translations, own | added)


def make_new_ids(piece: Document, new_ids: SeededIds) -> dict[str, str]:
    """Return new ids for the cards, links, connectors and marks of a piece."""
    ids: dict[str, str] = {}
    for collection in ("cards", "connectors", "marks"):
        for record in getattr(piece, collection):
            ids[record.id] = new_ids.take(collection)
    for card in piece.cards:
        ids |= {link.id: new_ids.take("links") for link in card.links}
    return ids


def insert_piece(
    document: Document, piece: Document, ids: Mapping[str, str], places: Sequence[CardPlace]
) -> Document:
    """Return the document with a piece's cards, connectors, marks and images under new ids."""
    known = {asset.id for asset in document.assets}
    document = replace_parts(
        document,
        cards=(*document.cards, *_rename(piece, "cards", ids)),
        connectors=(*document.connectors, *_rename(piece, "connectors", ids)),
        marks=(*document.marks, *_rename(piece, "marks", ids)),
        assets=(*document.assets, *(asset for asset in piece.assets if asset.id not in known)),
    )
    return place_cards(document, places)


def _rename(piece: Document, collection: str, ids: Mapping[str, str]) -> Iterator[Any]:
    return (rename_record(record, collection, ids) for record in getattr(piece, collection))


def _list_cells(piece: Document) -> dict[str, Cell]:
    """Return card id → (row, column) in the piece, in reading order."""
    facts = DerivedFacts(piece)
    rows = {lane.id: row for row, lane in enumerate(piece.lanes)}
    columns = {step.id: column for column, step in enumerate(facts.steps)}
    return {card.id: (rows[card.lane], columns[card.step]) for card in facts.reading_order}


class Grid(NamedTuple):
    """The lanes and steps from the cursor on."""

    lanes: Sequence[str]
    steps: Sequence[str]

    def find_cell(self, cell: Cell) -> tuple[str, str]:
        """Return lane and step of (row, column), counted from the cursor."""
        return self.lanes[cell[0]], self.steps[cell[1]]


def make_room(
    document: Document,
    place: Cursor,
    cells: Collection[Cell],
    new_ids: SeededIds,
    names: Sequence[str] | None,
) -> tuple[Document, Grid]:
    """Return the document with room for cells from a place on, and the grid there.

    Args:
        document: steps are added at its end where they are missing.
        place: where (0, 0) goes.
        cells: (row, column) of what is to be put there.
        new_ids: for the steps.
        names: of the steps by column; None = no steps are added.

    Raises:
        MissingPlacesError: there are too few lanes, or too few steps and none are added.
        CommandRefusedError: the place takes no cards.
    """
    if (problem := find_place_problem(document, place.lane, place.step)) is not None:
        raise problem
    facts = DerivedFacts(document)
    lanes = [lane.id for lane in facts.lanes if is_card_lane(lane)]
    steps = [step.id for step in facts.steps]
    lanes, steps = lanes[lanes.index(place.lane) :], steps[steps.index(place.step) :]
    rows, columns = (max(numbers) + 1 for numbers in zip(*cells, strict=True))
    if rows > len(lanes) or (columns > len(steps) and names is None):
        raise MissingPlacesError(max(0, rows - len(lanes)), max(0, columns - len(steps)))
    for column in range(len(steps), columns if names is not None else 0):
        step = Step(
            id=new_ids.take("steps"), phase=facts.steps[-1].phase, name=(names or ())[column]
        )
        document = AddStep(step).apply(document)
        steps.append(step.id)
    return document, Grid(lanes, steps)


@dataclass(frozen=True)
class PasteTable:
    """Fill cells from the rows of a table; a cell's text makes a card, an empty one none.

    Attributes:
        rows: from the cursor's lane down, each from the cursor's step on; blank lines within a
            text divide it into several cards.
        adds_steps: whether steps that are missing are added at the end.
    """

    rows: tuple[tuple[str, ...], ...]
    place: Cursor
    adds_steps: bool = False
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("paste")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises MissingPlacesError where there are too few lanes, or steps and none are added."""
        texts = [
            ((row, column), text)
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
            for text in split_cards(cell)
        ]
        return _add_texts(document, self.place, texts, self.seed, adds_steps=self.adds_steps)


@dataclass(frozen=True)
class PasteLines:
    """Make a card of each text, below each other where the cursor is."""

    lines: tuple[str, ...]
    place: Cursor
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("paste")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        texts = [((0, 0), line) for line in self.lines]
        return _add_texts(document, self.place, texts, self.seed, adds_steps=False)


def _add_texts(
    document: Document,
    place: Cursor,
    texts: Sequence[tuple[Cell, str]],
    seed: str,
    *,
    adds_steps: bool,
) -> Document:
    if not texts:
        return document
    new_ids = SeededIds(document, seed)
    cells = {cell for cell, _ in texts}
    names = [""] * (max(column for _, column in cells) + 1) if adds_steps else None
    document, grid = make_room(document, place, cells, new_ids, names)
    cards, places = [], []
    for cell, text in texts:
        lane, step = grid.find_cell(cell)
        card = make_record(Card, id=new_ids.take("cards"), lane=lane, step=step, text=text)
        cards.append(card)
        places.append(CardPlace(card.id, lane, step, place.position if cell == (0, 0) else None))
    return place_cards(replace_parts(document, cards=(*document.cards, *cards)), places)
