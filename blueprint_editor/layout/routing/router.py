"""Places the grid and routes its connectors: plans, then heights, then gutters, then lines."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.routing.grid import (
    GridCard,
    GridPlacement,
    GridShape,
    RoutedWire,
    Wire,
)
from blueprint_editor.layout.routing.labels import place_labels
from blueprint_editor.layout.routing.lines import Line, place_lines
from blueprint_editor.layout.routing.occupancy import STUB, Occupancy, Place
from blueprint_editor.layout.routing.plans import BOTTOM, LEFT, RIGHT, TOP, Plan, Planner
from blueprint_editor.layout.routing.ports import (
    SOURCE,
    TARGET,
    Crossing,
    Port,
    find_body_level,
    find_channel_level,
    find_order,
    find_span_across,
    place_across,
    wish_heights,
)
from blueprint_editor.layout.routing.spread import Mark, spread
from blueprint_editor.layout.routing.tracks import Stretch, assign_tracks

EDGE_CLEARANCE = 2.0
"""Least distance of a horizontal track from the boundary of its row, in mm."""
LABEL_GAP = 0.8
"""Between a label and its line or the next one, in mm."""
_ROW_STEP = 1e5
"""Higher than any row: makes (row, height) one sortable number."""


def place_and_route(
    shape: GridShape, cards: Sequence[GridCard], wires: Sequence[Wire]
) -> GridPlacement:
    """Place columns, rows and cards, and lead every connector round the cards.

    Raises:
        KeyError: a wire names a card that is not among ``cards``.
    """
    return _Routing(shape, cards, wires).finish()


class _Routing:
    def __init__(self, shape: GridShape, cards: Sequence[GridCard], wires: Sequence[Wire]) -> None:
        self.shape = shape
        self.cards = cards
        self.wires = wires
        self.gap = max(2.0, 0.8 * shape.track_pitch)
        self.grid = Occupancy(shape, cards, wires)
        planner = Planner(self.grid)
        self.plans = [planner.plan(wire) for wire in wires]
        self.sources = [self.grid.places[wire.source] for wire in wires]
        self.targets = [self.grid.places[wire.target] for wire in wires]
        # Heights are kept from the top of the row's stacks, places across from the card's left.
        self.ends: list[list[float]] = [[0.0] * len(wires), [0.0] * len(wires)]
        self.tracks: dict[tuple[int, int], float] = {}

    def finish(self) -> GridPlacement:
        """Run all stages."""
        self._place_ports_beside()
        self._place_ports_across()
        self._lay_rows()
        self._lay_gutters()
        return self._assemble()

    # Heights of ports

    def _place_ports_beside(self) -> None:
        fixed = self._place_lines()
        groups: dict[tuple[int, int], list[tuple[Mark, int, int]]] = defaultdict(list)
        for (number, side), ports in self._collect_ports().items():
            ports.sort()
            place = self._place_of(number, ports[0])
            marks = wish_heights(ports, place, fixed)
            gutter = place.column + (side == RIGHT)
            groups[gutter, place.row].extend(
                (mark, port.wire, port.end) for mark, port in zip(marks, ports, strict=True)
            )
        for wire, plan in enumerate(self.plans):
            if plan.middle and plan.source_line:
                height = fixed[wire, SOURCE]
                groups[plan.middle[0], self.sources[wire].row].append(
                    (Mark(height, height, height), wire, SOURCE)
                )
            if plan.middle and plan.target_line:
                height = fixed[wire, TARGET]
                groups[plan.middle[-1], self.targets[wire].row].append(
                    (Mark(height, height, height), wire, TARGET)
                )
        for members in groups.values():
            self._place_group(members)

    def _place_group(self, members: list[tuple[Mark, int, int]]) -> None:
        members.sort()
        marks: list[Mark] = []
        owners: list[list[tuple[int, int]]] = []
        for mark, wire, end in members:
            if owners and owners[-1][0][0] == wire and marks[-1] == mark and mark.low == mark.high:
                owners[-1].append((wire, end))
            else:
                marks.append(mark)
                owners.append([(wire, end)])
        for height, ports in zip(spread(marks, self.gap), owners, strict=True):
            for wire, end in ports:
                self.ends[end][wire] = height

    def _place_of(self, _number: int, port: Port) -> Place:
        return (self.sources if port.end == SOURCE else self.targets)[port.wire]

    def _collect_ports(self) -> dict[tuple[int, int], list[Port]]:
        sides: dict[tuple[int, int], list[Port]] = defaultdict(list)
        for wire, plan in enumerate(self.plans):
            source, target = self.sources[wire], self.targets[wire]
            if plan.source_side in {LEFT, RIGHT}:
                key = find_order(plan, source, target, SOURCE, wire)
                sides[source.number, plan.source_side].append(Port(key, wire, SOURCE))
            if plan.target_side in {LEFT, RIGHT}:
                key = find_order(plan, target, source, TARGET, wire)
                sides[target.number, plan.target_side].append(Port(key, wire, TARGET))
        return sides

    def _place_lines(self) -> dict[tuple[int, int], float]:
        rows: dict[int, list[Line]] = defaultdict(list)
        for wire, plan in enumerate(self.plans):
            if not (plan.source_line or plan.target_line):
                continue
            source, target = self.sources[wire], self.targets[wire]
            row = source.row if plan.source_line else target.row
            if plan.is_level:
                span = (2 * source.column + 1, 2 * target.column + 1)
            elif plan.source_line:
                turn = 2 * plan.middle[0] if plan.middle else 2 * target.column + 1
                span = (2 * source.column + 1, turn)
            else:
                turn = 2 * plan.middle[-1] if plan.middle else 2 * source.column + 1
                span = (turn, 2 * target.column + 1)
            rows[row].append(Line(plan.low, plan.high, min(span), max(span), wire))
        fixed: dict[tuple[int, int], float] = {}
        for lines in rows.values():
            for wire, height in place_lines(lines, self.gap):
                if self.plans[wire].source_line:
                    fixed[wire, SOURCE] = height
                if self.plans[wire].target_line:
                    fixed[wire, TARGET] = height
        return fixed

    # Places of ports on top and bottom sides

    def _place_ports_across(self) -> None:
        slots: dict[tuple[int, int], list[Crossing]] = defaultdict(list)
        for wire, plan in enumerate(self.plans):
            source, target = self.sources[wire], self.targets[wire]
            if (plan.source_side, plan.target_side) in {(TOP, BOTTOM), (BOTTOM, TOP)} and (
                not plan.middle and source.column == target.column
            ):
                self._add_crossing(slots, wire, (SOURCE, TARGET))
                continue
            if plan.source_side in {TOP, BOTTOM}:
                self._add_crossing(slots, wire, (SOURCE,))
            if plan.target_side in {TOP, BOTTOM}:
                self._add_crossing(slots, wire, (TARGET,))
        for crossings in slots.values():
            places = place_across(crossings, self.gap)
            for crossing, place in zip(crossings, places, strict=True):
                for end in crossing.ends:
                    self.ends[end][crossing.wire] = place

    def _add_crossing(
        self, slots: dict[tuple[int, int], list[Crossing]], wire: int, ends: tuple[int, ...]
    ) -> None:
        plan = self.plans[wire]
        sides = (plan.source_side, plan.target_side)
        places = (self.sources[wire], self.targets[wire])
        own, other = (places[ends[0]], places[1 - ends[0]])
        width = self.shape.column_widths[own.column]
        spans = [find_span_across(places[end], sides[end], width) for end in ends]
        slot = own.number if sides[ends[0]] == BOTTOM else own.above
        slots[own.column, slot].append(
            Crossing(
                find_order(plan, own, other, ends[0], wire),
                wire,
                ends,
                max(low for low, _ in spans),
                min(high for _, high in spans),
            )
        )

    # Rows

    def _lay_rows(self) -> None:
        channels: dict[int, list[Stretch]] = defaultdict(list)
        for wire, plan in enumerate(self.plans):
            first = 0 if plan.source_side in {TOP, BOTTOM} else 1
            labelled = self.wires[wire].label_size[1]
            for part in range(first, len(plan.middle), 2):
                stretch = self._find_channel_stretch(wire, plan, part, labelled)
                if stretch.size:
                    labelled = 0.0
                channels[plan.middle[part]].append(stretch)
        self.row_heights: list[float] = []
        self.stack_tops: list[float] = []
        for row, least in enumerate(self.shape.row_heights):
            top = self._lay_channel(channels.get(2 * row, []), EDGE_CLEARANCE, STUB)
            bottom = self._lay_channel(channels.get(2 * row + 1, []), STUB, EDGE_CLEARANCE)
            self._finish_row(channels, row, least, top, bottom)

    def _finish_row(
        self,
        channels: dict[int, list[Stretch]],
        row: int,
        least: float,
        top_need: float,
        bottom_need: float,
    ) -> None:
        stack = max(self.grid.foot[row], default=0.0)
        top = max(self.shape.row_gap, top_need)
        bottom = max(self.shape.row_gap, bottom_need)
        height = max(least, top + stack + bottom)
        self.row_heights.append(height)
        self.stack_tops.append(top)
        self._shift_channel(channels.get(2 * row, []), (top - top_need) / 2)
        free = height - top - stack - bottom_need
        self._shift_channel(channels.get(2 * row + 1, []), top + stack + free / 2)

    def _lay_channel(self, stretches: list[Stretch], before: float, after: float) -> float:
        """Give the tracks their heights from the channel's top; return the height it needs."""
        if not stretches:
            return 0.0
        height = before
        for number, track in enumerate(assign_tracks(stretches, 0.5)):
            size = max(stretch.size for stretch in track)
            if number:
                height += max(self.shape.track_pitch, size + LABEL_GAP)
            else:
                height += size
            for stretch in track:
                self.tracks[stretch.wire, stretch.part] = height
        return height + after

    def _shift_channel(self, stretches: list[Stretch], by: float) -> None:
        for stretch in stretches:
            self.tracks[stretch.wire, stretch.part] += by

    def _find_channel_stretch(
        self, wire: int, plan: Plan, part: int, label_height: float
    ) -> Stretch:
        middle, level = plan.middle, find_channel_level(plan.middle[part])
        source, target = self.sources[wire], self.targets[wire]
        if part:
            start = 2 * middle[part - 1]
            before = find_channel_level(middle[part - 2]) if part > 1 else find_body_level(source)
        else:
            start, before = 2 * source.column + 1, find_body_level(source)
        if part + 1 < len(middle):
            stop = 2 * middle[part + 1]
            after = (
                find_channel_level(middle[part + 2])
                if part + 2 < len(middle)
                else find_body_level(target)
            )
        else:
            stop, after = 2 * target.column + 1, find_body_level(target)
        ends = sorted(
            [(start, -1 if before < level else 1), (stop, -1 if after < level else 1)],
            key=lambda end: end[0],
        )
        (low, low_side), (high, high_side) = ends
        size = label_height + LABEL_GAP if label_height and high > low else 0.0
        return Stretch(low, high, low_side, high_side, wire, part, size)

    # Gutters

    def _lay_gutters(self) -> None:
        gutters: dict[int, list[Stretch]] = defaultdict(list)
        for wire, plan in enumerate(self.plans):
            first = 1 if plan.source_side in {TOP, BOTTOM} else 0
            for part in range(first, len(plan.middle), 2):
                gutters[plan.middle[part]].append(self._find_gutter_stretch(wire, plan, part))
        count = self.grid.column_count
        self.gutter_widths: list[float] = []
        for gutter in range(count + 1):
            base = self.shape.column_gap / (2 if gutter in {0, count} else 1)
            tracks = assign_tracks(gutters.get(gutter, []), self.gap)
            bundle = (len(tracks) - 1) * self.shape.track_pitch
            width = max(base, bundle + 2 * STUB) if tracks else base
            self.gutter_widths.append(width)
            for number, track in enumerate(tracks):
                for stretch in track:
                    self.tracks[stretch.wire, stretch.part] = (
                        width - bundle
                    ) / 2 + number * self.shape.track_pitch

    def _find_gutter_stretch(self, wire: int, plan: Plan, part: int) -> Stretch:
        middle = plan.middle
        here = 2 * middle[part]
        ends: list[tuple[float, int]] = []
        source, target = self.sources[wire], self.targets[wire]
        for step, place, end in ((-1, source, SOURCE), (1, target, TARGET)):
            beside = part + step
            if 0 <= beside < len(middle):
                row = middle[beside] >> 1
                height = self.tracks[wire, beside]
                beyond = beside + step
                far = 2 * middle[beyond] if 0 <= beyond < len(middle) else 2 * place.column + 1
            else:
                row = place.row
                height = self.stack_tops[row] + self.ends[end][wire]
                far = 2 * place.column + 1
            ends.append((row * _ROW_STEP + height, -1 if far < here else 1))
        (low, low_side), (high, high_side) = sorted(ends)
        return Stretch(low, high, low_side, high_side, wire, part)

    # Lines

    def _assemble(self) -> GridPlacement:
        shape = self.shape
        self.gutter_x: list[float] = []
        self.column_x: list[float] = []
        x = shape.left
        for gutter, width in zip(self.gutter_widths, [*shape.column_widths, 0.0], strict=True):
            self.gutter_x.append(x)
            self.column_x.append(x + gutter)
            x += gutter + width
        self.row_y = list(accumulate(self.row_heights, initial=shape.top))
        places = {
            card.id: (
                self.column_x[card.column],
                self.row_y[card.row]
                + self.stack_tops[card.row]
                + self.grid.places[card.id].body_top,
            )
            for card in self.cards
        }
        lines = [self._find_points(number) for number in range(len(self.wires))]
        labels = place_labels(shape, self.cards, places, self.wires, lines)
        return GridPlacement(
            tuple(self.column_x[:-1]),
            tuple(self.row_y[:-1]),
            tuple(self.row_heights),
            places,
            {
                wire.id: RoutedWire(wire.id, points, label)
                for wire, points, label in zip(self.wires, lines, labels, strict=True)
            },
            x,
            self.row_y[-1],
        )

    def _find_points(self, number: int) -> tuple[Point, ...]:
        plan = self.plans[number]
        first, is_across = self._find_end(number, SOURCE)
        last, _ = self._find_end(number, TARGET)
        points = [first]
        x, y = first
        for part, channel in enumerate(plan.middle):
            if is_across:
                y = self.row_y[channel >> 1] + self.tracks[number, part]
            else:
                x = self.gutter_x[channel] + self.tracks[number, part]
            points.append((x, y))
            is_across = not is_across
        if x != last[0] and y != last[1]:
            points.append((x, last[1]) if is_across else (last[0], y))
        points.append(last)
        return tuple(points)

    def _find_end(self, number: int, end: int) -> tuple[Point, bool]:
        """Return the place where a connector meets its card, and whether it stands upright."""
        place = (self.sources if end == SOURCE else self.targets)[number]
        side = self.plans[number][end]
        at = self.ends[end][number]
        left = self.column_x[place.column]
        top = self.row_y[place.row] + self.stack_tops[place.row]
        if side in {LEFT, RIGHT}:
            width = self.shape.column_widths[place.column]
            return (left if side == LEFT else left + width, top + at), False
        height = place.body_top if side == TOP else place.body_bottom
        return (left + at, top + height), True
