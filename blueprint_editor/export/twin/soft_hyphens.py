"""Soft hyphens in long words, for columns that are narrower than a Finnish compound."""

import re
from itertools import pairwise

from blueprint_editor.language.hyphenation import find_hyphens

_LONG_WORD = re.compile(r"(?<![^\s(\"”’'-])[^\W\d_]{12,}(?![^\s).,:;!?\"”’'-])")
"""Whole words only: a hyphen within an address would be copied with it."""


def soften(text: str, language: str) -> str:
    """Return the text with a soft hyphen wherever a long word may be divided.

    Most browsers know no Finnish hyphenation of their own.
    """
    return _LONG_WORD.sub(lambda found: _divide(found.group(), language), text)


def _divide(word: str, language: str) -> str:
    places = (0, *(hyphen.position for hyphen in find_hyphens(word, language)), len(word))
    return "\u00ad".join(word[a:b] for a, b in pairwise(places))
