"""Finnish division of words: seams of compounds first, then syllables.

Rules of the Institute for the Languages of Finland: a syllable starts before each consonant that a
vowel follows; a compound is divided at its seam; one letter is never left alone. Two vowels are
only parted at a seam, although a syllable may end between them, since that reads badly.
"""

import itertools
import re
from functools import lru_cache
from typing import TypeAlias

from blueprint_editor.language.hyphenation_compounds import find_first_parts, measure_last_part

_VOWELS = "aeiouyåäöéèáü"
_SYLLABLE = re.compile(f"(?<=[{_VOWELS}])([^{_VOWELS}]+)(?=[{_VOWELS}])")
_LOAN_ONSET = re.compile("[bdfgkpt][lr]$")
_SHORT_PART = 4
"""Parts of a compound with no more letters stay whole."""
_FEWEST_UNKNOWN = 4
"""Letters of a first part that is not in the list."""
_STRONG = 7
"""Letters of last parts that are known well enough for a seam after such a first part."""
_STRONG_VOWEL = 4
"""The same where syllables alone would surely divide wrongly: "aloitus" before "aika"."""
_STRONG_ACTION = 3
"""The same after "-mis-", which names an action and only stands in compounds and endings."""
_DERIVED = "alai"
"""A part only after "moni"; else the end of "kansalainen" and the like."""
_ACTION = re.compile(f".+[{_VOWELS}]mis")
_UNKNOWN_FIRST = re.compile(f".*[{_VOWELS}][^{_VOWELS}].*[{_VOWELS}][ns]?")
_UNKNOWN_CLOSED = re.compile(f".*[{_VOWELS}][^{_VOWELS}].*[{_VOWELS}]s")

_Parts: TypeAlias = tuple[int, tuple[int, ...]]


def find_finnish_hyphens(word: str) -> list[tuple[int, bool]]:
    """Return (position, whether it is a seam) for each division of a word in small letters."""
    seams = find_finnish_seams(word)
    bounds = [0, *seams, len(word)]
    found = [(seam, True) for seam in seams]
    for start, end in itertools.pairwise(bounds):
        if seams and end - start <= _SHORT_PART:
            continue
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


def find_finnish_seams(word: str) -> list[int]:
    """Return the positions of the seams between a compound's parts."""
    score, seams = _join_parts(word)
    if not seams:
        for end in range(_FEWEST_UNKNOWN, len(word) - _STRONG_ACTION + 1):
            found, following = _find_parts(word[end:])
            if found <= score or word.startswith(_DERIVED, end):
                continue
            is_long = not following or following[0] >= _FEWEST_UNKNOWN
            is_first = is_long and _UNKNOWN_FIRST.fullmatch(word, 0, end) is not None
            if is_first and found >= _find_strength(word, end):
                score, seams = found, (end, *(end + seam for seam in following))
    return list(seams)


def _find_strength(word: str, end: int) -> int:
    """Return how many letters must be known after an unknown first part."""
    if _ACTION.fullmatch(word, 0, end):
        return _STRONG_ACTION
    is_closed = word[end] in _VOWELS and end > _FEWEST_UNKNOWN
    return _STRONG_VOWEL if is_closed and _UNKNOWN_CLOSED.fullmatch(word, 0, end) else _STRONG


@lru_cache(maxsize=4096)
def _find_parts(rest: str) -> _Parts:
    """Return how many letters of known parts the rest of a word begins with, and its seams.

    The count is 0 where no part is known to start; fewer seams win over more. Compounds share
    their ends, so the answers are kept.
    """
    return _join_parts(rest, measure_last_part(rest))


def _join_parts(word: str, best: int = 0) -> _Parts:
    """Return what :func:`_find_parts` does for a word that begins with a first part."""
    seams: tuple[int, ...] = ()
    for end in find_first_parts(word):
        score, following = _find_parts(word[end:])
        if score and score + end - 1 > best:
            best, seams = score + end - 1, (end, *(end + seam for seam in following))
    return best, seams
