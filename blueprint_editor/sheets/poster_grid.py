"""Where the cells of a composed poster stand: what gestures and keys need to find their target."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from blueprint_editor.drawing.primitives import Bounds

Key = TypeVar("Key")
Found = TypeVar("Found")


def name_again(key: str, deck: int) -> str:
    """Return the key of a group that a deck shows again; ``deck``: its number from 0."""
    return f"{key}.row{deck + 1}"


class LazyMapping(Mapping[Key, Found]):
    """A mapping whose values are worked out when they are asked for, as few ever are."""

    def __init__(
        self, list_keys: Callable[[], Collection[Key]], find: Callable[[Key], Found]
    ) -> None:
        self._list_keys = list_keys
        self._find = find

    def __getitem__(self, key: Key) -> Found:
        """Raises KeyError where ``find`` does."""
        return self._find(key)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._list_keys())

    def __len__(self) -> int:
        return len(self._list_keys())


class Column(NamedTuple):
    """A step's column in mm of the drawing; ``step`` is empty in a phase without steps."""

    step: str
    phase: str
    x: float
    width: float


class Row(NamedTuple):
    """A lane's row in mm of the drawing, paddings included."""

    lane: str
    y: float
    height: float


class CurvePoint(NamedTuple):
    """A dot of an emotion curve, in mm of the drawing.

    Attributes:
        card: whose feeling it is.
        variant: the path whose curve it is on; empty for a curve that all paths share.
        value: −2…+2.
        unit: how far apart two neighbouring feelings are.
    """

    card: str
    variant: str
    x: float
    y: float
    value: int
    unit: float


class GridDeck(NamedTuple):
    """Some of the steps with all lanes: a row of the poster, in drawing mm.

    Attributes:
        header_top, phases_bottom: y of the row of phases.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header_top: float
    phases_bottom: float

    @property
    def bottom(self) -> float:
        """Return y below the last lane."""
        return self.rows[-1].y + self.rows[-1].height if self.rows else self.phases_bottom

    def find_box(self, columns: Sequence[Column], top: float) -> Bounds:
        """Return the room of columns that stand together, from ``top`` to below the lanes."""
        return Bounds(columns[0].x, top, columns[-1].x + columns[-1].width, self.bottom)


class PosterGrid(NamedTuple):
    """The cells of the poster and the cards in them, in drawing mm.

    Attributes:
        decks: from top to bottom, at least one.
        content: the sheet without its margins, down to the last lane.
        label_right: where the lane labels end and the first gutter begins.
        cards: card id → the bounds of its footprint (mark tray included).
        cells: (lane id, step id) → card ids, top to bottom.
        curves: id of an emotion lane → the dots of its curve.
    """

    decks: tuple[GridDeck, ...]
    content: Bounds
    label_right: float
    cards: Mapping[str, Bounds]
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    curves: Mapping[str, tuple[CurvePoint, ...]] = MappingProxyType({})

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of all decks, in reading order."""
        if len(self.decks) == 1:
            return self.decks[0].columns
        return tuple(column for deck in self.decks for column in deck.columns)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Those of all decks, from top to bottom: each lane once in each deck."""
        if len(self.decks) == 1:
            return self.decks[0].rows
        return tuple(row for deck in self.decks for row in deck.rows)

    def find_deck(self, y: float) -> GridDeck:
        """Return the deck at a y; between two the one above, above all the first."""
        return next((deck for deck in reversed(self.decks) if deck.header_top <= y), self.decks[0])

    def find_columns(
        self, *, step: str = "", phase: str = ""
    ) -> Iterator[tuple[GridDeck, tuple[Column, ...]]]:
        """Yield the decks that show a step or some of a phase, with its columns there."""
        for deck in self.decks:
            own = tuple(
                one for one in deck.columns if (one.step == step if step else one.phase == phase)
            )
            if own:
                yield deck, own

    def find_cell(self, x: float, y: float) -> tuple[str, str] | None:
        """Return (lane id, step id) of the cell at a point; gutters belong to the nearer column."""
        deck = self.find_deck(y)
        row = next((r for r in deck.rows if r.y <= y < r.y + r.height), None)
        if row is None or x < self.label_right or not deck.columns:
            return None
        column = min(deck.columns, key=lambda c: max(c.x - x, x - c.x - c.width))
        if not column.step or x > self.content.x1:
            return None
        return row.lane, column.step

    def cell_bounds(self, lane: str, step: str) -> Bounds | None:
        """Return the whole cell: the column's width, the row's height."""
        for deck, columns in self.find_columns(step=step):
            column = columns[0]
            for row in deck.rows:
                if row.lane == lane:
                    return Bounds(column.x, row.y, column.x + column.width, row.y + row.height)
        return None

    def find_place(self, lane: str, step: str, y: float, ignore: str = "") -> int:
        """Return where in the cell's stack a card dropped at ``y`` goes; 0 = on top."""
        ids = [card for card in self.cells.get((lane, step), ()) if card != ignore]
        middles = [(self.cards[card].y0 + self.cards[card].y1) / 2 for card in ids]
        return sum(middle < y for middle in middles)
