"""Places points on a line near where they would like to be, apart from each other."""

from collections.abc import Sequence
from typing import NamedTuple

_HALVINGS = 8


class Mark(NamedTuple):
    """A point that wishes to stand at ``wish`` within [``low``, ``high``].

    ``after`` is extra room that it needs before the next one.
    """

    wish: float
    low: float
    high: float
    after: float = 0.0


def spread(marks: Sequence[Mark], gap: float) -> list[float]:
    """Place the marks in the given order at least ``gap`` apart.

    Where the limits leave no room for it the gap is halved until it fits; limits win over gaps.
    """
    if len(marks) == 1:
        return [min(max(marks[0].wish, marks[0].low), marks[0].high)]
    scale = 1.0
    for _ in range(_HALVINGS):
        places = _push(marks, gap, scale)
        if places is not None:
            return places
        scale /= 2
    return [min(max(mark.wish, mark.low), mark.high) for mark in marks]


def _push(marks: Sequence[Mark], gap: float, scale: float) -> list[float] | None:
    places: list[float] = []
    floor = float("-inf")
    for wish, low, _, after in marks:
        place = max(wish, low, floor)
        places.append(place)
        floor = place + (gap + after) * scale
    ceiling = float("inf")
    for i in range(len(marks) - 1, -1, -1):
        _, low, high, after = marks[i]
        place = min(places[i], high, ceiling - (gap + after) * scale)
        if place < low - 1e-9:
            return None
        places[i] = place
        ceiling = place
    return places
