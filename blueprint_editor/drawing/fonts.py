"""Faces for shaping and painting, cut at run time from the variable fonts of installed packages."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import fontpkg_noto_sans
import uharfbuzz as hb

from blueprint_editor.drawing.primitives import FaceKey

MAIN_FAMILY = "Noto Sans"

_CORE_RANGES = (
    (0x0020, 0x052F),  # Latin with its extensions, marks, Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin extended additional
    (0x2000, 0x22FF),  # punctuation, currency, arrows, mathematics
    (0xFB00, 0xFB06),
)
"""What nearly every text needs. Cutting these takes 5 ms a face, all of the font 55 ms."""

_LAYOUT_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "rlig", "calt")

_RECIPE = 1
"""To be raised when :meth:`_Source._cut` cuts in another way than before."""

KeepFace: TypeAlias = Callable[[str, Callable[[], bytes]], bytes]
"""Takes a name and how the font file of that name is made; returns what was made once."""


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


class FontFace:
    """One static cut: the very bytes that are shaped are the ones that are drawn.

    Attributes:
        key: what was asked for.
        data: a TrueType font file.
        units_per_em: font units in one em; all metrics below are in font units, y upwards.
        name: unique PostScript name of this cut, for PDF and SVG.
    """

    def __init__(self, key: FaceKey, data: bytes) -> None:
        self.key = key
        self.data = data
        self.name = f"{key.family.replace(' ', '')}-w{key.weight}-wd{key.width:g}".replace(".", "p")
        self._face = hb.Face(hb.Blob(data))
        self.hb_font = hb.Font(self._face)
        self.units_per_em: int = self._face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = -extents.descender
        self.cap_height: int = self._metric(hb.OTMetricsTag.CAP_HEIGHT, 714)

    def _metric(self, tag: "hb.OTMetricsTag", otherwise: int) -> int:
        found = self.hb_font.get_metric_position(tag)
        return int(found) if found else otherwise

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that this cut can draw."""
        return frozenset(self._face.unicodes)

    def advance(self, glyph_id: int) -> int:
        """Return a glyph's own advance width in font units, before kerning."""
        return int(self.hb_font.get_glyph_h_advance(glyph_id))

    def subset(self, glyph_ids: Iterable[int]) -> bytes:
        """Return a font file with these glyphs only, their ids kept, for embedding."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyph_ids)
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.layout_feature_tag_set.clear()
        return bytes(hb.subset(self._face, wanted).blob.data)

    def subset_for_text(self, characters: Iterable[str]) -> bytes:
        """Return a font file that sets these characters as this face does, for web pages.

        Characters stay mapped, and kerning, mark placement and joining forms are kept, so that
        whoever shapes the text with it gets the same widths.
        """
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(ord(character) for character in characters)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.update(_tag(feature) for feature in _LAYOUT_FEATURES)
        return bytes(hb.subset(self._face, wanted).blob.data)


class _Source:
    """A font file from which faces are cut; variable or static."""

    def __init__(self, family: str, path: Path, ranges: Sequence[tuple[int, int]] = ()) -> None:
        self.family = family
        self._path = path
        self._ranges = ranges

    @cached_property
    def _face(self) -> "hb.Face":
        return hb.Face(hb.Blob.from_file_path(str(self._path)))

    @cached_property
    def characters(self) -> frozenset[int]:
        found = frozenset(self._face.unicodes)
        if not self._ranges:
            return found
        core = frozenset(c for first, last in self._ranges for c in range(first, last + 1))
        return found & core

    def cut(self, key: FaceKey, keep: KeepFace) -> FontFace:
        name = f"{self._identity}-w{key.weight}-wd{key.width:g}"
        return FontFace(key, keep(name, lambda: self._cut(key)))

    @cached_property
    def _identity(self) -> str:
        """A word that changes with everything that the cuts come from."""
        state = self._path.stat()
        told = (
            *(str(self._path), state.st_size, state.st_mtime_ns),
            *(_RECIPE, hb.__version__, hb.version_string()),
            *(self._ranges, _LAYOUT_FEATURES if self._ranges else ()),
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    def _cut(self, key: FaceKey) -> bytes:
        wanted = hb.SubsetInput()
        if self._ranges:
            for first, last in self._ranges:
                wanted.unicode_set.add_range(first, last)
            wanted.layout_feature_tag_set.clear()
            for feature in _LAYOUT_FEATURES:
                wanted.layout_feature_tag_set.add(_tag(feature))
        else:
            wanted.keep_everything()
        wanted.flags |= hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        axes = {axis.tag: axis for axis in self._face.axis_infos}
        for tag, value in (("wght", key.weight), ("wdth", key.width)):
            if tag in axes:
                axis = axes[tag]
                clamped = min(max(float(value), axis.min_value), axis.max_value)
                wanted.pin_axis_location(self._face, tag, clamped)
        for tag in axes.keys() - {"wght", "wdth"}:
            wanted.pin_axis_to_default(self._face, tag)
        return bytes(hb.subset(self._face, wanted).blob.data)


class FontFileError(ValueError):
    """A font file that texts cannot be set with; the message says why."""


def check_font_file(path: Path) -> None:
    """Make sure that a file is a font with TrueType outlines, which PDF painters can embed.

    Raises:
        FontFileError: it is not.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head not in (b"\x00\x01\x00\x00", b"true"):
        raise FontFileError("is not a TrueType font (.ttf)")
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    if not face.glyph_count or not len(face.reference_table("glyf")):
        raise FontFileError("holds no TrueType outlines")


