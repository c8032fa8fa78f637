"""What the router is given and what it gives back: plain values in mm, y downwards.

Knows neither the document model nor any drawing beyond a rectangle.
"""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Bounds, Point


class GridCard(NamedTuple):
    """A card's footprint and its place in the grid.

    Attributes:
        index: place in the stack of its cell; only the order counts, 0 = top.
        height: the whole footprint, mark tray included.
        body_height: the card itself; the tray hangs below it.
        tray_inset: width of the strip at the right of the tray, inside the card's width, where a
            connector may leave the body's bottom and run down beside the tray. Without a tray
            (``height == body_height``) the whole bottom side is free.
    """

    id: str
    column: int
    row: int
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody wants here
    height: float
    body_height: float
    tray_inset: float = 0.0


class GridShape(NamedTuple):
    """The grid before connectors have widened it.

    Attributes:
        row_heights: least height of each row's full band (paddings included).
        left, top: where the first gutter and the first row begin.
        column_gap: gutter between columns; half of it stands outside the first and the last.
        row_gap: padding above and below the stacks inside each row.
        stack_gap: between stacked cards.
        track_pitch: between parallel tracks.
        closed_rows: rows in which no connector runs horizontally or turns; gutters cross them.
    """

    column_widths: tuple[float, ...]
    row_heights: tuple[float, ...]
    left: float
    top: float
    column_gap: float
    row_gap: float
    stack_gap: float
    track_pitch: float
    closed_rows: frozenset[int] = frozenset()


class Wire(NamedTuple):
    """A connector between two cards; ``label_size`` is (width, height), (0, 0) for none."""

    id: str
    source: str
    target: str
    kind: str
    label_size: tuple[float, float] = (0.0, 0.0)


class Course(NamedTuple):
    """The shape of a connector: its points and its label, counted from where it begins."""

    points: tuple[Point, ...]
    label: Bounds | None


class RoutedWire(NamedTuple):
    """An orthogonal line from source to target, each point but the ends a corner.

    It begins at (``x``, ``y``). Connectors that only moved keep their course as the same object.
    """

    id: str
    x: float
    y: float
    course: Course

    @property
    def points(self) -> tuple[Point, ...]:
        """The points on the poster."""
        return tuple([(self.x + x, self.y + y) for x, y in self.course.points])

    @property
    def label(self) -> Bounds | None:
        """The label's box on the poster."""
        box = self.course.label
        return None if box is None else box.moved(self.x, self.y)


class GridSize(NamedTuple):
    """How large the grid is before its rows are made higher than they need be."""

    column_x: tuple[float, ...]
    width: float
    height: float


class GridPlacement(NamedTuple):
    """Where everything stands.

    Attributes:
        row_y, row_heights: the full band of each row, paddings included.
        card_places: card id → its top left corner.
        width, height: the right and the bottom end of the grid.
    """

    column_x: tuple[float, ...]
    row_y: tuple[float, ...]
    row_heights: tuple[float, ...]
    card_places: Mapping[str, Point]
    wires: Mapping[str, RoutedWire]
    width: float
    height: float
