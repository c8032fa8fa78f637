"""Nodes that arrows join in circles, spread out: as far apart as arrows lie between them."""

import math
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.causal.ranks import Link

_ROUNDS: Final = 120
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
    steps = [(places[a], places[b]) for a, b in onward]
    first = _settle(
        [start[node][0] / stretch.across for node in nodes],
        [start[node][1] / stretch.down for node in nodes],
        ways, steps,
    )  # fmt: skip
    ring = _settle(*_make_ring(len(nodes)), ways, steps)
    xs, ys = min((first, ring), key=lambda found: _weigh(found[0], found[1], ways))
    return {node: (xs[i] * stretch.across, ys[i] * stretch.down) for node, i in places.items()}


def _make_ring(count: int) -> tuple[list[float], list[float]]:
    """Return places on a ring, from the left over the top."""
    radius = count / (2 * math.pi)
    turns = [math.pi + 2 * math.pi * number / count for number in range(count)]
    return [radius * math.cos(turn) for turn in turns], [radius * math.sin(turn) for turn in turns]


def _settle(
    xs: list[float],
    ys: list[float],
    ways: Sequence[Sequence[int]],
    steps: Sequence[tuple[int, int]],
) -> tuple[list[float], list[float]]:
    rounds = max(8, min(_ROUNDS, _MOST_PAIRS // len(xs) ** 2))
    for _round in range(rounds):
        moved = _move_all(xs, ys, ways)
        _lead_onward(xs, steps)
        if moved < _SETTLED:
            break
    return xs, ys


def _weigh(xs: Sequence[float], ys: Sequence[float], ways: Sequence[Sequence[int]]) -> float:
    """Return how far distances are from what they should be."""
    return sum(
        (math.hypot(xs[i] - xs[j], ys[i] - ys[j]) / ways[i][j] - 1.0) ** 2
        for i, j in combinations(range(len(xs)), 2)
    )


def _move_all(xs: list[float], ys: list[float], ways: Sequence[Sequence[int]]) -> float:
    """Bring each node where the others want it; return how far the one moved that moved most."""
    farthest = 0.0
    for i, own in enumerate(ways):
        total = new_x = new_y = 0.0
        for j, way in enumerate(own):
            if i == j:
                continue
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            length = math.hypot(dx, dy)
            if length < _NEAR:
                # Two on one spot part by their numbers, so that every run parts them alike.
                dx, dy, length = math.cos(i), math.sin(i), 1.0
            weight = 1.0 / (way * way)
            new_x += weight * (xs[j] + way * dx / length)
            new_y += weight * (ys[j] + way * dy / length)
            total += weight
        if total:
            new_x, new_y = new_x / total, new_y / total
            farthest = max(farthest, abs(new_x - xs[i]), abs(new_y - ys[i]))
            xs[i], ys[i] = new_x, new_y
    return farthest


def _lead_onward(xs: list[float], steps: Sequence[tuple[int, int]]) -> None:
    for source, target in steps:
        short = _LEAST_STEP - (xs[target] - xs[source])
        if short > 0.0:
            xs[source] -= short / 2
            xs[target] += short / 2


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
    at = {node: list(middle) for node, middle in middles.items()}
    pairs = list(combinations(middles, 2))
    for _round in range(_PUSHES):
        moved = [_push(at[a], at[b], sizes[a], sizes[b], gaps) for a, b in pairs]
        if not any(moved):
            break
    return {node: (x, y) for node, (x, y) in at.items()}


def _push(
    one: list[float],
    other: list[float],
    size: tuple[float, float],
    other_size: tuple[float, float],
    gaps: tuple[float, float],
) -> bool:
    """Move two middles apart along the shorter way, if they are too near; tell whether."""
    apart = [other[axis] - one[axis] for axis in (0, 1)]
    short = [(size[i] + other_size[i]) / 2 + gaps[i] - abs(apart[i]) for i in (0, 1)]
    if min(short) <= _NEAR:
        return False
    axis = 0 if short[0] < short[1] else 1
    way = 1.0 if apart[axis] >= 0.0 else -1.0
    one[axis] -= way * short[axis] / 2
    other[axis] += way * short[axis] / 2
    return True
