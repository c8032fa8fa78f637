"""Keeps book of which connectors take part in which line, side, slot, channel and gutter.

An edit takes a few connectors out and enters them anew; the parts that they touch are noted as
dirty, and only those are laid out again.
"""

from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from blueprint_editor.layout.routing.lines import Line
from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import BOTTOM, RIGHT
from blueprint_editor.layout.routing.ports import (
    SOURCE,
    TARGET,
    OrderKey,
    Route,
    find_body_level,
    find_channel_level,
    find_order,
)
from blueprint_editor.layout.routing.spacing import Spacing, snap_up
from blueprint_editor.layout.routing.tracks import Stretch

BAND = "\n"
"""Follows a connector's id where its label, not the connector itself, takes a track."""

GroupKey: TypeAlias = tuple[int, int]
"""(gutter, row)."""
SlotKey: TypeAlias = tuple[int, str]
"""(column, id of the card above; empty at the top of the column)."""
End: TypeAlias = tuple[str, int]
"""(connector, ``SOURCE`` or ``TARGET``)."""

Part = TypeVar("Part")
Name = TypeVar("Name")
Entry = TypeVar("Entry")


class Book(Generic[Part, Name, Entry]):
    """Entries by name in each part, and the parts that changed since the last look."""

    def __init__(self) -> None:
        self.parts: dict[Part, dict[Name, Entry]] = {}
        self.dirty: set[Part] = set()

    def copy(self) -> "Book[Part, Name, Entry]":
        twin: Book[Part, Name, Entry] = Book()
        twin.parts = {part: dict(entries) for part, entries in self.parts.items()}
        return twin

    def enter(self, part: Part, name: Name, entry: Entry) -> None:
        entries = self.parts.get(part)
        if entries is None:
            entries = self.parts[part] = {}
        entries[name] = entry
        self.dirty.add(part)

    def strike(self, part: Part, name: Name) -> None:
        del self.parts[part][name]
        self.dirty.add(part)

    def take_dirty(self) -> set[Part]:
        """Return the dirty parts and count them as clean from now on."""
        dirty, self.dirty = self.dirty, set()
        return dirty


class SidePort(NamedTuple):
    """A connector's end at the left or right side of a card.

    ``flank`` is -1 for cards left of the gutter, 1 for those right of it, and 2 where a line from
    farther away turns in the gutter.
    """

    flank: int
    body_top: float
    order: OrderKey
    id: str
    end: int
    body_bottom: float
    is_line: bool


class Crossing(NamedTuple):
    """A connector that meets cards from above or below, in the free space of a column.

    ``low`` and ``high`` limit its place, from the cards' left; ``label`` is the width of a label
    that stands beside it.
    """

    order: OrderKey
    id: str
    ends: tuple[int, ...]
    low: float
    high: float
    label: float


class Room(NamedTuple):
    """Width that a gutter keeps for a label.

    ``side`` is -1 left of its tracks, 1 right of them, 0 where no track need pass.
    """

    side: int
    width: float


