"""Choosing line ends: as few lines as fit, then as even and as unbroken as can be.

A text is an endless line in ems with *nodes*, places where it may be cut. A piece that ends at a
node ``i`` ends at ``ends[i]`` (its hyphen included), the next one starts at ``starts[i]``; both
grow with ``i``, and the last node is the end of the text. The first line starts at ``left``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.text.tokens import PlacedBreak

SLACK = 1e-7
"""Ems by which a line may seem too wide, from adding floats in another order."""

_LAST_LINE = 0.5
"""How much the last line counts when lines are balanced."""
_SHORT_LAST = 0.3
"""Part of the box that a last line should fill when lines are not balanced."""
_LONG_RUN_PENALTY = 1.0
_MOST_HYPHENS = 2
_ONE_LINE = 1e6
"""Cost of a line that outweighs the raggedness of a whole text."""
_WIDEST_WINDOW = 40
"""Nodes that are looked at for the end of one line."""


Node: TypeAlias = tuple[float, float, int, PlacedBreak | None]
"""(end, start, index of the word, break in it or None where the node stands at its end)."""

BEFORE_ALL: Node = (0.0, 0.0, -1, None)


def fill_lines(
    ends: Sequence[float], starts: Sequence[float], box: float, left: float
) -> list[int] | None:
    """Return the node at the end of each line, every line as full as can be: the fewest lines.

    Returns:
        None where a piece is wider than the box.
    """
    last = len(ends) - 1
    limit = box + SLACK
    found: list[int] = []
    node = -1
    while node < last:
        reached = bisect_right(ends, left + limit, node + 1) - 1
        if reached <= node:
            return None
        node = reached
        left = starts[node]
        found.append(node)
    return found


def find_windows(
    ends: Sequence[float], starts: Sequence[float], box: float, farthest: Sequence[int], count: int
) -> list[tuple[int, int]]:
    """Return for each line but the last the first and last node at which it may end.

    ``farthest`` is what :func:`fill_lines` found, and ``count`` lines are no fewer than those. In
    long texts, where almost everything is possible, the last nodes stand for all.
    """
    last = len(ends) - 1
    windows: list[tuple[int, int]] = []
    node = last
    for line in range(count - 2, -1, -1):
        earliest = bisect_left(starts, ends[node] - box - SLACK)
        latest = farthest[line] if line < len(farthest) - 1 else last - 1
        node = min(max(earliest, latest - _WIDEST_WINDOW, 0), latest)
        windows.append((node, latest))
    return windows[::-1]


_Chain: TypeAlias = "tuple[_Chain, int] | None"
"""The nodes at the ends of lines, the last one first."""


def _unroll(chain: _Chain) -> list[int]:
    nodes: list[int] = []
    while chain is not None:
        chain, node = chain
        nodes.append(node)
    return nodes[::-1]


def even_out(
    ends: Sequence[float],
    starts: Sequence[float],
    penalties: Sequence[float],
    box: float,
    left: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> list[int] | None:
    """Return the line ends of the most even setting with a given number of lines.

    ``penalties`` are what line ends cost, ``windows`` those of :func:`find_windows`; ``balance``
    evens out the last line, too. How many hyphens follow each other does not matter here.

    Returns:
        None where there is no such setting.
    """
    limit = box + SLACK
    scale = 1.0 / box
    ways: list[tuple[float, float, _Chain]] = [(0.0, left, None)]
    for first, latest in windows:
        reached: list[tuple[float, float, _Chain]] = []
        low = 0
        for node in range(first, latest + 1):
            end = ends[node]
            while low < len(ways) and end - ways[low][1] > limit:
                low += 1
            best_cost = -1.0
            best_chain: _Chain = None
            for cost, start, chain in ways[low:] if low else ways:
                if start > end:
                    break
                empty = 1.0 - (end - start) * scale
                total = cost + empty * empty
                if best_cost < 0.0 or total < best_cost:
                    best_cost, best_chain = total, chain
            if best_cost >= 0.0:
                reached.append((best_cost + penalties[node], starts[node], (best_chain, node)))
        ways = reached
    return _finish(ways, ends, box, balance)


class _Way(NamedTuple):
    """A setting up to a node: cost, where the next line starts, hyphens in a row, ends so far."""

    cost: float
    start: float
    node: int
    hyphens: int
    word: int
    chain: _Chain


def has_long_run(nodes: Sequence[Node], found: Sequence[int]) -> bool:
    """Tell whether more than two lines in a row end with a hyphen."""
    run = 0
    for index in found:
        cut = nodes[index][3]
        run = run + 1 if cut is not None and cut.kind.has_hyphen else 0
        if run > _MOST_HYPHENS:
            return True
    return False


def even_out_strictly(
    nodes: Sequence[Node],
    ends: Sequence[float],
    box: float,
    left: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> list[int] | None:
    """Do what :func:`even_out` does, with at most two lines in a row that end with a hyphen.

    One word alone may take more than that. Slower.

    Returns:
        None where the rules allow no such setting.
    """
    limit = box + SLACK
    ways = [_Way(0.0, left, -1, 0, -1, None)]
    for first, latest in windows:
        reached: list[_Way] = []
        low = 0
        for node in range(first, latest + 1):
            end = ends[node]
            while low < len(ways) and end - ways[low].start > limit:
                low += 1
            if low == len(ways):
                break
            reached += _extend(nodes[node], node, end, ways, low, box)
        if not reached:
            return None
        ways = reached
    return _finish([(way.cost, way.start, way.chain) for way in ways], ends, box, balance)


def even_out_any(
    nodes: Sequence[Node], ends: Sequence[float], box: float, left: float, *, balance: bool
) -> list[int] | None:
    """Return the line ends of the most even setting with the fewest lines that the rules allow.

    It takes longer than :func:`even_out_strictly`, which must be told the number of lines.
    """
    limit = box + SLACK
    ways = [_Way(0.0, left, -1, 0, -1, None)]
    low = 0
    for node, end in enumerate(ends[:-1]):
        while low < len(ways) and end - ways[low].start > limit:
            low += 1
        if low == len(ways):
            return None
        ways += _extend(nodes[node], node, end, ways, low, box, _ONE_LINE)
    return _finish([(way.cost, way.start, way.chain) for way in ways], ends, box, balance)


def _extend(
    place: Node,
    node: int,
    end: float,
    ways: Sequence[_Way],
    low: int,
    box: float,
    line_cost: float = 0.0,
) -> list[_Way]:
    """Return the best ways on to a node, one for each count of hyphens in a row."""
    _, start, word, cut = place
    has_hyphen = cut is not None and cut.kind.has_hyphen
    if cut is None:
        word = -1
    else:
        line_cost += cut.kind.penalty
    best: dict[int, _Way] = {}
    for index in range(low, len(ways)):
        way = ways[index]
        if way.node >= node:
            break
        empty = 1.0 - (end - way.start) / box
        cost = way.cost + empty * empty + line_cost
        hyphens = 0
        if has_hyphen:
            hyphens = way.hyphens + 1
            if hyphens > _MOST_HYPHENS:
                if way.word != word:
                    continue
                hyphens = _MOST_HYPHENS
                cost += _LONG_RUN_PENALTY
        kept = best.get(hyphens)
        if kept is None or cost < kept.cost:
            best[hyphens] = _Way(cost, start, node, hyphens, word, (way.chain, node))
    return list(best.values())


def _finish(
    ways: Sequence[tuple[float, float, _Chain]], ends: Sequence[float], box: float, balance: bool
) -> list[int] | None:
    """Add the last line to each way (cost, start, ends) and return the ends of the best."""
    best_cost = -1.0
    best_chain: _Chain = None
    for way_cost, start, chain in ways:
        width = ends[-1] - start
        if width <= box + SLACK:
            empty = 1.0 - width / box
            if balance:
                cost = way_cost + _LAST_LINE * empty * empty
            else:
                cost = way_cost + max(0.0, empty - 1.0 + _SHORT_LAST) ** 2
            if best_cost < 0.0 or cost < best_cost:
                best_cost, best_chain = cost, chain
    return None if best_cost < 0.0 else [*_unroll(best_chain), len(ends) - 1]
