"""Lines of shaped words into glyph runs placed in mm, in reading order."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Glyph, GlyphRun, Path, Stroke
from blueprint_editor.layout.text.bidi import find_visual_order
from blueprint_editor.layout.text.paragraph import Line
from blueprint_editor.layout.text.style import Align, SetText, TextStyle
from blueprint_editor.layout.text.words import MISSING_EM, Piece

_MISSING_SIDE = 0.06
_MISSING_PEN = 0.04
"""Side bearing and pen of the box for a missing letter, in ems."""


def place_lines(
    lines: Sequence[Line],
    style: TextStyle,
    fonts: FontLibrary,
    width: float | None,
    align: Align,
    language: str,
    first_indent: float = 0.0,
) -> SetText:
    """Place lines below each other, aligned in a box of ``width`` mm (None: as wide as they).

    The first line starts ``first_indent`` mm further right; its width counts that room.
    """
    face = fonts.face(style.face)
    cap_height = face.cap_height / face.units_per_em * style.size
    baseline = (style.leading + cap_height) / 2
    widths = tuple(
        line.width * style.size + (0.0 if index else first_indent)
        for index, line in enumerate(lines)
    )
    widest = max(widths, default=0.0)
    primitives: list[GlyphRun | Path] = []
    missing: dict[str, None] = {}
    last_with_words = max((i for i, line in enumerate(lines) if line.words), default=-1)
    for index, line in enumerate(lines):
        x = _find_left(line, widths[index], widest if width is None else width, align)
        x += 0.0 if index else first_indent
        drops_space = line.drops_space and index < last_with_words
        pen = _Pen(style, cap_height, baseline + index * style.leading, language)
        primitives += pen.draw(line, x, drops_space=drops_space)
        missing.update(dict.fromkeys(pen.missing))
    return SetText(tuple(primitives), widest, len(lines) * style.leading, widths, "".join(missing))


def _find_left(line: Line, line_width: float, box: float, align: Align) -> float:
    if align == "center":
        return (box - line_width) / 2
    if align == "right" or line.base_level % 2:
        return box - line_width
    return 0.0


class _Run(NamedTuple):
    """Pieces that make one run: same face, same level, next to each other; none for a gap."""

    pieces: tuple[Piece, ...]
    width: float
    level: int


class _Pen:
    """Draws one line after another in a style."""

    def __init__(self, style: TextStyle, cap_height: float, baseline: float, language: str) -> None:
        self._style = style
        self._cap_height = cap_height
        self._baseline = baseline
        self._language = language
        self.missing: list[str] = []

    def draw(self, line: Line, x: float, *, drops_space: bool) -> list[GlyphRun | Path]:
        """Return a line's primitives in logical order, placed in visual order from ``x``."""
        runs = _find_runs(line)
        lefts = [0.0] * len(runs)
        for index in find_visual_order([run.level for run in runs]):
            lefts[index] = x
            x += runs[index].width * self._style.size
        drawn: list[GlyphRun | Path] = []
        for index, run in enumerate(runs):
            if run.pieces:
                is_last = index == len(runs) - 1
                space_after = drops_space if is_last else not runs[index + 1].pieces
                drawn.append(self._draw_run(run, lefts[index], space_after=space_after))
        return drawn

    def _draw_run(self, run: _Run, x: float, *, space_after: bool) -> GlyphRun | Path:
        first = run.pieces[0]
        if first.face is None:
            self.missing.append(first.text)
            return self._draw_box(x, first.text + (" " if space_after else ""))
        right_to_left = first.level % 2 == 1
        text, glyphs = _join(run.pieces, right_to_left=right_to_left)
        return GlyphRun(
            x,
            self._baseline,
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

    def _draw_box(self, x: float, text: str) -> Path:
        size = self._style.size
        inset = (_MISSING_SIDE + _MISSING_PEN / 2) * size
        left, right = x + inset, x + MISSING_EM * size - inset
        bottom = self._baseline - _MISSING_PEN / 2 * size
        top = self._baseline - self._cap_height + _MISSING_PEN / 2 * size
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


def _find_runs(line: Line) -> list[_Run]:
    """Return the runs of a line in logical order; a space between two faces is a gap."""
    runs: list[_Run] = []
    pending: list[Piece] = []

    def close() -> None:
        if pending:
            runs.append(_Run(tuple(pending), sum(p.width for p in pending), pending[0].level))
            pending.clear()

    for index, word in enumerate(line.words):
        if index:
            space = line.space
            level = line.space_levels[index - 1]
            following = word.pieces[0]
            if {pending[-1].face, following.face} == {space.face} and (
                pending[-1].level == level == following.level
            ):
                pending.append(space._replace(level=level))
            else:
                close()
                runs.append(_Run((), space.width, level))
        for piece in word.pieces:
            if pending and (
                piece.face is None
                or piece[0] != pending[-1].face
                or piece.level != pending[0].level
            ):
                close()
            pending.append(piece)
    close()
    return runs


def _join(pieces: Sequence[Piece], *, right_to_left: bool) -> tuple[str, tuple[Glyph, ...]]:
    if len(pieces) == 1:
        return pieces[0].text, pieces[0].glyphs
    offset = 0
    parts: list[list[Glyph]] = []
    for piece in pieces:
        parts.append(
            [
                Glyph(g.id, g.cluster + offset, g.advance, g.x_offset, g.y_offset)
                for g in piece.glyphs
            ]
        )
        offset += len(piece.text)
    if right_to_left:
        parts.reverse()
    return "".join(p.text for p in pieces), tuple(glyph for part in parts for glyph in part)
