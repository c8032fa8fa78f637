"""Soft hyphens in long words, for columns that are narrower than a Finnish compound."""

import re
from itertools import pairwise

from blueprint_editor.language.hyphenation import find_hyphens

_LONG_WORD = re.compile(r"(?<![^\s(\"”’'-])[^\W\d_]{12,}(?![^\s).,:;!?\"”’'-])")
"""Whole words only: a hyphen within an address would be copied with it."""


_LONG_PART = 12
"""A part of a compound is divided only if it has as many letters."""


def soften(text: str, language: str) -> str:
    """Return the text with a soft hyphen where a long word may be divided: at its seams, if it can.

    Most browsers know no Finnish hyphenation of their own.
    """
    return _LONG_WORD.sub(lambda found: _divide(found.group(), language), text)


def _divide(word: str, language: str) -> str:
    hyphens = find_hyphens(word, language)
    seams = (0, *(hyphen.position for hyphen in hyphens if hyphen.is_seam), len(word))
    places = set(seams)
    for start, end in pairwise(seams):
        if end - start >= _LONG_PART:
            places.update(hyphen.position for hyphen in hyphens if start < hyphen.position < end)
    return "\u00ad".join(word[a:b] for a, b in pairwise(sorted(places)))
