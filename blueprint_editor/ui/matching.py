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
