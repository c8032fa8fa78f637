"""Plane geometry of paths: transforms, bounds, and even-odd outlines made non-zero."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from blueprint_editor.model.images.pictures import Command, ImageError

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom"""

_CURVE_PARTS = 12
"""Chords a curve is cut into where only the nesting of outlines is asked."""


class Effort:
    """How many comparisons one picture may still cost, so that none takes more than a second."""

    def __init__(self, most: int = 300_000) -> None:
        self._left = most

    def spend(self, amount: int) -> None:
        """Raise an ImageError when the picture has cost too much."""
        self._left -= amount
        if self._left < 0:
            raise ImageError("outlines with fill-rule evenodd are too complex")


class Matrix(NamedTuple):
    """An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f (as in SVG)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def times(self, inner: "Matrix") -> "Matrix":
        """Return the map that applies ``inner`` first."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def apply(self, x: float, y: float) -> Point:
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def stretches(self) -> tuple[float, float]:
        """The least and the greatest factor by which lengths grow (the singular values)."""
        mean = (self.a**2 + self.b**2 + self.c**2 + self.d**2) / 2
        area = self.a * self.d - self.b * self.c
        spread = math.sqrt(max(mean**2 - area**2, 0.0))
        return (math.sqrt(max(mean - spread, 0.0)), math.sqrt(mean + spread))


def transform(commands: Iterable[Command], matrix: Matrix) -> tuple[Command, ...]:
    """Return the path with every point mapped."""
    if matrix == Matrix():
        return tuple(commands)
    return tuple(_transform_one(command, matrix) for command in commands)


def _transform_one(command: Command, matrix: Matrix) -> Command:
    if command[0] == "Z":
        return command
    if command[0] == "C":
        _, x1, y1, x2, y2, x, y = command
        return ("C", *matrix.apply(x1, y1), *matrix.apply(x2, y2), *matrix.apply(x, y))
    if command[0] == "M":
        return ("M", *matrix.apply(command[1], command[2]))
    return ("L", *matrix.apply(command[1], command[2]))


def find_bounds(commands: Iterable[Command]) -> Box | None:
    """Return the exact bounds of a path without its stroke, or None for an empty one."""
    xs: list[float] = []
    ys: list[float] = []
    here = start = (0.0, 0.0)
    for command in commands:
        if command[0] == "Z":
            here = start
            continue
        if command[0] == "C":
            _, x1, y1, x2, y2, x, y = command
            xs.extend(_find_extremes(here[0], x1, x2, x))
            ys.extend(_find_extremes(here[1], y1, y2, y))
        here = (command[-2], command[-1])
        if command[0] == "M":
            start = here
        xs.append(here[0])
        ys.append(here[1])
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _find_extremes(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """Yield the values of a cubic Bézier polynomial where its slope is zero inside it."""
    a = 3 * (p3 - 3 * p2 + 3 * p1 - p0)
    b = 6 * (p2 - 2 * p1 + p0)
    c = 3 * (p1 - p0)
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    elif (under_root := b * b - 4 * a * c) >= 0:
        roots = [(-b + sign * math.sqrt(under_root)) / (2 * a) for sign in (1, -1)]
    else:
        roots = []
    for t in roots:
        if 0 < t < 1:
            yield _bezier(t, p0, p1, p2, p3)


def _bezier(t: float, p0: float, p1: float, p2: float, p3: float) -> float:
    u = 1 - t
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3


def split_outlines(commands: Iterable[Command]) -> list[list[Command]]:
    """Cut a path into its outlines; each begins with a move."""
    outlines: list[list[Command]] = []
    start: Command = ("M", 0.0, 0.0)
    closed = False
    for command in commands:
        if command[0] == "M":
            start = command
            outlines.append([command])
        else:
            if closed or not outlines:
                outlines.append([start])
            outlines[-1].append(command)
        closed = command[0] == "Z"
    return [outline for outline in outlines if len(outline) > 1]


def make_non_zero(commands: Sequence[Command], effort: Effort) -> tuple[Command, ...]:
    """Return a path whose non-zero filling looks like the even-odd filling of the given one.

    Outlines are turned so that each runs against the one that it lies in.

    Raises:
        ImageError: outlines cross, or there are too many to tell.
    """
    outlines = split_outlines(commands)
    polygons = [_flatten(outline) for outline in outlines]
    if _has_crossing(polygons, effort):
        raise ImageError("fill-rule evenodd is only understood where outlines do not cross")
    if len(outlines) == 1:
        return tuple(outlines[0])
    effort.spend(len(polygons) * sum(map(len, polygons)))
    found: list[Command] = []
    for index, (outline, polygon) in enumerate(zip(outlines, polygons, strict=True)):
        depth = sum(_is_inside(polygon[0], other) for i, other in enumerate(polygons) if i != index)
        is_clockwise = _measure_area(polygon) > 0
        found.extend(outline if is_clockwise == (depth % 2 == 0) else _reverse(outline))
    return tuple(found)


def _flatten(outline: Sequence[Command]) -> list[Point]:
    points: list[Point] = []
    for command in outline:
        if command[0] == "C":
            _, x1, y1, x2, y2, x, y = command
            x0, y0 = points[-1]
            for step in range(1, _CURVE_PARTS + 1):
                t = step / _CURVE_PARTS
                points.append((_bezier(t, x0, x1, x2, x), _bezier(t, y0, y1, y2, y)))
        elif command[0] != "Z":
            points.append((command[1], command[2]))
    return points


def _measure_area(polygon: Sequence[Point]) -> float:
    """Return the signed area, positive for a clockwise outline (y downwards)."""
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def _is_inside(point: Point, polygon: Sequence[Point]) -> bool:
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def _has_crossing(polygons: Iterable[Sequence[Point]], effort: Effort) -> bool:
    chords = [
        (min(p[0], q[0]), max(p[0], q[0]), p, q)
        for polygon in polygons
        for p, q in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
        if p != q
    ]
    chords.sort()
    for index, (_, right, p, q) in enumerate(chords):
        for other in range(index + 1, len(chords)):
            left, _, r, s = chords[other]
            if left >= right:
                break
            effort.spend(1)
            if _cross(p, q, r, s):
                return True
    return False


def _cross(p: Point, q: Point, r: Point, s: Point) -> bool:
    """Tell whether two chords cross properly; touching ends do not count."""
    return _turn(p, q, r) * _turn(p, q, s) < 0 and _turn(r, s, p) * _turn(r, s, q) < 0


def _turn(p: Point, q: Point, r: Point) -> float:
    turn = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    size = abs(q[0] - p[0]) + abs(q[1] - p[1]) + abs(r[0] - p[0]) + abs(r[1] - p[1])
    # Points that lie on the chord but for rounding are no crossing.
    return turn if abs(turn) > 1e-9 * size * size else 0.0


def _reverse(outline: Sequence[Command]) -> list[Command]:
    points = [(command[-2], command[-1]) for command in outline if command[0] != "Z"]
    found: list[Command] = [("M", *points[-1])]
    place = len(points) - 1
    for command in reversed(outline):
        if command[0] == "Z" or place == 0:
            continue
        place -= 1
        if command[0] == "C":
            _, x1, y1, x2, y2, _, _ = command
            found.append(("C", x2, y2, x1, y1, *points[place]))
        else:
            found.append(("L", *points[place]))
    found.append(("Z",))
    return found
