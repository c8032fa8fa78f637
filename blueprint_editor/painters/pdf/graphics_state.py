"""What is set and what is open in a content stream, so that nothing is written twice."""

from blueprint_editor.drawing.primitives import Stroke
from blueprint_editor.painters.pdf.meaning import Element, Slot
from blueprint_editor.painters.pdf.operands import (
    Decimals,
    write_colour,
    write_text,
)

FIRST_COLOUR = "#000000"
"""Of fills and lines at the start of each group."""

ROUND_JOIN, SHARP_JOIN = 1, 0
"""How lines meet: in paths, and at the corners of boxes."""


class Pen:
    """The graphics state inside one group, as far as it has been set.

    Args:
        out: where the operators go.
        decimals: how lengths are written.
    """

    def __init__(self, out: list[str], decimals: Decimals) -> None:
        self._out = out
        self._decimals = decimals
        self._sizes = Decimals(decimals.digits + 1)
        self.reset()

    def reset(self) -> None:
        """Forget everything: the page's own state holds again."""
        self._fill = self._line = FIRST_COLOUR
        self._width = -1.0
        self._dash: tuple[float, ...] = ()
        self._round_cap = False
        self._join = ROUND_JOIN
        self._font: tuple[str, float] | None = None

    def set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._out.append(f"{write_colour(colour)} rg")

    def set_font(self, name: str, size: float) -> None:
        if (name, size) != self._font:
            self._font = (name, size)
            self._out.append(f"/{name} {self._sizes.write(size)} Tf")

    def set_stroke(self, stroke: Stroke, join: int) -> None:
        out = self._out
        if stroke.colour != self._line:
            self._line = stroke.colour
            out.append(f"{write_colour(stroke.colour)} RG")
        if stroke.width != self._width:
            self._width = stroke.width
            out.append(f"{self._decimals.write(stroke.width)} w")
        if stroke.dash != self._dash:
            self._dash = stroke.dash
            dash = " ".join(map(self._decimals.write, stroke.dash))
            out.append(f"[{dash}] 0 d")
        if stroke.round_cap != self._round_cap:
            self._round_cap = stroke.round_cap
            out.append(f"{int(stroke.round_cap)} J")
        if join != self._join:
            self._join = join
            out.append(f"{join} j")


class MarkedContent:
    """Marked content and text objects as they open and close; only opened where ink follows.

    Marked content is never nested: a text in another language or ink that reads as something else
    gets a piece of its own, since some readers lose what follows an inner piece.
    """

    def __init__(self, out: list[str], decimals: Decimals) -> None:
        self.owners: list[Element] = []
        self._out = out
        self._decimals = decimals
        self._current: tuple[Slot | None, str | None, str] | None = None
        self._line_start: tuple[int, int] | None = None

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
        mcid = len(self.owners)
        self.owners.append(slot.element)
        slot.content.append(mcid)
        if actual_text is None and not language:
            self._out.append(f"/{slot.element.tag.role}<</MCID {mcid}>>BDC")
            return
        text = "" if actual_text is None else f"/ActualText{write_text(actual_text)}"
        tongue = f"/Lang{write_text(language)}" if language else ""
        self._out.append(f"/Span<<{tongue}{text}/MCID {mcid}>>BDC")

    def leave(self) -> None:
        """Close what is open."""
        self.end_text()
        if self._current:
            self._out.append("EMC")
            self._current = None

    def move_to(self, x: float, y: float) -> str:
        """Return the operators that start a text line at (x, y)."""
        number, grain = self._decimals, self._decimals.grain
        across, up = round(x * grain), round(y * grain)
        before = self._line_start
        self._line_start = across, up
        if before is None:
            return f"BT {number[across]} {number[up]} Td"
        return f"{number[across - before[0]]} {number[up - before[1]]} Td"

    def end_text(self) -> None:
        """Close the text object: shapes and images cannot stand in one."""
        if self._line_start:
            self._out.append("ET")
            self._line_start = None
