"""Lines that help to print, cut and glue sheets: crop and register marks, hatching, the rule.

All lie on a sheet's own mm; none belongs to the poster.
"""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Bounds, Path, PathCommand, Stroke

LINE = "#17202B"
HATCH = "#4A5666"
RULE_LENGTH = 100.0

_NEAR, _FAR = 0.6, 2.8
"""Where a mark starts and ends, counted from what the sheet shows."""
_TARGET = 1.0
"""Radius of a register mark."""
_CIRCLE = 0.5523
"""How far a cubic curve's control points stand along the tangent of a quarter circle."""
_MARK = Stroke(LINE, 0.15)
_SPACING = 3.2
"""Between the lines of the hatching, along its edge."""
_SPARED = 1.5
"""The poster goes on so far behind a seam before the hatching starts: cuts are not exact."""
_TICK = 10.0
_TICK_HEIGHTS = (1.0, 1.5, 2.2)
"""Of the rule's ticks: each centimetre, the middle, the ends."""


class SheetPlace(NamedTuple):
    """Where a part of the poster stands on its sheet, in mm of the sheet.

    Attributes:
        frame: all that is printed between the margins, repeated labels included.
        own: what is to be seen of it when the sheets are put together.
        shown: with the strips that neighbours are glued on.
        left, right, above, below: whether there are sheets on these sides.
    """

    frame: Bounds
    own: Bounds
    shown: Bounds
    left: bool
    right: bool
    above: bool
    below: bool


def draw_marks(place: SheetPlace) -> list[Path]:
    """Return crop marks at the edges of a sheet's own part, register marks where sheets meet."""
    own, frame = place.own, place.frame
    lines: list[PathCommand] = []
    targets: list[Path] = []
    for x, has_neighbour in ((own.x0, place.left), (own.x1, place.right)):
        for edge, away in ((frame.y0, -1.0), (frame.y1, 1.0)):
            lines += [("M", x, edge + away * _NEAR), ("L", x, edge + away * _FAR)]
            if has_neighbour:
                targets.append(_draw_target(x, edge + away * (_NEAR + _FAR) / 2))
    for y, has_neighbour in ((own.y0, place.above), (own.y1, place.below)):
        for edge, away in ((frame.x0, -1.0), (frame.x1, 1.0)):
            lines += [("M", edge + away * _NEAR, y), ("L", edge + away * _FAR, y)]
            if has_neighbour:
                targets.append(_draw_target(edge + away * (_NEAR + _FAR) / 2, y))
    return [Path(tuple(lines), None, _MARK), *targets]


def _draw_target(x: float, y: float) -> Path:
    r, arm, bend = _TARGET, _TARGET * 1.5, _TARGET * _CIRCLE
    return Path(
        (
            ("M", x - r, y),
            ("C", x - r, y - bend, x - bend, y - r, x, y - r),
            ("C", x + bend, y - r, x + r, y - bend, x + r, y),
            ("C", x + r, y + bend, x + bend, y + r, x, y + r),
            ("C", x - bend, y + r, x - r, y + bend, x - r, y),
            ("M", x - arm, y),
            ("L", x + arm, y),
            ("M", x, y - arm),
            ("L", x, y + arm),
        ),
        None,
        _MARK,
    )


def list_glue_strips(place: SheetPlace) -> Iterator[Bounds]:
    """Yield the strips that neighbours are glued on: at the right, at the bottom."""
    own, shown = place.own, place.shown
    if shown.x1 > own.x1:
        yield Bounds(own.x1, own.y0, shown.x1, shown.y1)
    if shown.y1 > own.y1:
        yield Bounds(own.x0, own.y1, own.x1, shown.y1)


def spare_seam(strip: Bounds) -> Bounds:
    """Return what is hatched of a glue strip: the poster goes on a little behind its seam."""
    spared = min(_SPARED, min(strip.width, strip.height) / 4)
    if strip.width < strip.height:
        return strip._replace(x0=strip.x0 + spared)
    return strip._replace(y0=strip.y0 + spared)


def hatch(strip: Bounds) -> Path:
    """Return slanted lines all over a box."""
    lines: list[PathCommand] = []
    # Lines rise to the right: x + y is the same all along each of them.
    total = strip.x0 + strip.y0 + _SPACING
    while total < strip.x1 + strip.y1:
        left, right = max(strip.x0, total - strip.y1), min(strip.x1, total - strip.y0)
        lines += [("M", left, total - left), ("L", right, total - right)]
        total += _SPACING
    return Path(tuple(lines), None, Stroke(HATCH, 0.13))


def draw_rule(x: float, y: float, *, upright: bool = False) -> Path:
    """Return a rule of 100 mm with a tick for each centimetre, from (x, y) on."""

    def place(along: float, across: float) -> tuple[float, float]:
        return (x + across, y + along) if upright else (x + along, y + across)

    lines: list[PathCommand] = [("M", *place(0.0, 0.0)), ("L", *place(RULE_LENGTH, 0.0))]
    count = round(RULE_LENGTH / _TICK)
    for number in range(count + 1):
        kind = 2 if number in (0, count) else int(number * 2 == count)
        half = _TICK_HEIGHTS[kind] / 2
        lines += [
            ("M", *place(number * _TICK, -half)), ("L", *place(number * _TICK, half)),
        ]  # fmt: skip
    return Path(tuple(lines), None, Stroke(LINE, 0.2))


def draw_arrow(x: float, y: float, size: float, dx: int, dy: int) -> Path:
    """Return a small triangle around (x, y) that points along (dx, dy)."""
    half = size / 2
    foot_x, foot_y = x - dx * half, y - dy * half
    corners: tuple[PathCommand, ...] = (
        ("M", foot_x + dy * half, foot_y + dx * half),
        ("L", x + dx * half, y + dy * half),
        ("L", foot_x - dy * half, foot_y - dx * half),
        ("Z",),
    )
    return Path(corners, LINE)
