"""QR codes with words beside them, by ISO/IEC 18004 through segno, drawn as one path each."""

from functools import lru_cache
from typing import NamedTuple

from blueprint_editor.drawing.primitives import (
    Bounds,
    LinkArea,
    Path,
    PathCommand,
    Primitive,
    Rectangle,
)
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.footer import SetSection
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import PAPER, Theme

_MODULE = 0.75
"""Side of a module in mm at type scale 1: a telephone reads it from half a metre."""
_SMALLEST, _LARGEST = 26.0, 42.0
_QUIET = 4
"""Modules of white that the standard asks for on each side."""


class CodeItem(NamedTuple):
    """A code to be set: what it holds, and the words beside it.

    ``url`` makes the words a link; ``number`` stands before them.
    """

    payload: str
    number: str
    words: str
    small: str
    url: str = ""


class _Matrix(NamedTuple):
    """The modules of a code: ``runs`` of dark ones as (row, first column, count)."""

    side: int
    runs: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=256)
def _encode(payload: str) -> _Matrix | None:
    """Return a code's modules; None for what is too long for any code."""
    import segno  # noqa: PLC0415 - only a poster with codes pays for it

    try:
        code = segno.make_qr(payload, error="m", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        return None
    runs: list[tuple[int, int, int]] = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            first = x
            while x < len(row) and row[x]:
                x += 1
            if x > first:
                runs.append((y, first, x - first))
            x += 1
    return _Matrix(len(code.matrix), tuple(runs))


def _measure(items: tuple[CodeItem, ...], theme: Theme) -> float:
    """Return the side in mm of all codes, white edges included."""
    sides = [matrix.side for item in items if (matrix := _encode(item.payload)) is not None]
    wanted = (max(sides, default=0) + 2 * _QUIET) * _MODULE
    return theme.mm(min(max(wanted, _SMALLEST), _LARGEST))


def _draw(matrix: _Matrix, x: float, y: float, side: float) -> tuple[Primitive, ...]:
    """Return a code with its white edge, black on white whatever stands around it."""
    module = side / (matrix.side + 2 * _QUIET)
    left, top = x + _QUIET * module, y + _QUIET * module
    commands: list[PathCommand] = []
    for row, first, count in matrix.runs:
        x0, y0 = left + first * module, top + row * module
        x1, y1 = x0 + count * module, y0 + module
        commands += [("M", x0, y0), ("L", x1, y0), ("L", x1, y1), ("L", x0, y1), ("Z",)]
    return Rectangle(x, y, side, side, PAPER), Path(tuple(commands), "#000000")


def draw_code(payload: str, x: float, y: float, side: float) -> tuple[Primitive, ...]:
    """Return a code as wide as ``side`` mm with its corner at (x, y); none for what is too long."""
    matrix = _encode(payload)
    return () if matrix is None else _draw(matrix, x, y, side)


def set_codes(
    key: str,
    heading: str,
    items: tuple[CodeItem, ...],
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
) -> SetSection:
    """Set codes in rows on ``width`` mm, words at the right of each.

    Parts ``heading``, ``code:N`` and ``item:N``; an item whose text is too long for a code has
    its words alone.
    """
    ink = GroupBuilder()
    y = 0.0
    if heading:
        title = typesetter.set_text(heading, theme.styles["heading"], width, language)
        ink.add_text("heading", title, 0, 0)
        y = title.height + theme.mm(2)
    side, gap = _measure(items, theme), theme.mm(8)
    in_row = max(1, int((width + gap) // theme.mm(124)))
    column = (width - gap * (in_row - 1)) / in_row
    row = 0.0
    for index, item in enumerate(items):
        place = index % in_row
        if index and not place:
            y += row + theme.mm(4)
            row = 0.0
        x = place * (column + gap)
        height = _add_item(ink, index, item, (x, y, column, side), theme, typesetter, language)
        row = max(row, height)
    height = y + row
    group = ink.build(key, "decoration", Bounds(0, 0, width, height), label=heading)
    links = frozenset(index for index, item in enumerate(items) if item.url)
    return SetSection(group, height, len(items), frozenset(), links, ink.missing)


def _add_item(
    ink: GroupBuilder,
    index: int,
    item: CodeItem,
    box: tuple[float, float, float, float],
    theme: Theme,
    typesetter: Typesetter,
    language: str,
) -> float:
    """Add a code and its words in a box (x, y, width, side of the code); return the height."""
    x, y, width, side = box
    matrix = _encode(item.payload)
    if matrix is not None:
        ink.add(f"code:{index}", _draw(matrix, x, y, side))
    left = x + side + theme.mm(2)
    room = x + width - left
    # Level with the code's first modules.
    top = y + theme.mm(2)
    part = f"item:{index}"
    number = typesetter.set_line(item.number, theme.styles["small_strong"], language)
    indent = number.width + theme.mm(1.6) if item.number else 0.0
    if item.number:
        ink.add_text(part, number, left, top)
    words = typesetter.set_text(
        item.words, theme.styles["small"], room, language, align="hug", first_indent=indent,
        balance=False,
    )  # fmt: skip
    ink.add_text(part, words, left, top)
    small = typesetter.set_text(item.small, theme.styles["fine"], room, "", balance=False)
    bottom = top + words.height
    if item.small:
        ink.add_text(part, small, left, bottom)
        bottom += small.height
    if item.url:
        area = LinkArea(left, top, room, bottom - top, item.url, item.words or item.url)
        ink.add(part, [area])
    return max(side, bottom - y)
