"""Choosing line ends: as few lines as fit, then as even and as unbroken as can be.

A text is an endless line in ems with *nodes*, places where it may be cut. A piece that ends at a
node ``i`` ends at ``ends[i]`` (its hyphen included), the next one starts at ``starts[i]``; both
grow with ``i``, and the last node is the end of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

SLACK = 1e-7
"""Ems by which a line may seem too wide, from adding floats in another order."""

_LAST_LINE = 0.5
"""How much the last line counts when lines are balanced."""
_SHORT_LAST = 0.3
"""Part of the box that a last line should fill when lines are not balanced."""
_LONG_RUN_PENALTY = 1.0
_MOST_HYPHENS = 2


class Nodes(NamedTuple):
    """The places of one text.

    Attributes:
        ends, starts: see the module.
        words: index of the word in which the node stands, -1 where it stands at a word's end.
        hyphens: whether a line that ends here shows a hyphen of ours.
        penalties: in the unit of raggedness, the square of the empty part of a line.
    """

    ends: Sequence[float]
    starts: Sequence[float]
    words: Sequence[int]
    hyphens: Sequence[bool]
    penalties: Sequence[float]

    def cut(self, first: int, end: int) -> "Nodes":
        """Return the nodes from ``first`` to before ``end``."""
        return Nodes(
            self.ends[first:end],
            self.starts[first:end],
            self.words[first:end],
            self.hyphens[first:end],
            self.penalties[first:end],
        )


def fill_lines(
    ends: Sequence[float], starts: Sequence[float], box: float, indent: float
) -> list[int] | None:
    """Return the node at the end of each line, every line as full as can be: the fewest lines.

    Returns:
        None where a piece is wider than the box.
    """
    last = len(ends) - 1
    limit = box + SLACK
    found: list[int] = []
    left, node = -indent, -1
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

    ``farthest`` is what :func:`fill_lines` found, and ``count`` lines are no fewer than those.
    """
    last = len(ends) - 1
    windows: list[tuple[int, int]] = []
    node = last
    for line in range(count - 2, -1, -1):
        earliest = bisect_left(starts, ends[node] - box - SLACK)
        latest = farthest[line] if line < len(farthest) - 1 else last - 1
        node = min(max(earliest, 0), latest)
        windows.append((node, latest))
    return windows[::-1]


class _Way(NamedTuple):
    """A setting up to a node: cost, where the next line starts, hyphens in a row, ends so far."""

    cost: float
    start: float
    hyphens: int
    word: int
    ends: tuple[int, ...]


def even_out(
    nodes: Nodes,
    box: float,
    indent: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> tuple[int, ...] | None:
    """Return the line ends of the most even setting with a given number of lines.

    At most two lines in a row end with a hyphen, unless one word alone takes more than that.
    ``windows`` are those of :func:`find_windows`; ``balance`` evens out the last line, too.

    Returns:
        None where the rules allow no such setting.
    """
    limit = box + SLACK
    ways = [_Way(0.0, -indent, 0, -1, ())]
    for first, latest in windows:
        reached: list[_Way] = []
        for node in range(first, latest + 1):
            end = nodes.ends[node]
            close = [way for way in ways if end - way.start <= limit]
            if close:
                reached += _extend(nodes, node, close, box)
        if not reached:
            return None
        ways = reached
    fitting = [way for way in ways if nodes.ends[-1] - way.start <= limit]
    if not fitting:
        return None
    return _finish([(way.cost, way.start, way.ends) for way in fitting], nodes.ends, box, balance)


def _extend(nodes: Nodes, node: int, ways: Sequence[_Way], box: float) -> list[_Way]:
    """Return the best ways on to a node, one for each count of hyphens in a row."""
    end, start, penalty = nodes.ends[node], nodes.starts[node], nodes.penalties[node]
    has_hyphen, word = nodes.hyphens[node], nodes.words[node]
    best: dict[int, _Way] = {}
    for way in ways:
        empty = 1.0 - (end - way.start) / box
        cost = way.cost + empty * empty + penalty
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
            best[hyphens] = _Way(cost, start, hyphens, word, (*way.ends, node))
    return list(best.values())


def even_out_plain(
    ends: Sequence[float],
    starts: Sequence[float],
    box: float,
    indent: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> tuple[int, ...]:
    """Do what :func:`even_out` does, faster, for nodes that are all spaces."""
    limit = box + SLACK
    scale = 1.0 / box
    ways: list[tuple[float, float, tuple[int, ...]]] = [(0.0, -indent, ())]
    for first, latest in windows:
        if first == latest and len(ways) == 1:
            cost, start, chosen = ways[0]
            empty = 1.0 - (ends[first] - start) * scale
            ways = [(cost + empty * empty, starts[first], (*chosen, first))]
            continue
        reached = []
        for node in range(first, latest + 1):
            end = ends[node]
            best_cost = -1.0
            best_ends: tuple[int, ...] = ()
            for cost, start, chosen in ways:
                width = end - start
                if width <= limit:
                    empty = 1.0 - width * scale
                    total = cost + empty * empty
                    if best_cost < 0.0 or total < best_cost:
                        best_cost, best_ends = total, chosen
            if best_cost >= 0.0:
                reached.append((best_cost, starts[node], (*best_ends, node)))
        ways = reached
    return _finish(ways, ends, box, balance)


def _finish(
    ways: Sequence[tuple[float, float, tuple[int, ...]]],
    ends: Sequence[float],
    box: float,
    balance: bool,
) -> tuple[int, ...]:
    """Add the last line to each way (cost, start, ends) and return the ends of the best."""
    best_cost = -1.0
    best_ends: tuple[int, ...] = ()
    for way_cost, start, chosen in ways:
        width = ends[-1] - start
        if width <= box + SLACK:
            empty = 1.0 - width / box
            if balance:
                cost = way_cost + _LAST_LINE * empty * empty
            else:
                cost = way_cost + max(0.0, empty - 1.0 + _SHORT_LAST) ** 2
            if best_cost < 0.0 or cost < best_cost:
                best_cost, best_ends = cost, chosen
    return (*best_ends, len(ends) - 1)