class Ledger:
    """The parts of the grid and who takes part in them, by connector id."""

    def __init__(self, spacing: Spacing, widths: tuple[float, ...]) -> None:
        self._spacing = spacing
        self._widths = widths
        self.routes: dict[str, Route] = {}
        self.reach: dict[str, tuple[int, int]] = {}
        self.lines: Book[int, str, Line] = Book()
        self.groups: Book[GroupKey, End, SidePort] = Book()
        self.slots: Book[SlotKey, End, Crossing] = Book()
        self.channels: Book[int, str, Stretch] = Book()
        self.gutters: Book[int, str, int] = Book()
        self.rooms: Book[int, str, Room] = Book()
        self._entries: dict[str, list[tuple[Book[Any, Any, Any], Any, Any]]] = {}

    def copy(self) -> "Ledger":
        """Return an independent copy, with nothing dirty."""
        twin = Ledger(self._spacing, self._widths)
        twin.routes = dict(self.routes)
        twin.reach = dict(self.reach)
        books = {}
        for name in ("lines", "groups", "slots", "channels", "gutters", "rooms"):
            book = getattr(self, name)
            books[id(book)] = book.copy()
            setattr(twin, name, books[id(book)])
        twin._entries = {
            wire: [(books[id(book)], part, name) for book, part, name in entries]
            for wire, entries in self._entries.items()
        }
        return twin

    def strike(self, wire: str) -> None:
        """Take a connector out."""
        del self.routes[wire]
        del self.reach[wire]
        for book, part, name in self._entries.pop(wire):
            book.strike(part, name)
            if book is self.groups:
                self.lines.dirty.add(part[1])

    def enter(self, route: Route) -> None:
        """Enter a connector that is not in the ledger."""
        wire = route.wire.id
        plan = route.plan
        self.routes[wire] = route
        entries: list[tuple[Book[Any, Any, Any], Any, Any]] = []
        self._entries[wire] = entries
        source_side, target_side, middle, source_line, target_line, _, _ = plan
        if source_line or target_line:
            self._enter_line(route, entries)
        if plan.is_upright:
            self._enter_crossing(route, (SOURCE, TARGET), entries)
        else:
            if source_side & 1:
                self._enter_crossing(route, (SOURCE,), entries)
            else:
                self._enter_port(route, SOURCE, route.source, source_side, entries)
            if target_side & 1:
                self._enter_crossing(route, (TARGET,), entries)
            else:
                self._enter_port(route, TARGET, route.target, target_side, entries)
        if middle:
            self._enter_middle(route, entries)
        if route.wire.label_size[0]:
            self._enter_label(route, entries)
        self.reach[wire] = _find_reach(route)

    def _enter_line(
        self, route: Route, entries: list[tuple[Book[Any, Any, Any], Any, Any]]
    ) -> None:
        plan, wire = route.plan, route.wire.id
        source, target = 2 * route.source.column + 1, 2 * route.target.column + 1
        row = route.source.row
        if plan.is_level:
            ends = (source, target)
        elif plan.source_line:
            ends = (source, 2 * plan.middle[0] if plan.middle else target)
            if plan.middle:
                self._enter_turn(route, SOURCE, (plan.middle[0], row), entries)
        else:
            row = route.target.row
            ends = (2 * plan.middle[-1] if plan.middle else source, target)
            if plan.middle:
                self._enter_turn(route, TARGET, (plan.middle[-1], row), entries)
        line = Line(min(ends), max(ends), plan.low, plan.high, route.rank, wire)
        self.lines.enter(row, wire, line)
        entries.append((self.lines, row, wire))

    def _enter_turn(
        self,
        route: Route,
        end: int,
        group: GroupKey,
        entries: list[tuple[Book[Any, Any, Any], Any, Any]],
    ) -> None:
        wire = route.wire.id
        self.groups.enter(
            group, (wire, end + 2), SidePort(2, 0.0, (0, 0.0, 0.0, 0), wire, end, 0.0, True)
        )
        entries.append((self.groups, group, (wire, end + 2)))

    def _enter_port(
        self,
        route: Route,
        end: int,
        place: Place,
        side: int,
        entries: list[tuple[Book[Any, Any, Any], Any, Any]],
    ) -> None:
        wire, plan = route.wire.id, route.plan
        is_right = side == RIGHT
        group = (place.column + is_right, place.row)
        is_line = plan.target_line if end else plan.source_line
        name = (wire, end)
        self.groups.enter(
            group,
            name,
            SidePort(
                -1 if is_right else 1,
                place.body_top,
                find_order(route, end),
                wire,
                end,
                place.body_bottom,
                is_line,
            ),
        )
        entries.append((self.groups, group, name))
        self.lines.dirty.add(place.row)

    def _enter_crossing(
        self,
        route: Route,
        ends: tuple[int, ...],
        entries: list[tuple[Book[Any, Any, Any], Any, Any]],
    ) -> None:
        plan, wire = route.plan, route.wire.id
        low, high = 0.0, 1e9
        for end in ends:
            place, side = (
                (route.target, plan.target_side) if end else (route.source, plan.source_side)
            )
            corner, width = self._spacing.corner, self._widths[place.column]
            has_strip = side == BOTTOM and place.strip
            low = max(low, place.strip if has_strip else corner)
            high = min(high, max(low, width - corner))
            slot = (place.column, place.id if side == BOTTOM else place.above)
        if high < low:
            low = high = (low + high) / 2
        label = route.wire.label_size[0] if plan.channel_part < 0 else 0.0
        name = (wire, ends[0])
        self.slots.enter(
            slot, name, Crossing(find_order(route, ends[0]), wire, ends, low, high, label)
        )
        entries.append((self.slots, slot, name))

    def _enter_middle(
        self, route: Route, entries: list[tuple[Book[Any, Any, Any], Any, Any]]
    ) -> None:
        wire, plan = route.wire.id, route.plan
        channel_part = plan.channel_part
        for part, number in enumerate(plan.middle):
            if part == channel_part:
                self.channels.enter(number, wire, _find_channel_stretch(route, self._spacing))
                entries.append((self.channels, number, wire))
            else:
                self.gutters.enter(number, wire, part)
                entries.append((self.gutters, number, wire))

    def _enter_label(
        self, route: Route, entries: list[tuple[Book[Any, Any, Any], Any, Any]]
    ) -> None:
        wire, plan = route.wire, route.plan
        width = snap_up(wire.label_size[0] + 2 * self._spacing.label)
        name = wire.id + BAND
        if route.force == 2:
            gutter, side = _find_label_gutter(route)
            self.rooms.enter(gutter, name, Room(side, width))
            entries.append((self.rooms, gutter, name))
        elif plan.is_level:
            if abs(route.source.column - route.target.column) == 1:
                gutter = max(route.source.column, route.target.column)
                self.rooms.enter(gutter, name, Room(0, width))
                entries.append((self.rooms, gutter, name))
        elif route.force == 1 and not plan.middle:
            channel, column = find_band(route)
            height = snap_up(wire.label_size[1] + 2 * self._spacing.label)
            position = 2 * column + 1
            band = Stretch(position, position, 1, 1, route.rank, name, height)
            self.channels.enter(channel, name, band)
            entries.append((self.channels, channel, name))


