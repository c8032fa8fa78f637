"""Faces as composite PDF fonts: which codes stand for which glyphs and text, how runs show them.

A code of the content stream is the glyph's id, so that the shaped glyphs are drawn as they are. A
glyph that stands for a second text (a hyphen that only the line break made) gets another code, so
that a reader needs no ActualText there.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from blueprint_editor.drawing.fonts import FontFace, FontLibrary
from blueprint_editor.drawing.primitives import (
    ADVANCE_BITS,
    ADVANCE_MASK,
    FaceKey,
    GlyphRun,
    PlainGlyphs,
)
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.painters.pdf.clusters import SOFT_HYPHEN, Cluster, Ink, split_clusters
from blueprint_editor.painters.pdf.operands import Decimals, write_code, write_number

_OWN_TEXTS = {SOFT_HYPHEN: "-"}
"""What a glyph's own code is read as where it is first used for something that is not printed."""

_NOTHING = "\u2060"
"""Word joiner: for marks that add nothing to the text, where a reader knows no ActualText."""


class UnpaintableTextError(BlueprintError):
    """A run holds glyph 0, the sign for a missing letter, which an archived PDF must not show."""


class FontCode(NamedTuple):
    """What a code of the content stream means: a glyph, and the text that it is read as."""

    glyph_id: int
    text: str


