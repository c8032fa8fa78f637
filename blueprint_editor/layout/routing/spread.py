"""Places points on a line near where they would like to be, apart from each other."""

from collections.abc import Sequence
from typing import TypeAlias

from blueprint_editor.layout.routing.spacing import RASTER, snap, snap_up

Wish: TypeAlias = tuple[float, float, float]
"""(where a point would like to stand, least place, greatest place)."""

_TRIES = 24


def spread(wishes: Sequence[Wish], gap: float) -> list[float]:
    """Place the points in the given order at least ``gap`` apart.

    Where the limits leave no room for it the gap shrinks until it fits; limits win over gaps.
    """
    if len(wishes) == 1:
        wish, low, high = wishes[0]
        return [snap(min(max(wish, low), high))]
    for _ in range(_TRIES):
        places = try_spread(wishes, gap)
        if places is not None:
            return places
        gap *= 0.75
    return _keep_apart(wishes)


def _keep_apart(wishes: Sequence[Wish]) -> list[float]:
    """Give each point a place of its own, however near to the next and in whatever order."""
    taken = {snap(wish) for wish, low, high in wishes if low == high}
    places: list[float] = []
    for wish, low, high in wishes:
        place = snap(min(max(wish, low), high))
        if low < high:
            step = snap((high - low) / (4 * len(wishes))) or snap_up(0.0001)
            first = snap_up(low)
            while place in taken:
                place = place + step if place + step <= high else first
                first = first + snap_up(0.0001) if place in taken else first
            taken.add(place)
        places.append(place)
    return places


def try_spread(wishes: Sequence[Wish], gap: float) -> list[float] | None:
    """Place the points as ``spread`` does; None where the limits leave no room."""
    places = _part(wishes, gap)
    floor = -1e9
    for i, (_, low, high) in enumerate(wishes):
        place = round(min(max(places[i], low, floor), high) * RASTER) / RASTER
        places[i] = place
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


def _part(wishes: Sequence[Wish], gap: float) -> list[float]:
    """Move points that are too close apart, each cluster about its middle."""
    before = wishes[0][0]
    for wish, _, _ in wishes[1:]:
        if wish - before < gap:
            break
        before = wish
    else:
        return [wish for wish, _, _ in wishes]
    # Pool adjacent violators: clusters of (mean of wish - i × gap, how many).
    clusters: list[tuple[float, int]] = []
    for i, (wish, _, _) in enumerate(wishes):
        mean, count = wish - i * gap, 1
        while clusters and clusters[-1][0] > mean:
            other, more = clusters.pop()
            mean = (mean * count + other * more) / (count + more)
            count += more
        clusters.append((mean, count))
    places: list[float] = []
    for mean, count in clusters:
        for _ in range(count):
            places.append(mean + len(places) * gap)
    return places
