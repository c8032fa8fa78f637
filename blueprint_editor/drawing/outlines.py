"""Glyphs as outlines, for ink that no font can set: turned letters, files without fonts."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import uharfbuzz as hb

from blueprint_editor.drawing.fonts import FontFace, FontLibrary
from blueprint_editor.drawing.primitives import GlyphRun, PathCommand


class Transform(NamedTuple):
    """(x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def apply(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


class OutlineBook:
    """Outlines of the glyphs of a font library, each drawn once."""

    def __init__(self, fonts: FontLibrary) -> None:
        self._fonts = fonts
        self._known: dict[tuple[str, int], tuple[PathCommand, ...]] = {}

    def outline_runs(
        self, runs: Iterable[GlyphRun], transform: Transform | None = None
    ) -> tuple[PathCommand, ...]:
        """Return the contours of set text in mm, to be filled by the non-zero rule.

        Args:
            runs: as they are placed.
            transform: applied to places in mm.
        """
        found: list[PathCommand] = []
        for run in runs:
            face = self._fonts.face(run.face)
            scale = run.size / face.units_per_em
            pen = run.x
            for glyph in run.glyphs:
                x = pen + glyph.x_offset * scale
                y = run.baseline - glyph.y_offset * scale
                found += _place(self._outline(face, glyph.id), scale, x, y, transform)
                pen += glyph.advance * scale
        return tuple(found)

    def _outline(self, face: FontFace, glyph_id: int) -> tuple[PathCommand, ...]:
        key = (face.name, glyph_id)
        if key not in self._known:
            commands: list[PathCommand] = []
            face.hb_font.draw_glyph(glyph_id, _pen(), commands)
            self._known[key] = tuple(commands)
        return self._known[key]


def _place(
    commands: Iterable[PathCommand],
    scale: float,
    dx: float,
    dy: float,
    transform: Transform | None,
) -> Iterator[PathCommand]:
    """Yield commands in font units, y upwards, as commands in mm, y downwards."""

    def at(x: float, y: float) -> tuple[float, float]:
        placed = (x * scale + dx, dy - y * scale)
        return placed if transform is None else transform.apply(*placed)

    for command in commands:
        match command:
            case ("M", x, y):
                yield ("M", *at(x, y))
            case ("L", x, y):
                yield ("L", *at(x, y))
            case ("C", x1, y1, x2, y2, x, y):
                yield ("C", *at(x1, y1), *at(x2, y2), *at(x, y))
            case _:
                yield ("Z",)


@cache
def _pen() -> "hb.DrawFuncs":
    """Return what collects a glyph's commands; quadratic curves become cubic ones."""

    def move(x: float, y: float, found: list[PathCommand]) -> None:
        found.append(("M", x, y))

    def line(x: float, y: float, found: list[PathCommand]) -> None:
        found.append(("L", x, y))

    def cubic(
        x1: float, y1: float, x2: float, y2: float, x: float, y: float, found: list[PathCommand]
    ) -> None:
        found.append(("C", x1, y1, x2, y2, x, y))

    def quadratic(x1: float, y1: float, x: float, y: float, found: list[PathCommand]) -> None:
        x0, y0 = map(float, found[-1][-2:])  # a curve never begins a contour
        third = 2 / 3
        first = (x0 + (x1 - x0) * third, y0 + (y1 - y0) * third)
        found.append(("C", *first, x + (x1 - x) * third, y + (y1 - y) * third, x, y))

    def close(found: list[PathCommand]) -> None:
        found.append(("Z",))

    pen = hb.DrawFuncs()
    pen.set_move_to_func(move)
    pen.set_line_to_func(line)
    pen.set_cubic_to_func(cubic)
    pen.set_quadratic_to_func(quadratic)
    pen.set_close_path_func(close)
    return pen
