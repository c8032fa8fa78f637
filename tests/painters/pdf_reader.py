"""Reads a PDF back without any reader program: texts and their places, tags and what they tell."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf

MM_PER_POINT = 25.4 / 72
_DRAWING = "m l c v y h re S s f F f* B B* b b* n W W* w J j M d ri i gs sh"
_COLOURS_AND_SPACING = "CS cs SC SCN sc scn G g RG rg K k Tc Tw TL Ts MP DP INLINE"
_SILENT_OPERATORS = frozenset(f"{_DRAWING} {_COLOURS_AND_SPACING}".split())
"""Those that show no text and move no pen of it."""


class ShownRun(NamedTuple):
    """A piece of text that was shown from one starting point.

    Attributes:
        text: as a reader copies it, with a space or soft hyphen at its end.
        x, y: the left end of its baseline on the page, in mm from the top left.
        width: how far the glyphs moved the pen, in mm, without a separating space at the end.
        mark: the number of its marked content; None in an artifact.
        language: of its marked content, if that tells one.
    """

    text: str
    x: float
    y: float
    width: float
    mark: int | None
    language: str = ""


class Font:
    """Codes to characters and widths, from the font's own tables."""

    def __init__(self, font: pikepdf.Object) -> None:
        cmap = font.ToUnicode.read_bytes().decode("ascii")
        self.texts = {
            int(code, 16): bytes.fromhex(text).decode("utf-16-be")
            for code, text in re.findall(r"<(\w{4})> <(\w+)>", cmap)
            if (code, text) != ("0000", "FFFF")
        }
        descendant = font.DescendantFonts[0]
        self.widths: dict[int, float] = {}
        items = list(descendant.W)
        for first, widths in zip(items[::2], items[1::2], strict=True):
            for index, width in enumerate(widths):
                self.widths[int(first) + index] = float(width)
        table = descendant.CIDToGIDMap
        self._glyphs = table.read_bytes() if isinstance(table, pikepdf.Stream) else b""

    def glyph_id(self, code: int) -> int:
        if not self._glyphs:
            return code
        return int.from_bytes(self._glyphs[2 * code : 2 * code + 2], "big")


class _Mark(NamedTuple):
    mcid: int | None
    actual_text: str | None
    language: str


class _Reader:
    """Walks through a content stream as a viewer does."""

    def __init__(self, page: pikepdf.Page) -> None:
        fonts = page.obj.Resources.get("/Font", {})
        self.fonts = {str(name): Font(font) for name, font in fonts.items()}
        self.page = page
        unit = float(page.obj.get("/UserUnit", 1))
        self._mm = MM_PER_POINT * unit
        self._height = float(page.mediabox[3])
        self._matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._stack: list[tuple[tuple[float, ...], float, Font | None, float]] = []
        self._marks: list[_Mark] = []
        self._line = (0.0, 0.0)
        self._text_scale = 1.0
        self._leading = 0.0
        self._font: Font | None = None
        self._size = 0.0
        self._is_hidden = False
        self._stretch = 1.0
        self._pieces: list[str] = []
        self._width = 0.0
        self._last_space = 0.0
        self.runs: list[ShownRun] = []
        self.hidden_runs: list[ShownRun] = []
        self.marked_texts: dict[int, str] = {}

    def read(self) -> None:
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self._do(str(operator), list(operands))

    def _do(self, operator: str, operands: list) -> None:
        if operator == "q":
            self._stack.append((self._matrix, self._leading, self._font, self._size))
        elif operator == "Q":
            self._matrix, self._leading, self._font, self._size = self._stack.pop()
        elif operator == "cm":
            self._matrix = _multiply(tuple(map(float, operands)), self._matrix)
        elif operator in {"BDC", "BMC"}:
            self._begin_mark(operands)
        elif operator == "EMC":
            self._end_run()
            self._marks.pop()
        elif operator == "Do":
            self._show_form(str(operands[0]))
        else:
            self._do_text(operator, operands)

    def _show_form(self, name: str) -> None:
        """Read what a form shows, cut off or not; an image holds no text."""
        form = self.page.obj.Resources.XObject[name]
        if form.Subtype == "/Form":
            for operands, operator in pikepdf.parse_content_stream(form):
                assert str(operator) not in {"BDC", "BMC"}, "a form must hold no marks"
                self._do(str(operator), list(operands))

    def _do_text(self, operator: str, operands: list) -> None:
        if operator == "BT":
            self._line, self._text_scale = (0.0, 0.0), 1.0
        elif operator == "ET":
            self._end_run()
        elif operator in {"Td", "TD", "T*", "Tm"}:
            self._start_line(operator, *map(float, operands))
        elif operator == "Tf":
            self._font, self._size = self.fonts[str(operands[0])], float(operands[1])
        elif operator == "Tr":
            self._end_run()
            self._is_hidden = int(operands[0]) == 3
        elif operator == "Tz":
            self._stretch = float(operands[0]) / 100
        elif operator in {"Tj", "TJ"}:
            pieces = operands[0] if operator == "TJ" else [operands[0]]
            for piece in pieces:
                self._show(piece)
        else:
            # One that is grown together with a number would be skipped, and the text after it lost.
            assert operator in _SILENT_OPERATORS, operator

    def _start_line(self, operator: str, *operands: float) -> None:
        self._end_run()
        if operator == "Tm":
            self._text_scale, _, _, _, *place = operands
            self._line = tuple(place)
            return
        across, up = operands or (0.0, -self._leading)
        scale = self._text_scale
        self._line = (self._line[0] + across * scale, self._line[1] + up * scale)
        if operator == "TD":
            self._leading = -up

    def _begin_mark(self, operands: list) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        mcid = properties.get("/MCID")
        actual = properties.get("/ActualText")
        mark = _Mark(
            None if mcid is None else int(mcid),
            None if actual is None else str(actual),
            str(properties.get("/Lang", "")),
        )
        self._marks.append(mark)
        if mark.mcid is not None:
            assert mark.mcid not in self.marked_texts, "a number used twice"
            self.marked_texts[mark.mcid] = mark.actual_text or ""

    def _show(self, piece) -> None:
        assert self._font
        if not isinstance(piece, pikepdf.String):
            self._width -= float(piece) / 1000 * self._size
            return
        data = bytes(piece)
        assert len(data) % 2 == 0
        for index in range(0, len(data), 2):
            code = int.from_bytes(data[index : index + 2], "big")
            width = self._font.widths[code] / 1000 * self._size * self._stretch
            text = self._font.texts[code]
            self._pieces.append(text)
            self._width += width
            self._last_space = width if text == " " else 0.0

    def _end_run(self) -> None:
        pieces, self._pieces = self._pieces, []
        width = self._width - (0.0 if self._is_hidden else self._last_space)
        self._width = self._last_space = 0.0
        if not pieces:
            return
        mark = self._marks[-1]
        if mark.actual_text is not None:
            pieces = [mark.actual_text]
        if any(unicodedata.bidirectional(c) in {"R", "AL"} for piece in pieces for c in piece):
            pieces.reverse()
        text = "".join(pieces)
        if mark.mcid is not None and mark.actual_text is None:
            self.marked_texts[mark.mcid] += text
        if not text:
            return
        a, _, _, d, e, f = self._matrix
        x, y = self._line[0] * a + e, self._line[1] * d + f
        run = ShownRun(
            text,
            x * self._mm,
            (self._height - y) * self._mm,
            width * self._text_scale * a * self._mm,
            mark.mcid,
            mark.language,
        )
        (self.hidden_runs if self._is_hidden else self.runs).append(run)


