"""Where each node of a causal map stands: by itself, or where a person has put it.

What leads on without a loop stands in columns; where there are loops, they are spread out as rings.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.causal.columns import Columns
from blueprint_editor.layout.causal.ranks import Link, leave_out_returns, rank_nodes
from blueprint_editor.layout.causal.spread import Stretch, find_onward, push_apart, spread

_MOST_SPREAD = 150
"""Larger groups stand in columns, loops or not: to spread them out takes too long."""
_ASPECT = 1.5
"""Several groups together cover about so many times as much across as down."""


class Size(NamedTuple):
    """Width and height in mm."""

    width: float
    height: float


class Gaps(NamedTuple):
    """Distances in mm.

    Attributes:
        column, row: between boxes beside and above each other.
        way: room for an arrow that passes through a column.
        least: around a box that a person has put somewhere.
        apart: across and down between boxes of loops.
        stretch: between the middles of such boxes that an arrow joins.
    """

    column: float
    row: float
    way: float
    least: float
    apart: Size
    stretch: Stretch

    def scaled(self, unit: float) -> "Gaps":
        """Return all distances times ``unit``."""
        apart, stretch = self.apart, self.stretch
        return Gaps(
            self.column * unit, self.row * unit, self.way * unit, self.least * unit,
            Size(apart.width * unit, apart.height * unit),
            Stretch(stretch.across * unit, stretch.down * unit),
        )  # fmt: skip


def place_nodes(
    sizes: Mapping[str, Size], links: Sequence[Link], fixed: Mapping[str, Point], gaps: Gaps
) -> dict[str, Bounds]:
    """Return each node's box in mm, in the order of ``sizes``.

    ``fixed`` are the middles of those that a person has put somewhere; the others stand in columns
    and make way for them.
    """
    # While a node is dragged only ``fixed`` changes.
    middles = _place_all(tuple(sizes.items()), tuple(links), gaps)
    boxes = {node: _box(*fixed[node], sizes[node]) for node in sizes if node in fixed}
    for node, middle in middles.items():
        if node not in fixed:
            # Those without a place of their own are clear of each other already.
            others = list(boxes.values()) if fixed else []
            boxes[node] = _make_way(_box(*middle, sizes[node]), others, gaps.least)
    return {node: boxes[node] for node in sizes}


def _box(x: float, y: float, size: Size) -> Bounds:
    return Bounds(x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2)


def _make_way(box: Bounds, others: Sequence[Bounds], gap: float) -> Bounds:
    """Return the box moved down until it touches no other."""
    while True:
        grown = Bounds(box.x0 - gap, box.y0 - gap, box.x1 + gap, box.y1 + gap)
        in_way = [other.y1 for other in others if grown.overlaps(other, 1e-6)]
        if not in_way:
            return box
        box = box.moved(0.0, min(in_way) + gap - box.y0)


@lru_cache(maxsize=8)
def _place_all(
    entries: tuple[tuple[str, Size], ...], links: tuple[Link, ...], gaps: Gaps
) -> Mapping[str, Point]:
    """Return the middles of all nodes: what hangs together above, the rest in rows below."""
    sizes = dict(entries)
    groups = _list_groups(sizes, links)
    placed = [_place_group(group, sizes, links, gaps) for group in groups if len(group) > 1]
    covered = sum(size.width * size.height for _middles, size in placed)
    widest = max((size.width for _middles, size in placed), default=0.0)
    widest = max(widest, math.sqrt(covered * _ASPECT))
    middles: dict[str, Point] = {}
    left = top = below = 0.0
    for own, (width, height) in placed:
        if left and left + width > widest:
            left, top = 0.0, below
        middles |= {node: (x + left, y + top) for node, (x, y) in own.items()}
        left += width + gaps.column
        below = max(below, top + height + 2 * gaps.row)
    alone = [group[0] for group in groups if len(group) == 1]
    middles |= _place_alone(alone, sizes, below, widest, gaps)
    return middles


def _list_groups(sizes: Mapping[str, Size], links: Sequence[Link]) -> list[list[str]]:
    """Return the nodes that arrows join, whichever way they lead; in the map's order."""
    beside: dict[str, list[str]] = {node: [] for node in sizes}
    for source, target in links:
        beside[source].append(target)
        beside[target].append(source)
    groups: list[list[str]] = []
    seen: set[str] = set()
    for first in sizes:
        if first in seen:
            continue
        group, queue = {first}, [first]
        while queue:
            fresh = [node for node in beside[queue.pop()] if node not in group]
            group.update(fresh)
            queue += fresh
        seen |= group
        groups.append([node for node in sizes if node in group])
    return groups


