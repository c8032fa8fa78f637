"""Lines of shaped words into glyph runs placed in mm, in reading order."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Glyph, GlyphRun, Path, PlainGlyphs, Stroke
from blueprint_editor.layout.text.bidi import find_visual_order
from blueprint_editor.layout.text.paragraph import Line
from blueprint_editor.layout.text.signs import draw_sign, find_width
from blueprint_editor.layout.text.style import Align, TextStyle
from blueprint_editor.layout.text.words import MISSING_EM, Piece, WordBook

_MISSING_SIDE = 0.06
_MISSING_PEN = 0.04
"""Side bearing and pen of the box for a missing letter, in ems."""


class SetText:
    """A text set in lines, to be drawn where it stands; all in mm.

    Attributes:
        width: advance width of the widest line.
        height: lines × leading.
        line_widths: advance width of each line.
        missing: the letters that no font has, each once, in order of appearance.
    """

    __slots__ = (
        "_book",
        "_language",
        "_lines",
        "_style",
        "height",
        "line_widths",
        "missing",
        "width",
    )

    def __init__(
        self,
        lines: Sequence[tuple[Line, float, float]],
        line_widths: tuple[float, ...],
        style: TextStyle,
        book: WordBook,
        language: str,
    ) -> None:
        self._lines = lines
        self._style = style
        self._book = book
        self._language = language
        self.line_widths = line_widths
        self.width = max(line_widths)
        self.height = len(line_widths) * style.leading
        self.missing = _find_missing(lines)

    @property
    def size(self) -> float:
        """The em size in mm."""
        return self._style.size

    @property
    def is_plain(self) -> bool:
        """Whether there is text in it, and nothing but letters of the style's own face."""
        return bool(self._lines) and all(line.codes for line, _, _ in self._lines)

    @property
    def starts_at_right(self) -> bool:
        """Whether the first line runs from right to left."""
        return bool(self._lines) and self._lines[0][0].base_level % 2 == 1

    def placed_at(self, x: float, y: float) -> tuple[GlyphRun | Path, ...]:
        """Return its ink with the top-left corner of its box at (x, y).

        Glyph runs in reading order; a letter that no font has is an outlined box with the letter
        as its actual text (and the space that was dropped at a line's end).
        """
        pen = _Pen(self._style, self._book, self._language)
        last = len(self._lines) - 1
        for index, (line, left, baseline) in enumerate(self._lines):
            drops_space = line.drops_space and index < last
            pen.draw(line, left + x, baseline + y, drops_space=drops_space)
        return tuple(pen.drawn)


def place_lines(
    lines: Sequence[Line],
    style: TextStyle,
    book: WordBook,
    width: float | None,
    align: Align,
    language: str,
    first_indent: float = 0.0,
    first_inset: float = 0.0,
) -> SetText:
    """Place lines below each other, aligned in a box of ``width`` mm (None: as wide as they).

    The first line keeps ``first_indent`` mm free at the left, where a sign stands whichever way
    the text runs, and one that runs to the left ``first_inset`` mm at the right; its width counts
    the room at the left.
    """
    size = style.size
    widths = [line.width * size for line in lines]
    widths[0] += first_indent
    box = max(widths) if width is None or align == "hug" else width
    baseline = (style.leading + book.cap_height * size) / 2
    indent, inset, leading = first_indent, first_inset, style.leading
    placed: list[tuple[Line, float, float]] = []
    for line, line_width in zip(lines, widths, strict=True):
        is_right_to_left = line.base_level % 2 == 1
        x = 0.0
        if align == "center":
            x = (box - line_width) / 2
        elif align == "right" or is_right_to_left:
            x = box - line_width
        if is_right_to_left:
            x -= inset
        x += indent
        indent = inset = 0.0
        if line.codes or line.words:
            placed.append((line, x, baseline))
        baseline += leading
    return SetText(placed, tuple(widths), style, book, language)


def _find_missing(lines: Iterable[tuple[Line, float, float]]) -> str:
    mixed = [line for line, _, _ in lines if line.words]
    if not mixed:
        return ""
    missing = [
        piece.text
        for line in mixed
        for word in line.words
        for piece in word.pieces
        if piece.face is None and find_width(piece.text) is None
    ]
    return "".join(dict.fromkeys("".join(missing)))


class _Run(NamedTuple):
    """Pieces that make one run: same face, same level, next to each other; none for a gap."""

    pieces: tuple[Piece, ...]
    width: float
    level: int


