"""One complete routing of the grid, kept so that an edit renews only what it touches.

Heights across gutters are coded: ``row × ROW_CODE`` plus the height in its zone, so that the order
of two heights is known although the rows have no places yet, and does not change when they move.
"""

from collections.abc import Iterable
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.routing.entries import (
    CHANNELS,
    GROUPS,
    GUTTERS,
    LINES,
    ROOMS,
    SLOTS,
)
from blueprint_editor.layout.routing.grid import GridShape
from blueprint_editor.layout.routing.ledger import Ledger
from blueprint_editor.layout.routing.lines import (
    Line,
    LineIndex,
    find_companies,
    place_company,
)
from blueprint_editor.layout.routing.occupancy import Occupancy
from blueprint_editor.layout.routing.parts import (
    EMPTY_CHANNEL,
    ChannelLayout,
    GutterLayout,
    RowLayout,
    lay_channel,
    lay_gutter,
    lay_row,
    place_group,
    place_slot,
)
from blueprint_editor.layout.routing.plans import RIGHT
from blueprint_editor.layout.routing.ports import SOURCE, TARGET, Route
from blueprint_editor.layout.routing.spacing import Spacing, snap_up
from blueprint_editor.layout.routing.tracks import Stretch

ROW_CODE = 1e6
BODY_CODE = 2e5
BOTTOM_CODE = 6e5


_find_slot = attrgetter("slot")

Upright: TypeAlias = tuple[float, float, float, str, int, int]
"""(place, top, bottom, connector, side to which it turns at its top, at its bottom).

Tops and bottoms are coded heights; sides are -1 for left, 1 for right, 0 where it meets a card.
"""


class Touched(NamedTuple):
    """What an update of a layer changed.

    Attributes:
        wires: connectors whose ends, line or tracks moved in their frames.
        routes: what of them stood there before.
        rows: rows in which the free space below cards reaches elsewhere.
        laid: all rows that are laid out otherwise.
        gutters: gutters whose width changed.
        cells: (row, column) of stacks that end elsewhere.
    """

    wires: set[str]
    routes: list[Route]
    rows: set[int]
    laid: set[int]
    gutters: set[int]
    cells: set[tuple[int, int]]