class EmbeddedFont:
    """One face on its way into a PDF; collects the glyphs that are shown.

    Attributes:
        face: whose glyphs they are.
        name: the name of the font resource.
    """

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self._space = self._find_glyph(" ")
        self._texts: dict[int, str] = {}
        self._aliases: dict[FontCode, int] = {}
        self._written: dict[int, str] = {}
        self._advances: dict[int, int] = {}
        self._letters: dict[tuple[int, str], str] = {}
        self._shown: dict[tuple[str, bool, bool], tuple[Sequence[int], str]] = {}
        self._thousandth = 1000 / face.units_per_em
        self._moves = Decimals(3)
        if self._space:
            # First of all, or an invisible character drawn with its glyph could claim it.
            self._take_on(self._space, " ")

    def show(self, run: GlyphRun, units_per_mm: float) -> tuple[str, str]:
        """Return operators that show the run's glyphs, each piece from the run's left end.

        ``units_per_mm`` are those of the space that text is set in.

        Returns:
            What tells the text, and what adds nothing to it (marks of letters that are told).

        Raises:
            UnpaintableTextError: the run holds glyph 0.
        """
        glyphs, needs_space = run.glyphs, run.space_after and not self._space
        if isinstance(glyphs, PlainGlyphs) and not (run.right_to_left or needs_space):
            return self._show_letters(run, glyphs.codes), ""
        return self._show_clusters(run, run.size * units_per_mm)

    def show_space(self) -> str:
        """Return the operator that shows a space; nothing where the face has none."""
        return f"({self._written[self._space]})Tj" if self._space else ""

    @property
    def space_width(self) -> float:
        """How wide a space is, in em."""
        return self._advances[self._space] / self.face.units_per_em

    def codes(self) -> dict[int, FontCode]:
        """Return the codes that are used, in their order."""
        found = {code: FontCode(code, text) for code, text in self._texts.items()}
        found |= {code: meaning for meaning, code in self._aliases.items()}
        return {code: found[code] for code in sorted(found)}

    def width(self, glyph_id: int) -> float:
        """Return the glyph's own advance in thousandths of the em size."""
        return round(self.face.advance(glyph_id) * self._thousandth, 3)

    def _show_letters(self, run: GlyphRun, codes: Sequence[int]) -> str:
        """Show a letter for each of the plain glyphs, all at once."""
        # Words on chips and labels come again and again, and shaping gives them the same glyphs.
        key = (run.text, run.space_after, run.soft_hyphen)
        known = self._shown.get(key)
        if known is not None and known[0] == codes:
            return known[1]
        text = f"{run.text}{SOFT_HYPHEN}" if run.soft_hyphen else run.text
        try:
            shown = "".join(map(self._letters.__getitem__, zip(codes, text, strict=True)))
        except KeyError:
            shown = "".join([self._show_letter(*key) for key in zip(codes, text, strict=True)])
        if run.space_after:
            shown += self._written[self._space]
        # Before a move a string ends, and only an array may go on after that.
        found = f"[({shown})]TJ" if ")" in shown else f"({shown})Tj"
        self._shown[key] = codes, found
        return found

    def _show_letter(self, code: int, text: str) -> str:
        """Return how a plain glyph that is read as ``text`` is shown inside a string."""
        glyph_id, advance = code >> ADVANCE_BITS, code & ADVANCE_MASK
        written = self._written[self._find_code(glyph_id, text)]
        own = self._advances[glyph_id]
        shown = written if own == advance else f"{written}){self._write_move(own - advance)}("
        self._letters[code, text] = shown
        return shown

    def _take_on(self, glyph_id: int, text: str) -> bool:
        """Tell whether the glyph's own code reads as the text; it does at the glyph's first use."""
        if glyph_id == 0:
            raise UnpaintableTextError(f"{self.face.name}: glyph 0")
        if glyph_id not in self._texts:
            self._texts[glyph_id] = text
            self._written[glyph_id] = write_code(glyph_id)
            self._advances[glyph_id] = self.face.advance(glyph_id)
        return self._texts[glyph_id] == text

    def _find_code(self, glyph_id: int, text: str) -> int:
        """Return the code for a glyph that is read as the text."""
        if self._take_on(glyph_id, _OWN_TEXTS.get(text, text)) and text not in _OWN_TEXTS:
            return glyph_id
        meaning = FontCode(glyph_id, text)
        found = self._aliases.get(meaning)
        if found is None:
            found = self._aliases[meaning] = self.face.hb_font.face.glyph_count + len(self._aliases)
            self._written[found] = write_code(found)
        return found

    def _write_move(self, units: int) -> str:
        return self._moves.write(units * self._thousandth)

    def _show_clusters(self, run: GlyphRun, size: float) -> tuple[str, str]:
        """Show clusters from left to right, as readers expect in scripts of both directions."""
        clusters = split_clusters(run)
        if run.space_after:
            self._add_space(clusters, run)
        told: list[tuple[Ink, int]] = []
        silent: list[tuple[Ink, int]] = []
        for cluster in clusters:
            if self._is_spelled_out(cluster):
                told += [
                    (ink, self._find_code(ink.id, letter))
                    for ink, letter in zip(cluster.inks, cluster.letters, strict=True)
                ]
                continue
            base = len(cluster.inks) - 1 if run.right_to_left else 0
            for index, ink in enumerate(cluster.inks):
                if index == base and cluster.letters:
                    told.append((ink, self._find_code(ink.id, cluster.letters)))
                else:
                    silent.append((ink, self._find_code(ink.id, _NOTHING)))
        return self._show_inks(told, size), self._show_inks(silent, size)

    def _add_space(self, clusters: list[Cluster], run: GlyphRun) -> None:
        """Put a space, or where the face has none its meaning, behind the run's last letter."""
        end = 0 if run.right_to_left else len(clusters)
        if self._space:
            width = sum(glyph.advance for glyph in run.glyphs)
            x = -self.face.advance(self._space) if run.right_to_left else width
            clusters.insert(end, Cluster(" ", [Ink(self._space, x, 0)]))
        elif clusters:
            last = min(end, len(clusters) - 1)
            clusters[last] = Cluster(f"{clusters[last].letters} ", clusters[last].inks)

    def _is_spelled_out(self, cluster: Cluster) -> bool:
        """Tell whether each glyph stands for its own letter (a base and marks that follow it)."""
        letters, inks = cluster
        if len(inks) != len(letters):
            return False
        return len(inks) == 1 or all(
            self._find_glyph(letter) == ink.id for ink, letter in zip(inks, letters, strict=True)
        )

    def _show_inks(self, inks: Sequence[tuple[Ink, int]], size: float) -> str:
        out = []
        pen = 0
        for height, level in groupby(inks, key=lambda pair: pair[0].height):
            codes = []
            for ink, code in level:
                if ink.x != pen:
                    codes.append(f"){self._write_move(pen - ink.x)}(")
                codes.append(self._written[code])
                pen = ink.x + self._advances[ink.id]
            shown = f"[({''.join(codes)})]TJ"
            rise = write_number(height / self.face.units_per_em * size, 4)
            # A number, unlike a string, does not part itself from the operator before it.
            out.append(f" {rise} Ts {shown} 0 Ts" if height else shown)
        return " ".join(out)

    def _find_glyph(self, character: str) -> int:
        return int(self.face.hb_font.get_nominal_glyph(ord(character)) or 0)


class FontShelf(dict[FaceKey, EmbeddedFont]):
    """The fonts of one PDF by their faces, each named and taken on at its first use.

    ``shelf[key]`` raises KeyError where there is no such family.
    """

    def __init__(self, library: FontLibrary) -> None:
        super().__init__()
        self._library = library

    def __missing__(self, key: FaceKey) -> EmbeddedFont:
        found = EmbeddedFont(self._library.face(key), f"F{len(self) + 1}")
        self[key] = found
        return found
