"""Sizes of type and distances in words, with the numbers of the program's language."""

from PySide6.QtCore import QLocale

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.sheets.reading_distance import (
    PT_MM,
    TextSizes,
    Verdict,
    find_farthest,
    judge,
)


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
    return tell_number(points, 0 if points >= 10 else 1)


def tell_distance(size: float) -> str:
    """Return from how far a text of a size in mm can be read, in metres."""
    return _("{metres} m").format(metres=tell_number(find_farthest(size), 1))


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