class Layer:
    """The state of one routing: ends, lines, tracks, rows and gutters."""

    def __init__(self, shape: GridShape, spacing: Spacing, occupancy: Occupancy) -> None:
        self.shape = shape
        self.spacing = spacing
        self.occupancy = occupancy
        self.ledger = Ledger(spacing, occupancy.widths)
        self.forces: dict[str, int] = {}
        self.line_heights: dict[str, float] = {}
        self.ends: tuple[dict[str, float], dict[str, float]] = ({}, {})
        self.channels: dict[int, ChannelLayout] = {}
        self._companies: dict[int, dict[str, list[Line]]] = {}
        self._lines: dict[int, LineIndex] = {}
        self._uprights: dict[int, list[Upright]] = {}
        count = occupancy.column_count
        half, whole = snap_up(shape.column_gap / 2), snap_up(shape.column_gap)
        self._bases = [half, *[whole] * (count - 1), half] if count else [0.0]
        self.gutters = [GutterLayout(base, {}, [], base / 2, base / 2) for base in self._bases]
        self._row_gap = snap_up(shape.row_gap)
        self.rows = [self._lay_row(row) for row in range(occupancy.row_count)]

    def copy(self) -> "Layer":
        """Return an independent copy."""
        twin = Layer.__new__(Layer)
        twin.__dict__.update(self.__dict__)
        twin.ledger = self.ledger.copy()
        twin.forces = dict(self.forces)
        twin.line_heights = dict(self.line_heights)
        twin.ends = (dict(self.ends[0]), dict(self.ends[1]))
        twin.channels = dict(self.channels)
        twin._companies = dict(self._companies)  # noqa: SLF001
        twin._lines = dict(self._lines)  # noqa: SLF001
        twin._uprights = dict(self._uprights)  # noqa: SLF001
        twin.gutters = list(self.gutters)
        twin.rows = list(self.rows)
        return twin

    def update(
        self,
        removed: Iterable[str],
        routes: Iterable[Route],
        cells: set[tuple[int, int]],
        rows: Iterable[int],
    ) -> Touched:
        """Take connectors out, enter others (anew) and lay out all that they touch.

        ``cells`` (row, column) are those whose stacks end elsewhere now, ``rows`` those with
        another least height.
        """
        ledger = self.ledger
        touched = Touched(set(), [], set(), set(), set(), cells)
        is_first = not self._companies
        for name in removed:
            if name in ledger.routes:
                touched.routes.append(ledger.strike(name))
        for route in routes:
            name = route.wire.id
            if name in ledger.routes:
                touched.routes.append(ledger.strike(name))
            ledger.enter(route, is_first=is_first)
            touched.wires.add(name)
        self._place_lines(touched)
        self._place_groups(touched)
        self._place_slots(touched)
        dirty_rows = set(rows)
        dirty_rows.update(row for row, _ in cells)
        self._lay_channels(touched, dirty_rows)
        self._lay_rows(dirty_rows, touched)
        self._lay_gutters(touched)
        self._forget_uprights(touched)
        return touched

    def _forget_uprights(self, touched: Touched) -> None:
        if self._uprights:
            routes = self.ledger.routes
            for route in (*touched.routes, *(routes[name] for name in touched.wires)):
                self._uprights.pop(route.source.column, None)
                self._uprights.pop(route.target.column, None)

    def list_uprights(self, frame: int) -> list[Upright]:
        """Return the upright stretches in a gutter (2 × number) or column (2 × number + 1)."""
        number = frame >> 1
        if frame % 2 == 0:
            return self.gutters[number].stretches
        found = self._uprights.get(number)
        if found is None:
            found = self._uprights[number] = [
                self._find_upright(name, end) for name, end in self.ledger.slots.get(number, ())
            ]
        return found

    def _find_upright(self, name: str, end: int) -> Upright:
        route = self.ledger.routes[name]
        middle = route.plan.middle
        low = self.code_end(route, end)
        if middle:
            high = self.code_channel(middle[0 if end == SOURCE else -1], name)
        else:
            high = self.code_end(route, 1 - end)
        if low > high:
            low, high = high, low
        return self.ends[end][name], low, high, name, 0, 0

    def _place_lines(self, touched: Touched) -> None:
        ledger = self.ledger
        sides = ledger.dirty_sides
        for row in ledger.take_dirty(LINES):
            lines = ledger.lines.get(row, {})
            soiled = {name for name, line in lines.items() if not sides.isdisjoint(line.sides)}
            before = self._companies.get(row, {})
            after = self._companies[row] = {}
            for company in find_companies(lines.values()):
                first = company[0].id
                after[first] = company
                if before.get(first) == company and soiled.isdisjoint(
                    [line.id for line in company]
                ):
                    continue
                narrowed = [self._leave_room(line) for line in company]
                for name, height in place_company(narrowed, self.spacing.gap).items():
                    self._set_line(name, height, row, touched)
            self._lines[row] = LineIndex(chain.from_iterable(after.values()))
        sides.clear()

    def find_lines(self, row: int, first: int, last: int) -> list[Line]:
        """Return the lines of a row that reach into some frames (see ``Line``)."""
        index = self._lines.get(row)
        return [] if index is None else index.find(first, last)

    def _set_line(self, name: str, height: float, row: int, touched: Touched) -> None:
        """Give a line its height; what it meets must be laid again where that is a new one."""
        groups, gutters = self.ledger.dirty[GROUPS], self.ledger.dirty[GUTTERS]
        route = self.ledger.routes[name]
        plan = route.plan
        is_known = self.line_heights.get(name) == height
        self.line_heights[name] = height
        for end, is_line in ((SOURCE, plan.source_line), (TARGET, plan.target_line)):
            if is_line and self.ends[end].get(name) != height:
                self.ends[end][name] = height
                is_known = False
        if is_known:
            return
        touched.wires.add(name)
        if plan.source_line:
            groups.add((route.source.column + (plan.source_side == RIGHT), row))
        if plan.target_line:
            groups.add((route.target.column + (plan.target_side == RIGHT), row))
        for part, number in enumerate(plan.middle):
            if part != plan.channel_part:
                groups.add((number, row))
                gutters.add(number)

    def _leave_room(self, line: Line) -> Line:
        """Narrow a line's limits so that the other ports of its cards find room beside it."""
        route = self.ledger.routes[line.id]
        low, high = line.low, line.high
        plan = route.plan
        if plan.source_line:
            low, high = self._leave_room_beside(route, SOURCE, low, high)
        if plan.target_line:
            low, high = self._leave_room_beside(route, TARGET, low, high)
        return line if low == line.low and high == line.high else line._replace(low=low, high=high)

    def _leave_room_beside(
        self, route: Route, end: int, low: float, high: float
    ) -> tuple[float, float]:
        place, side, name = route.source, route.plan.source_side, route.wire.id
        if end == TARGET:
            place, side = route.target, route.plan.target_side
        is_right = side == RIGHT
        ports = self.ledger.groups[place.column + is_right, place.row]
        if len(ports) == 1:
            return low, high
        flank, top = (-1 if is_right else 1), place.body_top
        own = ports[name, end]
        before = after = 0
        for port in ports.values():
            if port.flank == flank and port.body_top == top and not port.is_line:
                if port < own:
                    before += 1
                else:
                    after += 1
        if not before and not after:
            return low, high
        gap, corner = self.spacing.gap, self.spacing.corner
        least = max(low, place.body_top + corner + before * gap)
        most = min(high, place.body_bottom - corner - after * gap)
        return (least, most) if most - least > (high - low) / 2 else (low, high)

    def _place_groups(self, touched: Touched) -> None:
        ledger = self.ledger
        for group in ledger.take_dirty(GROUPS):
            ports = ledger.groups.get(group)
            if not ports:
                continue
            for name, end, height in place_group(ports.values(), self.line_heights, self.spacing):
                if self.ends[end].get(name) != height:
                    self.ends[end][name] = height
                    touched.wires.add(name)
                    ledger.dirty[GUTTERS].add(group[0])

    def _place_slots(self, touched: Touched) -> None:
        ledger = self.ledger
        for column in ledger.take_dirty(SLOTS):
            width = self.occupancy.widths[column]
            crossings = sorted(ledger.slots[column].values())
            for _, slot in groupby(crossings, key=_find_slot):
                for crossing, place in place_slot(list(slot), width, self.spacing):
                    for end in crossing.ends:
                        if self.ends[end].get(crossing.id) != place:
                            self.ends[end][crossing.id] = place
                            touched.wires.add(crossing.id)

    def _lay_channels(self, touched: Touched, rows: set[int]) -> None:
        ledger, spacing = self.ledger, self.spacing
        for channel in ledger.take_dirty(CHANNELS):
            edges = (spacing.stub, spacing.edge) if channel & 1 else (spacing.edge, spacing.stub)
            before = self.channels.get(channel, EMPTY_CHANNEL)
            after = lay_channel(ledger.channels[channel].values(), *edges, spacing)
            if after == before:
                continue
            self.channels[channel] = after
            rows.add(channel >> 1)
            for name, height in after.heights.items():
                if before.heights.get(name) != height:
                    self._touch_channel(name, touched)

    def _touch_channel(self, name: str, touched: Touched) -> None:
        name = name.rstrip("\n")
        touched.wires.add(name)
        plan = self.ledger.routes[name].plan
        for part, number in enumerate(plan.middle):
            if part != plan.channel_part:
                self.ledger.dirty[GUTTERS].add(number)

    def _lay_rows(self, rows: Iterable[int], touched: Touched) -> None:
        """Lay out rows whose stacks, channels or least height may have changed."""
        for row in rows:
            before, after = self.rows[row], self._lay_row(row)
            if before != after:
                self.rows[row] = after
                touched.laid.add(row)
                if before.depth != after.depth:
                    touched.rows.add(row)

    def _lay_row(self, row: int) -> RowLayout:
        return lay_row(
            snap_up(self.shape.row_heights[row]),
            self._row_gap,
            max(self.occupancy.foot[row], default=0.0),
            self.channels.get(2 * row, EMPTY_CHANNEL),
            self.channels.get(2 * row + 1, EMPTY_CHANNEL),
            self.spacing,
        )

    def _lay_gutters(self, touched: Touched) -> None:
        ledger = self.ledger
        for gutter in ledger.take_dirty(GUTTERS) | ledger.take_dirty(ROOMS):
            stretches = [
                self._find_stretch(ledger.routes[name], part)
                for name, part in ledger.gutters.get(gutter, {}).items()
            ]
            rooms = ledger.rooms.get(gutter, {})
            before = self.gutters[gutter]
            after = lay_gutter(stretches, rooms, self._bases[gutter], self.spacing)
            if after == before:
                continue
            self.gutters[gutter] = after
            if after.width != before.width:
                touched.gutters.add(gutter)
            for name, offset in after.offsets.items():
                if before.offsets.get(name) != offset:
                    touched.wires.add(name)

    def _find_stretch(self, route: Route, part: int) -> Stretch:
        plan, name = route.plan, route.wire.id
        middle = plan.middle
        here = 2 * middle[part]
        source, target = route.source, route.target
        if part:
            start = self.code_channel(middle[part - 1], name)
            far = 2 * middle[part - 2] if part > 1 else 2 * source.column + 1
        else:
            start = source.row * ROW_CODE + BODY_CODE + self.ends[SOURCE][name]
            far = 2 * source.column + 1
        start_side = -1 if far < here else 1
        if part + 1 < len(middle):
            stop = self.code_channel(middle[part + 1], name)
            far = 2 * middle[part + 2] if part + 2 < len(middle) else 2 * target.column + 1
        else:
            stop = target.row * ROW_CODE + BODY_CODE + self.ends[TARGET][name]
            far = 2 * target.column + 1
        stop_side = -1 if far < here else 1
        if start > stop:
            start, stop, start_side, stop_side = stop, start, stop_side, start_side
        # What Stretch(…) does, in half its time: it is made again and again.
        found = (start, stop, start_side, stop_side, route.rank, name, 0.0)
        return tuple.__new__(Stretch, found)

    def code_channel(self, channel: int, name: str) -> float:
        """Return the coded height of a connector's track in a channel."""
        height = self.channels[channel].heights[name]
        return (channel >> 1) * ROW_CODE + (BOTTOM_CODE if channel & 1 else 0.0) + height

    def code_end(self, route: Route, end: int) -> float:
        """Return the coded height at which a connector meets its card."""
        place = route.target if end else route.source
        side = route.plan.target_side if end else route.plan.source_side
        if side & 1:
            height = place.body_top if side == 1 else place.body_bottom
        else:
            height = self.ends[end][route.wire.id]
        return place.row * ROW_CODE + BODY_CODE + height
