"""Finnish division of words: seams of compounds first, then syllables.

Rules of the Institute for the Languages of Finland: a syllable starts before each consonant that a
vowel follows; a compound is divided at its seam; one letter is never left alone, and two vowels are
only parted at a seam.
"""

import itertools
import re

from blueprint_editor.language.hyphenation_compounds import FIRST_PARTS, SECOND_STEMS

_VOWELS = "aeiouyåäöéèáü"
_SYLLABLE = re.compile(f"(?<=[{_VOWELS}])([^{_VOWELS}]+)(?=[{_VOWELS}])")
_LOAN_ONSET = re.compile("[bdfgkpt][lr]$")


def find_finnish_hyphens(word: str) -> list[tuple[int, bool]]:
    """Return (position, whether it is a seam) for each division of a word in small letters."""
    seams = find_seams(word)
    bounds = [0, *seams, len(word)]
    found = [(seam, True) for seam in seams]
    for start, end in itertools.pairwise(bounds):
        found += [
            (start + position, False)
            for position in find_syllables(word[start:end])
            if position >= 2 and end - start - position >= 2
        ]
    return sorted(found)


def find_syllables(part: str) -> list[int]:
    """Return the starts of syllables that begin with a consonant, the first one left out."""
    return [match.end() - _count_onset(match.group(1)) for match in _SYLLABLE.finditer(part)]


def _count_onset(consonants: str) -> int:
    """Return how many of the consonants between two vowels go with the second one."""
    is_loan = len(consonants) >= 3 and _LOAN_ONSET.search(consonants) is not None
    return 2 if is_loan and not consonants.endswith(("ngl", "ngr")) else 1


def find_seams(word: str) -> list[int]:
    """Return the positions of the seams between a compound's parts."""
    for position in range(len(word) - 3, 1, -1):
        first, rest = word[:position], word[position:]
        if first in FIRST_PARTS and _starts_a_part(rest):
            return [position, *(position + seam for seam in find_seams(rest))]
    return []


def _starts_a_part(rest: str) -> bool:
    return any(rest.startswith(stem) for stem in SECOND_STEMS)
