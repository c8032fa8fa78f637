"""Where a line may end: Unicode rules, good habits of Finnish and Swedish setting, hyphenation."""

import re
from enum import IntEnum
from typing import Self, TypeAlias

from blueprint_editor.language.hyphenation import FEWEST_LETTERS, find_hyphens, find_seams
from blueprint_editor.layout.text.words import SOFT_HYPHEN, split_clusters


class BreakKind(IntEnum):
    """Kinds of line end, the better ones first.

    Attributes:
        penalty: what the line end costs, in the unit of raggedness: the square of the empty part
            of a line.
        has_hyphen: it shows a hyphen that is no part of the text.
    """

    penalty: float
    has_hyphen: bool

    NATURAL = 1, 0.03, False
    """After a hyphen, slash or other sign that stays in the text."""
    SOFT = 2, 0.15, True
    """At a soft hyphen that the writer put in."""
    SEAM = 3, 0.2, True
    """Between the parts of a compound."""
    SYLLABLE = 4, 0.35, True
    ANY = 5, 0.4, False
    """Between any two letters, without a hyphen, where nothing else fits."""

    def __new__(cls, rank: int, penalty: float, has_hyphen: bool) -> Self:
        kind = int.__new__(cls, rank)
        kind._value_ = rank
        kind.penalty = penalty
        kind.has_hyphen = has_hyphen
        return kind


Break: TypeAlias = tuple[int, BreakKind]
"""A place in a word where a line may end: the characters before it, and what sort it is."""


