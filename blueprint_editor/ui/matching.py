"""Finds what a person means by a few letters: accents and case do not matter, nor does order."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def fold(text: str) -> str:
    """Return a text in plain small letters: ``Työn ääri`` becomes ``tyon aari``."""
    if text.isascii():
        return text.casefold()
    return "".join(map(_fold_letter, text))


def matches_all(words: Sequence[str], folded: str) -> bool:
    """Tell whether every word (folded) stands in a text (folded), a short one at a word's start."""
    text = f" {folded}"
    return all(f" {word}" in text or (len(word) > 2 and word in text) for word in words)


_NO_MATCH = -1
_PHRASE = 200
"""For words that stand in a title just so: no sum of parts elsewhere is better."""
_LONG = 3
"""From this length on a word may stand within another one."""


def rate(words: Sequence[str], title: str, context: str, *, is_loose: bool = False) -> int:
    """Return how well something is meant, at least 0; -1 if it is not.

    Args:
        words: what was typed, folded.
        title: the name of the thing, folded.
        context: what else may be said of it, folded.
        is_loose: letters of a word may have others between them, as ``tn`` for ``tallenna``.
    """
    total = 0
    for word in words:
        rating = _rate_word(word, title, context, is_loose=is_loose)
        if rating == _NO_MATCH:
            return _NO_MATCH
        total += rating
    if len(words) > 1 and " ".join(words) in title:
        total += _PHRASE
    return total


def _rate_word(word: str, title: str, context: str, *, is_loose: bool) -> int:
    if title.startswith(word):
        return 100
    if f" {word}" in title:
        return 80
    if f" {word}" in f" {context}":
        return 45
    if len(word) >= _LONG and word in title:
        return 40
    if len(word) >= _LONG and word in context:
        return 20
    if is_loose and find_letters(word, title):
        return 10
    return _NO_MATCH


def find_letters(word: str, title: str) -> list[int]:
    """Return where the letters of a word stand in a title, one after another; else nothing."""
    places, start = [], 0
    for letter in word:
        place = title.find(letter, start)
        if place < 0:
            return []
        places.append(place)
        start = place + 1
    return places


def find_places(words: Sequence[str], text: str) -> frozenset[int]:
    """Return the places of the letters of a text (not folded) that a query means."""
    folded, places = [], []
    for place, letter in enumerate(text):
        plain = letter.casefold() if letter.isascii() else _fold_letter(letter)
        folded.append(plain)
        places += [place] * len(plain)
    title = "".join(folded)
    found: set[int] = set()
    for word in words:
        start = 0 if title.startswith(word) else title.find(f" {word}") + 1
        if start == 0 and not title.startswith(word):
            start = title.find(word)
        letters = range(start, start + len(word)) if start >= 0 else find_letters(word, title)
        found.update(places[letter] for letter in letters)
    return frozenset(found)