def _multiply(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _read_page(pdf: pikepdf.Pdf, page_index: int) -> _Reader:
    reader = _Reader(pdf.pages[page_index])
    reader.read()
    return reader


def read_runs(data: bytes, page_index: int = 0) -> list[ShownRun]:
    """Return all text of a page in paint order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _read_page(pdf, page_index).runs


def read_hidden_runs(data: bytes, page_index: int = 0) -> list[ShownRun]:
    """Return text of a page that is there to be found only."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _read_page(pdf, page_index).hidden_runs


def read_text_places(data: bytes, page_index: int = 0) -> list[tuple[str, float, float]]:
    """Return (text, x, y of the baseline) in mm, in paint order.

    A space or a soft hyphen that only separates the text from the next one is left out.
    """
    return [(run.text.rstrip(" \u00ad"), run.x, run.y) for run in read_runs(data, page_index)]


class ReadTag(NamedTuple):
    """A tag of the structure tree; ``text`` is what it tells itself, ``kids`` the tags in it."""

    role: str
    text: str
    kids: tuple["ReadTag", ...]
    element: dict[str, str]

    def find_all(self, role: str) -> Iterator["ReadTag"]:
        if self.role == role:
            yield self
        for kid in self.kids:
            yield from kid.find_all(role)

    def all_text(self) -> str:
        """Return everything below in reading order, words joined again."""
        return "".join(part for part in self._parts()).replace("\u00ad", "")

    def _parts(self) -> Iterator[str]:
        yield self.text
        for kid in self.kids:
            yield from kid._parts()


PageTexts = dict[tuple[int, int], dict[int, str]]
"""Object number of a page → number of marked content → its text."""


def read_tags(data: bytes) -> ReadTag:
    """Return the structure tree of a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {
            page.obj.objgen: _read_page(pdf, index).marked_texts
            for index, page in enumerate(pdf.pages)
        }
        return _read_tag(pdf.Root.StructTreeRoot.K, texts)


def _read_tag(element: pikepdf.Object, texts: PageTexts) -> ReadTag:
    kids = []
    told = ""
    content = element.get("/K", pikepdf.Array())
    for kid in content if isinstance(content, pikepdf.Array) else [content]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                assert kid.P.objgen == element.objgen
                kids.append(_read_tag(kid, texts))
            else:
                assert kid.Pg.objgen in texts
        else:
            told += texts[element.Pg.objgen][int(kid)]
    entries = {
        str(key): str(value)
        for key, value in element.items()
        if key not in {"/K", "/P", "/Pg", "/A", "/Type", "/S"}
    }
    for key, value in element.get("/A", {}).items():
        entries[str(key)] = (
            [float(side) for side in value] if isinstance(value, pikepdf.Array) else str(value)
        )
    return ReadTag(str(element.S)[1:], told, tuple(kids), entries)
