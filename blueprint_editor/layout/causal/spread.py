"""Nodes that arrows join in circles, spread out: as far apart as arrows lie between them."""

import cmath
import math
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.causal.ranks import Link

_ROUNDS: Final = 120
_TRIAL: Final = 16
"""After so many rounds the better one of two beginnings goes on alone."""
_MOST_PAIRS: Final = 400_000
"""Pairs that are looked at in all: a map too large for all rounds has fewer of them."""
_SETTLED: Final = 0.002
_PUSHES: Final = 200
_NEAR: Final = 1e-6
_LEAST_STEP: Final = 0.8
"""Of what leads on, as a share of the distance between two that an arrow joins."""


class Stretch(NamedTuple):
    """What lies between the middles of two joined nodes, in mm: across, and down."""

    across: float
    down: float


def spread(
    start: Mapping[str, Point],
    links: Sequence[Link],
    onward: Sequence[Link],
    stretch: Stretch,
) -> dict[str, Point]:
    """Return middles at distances like those along the arrows.

    Begins from a first order and from a ring, and keeps what comes out better. ``onward`` are the
    links that must lead to the right: those that are in no loop.
    """
    nodes = list(start)
    ways = _count_ways(nodes, links)
    places = {node: place for place, node in enumerate(nodes)}
    field = _Field(ways, [(places[a], places[b]) for a, b in onward])
    first = [complex(x / stretch.across, y / stretch.down) for x, y in start.values()]
    tried = [field.settle(spots, _TRIAL) for spots in (first, _make_ring(len(nodes)))]
    spots = field.settle(min(tried, key=field.weigh), _ROUNDS)
    return {
        node: (spot.real * stretch.across, spot.imag * stretch.down)
        for node, spot in zip(nodes, spots, strict=True)
    }


def _make_ring(count: int) -> list[complex]:
    """Return places on a ring, from the left over the top."""
    radius = count / (2 * math.pi)
    return [cmath.rect(radius, math.pi + 2 * math.pi * place / count) for place in range(count)]


