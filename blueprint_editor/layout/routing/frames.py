"""Turns places in gutters, columns, rows and channels into points of the poster."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple, TypeAlias

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.routing.entries import Span
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import LEFT, RIGHT, TOP
from blueprint_editor.layout.routing.ports import Route
from blueprint_editor.layout.routing.spacing import snap

Step: TypeAlias = tuple[float, int]
"""(shift of a frame, number of the step: equal for frames that moved alike)."""


class Spot(NamedTuple):
    """Where a label stands.

    ``x`` counts from the left of the gutter (2 × number) or column (2 × number + 1) ``across``,
    ``y`` from the top of a row's channel above (3 × row), stacks (+ 1) or channel below (+ 2).
    """

    across: int
    x: float
    down: int
    y: float
    width: float
    height: float


class Frames(NamedTuple):
    """The origins from which places count: ``xs`` by gutter and column, ``ys`` by row and zone.

    ``row_y`` holds the tops of the rows and the end of the last one; ``width`` the right end.
    """

    xs: list[float]
    ys: list[float]
    row_y: list[float]
    width: float


def find_frames(layer: Layer, extra: Sequence[float] = ()) -> Frames:
    """Add up gutters, columns and rows, each row ``extra`` mm higher than it need be."""
    shape, widths = layer.shape, layer.occupancy.widths
    steps = [snap(shape.left)] * (2 * len(widths) + 2)
    steps[1::2] = [gutter.width for gutter in layer.gutters]
    steps[2::2] = widths
    xs = list(accumulate(steps))
    heights: Iterable[float] = [row.height for row in layer.rows]
    if extra:
        heights = map(add, heights, extra)
    row_y = list(accumulate(heights, initial=snap(shape.top)))
    ys: list[float] = []
    for y, row in zip(row_y, layer.rows, strict=False):
        ys += (y + row.top_channel, y + row.stack, y + row.bottom_channel)
    return Frames(xs, ys, row_y, xs[-1])


class Shifts:
    """How far each frame moved from one placement to the next.

    ``right`` and ``down`` are the first frames that moved.
    """

    def __init__(self, before: Frames | None, after: Frames) -> None:
        self._across: list[Step] = []
        self._down: list[Step] = []
        self.right = self.down = 0
        self.are_none = before is after
        if before is not None and before is not after:
            self.right = _find_steps(before.xs, after.xs, self._across)
            self.down = _find_steps(before.ys, after.ys, self._down)
            self.are_none = self.right == len(after.xs) and self.down == len(after.ys)

    def find(self, reach: Span) -> tuple[float, float] | None:
        """Return by how much all frames that a connector counts from moved; None if apart."""
        first, last, top, bottom = reach
        dx = dy = 0.0
        if last >= self.right:
            steps = self._across
            dx, step = steps[first]
            if steps[min(last, len(steps) - 1)][1] != step:
                return None
        if bottom >= self.down:
            steps = self._down
            dy, step = steps[top]
            if steps[min(bottom, len(steps) - 1)][1] != step:
                return None
        return dx, dy


def _find_steps(before: list[float], after: list[float], steps: list[Step]) -> int:
    """Fill in (shift, number of the step) of each frame; return the first that moved."""
    last, number, first = 0.0, 0, len(after)
    for i, (one, other) in enumerate(zip(before, after, strict=True)):
        shift = other - one
        if shift != last:
            last = shift
            number += 1
            first = min(first, i)
        steps.append((shift, number))
    return first


def place_spot(spot: Spot, frames: Frames) -> Bounds:
    """Return the label's box."""
    across, x, down, y, width, height = spot
    x += frames.xs[across]
    y += frames.ys[down]
    return Bounds(x, y, x + width, y + height)


def trace(route: Route, layer: Layer, frames: Frames) -> tuple[Point, ...]:
    """Return the corners of a connector from source to target."""
    wire, source, target, plan, _, _ = route
    source_side, target_side, middle = plan[:3]
    name, xs, ys = wire.id, frames.xs, frames.ys
    start = _find_end(source_side, source, layer.ends[0][name], layer, frames)
    stop = _find_end(target_side, target, layer.ends[1][name], layer, frames)
    if not middle:
        if start[0] == stop[0] or start[1] == stop[1]:
            return start, stop
        return start, (start[0], stop[1]) if source_side & 1 else (stop[0], start[1]), stop
    points = [start]
    x, y = start
    is_upright = source_side & 1
    for number in middle:
        if is_upright:
            y = ys[3 * (number >> 1) + 2 * (number & 1)] + layer.channels[number].heights[name]
        else:
            x = xs[2 * number] + layer.gutters[number].offsets[name]
        points.append((x, y))
        is_upright = not is_upright
    points.append((stop[0], y) if target_side & 1 else (x, stop[1]))
    points.append(stop)
    return tuple(points)


def _find_end(side: int, place: Place, at: float, layer: Layer, frames: Frames) -> Point:
    """Return the point where a connector meets a side of its card."""
    column = place.column
    x = frames.xs[2 * column + 1]
    y = frames.ys[3 * place.row + 1]
    if side == LEFT:
        return x, y + at
    if side == RIGHT:
        return x + layer.occupancy.widths[column], y + at
    return x + at, y + (place.body_top if side == TOP else place.body_bottom)
