"""Where the cells of a composed poster stand: what gestures and keys need to find their target."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from blueprint_editor.drawing.primitives import Bounds

Key = TypeVar("Key")
Found = TypeVar("Found")


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


class PosterGrid(NamedTuple):
    """The cells of the poster and the cards in them, in drawing mm.

    Attributes:
        content: the sheet without its margins (x0, y0, x1, y1).
        label_right: where the lane labels end and the first gutter begins.
        header_top: y of the phase row.
        cards: card id → the bounds of its footprint (mark tray included).
        cells: (lane id, step id) → card ids, top to bottom.
        curves: id of an emotion lane → the dots of its curve.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    content: Bounds
    label_right: float
    header_top: float
    cards: Mapping[str, Bounds]
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    curves: Mapping[str, tuple[CurvePoint, ...]] = MappingProxyType({})

    def find_cell(self, x: float, y: float) -> tuple[str, str] | None:
        """Return (lane id, step id) of the cell at a point; gutters belong to the nearer column."""
        row = next((r for r in self.rows if r.y <= y < r.y + r.height), None)
        if row is None or x < self.label_right or not self.columns:
            return None
        column = min(self.columns, key=lambda c: max(c.x - x, x - c.x - c.width))
        if not column.step or x > self.content.x1:
            return None
        return row.lane, column.step

    def cell_bounds(self, lane: str, step: str) -> Bounds | None:
        """Return the whole cell: the column's width, the row's height."""
        row = next((r for r in self.rows if r.lane == lane), None)
        column = next((c for c in self.columns if c.step == step), None)
        if row is None or column is None:
            return None
        return Bounds(column.x, row.y, column.x + column.width, row.y + row.height)

    def find_place(self, lane: str, step: str, y: float, ignore: str = "") -> int:
        """Return where in the cell's stack a card dropped at ``y`` goes; 0 = on top."""
        ids = [card for card in self.cells.get((lane, step), ()) if card != ignore]
        middles = [(self.cards[card].y0 + self.cards[card].y1) / 2 for card in ids]
        return sum(middle < y for middle in middles)
