"""Outlines of boxes and paths as path operators, in mm with y upwards."""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import PathCommand, Rectangle
from blueprint_editor.painters.pdf.operands import Decimals

_CIRCLE = 0.5522847498
"""How far a cubic curve's control points stand along the tangent of a quarter circle."""

_SHORT = 3
"""Paths of so few commands stay where they are."""


class Outline(NamedTuple):
    """Path operators from an origin of their own; equal shapes give the same ones anywhere.

    That is what packs a poster well: a repeated line of any length costs three bytes.
    """

    operators: str
    x: float = 0.0
    y: float = 0.0


class ShapeWriter:
    """Writes outlines, equal ones once.

    Args:
        decimals: how lengths are written.
    """

    def __init__(self, decimals: Decimals) -> None:
        self._decimals = decimals
        self._boxes: dict[tuple[float, float, float], str] = {}
        self._paths: dict[tuple[PathCommand, ...], Outline] = {}

    def outline_rectangle(self, box: Rectangle) -> Outline:
        """Return a box's outline; one with sharp corners is too short for an origin of its own."""
        if box.radius <= 0:
            sides = (box.x, -box.y - box.height, box.width, box.height)
            return Outline(f"{' '.join(map(self._decimals.write, sides))} re")
        key = box.width, box.height, box.radius
        found = self._boxes.get(key)
        if found is None:
            found = self._boxes[key] = self._outline_box(*key)
        return Outline(found, box.x, -box.y)

    def _outline_box(self, width: float, height: float, radius: float) -> str:
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
        write = self._decimals.write
        return " ".join(f"{' '.join(map(write, at))} {name}" for name, at in points) + " h"

    def outline_path(self, commands: tuple[PathCommand, ...]) -> Outline:
        """Return a path's outline, its first point as the origin unless it is short."""
        found = self._paths.get(commands)
        if found is None:
            x0 = y0 = 0.0
            if len(commands) > _SHORT and commands[0][0] == "M":
                _, x0, y0 = commands[0]
            found = self._paths[commands] = Outline(self._write_path(commands, x0, y0), x0, -y0)
        return found

    def _write_path(self, commands: tuple[PathCommand, ...], x0: float, y0: float) -> str:
        number, grain = self._decimals, self._decimals.grain
        out = []
        for command in commands:
            if command[0] == "C":
                _, x1, y1, x2, y2, x3, y3 = command
                out.append(
                    f"{number[round((x1 - x0) * grain)]} {number[round((y0 - y1) * grain)]}"
                    f" {number[round((x2 - x0) * grain)]} {number[round((y0 - y2) * grain)]}"
                    f" {number[round((x3 - x0) * grain)]} {number[round((y0 - y3) * grain)]} c"
                )
            elif command[0] == "Z":
                out.append("h")
            else:
                name, x, y = command
                place = f"{number[round((x - x0) * grain)]} {number[round((y0 - y) * grain)]}"
                out.append(f"{place} {'m' if name == 'M' else 'l'}")
        return " ".join(out)
