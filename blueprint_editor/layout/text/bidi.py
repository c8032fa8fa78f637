"""Writing direction: embedding levels of a paragraph and the visual order of a line (UAX 9)."""

from collections.abc import Sequence
from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
"""Types that rule X9 takes out: python-bidi gives no level for such characters."""


def has_right_to_left(text: str) -> bool:
    """Tell whether any character asks for the bidirectional algorithm."""
    if text.isascii():
        return False
    # Everything below U+0590 runs from left to right, and nearly all texts are such.
    return max(text) >= "\u0590" and any(bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def find_levels(text: str) -> tuple[int, tuple[int, ...]]:
    """Return a paragraph's base level and the embedding level of each character.

    Isolates are treated as neutral characters, since python-bidi 0.6 does not know them.
    """
    from bidi import algorithm  # noqa: PLC0415  only texts with right-to-left letters pay for it

    plain = "".join(_stand_in(c) for c in text)
    base = algorithm.get_base_level(plain)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base]
    algorithm.get_embedding_levels(plain, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = iter(storage["chars"])
    levels: list[int] = []
    for character in plain:
        if bidirectional(character) in _REMOVED:
            levels.append(levels[-1] if levels else base)
        else:
            levels.append(int(next(found)["level"]))
    return base, tuple(levels)


def _stand_in(character: str) -> str:
    # python-bidi 0.6 stops with an assertion at isolates and at characters not yet assigned.
    if character in _ISOLATES:
        return " "
    return character if bidirectional(character) else "a"


def find_visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's items from left to right (rule L2)."""
    order = list(range(len(levels)))
    if not levels:
        return order
    lowest_odd = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels), lowest_odd - 1, -1):
        if not level:
            break
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