_PARAGRAPH = re.compile("\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
"""White space that may be dropped at a line's end; no-break spaces are letters to us."""

_ALPHABET = "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯḀ-ỿ§·•×=&*#@_"
_OPENING, _CLOSING, _CURRENCY = r"(\[„", r").,:;\]", "%‰°€$+"
_TABLED = re.compile(f"[{_ALPHABET}0-9{_OPENING}{_CLOSING}{_CURRENCY}\"'’”“»«!?–/…-]*")
"""Words whose breaks pairs of their signs tell: they need no table of Unicode."""
_TABLED_BREAK = re.compile(
    f"(?<=[!?–/…])(?=[{_ALPHABET}{_OPENING}{_CURRENCY}])"
    f"|(?<=[{_CLOSING}{_CURRENCY}-])(?=[{_OPENING}{_CURRENCY}])"
    f"|(?<=.-)(?=[{_ALPHABET}])"
)
"""What UAX 14 says of pairs, but for digits: none is parted from a sign before it."""
_NUMERIC = re.compile(f"[/{_CLOSING}][{_CURRENCY}]|[{_CURRENCY}][{_OPENING}]")
"""Pairs that are kept together where they belong to a number."""
_LONGEST_WORD = 1000
"""Longer ones are broken between any letters, since the table takes 0.1 ms a character."""
_NARROW_END = "\u052f"

_ADDRESS = re.compile(
    r"\w+://|www\.|mailto:|[\w.+-]+@[\w-]+\.\w|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE
)
_ADDRESS_BREAK = re.compile(r"(?<=[/.\-?&=_#])(?=[^/.\-?&=_#])")
_LETTERS = re.compile(r"[^\W\d_]+")

_SINGLE = re.compile(r"[(\"'”’»]*[^\W\d_][.)\"'”’»]*")
_NUMBER = re.compile(r"[(<>≤≥±~+−-]*\d[\d.,:–−/-]*")
_UNIT = re.compile(
    r"(?:€|%|‰|§+|°C?|kk|vk|pv|vrk|v|h|t|min|s|sek|km|m|cm|mm|m²|kg|g|l|dl|kpl|mrd|milj|tuhatta|"
    r"euroa?|eur|EUR|kr|kk/v|st|år|mån|dgr|tim|kap|mom|momentti|momentin|art|years?|months?|weeks?|"
    r"days?|hours?|hrs?|minutes?|minuut(?:ti|tia|in)|tun(?:ti|tia|nin)|päivä[än]?|viik(?:ko|koa|on)|"
    r"kuukau(?:si|tta|den)|vuo(?:si|tta|den)|kertaa?|kerran|prosenttia?|prosentin|metriä?|metrin|"
    r"minuter|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|gånger|procent|meter|"
    r"pt|A|V|W|kWh|Mt|GB|MB)(?::\w+)?[.,:;!?)\"'”’»]*"
)
_GROUP = re.compile(r"\d{3}(?!\d)[\d.,:;!?)%€–-]*")
_DAY = re.compile(r"[(]?(?:[12]?\d|3[01])(?:\.|st|nd|rd|th)?(?:[–-](?:[12]?\d|3[01])\.?)?")
_MONTH = re.compile(
    r"(?:(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu\w*|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[.,:;!?)\"'”’»]*"
)
_SIGN_BEFORE_NUMBER = re.compile(r"(?:§|nro|n:o|nr|no|No|s|p|klo|kl|v|c|ca|noin)\.?", re.IGNORECASE)
_CLOSING_SIGNS = frozenset(")]}!?;:,./")
_ENDING_SIGNS = frozenset(".,:;!?)]%‰°€$§·•/–—-…”’»\"'→+=&×*#@")
_STARTING_SIGNS = frozenset("([„“«\"'%‰°€$§·•–…→+=&×*#@-")
_DASH = re.compile("[–—-][.,:;]*")


def split_paragraphs(text: str) -> list[list[str]]:
    """Return the words of each part of a text between explicit line breaks."""
    words = text.split()
    if " ".join(words) == text and SOFT_HYPHEN not in text:
        return [words]
    return [
        [word for word in _SPACES.split(part) if word.strip(SOFT_HYPHEN)]
        for part in _PARAGRAPH.split(text)
    ]


def is_glued(word: str, following: str) -> bool:
    """Tell whether the space between two words must not end a line."""
    return (
        _DASH.fullmatch(following) is not None
        or _SINGLE.fullmatch(word) is not None
        or _belongs_to_number(word, following)
        or _is_label(word, following)
        or not _may_part(word, following)
    )


def _belongs_to_number(word: str, following: str) -> bool:
    """Numbers with their units, dates, grouped thousands, "nro 5", "27 d"."""
    if _NUMBER.fullmatch(word):
        return (
            _UNIT.fullmatch(following) is not None
            or _GROUP.fullmatch(following) is not None
            or _SINGLE.fullmatch(following) is not None
            or (_DAY.fullmatch(word) is not None and _MONTH.fullmatch(following) is not None)
        )
    if following[0].isdigit():
        is_english_month = _MONTH.fullmatch(word) is not None and word[0].isupper()
        return _SIGN_BEFORE_NUMBER.fullmatch(word) is not None or (
            is_english_month and _DAY.fullmatch(following.rstrip(".,;:")) is not None
        )
    return False


def _is_label(word: str, following: str) -> bool:
    """A capital letter names the thing before it: "variantti A"."""
    return (
        word[-1].isalpha()
        and word[0].islower()
        and following[0].isupper()
        and _SINGLE.fullmatch(following) is not None
    )


def _may_part(word: str, following: str) -> bool:
    """Tell whether Unicode lets a line end at the space between two words."""
    last, first = word[-1], following[0]
    if first in _CLOSING_SIGNS:
        return False
    if last.isalnum() or last in _ENDING_SIGNS:
        if first.isalnum() or first in _STARTING_SIGNS:
            return True
        if first in "”’" and following[1:2].isalnum():
            return True
    return bool(_find_unicode_breaks(f"{word} {following}")[len(word) + 1])


def _find_unicode_breaks(text: str) -> list[int]:
    # uniseg takes 0.1 ms a character and 60 ms to import: only signs beyond plain words pay.
    from uniseg.linebreak import line_break_breakables  # noqa: PLC0415

    return list(line_break_breakables(text))


def find_natural_breaks(word: str) -> tuple[Break, ...]:
    """Return where a line may end in a word without a hyphen of ours, and at soft hyphens.

    Positions do not count soft hyphens.
    """
    if word <= _NARROW_END and (word.isalpha() or (word[-1] in ".,:;" and word[:-1].isalpha())):
        return ()
    if SOFT_HYPHEN in word:
        return _find_soft_breaks(word)
    if _ADDRESS.match(word):
        return tuple(
            (m.start(), BreakKind.NATURAL)
            for m in _ADDRESS_BREAK.finditer(word)
            if 3 <= m.start() <= len(word) - 2 and word[m.start() - 2 : m.start()] != ":/"
        )
    return tuple(
        (position, BreakKind.NATURAL)
        for position in find_unicode_positions(word)
        if _is_wide_enough(word, position)
    )


def find_divisions(word: str, language: str) -> list[Break]:
    """Return where the rules of the language divide a word.

    A word with soft hyphens is divided at them and nowhere else; addresses and months (which
    belong to a date) are never divided.
    """
    return [
        (start + position, BreakKind.SEAM if is_seam else BreakKind.SYLLABLE)
        for start, letters in _list_divisible(word)
        for position, is_seam in find_hyphens(letters, language)
    ]


def find_seam_divisions(word: str, language: str) -> list[Break]:
    """Return the seams of compounds among what :func:`find_divisions` finds, faster."""
    return [
        (start + position, BreakKind.SEAM)
        for start, letters in _list_divisible(word)
        for position in find_seams(letters, language)
    ]


def _list_divisible(word: str) -> list[tuple[int, str]]:
    """Return the runs of letters in a word that may be divided, with the place of each."""
    if len(word) < FEWEST_LETTERS or SOFT_HYPHEN in word or _MONTH.fullmatch(word):
        return []
    if word.isalpha():
        return [(0, word)]
    if _ADDRESS.match(word):
        return []
    runs = _LETTERS.finditer(word)
    return [(letters.start(), letters.group()) for letters in runs if _is_closed(word, letters)]


def _is_closed(word: str, letters: re.Match[str]) -> bool:
    """Tell whether a run of letters is a word of its own, not part of a code or number."""
    before = word[: letters.start()][-1:]
    after = word[letters.end() :][:1]
    return not (before.isdigit() or after.isdigit() or before in {"_", ":"} or after == "_")


def _find_soft_breaks(word: str) -> tuple[Break, ...]:
    found: list[Break] = []
    position = 0
    for character in word:
        if character == SOFT_HYPHEN:
            found.append((position, BreakKind.SOFT))
        else:
            position += 1
    return tuple(b for b in dict.fromkeys(found) if 0 < b[0] < position)


def find_unicode_positions(word: str) -> list[int]:
    """Return where UAX 14 lets a line end in a word, but for places before digits."""
    if _TABLED.fullmatch(word) and not _NUMERIC.search(word):
        return [match.start() for match in _TABLED_BREAK.finditer(word)]
    if len(word) == 1 or len(word) > _LONGEST_WORD:
        return []
    return [
        position
        for position, breakable in enumerate(_find_unicode_breaks(word))
        if breakable and position and not word[position].isdigit()
    ]


def _is_wide_enough(word: str, position: int) -> bool:
    """Keep "e-kirja" and "3–24" whole: two letters before the sign, three after."""
    before, sign, after = (
        word[max(0, position - 4) : position - 1],
        word[position - 1],
        word[position : position + 5],
    )
    if sign not in "-–/":
        return True
    return sum(map(str.isalpha, before)) >= 2 and sum(map(str.isalpha, after)) >= 3


def find_any_breaks(text: str) -> list[int]:
    """Return all positions inside a text where no letter is parted from its marks."""
    positions: list[int] = []
    position = 0
    for cluster in split_clusters(text)[:-1]:
        position += len(cluster)
        positions.append(position)
    return positions
