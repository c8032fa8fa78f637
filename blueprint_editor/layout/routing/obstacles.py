"""What stands in the way of a label: upright stretches, lines, and other labels in free cells."""

from bisect import bisect_left
from collections.abc import Iterator
from math import inf
from typing import TypeAlias

from blueprint_editor.layout.routing.frames import Frames, Spot
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.spacing import snap

Interval: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[float, float]
Depths: TypeAlias = dict[int, Interval]
"""Row → from which depth of its free space on, and up to which, a search comes out the same."""
Cell: TypeAlias = tuple[int, int]
"""(row, column)"""
Claims: TypeAlias = dict[Cell, dict[str, Interval]]
"""Cell → connector → what its label takes of the height, from the top of the stacks."""


def find_gap(
    blocked: list[Interval], low: float, high: float, size: float, wish: float, ease: float = 0.0
) -> float | None:
    """Return the start of a free stretch of ``size`` in [low, high] near to ``wish``.

    It keeps ``ease`` from what is blocked where that is possible, and prefers places where it is.
    """
    best: tuple[float, float] | None = None
    start = low
    for first, last in [*sorted(blocked), (high, high)]:
        stop = min(first, high)
        spare = stop - start - size
        if spare >= 0:
            away = min(ease, spare / 2)
            place = min(max(wish, start + away), stop - size - away)
            found = (abs(place - wish) + 4 * (ease - away), place)
            if best is None or found < best:
                best = found
        start = max(start, last)
        if start > high:
            break
    return None if best is None else best[1]


class Obstacles:
    """Looks obstacles up in a layer, and notes for one label what its search relies on.

    Attributes:
        claimed: cells of which the label takes a piece.
        read: cells in which the claims of other labels counted.
        depths: see ``Depths``.
    """

    def __init__(self, layer: Layer, frames: Frames, claims: Claims) -> None:
        self._layer = layer
        self._frames = frames
        self._claims = claims
        self.claimed: list[Cell] = []
        self.read: set[Cell] = set()
        self.depths: Depths = {}
        self._gap = layer.spacing.label

    def iter_uprights(self, first: int, last: int, band: Interval) -> Iterator[Interval]:
        """Yield where upright stretches in some frames cross a band of coded heights."""
        low, high = band
        gap, xs = self._gap, self._frames.xs
        for frame in range(first, last + 1):
            origin = xs[frame]
            for place, top, bottom, _, _, _ in self._layer.list_uprights(frame):
                if top < high and bottom > low:
                    yield origin + place - gap, origin + place + gap

    def iter_lines(self, row: int, first: int, last: int) -> Iterator[tuple[str, float]]:
        """Yield (connector, height) of lines in a row that reach into some frames."""
        heights = self._layer.line_heights
        for line in self._layer.find_lines(row, first, last):
            yield line.id, heights[line.id]

    def begin(self) -> None:
        """Begin the search for another label."""
        self.claimed = []
        self.read = set()
        self.depths = {}

    def iter_claims(self, row: int, column: int, name: str) -> Iterator[Interval]:
        """Yield what labels take of a cell that come before connector ``name``."""
        cell = (row, column)
        self.read.add(cell)
        for other, claim in self._claims.get(cell, {}).items():
            if other < name:
                yield claim

    def claim(self, row: int, column: int, name: str, interval: Interval) -> None:
        """Keep a piece of a cell for a label."""
        self._claims.setdefault((row, column), {})[name] = interval
        self.claimed.append((row, column))

    def is_free_down_to(self, row: int, bottom: float) -> bool:
        """Tell whether the free space of a row reaches down to a height."""
        is_free = bottom <= self._layer.rows[row].depth
        self.rely_on_depth(row, *((bottom, inf) if is_free else (0.0, bottom)))
        return is_free

    def rely_on_depth(self, row: int, low: float, high: float) -> None:
        """Note that the search comes out the same while a row's depth is in [low, high)."""
        least, most = self.depths.get(row, (0.0, inf))
        self.depths[row] = (max(least, low), min(most, high))

    def find_frame_end(self, frame: int) -> float:
        """Return the right end of a gutter or column."""
        return self._frames.xs[frame + 1] if frame + 1 < len(self._frames.xs) else 1e9

    def find_spot(self, x: float, down: int, y: float, size: Size) -> Spot:
        """Return the spot of a label whose left stands at ``x`` of the poster."""
        xs = self._frames.xs
        across = min(max(0, bisect_left(xs, x) - 1), len(xs) - 2)
        return Spot(across, snap(x - xs[across]), down, snap(y), *size)
