"""Outlines of boxes and paths as path operators, in mm with y upwards."""

from functools import lru_cache

from blueprint_editor.drawing.primitives import Path, PathCommand, Rectangle
from blueprint_editor.painters.pdf.operands import write_number as number

_CIRCLE = 0.5522847498
"""How far a cubic curve's control points stand along the tangent of a quarter circle."""


@lru_cache(maxsize=1 << 12)
def _outline_box(x: float, y: float, width: float, height: float, radius: float) -> str:
    if radius <= 0:
        return f"{number(x)} {number(-y - height)} {number(width)} {number(height)} re"
    left, right, top, bottom = x, x + width, -y, -y - height
    far = min(radius, width / 2, height / 2)
    near = far * (1 - _CIRCLE)
    points: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("m", (left + far, top)),
        ("l", (right - far, top)),
        ("c", (right - near, top, right, top - near, right, top - far)),
        ("l", (right, bottom + far)),
        ("c", (right, bottom + near, right - near, bottom, right - far, bottom)),
        ("l", (left + far, bottom)),
        ("c", (left + near, bottom, left, bottom + near, left, bottom + far)),
        ("l", (left, top - far)),
        ("c", (left, top - near, left + near, top, left + far, top)),
    )
    steps = (f"{' '.join(map(number, values))} {operator}" for operator, values in points)
    return f"{' '.join(steps)} h"


def outline_rectangle(box: Rectangle) -> str:
    """Return the box's outline; equal boxes give the same string."""
    return _outline_box(box.x, box.y, box.width, box.height, box.radius)


def outline_path(path: Path) -> str:
    """Return the path's outline."""
    return _outline_commands(path.commands)


@lru_cache(maxsize=1 << 10)
def _outline_commands(commands: tuple[PathCommand, ...]) -> str:
    return " ".join(map(_write_command, commands))


def _write_command(command: PathCommand) -> str:
    if command[0] == "Z":
        return "h"
    values = command[1:]
    places = (number(-v if index % 2 else v) for index, v in enumerate(values))
    return f"{' '.join(places)} {command[0].lower()}"