def find_band(route: Route) -> tuple[int, int]:
    """Return the channel and the column of a label beside a connector without gutter."""
    plan, source, target = route.plan, route.source, route.target
    if plan.is_upright:
        return 2 * max(source.row, target.row), source.column
    if plan.target_side & 1:
        return 2 * target.row + (plan.target_side == BOTTOM), target.column
    return 2 * source.row + (plan.source_side == BOTTOM), source.column


def _find_label_gutter(route: Route) -> tuple[int, int]:
    low, high = _find_channel_ends(route)
    if low % 2 == 0:
        return low // 2, 1
    if high % 2 == 0:
        return high // 2, -1
    return (low + 1) // 2, 1


def _find_channel_ends(route: Route) -> tuple[int, int]:
    middle, part = route.plan.middle, route.plan.channel_part
    start = 2 * middle[part - 1] if part else 2 * route.source.column + 1
    stop = 2 * middle[part + 1] if part + 1 < len(middle) else 2 * route.target.column + 1
    return min(start, stop), max(start, stop)


def _find_channel_stretch(route: Route, spacing: Spacing) -> Stretch:
    plan = route.plan
    middle, part = plan.middle, plan.channel_part
    level = find_channel_level(middle[part])
    start = 2 * middle[part - 1] if part else 2 * route.source.column + 1
    stop = 2 * middle[part + 1] if part + 1 < len(middle) else 2 * route.target.column + 1
    start_side = -1 if find_body_level(route.source) < level else 1
    stop_side = -1 if find_body_level(route.target) < level else 1
    if start > stop:
        start, stop, start_side, stop_side = stop, start, stop_side, start_side
    height = route.wire.label_size[1]
    size = snap_up(height + 2 * spacing.label) if height else 0.0
    return Stretch(start, stop, start_side, stop_side, route.rank, route.wire.id, size)


def _find_reach(route: Route) -> tuple[int, int]:
    """Return how far right and down a connector reaches.

    As 2 × gutter or 2 × column + 1, and as 3 × row, + 1 for the row's stacks, + 2 for the channel
    below them.
    """
    plan, source, target = route.plan, route.source, route.target
    right = 2 * max(source.column, target.column) + 1
    down = 3 * max(source.row, target.row) + 1
    channel_part = plan.channel_part
    for part, number in enumerate(plan.middle):
        if part == channel_part:
            down = max(down, 3 * (number >> 1) + 2 * (number & 1))
        else:
            right = max(right, 2 * number)
    return right + 2 if route.wire.label_size[0] else right, down