def _place_group(
    group: Sequence[str], sizes: Mapping[str, Size], links: Sequence[Link], gaps: Gaps
) -> tuple[dict[str, Point], Size]:
    inside = set(group)
    own = [link for link in links if link[0] in inside]
    around = _spread_loops(tuple(group), tuple(own), gaps)
    if around is not None:
        return _move_to_corner(push_apart(around, sizes, gaps.apart), sizes)
    ranks = rank_nodes(group, own)
    forward = leave_out_returns(group, own)
    heights = {node: sizes[node].height for node in group}
    middles = Columns(ranks, heights, forward, gaps.row, gaps.way).find_middles()
    widths = [0.0] * (max(ranks.values()) + 1)
    for node, rank in ranks.items():
        widths[rank] = max(widths[rank], sizes[node].width)
    lefts = [sum(widths[:rank]) + rank * gaps.column for rank in range(len(widths))]
    placed = {node: (lefts[rank] + widths[rank] / 2, middles[node]) for node, rank in ranks.items()}
    return _move_to_corner(placed, sizes)


@lru_cache(maxsize=32)
def _spread_loops(
    group: tuple[str, ...], links: tuple[Link, ...], gaps: Gaps
) -> Mapping[str, Point] | None:
    """Return middles of nodes that are joined in loops, None where there are none.

    However large the nodes are: so the map stays as it is while somebody types.
    """
    onward = find_onward(group, links) if len(group) <= _MOST_SPREAD else links
    if len(onward) == len(links):
        return None
    ranks = rank_nodes(group, links)
    heights = dict.fromkeys(group, gaps.stretch.down - gaps.row)
    forward = leave_out_returns(group, links)
    middles = Columns(ranks, heights, forward, gaps.row, gaps.way).find_middles()
    start = {node: (rank * gaps.stretch.across, middles[node]) for node, rank in ranks.items()}
    return spread(start, links, onward, gaps.stretch)


def _move_to_corner(
    placed: Mapping[str, Point], sizes: Mapping[str, Size]
) -> tuple[dict[str, Point], Size]:
    """Return middles with all boxes right of and below (0, 0), and how much they cover."""
    boxes = [_box(x, y, sizes[node]) for node, (x, y) in placed.items()]
    left, top = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
    covered = Size(max(box.x1 for box in boxes) - left, max(box.y1 for box in boxes) - top)
    return {node: (x - left, y - top) for node, (x, y) in placed.items()}, covered


def _place_alone(
    nodes: Sequence[str], sizes: Mapping[str, Size], top: float, widest: float, gaps: Gaps
) -> dict[str, Point]:
    """Return rows of nodes that no arrow joins to others, about as wide as what is above."""
    if not nodes:
        return {}
    cell = max(sizes[node].width for node in nodes) + gaps.row
    count = max(int(widest // cell), min(len(nodes), 4))
    middles: dict[str, Point] = {}
    y = top
    for start in range(0, len(nodes), count):
        row = nodes[start : start + count]
        height = max(sizes[node].height for node in row)
        for place, node in enumerate(row):
            middles[node] = (place * cell + (cell - gaps.row) / 2, y + height / 2)
        y += height + gaps.row
    return middles
