"""Lays out single parts of the grid: a side group, a slot, a channel, a gutter.

Each is a function of who takes part in it, so that what has not changed need not be laid again.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from blueprint_editor.layout.routing.entries import Crossing, Room, SidePort
from blueprint_editor.layout.routing.spacing import Spacing, snap
from blueprint_editor.layout.routing.spread import Wish, spread
from blueprint_editor.layout.routing.tracks import Stretch, assign_tracks

_Named = tuple[Wish, str, int]


def place_group(
    ports: Collection[SidePort], lines: Mapping[str, float], spacing: Spacing
) -> list[tuple[str, int, float]]:
    """Return (connector, end, height) of the ports on both sides of a gutter in one row.

    Stubs from both sides keep apart, for they may lie above each other in the gutter. Ports of
    lines stand already at the heights ``lines``.
    """
    if len(ports) == 1:
        (port,) = ports
        height = snap((port.body_top + port.body_bottom) / 2)
        return [] if port.is_line else [(port.id, port.end, height)]
    if False not in [port.is_line for port in ports]:
        return []
    named: list[_Named] = []
    side: list[SidePort] = []
    for port in sorted(ports):
        if side and (side[0].flank != port.flank or side[0].body_top != port.body_top):
            _wish_side(side, lines, spacing, named)
            side = []
        side.append(port)
    _wish_side(side, lines, spacing, named)
    named.sort()
    wishes: list[Wish] = []
    owners: list[tuple[str, int]] = []
    for wish, name, end in named:
        if end < 0 and owners and owners[-1] == (name, end):
            continue  # both ends of one line between neighbours
        wishes.append(wish)
        owners.append((name, end))
    heights = spread(wishes, spacing.gap)
    return [
        (name, end, height) for (name, end), height in zip(owners, heights, strict=True) if end >= 0
    ]


def _wish_side(
    side: list[SidePort], lines: Mapping[str, float], spacing: Spacing, named: list[_Named]
) -> None:
    """Add where the ports of one side would like to stand: evenly shared between its lines."""
    first = side[0]
    if first.flank == 2:
        for port in side:
            height = lines[port.id]
            named.append(((height, height, height), port.id, -1))
        return
    top, bottom = first.body_top, first.body_bottom
    corner = min(spacing.corner, (bottom - top) / 8)
    inset = min(spacing.inset, (bottom - top) / 4)
    if len(side) > 1:
        side = _make_room(side, lines, spacing.gap, corner)
    wished, limits = (top + inset, bottom - inset), (top + corner, bottom - corner)
    waiting: list[SidePort] = []
    start = top
    for port in side:
        if port.is_line:
            height = lines[port.id]
            _share(waiting, (start, height), wished, limits, named)
            waiting, start = [], height
            named.append(((height, height, height), port.id, -1))
        else:
            waiting.append(port)
    _share(waiting, (start, bottom), wished, limits, named)


def _share(
    ports: list[SidePort],
    room: tuple[float, float],
    wished: tuple[float, float],
    limits: tuple[float, float],
    named: list[_Named],
) -> None:
    """Add wishes of ports that share a room evenly, each between ``wished`` heights."""
    if ports:
        (start, stop), (least, most), (low, high) = room, wished, limits
        step = (stop - start) / (len(ports) + 1)
        for i, port in enumerate(ports, 1):
            wish = min(max(start + step * i, least), most)
            named.append(((wish, low, high), port.id, port.end))


def _make_room(
    side: list[SidePort], lines: Mapping[str, float], gap: float, corner: float
) -> list[SidePort]:
    """Move lines before ports in the order of a side where the ports have no room behind them."""
    if True not in [port.is_line for port in side]:
        return side
    count = len(side)
    order = list(side)
    for i in range(count - 1, -1, -1):
        if order[i].is_line:
            room = int((order[i].body_bottom - corner - lines[order[i].id]) / gap)
            line = order.pop(i)
            order.insert(max(i, count - 1 - room), line)
    for i in range(count):
        if order[i].is_line:
            room = int((lines[order[i].id] - corner - order[i].body_top) / gap)
            line = order.pop(i)
            order.insert(min(i, room), line)
    return order


def place_slot(
    crossings: list[Crossing], width: float, spacing: Spacing
) -> list[tuple[Crossing, float]]:
    """Return how far from the column's left each connector in its free space stands.

    ``crossings`` are those of one slot in their order. They form a bundle in the middle; one that
    bears a label leaves room for it if it can.
    """
    inset = spacing.inset
    step = min(2.5 * spacing.gap, (width - 2 * inset) / max(1, len(crossings) - 1))
    offset = -step * (len(crossings) - 1) / 2
    wishes: list[tuple[Wish, Crossing]] = []
    over = spacing.stub - spacing.clearance
    for crossing in crossings:
        low, high = crossing.low, crossing.high
        wish = min(max((low + high) / 2 + offset, low, inset), max(low, min(high, width - inset)))
        offset += step
        if crossing.label and len(crossings) == 1:
            room = width + over - crossing.label - 2 * spacing.label
            if room >= low:
                wish = min(wish, room)
        wishes.append(((wish, low, high), crossing))
    wishes.sort()
    places = spread([wish for wish, _ in wishes], spacing.gap)
    return [(crossing, place) for (_, crossing), place in zip(wishes, places, strict=True)]


class ChannelLayout(NamedTuple):
    """Heights of the tracks from the channel's top by connector, and the height it needs."""

    need: float
    heights: dict[str, float]


