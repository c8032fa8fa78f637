"""Shares things of different heights out to columns of about the same height."""

from collections.abc import Sequence


def share_out(heights: Sequence[float], count: int) -> tuple[tuple[int, ...], ...]:
    """Return which things stand in which column, in their order, the tallest as low as can be."""
    limit = max([sum(heights) / count, *heights])
    while True:
        columns: list[list[int]] = [[]]
        filled = 0.0
        for index, height in enumerate(heights):
            if columns[-1] and filled + height > limit + 1e-6:
                columns.append([])
                filled = 0.0
            columns[-1].append(index)
            filled += height
        if len(columns) <= count:
            return tuple(tuple(column) for column in columns)
        limit *= 1.05
