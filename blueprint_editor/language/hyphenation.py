"""Where words may be divided: own rules for Finnish, pattern dictionaries for other languages."""

import itertools
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import pyphen

from blueprint_editor.language.hyphenation_finnish import (
    find_finnish_hyphens,
    find_finnish_seams,
)

FEWEST_LETTERS = 7
"""Shorter words stay whole."""
MOST_LETTERS = 80
"""Longer strings of letters are no words, and would take long to divide."""
FEWEST_BESIDE = 3
"""Letters that must stand on each side of a division."""


class Hyphen(NamedTuple):
    """A place for a hyphen, before the letter at ``position``; seams of compounds are better."""

    position: int
    is_seam: bool = False


def find_hyphens(word: str, language: str) -> list[Hyphen]:
    """Return where a word may be divided, in order.

    Words of less than seven letters, words with digits or other signs in them and words with a
    capital after the first letter (abbreviations) are never divided.

    Args:
        word: letters only; the parts of "linja-auto" are words of their own.
        language: BCP 47 tag; a language without rules divides nothing.
    """
    small = _find_small(word)
    primary = language.partition("-")[0].lower()
    if small and primary == "fi":
        return _keep_inner(word, itertools.starmap(Hyphen, find_finnish_hyphens(small)))
    dictionary = _find_dictionary(primary, language) if small else None
    if dictionary is None:
        return []
    return _keep_inner(word, (Hyphen(int(place)) for place in dictionary.positions(small)))


def find_seams(word: str, language: str) -> list[int]:
    """Return the places of the seams among what :func:`find_hyphens` finds, in half of its time."""
    if language.partition("-")[0].lower() != "fi":
        return []
    last = len(word) - FEWEST_BESIDE
    return [p for p in find_finnish_seams(_find_small(word)) if FEWEST_BESIDE <= p <= last]


def _find_small(word: str) -> str:
    """Return a word in small letters, or nothing where it is never divided."""
    is_word = FEWEST_LETTERS <= len(word) <= MOST_LETTERS and word.isalpha()
    small = word.lower() if is_word and word[1:].islower() else ""
    return small if len(small) == len(word) else ""


def _keep_inner(word: str, hyphens: Iterable[Hyphen]) -> list[Hyphen]:
    last = len(word) - FEWEST_BESIDE
    return [hyphen for hyphen in hyphens if FEWEST_BESIDE <= hyphen.position <= last]


@lru_cache(maxsize=32)
def _find_dictionary(primary: str, language: str) -> "pyphen.Pyphen | None":
    name = language.replace("-", "_")
    for candidate in (name, _DEFAULT_REGION.get(primary, primary), primary):
        if candidate in pyphen.LANGUAGES:
            return pyphen.Pyphen(lang=candidate)
    return None


_DEFAULT_REGION = {"en": "en_GB"}
"""European readers divide English words the British way."""
