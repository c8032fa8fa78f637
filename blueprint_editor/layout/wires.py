"""Connectors as ink: line styles and heads by kind, rounded corners, labels on their track."""

import math
from functools import partial
from typing import NamedTuple

from blueprint_editor.drawing.drawing import DeferredParts, Group, Part
from blueprint_editor.drawing.primitives import Bounds, Path, PathCommand, Point, Primitive, Stroke
from blueprint_editor.layout.routing import Course
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import PAPER, Theme

_DOUBLE = 3.6
"""How many lines' width a double line is wide."""


class WireLabel(NamedTuple):
    """A connector's words, set with ``padding`` mm at both sides."""

    text: SetText
    padding: float

    @property
    def width(self) -> float:
        return self.text.width + 2 * self.padding

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def missing(self) -> str:
        return self.text.missing


def wire_dash(kind: str, theme: Theme) -> tuple[float, ...]:
    """Return the dash pattern in mm: each kind has its own, so that colour is not needed."""
    if kind == "information":
        return (theme.mm(2.0), theme.mm(1.6))
    if kind == "return":
        return (theme.mm(5.5), theme.mm(2.0))
    return ()


def set_wire_label(
    text: str,
    kind: str,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    *,
    runs_along: bool = False,
) -> WireLabel:
    """Set the label of a connector, narrow enough to stand beside a line of its kind.

    One that ``runs_along`` a lane, past a column at the least, has room for longer lines.
    """
    style = theme.styles["label"]
    longest = theme.mm(theme.metrics.column_width * (1.0 if runs_along else 0.62))
    box = typesetter.set_text(text, style, longest, language, align="hug", spare_hyphens=True)
    spread = (_DOUBLE - 1) / 2 * theme.metrics.line_width if kind == "handover" else 0.0
    return WireLabel(box, theme.mm(0.8 + spread))


