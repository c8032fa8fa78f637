"""The word that marks a draft: large and pale across the lanes, behind all that stands in them."""

from math import atan2, cos, pi, sin

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.outlines import OutlineBook, Transform
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Path, Stroke
from blueprint_editor.layout.colour import to_grey
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import Theme

WATERMARK = "watermark"
_COLOUR = "#E1E4E9"
"""Told from every tint; the quietest text that may stand on it keeps 4.5:1."""
_LINE_COLOUR, _LINE = "#B9C0CA", 1.2
"""Of the outline where ink is saved, as wide in mm at type scale 1."""
_SHARE = 0.84
"""Of the lanes' width or height, whichever the word fills first."""
_STEEPEST = pi / 6


def build_watermark(
    word: str, width: float, height: float, theme: Theme, typesetter: Typesetter
) -> Group:
    """Draw the word across an area in mm, as outlines, since set text cannot be turned."""
    text = typesetter.set_line(word, theme.styles["title"]._replace(colour=_COLOUR), "")
    angle = min(atan2(height, width), _STEEPEST)
    across = text.width * cos(angle) + text.height * sin(angle)
    upward = text.width * sin(angle) + text.height * cos(angle)
    scale = _SHARE * min(width / max(across, 1.0), height / max(upward, 1.0))
    a, b = scale * cos(angle), scale * sin(angle)
    x, y = text.width / 2, text.height / 2
    # Turned about its own middle, which comes to stand in the middle of the area.
    turn = Transform(a, -b, b, a, width / 2 - a * x - b * y, height / 2 + b * x - a * y)
    runs = [item for item in text.placed_at(0.0, 0.0) if isinstance(item, GlyphRun)]
    commands = OutlineBook(typesetter.fonts).outline_runs(runs, turn)
    ink = GroupBuilder()
    colour, line = (to_grey(c) if theme.greyscale else c for c in (_COLOUR, _LINE_COLOUR))
    if theme.ink_saving:
        path = Path(commands, None, Stroke(line, theme.mm(_LINE)))
    else:
        path = Path(commands, colour)
    ink.add("", [path])
    return ink.build(WATERMARK, "decoration", Bounds(0, 0, width, height))
