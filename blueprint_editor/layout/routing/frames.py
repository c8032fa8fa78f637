"""Turns places in gutters, columns, rows and channels into points of the poster."""

from itertools import accumulate
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import LEFT, TOP
from blueprint_editor.layout.routing.ports import Route
from blueprint_editor.layout.routing.spacing import snap


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


def find_frames(layer: Layer) -> Frames:
    """Add up gutters, columns and rows."""
    shape, widths = layer.shape, layer.occupancy.widths
    steps = [snap(shape.left)]
    for gutter, layout in enumerate(layer.gutters):
        steps.append(layout.width)
        if gutter < len(widths):
            steps.append(widths[gutter])
    xs = list(accumulate(steps))
    row_y = list(accumulate((row.height for row in layer.rows), initial=snap(shape.top)))
    ys: list[float] = []
    for y, row in zip(row_y, layer.rows, strict=False):
        ys += (y + row.top_channel, y + row.stack, y + row.bottom_channel)
    return Frames(xs, ys, row_y, xs[-1])


def place_spot(spot: Spot, frames: Frames) -> Bounds:
    """Return the label's box."""
    across, x, down, y, width, height = spot
    x += frames.xs[across]
    y += frames.ys[down]
    return Bounds(x, y, x + width, y + height)


def trace(route: Route, layer: Layer, frames: Frames) -> tuple[Point, ...]:
    """Return the corners of a connector from source to target."""
    xs, ys, widths = frames.xs, frames.ys, layer.occupancy.widths
    plan, name = route.plan, route.wire.id
    source_side, target_side, middle = plan.source_side, plan.target_side, plan.middle
    x0, y0 = _find_end(source_side, route.source, layer.ends[0][name], widths, frames)
    x1, y1 = _find_end(target_side, route.target, layer.ends[1][name], widths, frames)
    if not middle:
        if x0 == x1 or y0 == y1:
            return ((x0, y0), (x1, y1))
        return ((x0, y0), (x0, y1) if source_side & 1 else (x1, y0), (x1, y1))
    is_upright = source_side & 1
    points = [(x0, y0)]
    x, y = x0, y0
    for number in middle:
        if is_upright:
            y = ys[3 * (number >> 1) + 2 * (number & 1)] + layer.channels[number].heights[name]
        else:
            x = xs[2 * number] + layer.gutters[number].offsets[name]
        points.append((x, y))
        is_upright = not is_upright
    points.append((x1, y) if target_side & 1 else (x, y1))
    points.append((x1, y1))
    return tuple(points)


def _find_end(
    side: int, place: Place, at: float, widths: tuple[float, ...], frames: Frames
) -> Point:
    """Return the point where a connector meets a side of its card."""
    x = frames.xs[2 * place.column + 1]
    y = frames.ys[3 * place.row + 1]
    if side & 1:
        return x + at, y + (place.body_top if side == TOP else place.body_bottom)
    return (x if side == LEFT else x + widths[place.column]), y + at
