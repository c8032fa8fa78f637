"""Words as they stand in a text, with the places where a line may end in them; remembered."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.layout.text.bidi import has_right_to_left
from blueprint_editor.layout.text.breaking import (
    Break,
    BreakKind,
    find_divisions,
    find_natural_breaks,
    find_seam_divisions,
    is_glued,
)
from blueprint_editor.layout.text.words import SOFT_HYPHEN, Word, WordBook

_TOKENS_KEPT = 40_000
_MUCH_SHAPING = 20_000
"""Letters that are worth shaping to measure the parts of one word."""

_ORDINARY = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*[.,:;!?]?")
"""Words that no rule glues to another unless the other one is peculiar."""


class PlacedBreak(NamedTuple):
    """A place in a word where a line may end.

    Attributes:
        position: characters before it.
        kind: what sort of line end.
        end: width in ems of what stands before it, with the hyphen if there is one.
        start: width in ems from the word's left end to what goes on the next line.
    """

    position: int
    kind: BreakKind
    end: float
    start: float


class Token:
    """A word of a text; never changed once made.

    Attributes:
        word: shaped, without soft hyphens.
        natural: places where a line may end without a hyphen of ours, and soft hyphens.
        breaks: those and the divisions by the rules of the language, in order; None before they
            are first asked for.
        seams: those of the divisions that stand between the parts of a compound, or None.
        is_peculiar: may be glued to a neighbour (numbers, signs, single letters).
        is_right_to_left: holds letters that need the bidirectional algorithm.
    """

    __slots__ = ("breaks", "is_peculiar", "is_right_to_left", "natural", "raw", "seams", "word")

    def __init__(self, raw: str, word: Word, natural: tuple[PlacedBreak, ...]) -> None:
        self.raw = raw
        self.word = word
        self.breaks: tuple[PlacedBreak, ...] | None = None
        self.seams: tuple[PlacedBreak, ...] | None = None
        self.natural = natural
        self.is_peculiar = not word.text.isalpha() and _ORDINARY.fullmatch(word.text) is None
        if len(word.text) == 1:
            self.is_peculiar = True
        self.is_right_to_left = has_right_to_left(word.text)


class TokenBook:
    """Tokens of one face and language."""

    def __init__(self, words: WordBook) -> None:
        self.words = words
        self.has_right_to_left = False
        """Whether any token so far holds letters that need the bidirectional algorithm."""
        self._tokens: dict[str, Token] = {}
        self._glue: dict[tuple[str, str], bool] = {}

    def find_tokens(self, raws: Sequence[str]) -> list[Token]:
        """Return the tokens of the words of a text (soft hyphens and all), new ones in one go."""
        known = self._tokens
        if len(known) > _TOKENS_KEPT:
            known.clear()
            self._glue.clear()
        new = [raw for raw in raws if raw not in known]
        if new:
            self._add(list(dict.fromkeys(new)))
        return [known[raw] for raw in raws]

    def _add(self, raws: list[str]) -> None:
        words = self.words.make_words([raw.replace(SOFT_HYPHEN, "") for raw in raws])
        for raw, word in zip(raws, words, strict=True):
            token = self._tokens[raw] = Token(raw, word, self._find_natural(raw, word))
            self.has_right_to_left |= token.is_right_to_left

    def _find_natural(self, raw: str, word: Word) -> tuple[PlacedBreak, ...]:
        found = find_natural_breaks(raw)
        return self.place_breaks(word, found) if found else ()

    def find_breaks(self, token: Token) -> tuple[PlacedBreak, ...]:
        """Return all places where good setting may end a line in a word."""
        if token.breaks is None:
            divisions = find_divisions(token.raw, self.words.language)
            found = self.place_breaks(token.word, divisions)
            token.breaks = tuple(sorted((*token.natural, *found))) if found else token.natural
        return token.breaks

    def find_seams(self, token: Token) -> tuple[PlacedBreak, ...]:
        """Return the places at the seams of a compound."""
        if token.seams is None:
            seams = find_seam_divisions(token.raw, self.words.language)
            token.seams = self.place_breaks(token.word, seams)
        return token.seams

    def place_breaks(self, word: Word, breaks: Sequence[Break]) -> tuple[PlacedBreak, ...]:
        """Measure the breaks in a word, given in order."""
        if word.codes is None and len(breaks) * len(word.text) > _MUCH_SHAPING:
            return self.place_roughly(word, breaks)
        words = self.words
        return tuple(
            [
                PlacedBreak(
                    position, kind, *words.measure_break(word, position, hyphen=kind.has_hyphen)
                )
                for position, kind in breaks
            ]
        )

    def place_roughly(self, word: Word, breaks: Sequence[Break]) -> tuple[PlacedBreak, ...]:
        """Measure the breaks in a word by its single letters, which is fast for thousands."""
        reached = self.words.measure_letters(word)
        hyphen = self.words.find_word("-").width
        return tuple(
            PlacedBreak(p, kind, reached[p] + (hyphen if kind.has_hyphen else 0.0), reached[p])
            for p, kind in breaks
        )

    def is_glued(self, token: Token, following: Token) -> bool:
        """Tell whether the space between two words must not end a line."""
        if not (token.is_peculiar or following.is_peculiar):
            return False
        key = (token.word.text, following.word.text)
        found = self._glue.get(key)
        if found is None:
            found = self._glue[key] = is_glued(*key)
        return found
