"""What goes into the typesetter and what comes out of it."""

from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.drawing.primitives import FaceKey, GlyphRun, Path

Align: TypeAlias = Literal["left", "right", "center"]


class TextStyle(NamedTuple):
    """How a text is set.

    Attributes:
        face: the cut of the main family; letters it lacks come from another family in the same
            weight and width.
        size: em size in mm.
        leading: distance from baseline to baseline in mm.
        colour: ``#RRGGBB``.
    """

    face: FaceKey
    size: float
    leading: float
    colour: str = "#17202B"


class SetText(NamedTuple):
    """A text set in lines, its box's top-left corner at (0, 0), all in mm.

    Attributes:
        primitives: glyph runs in reading order; a letter that no font has is an outlined box with
            the letter as its actual text (and the space that was dropped at a line's end).
        width: advance width of the widest line.
        height: lines × leading.
        line_widths: advance width of each line.
        missing: the letters that no font has, each once, in order of appearance.
    """

    primitives: tuple[GlyphRun | Path, ...]
    width: float
    height: float
    line_widths: tuple[float, ...]
    missing: str = ""

    def moved(self, dx: float, dy: float) -> tuple[GlyphRun | Path, ...]:
        """Return the primitives shifted by (dx, dy) mm."""
        return tuple([item.moved(dx, dy) for item in self.primitives])
