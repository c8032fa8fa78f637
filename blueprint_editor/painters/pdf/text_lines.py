"""Text objects of a content stream: where each piece of text starts, told as shortly as can be."""

from blueprint_editor.painters.pdf.operands import Decimals

_DRIFT = 0.5
"""How many grains a line may stand from its place for the sake of an even leading."""
_SIZE_DIGITS = 3


class TextLines:
    """The open text object, if any, and where its last line started.

    Text has a space of its own, in which the size of a font is about its size in points: readers
    guess from it which pieces are one line (PDFium to this day, and so Chrome).

    Args:
        out: where the operators go.
        grains_per_point: on the page.
    """

    def __init__(self, out: list[str], grains_per_point: float) -> None:
        self._out = out
        self._scale = max(1, round(grains_per_point))
        self._sizes = Decimals(_SIZE_DIGITS)
        self._matrix = f"{self._scale} 0 0 {self._scale}"
        self.is_open = False
        self._x = 0
        self._y = 0.0
        self._written = 0.0
        self._leading = 0.0

    def convert(self, grains: float) -> float:
        """Return a length in the units of the space that text is set in."""
        return grains / self._scale

    def write_size(self, grains: float) -> str:
        """Write a length for operators that set text."""
        return self._sizes.write(self.convert(grains))

    def begin_group(self) -> None:
        """Forget the leading: the graphics state is the page's again."""
        self._leading = 0.0

    def show(self, x: float, y: float, operators: str) -> None:
        """Show text from (x, y) in grains from the origin."""
        column = round(x)
        begin = ""
        if not self.is_open:
            self.is_open = True
            begin = "BT "
        elif column == self._x:
            # As round(…, 1) does, in a fifth of its time.
            drop = round((self._y - y) * 10) / 10
            written = self._written - drop
            if drop > 0 and -_DRIFT <= written - y <= _DRIFT:
                self._y, self._written = y, written
                if drop == self._leading:
                    self._out.append(f"T*{operators}")
                    return
                self._leading = drop
                self._out.append(f"0 {self.write_size(-drop)} TD{operators}")
                return
        up = round(y)
        self._x, self._y, self._written = column, y, up
        self._out.append(f"{begin}{self._matrix} {column} {up} Tm{operators}")

    def end(self) -> None:
        """Close the text object: shapes and images cannot stand in one."""
        if self.is_open:
            self._out.append("ET")
            self.is_open = False