class _Pen:
    """Draws one line after another in a style."""

    def __init__(self, style: TextStyle, book: WordBook, language: str) -> None:
        self._style = style
        self._book = book
        self._language = language
        self.drawn: list[GlyphRun | Path] = []

    def draw(self, line: Line, x: float, baseline: float, *, drops_space: bool) -> None:
        """Add a line's primitives in logical order, placed in visual order from ``x``."""
        if line.codes:
            size, face, colour = self._style.size, self._style.face, self._style.colour
            glyphs = PlainGlyphs(line.codes)
            run = (x, baseline, size, face, line.text, glyphs, line.width * size, colour,
                   line.soft_hyphen, drops_space, False, self._language)  # fmt: skip
            # What GlyphRun(…) does, in half its time: nearly all ink of a poster is text.
            self.drawn.append(tuple.__new__(GlyphRun, run))
        elif line.words:
            self._draw_mixed(line, x, baseline, drops_space=drops_space)

    def _draw_mixed(self, line: Line, x: float, baseline: float, *, drops_space: bool) -> None:
        runs = self._find_runs(line)
        lefts = [0.0] * len(runs)
        for index in find_visual_order([run.level for run in runs]):
            lefts[index] = x
            x += runs[index].width * self._style.size
        for index, run in enumerate(runs):
            if run.pieces:
                is_last = index == len(runs) - 1
                space_after = drops_space if is_last else not runs[index + 1].pieces
                self.drawn.append(self._draw_run(run, lefts[index], baseline, space_after))

    def _draw_run(self, run: _Run, x: float, baseline: float, space_after: bool) -> GlyphRun | Path:
        first = run.pieces[0]
        if first.face is None:
            text = first.text + (" " if space_after else "")
            if find_width(first.text) is not None:
                colour = self._style.colour
                return draw_sign(first.text, x, baseline, self._style.size, colour, text)
            return self._draw_box(x, baseline, text)
        right_to_left = first.level % 2 == 1
        text, glyphs = _join(run.pieces, right_to_left=right_to_left)
        return GlyphRun(
            x,
            baseline,
            self._style.size,
            first.face,
            text,
            glyphs,
            run.width * self._style.size,
            self._style.colour,
            run.pieces[-1].soft_hyphen,
            space_after,
            right_to_left,
            self._language,
        )

    def _draw_box(self, x: float, baseline: float, text: str) -> Path:
        size = self._style.size
        inset = (_MISSING_SIDE + _MISSING_PEN / 2) * size
        left, right = x + inset, x + MISSING_EM * size - inset
        bottom = baseline - _MISSING_PEN / 2 * size
        top = baseline - self._book.cap_height * size + _MISSING_PEN / 2 * size
        return Path(
            (
                ("M", left, top),
                ("L", right, top),
                ("L", right, bottom),
                ("L", left, bottom),
                ("Z",),
            ),
            stroke=Stroke(self._style.colour, _MISSING_PEN * size),
            actual_text=text,
        )

    def _find_runs(self, line: Line) -> list[_Run]:
        """Return the runs of a line in logical order; a space between two faces is a gap."""
        space = self._book.space
        levels = line.space_levels or [0] * (len(line.words) - 1)
        runs: list[_Run] = []
        pending: list[Piece] = []
        for index, word in enumerate(line.words):
            pieces = self._book.find_pieces(word)
            if index:
                level = levels[index - 1]
                around = {(pending[-1].face, pending[-1].level), (pieces[0].face, pieces[0].level)}
                if around == {(space.face, level)}:
                    pending.append(space._replace(level=level))
                else:
                    _close(pending, runs)
                    runs.append(_Run((), space.width, level))
            for piece in pieces:
                if pending and (
                    piece.face is None
                    or (piece.face, piece.level) != (pending[-1].face, pending[-1].level)
                ):
                    _close(pending, runs)
                pending.append(piece)
        _close(pending, runs)
        return runs


def _close(pending: list[Piece], runs: list[_Run]) -> None:
    if pending:
        width = sum(piece.width for piece in pending)
        runs.append(_Run(tuple(pending), width, pending[0].level))
        pending.clear()


def _join(pieces: Sequence[Piece], *, right_to_left: bool) -> tuple[str, Sequence[Glyph]]:
    if len(pieces) == 1:
        return pieces[0].text, pieces[0].glyphs
    text = "".join(piece.text for piece in pieces)
    plain = [piece.glyphs.codes for piece in pieces if isinstance(piece.glyphs, PlainGlyphs)]
    if len(plain) == len(pieces) and not right_to_left:
        return text, PlainGlyphs(list(chain.from_iterable(plain)))
    offset = 0
    parts: list[list[Glyph]] = []
    for piece in pieces:
        parts.append([glyph._replace(cluster=glyph.cluster + offset) for glyph in piece.glyphs])
        offset += len(piece.text)
    if right_to_left:
        parts.reverse()
    return text, tuple(chain.from_iterable(parts))
