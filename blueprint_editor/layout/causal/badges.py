"""Where the sign of each loop of a causal map stands: near its middle, on free ground."""

import math
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.causal.curves import Way

_RINGS, _TURNS = 7, 12


def place_badges(
    loops: Sequence[Sequence[Way]],
    boxes: Collection[Bounds],
    ways: Sequence[Way],
    radius: float,
    sign: float,
) -> list[Point | None]:
    """Return a place for each loop's sign, None where all that is near is taken.

    Args:
        loops: the arrows of each.
        boxes: where the nodes stand.
        ways: how all arrows run.
        radius: of what is to be placed, in mm.
        sign: radius of the signs of arrows.
    """
    taken: list[Point | None] = []
    reach = (_RINGS + 2) * radius
    for own in loops:
        x, y = middle = _find_middle(own)
        area = Bounds(x - reach, y - reach, x + reach, y + reach)
        near = [way for way in ways if area.overlaps(way.bounds, -1e-6)]
        lines = tuple(way.points for way in near)
        signs = [
            Bounds(x - sign, y - sign, x + sign, y + sign) for x, y in (w.curve.sign for w in near)
        ]
        beside = tuple(box for box in (*boxes, *signs) if area.overlaps(box))
        others = tuple(p for p in taken if p is not None and area.contains(*p))
        taken.append(_find_place(middle, beside, others, lines, radius))
    return taken


@lru_cache(maxsize=512)
def _find_place(
    middle: Point,
    boxes: tuple[Bounds, ...],
    others: tuple[Point, ...],
    lines: tuple[tuple[Point, ...], ...],
    radius: float,
) -> Point | None:
    """Return the first free place; while a node is dragged most of what lies around stays."""
    points = [point for line in lines for point in line]
    near = _list_near(middle, radius)
    return next((p for p in near if _is_free(p, boxes, others, points, radius)), None)


def _find_middle(ways: Sequence[Way]) -> Point:
    """Return the middle of what the arrows go around."""
    points = [point for way in ways for point in way.points]
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
    boxes: Sequence[Bounds],
    others: Sequence[Point],
    lines: Sequence[Point],
    radius: float,
) -> bool:
    x, y = place
    gap = radius * 1.25
    sign = Bounds(x - gap, y - gap, x + gap, y + gap)
    if any(math.dist(place, other) < 2 * gap for other in others):
        return False
    if any(sign.overlaps(box) for box in boxes):
        return False
    return all(math.dist(place, point) >= gap for point in lines)
