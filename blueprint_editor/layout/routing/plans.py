"""Decides by which sides, gutters and channels a connector goes, from the grid alone.

A plan is a function of the two cards and of what stands between them; no plan depends on another
one, so that an edit renews few of them.
"""

from collections.abc import Callable
from typing import NamedTuple

from blueprint_editor.layout.routing.grid import Wire
from blueprint_editor.layout.routing.occupancy import PORT_INSET, Occupancy, Place

LEFT, TOP, RIGHT, BOTTOM = 0, 1, 2, 3

_LEAST_COMMON = 2.0
"""Common height in mm that two neighbours need for a straight connector."""


class Plan(NamedTuple):
    """The way of a connector.

    Attributes:
        source_side, target_side: ``LEFT``, ``TOP``, ``RIGHT`` or ``BOTTOM``.
        middle: what it runs along between the stretches at its ends, gutters and channels in
            turn; a gutter first when it leaves its card sideways.
        source_line, target_line: the stretch at this end runs on through free cells.
        low, high: limits of such lines, from the top of the row's stacks.
    """

    source_side: int
    target_side: int
    middle: tuple[int, ...] = ()
    source_line: bool = False
    target_line: bool = False
    low: float = 0.0
    high: float = 0.0

    @property
    def is_level(self) -> bool:
        """One horizontal stretch from side to side."""
        return self.source_line and self.target_line


