"""Places on an oval for the boxes of a map, and curves between them that cross no box."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.sheets.workshop.area import Area

_STEPS = 720
_PULLS = (0.3, 0.45, 0.6, 0.75, 0.9, 1.0)
"""How far a curve is drawn to the middle, the least first."""
_SAMPLES = 40
_CLEAR = 1.6
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_ROUNDS = 6

Point = tuple[float, float]


class Curve(NamedTuple):
    """A quadratic curve between the edges of two boxes; ``samples`` are points along it."""

    start: Point
    control: Point
    end: Point
    samples: tuple[Point, ...]


class Oval:
    """An oval in an area on which boxes of one size stand with a gap between them."""

    def __init__(self, area: Area, width: float, height: float, gap: float) -> None:
        self.middle = ((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2)
        self.radii = ((area.width - width) / 2, (area.height - height) / 2)
        self._need = (width + gap, height + gap)
        self._filled = self._measure()

    def _at(self, angle: float) -> Point:
        (x, y), (a, b) = self.middle, self.radii
        return x + a * math.sin(angle), y - b * math.cos(angle)

    def _measure(self) -> list[float]:
        """Return how many boxes fit from the top to each step round the oval."""
        filled = [0.0]
        before = self._at(0.0)
        for step in range(1, _STEPS + 1):
            here = self._at(2 * math.pi * step / _STEPS)
            # Two boxes are apart if they are so in either direction.
            filled.append(filled[-1] + max(abs(here[0] - before[0]) / self._need[0],
                                           abs(here[1] - before[1]) / self._need[1]))  # fmt: skip
            before = here
        return filled

    @property
    def capacity(self) -> int:
        """How many boxes have room."""
        return int(self._filled[-1])

    def list_places(self, count: int) -> list[Point]:
        """Return the middles of so many boxes, clockwise from the top."""
        places, step = [], 0
        for number in range(count):
            wanted = self._filled[-1] * number / count
            while self._filled[step] < wanted:
                step += 1
            places.append(self._at(2 * math.pi * step / _STEPS))
        return places


def order_groups(
    groups: Sequence[Sequence[str]], weights: Mapping[tuple[str, str], int]
) -> list[str]:
    """Return all names with those of a group together, those that belong together near.

    Args:
        groups: the names of each group.
        weights: how much two names have to do with each other.
    """
    order = [list(group) for group in groups]
    best = _find_cost(order, weights)
    for _ in range(_ROUNDS):
        start = best
        for one in range(len(order)):
            for other in range(one + 1, len(order)):
                best = _try_swap(order, order, (one, other), weights, best)
        for group in order:
            for one in range(len(group)):
                for other in range(one + 1, len(group)):
                    best = _try_swap(order, group, (one, other), weights, best)
        if best >= start:
            break
    return [name for group in order for name in group]


def _try_swap(
    order: list[list[str]],
    within: list[Any],
    places: tuple[int, int],
    weights: Mapping[tuple[str, str], int],
    best: float,
) -> float:
    """Swap two groups, or two names of a group, if that is better; return the cost then."""
    one, other = places
    within[one], within[other] = within[other], within[one]
    cost = _find_cost(order, weights)
    if cost < best:
        return cost
    within[one], within[other] = within[other], within[one]
    return best


def _find_cost(order: list[list[str]], weights: Mapping[tuple[str, str], int]) -> float:
    """Return how far apart on a ring those are that have to do with each other."""
    names = [name for group in order for name in group]
    places = {name: place for place, name in enumerate(names)}
    count = len(names)
    cost = 0.0
    for (one, other), weight in weights.items():
        apart = abs(places[one] - places[other])
        cost += weight * min(apart, count - apart)
    return cost


def draw_curve(start: Bounds, end: Bounds, others: Sequence[Bounds], middle: Point) -> Curve:
    """Return a curve between two boxes that is drawn to the middle until it crosses no other."""
    one, two = _centre(start), _centre(end)
    half = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
    curve = None
    for pull in _PULLS:
        control = (half[0] + pull * (middle[0] - half[0]), half[1] + pull * (middle[1] - half[1]))
        curve = _bend(_leave(start, control), control, _leave(end, control))
        if not any(_is_in(point, box, _CLEAR) for point in curve.samples for box in others):
            return curve
    return curve or _bend(one, half, two)


def _centre(box: Bounds) -> Point:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _leave(box: Bounds, aim: Point) -> Point:
    """Return where the line from a box's middle to a point leaves the box."""
    x, y = _centre(box)
    dx, dy = aim[0] - x, aim[1] - y
    shares = [half / abs(way) for half, way in ((box.width / 2, dx), (box.height / 2, dy)) if way]
    share = min([*shares, 1.0])
    return x + dx * share, y + dy * share


def _bend(start: Point, control: Point, end: Point) -> Curve:
    samples = tuple(_point_at(start, control, end, n / _SAMPLES) for n in range(_SAMPLES + 1))
    return Curve(start, control, end, samples)


def _point_at(start: Point, control: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (
        a * start[0] + b * control[0] + c * end[0],
        a * start[1] + b * control[1] + c * end[1],
    )


def _is_in(point: Point, box: Bounds, clear: float) -> bool:
    x, y = point
    return box.x0 - clear < x < box.x1 + clear and box.y0 - clear < y < box.y1 + clear


def place_badges(
    curves: Sequence[Curve], boxes: Sequence[Bounds], radius: float
) -> list[Point | None]:
    """Return the middle of a badge on each curve, clear of boxes and each other; None without room.

    Of the places that are free, the one farthest from the other curves is taken.
    """
    found: list[Point | None] = []
    for number, curve in enumerate(curves):
        best, farthest = None, -1.0
        for t in _PLACES:
            point = _point_at(curve.start, curve.control, curve.end, t)
            taken = (other for other in found if other is not None)
            if any(math.dist(point, other) < 2 * radius + 0.6 for other in taken):
                continue
            if any(_is_in(point, box, radius + 0.4) for box in boxes):
                continue
            apart = min(
                (
                    math.dist(point, sample)
                    for place, other in enumerate(curves)
                    if place != number
                    for sample in other.samples[::2]
                ),
                default=100.0,
            )
            if min(apart, 2 * radius) > farthest + 0.2:
                best, farthest = point, min(apart, 2 * radius)
        found.append(best)
    return found
