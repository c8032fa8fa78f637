"""Choosing line ends: as few lines as fit, then as even and as unbroken as can be.

A text is an endless line in ems with *nodes*, places where it may be cut. A piece that ends at a
node ``i`` ends at ``ends[i]`` (its hyphen included), the next one starts at ``starts[i]``; both
grow with ``i``, and the last node is the end of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

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


class _Way(NamedTuple):
    """A setting up to a node: cost, where the next line starts, hyphens in a row, ends so far."""

    cost: float
    start: float
    node: int
    hyphens: int
    word: int
    chain: _Chain


def even_out(
    nodes: Nodes,
    box: float,
    indent: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> list[int] | None:
    """Return the line ends of the most even setting with a given number of lines.

    At most two lines in a row end with a hyphen, unless one word alone takes more than that.
    ``windows`` are those of :func:`find_windows`; ``balance`` evens out the last line, too.

    Returns:
        None where the rules allow no such setting.
    """
    limit = box + SLACK
    ways = [_Way(0.0, -indent, -1, 0, -1, None)]
    for first, latest in windows:
        reached: list[_Way] = []
        low = 0
        for node in range(first, latest + 1):
            end = nodes.ends[node]
            while low < len(ways) and end - ways[low].start > limit:
                low += 1
            if low == len(ways):
                break
            reached += _extend(nodes, node, ways, low, box)
        if not reached:
            return None
        ways = reached
    return _finish_best(ways, nodes.ends, box, balance)


def even_out_any(nodes: Nodes, box: float, indent: float, *, balance: bool) -> list[int] | None:
    """Return the line ends of the most even setting with the fewest lines that the rules allow.

    It takes longer than :func:`even_out`, which must be told the number of lines.
    """
    limit = box + SLACK
    ways = [_Way(0.0, -indent, -1, 0, -1, None)]
    low = 0
    for node in range(len(nodes.ends) - 1):
        end = nodes.ends[node]
        while low < len(ways) and end - ways[low].start > limit:
            low += 1
        if low == len(ways):
            return None
        ways += _extend(nodes, node, ways, low, box, _ONE_LINE)
    return _finish_best(ways, nodes.ends, box, balance)


def _finish_best(
    ways: Sequence[_Way], ends: Sequence[float], box: float, balance: bool
) -> list[int] | None:
    fitting = [way for way in ways if ends[-1] - way.start <= box + SLACK]
    if not fitting:
        return None
    return _finish([(way.cost, way.start, way.chain) for way in fitting], ends, box, balance)


def _extend(
    nodes: Nodes,
    node: int,
    ways: Sequence[_Way],
    low: int,
    box: float,
    line_cost: float = 0.0,
) -> list[_Way]:
    """Return the best ways on to a node, one for each count of hyphens in a row."""
    end, start = nodes.ends[node], nodes.starts[node]
    penalty = nodes.penalties[node] + line_cost
    has_hyphen, word = nodes.hyphens[node], nodes.words[node]
    best: dict[int, _Way] = {}
    for index in range(low, len(ways)):
        way = ways[index]
        if way.node >= node:
            break
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
            best[hyphens] = _Way(cost, start, node, hyphens, word, (way.chain, node))
    return list(best.values())


def even_out_plain(
    ends: Sequence[float],
    starts: Sequence[float],
    box: float,
    indent: float,
    windows: Sequence[tuple[int, int]],
    *,
    balance: bool,
) -> list[int]:
    """Do what :func:`even_out` does, faster, for nodes that are all spaces."""
    limit = box + SLACK
    scale = 1.0 / box
    ways: list[tuple[float, float, _Chain]] = [(0.0, -indent, None)]
    for first, latest in windows:
        reached: list[tuple[float, float, _Chain]] = []
        low = 0
        for node in range(first, latest + 1):
            end = ends[node]
            while end - ways[low][1] > limit:
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
                reached.append((best_cost, starts[node], (best_chain, node)))
        ways = reached
    return _finish(ways, ends, box, balance)


def _finish(
    ways: Sequence[tuple[float, float, _Chain]],
    ends: Sequence[float],
    box: float,
    balance: bool,
) -> list[int]:
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
    return [*_unroll(best_chain), len(ends) - 1]
