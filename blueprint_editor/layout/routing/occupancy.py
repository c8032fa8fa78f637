"""Who stands where in the grid: stacks, and how far the space beside cards is free.

Everything here is known before a single connector is planned. Heights are measured from the top
of a row's stacks; channels are numbered 2 × row for the one above the stacks of a row and
2 × row + 1 for the one below them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.difference import find_changed_span
from blueprint_editor.layout.routing.grid import GridCard, GridShape, Wire
from blueprint_editor.layout.routing.spacing import Spacing, snap, snap_up


class Place(NamedTuple):
    """Where a card stands and what is free around it.

    Attributes:
        body_top, body_bottom, foot: measured from the top of the row's stacks; the foot is that
            of the tray.
        top_reach: the highest channel that a connector from the top side reaches inside the
            column; -1 where another card of the cell stands above.
        bottom_reach: the lowest such channel from the bottom side; -1 where another card of the
            cell stands below, or a tray.
        above, below: the next cards of the column, in whatever row; empty for none.
        strip: from where on connectors may stand on the bottom side, from the card's left.
        room: how many connectors the bottom side has room for.
        level: where the card stands in the symbolic order of heights, in which a channel stands at
            4 × row for the one above the stacks and at 4 × row + 2 for the one below.
    """

    id: str
    column: int
    row: int
    body_top: float
    body_bottom: float
    foot: float
    top_reach: int
    bottom_reach: int
    above: str
    below: str
    strip: float
    room: int
    level: float


class OccupancyChange(NamedTuple):
    """What an update changed: cards, and cells (row, column) whose stacks end elsewhere."""

    cards: set[str]
    removed: set[str]
    cells: set[tuple[int, int]]


class Occupancy:
    """The places of all cards, kept up to date column by column."""

    def __init__(self, shape: GridShape, spacing: Spacing) -> None:
        self._shape = shape
        self._spacing = spacing
        self._stack_gap = snap_up(shape.stack_gap)
        self.column_count = len(shape.column_widths)
        self.row_count = len(shape.row_heights)
        self.widths = tuple(snap(width) for width in shape.column_widths)
        self._taken: tuple[GridCard, ...] = ()
        self.cards: dict[str, GridCard] = {}
        self.places: dict[str, Place] = {}
        self.foot: list[list[float]] = [[0.0] * self.column_count for _ in range(self.row_count)]
        self._columns: list[dict[str, GridCard]] = [{} for _ in range(self.column_count)]

    def update(
        self,
        cards: Sequence[GridCard],
        incidence: Mapping[str, Mapping[str, Wire]],
        columns: Iterable[int],
    ) -> OccupancyChange:
        """Take over the cards.

        Args:
            cards: all cards.
            incidence: card id → its connectors by id; those inside a stack widen its gaps.
            columns: columns to lay anew although no card of them has changed.
        """
        dirty = set(columns)
        before, self._taken = self._taken, tuple(cards)
        start, old_end, new_end = find_changed_span(before, self._taken)
        old = {card.id: card for card in before[start:old_end]}
        new = {card.id: card for card in self._taken[start:new_end]}
        removed = set(old.keys() - new.keys())
        for name in removed:
            del self.cards[name]
            del self.places[name]
        for name, card in old.items():
            if new.get(name) != card:
                dirty.add(card.column)
                del self._columns[card.column][name]
        for name, card in new.items():
            if old.get(name) != card:
                dirty.add(card.column)
                self.cards[name] = self._columns[card.column][name] = card
        change = OccupancyChange(set(), removed, set())
        for column in dirty:
            self._lay_column(column, incidence, change)
        return change

    def _lay_column(
        self,
        column: int,
        incidence: Mapping[str, Mapping[str, Wire]],
        change: OccupancyChange,
    ) -> None:
        cards = sorted(
            self._columns[column].values(), key=lambda card: (card.row, card.index, card.id)
        )
        feet: dict[int, float] = {}
        last = len(cards) - 1
        for i, card in enumerate(cards):
            row = card.row
            above = cards[i - 1] if i else None
            below = cards[i + 1] if i < last else None
            top = 0.0
            if above is not None and above.row == row:
                top = snap_up(feet[row] + self._find_gap(above, card, incidence))
            place = self._find_place(card, top, above, below)
            feet[row] = place.foot
            if self.places.get(card.id) != place:
                self.places[card.id] = place
                change.cards.add(card.id)
        for row in range(self.row_count):
            foot = feet.get(row, 0.0)
            if self.foot[row][column] != foot:
                self.foot[row][column] = foot
                change.cells.add((row, column))

    def _find_place(
        self, card: GridCard, top: float, above: GridCard | None, below: GridCard | None
    ) -> Place:
        row, column = card.row, card.column
        spacing, width = self._spacing, self.widths[card.column]
        body_bottom = foot = snap(top + card.body_height)
        strip, last = 0.0, width - spacing.corner
        if card.height > card.body_height:
            foot = snap_up(top + card.height)
            strip = snap_up(width - card.tray_inset + spacing.corner)
        free = last - max(strip, spacing.corner)
        return Place(
            card.id,
            column,
            row,
            top,
            body_bottom,
            foot,
            -1 if above is not None and above.row == row else self._reach_up(row, above),
            -1
            if strip or (below is not None and below.row == row)
            else self._reach_down(row, below),
            above.id if above else "",
            below.id if below else "",
            strip,
            1 + int(free / spacing.gap) if free >= 0 else 0,
            4 * row + 1 + (top + body_bottom) / 2e5,
        )

    def _reach_up(self, row: int, above: GridCard | None) -> int:
        reach, first = 2 * row, 2 * above.row + 1 if above else 0
        closed = self._shape.closed_rows
        while reach > first and (reach - 1) >> 1 not in closed:
            reach -= 1
        return reach

    def _reach_down(self, row: int, below: GridCard | None) -> int:
        reach, last = 2 * row + 1, 2 * below.row if below else 2 * self.row_count - 1
        closed = self._shape.closed_rows
        while reach < last and (reach + 1) >> 1 not in closed:
            reach += 1
        return reach

    def _find_gap(
        self, upper: GridCard, lower: GridCard, incidence: Mapping[str, Mapping[str, Wire]]
    ) -> float:
        """Return the gap between two stacked cards; a connector in it needs room for its arrow."""
        gap = self._stack_gap
        for wire in incidence.get(upper.id, {}).values():
            if lower.id in {wire.source, wire.target}:
                label = wire.label_size[1]
                need = label + 2 * self._spacing.clearance if label else 0.0
                gap = max(gap, 2 * self._spacing.stub, need)
        return gap

    def find_floor(self, row: int, first_column: int, last_column: int) -> float:
        """Return how deep the stacks of these cells reach, with clearance; 0 if all are empty."""
        deepest = max(self.foot[row][first_column : last_column + 1], default=0.0)
        return deepest + self._spacing.clearance if deepest else 0.0