class _Field:
    """What draws each node to the others, and holds it off; places are complex numbers.

    Args:
        ways: how many arrows lie between each two.
        steps: of what leads on, by the places of its nodes.
    """

    def __init__(self, ways: Sequence[Sequence[int]], steps: Sequence[tuple[int, int]]) -> None:
        self._ways = ways
        self._steps = steps
        # Of a node on itself nothing weighs.
        self._pulls = [[1.0 / (way * way) if way else 0.0 for way in own] for own in ways]
        self._pushes = [[1.0 / way if way else 0.0 for way in own] for own in ways]
        self._totals = [sum(own) or 1.0 for own in self._pulls]

    def settle(self, start: Sequence[complex], most: int) -> list[complex]:
        """Return places that come of those given in so many rounds at the most."""
        spots = _part(start)
        rounds = max(8, min(most, _MOST_PAIRS // len(spots) ** 2))
        for _round in range(rounds):
            moved = self._move_all(spots)
            self._lead_onward(spots)
            if moved < _SETTLED:
                break
        return spots

    def weigh(self, spots: Sequence[complex]) -> float:
        """Return how far distances are from what they should be."""
        return sum(
            (abs(spots[i] - spots[j]) / self._ways[i][j] - 1.0) ** 2
            for i, j in combinations(range(len(spots)), 2)
        )

    def _move_all(self, spots: list[complex]) -> float:
        """Bring each node where the others want it; return how far the farthest one went."""
        farthest = 0.0
        for i, (pulls, pushes) in enumerate(zip(self._pulls, self._pushes, strict=True)):
            mine, wanted = spots[i], 0j
            for other, pull, push in zip(spots, pulls, pushes, strict=True):
                away = mine - other
                wanted += pull * other + push * away / (abs(away) or 1.0)
            spots[i] = wanted / self._totals[i]
            farthest = max(farthest, abs(spots[i] - mine))
        return farthest

    def _lead_onward(self, spots: list[complex]) -> None:
        for source, target in self._steps:
            short = _LEAST_STEP - (spots[target].real - spots[source].real)
            if short > 0.0:
                spots[source] -= short / 2
                spots[target] += short / 2


def _part(spots: Sequence[complex]) -> list[complex]:
    """Return places without two on one spot; they part by their numbers, each time alike."""
    taken: set[complex] = set()
    parted = []
    for number, spot in enumerate(spots):
        free = spot + cmath.rect(0.1, number) if spot in taken else spot
        taken.add(spot)
        parted.append(free)
    return parted


def _count_ways(nodes: Sequence[str], links: Sequence[Link]) -> list[list[int]]:
    """Return how many arrows lie between each two nodes, whichever way they lead."""
    beside: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in links:
        if source != target:
            beside[source].append(target)
            beside[target].append(source)
    found = []
    for root in nodes:
        away, queue = {root: 0}, deque([root])
        while queue:
            node = queue.popleft()
            for other in beside[node]:
                if other not in away:
                    away[other] = away[node] + 1
                    queue.append(other)
        found.append([away[node] for node in nodes])
    return found


def find_onward(nodes: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """Return the links that are in no loop."""
    leaving: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in links:
        leaving[source].append(target)
    reached = {node: _reach(node, leaving) for node in nodes}
    return [(a, b) for a, b in links if a not in reached[b]]


def _reach(root: str, leaving: Mapping[str, Sequence[str]]) -> set[str]:
    reached, queue = {root}, [root]
    while queue:
        fresh = [node for node in leaving[queue.pop()] if node not in reached]
        reached.update(fresh)
        queue += fresh
    return reached


def push_apart(
    middles: Mapping[str, Point],
    sizes: Mapping[str, tuple[float, float]],
    gaps: tuple[float, float],
) -> dict[str, Point]:
    """Return the middles moved as little as it takes that no two boxes come too near.

    ``sizes`` and ``gaps`` are across and down, in mm.
    """
    nodes = list(middles)
    at = [list(middles[node]) for node in nodes]
    room = [(sizes[node][0] + gaps[0], sizes[node][1] + gaps[1]) for node in nodes]
    slack = max(gaps)
    listed: list[tuple[float, ...]] = []
    pairs: list[_Pair] = []
    for _round in range(_PUSHES):
        if not listed or _has_moved(at, listed, slack / 2):
            listed = [tuple(spot) for spot in at]
            pairs = _list_near(at, room, slack)
        moved = [_push(at[pair.one], at[pair.other], pair) for pair in pairs]
        if not any(moved):
            break
    return {node: (x, y) for node, (x, y) in zip(nodes, at, strict=True)}


class _Pair(NamedTuple):
    """Two nodes by their numbers, and how far apart their middles have to be: one of the two."""

    one: int
    other: int
    across: float
    down: float


def _has_moved(
    at: Sequence[Sequence[float]], listed: Sequence[Sequence[float]], far: float
) -> bool:
    return any(
        abs(now[0] - then[0]) > far or abs(now[1] - then[1]) > far
        for now, then in zip(at, listed, strict=True)
    )


def _list_near(
    at: Sequence[Sequence[float]], room: Sequence[tuple[float, float]], slack: float
) -> list[_Pair]:
    """Return the pairs that are too near, or would be if each moved by half the slack."""
    order = sorted(range(len(at)), key=lambda number: at[number][1])
    tallest = max(down for _across, down in room)
    found = []
    for place, i in enumerate(order):
        lowest = at[i][1] + (room[i][1] + tallest) / 2 + slack
        for j in order[place + 1 :]:
            if at[j][1] > lowest:
                break
            across, down = (room[i][0] + room[j][0]) / 2, (room[i][1] + room[j][1]) / 2
            if abs(at[i][0] - at[j][0]) < across + slack and at[j][1] - at[i][1] < down + slack:
                found.append(_Pair(min(i, j), max(i, j), across, down))
    return sorted(found)


def _push(one: list[float], other: list[float], pair: _Pair) -> bool:
    """Move two middles apart along the shorter way, if they are too near; tell whether."""
    across, down = other[0] - one[0], other[1] - one[1]
    short_across, short_down = pair.across - abs(across), pair.down - abs(down)
    if short_across <= _NEAR or short_down <= _NEAR:
        return False
    if short_across < short_down:
        half = math.copysign(short_across / 2, across)
        one[0] -= half
        other[0] += half
    else:
        half = math.copysign(short_down / 2, down)
        one[1] -= half
        other[1] += half
    return True
