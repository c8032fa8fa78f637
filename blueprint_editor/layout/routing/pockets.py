"""Finds room for a label beside an upright stretch: in the free rest of a cell below its cards."""

from collections.abc import Iterator, Sequence
from math import inf, nextafter

from blueprint_editor.layout.routing.entries import Span
from blueprint_editor.layout.routing.frames import Frames, Spot
from blueprint_editor.layout.routing.layer import BODY_CODE, ROW_CODE, Layer, Upright
from blueprint_editor.layout.routing.obstacles import (
    Interval,
    Obstacles,
    Size,
    find_gap,
)
from blueprint_editor.layout.routing.ports import SOURCE, TARGET, Route


class _Wish:
    """A label's left end and size, the line it stands beside, and where on the poster that is.

    ``crossings`` are the coded heights at which other connectors cross its width; None before they
    are first asked for.
    """

    __slots__ = ("crossings", "frame", "is_right", "line_x", "size", "upright", "x0")

    def __init__(
        self, x0: float, size: Size, upright: Upright, frame: int, line_x: float, is_right: bool
    ) -> None:
        self.x0 = x0
        self.size = size
        self.upright = upright
        self.frame = frame
        self.line_x = line_x
        self.is_right = is_right
        self.crossings: list[Interval] | None = None


class PocketSearch:
    """Looks for room beside upright stretches in a layer."""

    def __init__(self, layer: Layer, frames: Frames, obstacles: Obstacles) -> None:
        self._layer = layer
        self._frames = frames
        self._obstacles = obstacles
        self._gap = layer.spacing.label
        self._over = layer.spacing.stub - layer.spacing.clearance
        self.block = Span(0, 0, 0, 0)
        """Where alone a change matters to the label looked for last."""

    def stand_beside_column_part(self, route: Route, size: Size) -> Spot | None:
        """Beside the stretch of a connector that stands in a column."""
        layer, plan = self._layer, route.plan
        end = TARGET if plan.target_side & 1 else SOURCE
        column = (route.target if end else route.source).column
        codes = layer.code_end(route, SOURCE), layer.code_end(route, TARGET)
        name = route.wire.id
        upright = (layer.ends[end][name], min(codes), max(codes), name, 0, 0)
        return self._stand_beside(2 * column + 1, upright, ((column, True), (column, False)), size)

    def stand_beside_gutter_part(self, route: Route, size: Size) -> Spot | None:
        """Beside the stretch of a connector that stands in a gutter, right or left of it."""
        gutter = route.plan.middle[0]
        stretches = self._layer.gutters[gutter].stretches
        upright = next(stretch for stretch in stretches if stretch[3] == route.wire.id)
        columns = [
            (column, is_right)
            for column, is_right in ((gutter, True), (gutter - 1, False))
            if 0 <= column < self._layer.occupancy.column_count
        ]
        return self._stand_beside(2 * gutter, upright, columns, size)

    def _stand_beside(
        self, frame: int, upright: Upright, columns: Sequence[tuple[int, bool]], size: Size
    ) -> Spot | None:
        low, high = upright[1:3]
        top, bottom = int(low // ROW_CODE), int(high // ROW_CODE)
        middle = (low + high) / 2 / ROW_CODE - 0.5
        wishes = list(self._iter_wishes(frame, upright, columns, size))
        first, last = min(frame, 2 * columns[-1][0] + 1), max(frame, 2 * columns[0][0] + 1)
        near, far = bottom, top
        for row in sorted(range(top, bottom + 1), key=lambda row: abs(row - middle)):
            if row in self._layer.shape.closed_rows:
                continue
            near, far = min(near, row), max(far, row)
            for column, wish in wishes:
                spot = self._try_pocket(row, column, wish)
                if spot is not None:
                    across = spot.across
                    self.block = Span(min(first, across), max(last, across), near, far)
                    return spot
        self.block = Span(first, last, top, bottom)
        return None

    def _iter_wishes(
        self, frame: int, upright: Upright, columns: Sequence[tuple[int, bool]], size: Size
    ) -> Iterator[tuple[int, _Wish]]:
        """Yield the columns in which there is room beside the stretch, in whatever row."""
        xs, widths = self._frames.xs, self._layer.occupancy.widths
        line_x = xs[frame] + upright[0]
        for column, is_right in columns:
            x0 = line_x + self._gap if is_right else line_x - self._gap - size[0]
            cell = xs[2 * column + 1]
            if is_right:
                is_within = x0 + size[0] <= cell + widths[column] + self._over
            else:
                is_within = x0 >= cell - self._over
            if is_within:
                yield column, _Wish(x0, size, upright, frame, line_x, is_right)

    def _try_pocket(self, row: int, column: int, wish: _Wish) -> Spot | None:
        layer, gap = self._layer, self._gap
        _, low, high, name, _, _ = wish.upright
        height = wish.size[1]
        foot = layer.occupancy.foot[row][column]
        base = row * ROW_CODE + BODY_CODE
        top = max(foot + layer.spacing.clearance if foot else 0.0, low - base + gap)
        depth, most = layer.rows[row].depth, high - base - gap
        if most < top + height:
            return None
        if depth < top + height:
            self._obstacles.rely_on_depth(row, 0.0, top + height)
            return None
        first, last = sorted((wish.frame, 2 * column + 1))
        blocked = [(y - gap, y + gap) for _, y in self._obstacles.iter_lines(row, first, last)]
        blocked += self._obstacles.iter_claims(row, column, name)
        bottom = min(depth, most)
        if wish.crossings is None:
            wish.crossings = self._list_crossings({first, last}, wish)
        blocked += [
            (above - base, below - base)
            for above, below in wish.crossings
            if above < base + bottom and below > base + top
        ]
        y = find_gap(blocked, top, bottom, height, (top + bottom - height) / 2, 3 * gap)
        if y is None:
            if depth < most:
                start = max([top, *[high for low, high in blocked if low < depth]])
                self._obstacles.rely_on_depth(row, 0.0, start + height)
            return None
        self._obstacles.rely_on_depth(
            row, *((most, inf) if depth >= most else (depth, nextafter(depth, inf)))
        )
        self._obstacles.claim(row, column, name, (y - gap, y + height + gap))
        return self._obstacles.find_spot(wish.x0, 3 * row + 1, y, wish.size)

    def _list_crossings(self, frames: set[int], wish: _Wish) -> list[Interval]:
        """Return the coded heights at which other connectors cross the label's width."""
        gap, back = self._gap, -1 if wish.is_right else 1
        left, right = wish.x0 - gap, wish.x0 + wish.size[0] + gap
        found: list[Interval] = []
        for frame in frames:
            origin = self._frames.xs[frame]
            for place, top, bottom, name, top_side, bottom_side in self._layer.list_uprights(frame):
                x = origin + place
                if name == wish.upright[3] or x == wish.line_x:
                    continue
                if left < x < right:
                    found.append((top - gap, bottom + gap))
                elif (x > wish.line_x) == wish.is_right:
                    # From beyond the label its stubs may turn back across it.
                    if top_side == back:
                        found.append((top - gap, top + gap))
                    if bottom_side == back:
                        found.append((bottom - gap, bottom + gap))
        return found
