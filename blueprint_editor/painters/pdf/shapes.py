"""Outlines of boxes and paths as path operators, in mm with y upwards."""

from functools import lru_cache, partial
from typing import NamedTuple

from blueprint_editor.drawing.primitives import PathCommand, Rectangle
from blueprint_editor.painters.pdf.operands import write_decimal, write_number

_CIRCLE = 0.5522847498
"""How far a cubic curve's control points stand along the tangent of a quarter circle."""


class Outline(NamedTuple):
    """Path operators from an origin of their own; equal shapes give the same ones anywhere.

    That is what packs a poster well: a repeated line of any length costs three bytes.
    """

    operators: str
    x: float
    y: float


@lru_cache(maxsize=1 << 12)
def outline_box(width: float, height: float, radius: float, decimals: int) -> str:
    """Return the outline of a box whose top-left corner is the origin."""
    number = partial(write_number, decimals=decimals)
    if radius <= 0:
        return f"0 0 {number(width)} {number(-height)} re"
    far = min(radius, width / 2, height / 2)
    near = far * (1 - _CIRCLE)
    points: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("m", (far, 0)),
        ("l", (width - far, 0)),
        ("c", (width - near, 0, width, -near, width, -far)),
        ("l", (width, far - height)),
        ("c", (width, near - height, width - near, -height, width - far, -height)),
        ("l", (far, -height)),
        ("c", (near, -height, 0, near - height, 0, far - height)),
        ("l", (0, -far)),
        ("c", (0, -near, near, 0, far, 0)),
    )
    steps = (f"{' '.join(map(number, values))} {operator}" for operator, values in points)
    return f"{' '.join(steps)} h"


def outline_rectangle(box: Rectangle, decimals: int) -> Outline:
    """Return a box's outline; one with sharp corners is too short to need its own origin."""
    if box.radius > 0:
        return Outline(outline_box(box.width, box.height, box.radius, decimals), box.x, -box.y)
    sides = (box.x, -box.y - box.height, box.width, box.height)
    return Outline(f"{' '.join(write_number(side, decimals) for side in sides)} re", 0, 0)


_PATH_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_SHORT = 3
"""Paths of so few commands stay where they are."""


@lru_cache(maxsize=1 << 12)
def outline_path(commands: tuple[PathCommand, ...], decimals: int) -> Outline:
    """Return a path's outline, its first point as the origin unless it is short."""
    x0 = y0 = 0.0
    if len(commands) > _SHORT and commands[0][0] == "M":
        _, x0, y0 = commands[0]
    grain = 10**decimals
    out = []
    for command in commands:
        is_x = True
        for value in command[1:]:
            count = (value - x0) * grain if is_x else (y0 - value) * grain
            out.append(write_decimal(round(count), decimals))
            is_x = not is_x
        out.append(_PATH_OPERATORS[command[0]])
    return Outline(" ".join(out), x0, -y0)