def _unit(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    return dx / length, dy / length


def _shortened(points: list[Point], by: float) -> list[Point]:
    """Return the line without its last ``by`` mm."""
    ux, uy = _unit(points[-2], points[-1])
    room = math.dist(points[-2], points[-1])
    by = min(by, room * 0.98)
    return [*points[:-1], (points[-1][0] - ux * by, points[-1][1] - uy * by)]


def _round(mm: float) -> float:
    # As round(mm, 3) does to what stands on the routing's raster, in a third of its time.
    return round(mm * 1000) / 1000


def _rounded(points: list[Point], radius: float) -> tuple[PathCommand, ...]:
    commands: list[PathCommand] = [("M", *points[0])]
    lengths = list(map(math.dist, points, points[1:]))
    corners = zip(points, points[1:], points[2:], lengths, lengths[1:], strict=False)
    for (x0, y0), (x, y), (x1, y1), before, after in corners:
        r = min(radius, before / 2, after / 2)
        # From the corner to where its curve starts and ends.
        b, a = r / (before or 1.0), r / (after or 1.0)
        bx, by, ax, ay = (x0 - x) * b, (y0 - y) * b, (x1 - x) * a, (y1 - y) * a
        commands.append(("L", x + bx, y + by))
        commands.append(
            ("C", x + bx * 0.45, y + by * 0.45, x + ax * 0.45, y + ay * 0.45, x + ax, y + ay)
        )
    commands.append(("L", *points[-1]))
    return tuple(commands)


def _arrow_head(tip: Point, before: Point, theme: Theme, colour: str) -> Path:
    ux, uy = _unit(before, tip)
    length, half = theme.mm(theme.metrics.arrow_length), theme.mm(theme.metrics.arrow_width) / 2
    bx, by = tip[0] - ux * length, tip[1] - uy * length
    notch = length * 0.22
    return Path(
        (
            ("M", *tip),
            ("L", bx - uy * half, by + ux * half),
            ("L", bx + ux * notch, by + uy * notch),
            ("L", bx + uy * half, by - ux * half),
            ("Z",),
        ),
        colour,
    )


def _loop_head(tip: Point, before: Point, theme: Theme, colour: str) -> list[Path]:
    """Return the loop-back head: an arrowhead with a bar across the line behind it."""
    ux, uy = _unit(before, tip)
    back = theme.mm(theme.metrics.arrow_length) * 1.45
    half = theme.mm(theme.metrics.arrow_width) * 0.62
    x, y = tip[0] - ux * back, tip[1] - uy * back
    stroke = Stroke(colour, theme.mm(theme.metrics.line_width) * 1.2)
    bar = Path(
        (("M", x - uy * half, y + ux * half), ("L", x + uy * half, y - ux * half)), None, stroke
    )
    return [_arrow_head(tip, before, theme, colour), bar]


def _diamond(start: Point, after: Point, theme: Theme, colour: str) -> Path:
    ux, uy = _unit(start, after)
    length, half = theme.mm(4.4), theme.mm(1.6)
    mx, my = start[0] + ux * length / 2, start[1] + uy * length / 2
    return Path(
        (
            ("M", *start),
            ("L", mx - uy * half, my + ux * half),
            ("L", start[0] + ux * length, start[1] + uy * length),
            ("L", mx + uy * half, my - ux * half),
            ("Z",),
        ),
        PAPER,
        Stroke(colour, theme.mm(theme.metrics.line_width)),
    )


def _line_ink(kind: str, points: list[Point], theme: Theme, colour: str) -> list[Path]:
    width = theme.mm(theme.metrics.line_width)
    radius = theme.mm(theme.metrics.corner_radius)
    head = theme.mm(theme.metrics.arrow_length) * 0.8
    line = _shortened(points, head)
    if kind == "two_way":
        line = _shortened(line[::-1], head)[::-1]
    course = _rounded(line, radius)
    if kind == "handover":
        # A thick line with a paper-coloured core reads as two parallel lines round every corner.
        return [
            Path(course, None, Stroke(colour, width * _DOUBLE)),
            Path(course, None, Stroke(PAPER, width * 1.6)),
        ]
    return [Path(course, None, Stroke(colour, width, wire_dash(kind, theme)))]


def _heads(kind: str, points: list[Point], theme: Theme, colour: str) -> list[Path]:
    if kind == "return":
        return _loop_head(points[-1], points[-2], theme, colour)
    heads = [_arrow_head(points[-1], points[-2], theme, colour)]
    if kind == "two_way":
        heads.append(_arrow_head(points[0], points[1], theme, colour))
    if kind == "branch":
        heads.append(_diamond(points[0], points[1], theme, colour))
    return heads


def draw_sample_wire(kind: str, length: float, theme: Theme) -> tuple[Path, ...]:
    """Return a straight piece of the kind for the legend, from (0, 0) to (length, 0) mm."""
    points = [(0.0, 0.0), (length, 0.0)]
    colour = _find_colour(kind, theme)
    return (*_line_ink(kind, points, theme, colour), *_heads(kind, points, theme, colour))


def build_wire(
    key: str, kind: str, course: Course, label: WireLabel | None, alt: str, theme: Theme
) -> Group:
    """Return the connector's group, its ink to be drawn when it is looked at.

    The part ``line`` holds line, heads and label text.
    """
    xs, ys = [x for x, _ in course.points], [y for _, y in course.points]
    pad = theme.mm(theme.metrics.arrow_width) / 2
    x0, y0 = _round(min(xs)) - pad, _round(min(ys)) - pad
    x1, y1 = _round(max(xs)) + pad, _round(max(ys)) + pad
    if label is not None and course.label is not None:
        dx, dy = _round(course.label.x0), _round(course.label.y0)
        x0, y0, x1, y1 = (
            min(x0, dx), min(y0, dy), max(x1, dx + label.width), max(y1, dy + label.height)
        )  # fmt: skip
    parts = DeferredParts(partial(_draw_wire, kind, course, label, theme))
    outline = ("", _find_colour(kind, theme))
    return Group(key, "connector", parts, Bounds(x0, y0, x1, y1), alt, outline, course.points)


def _find_colour(kind: str, theme: Theme) -> str:
    return "#000000" if kind == "handover" else theme.styles["body"].colour


def _draw_wire(
    kind: str, course: Course, label: WireLabel | None, theme: Theme
) -> tuple[Part, ...]:
    points = [(_round(x), _round(y)) for x, y in course.points]
    colour = _find_colour(kind, theme)
    ink: list[Primitive] = [
        *_line_ink(kind, points, theme, colour),
        *_heads(kind, points, theme, colour),
    ]
    if label is not None and course.label is not None:
        dx, dy = _round(course.label.x0), _round(course.label.y0)
        ink += label.text.placed_at(dx + label.padding, dy)
    return (Part("line", tuple(ink)),)
