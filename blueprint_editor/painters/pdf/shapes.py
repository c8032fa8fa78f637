"""Outlines of boxes and paths as path operators, in grains with y upwards."""

from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from blueprint_editor.drawing.primitives import PathCommand, Point, Rectangle

_CIRCLE = 0.5522847498
"""How far a cubic curve's control points stand along the tangent of a quarter circle."""

_FORMS = {"M": "%d %d m", "L": "%d %d l", "C": "%d %d %d %d %d %d c", "Z": "h"}
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_round = float.__round__
"""What ``round`` calls, in two thirds of its time."""
_TURN = 2
"""A line, its rounded corner and the line after it are more commands than this."""


Outline: TypeAlias = tuple[str, float, float]
"""Path operators around an anchor, and the anchor's own place in the group (grains).

Equal shapes have the same operators anywhere. That is what packs a poster well: a repeated line of
any length costs three bytes.
"""


class ShapeWriter:
    """Writes outlines, equal boxes once.

    Args:
        per_mm: how many grains one mm has.
    """

    def __init__(self, per_mm: float) -> None:
        self._per_mm = per_mm
        self._forms: dict[str, _Form] = {}
        self._boxes: dict[tuple[float, float, float], str] = {}

    def outline_rectangle(self, box: Rectangle) -> Outline:
        """Return a box's outline, anchored at its top left corner."""
        per_mm = self._per_mm
        key = box.width, box.height, box.radius
        found = self._boxes.get(key)
        if found is None:
            found = self._boxes[key] = _outline_box(*(length * per_mm for length in key))
        return found, box.x * per_mm, -box.y * per_mm

    def outline_path(self, commands: tuple[PathCommand, ...]) -> Outline:
        """Return a path's outline, anchored where :class:`_Form` says."""
        per_mm = self._per_mm
        kinds = ""
        numbers: list[float] = []
        for command in commands:
            kinds += command[0]
            numbers += command[1:]
        form = self._forms.get(kinds)
        if form is None:
            form = self._forms[kinds] = _Form(kinds)
        # All numbers at once: this is where a third of the time of a large poster went.
        x0, y0 = form.find_anchor(numbers)
        numbers[::2] = [_round((x - x0) * per_mm) for x in numbers[::2]]
        numbers[1::2] = [_round((y0 - y) * per_mm) for y in numbers[1::2]]
        return form.operators % tuple(numbers), x0 * per_mm, -y0 * per_mm


class _Form:
    """What all paths of the same kinds of commands have in common.

    Their anchor is the place from which a path has the most short numbers. Where a connector turns
    for the last time, its rounded corner is written like any other's.

    Args:
        kinds: letters of the commands.

    Attributes:
        operators: with room for the numbers.
    """

    def __init__(self, kinds: str) -> None:
        self.operators = " ".join([_FORMS[kind] for kind in kinds])
        # Where the numbers of each command begin, and where one after the last would.
        starts = list(accumulate([_NUMBERS[kind] for kind in kinds], initial=0))
        self._end = starts[1 if kinds[-1] == "Z" else -1] - 2
        self._corner = starts[-3] if len(kinds) > _TURN and kinds[-2:] in {"CL", "CC"} else 0

    def find_anchor(self, numbers: Sequence[float]) -> Point:
        """Return the anchor of the path with these numbers."""
        at = self._corner
        if not at:
            return numbers[self._end], numbers[self._end + 1]
        x0, y0, x1, _, _, _, x3, y3 = numbers[at - 2 : at + 6]
        return (x0, y3) if x0 == x1 else (x3, y0)


def _outline_box(wide: float, high: float, round_off: float) -> str:
    width, height = round(wide), round(high)
    if round_off <= 0:
        return f"0 0 {width} {-height} re"
    radius = min(round_off, wide / 2, high / 2)
    far, near = round(radius), round(radius * (1 - _CIRCLE))
    points = (
        ("m", (0, -far)),
        ("c", (0, -near, near, 0, far, 0)),
        ("l", (width - far, 0)),
        ("c", (width - near, 0, width, -near, width, -far)),
        ("l", (width, far - height)),
        ("c", (width, near - height, width - near, -height, width - far, -height)),
        ("l", (far, -height)),
        ("c", (near, -height, 0, near - height, 0, far - height)),
    )
    return " ".join(f"{' '.join(map(str, at))} {name}" for name, at in points) + " h"
