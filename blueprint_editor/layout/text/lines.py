"""Choosing line ends: as few lines as fit, then as even and as unbroken as can be."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from blueprint_editor.layout.text.breaking import BreakKind

_SLACK = 1e-7
"""Ems by which a line may seem too wide, from adding floats in another order."""

_PENALTY = {
    BreakKind.SPACE: 0.0,
    BreakKind.NATURAL: 0.03,
    BreakKind.SOFT: 0.10,
    BreakKind.SEAM: 0.12,
    BreakKind.SYLLABLE: 0.22,
    BreakKind.ANY: 0.3,
}
"""In the unit of raggedness: the square of the empty part of a line."""

_LAST_LINE = 0.5
"""How much the last line counts when lines are balanced."""
_SHORT_LAST = 0.3
_LONG_RUN_PENALTY = 1.0
_MOST_HYPHENS = 2


class Node(NamedTuple):
    """A place where a line may end and the next one start.

    Attributes:
        word: index of the word at whose end or in which it stands.
        position: characters of the word before it; -1 at the word's end.
        kind: what sort of line end it makes.
        end: right end of a line that ends here, in ems of the endless line.
        start: left end of a line that starts here, in the same measure.
        is_barrier: every setting breaks here (before a word wider than the box).
    """

    word: int
    position: int
    kind: BreakKind
    end: float
    start: float
    is_barrier: bool = False

    @property
    def has_hyphen(self) -> bool:
        return BreakKind.SOFT <= self.kind <= BreakKind.SYLLABLE


Between = Callable[[int, int, int, bool], float]
"""(word, from, to, with hyphen) → width in ems of a part within one word."""


class _State(NamedTuple):
    """The best way to a node with ``hyphens`` hyphenated lines in a row before it."""

    lines: int
    cost: float
    node: int
    previous: "_State | None"
    hyphens: int


def choose_lines(
    nodes: Sequence[Node], box: float, measure: Between, *, balance: bool
) -> list[tuple[int, int]]:
    """Return (from, to) node indices of each line.

    The number of lines is the least that fits; among those settings the one wins whose lines are
    most even, hyphens and the like added as penalties.

    Args:
        nodes: all places, the first at the start of the text, the last at its end.
        box: width in ems.
        measure: gives the width of a part inside one word.
        balance: also make the last line even with the others.
    """
    states: list[list[_State]] = [[_State(0, 0.0, 0, None, 0)]]
    first = 0
    for index in range(1, len(nodes)):
        while first < index - 1 and _width(nodes, first, index, measure) > box + _SLACK:
            first += 1
        states.append(_find_states(nodes, states, first, index, box, measure, balance))
        if nodes[index].is_barrier:
            first = index
    best: _State | None = min(states[-1])
    lines: list[tuple[int, int]] = []
    while best is not None and best.previous is not None:
        lines.append((best.previous.node, best.node))
        best = best.previous
    return lines[::-1]


def _width(nodes: Sequence[Node], a: int, b: int, measure: Between) -> float:
    start, end = nodes[a], nodes[b]
    if start.word == end.word and start.position >= 0 and end.position >= 0:
        return measure(end.word, start.position, end.position, end.has_hyphen)
    return end.end - start.start


def _find_states(
    nodes: Sequence[Node],
    states: Sequence[list[_State]],
    first: int,
    index: int,
    box: float,
    measure: Between,
    balance: bool,
) -> list[_State]:
    """Return the best state of a node for each count of hyphens in a row."""
    node = nodes[index]
    is_last = index == len(nodes) - 1
    best: dict[int, _State] = {}
    for origin in range(first, index):
        width = _width(nodes, origin, index, measure)
        if width > box + _SLACK and origin < index - 1:
            continue
        cost = _rate(width / box if box > 0 else 1.0, is_last, balance) + _PENALTY[node.kind]
        for state in states[origin]:
            hyphens = state.hyphens + 1 if node.has_hyphen else 0
            extra = 0.0
            if hyphens > _MOST_HYPHENS:
                if nodes[origin].word != node.word:
                    continue
                hyphens, extra = _MOST_HYPHENS, _LONG_RUN_PENALTY
            found = _State(state.lines + 1, state.cost + cost + extra, index, state, hyphens)
            kept = best.get(hyphens)
            if kept is None or found[:2] < kept[:2]:
                best[hyphens] = found
    return list(best.values())


def _rate(fill: float, is_last: bool, balance: bool) -> float:
    empty = max(0.0, 1.0 - fill)
    if not is_last:
        return empty * empty
    if balance:
        return _LAST_LINE * empty * empty
    return max(0.0, _SHORT_LAST - fill) ** 2
