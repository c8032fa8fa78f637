"""What a connector takes part in: lines, sides of cards, slots, channels, gutters.

All of it follows from its route alone, so equal routes have equal entries.
"""

from typing import Any, NamedTuple, TypeAlias

from blueprint_editor.layout.routing.lines import Line
from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import BOTTOM, RIGHT
from blueprint_editor.layout.routing.ports import (
    SOURCE,
    TARGET,
    OrderKey,
    Route,
    find_channel_level,
    find_order,
)
from blueprint_editor.layout.routing.spacing import Spacing, snap_up
from blueprint_editor.layout.routing.tracks import Stretch

LINES, GROUPS, SLOTS, CHANNELS, GUTTERS, ROOMS = range(6)
"""The kinds of parts.

Lines by row, ends at the left and right sides of cards by (gutter, row), ends at their top and
bottom sides by column, stretches along channels and gutters by their number, and rooms for labels
by gutter.
"""

BAND = "\n"
"""Follows a connector's id where its label, not the connector itself, takes a track."""

GroupKey: TypeAlias = tuple[int, int]
End: TypeAlias = tuple[str, int]
"""(connector, ``SOURCE`` or ``TARGET``)."""
Entry: TypeAlias = tuple[int, Any, Any, Any]
"""(kind, part, name in the part, what is entered)."""


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

    ``slot`` names that space by the card above it; empty at the top of the column. ``low`` and
    ``high`` limit its place, from the cards' left; ``label`` is the width of a label that stands
    beside it.
    """

    slot: str
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


Lines: TypeAlias = dict[int, dict[str, Line]]
Groups: TypeAlias = dict[GroupKey, dict[End, SidePort]]
Slots: TypeAlias = dict[int, dict[End, Crossing]]
Channels: TypeAlias = dict[int, dict[str, Stretch]]
Rooms: TypeAlias = dict[int, dict[str, Room]]
"""The parts of one kind, each with its entries by name."""


def list_entries(route: Route, spacing: Spacing, widths: tuple[float, ...]) -> list[Entry]:
    """Return all that a connector takes part in; ``widths`` are those of the columns."""
    wire, source, target, plan, _, _ = route
    source_side, target_side, middle, channel_part, source_line, target_line, _, _ = plan
    entries: list[Entry] = []
    if source_line or target_line:
        _add_line(route, entries)
    if not middle and source_side & target_side & 1:
        entries.append(_find_crossing(route, (SOURCE, TARGET), spacing, widths))
    else:
        if source_side & 1:
            entries.append(_find_crossing(route, (SOURCE,), spacing, widths))
        else:
            entries.append(_find_port(route, SOURCE, source, source_side == RIGHT, source_line))
        if target_side & 1:
            entries.append(_find_crossing(route, (TARGET,), spacing, widths))
        else:
            entries.append(_find_port(route, TARGET, target, target_side == RIGHT, target_line))
    if middle:
        for part, number in enumerate(middle):
            if part == channel_part:
                entries.append((CHANNELS, number, wire.id, _find_channel_stretch(route, spacing)))
            else:
                entries.append((GUTTERS, number, wire.id, part))
    if wire.label_size[0]:
        _add_label(route, spacing, entries)
    return entries


def _add_line(route: Route, entries: list[Entry]) -> None:
    wire, source, target, plan, rank, _ = route
    name, middle = wire.id, plan.middle
    start, stop = 2 * source.column + 1, 2 * target.column + 1
    row = source.row if plan.source_line else target.row
    sides: list[tuple[str, int]] = []
    turn = -1
    if plan.source_line:
        sides.append((source.id, plan.source_side))
        if middle:
            turn, end = middle[0], SOURCE
            stop = 2 * turn
    if plan.target_line:
        sides.append((target.id, plan.target_side))
        if middle:
            turn, end = middle[-1], TARGET
            start = 2 * turn
    if start > stop:
        start, stop = stop, start
    line = Line(start, stop, plan.low, plan.high, rank, name, tuple(sides))
    entries.append((LINES, row, name, line))
    if turn >= 0:
        port = SidePort(2, 0.0, (0, 0.0, 0.0, 0), name, end, 0.0, True)
        entries.append((GROUPS, (turn, row), (name, end + 2), port))


def _find_port(route: Route, end: int, place: Place, is_right: bool, is_line: bool) -> Entry:
    name = route.wire.id
    flank, order = -1 if is_right else 1, find_order(route, end)
    found = (flank, place.body_top, order, name, end, place.body_bottom, is_line)
    # What SidePort(…) does, in half its time: nearly all ends of connectors are such.
    port = tuple.__new__(SidePort, found)
    return GROUPS, (place.column + is_right, place.row), (name, end), port


def _find_crossing(
    route: Route, ends: tuple[int, ...], spacing: Spacing, widths: tuple[float, ...]
) -> Entry:
    wire, source, target, plan, _, _ = route
    low, high = spacing.corner, 1e9
    for end in ends:
        place, side = (target, plan.target_side) if end else (source, plan.source_side)
        width = widths[place.column]
        if side == BOTTOM and place.strip > low:
            low = place.strip
        high = max(low, min(high, width - spacing.corner))
        slot = place.id if side == BOTTOM else place.above
    label = wire.label_size[0] if plan.channel_part < 0 else 0.0
    crossing = Crossing(slot, find_order(route, ends[0]), wire.id, ends, low, high, label)
    return SLOTS, place.column, (wire.id, ends[0]), crossing


def _find_channel_stretch(route: Route, spacing: Spacing) -> Stretch:
    wire, source, target, plan, rank, _ = route
    level = find_channel_level(plan.middle[plan.channel_part])
    start, stop = find_channel_ends(route)
    start_side = -1 if source.level < level else 1
    stop_side = -1 if target.level < level else 1
    height = wire.label_size[1]
    size = snap_up(height + 2 * spacing.label) if height else 0.0
    if start > stop:
        return Stretch(stop, start, stop_side, start_side, rank, wire.id, size)
    return Stretch(start, stop, start_side, stop_side, rank, wire.id, size)


def find_channel_ends(route: Route) -> tuple[int, int]:
    """Return between which gutters (2 × number) or columns (2 × number + 1) a channel is used."""
    middle, part = route.plan.middle, route.plan.channel_part
    start = 2 * middle[part - 1] if part else 2 * route.source.column + 1
    stop = 2 * middle[part + 1] if part + 1 < len(middle) else 2 * route.target.column + 1
    return start, stop


def _add_label(route: Route, spacing: Spacing, entries: list[Entry]) -> None:
    wire, source, target, plan, rank, force = route
    name = wire.id + BAND
    width = snap_up(wire.label_size[0] + 2 * spacing.label)
    if force == 2:
        gutter, side = find_label_gutter(route)
        entries.append((ROOMS, gutter, name, Room(side, width)))
    elif plan.is_level:
        if abs(source.column - target.column) == 1:
            gutter = max(source.column, target.column)
            entries.append((ROOMS, gutter, name, Room(0, width)))
    elif force == 1 and not plan.middle:
        channel, column = find_band(route)
        height = snap_up(wire.label_size[1] + 2 * spacing.label)
        position = 2 * column + 1
        band = Stretch(position - 1, position + 1, 1, 1, rank, name, height)
        entries.append((CHANNELS, channel, name, band))


def find_label_gutter(route: Route) -> tuple[int, int]:
    """Return the gutter that keeps room for a label, and on which side of its tracks."""
    low, high = sorted(find_channel_ends(route))
    if low % 2 and high % 2 == 0:
        return high // 2, -1
    return (low + 1) // 2, 1


def find_band(route: Route) -> tuple[int, int]:
    """Return the channel and the column of a label beside a connector without gutter."""
    plan, source, target = route.plan, route.source, route.target
    if plan.is_upright:
        return 2 * max(source.row, target.row), source.column
    if plan.target_side & 1:
        return 2 * target.row + (plan.target_side == BOTTOM), target.column
    return 2 * source.row + (plan.source_side == BOTTOM), source.column


class Span(NamedTuple):
    """A block of the grid: frames (2 × gutter, 2 × column + 1) and rows, ends included."""

    first: int
    last: int
    top: int
    bottom: int


def list_spans(route: Route) -> list[Span]:
    """Return where a connector may stand in the way of labels: its upright parts and lines."""
    _, source, target, plan, _, _ = route
    middle, channel_part = plan.middle, plan.channel_part
    rows = [source.row, target.row]
    if channel_part >= 0:
        rows.insert(1, middle[channel_part] >> 1)
    uprights = [2 * number for part, number in enumerate(middle) if part != channel_part]
    if plan.source_side & 1:
        uprights.insert(0, 2 * source.column + 1)
    if plan.target_side & 1 and not plan.is_upright:
        uprights.append(2 * target.column + 1)
    spans = [
        Span(frame, frame, min(rows[i : i + 2]), max(rows[i : i + 2]))
        for i, frame in enumerate(uprights)
    ]
    for row, is_line in ((source.row, plan.source_line), (target.row, plan.target_line)):
        if is_line:
            columns = (source.column, target.column)
            spans.append(Span(2 * min(columns), 2 * max(columns) + 2, row, row))
    return spans


def find_reach(route: Route) -> Span:
    """Return which frames a connector's points and label count from.

    Rows are given threefold: 3 × row for the channel above, + 1 for the stacks, + 2 for the
    channel below.
    """
    _, source, target, plan, _, _ = route
    first, last = 2 * source.column + 1, 2 * target.column + 1
    if first > last:
        first, last = last, first
    top, bottom = 3 * source.row + 1, 3 * target.row + 1
    if top > bottom:
        top, bottom = bottom, top
    channel_part = plan.channel_part
    for part, number in enumerate(plan.middle):
        if part == channel_part:
            level = 3 * (number >> 1) + 2 * (number & 1)
            top, bottom = min(top, level), max(bottom, level)
        else:
            first, last = min(first, 2 * number), max(last, 2 * number)
    if route.wire.label_size[0]:
        return Span(max(0, first - 2), last + 2, max(0, top - 2), bottom + 2)
    return Span(first, last, top, bottom)


def find_block(route: Route) -> Span:
    """Return on what a label's place may depend: the block of its connector and beside it."""
    plan, source, target = route.plan, route.source, route.target
    frames = [2 * source.column + 1, 2 * target.column + 1]
    rows = [source.row, target.row]
    for part, number in enumerate(plan.middle):
        if part == plan.channel_part:
            rows.append(number >> 1)
        else:
            frames.append(2 * number)
    return Span(max(0, min(frames) - 1), max(frames) + 1, min(rows), max(rows))
