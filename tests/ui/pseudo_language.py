"""A language that nobody speaks: every text of the program, longer and accented.

What is shown without an accent was never given to a translator; what does not fit in it will not
fit in German either. Words grow where they stand, so that lines break as in a real language.
"""

import re
from gettext import NullTranslations
from math import ceil

GROWTH = 0.4
_ACCENTS = str.maketrans("AEIOUYaeiouyNnSsZz", "ÅĒĪŌŪŶåēīōūŷÑñŠšŽž")
_MARKS = set("ÅĒĪŌŪŶåēīōūŷ")
_KEPT = re.compile(r"(\{[^{}]*\}|\n)")
_WORD = re.compile(r"[^\W\d_]+")


def _grow(match: re.Match[str]) -> str:
    word = match.group()
    accented = word.translate(_ACCENTS)
    last = accented[-1]
    filler = last if last in _MARKS else "ē"
    return accented + filler.lower() * ceil(len(word) * GROWTH)


def stretch(text: str) -> str:
    """Return a text as this language has it; fields, mnemonics and line ends stay."""
    parts = _KEPT.split(text)
    return "".join(part if _KEPT.fullmatch(part) else _WORD.sub(_grow, part) for part in parts)


def is_stretched(text: str) -> bool:
    """Tell whether a text came from the catalogue and not from a document or from Qt."""
    return not _MARKS.isdisjoint(text)


class PseudoTranslations(NullTranslations):
    """Stands in for the catalogue of English, which is empty."""

    def gettext(self, message: str) -> str:
        return stretch(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretch(msgid1 if n == 1 else msgid2)
