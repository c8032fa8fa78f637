"""Who stands where in the grid: stacks, free stretches beside and above cards.

Everything here is known before a single connector is planned. Heights are measured from the top
of a row's stacks; channels are numbered 2 × row for the one above the stacks of a row and
2 × row + 1 for the one below them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_editor.layout.routing.grid import GridCard, GridShape, Wire

PORT_INSET = 2.5
"""How far from a card's corner the outermost connector stands, in mm."""
LINE_CLEARANCE = 1.5
"""How far below a stack a connector passes through the free rest of the cell, in mm."""
STRIP_CLEARANCE = 1.0
"""How far from a mark tray a connector runs down beside it, in mm."""
STUB = 3.5
"""Straight run between a card and the nearest turn, in mm: room for an arrowhead."""


class Place(NamedTuple):
    """Where a card stands: cell, extent, reach.

    Attributes:
        body_top, body_bottom, foot: measured from the top of the row's stacks.
        top_reach: the highest channel a connector from the top side reaches without leaving the
            column; -1 if another card stands above in the cell.
        bottom_reach: the lowest such channel from the bottom side; -1 likewise, and where a tray
            leaves no strip for a connector.
        strip: from where on the bottom side is free, measured from the left.
    """

    number: int
    card: GridCard
    column: int
    row: int
    body_top: float
    body_bottom: float
    foot: float
    top_reach: int
    bottom_reach: int
    above: int
    below: int
    strip: float


class Occupancy:
    """The cards by id, and what is free around them."""

    def __init__(self, shape: GridShape, cards: Sequence[GridCard], wires: Iterable[Wire]) -> None:
        self.shape = shape
        self.column_count = len(shape.column_widths)
        self.row_count = len(shape.row_heights)
        self.open_channels = [
            channel
            for channel in range(2 * self.row_count)
            if channel >> 1 not in shape.closed_rows
        ]
        self.places: dict[str, Place] = {}
        self.foot: list[list[float]] = [[0.0] * self.column_count for _ in range(self.row_count)]
        self.slots: list[list[tuple[int, int]]] = []
        self._lay_stacks(cards, _find_gaps(shape, cards, wires))

    def _lay_stacks(self, cards: Sequence[GridCard], gaps: dict[tuple[str, str], float]) -> None:
        columns: list[list[tuple[int, int, int]]] = [[] for _ in range(self.column_count)]
        for number, card in enumerate(cards):
            columns[card.column].append((card.row, card.index, number))
        for entries in columns:
            entries.sort()
            tops: list[float] = []
            for i, (row, _, number) in enumerate(entries):
                top = 0.0
                if i and entries[i - 1][0] == row:
                    above = cards[entries[i - 1][2]]
                    gap = gaps.get((above.id, cards[number].id), self.shape.stack_gap)
                    top = tops[-1] + above.height + gap
                tops.append(top)
            for i, (_, _, number) in enumerate(entries):
                above_row = entries[i - 1][0] if i else -1
                below_row = entries[i + 1][0] if i + 1 < len(entries) else self.row_count
                self._place(
                    number,
                    cards[number],
                    tops[i],
                    (above_row, entries[i - 1][2] if i else -1),
                    (below_row, entries[i + 1][2] if i + 1 < len(entries) else -1),
                )

    def _place(
        self,
        number: int,
        card: GridCard,
        top: float,
        above: tuple[int, int],
        below: tuple[int, int],
    ) -> None:
        row, width = card.row, self.shape.column_widths[card.column]
        strip = 0.0
        if card.height > card.body_height:
            strip = width - card.tray_inset + STRIP_CLEARANCE
        open_below = strip <= width - STRIP_CLEARANCE
        self.foot[row][card.column] = max(self.foot[row][card.column], top + card.height)
        self.places[card.id] = Place(
            number,
            card,
            card.column,
            row,
            top,
            top + card.body_height,
            top + card.height,
            -1 if above[0] == row else self._reach_up(row, above[0]),
            -1 if below[0] == row or not open_below else self._reach_down(row, below[0]),
            above[1],
            below[1] if open_below else -1,
            strip,
        )

    def _reach_up(self, row: int, above_row: int) -> int:
        reach = 2 * row
        while (
            reach > 2 * above_row + 1
            and reach > 0
            and (reach - 1) >> 1 not in (self.shape.closed_rows)
        ):
            reach -= 1
        return reach

    def _reach_down(self, row: int, below_row: int) -> int:
        reach = 2 * row + 1
        last = min(2 * below_row, 2 * self.row_count - 1)
        while reach < last and (reach + 1) >> 1 not in self.shape.closed_rows:
            reach += 1
        return reach

    def find_floor(self, row: int, first_column: int, last_column: int) -> float:
        """Return how deep the stacks of these cells reach, with clearance; 0 if all are empty."""
        deepest = max(self.foot[row][first_column : last_column + 1], default=0.0)
        return deepest + LINE_CLEARANCE if deepest else 0.0


def _find_gaps(
    shape: GridShape, cards: Sequence[GridCard], wires: Iterable[Wire]
) -> dict[tuple[str, str], float]:
    """Return the gaps between stacked cards that a straight connector needs to be wider."""
    cells = {card.id: (card.column, card.row, card.index) for card in cards}
    gaps: dict[tuple[str, str], float] = {}
    for wire in wires:
        one, other = cells[wire.source], cells[wire.target]
        if one[:2] == other[:2] and one != other:
            pair = (wire.source, wire.target) if one < other else (wire.target, wire.source)
            label_height = wire.label_size[1]
            need = max(2 * STUB, label_height + STUB if label_height else 0.0, shape.stack_gap)
            gaps[pair] = max(gaps.get(pair, 0.0), need)
    return gaps
