"""What is set in a content stream, so that nothing is set twice."""

from typing import TypeAlias

from blueprint_editor.drawing.primitives import Stroke
from blueprint_editor.painters.pdf.operands import Decimals, write_colour
from blueprint_editor.painters.pdf.text_lines import TextLines

FIRST_COLOUR = "#000000"
"""Of fills and lines at the start of the page."""

ROUND_JOIN, SHARP_JOIN = 1, 0
"""How lines meet: in paths, and at the corners of boxes."""

_SIZE_DIGITS = 1
"""Of sizes and widths in grains, which are not places."""


_Settings: TypeAlias = tuple[str, Stroke, int, str, float]
"""Colour of fills, how lines look and meet, font and its size."""

_FIRST: _Settings = (FIRST_COLOUR, Stroke(FIRST_COLOUR, -1.0), ROUND_JOIN, "", 0.0)


class Pen:
    """The graphics state, as far as it has been set.

    What a group's first ink wants is set for the page, and the next group of its sort finds it
    there; the rest is set inside the group and ends with it.

    Args:
        out: where the operators go.
        per_mm: how many grains one mm has.
        lines: know the space in which texts have their size.
    """

    def __init__(self, out: list[str], per_mm: float, lines: TextLines) -> None:
        self._out = out
        self._lines = lines
        self._per_mm = per_mm
        self._sizes = Decimals(_SIZE_DIGITS)
        self._fill, self._stroke, self._join, self._font, self._size = self._page = _FIRST

    def begin_group(self) -> None:
        """Remember what is set for the page."""
        self._page = self._fill, self._stroke, self._join, self._font, self._size

    def end_group(self) -> None:
        """What is set for the page holds again."""
        self._fill, self._stroke, self._join, self._font, self._size = self._page

    def _write_size(self, length: float) -> str:
        """Write a length of mm that is no place."""
        return self._sizes.write(length * self._per_mm)

    def set_text(self, font: str, size: float, colour: str | None) -> None:
        """Set font, size (mm) and colour of texts; None keeps the colour."""
        if font != self._font or size != self._size:
            self._font, self._size = font, size
            self._out.append(f"/{font} {self._lines.write_size(size * self._per_mm)} Tf")
        if colour is not None and colour != self._fill:
            self._set_fill(colour)

    def set_shape(self, fill: str | None, stroke: Stroke | None, join: int) -> None:
        """Set the colours of a shape and how its line looks; ``join`` is how lines meet."""
        if fill is not None and fill != self._fill:
            self._set_fill(fill)
        if stroke is not None:
            if stroke != self._stroke:
                self._set_stroke(stroke)
            if join != self._join:
                self._join = join
                self._out.append(f"{join} j")

    def _set_fill(self, colour: str) -> None:
        self._fill = colour
        self._out.append(f"{write_colour(colour)} rg")

    def _set_stroke(self, stroke: Stroke) -> None:
        out = self._out
        before, self._stroke = self._stroke, stroke
        if stroke.colour != before.colour:
            out.append(f"{write_colour(stroke.colour)} RG")
        if stroke.width != before.width:
            out.append(f"{self._write_size(stroke.width)} w")
        if stroke.dash != before.dash:
            dash = " ".join(map(self._write_size, stroke.dash))
            out.append(f"[{dash}] 0 d")
        if stroke.round_cap != before.round_cap:
            out.append(f"{int(stroke.round_cap)} J")
