"""Faces as composite PDF fonts: which codes stand for which glyphs and text, how runs show them.

A code of the content stream is the glyph's id, so that the shaped glyphs are drawn as they are. A
glyph that stands for a second text (a hyphen that only the line break made) gets another code, so
that a reader needs no ActualText there.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from blueprint_editor.drawing.fonts import FontFace, FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, Glyph, GlyphRun
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.painters.pdf.clusters import Cluster, Ink, split_clusters
from blueprint_editor.painters.pdf.operands import write_code, write_number

_NOTHING = "\u2060"
"""Word joiner: for marks that add nothing to the text, where a reader knows no ActualText."""

_BEFORE_MOVE, _AFTER_MOVE = "\ue000", "\ue001"
"""What stands for the ends of strings until all codes of a piece are together."""


class UnpaintableTextError(BlueprintError):
    """A run holds glyph 0, the sign for a missing letter, which an archived PDF must not show."""


class ShownText(NamedTuple):
    """Operators that show glyphs, starting from the left end of their run.

    Attributes:
        operators: to stand in a text object whose line starts at the run's left end.
        is_silent: the ink adds nothing to the text: marks of letters that are told already.
    """

    operators: str
    is_silent: bool = False


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
        self._codes: dict[int, str] = {}
        self._advances: dict[int, int] = {}
        self._thousandth = 1000 / face.units_per_em
        if self._space:
            # First of all, or an invisible character drawn with its glyph could claim it.
            self._take_on(self._space, " ")

    def show(self, run: GlyphRun) -> list[ShownText]:
        """Return what shows the run's glyphs and tells its text.

        Raises:
            UnpaintableTextError: the run holds glyph 0.
        """
        if len(run.glyphs) == len(run.text) and not (run.right_to_left or run.soft_hyphen):
            codes = self._encode_letters(run.glyphs, run.text)
            if codes is not None and (self._space or not run.space_after):
                end = self._codes[self._space] if run.space_after else ""
                return [ShownText(_show(codes + end))]
        return self._show_clusters(run)

    def codes(self) -> dict[int, FontCode]:
        """Return the codes that are used, in their order."""
        found = {code: FontCode(code, text) for code, text in self._texts.items()}
        found |= {code: meaning for meaning, code in self._aliases.items()}
        return {code: found[code] for code in sorted(found)}

    def width(self, glyph_id: int) -> float:
        """Return the glyph's own advance in thousandths of the em size."""
        return round(self.face.advance(glyph_id) * self._thousandth, 3)

    def _encode_letters(self, glyphs: Sequence[Glyph], text: str) -> str | None:
        """Write the codes of glyphs that stand for one letter each; None where they do not.

        Whole columns of the glyphs at once: this is where the time of a large poster goes.
        """
        ids, clusters, advances, x_offsets, y_offsets = zip(*glyphs, strict=True)
        if any(x_offsets) or any(y_offsets) or clusters != tuple(range(len(ids))):
            return None
        letters = tuple(text)
        if tuple(map(self._texts.get, ids)) != letters and not all(
            map(self._take_on, ids, letters)
        ):
            return None
        codes = map(self._codes.__getitem__, ids)
        own_advances = tuple(map(self._advances.__getitem__, ids))
        if advances == own_advances:
            return "".join(codes)
        return "".join(
            code if own == advance else code + self._write_move(own - advance)
            for code, own, advance in zip(codes, own_advances, advances, strict=True)
        )

    def _take_on(self, glyph_id: int, text: str) -> bool:
        """Tell whether the glyph's own code reads as the text; it does at the glyph's first use."""
        if glyph_id == 0:
            raise UnpaintableTextError(f"{self.face.name}: glyph 0")
        if glyph_id not in self._texts:
            self._texts[glyph_id] = text
            self._codes[glyph_id] = write_code(glyph_id)
            self._advances[glyph_id] = self.face.advance(glyph_id)
        return self._texts[glyph_id] == text

    def _write_move(self, units: int) -> str:
        return f"{_BEFORE_MOVE}{write_number(units * self._thousandth)}{_AFTER_MOVE}"

    def _show_clusters(self, run: GlyphRun) -> list[ShownText]:
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
        return [
            ShownText(self._show_inks(inks, run.size), is_silent=inks is silent)
            for inks in (told, silent)
            if inks
        ]

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

    def _find_code(self, glyph_id: int, text: str) -> int:
        """Return the code for a glyph that is read as the text."""
        if self._take_on(glyph_id, text):
            return glyph_id
        first_free = self.face.hb_font.face.glyph_count
        return self._aliases.setdefault(FontCode(glyph_id, text), first_free + len(self._aliases))

    def _show_inks(self, inks: Sequence[tuple[Ink, int]], size: float) -> str:
        out = []
        pen = 0
        for height, level in groupby(inks, key=lambda pair: pair[0].height):
            codes = []
            for ink, code in level:
                if ink.x != pen:
                    codes.append(self._write_move(pen - ink.x))
                codes.append(write_code(code))
                pen = ink.x + self._advances[ink.id]
            shown = _show("".join(codes))
            rise = write_number(height / self.face.units_per_em * size, 4)
            out.append(f"{rise} Ts {shown} 0 Ts" if height else shown)
        return " ".join(out)

    def _find_glyph(self, character: str) -> int:
        return int(self.face.hb_font.get_nominal_glyph(ord(character)) or 0)


def _show(codes: str) -> str:
    """Return the operator that shows codes with moves between them."""
    if _BEFORE_MOVE not in codes:
        return f"({codes})Tj"
    return f"[({codes.replace(_BEFORE_MOVE, ')').replace(_AFTER_MOVE, '(')})]TJ"


class FontShelf:
    """The fonts of one PDF, each named once."""

    def __init__(self, library: FontLibrary) -> None:
        self._library = library
        self._fonts: dict[FaceKey, EmbeddedFont] = {}

    def font(self, key: FaceKey) -> EmbeddedFont:
        """Return the font for the face, taken on at its first use.

        Raises:
            KeyError: no such family.
        """
        found = self._fonts.get(key)
        if found is None:
            name = f"F{len(self._fonts) + 1}"
            found = self._fonts[key] = EmbeddedFont(self._library.face(key), name)
        return found

    def __iter__(self) -> Iterator[EmbeddedFont]:
        return iter(self._fonts.values())
