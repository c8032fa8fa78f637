"""Words as glyphs, shaped once for each face and language, free of size and place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category

from blueprint_editor.drawing.fonts import MAIN_FAMILY, FontFace, FontLibrary
from blueprint_editor.drawing.primitives import (
    ADVANCE_BITS,
    ADVANCE_MASK,
    FaceKey,
    Glyph,
    PlainGlyphs,
)
from blueprint_editor.drawing.shaping import shape, shape_latin_words
from blueprint_editor.layout.text.signs import find_width

SOFT_HYPHEN = "\u00ad"
"""At the end of a part of a word: it is set with a hyphen that only the line break makes."""

MISSING_EM = 0.6
"""Advance of the box that stands for a missing letter, in ems."""

_WORDS_KEPT = 40_000
_LATIN_END = "\u024f"
_LATIN_SIGNS = frozenset("‐‑–—‘’“”„…•€→×")
"""Signs above Latin that batches may hold."""

_LONGEST_PLAIN = 500
_WIDEST_PLAIN = ADVANCE_MASK // _LONGEST_PLAIN
"""Letters of a word, and font units of a letter, whose sum surely fits into a code's bits."""


class Piece(NamedTuple):
    """Part of a word in one face and direction.

    Attributes:
        face: None where no font has the letter: it is drawn as a sign or a box.
        text: logical order, without the hyphen of a line break.
        glyphs: visual order; clusters count from the piece's own start.
        width: advance in ems.
        level: embedding level; odd runs from right to left.
        soft_hyphen: the last glyph is the hyphen of a line break.
    """

    face: FaceKey | None
    text: str
    glyphs: Sequence[Glyph]
    width: float
    level: int = 0
    soft_hyphen: bool = False


