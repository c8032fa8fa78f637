"""Decides by which sides, gutters and channels a connector goes, from the grid alone.

A plan is a function of the two cards and of what stands between them; no plan depends on another
one, so that an edit renews few of them.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.routing.grid import GridShape, Wire
from blueprint_editor.layout.routing.occupancy import Occupancy, Place
from blueprint_editor.layout.routing.spacing import Spacing

LEFT, TOP, RIGHT, BOTTOM = 0, 1, 2, 3
NOWHERE = -1

_WIDEST_ABREAST = 1.5
"""Widest label between neighbours, in column gaps; wider ones go where there is more room."""


class Plan(NamedTuple):
    """The way of a connector.

    Attributes:
        source_side, target_side: ``LEFT``, ``TOP``, ``RIGHT`` or ``BOTTOM``.
        middle: what it runs along between the stretches at its ends, gutters and channels in
            turn; a gutter first when it leaves its card sideways.
        channel_part: which part of the middle is a channel; -1 for none.
        source_line, target_line: the stretch at this end runs on through free cells.
        low, high: limits of such a line, from the top of the row's stacks.
    """

    source_side: int
    target_side: int
    middle: tuple[int, ...] = ()
    channel_part: int = -1
    source_line: bool = False
    target_line: bool = False
    low: float = 0.0
    high: float = 0.0

    @property
    def is_level(self) -> bool:
        """One horizontal stretch from card to card."""
        return self.source_line and self.target_line

    @property
    def is_upright(self) -> bool:
        """One vertical stretch from card to card."""
        return not self.middle and self.source_side & self.target_side & 1 == 1


class Planner:
    """Chooses plans in one grid."""

    def __init__(self, shape: GridShape, spacing: Spacing, occupancy: Occupancy) -> None:
        self._closed = shape.closed_rows
        self._shape = shape
        self._spacing = spacing
        self._grid = occupancy
        every = range(2 * len(shape.row_heights))
        self._open = [channel for channel in every if channel >> 1 not in self._closed] or every
        self._attempts: tuple[_Attempt, ...] = (
            self._level,
            self._corner_at_target,
            self._corner_at_source,
            self._one_gutter,
            self._one_channel,
            self._late_gutter,
            self._early_gutter,
        )

    def plan(self, wire: Wire, source: Place, target: Place, rank: int) -> Plan:
        """Return the way with the fewest bends that suits the kind of connector.

        ``rank`` is its number among the connectors of the same two cards.
        """
        if source.column == target.column:
            return self._plan_in_column(wire, source, target, rank)
        trip = _Trip(source, target, wire, rank)
        for attempt in self._attempts:
            found = attempt(trip)
            if found is not None:
                return found
        return self._by_gutters(trip)

    def plan_by_channel(self, wire: Wire, source: Place, target: Place, rank: int) -> Plan:
        """Return a way along a channel, where a label finds room."""
        column = source.column
        if column == target.column:
            wish = 2 * max(source.row, target.row)
            return Plan(RIGHT, LEFT, (column + 1, self._find_nearest(wish), column), 1)
        trip = _Trip(source, target, wire, rank)
        return (
            self._one_channel(trip)
            or self._late_gutter(trip)
            or self._early_gutter(trip)
            or self._by_gutters(trip)
        )

    def plan_elsewhere(
        self, wire: Wire, source: Place, target: Place, rank: int, avoid: tuple[int, int]
    ) -> Plan:
        """Return a way that avoids a crowded side of the source, of the target, or of both."""
        if source.column == target.column:
            column = source.column
            around = (Plan(LEFT, LEFT, (column,)), Plan(RIGHT, RIGHT, (column + 1,)))
            found = [plan for plan in around if _is_free(plan, avoid)]
            return found[0] if found else self.plan_by_channel(wire, source, target, rank)
        trip = _Trip(source, target, wire, rank)
        trip.is_strict = False
        for attempt in self._attempts:
            plan = attempt(trip)
            if plan is not None and _is_free(plan, avoid):
                return plan
        out_side = LEFT + RIGHT - trip.out_side if trip.out_side == avoid[0] else trip.out_side
        in_side = LEFT + RIGHT - trip.in_side if trip.in_side == avoid[1] else trip.in_side
        return self._between_sides(trip, out_side, in_side)

    def _between_sides(self, trip: "_Trip", out_side: int, in_side: int) -> Plan:
        """Sideways, by one gutter or two, sideways."""
        first = trip.source.column + (out_side == RIGHT)
        last = trip.target.column + (in_side == RIGHT)
        if first == last:
            return Plan(out_side, in_side, (first,))
        channel = self._find_nearest(2 * trip.target.row + (trip.source.row > trip.target.row))
        return Plan(out_side, in_side, (first, channel, last), 1)

    def _plan_in_column(self, wire: Wire, source: Place, target: Place, rank: int) -> Plan:
        column = source.column
        if _is_straight_down(source, target, rank):
            return Plan(BOTTOM, TOP)
        if _is_straight_down(target, source, rank):
            return Plan(TOP, BOTTOM)
        if wire.kind == "return" or source is target:
            return Plan(RIGHT, RIGHT, (column + 1,))
        return Plan(LEFT, LEFT, (column,))

    def _level(self, trip: "_Trip") -> Plan | None:
        """One straight line through free cells of a row."""
        source, target = trip.source, trip.target
        if source.row != target.row:
            return None
        gap = self._shape.column_gap
        if trip.first_gutter == trip.last_gutter and trip.label_width > _WIDEST_ABREAST * gap:
            return None
        corner = self._spacing.corner
        low = max(source.body_top, target.body_top) + corner
        high = min(source.body_bottom, target.body_bottom) - corner
        return self._find_line(trip, source.row, trip.between, (low, high), (True, True))

    def _find_line(
        self,
        trip: "_Trip",
        row: int,
        columns: tuple[int, int],
        limits: tuple[float, float],
        ends: tuple[bool, bool],
        middle: tuple[int, ...] = (),
    ) -> Plan | None:
        low, high = limits
        first, last = columns
        if first <= last:
            if row in self._closed:
                return None
            low = max(low, self._grid.find_floor(row, first, last))
        # Lines that turn share their range with more others than those between two cards.
        company = trip.rank if all(ends) else trip.rank + 1
        if high - low < self._spacing.level + company * self._spacing.gap:
            return None
        return Plan(trip.out_side, trip.in_side, middle, -1, ends[0], ends[1], low, high)

    def _limits(self, place: Place) -> tuple[float, float]:
        corner = self._spacing.corner
        return place.body_top + corner, place.body_bottom - corner

    def _corner_at_target(self, trip: "_Trip") -> Plan | None:
        """Along the source's row, then down or up into the target: one bend."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            if not 0 <= target.top_reach <= 2 * source.row:
                return None
            side = TOP
        elif source.row > target.row and not trip.is_strict:
            if target.bottom_reach < 2 * source.row + 1:
                return None
            side = BOTTOM
        else:
            return None
        first, last = trip.between
        columns = (first, last + 1) if trip.forward else (first - 1, last)
        limits = self._limits(source)
        plan = self._find_line(trip, source.row, columns, limits, (True, False))
        return plan._replace(target_side=side) if plan else None

    def _corner_at_source(self, trip: "_Trip") -> Plan | None:
        """Down or up from the source, then along the target's row: one bend."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            if source.bottom_reach < 2 * target.row + 1:
                return None
            side = BOTTOM
        elif source.row > target.row:
            if not 0 <= source.top_reach <= 2 * target.row:
                return None
            side = TOP
        else:
            return None
        first, last = trip.between
        columns = (first - 1, last) if trip.forward else (first, last + 1)
        limits = self._limits(target)
        plan = self._find_line(trip, target.row, columns, limits, (False, True))
        return plan._replace(source_side=side) if plan else None

    def _one_gutter(self, trip: "_Trip") -> Plan | None:
        """Sideways, along one gutter, sideways: two bends."""
        first, last = trip.first_gutter, trip.last_gutter
        if first == last:
            wide = trip.source.row == trip.target.row and trip.label_width
            return None if wide else Plan(trip.out_side, trip.in_side, (first,))
        source, target = trip.source, trip.target
        return self._find_line(
            trip, target.row, trip.between, self._limits(target), (False, True), (first,)
        ) or self._find_line(
            trip, source.row, trip.between, self._limits(source), (True, False), (last,)
        )

    def _one_channel(self, trip: "_Trip") -> Plan | None:
        """Down or up, along one channel, down or up: two bends."""
        source, target = trip.source, trip.target
        if source.row == target.row:
            return self._arc(trip)
        if source.row < target.row:
            if source.bottom_reach < 0 or target.top_reach < 0:
                return None
            channel = self._find_open(
                max(2 * source.row + 1, target.top_reach), min(source.bottom_reach, 2 * target.row)
            )
            return None if channel < 0 else Plan(BOTTOM, TOP, (channel,), 0)
        if trip.is_strict or source.top_reach < 0 or target.bottom_reach < 0:
            return None
        channel = self._find_open(
            max(2 * target.row + 1, source.top_reach), min(target.bottom_reach, 2 * source.row)
        )
        return None if channel < 0 else Plan(TOP, BOTTOM, (channel,), 0)

    def _arc(self, trip: "_Trip") -> Plan | None:
        source, target = trip.source, trip.target
        if source.row in self._closed:
            return None
        if trip.forward and source.top_reach >= 0 and target.top_reach >= 0:
            return Plan(TOP, TOP, (2 * source.row,), 0)
        if not trip.forward and source.bottom_reach >= 0 and target.bottom_reach >= 0:
            return Plan(BOTTOM, BOTTOM, (2 * source.row + 1,), 0)
        return None

    def _late_gutter(self, trip: "_Trip") -> Plan | None:
        """Down or up, along a channel, along the gutter before the target, sideways."""
        source, target = trip.source, trip.target
        if source.row in self._closed:
            return None
        if source.row < target.row or (source.row == target.row and not trip.forward):
            side, channel, reach = BOTTOM, 2 * source.row + 1, source.bottom_reach
        else:
            side, channel, reach = TOP, 2 * source.row, source.top_reach
        if reach < 0:
            return None
        return Plan(side, trip.in_side, (channel, trip.last_gutter), 0)

    def _early_gutter(self, trip: "_Trip") -> Plan | None:
        """Sideways, along the gutter behind the source, along a channel, down or up."""
        source, target = trip.source, trip.target
        if target.row in self._closed:
            return None
        if source.row < target.row or (source.row == target.row and trip.forward):
            side, channel, reach = TOP, 2 * target.row, target.top_reach
        elif trip.is_strict:
            return None
        else:
            side, channel, reach = BOTTOM, 2 * target.row + 1, target.bottom_reach
        if reach < 0:
            return None
        return Plan(trip.out_side, side, (trip.first_gutter, channel), 1)

    def _by_gutters(self, trip: "_Trip") -> Plan:
        """Sideways, gutter, channel, gutter, sideways: always possible."""
        source, target = trip.source, trip.target
        if source.row < target.row:
            wish = 2 * target.row
        elif source.row > target.row:
            wish = 2 * target.row + 1
        else:
            wish = 2 * source.row + (0 if trip.forward else 1)
        side, last = trip.in_side, trip.last_gutter
        if last == trip.first_gutter:
            # Round the target, for else the line would turn back in one and the same gutter.
            side, last = trip.out_side, last + (1 if trip.forward else -1)
        middle = (trip.first_gutter, self._find_nearest(wish), last)
        return Plan(trip.out_side, side, middle, 1)

    def _find_nearest(self, wish: int) -> int:
        return min(self._open, key=lambda channel: (abs(channel - wish), channel))

    def _find_open(self, first: int, last: int) -> int:
        """Return the lowest open channel of a range; -1 for none."""
        for channel in range(last, first - 1, -1):
            if channel >> 1 not in self._closed:
                return channel
        return -1


class _Trip:
    """Two cards in different columns and the direction between them.

    ``is_strict`` forbids to enter the target from below: the main flow goes in at the left or at
    the top. ``between`` are the first and the last column between the two.
    """

    __slots__ = (
        "between",
        "first_gutter",
        "forward",
        "in_side",
        "is_strict",
        "label_width",
        "last_gutter",
        "out_side",
        "rank",
        "source",
        "target",
    )

    def __init__(self, source: Place, target: Place, wire: Wire, rank: int) -> None:
        self.rank = rank
        self.source = source
        self.target = target
        self.forward = forward = target.column > source.column
        self.is_strict = forward and wire.kind != "information"
        self.label_width = wire.label_size[0]
        if forward:
            self.out_side, self.in_side = RIGHT, LEFT
            self.first_gutter, self.last_gutter = source.column + 1, target.column
            self.between = (source.column + 1, target.column - 1)
        else:
            self.out_side, self.in_side = LEFT, RIGHT
            self.first_gutter, self.last_gutter = source.column, target.column + 1
            self.between = (target.column + 1, source.column - 1)


_Attempt: TypeAlias = Callable[[_Trip], Plan | None]


def _is_free(plan: Plan, avoid: tuple[int, int]) -> bool:
    return plan.source_side != avoid[0] and plan.target_side != avoid[1]


def _is_straight_down(upper: Place, lower: Place, rank: int) -> bool:
    """Tell whether nothing stands between two cards of a column, one above the other."""
    if lower.above != upper.id or rank >= upper.room:
        return False
    return upper.row == lower.row or lower.top_reach == 2 * upper.row + 1
