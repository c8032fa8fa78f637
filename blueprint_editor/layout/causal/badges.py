"""Where the sign of each loop of a causal map stands: near its middle, on free ground."""

import math
from collections.abc import Iterator, Mapping, Sequence

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.causal.curves import Curve

_RINGS, _TURNS = 7, 12


def place_badges(
    loops: Sequence[Sequence[Curve]],
    boxes: Mapping[str, Bounds],
    curves: Sequence[Curve],
    radius: float,
) -> list[Point | None]:
    """Return a place for each loop's sign, None where all that is near is taken.

    Args:
        loops: the arrows of each.
        boxes: where the nodes stand.
        curves: where all arrows run.
        radius: of a sign, in mm.
    """
    taken: list[Point | None] = []
    lines = [point for curve in curves for point in curve.list_points()]
    for own in loops:
        middle = _find_middle(own)
        reach = (_RINGS + 2) * radius
        near = [point for point in lines if math.dist(point, middle) < reach]
        others = [place for place in taken if place is not None]
        free = (p for p in _list_near(middle, radius) if _is_free(p, boxes, others, near, radius))
        taken.append(next(free, None))
    return taken


def _find_middle(curves: Sequence[Curve]) -> Point:
    """Return the middle of what the arrows go around."""
    points = [point for curve in curves for point in curve.list_points()]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _list_near(middle: Point, radius: float) -> Iterator[Point]:
    yield middle
    for ring in range(1, _RINGS + 1):
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS - math.pi / 2
            reach = ring * radius * 0.9
            yield middle[0] + reach * math.cos(angle), middle[1] + reach * math.sin(angle)


def _is_free(
    place: Point,
    boxes: Mapping[str, Bounds],
    others: Sequence[Point],
    lines: Sequence[Point],
    radius: float,
) -> bool:
    x, y = place
    gap = radius * 1.25
    sign = Bounds(x - gap, y - gap, x + gap, y + gap)
    if any(math.dist(place, other) < 2 * gap for other in others):
        return False
    if any(sign.overlaps(box) for box in boxes.values()):
        return False
    return all(math.dist(place, point) >= gap for point in lines)
