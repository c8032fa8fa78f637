"""The mark that leads from one row of a poster to the next: a line back to the left, with words."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import Bounds, Path, Stroke
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import Theme

_HEIGHT = 20.0
"""What it takes between two rows, in mm at type scale 1."""
_EDGE = 9.0
_RADIUS = 3.0


class RowBreak(NamedTuple):
    """What a mark must know, in mm from its top-left corner.

    Attributes:
        words: what the next row begins with.
        width: of the rows.
        end: where the line ends, at the left of the next row's first header.
    """

    words: str
    width: float
    end: tuple[float, float]


def measure_row_break(theme: Theme) -> float:
    """Return how far apart two rows are, in mm."""
    return theme.mm(_HEIGHT)


def build_row_break(
    key: str, told: RowBreak, theme: Theme, typesetter: Typesetter, language: str
) -> Group:
    """Draw the line: down at the right end, back above the next row, and into its headers."""
    ink = GroupBuilder()
    style = theme.styles["step"]
    left, right, radius = theme.mm(_EDGE), told.width - theme.mm(_EDGE), theme.mm(_RADIUS)
    text = typesetter.set_line(told.words, style, language)
    middle = theme.mm(_HEIGHT) * 0.62
    x, y = told.end
    length, wide = theme.mm(theme.metrics.arrow_length) * 1.4, theme.mm(theme.metrics.arrow_width)
    stroke = Stroke(style.colour, theme.mm(1.0))
    ink.add("", [
        Path((
            ("M", right, theme.mm(1.5)), ("L", right, middle - radius),
            ("C", right, middle, right, middle, right - radius, middle),
            ("L", left + radius, middle),
            ("C", left, middle, left, middle, left, middle + radius),
            ("L", left, y - radius),
            ("C", left, y, left, y, left + radius, y),
            ("L", x - length, y),
        ), None, stroke),
        Path((
            ("M", x, y), ("L", x - length, y - wide / 2), ("L", x - length, y + wide / 2), ("Z",),
        ), style.colour, None),
    ])  # fmt: skip
    ink.add_text("", text, left + theme.mm(5), middle - text.height - theme.mm(0.8))
    return ink.build(key, "decoration", Bounds(0, 0, told.width, y + wide), label=told.words)