EMPTY_CHANNEL = ChannelLayout(0.0, {})


def lay_channel(
    stretches: Collection[Stretch], before: float, after: float, spacing: Spacing
) -> ChannelLayout:
    """Stack the tracks of a channel, with ``before`` and ``after`` mm at its edges."""
    if not stretches:
        return EMPTY_CHANNEL
    heights: dict[str, float] = {}
    height = before
    for number, track in enumerate(assign_tracks(stretches, 0.5)):
        size = max(stretch.size for stretch in track)
        height += max(spacing.pitch, size) if number else size
        for stretch in track:
            heights[stretch.id] = height
    return ChannelLayout(height + after, heights)


class GutterLayout(NamedTuple):
    """Tracks of a gutter.

    Attributes:
        offsets: connector → its track, from the gutter's left.
        stretches: (track, top, bottom, connector, side to which it turns at its top, at its
            bottom) of all; tops and bottoms are coded heights, sides -1 for left, 1 for right.
        first, last: the outermost tracks.
    """

    width: float
    offsets: dict[str, float]
    stretches: list[tuple[float, float, float, str, int, int]]
    first: float
    last: float


def lay_gutter(
    stretches: Collection[Stretch],
    rooms: Mapping[str, Room],
    base: float,
    spacing: Spacing,
) -> GutterLayout:
    """Set the tracks of a gutter side by side in its middle; ``base`` is its least width."""
    tracks = assign_tracks(stretches, spacing.gap) if stretches else []
    left = max((room.width for room in rooms.values() if room.side < 0), default=0.0)
    right = max((room.width for room in rooms.values() if room.side > 0), default=0.0)
    least = max((room.width for room in rooms.values() if room.side == 0), default=0.0)
    bundle = max(0, len(tracks) - 1) * spacing.pitch
    used = left + right + bundle
    width = max(base, least, used + 2 * spacing.stub if tracks or left or right else 0.0)
    first = snap((width - used) / 2) + left
    offsets: dict[str, float] = {}
    spans: list[tuple[float, float, float, str, int, int]] = []
    for number, track in enumerate(tracks):
        offset = first + number * spacing.pitch
        for stretch in track:
            offsets[stretch.id] = offset
            low, high, low_side, high_side, _, name, _ = stretch
            spans.append((offset, low, high, name, low_side, high_side))
    return GutterLayout(width, offsets, spans, first, first + bundle)


class RowLayout(NamedTuple):
    """A row from its top: where its stacks begin and where its channels' own tops lie.

    Attributes:
        depth: how far the free space below a card may reach, from the top of the stacks.
    """

    height: float
    stack: float
    top_channel: float
    bottom_channel: float
    depth: float


def lay_row(
    least: float,
    gap: float,
    foot: float,
    top: ChannelLayout,
    bottom: ChannelLayout,
    spacing: Spacing,
) -> RowLayout:
    """Stack paddings, channels and cards of a row whose stacks are ``foot`` mm high."""
    above, below = max(gap, top.need), max(gap, bottom.need)
    height = max(least, above + foot + below)
    spare = height - above - foot - (bottom.need or spacing.edge)
    return RowLayout(
        height,
        above,
        snap((above - top.need) / 2),
        above + foot + snap(spare / 2) if bottom.need else height,
        foot + (snap(spare / 2) + spacing.stub - spacing.clearance if bottom.need else spare),
    )
