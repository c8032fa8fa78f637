"""Places points on a line near where they would like to be, apart from each other."""

from collections.abc import Sequence
from typing import TypeAlias

from blueprint_editor.layout.routing.spacing import snap

Wish: TypeAlias = tuple[float, float, float]
"""(where a point would like to stand, least place, greatest place)."""

_HALVINGS = 12


def spread(wishes: Sequence[Wish], gap: float) -> list[float]:
    """Place the points in the given order at least ``gap`` apart.

    Where the limits leave no room for it the gap is halved until it fits; limits win over gaps.
    """
    if len(wishes) == 1:
        wish, low, high = wishes[0]
        return [snap(min(max(wish, low), high))]
    for _ in range(_HALVINGS):
        places = _push(wishes, gap)
        if places is not None:
            return places
        gap /= 2
    return [snap(min(max(wish, low), high)) for wish, low, high in wishes]


def _push(wishes: Sequence[Wish], gap: float) -> list[float] | None:
    places: list[float] = []
    floor = -1e9
    for wish, low, high in wishes:
        place = max(wish, low, floor)
        place = min(place, high)
        places.append(snap(place))
        floor = place + gap
    ceiling = 1e9
    for i in range(len(wishes) - 1, -1, -1):
        place = places[i]
        if place > ceiling:
            place = snap(ceiling)
            if place < wishes[i][1]:
                return None
            places[i] = place
        ceiling = place - gap
    return places
