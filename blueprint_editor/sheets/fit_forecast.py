"""Foretells how large a poster would be with other columns, from its tallest cells alone."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from blueprint_editor.layout.theme import Theme
from blueprint_editor.model.records import Card
from blueprint_editor.sheets.poster import PosterSize
from blueprint_editor.sheets.poster_body import find_least_height
from blueprint_editor.sheets.poster_rows import CardRow

_CELLS = 2
"""So many cells of each lane are set again: one of the tallest is nearly always the tallest."""
_TURNS = 3
_NEAR = 0.004


class _Cell(NamedTuple):
    """Cards above each other; ``rest`` is what the cell holds besides them, in mm."""

    cards: tuple[Card, ...]
    factor: float
    rest: float
    height: float


class _Row(NamedTuple):
    least: float
    cells: tuple[_Cell, ...]


class Forecast:
    """The size of one poster as a function of its columns; all lengths in mm.

    Args:
        size: the poster, measured.
        column_width: that of a step of width 1, when it was measured.
        theme: another one of the same type scale, to foretell what it would change.
    """

    def __init__(self, size: PosterSize, column_width: float, theme: Theme | None = None) -> None:
        facts, bodies = size.facts, size.bodies
        self._facts = replace(facts, theme=theme) if theme else facts
        self._padding = 2 * facts.theme.mm(facts.theme.metrics.row_padding)
        self._gap = facts.theme.mm(facts.theme.metrics.stack_gap)
        metrics = facts.theme.metrics
        self._least_width = facts.theme.mm(metrics.min_fitted_width + 2 * metrics.margin)
        # The widest of several decks tells how wide the sheet is.
        widest = max(bodies, key=lambda body: body.size.width)
        self._columns = sum(column.width for column in widest.columns) / column_width
        self._rest_width = size.width - self._columns * column_width
        self._rows = [
            _Row(
                find_least_height(facts, lane, label),
                tuple(self._find_tallest(row, [one.width / column_width for one in body.columns])),
            )
            for body in bodies
            for lane, label, row in zip(body.lanes, body.labels, body.rows, strict=True)
        ]
        self._first = column_width
        known = sum(self._join(row, [cell.height for cell in row.cells]) for row in self._rows)
        self._rest_height = size.height - known
        self._heights: dict[float, float] = {} if theme else {column_width: size.height}

    def _find_tallest(self, row: CardRow, factors: Sequence[float]) -> Iterator[_Cell]:
        heights = [sum(card.height for card in stack.grid) for stack in row.stacks]
        for index in sorted(range(len(heights)), key=heights.__getitem__, reverse=True)[:_CELLS]:
            stack = row.stacks[index]
            if stack.shown:
                cards = sum(done.box.height for done in stack.cards.values())
                rest = heights[index] - cards + self._gap * (len(stack.grid) - 1)
                yield _Cell(stack.shown, factors[index], rest, cards + rest)

    def _join(self, row: _Row, heights: Iterable[float]) -> float:
        return max(row.least, self._padding + max(heights, default=0.0))

    def find_width(self, column_width: float) -> float:
        """Return how wide the sheet would be."""
        return max(self._rest_width + self._columns * column_width, self._least_width)

    def find_height(self, column_width: float) -> float:
        """Return how high the sheet would be."""
        if column_width not in self._heights:
            self._heights[column_width] = self._rest_height + sum(
                self._join(row, [self._measure(cell, column_width) for cell in row.cells])
                for row in self._rows
            )
        return self._heights[column_width]

    def _measure(self, cell: _Cell, column_width: float) -> float:
        width = column_width * cell.factor
        return cell.rest + sum(self._facts.build_card(card, width).height for card in cell.cards)

    def find_columns(self, page: tuple[float, float], limits: tuple[float, float]) -> float:
        """Return the column width with which the sheet has the page's shape.

        Where a side of the page is infinite, the one that makes the sheet meet the other side.
        """
        least, most = limits
        one = min(max(self._first, least), most)
        lack = self._find_lack(one, page)
        # What is too high gets wider columns: the height falls about as the width grows.
        other = min(max(one * math.exp(0.7 * lack), least), most)
        for _ in range(_TURNS):
            if abs(lack) < _NEAR or other == one:
                break
            before, known = one, lack
            one, lack = other, self._find_lack(other, page)
            if lack == known:
                break
            other = min(max(one - lack * (one - before) / (lack - known), least), most)
        return one

    def _find_lack(self, column_width: float, page: tuple[float, float]) -> float:
        """Return by how much such columns are too narrow, as a logarithm."""
        width, height = page
        if math.isinf(height):
            return math.log(width / self.find_width(column_width))
        if math.isinf(width):
            return math.log(self.find_height(column_width) / height)
        shape = self.find_height(column_width) / self.find_width(column_width)
        return math.log(shape * width / height)
