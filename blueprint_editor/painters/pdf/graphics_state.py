"""What is set and what is open in a content stream, so that nothing is written twice."""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Stroke
from blueprint_editor.painters.pdf.meaning import Element, Slot
from blueprint_editor.painters.pdf.operands import Decimals, write_colour, write_text
from blueprint_editor.painters.pdf.text_lines import TextLines

FIRST_COLOUR = "#000000"
"""Of fills and lines at the start of the page."""

ROUND_JOIN, SHARP_JOIN = 1, 0
"""How lines meet: in paths, and at the corners of boxes."""

_SIZE_DIGITS = 1
"""Of sizes and widths in grains, which are not places."""


class _Settings(NamedTuple):
    fill: str = FIRST_COLOUR
    line: str = FIRST_COLOUR
    width: float = -1.0
    dash: tuple[float, ...] = ()
    round_cap: bool = False
    join: int = ROUND_JOIN
    font: tuple[str, str] | None = None


class Pen:
    """The graphics state, as far as it has been set.

    What a group's first ink wants is set for the page, and the next group of its sort finds it
    there; the rest is set inside the group and ends with it.

    Args:
        out: where the operators go.
        per_mm: how many grains one mm has.
    """

    def __init__(self, out: list[str], per_mm: float) -> None:
        self._out = out
        self._per_mm = per_mm
        self._sizes = Decimals(_SIZE_DIGITS)
        self._set(_Settings())
        self._page = _Settings()

    def _set(self, settings: _Settings) -> None:
        (
            self._fill,
            self._line,
            self._width,
            self._dash,
            self._round_cap,
            self._join,
            self._font,
        ) = settings

    def begin_group(self) -> None:
        """Remember what is set for the page."""
        self._page = _Settings(
            self._fill,
            self._line,
            self._width,
            self._dash,
            self._round_cap,
            self._join,
            self._font,
        )

    def end_group(self) -> None:
        """What is set for the page holds again."""
        self._set(self._page)

    def _write_size(self, length: float) -> str:
        """Write a length of mm that is no place."""
        return self._sizes.write(length * self._per_mm)

    def set_text(self, font: str, size: str, colour: str | None) -> None:
        """Set font, size (as it is written) and colour of texts; None keeps the colour."""
        if (font, size) != self._font:
            self._font = (font, size)
            self._out.append(f"/{font} {size} Tf")
        if colour is not None and colour != self._fill:
            self._set_fill(colour)

    def set_shape(self, fill: str | None, stroke: Stroke | None, join: int) -> None:
        """Set the colours of a shape and how its line looks; ``join`` is how lines meet."""
        if fill is not None and fill != self._fill:
            self._set_fill(fill)
        if stroke is not None:
            self._set_stroke(stroke, join)

    def _set_fill(self, colour: str) -> None:
        self._fill = colour
        self._out.append(f"{write_colour(colour)} rg")

    def _set_stroke(self, stroke: Stroke, join: int) -> None:
        out = self._out
        if stroke.colour != self._line:
            self._line = stroke.colour
            out.append(f"{write_colour(stroke.colour)} RG")
        if stroke.width != self._width:
            self._width = stroke.width
            out.append(f"{self._write_size(stroke.width)} w")
        if stroke.dash != self._dash:
            self._dash = stroke.dash
            dash = " ".join(map(self._write_size, stroke.dash))
            out.append(f"[{dash}] 0 d")
        if stroke.round_cap != self._round_cap:
            self._round_cap = stroke.round_cap
            out.append(f"{int(stroke.round_cap)} J")
        if join != self._join:
            self._join = join
            out.append(f"{join} j")


class MarkedContent:
    """Marked content as it opens and closes; only opened where ink follows.

    Marked content is never nested: a text in another language or ink that reads as something else
    gets a piece of its own, since some readers lose what follows an inner piece.

    Args:
        out: where the operators go.
        lines: the text object, which ends with the marked content it stands in.
    """

    def __init__(self, out: list[str], lines: TextLines) -> None:
        self._out = out
        self._lines = lines
        self._current: tuple[Slot | None, str | None, str] | None = None
        self._places: list[int] = []

    def enter(self, slot: Slot | None, actual_text: str | None = None, language: str = "") -> None:
        """Let the ink that follows belong to the slot's element; None = decoration."""
        wanted = (slot, actual_text, language) if slot else (None, None, "")
        if wanted == self._current:
            return
        self.leave()
        self._current = wanted
        if not slot:
            self._out.append("/Artifact BMC")
            return
        slot.content.append(len(self._places))
        self._places.append(len(self._out))
        if actual_text is None and not language:
            self._out.append(f"/{slot.element.tag.role}<</MCID ")
            return
        text = "" if actual_text is None else f"/ActualText{write_text(actual_text)}"
        tongue = f"/Lang{write_text(language)}" if language else ""
        self._out.append(f"/Span<<{tongue}{text}/MCID ")

    def leave(self) -> None:
        """Close what is open."""
        self._lines.end()
        if self._current:
            self._out.append("EMC")
            self._current = None

    def number(self, elements: Iterable[Element]) -> list[Element]:
        """Number all pieces by the order of the elements they belong to; return their owners."""
        owners: list[Element] = []
        for element in elements:
            contents = element.contents
            for index, piece in enumerate(contents):
                if isinstance(piece, int):
                    contents[index] = len(owners)
                    self._out[self._places[piece]] += f"{len(owners)}>>BDC"
                    owners.append(element)
        return owners
