"""Looks for the place of a label along its connector."""

from collections.abc import Iterable

from blueprint_editor.layout.routing.entries import (
    BAND,
    Span,
    find_band,
    find_block,
    find_label_gutter,
)
from blueprint_editor.layout.routing.frames import Frames, Spot, trace
from blueprint_editor.layout.routing.layer import BODY_CODE, BOTTOM_CODE, ROW_CODE, Layer
from blueprint_editor.layout.routing.obstacles import (
    Claims,
    Interval,
    Obstacles,
    Size,
    find_gap,
)
from blueprint_editor.layout.routing.pockets import PocketSearch
from blueprint_editor.layout.routing.ports import SOURCE, TARGET, Route
from blueprint_editor.layout.routing.spacing import snap, snap_up

_NEAR = 3
"""How many gutters and columns from the middle of a long line its label is looked for first."""


_NOWHERE = Span(1, 0, 1, 0)


class LabelSearch:
    """Looks for one label after the other in a layer."""

    def __init__(self, layer: Layer, frames: Frames, claims: Claims) -> None:
        self._layer = layer
        self._frames = frames
        self.obstacles = Obstacles(layer, frames, claims)
        self._pockets = PocketSearch(layer, frames, self.obstacles)
        self._gap = layer.spacing.label
        self.block = _NOWHERE
        """Where alone a change matters to the label looked for last."""
        self._ease = 3 * layer.spacing.label
        self._over = layer.spacing.stub - layer.spacing.clearance

    def find(self, name: str) -> Spot | None:
        """Return where the label of a connector stands; None if it finds no room."""
        self.obstacles.begin()
        route = self._layer.ledger.routes[name]
        size = (snap_up(route.wire.label_size[0]), snap_up(route.wire.label_size[1]))
        plan = route.plan
        if plan.channel_part >= 0:
            if route.force == 2:
                self.block = find_block(route)
                return self._stand_in_gutter(route, size)
            return self._stand_on_channel(route, size)
        if route.force == 1:
            return self._stand_in_band(route, size)
        if plan.is_upright and route.source.row == route.target.row:
            return self._stand_beside_upright(route, size)
        self.block = _NOWHERE
        spot = None
        if plan.source_line or plan.target_line:
            spot = self._stand_on_line(route, size)
        if spot is None and not plan.is_level:
            if plan.middle:
                spot = self._pockets.stand_beside_gutter_part(route, size)
            else:
                spot = self._pockets.stand_beside_column_part(route, size)
            self.block = _join(self.block, self._pockets.block)
        return spot

    # On a channel, where the track keeps room for it

    def _stand_on_channel(self, route: Route, size: Size) -> Spot | None:
        layer, frames, plan = self._layer, self._frames, route.plan
        name, channel = route.wire.id, plan.middle[plan.channel_part]
        code = layer.code_channel(channel, name)
        band = (code - size[1] - 2 * self._gap, code)
        (left, first), (right, last) = sorted(self._find_channel_ends(route))
        width = size[0]
        row = channel >> 1
        x = None
        if last - first > 2 * _NEAR:
            middle = (first + last) // 2
            near = (middle - _NEAR, middle + _NEAR)
            self.block = Span(*near, row, row)
            blocked = list(self.obstacles.iter_uprights(*near, band))
            low, high = frames.xs[near[0]], self.obstacles.find_frame_end(near[1])
            wish = self._wish_for_column(*near, (low + high - width) / 2, width)
            x = find_gap(blocked, low, high, width, wish, self._ease)
        if x is None:
            self.block = Span(first, last, row, row)
            blocked = list(self.obstacles.iter_uprights(first, last, band))
            wish = self._wish_for_column(first, last, (left + right - width) / 2, width)
            x = find_gap(blocked, left + self._gap, right - self._gap, width, wish, self._ease)
        if x is None:
            low = max(frames.xs[first], left - width / 2)
            high = min(self.obstacles.find_frame_end(last), right + width / 2)
            x = find_gap(blocked, low, high, width, (left + right - width) / 2, self._ease)
        if x is None:
            return None
        down = 3 * (channel >> 1) + 2 * (channel & 1)
        y = layer.channels[channel].heights[name] - self._gap - size[1]
        return self.obstacles.find_spot(x, down, y, size)

    def _wish_for_column(self, first: int, last: int, wish: float, width: float) -> float:
        """Return the place nearest to a wish where a label stands within one of the columns.

        In a gutter it would be in the way of a cut between sheets, and of other connectors.
        """
        places = [
            min(max(wish, low), high - width)
            for frame in range(first | 1, last + 1, 2)
            for low, high in ((self._frames.xs[frame], self.obstacles.find_frame_end(frame)),)
            if high - low >= width
        ]
        return min(places, key=lambda place: abs(place - wish), default=wish)

    def _find_channel_ends(self, route: Route) -> list[tuple[float, int]]:
        """Return (x, frame) of both ends of the stretch along the channel."""
        layer, xs, plan = self._layer, self._frames.xs, route.plan
        name, part, middle = route.wire.id, plan.channel_part, plan.middle
        ends: list[tuple[float, int]] = []
        for end, beside, place in (
            (SOURCE, part - 1, route.source),
            (TARGET, part + 1, route.target),
        ):
            if 0 <= beside < len(middle):
                frame = 2 * middle[beside]
                x = layer.gutters[middle[beside]].offsets[name]
            else:
                frame = 2 * place.column + 1
                x = layer.ends[end][name]
            ends.append((xs[frame] + x, frame))
        return ends

    def _stand_in_gutter(self, route: Route, size: Size) -> Spot:
        """Where a gutter that the channel meets was widened for it: this always succeeds."""
        layer, name = self._layer, route.wire.id
        channel = route.plan.middle[route.plan.channel_part]
        gutter, side = find_label_gutter(route)
        x = (
            layer.gutters[gutter].first - self._gap - size[0]
            if side < 0
            else layer.gutters[gutter].last + self._gap
        )
        down = 3 * (channel >> 1) + 2 * (channel & 1)
        y = layer.channels[channel].heights[name] - self._gap - size[1]
        return Spot(2 * gutter, snap(x), down, snap(y), *size)

    # Beside upright stretches

    def _stand_in_band(self, route: Route, size: Size) -> Spot | None:
        """Where a channel that the connector crosses keeps a track free for it."""
        layer, name = self._layer, route.wire.id
        channel, column = find_band(route)
        self.block = Span(2 * column, 2 * column + 2, channel >> 1, channel >> 1)
        bottom = layer.channels[channel].heights[name + BAND] - self._gap
        place = layer.ends[TARGET if route.plan.target_side & 1 else SOURCE][name]
        base = (channel >> 1) * ROW_CODE + (BOTTOM_CODE if channel & 1 else 0.0)
        band = (base + bottom - size[1] - self._gap, base + bottom + self._gap)
        # It may reach into the gutters beside the column.
        frames, xs = range(2 * column, 2 * column + 3), self._frames.xs
        origin = xs[2 * column + 1]
        blocked = [
            (xs[frame] - origin + x - self._gap, xs[frame] - origin + x + self._gap)
            for frame in frames
            for x, low, high, other, _, _ in layer.list_uprights(frame)
            if low < band[1] and high > band[0] and other != name
        ]
        limits = (xs[frames[0]] - origin, self.obstacles.find_frame_end(frames[-1]) - origin)
        x = self._find_beside(place, size[0], limits, blocked)
        if x is None:
            return None
        down = 3 * (channel >> 1) + 2 * (channel & 1)
        return self.obstacles.find_spot(origin + x, down, bottom - size[1], size)

    def _find_beside(
        self, place: float, width: float, limits: Interval, blocked: list[Interval]
    ) -> float | None:
        """Return the left end of a label right or left of a line, between two limits."""
        low, high = limits
        for x in (place + self._gap, place - self._gap - width):
            if find_gap(blocked, max(low, x), min(high, x + width), width, x) is not None:
                return x
        return None

    def _stand_beside_upright(self, route: Route, size: Size) -> Spot | None:
        source, target = route.source, route.target
        self.block = Span(2 * source.column + 1, 2 * source.column + 1, source.row, source.row)
        upper, lower = (source, target) if source.body_top < target.body_top else (target, source)
        layer, column = self._layer, source.column
        others = [
            (place - self._gap, place + self._gap)
            for (name, end), crossing in layer.ledger.slots[column].items()
            if name != route.wire.id and crossing.slot == upper.id
            for place in (layer.ends[end][name],)
        ]
        limits = (-self._over, layer.occupancy.widths[column] + self._over)
        x = self._find_beside(layer.ends[SOURCE][route.wire.id], size[0], limits, others)
        if x is None:
            return None
        y = snap((upper.foot + lower.body_top - size[1]) / 2)
        return Spot(2 * column + 1, snap(x), 3 * source.row + 1, y, *size)

    # On lines through free cells

    def _stand_on_line(self, route: Route, size: Size) -> Spot | None:
        layer, plan = self._layer, route.plan
        row = route.source.row if plan.source_line else route.target.row
        line = layer.ledger.lines[row][route.wire.id]
        y = layer.line_heights[route.wire.id]
        starts = (y - self._gap - size[1], y + self._gap)
        if plan.is_level and line.last - line.first == 2:
            return self._stand_abreast(route, size, starts)
        columns = _find_inner_columns(route, line.first, line.last)
        if columns[0] > columns[1]:
            return None
        self.block = Span(max(0, line.first - 1), line.last + 1, row, row)
        for start in starts:
            if start >= 0 and self.obstacles.is_free_down_to(row, start + size[1]):
                spot = self._try_line(route, row, columns, start, size)
                if spot is not None:
                    return spot
        return None

    def _try_line(
        self, route: Route, row: int, columns: tuple[int, int], start: float, size: Size
    ) -> Spot | None:
        frames, obstacles, gap = self._frames, self.obstacles, self._gap
        name = route.wire.id
        band = (start - gap, start + size[1] + gap)
        blocked = list(self._iter_line_obstacles(row, columns, name, band))
        points = trace(route, self._layer, frames)
        ends = points[:2] if route.plan.source_line else points[-2:]
        left, right = sorted(point[0] for point in ends)
        low = max(frames.xs[2 * columns[0] + 1], left - size[0] / 2)
        high = min(obstacles.find_frame_end(2 * columns[1] + 1), right + size[0] / 2)
        span = (2 * columns[0] + 1, 2 * columns[1] + 1)
        wish = self._wish_for_column(*span, (low + high - size[0]) / 2, size[0])
        x = find_gap(blocked, low, high, size[0], wish, self._ease)
        if x is None:
            return None
        for column in range(columns[0], columns[1] + 1):
            begin, end = frames.xs[2 * column], obstacles.find_frame_end(2 * column + 2)
            if begin < x + size[0] and end > x:
                obstacles.claim(row, column, name, band)
        return obstacles.find_spot(x, 3 * row + 1, start, size)

    def _iter_line_obstacles(
        self, row: int, columns: tuple[int, int], name: str, band: Interval
    ) -> Iterable[Interval]:
        layer, obstacles, xs = self._layer, self.obstacles, self._frames.xs
        base = row * ROW_CODE + BODY_CODE
        first, last = 2 * columns[0] + 1, 2 * columns[1] + 1
        yield from obstacles.iter_uprights(first, last, (base + band[0], base + band[1]))
        for column in range(columns[0], columns[1] + 1):
            foot = layer.occupancy.foot[row][column]
            is_low = foot and band[0] + self._gap < foot + layer.spacing.clearance
            claims = obstacles.iter_claims(row, column, name)
            if is_low or any(low < band[1] and high > band[0] for low, high in claims):
                yield xs[2 * column], obstacles.find_frame_end(2 * column + 2)
        for other, y in obstacles.iter_lines(row, first, last):
            if other != name and band[0] < y < band[1]:
                line = layer.ledger.lines[row][other]
                yield xs[line.first], obstacles.find_frame_end(line.last)

    def _stand_abreast(self, route: Route, size: Size, starts: Iterable[float]) -> Spot | None:
        """In the gutter between two neighbours."""
        layer, gap = self._layer, self._gap
        gutter, row = max(route.source.column, route.target.column), route.source.row
        self.block = Span(2 * gutter, 2 * gutter, row, row)
        layout = layer.gutters[gutter]
        heights = [layer.ends[end % 2][name] for name, end in layer.ledger.groups[gutter, row]]
        base = row * ROW_CODE + BODY_CODE
        for start in starts:
            low, high = start - gap, start + size[1] + gap
            if start < 0 or any(low < height < high for height in heights):
                continue
            if not self.obstacles.is_free_down_to(row, high):
                continue
            blocked = [
                (x - gap, x + gap)
                for x, top, bottom, _, _, _ in layout.stretches
                if top < base + high and bottom > base + low
            ]
            wish = (layout.width - size[0]) / 2
            x = find_gap(blocked, gap, layout.width - gap, size[0], wish)
            if x is not None:
                return Spot(2 * gutter, snap(x), 3 * row + 1, snap(start), *size)
        return None


def _join(one: Span, other: Span) -> Span:
    """Return the smallest block that holds both."""
    if one is _NOWHERE:
        return other
    return Span(
        min(one.first, other.first),
        max(one.last, other.last),
        min(one.top, other.top),
        max(one.bottom, other.bottom),
    )


def _find_inner_columns(route: Route, first: int, last: int) -> tuple[int, int]:
    """Return the columns that a line passes or ends in, without those of its cards."""
    plan = route.plan
    ends = [route.source.column] * plan.source_line + [route.target.column] * plan.target_line
    low, high = (first + 1) // 2, (last - 1) // 2
    return low + (low in ends), high - (high in ends)
