"""The dots that a group has put on a card or a mark, with their number beside them."""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import Path
from blueprint_editor.layout.flow import Chip, set_chip
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.text import TextStyle, Typesetter

_MOST = 10
"""More dots than these are told by the number alone."""
_SIZE, _PITCH = 0.56, 0.68
"""Of a dot and from dot to dot, as shares of the size of the letters beside it."""
_WIDEST = 0.6
"""Share of the width that the dots may take."""


class Dots(NamedTuple):
    """Dots in a row, ``top`` mm below the top of their line; ``size`` and ``pitch`` in mm."""

    number: int
    size: float
    pitch: float
    top: float
    colour: str

    def placed_at(self, x: float, y: float) -> tuple[Path, ...]:
        """Return the ink with the top-left corner of the line at (x, y) mm."""
        radius = self.size / 2
        centre = y + self.top + radius
        return tuple(
            Path(trace_circle(x + radius + index * self.pitch, centre, radius), self.colour)
            for index in range(self.number)
        )


def set_votes(
    typesetter: Typesetter, part: str, votes: int, words: str, style: TextStyle, width: float,
    language: str,
) -> Chip:  # fmt: skip
    """Return a chip of dots and what they count in words, no wider than ``width`` mm."""
    size, pitch = style.size * _SIZE, style.size * _PITCH
    count = max(1, min(votes, _MOST, int(width * _WIDEST / pitch)))
    dots = Dots(count, size, pitch, (style.leading - size) / 2, style.colour)
    indent = count * pitch + style.size * 0.2
    return set_chip(typesetter, part, dots, indent, words, style, width, language)
