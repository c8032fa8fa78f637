"""Signs that people type and no text font has: arrows, ticks, boxes, stars, drawn as outlines."""

import re
from typing import NamedTuple, cast

from blueprint_editor.drawing.primitives import Path, PathCommand, Stroke

_COMMAND = re.compile("[MLCZ][^MLCZ]*")
_PEN = 0.075
"""Width of the stroke in ems, that of a text's upright stems."""


class Sign(NamedTuple):
    """An outline in ems, the origin on the baseline, y downwards; stroked, or filled."""

    width: float
    outline: str
    is_filled: bool = False


_RIGHT = "M 0.08 -0.28 L 0.86 -0.28 M 0.60 -0.52 L 0.87 -0.28 L 0.60 -0.04"
_LEFT = "M 0.87 -0.28 L 0.09 -0.28 M 0.35 -0.52 L 0.08 -0.28 L 0.35 -0.04"
_BOX = "M 0.08 -0.68 L 0.76 -0.68 L 0.76 0 L 0.08 0 Z"
_TICK = "M 0.10 -0.30 L 0.32 -0.06 L 0.72 -0.62"
_CROSS = "M 0.12 -0.60 L 0.64 -0.06 M 0.64 -0.60 L 0.12 -0.06"
_STAR = (
    "M 0.42 -0.76 L 0.52 -0.47 L 0.83 -0.46 L 0.58 -0.27 L 0.67 0.02 L 0.42 -0.15 L 0.17 0.02 "
    "L 0.26 -0.27 L 0.01 -0.46 L 0.32 -0.47 Z"
)

_DISC = (
    "M 0.70 -0.35 C 0.70 -0.18 0.57 -0.05 0.40 -0.05 C 0.23 -0.05 0.10 -0.18 0.10 -0.35 "
    "C 0.10 -0.52 0.23 -0.65 0.40 -0.65 C 0.57 -0.65 0.70 -0.52 0.70 -0.35 Z"
)

_SIGNS = {
    "→": Sign(0.95, _RIGHT),
    "←": Sign(0.95, _LEFT),
    "↔": Sign(0.95, _RIGHT + " M 0.35 -0.52 L 0.08 -0.28 L 0.35 -0.04"),
    "↑": Sign(0.66, "M 0.33 0.04 L 0.33 -0.70 M 0.09 -0.44 L 0.33 -0.71 L 0.57 -0.44"),
    "↓": Sign(0.66, "M 0.33 -0.70 L 0.33 0.04 M 0.09 -0.22 L 0.33 0.05 L 0.57 -0.22"),
    "⇒": Sign(
        0.95,
        "M 0.08 -0.38 L 0.74 -0.38 M 0.08 -0.18 L 0.74 -0.18 M 0.58 -0.56 L 0.88 -0.28 L 0.58 0",
    ),
    "✓": Sign(0.80, _TICK),
    "✔": Sign(0.80, _TICK),
    "✗": Sign(0.76, _CROSS),
    "✘": Sign(0.76, _CROSS),
    "✕": Sign(0.76, _CROSS),
    "☐": Sign(0.84, _BOX),
    "☑": Sign(0.84, _BOX + " M 0.22 -0.34 L 0.37 -0.18 L 0.63 -0.52"),
    "☒": Sign(0.84, _BOX + " M 0.24 -0.52 L 0.60 -0.16 M 0.60 -0.52 L 0.24 -0.16"),
    "★": Sign(0.84, _STAR, is_filled=True),
    "☆": Sign(0.84, _STAR),
    "●": Sign(0.80, _DISC, is_filled=True),
    "○": Sign(0.80, _DISC),
    "■": Sign(0.84, _BOX, is_filled=True),
    "□": Sign(0.84, _BOX),
    "▲": Sign(0.80, "M 0.40 -0.68 L 0.76 0 L 0.04 0 Z", is_filled=True),
    "▼": Sign(0.80, "M 0.40 0 L 0.76 -0.68 L 0.04 -0.68 Z", is_filled=True),
    "►": Sign(0.80, "M 0.72 -0.34 L 0.10 -0.66 L 0.10 -0.02 Z", is_filled=True),
    "≤": Sign(0.66, "M 0.58 -0.62 L 0.08 -0.38 L 0.58 -0.14 M 0.08 0 L 0.58 0"),
    "≥": Sign(0.66, "M 0.08 -0.62 L 0.58 -0.38 L 0.08 -0.14 M 0.08 0 L 0.58 0"),
    "≠": Sign(
        0.66, "M 0.08 -0.46 L 0.58 -0.46 M 0.08 -0.24 L 0.58 -0.24 M 0.48 -0.66 L 0.18 -0.04"
    ),
}


def find_width(letter: str) -> float | None:
    """Return a sign's advance in ems, None where there is no such sign."""
    sign = _SIGNS.get(letter)
    return sign.width if sign else None


def draw_sign(letter: str, x: float, baseline: float, size: float, colour: str, text: str) -> Path:
    """Return a sign at (x, baseline) mm; ``text`` is what a reader copies."""
    sign = _SIGNS[letter]
    commands: list[PathCommand] = []
    for piece in _COMMAND.findall(sign.outline):
        numbers = [float(number) for number in piece[1:].split()]
        ends = [v * size + (baseline if odd % 2 else x) for odd, v in enumerate(numbers)]
        commands.append(cast("PathCommand", (piece[0], *ends)))
    stroke = Stroke(colour, _PEN * size, (), round_cap=True)
    if sign.is_filled:
        return Path(tuple(commands), colour, None, text)
    return Path(tuple(commands), None, stroke, text)