class Planner:
    """Chooses plans in one grid."""

    def __init__(self, occupancy: Occupancy) -> None:
        self._grid = occupancy

    def plan(self, wire: Wire) -> Plan:
        """Return the way with the fewest bends that suits the kind of connector."""
        source, target = self._grid.places[wire.source], self._grid.places[wire.target]
        if source.column == target.column:
            return self._plan_in_column(source, target, wire.kind)
        trip = _Trip(source, target, forward=target.column > source.column)
        for attempt in self._attempts():
            found = attempt(trip)
            if found is not None:
                return found
        return self._by_gutters(trip)

    def _attempts(self) -> tuple[Callable[["_Trip"], Plan | None], ...]:
        return (
            self._level,
            self._corner_down,
            self._corner_across,
            self._one_gutter,
            self._one_channel,
            self._late_gutter,
            self._early_gutter,
        )

    def _plan_in_column(self, source: Place, target: Place, kind: str) -> Plan:
        if _is_straight_down(source, target):
            return Plan(BOTTOM, TOP)
        if _is_straight_down(target, source):
            return Plan(TOP, BOTTOM)
        if kind == "return":
            return Plan(RIGHT, RIGHT, (source.column + 1,))
        return Plan(LEFT, LEFT, (source.column,))

    def _level(self, trip: "_Trip") -> Plan | None:
        """One straight line through free cells of a row."""
        source, target = trip.source, trip.target
        if source.row != target.row:
            return None
        low = max(source.body_top, target.body_top) + PORT_INSET
        high = min(source.body_bottom, target.body_bottom) - PORT_INSET
        return self._as_line(
            trip,
            source.row,
            (min(source.column, target.column) + 1, max(source.column, target.column) - 1),
            (low, high),
            (True, True),
        )

    def _as_line(
        self,
        trip: "_Trip",
        row: int,
        columns: tuple[int, int],
        limits: tuple[float, float],
        ends: tuple[bool, bool],
        middle: tuple[int, ...] = (),
    ) -> Plan | None:
        low, high = limits
        if columns[0] <= columns[1]:
            if row in self._grid.shape.closed_rows:
                return None
            low = max(low, self._grid.find_floor(row, *columns))
        if high - low < _LEAST_COMMON:
            return None
        return Plan(trip.out_side, trip.in_side, middle, *ends, low, high)

    def _corner_down(self, trip: "_Trip") -> Plan | None:
        """Along the source's row, then down or up into the target: one bend."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            if target.top_reach < 0 or target.top_reach > 2 * source.row:
                return None
            side = TOP
        elif source.row > target.row and not trip.forward and not target.strip:
            if target.bottom_reach < 2 * source.row + 1:
                return None
            side = BOTTOM
        else:
            return None
        plan = self._as_line(
            trip,
            source.row,
            trip.columns_from_source(target.column),
            (source.body_top + PORT_INSET, source.body_bottom - PORT_INSET),
            (True, False),
        )
        return plan._replace(target_side=side) if plan else None

    def _corner_across(self, trip: "_Trip") -> Plan | None:
        """Down or up from the source, then along the target's row: one bend."""
        source, target = trip.source, trip.target
        if source.row < target.row and not source.strip:
            if source.bottom_reach < 2 * target.row + 1:
                return None
            side = BOTTOM
        elif source.row > target.row:
            if source.top_reach < 0 or source.top_reach > 2 * target.row:
                return None
            side = TOP
        else:
            return None
        plan = self._as_line(
            trip,
            target.row,
            trip.columns_to_target(source.column),
            (target.body_top + PORT_INSET, target.body_bottom - PORT_INSET),
            (False, True),
        )
        return plan._replace(source_side=side) if plan else None

    def _one_gutter(self, trip: "_Trip") -> Plan | None:
        """Sideways, along one gutter, sideways: two bends."""
        if trip.first_gutter == trip.last_gutter:
            return Plan(trip.out_side, trip.in_side, (trip.first_gutter,))
        source, target = trip.source, trip.target
        return self._as_line(
            trip,
            target.row,
            trip.columns_between,
            (target.body_top + PORT_INSET, target.body_bottom - PORT_INSET),
            (False, True),
            (trip.first_gutter,),
        ) or self._as_line(
            trip,
            source.row,
            trip.columns_between,
            (source.body_top + PORT_INSET, source.body_bottom - PORT_INSET),
            (True, False),
            (trip.last_gutter,),
        )

    def _one_channel(self, trip: "_Trip") -> Plan | None:
        """Down or up, along one channel, down or up: two bends."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            if source.bottom_reach < 0 or target.top_reach < 0:
                return None
            channel = self._find_open(
                max(2 * source.row + 1, target.top_reach), min(source.bottom_reach, 2 * target.row)
            )
            return None if channel is None else Plan(BOTTOM, TOP, (channel,))
        if source.row == target.row:
            return self._arc(trip)
        if trip.forward or source.top_reach < 0 or target.bottom_reach < 0:
            return None
        channel = self._find_open(
            max(2 * target.row + 1, source.top_reach), min(target.bottom_reach, 2 * source.row)
        )
        return None if channel is None else Plan(TOP, BOTTOM, (channel,))

    def _arc(self, trip: "_Trip") -> Plan | None:
        source, target = trip.source, trip.target
        if source.row in self._grid.shape.closed_rows:
            return None
        if trip.forward and source.top_reach >= 0 and target.top_reach >= 0:
            return Plan(TOP, TOP, (2 * source.row,))
        if not trip.forward and source.bottom_reach >= 0 and target.bottom_reach >= 0:
            return Plan(BOTTOM, BOTTOM, (2 * source.row + 1,))
        return None

    def _late_gutter(self, trip: "_Trip") -> Plan | None:
        """Down or up, along a channel, along the gutter before the target, sideways."""
        source, target = trip.source, trip.target
        down = source.row < target.row or (source.row == target.row and not trip.forward)
        side, channel = (BOTTOM, 2 * source.row + 1) if down else (TOP, 2 * source.row)
        reach = source.bottom_reach if down else source.top_reach
        if reach < 0 or source.row in self._grid.shape.closed_rows:
            return None
        return Plan(side, trip.in_side, (channel, trip.last_gutter))

    def _early_gutter(self, trip: "_Trip") -> Plan | None:
        """Sideways, along the gutter behind the source, along a channel, down or up."""
        source, target = trip.source, trip.target
        from_above = source.row < target.row or (source.row == target.row and trip.forward)
        side, channel = (TOP, 2 * target.row) if from_above else (BOTTOM, 2 * target.row + 1)
        reach = target.top_reach if from_above else target.bottom_reach
        if reach < 0 or target.row in self._grid.shape.closed_rows:
            return None
        if trip.forward and not from_above:
            return None
        return Plan(trip.out_side, side, (trip.first_gutter, channel))

    def _by_gutters(self, trip: "_Trip") -> Plan:
        """Sideways, gutter, channel, gutter, sideways: always possible."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            wish = 2 * target.row
        elif source.row > target.row:
            wish = 2 * target.row + 1
        else:
            wish = 2 * source.row + (0 if trip.forward else 1)
        channels = self._grid.open_channels or range(2 * self._grid.row_count)
        channel = min(channels, key=lambda channel: (abs(channel - wish), channel))
        return Plan(trip.out_side, trip.in_side, (trip.first_gutter, channel, trip.last_gutter))

    def _find_open(self, first: int, last: int) -> int | None:
        """Return the lowest open channel of a range."""
        for channel in range(last, first - 1, -1):
            if channel >> 1 not in self._grid.shape.closed_rows:
                return channel
        return None


class _Trip(NamedTuple):
    """Two cards in different columns and the direction between them."""

    source: Place
    target: Place
    forward: bool

    @property
    def out_side(self) -> int:
        return RIGHT if self.forward else LEFT

    @property
    def in_side(self) -> int:
        return LEFT if self.forward else RIGHT

    @property
    def first_gutter(self) -> int:
        return self.source.column + 1 if self.forward else self.source.column

    @property
    def last_gutter(self) -> int:
        return self.target.column if self.forward else self.target.column + 1

    @property
    def columns_between(self) -> tuple[int, int]:
        one, other = self.source.column, self.target.column
        return min(one, other) + 1, max(one, other) - 1

    def columns_from_source(self, last: int) -> tuple[int, int]:
        """Columns after the source's up to and with ``last``."""
        first = self.source.column
        return (first + 1, last) if self.forward else (last, first - 1)

    def columns_to_target(self, first: int) -> tuple[int, int]:
        """Columns from and with ``first`` up to the target's."""
        last = self.target.column
        return (first, last - 1) if self.forward else (last + 1, first)


def _is_straight_down(upper: Place, lower: Place) -> bool:
    return upper.below == lower.number and (
        upper.row == lower.row or upper.bottom_reach >= 2 * lower.row
    )
