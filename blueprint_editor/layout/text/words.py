"""Words as glyphs, shaped once for each face and language, free of size and place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, Glyph
from blueprint_editor.drawing.shaping import shape

SOFT_HYPHEN = "\u00ad"
"""At the end of a piece: it is set with a hyphen that only the line break makes."""

MISSING_EM = 0.6
"""Advance of the box that stands for a missing letter, in ems."""

_WORDS_KEPT = 40_000


class Piece(NamedTuple):
    """Part of a word in one face and direction.

    Attributes:
        face: None where no font has the letter.
        text: logical order, without the hyphen of a line break.
        glyphs: visual order; clusters count from the piece's own start.
        width: advance in ems.
        scale: ems in one font unit.
        level: embedding level; odd runs from right to left.
        soft_hyphen: the last glyph is the hyphen of a line break.
    """

    face: FaceKey | None
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    scale: float
    level: int = 0
    soft_hyphen: bool = False


class Word(NamedTuple):
    """A shaped word or part of one; ``width`` in ems."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=4096)
def _is_attached(character: str) -> bool:
    """Tell whether the character belongs to the one before it: marks, joiners, selectors."""
    return category(character) in {"Mn", "Me", "Mc"} or character in "\u200c\u200d"


@lru_cache(maxsize=4096)
def _is_invisible(character: str) -> bool:
    """Tell whether HarfBuzz shows nothing for the character even where the font lacks it."""
    return category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def split_clusters(text: str) -> list[str]:
    """Return the text in pieces that are never parted: a letter with the marks on it."""
    clusters: list[str] = []
    for character in text:
        if clusters and (_is_attached(character) or clusters[-1][-1] == "\u200d"):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


class WordBook:
    """The shaped words of one face and language.

    Args:
        fonts: where other faces come from when ``key`` lacks a letter.
    """

    def __init__(self, fonts: FontLibrary, key: FaceKey, language: str) -> None:
        self.key = key
        self.language = language
        self._fonts = fonts
        self._face = fonts.face(key)
        self._words: dict[str, Word] = {}
        self._levelled: dict[tuple[str, tuple[int, ...]], Word] = {}
        self.space = self.find_word(" ").pieces[0]

    def find_word(self, text: str) -> Word:
        """Return the shaped word of a text that runs from left to right."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            found = self._words[text] = self._make(text, (0,) * len(text))
        return found

    def find_levelled_word(self, text: str, levels: Sequence[int]) -> Word:
        """Return the shaped word of a text with one embedding level for each character."""
        if not any(levels):
            return self.find_word(text)
        key = (text, tuple(levels))
        found = self._levelled.get(key)
        if found is None:
            if len(self._levelled) >= _WORDS_KEPT:
                self._levelled.clear()
            found = self._levelled[key] = self._make(text, levels)
        return found

    def _make(self, text: str, levels: Sequence[int]) -> Word:
        hyphenated = text.endswith(SOFT_HYPHEN)
        visible = text[:-1] + "-" if hyphenated else text
        pieces = tuple(
            self._shape(part, family, level) for part, family, level in self._split(visible, levels)
        )
        if hyphenated:
            last = pieces[-1]
            pieces = (*pieces[:-1], last._replace(text=last.text[:-1], soft_hyphen=True))
        return Word(pieces, sum(piece.width for piece in pieces))

    def _shape(self, text: str, family: str | None, level: int) -> Piece:
        if family is None:
            return Piece(None, text, (), MISSING_EM, 0.0, level)
        key = self.key._replace(family=family)
        face = self._fonts.face(key)
        glyphs, advance = shape(face, text, self.language, right_to_left=level % 2 == 1)
        scale = 1.0 / face.units_per_em
        return Piece(key, text, glyphs, advance * scale, scale, level)

    def _split(self, text: str, levels: Sequence[int]) -> Iterator[tuple[str, str | None, int]]:
        """Yield (text, family or None where no font has it, level) for each piece."""
        if self._face.characters.issuperset(map(ord, text)) and len(set(levels)) == 1:
            yield text, self.key.family, levels[0]
            return
        start = position = 0
        previous: tuple[str | None, int] | None = None
        for cluster in split_clusters(text):
            family = self._find_family(cluster)
            current = (family, levels[position])
            if previous is not None and (current != previous or family is None):
                yield text[start:position], *previous
                start = position
            previous = current
            position += len(cluster)
        if previous is not None:
            yield text[start:], *previous

    def _find_family(self, cluster: str) -> str | None:
        """Return the family that draws the cluster, the main one where it can."""
        needed = [c for c in cluster if not _is_invisible(c)]
        if self._face.characters.issuperset(map(ord, needed)):
            return self.key.family
        for family in self._iter_families(needed):
            face = self._fonts.face(self.key._replace(family=family))
            if face.characters.issuperset(map(ord, needed)):
                return family
        return None

    def _iter_families(self, characters: Iterable[str]) -> Iterator[str]:
        for character in characters:
            family = self._fonts.find_family(character)
            if family is not None:
                yield family
