"""Sizes of type and distances in words, with the numbers of the program's language."""

from math import floor

from PySide6.QtCore import QLocale

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.sheets.reading_distance import (
    PT_MM,
    TextSizes,
    Verdict,
    find_farthest,
    judge,
)

_SMALL_PT = 10.0
_TRIFLE = 1e-6


def _round_down(value: float) -> float:
    """Return the whole number that is reached: 1.46 m must not seem to be the 1.5 m wanted."""
    return float(floor(value + _TRIFLE))


def tell_number(value: float, decimals: int) -> str:
    """Return a number as the language writes it."""
    return QLocale(current_language()).toString(value, "f", decimals)


def tell_size(size: float) -> str:
    """Return a size of type, given in mm, in points and millimetres."""
    return _("{points} pt ({millimetres} mm)").format(
        points=tell_points(size), millimetres=tell_number(size, 1)
    )


def tell_points(size: float) -> str:
    """Return a size of type, given in mm, as a number of points; small ones to a tenth."""
    points = size / PT_MM
    return tell_number(points, 1) if points < _SMALL_PT else tell_number(_round_down(points), 0)


def tell_distance(size: float) -> str:
    """Return from how far a text of a size in mm can be read, in metres."""
    metres = _round_down(find_farthest(size) * 10) / 10
    return _("{metres} m").format(metres=tell_number(metres, 1))


def tell_smallest(sizes: TextSizes) -> tuple[str, str]:
    """Return how small the smallest text is, and from how far it can be read."""
    return (
        _("smallest text {points} pt").format(points=tell_points(sizes.smallest)),
        _("readable at {distance}").format(distance=tell_distance(sizes.smallest)),
    )


def tell_verdict(size: float, distance_m: float) -> str:
    """Return how a text of a size in mm is to be read from a distance."""
    words: dict[Verdict, str] = {
        "comfortable": _("comfortable to read"),
        "readable": _("can be read"),
        "too_small": _("too small"),
    }
    return words[judge(size, distance_m)]


def tell_paper(name: str) -> str:
    """Return a paper as a person names it."""
    if name.startswith("roll:"):
        return _("Roll {width} mm").format(width=name.removeprefix("roll:"))
    return name.replace("x", " × ") if name[:1].isdigit() else name
