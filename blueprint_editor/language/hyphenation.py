"""Where words may be divided: own rules for Finnish, pattern dictionaries for other languages."""

from functools import lru_cache
from typing import NamedTuple

import pyphen

from blueprint_editor.language.hyphenation_finnish import find_finnish_hyphens

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


class Hyphenator:
    """Divides words; remembers each answer."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Hyphen, ...]] = {}

    def find_breaks(self, word: str, language: str) -> tuple[int, ...]:
        """Return the indices of the letters before which a hyphen may be put."""
        return tuple(hyphen.position for hyphen in self.find_hyphens(word, language))

    def find_hyphens(self, word: str, language: str) -> tuple[Hyphen, ...]:
        """Return where a word may be divided, in order.

        Words of less than seven letters, words with digits or other signs in them and words with
        a capital after the first letter (abbreviations) are never divided.

        Args:
            word: letters only; the parts of "linja-auto" are words of their own.
            language: BCP 47 tag; a language without rules divides nothing.
        """
        key = (word, language)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _ANSWERS_KEPT:
                self._known.clear()
            found = self._known[key] = _find(word, language)
        return found


_ANSWERS_KEPT = 20_000


def _find(word: str, language: str) -> tuple[Hyphen, ...]:
    if (
        not FEWEST_LETTERS <= len(word) <= MOST_LETTERS
        or not word.isalpha()
        or not word[1:].islower()
    ):
        return ()
    primary = language.partition("-")[0].lower()
    small = word.lower()
    if len(small) != len(word):
        return ()
    if primary == "fi":
        found = [Hyphen(*pair) for pair in find_finnish_hyphens(small)]
    else:
        dictionary = _find_dictionary(primary, language)
        if dictionary is None:
            return ()
        found = [Hyphen(int(position)) for position in dictionary.positions(small)]
    last = len(word) - FEWEST_BESIDE
    return tuple(hyphen for hyphen in found if FEWEST_BESIDE <= hyphen.position <= last)


@lru_cache(maxsize=32)
def _find_dictionary(primary: str, language: str) -> "pyphen.Pyphen | None":
    name = language.replace("-", "_")
    for candidate in (name, _DEFAULT_REGION.get(primary, primary), primary):
        if candidate in pyphen.LANGUAGES:
            return pyphen.Pyphen(lang=candidate)
    return None


_DEFAULT_REGION = {"en": "en_GB"}
"""European readers divide English words the British way."""