class FontLibrary:
    """All fonts that texts may use: the main family, then fallbacks in order.

    Args:
        extra_files: font files named in the settings, each one checked by ``check_font_file``;
            tried after the main family and before the other installed font packages.
        keep: where cuts are kept from one run of the program to the next; without it they are
            made anew.
    """

    def __init__(self, extra_files: Sequence[Path] = (), keep: KeepFace | None = None) -> None:
        self._keep: KeepFace = keep or (lambda _name, make: make())
        root = Path(fontpkg_noto_sans.ROOT)
        main = next(p for p in sorted(root.rglob("*.ttf")) if "Italic" not in p.name)
        self._sources: dict[str, _Source] = {
            MAIN_FAMILY: _Source(MAIN_FAMILY, main, _CORE_RANGES),
            f"{MAIN_FAMILY} Full": _Source(f"{MAIN_FAMILY} Full", main),
        }
        for path in extra_files:
            self._sources[path.stem] = _Source(path.stem, path)
        self._faces: dict[FaceKey, FontFace] = {}
        self._family_of: dict[str, str | None] = {}
        self._searched_packages = False

    def face(self, key: FaceKey) -> FontFace:
        """Return the cut for ``key``, made on first use.

        Raises:
            KeyError: no such family.
        """
        found = self._faces.get(key)
        if found is None:
            if key.family not in self._sources:
                self._add_installed_packages()
            found = self._faces[key] = self._sources[key.family].cut(key, self._keep)
        return found

    def find_family(self, character: str) -> str | None:
        """Return the first family that can draw the character, or None where none can."""
        if character not in self._family_of:
            self._family_of[character] = self._search(ord(character))
        return self._family_of[character]

    def _search(self, code_point: int) -> str | None:
        for source in self._sources.values():
            if code_point in source.characters:
                return source.family
        if not self._searched_packages:
            self._add_installed_packages()
            return self._search(code_point)
        return None

    def _add_installed_packages(self) -> None:
        self._searched_packages = True
        for source in list(self._installed_sources()):
            self._sources.setdefault(source.family, source)

    def _installed_sources(self) -> Iterator[_Source]:
        # Only a text outside the main family pays for looking at the other packages.
        import fontpkg  # noqa: PLC0415

        for slug in fontpkg.families():
            family = fontpkg.family(slug)
            upright = next((f for f in family.files if f.style == "normal"), None)
            if upright is not None and family.name not in self._sources:
                yield _Source(family.name, Path(upright.path))
