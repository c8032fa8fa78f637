"""The path grammar of SVG 1.1 (§8.3) to moves, lines, cubic curves and closes."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from blueprint_editor.model.images.geometry import Matrix, Point
from blueprint_editor.model.images.pictures import Command, ImageError

MAX_COORDINATE = 1e7
MAX_COMMANDS = 200_000
"""Commands of one path; a poster's finest logo has some thousands."""

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SPACE = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_FLAG = re.compile("[01]")
_ARC_FLAGS = (3, 4)


def parse_number(text: str) -> float:
    """Return a plain number of SVG.

    Raises:
        ImageError: it is none, or beyond all sense.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text) is None or not abs(number := float(text)) <= MAX_COORDINATE:
        raise ImageError(f'"{text[:40]}" is not a number of a picture')
    return number


def parse_numbers(text: str) -> list[float]:
    """Return the numbers of a list that is set apart by commas and spaces."""
    return [parse_number(part) for part in re.split(r"[\s,]+", text.strip()) if part]


def parse_path(data: str) -> tuple[Command, ...]:
    """Return the commands of a ``d`` attribute, all absolute.

    Raises:
        ImageError: it is not path data.
    """
    pen = _Pen()
    for letter, numbers in _iter_commands(data):
        pen.draw(letter, numbers)
        if len(pen.commands) > MAX_COMMANDS:
            raise ImageError(f"a path has more than {MAX_COMMANDS} commands")
    return tuple(pen.commands)


def _iter_commands(data: str) -> Iterator[tuple[str, list[float]]]:
    place = _skip(data, 0)
    letter = ""
    while place < len(data):
        if data[place].upper() in _COUNTS:
            letter = data[place]
            place = _skip(data, place + 1)
        elif not letter or letter in "zZ":
            raise ImageError(f'path data cannot go on with "{data[place : place + 20]}"')
        numbers: list[float] = []
        for index in range(_COUNTS[letter.upper()]):
            pattern = _FLAG if letter in "aA" and index in _ARC_FLAGS else _NUMBER
            found = pattern.match(data, place)
            if found is None:
                raise ImageError(f'path data cannot go on with "{data[place : place + 20]}"')
            numbers.append(parse_number(found.group()))
            place = _skip(data, found.end())
        yield letter, numbers
        letter = {"m": "l", "M": "L"}.get(letter, letter)


def _skip(data: str, place: int) -> int:
    found = _SPACE.match(data, place)
    return found.end() if found is not None else place


class _Pen:
    """Where the path stands, and what it has drawn so far."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None
        """The last curve's second control point, for a smooth one after it."""
        self.last = ""

    def draw(self, letter: str, numbers: Sequence[float]) -> None:
        kind = letter.upper()
        if not self.commands and kind != "M":
            raise ImageError("path data must begin with a move")
        x0, y0 = self.here if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            self.commands.append(("Z",))
            self.here = self.start
        elif kind == "A":
            rx, ry, turn, large, sweep, x, y = numbers
            end = (x + x0, y + y0)
            self._curve_to(arc_to_cubics(self.here, rx, ry, turn, large != 0, sweep != 0, end))
        elif kind in "HV":
            self._line_to(
                (numbers[0] + x0, self.here[1]) if kind == "H" else (self.here[0], numbers[0] + y0)
            )
        else:
            points = [(numbers[i] + x0, numbers[i + 1] + y0) for i in range(0, len(numbers), 2)]
            self._draw_points(kind, points)
        self.last = kind

    def _draw_points(self, kind: str, points: list[Point]) -> None:
        if kind == "M":
            self.commands.append(("M", *points[0]))
            self.here = self.start = points[0]
        elif kind == "L":
            self._line_to(points[0])
        elif kind in "CS":
            first = self._reflect("CS") if kind == "S" else points[0]
            self.handle = points[-2]
            self._curve_to([(first, points[-2], points[-1])])
        else:
            control = self._reflect("QT") if kind == "T" else points[0]
            self.handle = control
            self._curve_to([_raise_degree(self.here, control, points[-1])])

    def _reflect(self, kinds: str) -> Point:
        if self.handle is None or self.last not in kinds:
            return self.here
        return (2 * self.here[0] - self.handle[0], 2 * self.here[1] - self.handle[1])

    def _line_to(self, point: Point) -> None:
        self.commands.append(("L", *point))
        self.here = point

    def _curve_to(self, curves: Sequence[tuple[Point, Point, Point]]) -> None:
        for first, second, end in curves:
            self.commands.append(("C", *first, *second, *end))
            self.here = end


def _raise_degree(start: Point, control: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return the cubic that equals a quadratic curve."""

    def towards(point: Point) -> Point:
        return (
            point[0] + (control[0] - point[0]) * 2 / 3,
            point[1] + (control[1] - point[1]) * 2 / 3,
        )

    return (towards(start), towards(end), end)


def arc_to_cubics(
    start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point
) -> list[tuple[Point, Point, Point]]:
    """Return an elliptical arc as cubic curves (SVG 1.1, appendix F.6); ``turn`` in degrees."""
    if start == end:
        return []
    rx, ry = abs(rx), abs(ry)
    if rx == 0 or ry == 0:
        return [(start, end, end)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    reach = (x1 / rx) ** 2 + (y1 / ry) ** 2
    if reach > 1:
        rx, ry = rx * math.sqrt(reach), ry * math.sqrt(reach)
    over = (rx * y1) ** 2 + (ry * x1) ** 2
    factor = math.sqrt(max((rx * ry) ** 2 / over - 1, 0.0)) * (-1 if large == sweep else 1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    ellipse = Matrix(
        cos * rx,
        sin * rx,
        -sin * ry,
        cos * ry,
        cos * cx1 - sin * cy1 + (start[0] + end[0]) / 2,
        sin * cx1 + cos * cy1 + (start[1] + end[1]) / 2,
    )
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    sweep_angle = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - first
    if sweep and sweep_angle < 0:
        sweep_angle += 2 * math.pi
    elif not sweep and sweep_angle > 0:
        sweep_angle -= 2 * math.pi
    curves = list(_iter_unit_arc(first, sweep_angle, ellipse))
    curves[-1] = (*curves[-1][:2], end)
    return curves


def _iter_unit_arc(
    first: float, angle: float, matrix: Matrix
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield curves of at most a quarter of the unit circle, mapped by ``matrix``."""
    count = max(math.ceil(abs(angle) / (math.pi / 2) - 1e-9), 1)
    handle = 4 / 3 * math.tan(angle / count / 4)
    for a, b in pairwise(first + angle * i / count for i in range(count + 1)):
        yield (
            matrix.apply(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a)),
            matrix.apply(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b)),
            matrix.apply(math.cos(b), math.sin(b)),
        )
