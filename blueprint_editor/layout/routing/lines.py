"""Gives the straight lines that run through free cells of a row their heights."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from blueprint_editor.layout.routing.spacing import snap
from blueprint_editor.layout.routing.spread import try_spread


class Line(NamedTuple):
    """A horizontal line that may stand between ``low`` and ``high``.

    ``first`` and ``last`` say how far it reaches: 2 × number for a gutter, 2 × number + 1 for a
    column. ``rank`` is the connector's number among those of the same cards; ``sides`` are the
    sides (card, side) at which the line ends.
    """

    first: int
    last: int
    low: float
    high: float
    rank: int
    id: str
    sides: tuple[tuple[str, int], ...]


def find_companies(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a row in companies: those that meet, directly or through others."""
    company: list[Line] = []
    reach = -1
    for line in sorted(lines):
        if line.first < reach or (line.first == reach and reach % 2 == 0):
            company.append(line)
            reach = max(reach, line.last)
            continue
        if company:
            yield company
        company, reach = [line], line.last
    if company:
        yield company


class LineIndex:
    """The lines of a row, to be looked up by where they run; ``lines`` in the order of starts."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = list(lines)
        self._firsts = [line.first for line in self._lines]
        self._lasts = [line.last for line in self._lines]
        # How far any line up to each one reaches: it only grows, so it can be searched too.
        self._reaches = list(accumulate(self._lasts, max))

    def find(self, first: int, last: int) -> list[Line]:
        """Return the lines that reach into the frames from ``first`` to ``last``."""
        begin, end = bisect_left(self._reaches, first), bisect_right(self._firsts, last)
        lasts = self._lasts
        return [self._lines[index] for index in range(begin, end) if lasts[index] >= first]


def place_company(company: Iterable[Line], gap: float) -> dict[str, float]:
    """Return the heights of lines that meet, at least ``gap`` apart if they can be."""
    lines = sorted(company, key=_find_middle)
    if len(lines) == 1:
        line = lines[0]
        return {line.id: snap((line.low + line.high) / 2)}
    if all(_do_meet(line, other) for i, line in enumerate(lines) for other in lines[:i]):
        wishes = [((line.low + line.high) / 2, line.low, line.high) for line in lines]
        places = try_spread(wishes, 2 * gap) or try_spread(wishes, gap)
        if places:
            return {line.id: place for line, place in zip(lines, places, strict=True)}
    return _place_one_by_one(sorted(lines, key=_find_play), gap)


def _place_one_by_one(lines: list[Line], gap: float) -> dict[str, float]:
    shares = Counter((line.low, line.high) for line in lines)
    taken: Counter[tuple[float, float]] = Counter()
    heights: dict[str, float] = {}
    for i, line in enumerate(lines):
        limits = (line.low, line.high)
        taken[limits] += 1
        wish = line.low + (line.high - line.low) * taken[limits] / (shares[limits] + 1)
        near = [heights[other.id] for other in lines[:i] if _do_meet(line, other)]
        heights[line.id] = snap(_find_height(line, near, gap, wish))
    return heights


def _do_meet(line: Line, other: Line) -> bool:
    """Tell whether two lines may lie above each other.

    Lines that end in one gutter may, for their turns are in any order there.
    """
    if line.last == other.first:
        return line.last % 2 == 0
    if other.last == line.first:
        return other.last % 2 == 0
    return line.first < other.last and other.first < line.last


def _find_play(line: Line) -> tuple[float, Line]:
    """Sort key: those with little choice first."""
    return (line.high - line.low, line)


def _find_middle(line: Line) -> tuple[float, Line]:
    return (line.low + line.high, line)


def _find_height(line: Line, near: list[float], gap: float, wish: float) -> float:
    """Return the height nearest to ``wish`` that keeps away from the lines ``near``.

    First a comfortable distance is tried, then closer ones, then the widest space left.
    """
    low, high = line.low, line.high
    for distance in (2 * gap, 1.4 * gap, gap):
        steps = (other + step for other in near for step in (-distance, distance))
        beside = [
            height
            for height in (wish, *steps)
            if low <= height <= high
            and all(abs(height - other) >= distance - 1e-6 for other in near)
        ]
        if beside:
            return min(beside, key=lambda height: (abs(height - wish), height))
    stops = [low, *sorted(max(low, min(high, other)) for other in near), high]
    widest = max(range(len(stops) - 1), key=lambda i: stops[i + 1] - stops[i])
    return (stops[widest] + stops[widest + 1]) / 2
