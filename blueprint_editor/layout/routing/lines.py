"""Gives the straight lines that run through free cells of a row their heights."""

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A horizontal line of connector ``wire`` that may stand between ``low`` and ``high``.

    ``first`` and ``last`` say how far it reaches: 2 × number for a gutter, 2 × number + 1 for a
    column.
    """

    low: float
    high: float
    first: int
    last: int
    wire: int


def place_lines(lines: list[Line], gap: float) -> Iterator[tuple[int, float]]:
    """Yield (wire, height), lines above each other at least ``gap`` apart while they can be."""
    placed: list[tuple[float, int, int]] = []
    for line in sorted(lines, key=lambda line: (line.low + line.high, line.first, line.wire)):
        near = [
            height for height, first, last in placed if _meet(first, last, line.first, line.last)
        ]
        height = _find_height(line, near, gap)
        placed.append((height, line.first, line.last))
        yield line.wire, height


def _meet(first: int, last: int, other_first: int, other_last: int) -> bool:
    """Tell whether two lines may lie above each other; in a shared gutter they may."""
    if first < other_last and other_first < last:
        return True
    return (last == other_first and last % 2 == 0) or (first == other_last and first % 2 == 0)


def _find_height(line: Line, near: list[float], gap: float) -> float:
    middle = (line.low + line.high) / 2
    if not near:
        return middle
    step = gap
    for _ in range(8):
        offset = 0.0
        while offset <= (line.high - line.low) / 2:
            for height in (middle + offset, middle - offset):
                if all(abs(height - other) >= step - 1e-9 for other in near):
                    return height
            offset += step / 2
        step /= 2
    return middle