class Word:
    """A shaped word or a part of one; never changed once made.

    Attributes:
        text: without the hyphen of a line break.
        width: advance in ems.
        codes: of a plain word (one face, left to right, one glyph a letter) each glyph's id and
            advance in one number; None of others.
        pieces: of a word that is not plain.
        soft_hyphen: the last glyph is the hyphen of a line break.
    """

    __slots__ = ("codes", "pieces", "soft_hyphen", "text", "width")

    def __init__(
        self,
        text: str,
        width: float,
        codes: list[int] | None,
        pieces: tuple[Piece, ...],
        soft_hyphen: bool = False,
    ) -> None:
        self.text = text
        self.width = width
        self.codes = codes
        self.pieces = pieces
        self.soft_hyphen = soft_hyphen


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
        self.face: FontFace = fonts.face(key)
        self._scale = 1.0 / self.face.units_per_em
        self.cap_height = self.face.cap_height * self._scale
        self._words: dict[str, Word] = {}
        self._levelled: dict[tuple[str, tuple[int, ...]], Word] = {}
        self._latin: set[str] = set()
        self._pairs: dict[tuple[str, str], int] = {}
        """Letter and the one after it → the first one's code; of plain Latin words only."""
        self._endings: dict[str, list[int]] = {}
        glyphs, advance = shape(self.face, " ", language)
        self._space_code = _encode(glyphs)
        self.space = Piece(key, " ", PlainGlyphs(self._space_code), advance * self._scale)
        self.is_pairwise = key.family == MAIN_FAMILY
        """Whether words may be put together and taken apart by their pairs of letters.

        So it is with the main family, whose letters nothing but kerning changes; a test holds it.
        """

    def find_word(self, text: str) -> Word:
        """Return a shaped word or part (with a soft hyphen at its end) from left to right."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            found = self._words[text] = self.make_words([text])[0]
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
            found = self._levelled[key] = self._make_word(text, levels)
        return found

    def make_words(self, texts: Sequence[str]) -> list[Word]:
        """Shape words that run from left to right, in one go where they are plain Latin."""
        words = [self._join_pairs(text) for text in texts]
        new = [text for text, word in zip(texts, words, strict=True) if word is None]
        shaped = iter(self._shape_words(new) if new else ())
        return [word or next(shaped) for word in words]

    def _join_pairs(self, text: str) -> Word | None:
        """Return a word from what its letters came to before the same ones in other words.

        None where two of its letters have not been next to each other yet.
        """
        hyphenated = text[-1:] == SOFT_HYPHEN
        shown = text[:-1] + "-" if hyphenated else text
        try:
            codes = list(map(self._pairs.__getitem__, pairwise(shown + " ")))
        except KeyError:
            return None
        if len(codes) > _LONGEST_PLAIN:
            return None
        return Word(text.rstrip(SOFT_HYPHEN), self.measure(codes), codes, (), hyphenated)

    def _shape_words(self, texts: Sequence[str]) -> list[Word]:
        shown = [text[:-1] + "-" if text[-1:] == SOFT_HYPHEN else text for text in texts]
        joined = "".join(shown)
        if self.is_pairwise and len(joined) <= _LONGEST_PLAIN and self._is_latin(joined):
            shaped = shape_latin_words(self.face, shown, self.language)
            if shaped is not None:
                for text, codes in zip(shown, shaped, strict=True):
                    self._pairs.update(zip(pairwise(text + " "), codes, strict=True))
                return [
                    Word(
                        text.rstrip(SOFT_HYPHEN),
                        self.measure(codes),
                        codes,
                        (),
                        text[-1] == SOFT_HYPHEN,
                    )
                    for text, codes in zip(texts, shaped, strict=True)
                ]
        if len(texts) > 1:
            half = len(texts) // 2
            return self._shape_words(texts[:half]) + self._shape_words(texts[half:])
        return [self._make_word(texts[0], (0,) * len(texts[0]))]

    def _is_latin(self, text: str) -> bool:
        if self._latin.issuperset(text):
            return True
        new = set(text) - self._latin
        for letter in new:
            if letter > _LATIN_END and letter not in _LATIN_SIGNS:
                return False
        if not self.face.characters.issuperset(map(ord, new)):
            return False
        self._latin |= new
        return True

    def join(self, words: Sequence[Word]) -> list[int] | None:
        """Return the codes of words with spaces between them, None unless all are plain."""
        codes: list[int] = []
        for word in words:
            if word.codes is None:
                return None
            codes += word.codes
            codes += self._space_code
        return codes[:-1]

    def measure(self, codes: Sequence[int]) -> float:
        """Return the width of a run of codes in ems."""
        if len(codes) <= _LONGEST_PLAIN:
            return (sum(codes) & ADVANCE_MASK) * self._scale
        return sum(code & ADVANCE_MASK for code in codes) * self._scale

    def find_pieces(self, word: Word) -> Sequence[Piece]:
        """Return the pieces of any word."""
        if word.codes is None:
            return word.pieces
        glyphs = PlainGlyphs(word.codes)
        return (Piece(self.key, word.text, glyphs, word.width, 0, word.soft_hyphen),)

    def find_part(self, word: Word, start: int, end: int, *, hyphen: bool = False) -> Word:
        """Return the part of a word from ``start`` to ``end``, with a hyphen of ours or without."""
        text = word.text
        if end - start == len(text) and not hyphen:
            return word
        if word.codes is None or not self.is_pairwise:
            return self.find_word(text[start:end] + (SOFT_HYPHEN if hyphen else ""))
        codes = word.codes[start : end - 1] + self.find_ending(text[end - 1], hyphen=hyphen)
        return Word(text[start:end], self.measure(codes), codes, (), hyphen)

    def measure_break(self, word: Word, position: int, *, hyphen: bool) -> tuple[float, float]:
        """Return the width in ems of what stands before a break, and of what the rest leaves.

        With ``hyphen`` there is a hyphen of ours at the break, which counts in the first width.
        """
        if word.codes is None or not self.is_pairwise:
            head = self.find_part(word, 0, position, hyphen=hyphen)
            return head.width, word.width - self.find_part(word, position, len(word.text)).width
        before = sum(word.codes[: position - 1])
        end = before + sum(self.find_ending(word.text[position - 1], hyphen=hyphen))
        start = before + word.codes[position - 1]
        return (end & ADVANCE_MASK) * self._scale, (start & ADVANCE_MASK) * self._scale

    def find_ending(self, letter: str, *, hyphen: bool) -> list[int]:
        """Return the codes of the last letter of a part, and of the hyphen after it."""
        key = letter + "-" if hyphen else letter
        found = self._endings.get(key)
        if found is None:
            found = self._endings[key] = self.find_word(key).codes or []
        return found

    def measure_letters(self, word: Word) -> dict[int, float]:
        """Return how far a word reaches before each letter (with its marks), by its position."""
        if word.codes is not None:
            widths = {i: (code & ADVANCE_MASK) * self._scale for i, code in enumerate(word.codes)}
        else:
            widths = {}
            position = 0
            for cluster in split_clusters(word.text):
                widths[position] = self.find_word(cluster).width
                position += len(cluster)
        scale = word.width / (sum(widths.values()) or 1.0)
        reached = accumulate(widths.values(), initial=0.0)
        return {position: before * scale for position, before in zip(widths, reached, strict=False)}

    def _make_word(self, text: str, levels: Sequence[int]) -> Word:
        hyphenated = text.endswith(SOFT_HYPHEN)
        shown = text[:-1] + "-" if hyphenated else text
        pieces = tuple(
            self._shape(part, family, level) for part, family, level in self._split(shown, levels)
        )
        if hyphenated:
            last = pieces[-1]
            pieces = (*pieces[:-1], last._replace(text=last.text[:-1], soft_hyphen=True))
        width = sum(piece.width for piece in pieces)
        codes = self._find_codes(pieces)
        return Word(text.rstrip(SOFT_HYPHEN), width, codes, () if codes else pieces, hyphenated)

    def _find_codes(self, pieces: Sequence[Piece]) -> list[int] | None:
        """Return the codes of a word that turns out to be plain."""
        if len(pieces) != 1 or pieces[0].face != self.key or pieces[0].level:
            return None
        glyphs = pieces[0].glyphs
        length = len(pieces[0].text) + pieces[0].soft_hyphen
        if len(glyphs) != length or length > _LONGEST_PLAIN:
            return None
        for index, glyph in enumerate(glyphs):
            if (glyph.cluster, glyph.x_offset, glyph.y_offset) != (index, 0, 0):
                return None
            if not 0 <= glyph.advance <= _WIDEST_PLAIN:
                return None
        return _encode(glyphs)

    def _shape(self, text: str, family: str | None, level: int) -> Piece:
        if family is None:
            return Piece(None, text, (), find_width(text) or MISSING_EM, level)
        key = self.key._replace(family=family)
        face = self._fonts.face(key)
        glyphs, advance = shape(face, text, self.language, right_to_left=level % 2 == 1)
        return Piece(key, text, glyphs, advance / face.units_per_em, level)

    def _split(self, text: str, levels: Sequence[int]) -> Iterator[tuple[str, str | None, int]]:
        """Yield (text, family or None where no font has it, level) for each piece."""
        if self.face.characters.issuperset(map(ord, text)) and len(set(levels)) == 1:
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
        if self.face.characters.issuperset(map(ord, needed)):
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


def _encode(glyphs: Sequence[Glyph]) -> list[int]:
    return [(glyph.id << ADVANCE_BITS) + glyph.advance for glyph in glyphs]
