"""Places the grid and routes its connectors, again and again with little work in between.

Labels that find no room get more of it in up to three further rounds, each kept as a layer of its
own: so the outcome of an edit never depends on the edits before it.
"""

from collections.abc import Iterable, Sequence

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.routing.frames import (
    Frames,
    Shifts,
    find_frames,
    move,
    place_spot,
    trace,
)
from blueprint_editor.layout.routing.grid import (
    GridCard,
    GridPlacement,
    GridShape,
    RoutedWire,
    Wire,
)
from blueprint_editor.layout.routing.labels import LabelRoom
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Occupancy, OccupancyChange
from blueprint_editor.layout.routing.plans import Planner
from blueprint_editor.layout.routing.ports import Route
from blueprint_editor.layout.routing.spacing import find_spacing

_ROUNDS = 4


def place_and_route(
    shape: GridShape,
    cards: Sequence[GridCard],
    wires: Sequence[Wire],
    previous: "Router | None" = None,
) -> GridPlacement:
    """Place columns, rows and cards, and lead every connector round the cards.

    ``previous`` is a router that has laid out a similar grid before; it renews only what differs,
    with the same outcome.

    Raises:
        KeyError: a wire names a card that is not among ``cards``.
    """
    return (previous or Router()).place(shape, cards, wires)


class Router:
    """Remembers the last grid, so that the next one costs only its differences."""

    def __init__(self) -> None:
        self._shape: GridShape | None = None

    def place(
        self, shape: GridShape, cards: Sequence[GridCard], wires: Sequence[Wire]
    ) -> GridPlacement:
        """Place and route; see ``place_and_route``."""
        rows: list[int] = []
        known = self._shape
        if known is None or not _is_alike(known, shape):
            self._begin(shape)
        elif known != shape:
            heights = zip(known.row_heights, shape.row_heights, strict=True)
            rows = [row for row, (before, after) in enumerate(heights) if before != after]
            self._shape = shape
            for layer, _ in self._layers:
                layer.shape = shape
        try:
            return self._update(cards, wires, rows)
        except BaseException:
            self._shape = None  # half updated: the next call begins anew
            raise

    def _begin(self, shape: GridShape) -> None:
        self._shape = shape
        self._spacing = find_spacing(shape)
        self._occupancy = Occupancy(shape, self._spacing)
        self._planner = Planner(shape, self._spacing, self._occupancy)
        self._wires: dict[str, Wire] = {}
        self._incidence: dict[str, dict[str, Wire]] = {}
        self._pairs: dict[tuple[str, str], list[str]] = {}
        self._row_wires: list[set[str]] = [set() for _ in shape.row_heights]
        self._routes: dict[str, Route] = {}
        self._layers = [(Layer(shape, self._spacing, self._occupancy), LabelRoom())]
        self._final = -1
        self._frames: Frames | None = None
        self._places: dict[str, Point] = {}
        self._routed: dict[str, RoutedWire] = {}

    def _update(
        self, cards: Sequence[GridCard], wires: Sequence[Wire], rows: list[int]
    ) -> GridPlacement:
        removed, concerned, columns = self._take_wires(wires)
        change = self._occupancy.update(cards, self._incidence, columns)
        if self._routes:
            concerned |= self._find_concerned(change)
        changed = self._plan(concerned - removed)
        touched = self._run_rounds(removed, changed, change.cells, rows)
        return self._assemble(change.cards, change.removed, removed, touched)

    # What has changed

    def _take_wires(self, wires: Sequence[Wire]) -> tuple[set[str], set[str], set[int]]:
        """Take over the connectors.

        Returns those that are gone, those to plan, and the columns in which a stack gains or
        loses one.
        """
        old = self._wires
        self._wires = new = {wire.id: wire for wire in wires}
        removed = {name for name in old if name not in new} if old else set()
        concerned: set[str] = set()
        columns: set[int] = set()
        for name in removed:
            concerned.update(self._detach(old[name], columns))
            del self._routes[name]
        for name, wire in new.items():
            before = old.get(name)
            if before is wire or before == wire:
                continue
            if before is not None:
                concerned.update(self._detach(before, columns))
            concerned.update(self._attach(wire, columns))
        return removed, concerned, columns

    def _find_concerned(self, change: OccupancyChange) -> set[str]:
        """Return the connectors whose way may be another one now that cards have changed."""
        concerned: set[str] = set()
        for card in change.cards:
            concerned.update(self._incidence.get(card, ()))
        for row, column in change.cells:
            for name in self._row_wires[row]:
                route = self._routes[name]
                one, other = route.source.column, route.target.column
                if one <= column <= other or other <= column <= one:
                    concerned.add(name)
        return concerned

    def _attach(self, wire: Wire, columns: set[int]) -> Iterable[str]:
        """Enter a connector; return all between the same cards, whose ranks may change."""
        for card in (wire.source, wire.target):
            self._incidence.setdefault(card, {})[wire.id] = wire
        self._note_column(wire, columns)
        pair = _find_pair(wire)
        names = self._pairs.setdefault(pair, [])
        names.append(wire.id)
        names.sort()
        return names

    def _detach(self, wire: Wire, columns: set[int]) -> Iterable[str]:
        for card in {wire.source, wire.target}:
            del self._incidence[card][wire.id]
        self._note_column(wire, columns)
        pair = _find_pair(wire)
        names = self._pairs[pair]
        names.remove(wire.id)
        route = self._routes.get(wire.id)
        if route is not None:
            self._row_wires[route.source.row].discard(wire.id)
            self._row_wires[route.target.row].discard(wire.id)
        return names

    def _note_column(self, wire: Wire, columns: set[int]) -> None:
        source = self._occupancy.cards.get(wire.source)
        target = self._occupancy.cards.get(wire.target)
        if source and target and source[1:3] == target[1:3]:
            columns.add(source.column)

    def _plan(self, names: Iterable[str]) -> set[str]:
        """Plan connectors; return those whose route changed."""
        places, plan = self._occupancy.places, self._planner.plan
        changed: set[str] = set()
        for name in names:
            wire = self._wires[name]
            source, target = places[wire.source], places[wire.target]
            pair = self._pairs[_find_pair(wire)]
            rank = pair.index(name) if len(pair) > 1 else 0
            route = Route(wire, source, target, plan(wire, source, target, rank), rank, 0)
            before = self._routes.get(name)
            if before == route:
                continue
            if before is not None:
                self._row_wires[before.source.row].discard(name)
                self._row_wires[before.target.row].discard(name)
            self._row_wires[source.row].add(name)
            self._row_wires[target.row].add(name)
            self._routes[name] = route
            changed.add(name)
        return changed

    # Rounds

    def _run_rounds(
        self,
        removed: set[str],
        changed: set[str],
        cells: set[tuple[int, int]],
        rows: list[int],
    ) -> set[str] | None:
        """Update the layers.

        Returns the connectors that changed in the last one; None if the last time another one
        was the last.
        """
        forces: dict[str, int] = {}
        for number in range(_ROUNDS):
            is_new = number == len(self._layers)
            if is_new:
                layer, room = self._layers[-1]
                self._layers.append((layer.copy(), room.copy()))
            layer, room = self._layers[number]
            names = {
                name
                for name in forces.keys() | layer.forces.keys()
                if forces.get(name) != layer.forces.get(name) and name in self._routes
            }
            layer.forces = forces
            if not is_new:
                names |= changed
            routes = [self._force(name, forces.get(name, 0)) for name in names]
            touched = layer.update(removed, routes, cells, rows)
            self._current = find_frames(layer)
            renewed = touched.wires | room.update(layer, self._current, touched, removed)
            lost = [name for name, spot in room.spots.items() if spot is None]
            if not lost or number + 1 == _ROUNDS:
                break
            forces = dict(forces)
            for name in lost:
                forces[name] = 2 if number else _find_force(self._routes[name])
            if number + 2 == _ROUNDS:
                # The last round must succeed, so it gives room to all.
                forces = dict.fromkeys(room.spots, 2)
        del self._layers[number + 1 :]
        if self._final != number:
            self._final = number
            return None
        return renewed

    def _force(self, name: str, force: int) -> Route:
        route = self._routes[name]
        plan = route.plan
        if not force:
            return route
        if plan.channel_part < 0 and (force == 2 or plan.middle or plan.is_level):
            plan = self._planner.plan(
                route.wire, route.source, route.target, route.rank, by_channel=True
            )
        return route._replace(plan=plan, force=force)

    # Points

    def _assemble(
        self,
        cards: set[str],
        removed_cards: set[str],
        removed: set[str],
        renewed: set[str] | None,
    ) -> GridPlacement:
        layer, _ = self._layers[-1]
        frames = self._current
        shifts = Shifts(self._frames, frames)
        self._frames = frames
        self._places = self._place_cards(cards, removed_cards, shifts)
        routed = {} if renewed is None else self._shift(renewed, removed, shifts)
        self._trace(layer.ledger.routes if renewed is None else renewed, routed)
        if list(routed) != list(self._wires):
            routed = {name: routed[name] for name in self._wires}
        self._routed = routed
        return GridPlacement(
            tuple(frames.xs[1:-1:2]),
            tuple(frames.row_y[:-1]),
            tuple(row.height for row in layer.rows),
            self._places,
            self._routed,
            frames.width,
            frames.row_y[-1],
        )

    def _place_cards(
        self, changed: set[str], removed: set[str], shifts: Shifts
    ) -> dict[str, Point]:
        if not changed and not removed and shifts.are_none:
            return self._places
        xs, ys = self._current.xs, self._current.ys
        lookup = self._occupancy.places
        places = dict(self._places)
        for name in removed:
            del places[name]
        if not shifts.are_none:
            right, down = shifts.right, shifts.down
            changed = {
                name
                for name, place in lookup.items()
                if 2 * place.column + 1 >= right or 3 * place.row + 1 >= down
            } | changed
        for name in changed:
            place = lookup[name]
            places[name] = (
                xs[2 * place.column + 1],
                ys[3 * place.row + 1] + place.body_top,
            )
        cards = self._occupancy.cards
        if list(places) != list(cards):
            places = {name: places[name] for name in cards}
        return places

    def _shift(self, renewed: set[str], removed: set[str], shifts: Shifts) -> dict[str, RoutedWire]:
        """Return the known connectors moved with their frames.

        Those whose frames moved apart are added to ``renewed``.
        """
        routed = dict(self._routed)
        for name in removed:
            del routed[name]
        if shifts.are_none:
            return routed
        for name, reach in self._layers[-1][0].ledger.reach.items():
            if reach.last < shifts.right and reach.bottom < shifts.down:
                continue
            shift = shifts.find(reach)
            if shift is None:
                renewed.add(name)
            elif name not in renewed:
                routed[name] = move(routed[name], *shift)
        return routed

    def _trace(self, names: Iterable[str], routed: dict[str, RoutedWire]) -> None:
        """Draw connectors anew; those that come out the same stay the same objects."""
        layer, room = self._layers[-1]
        frames, routes, spots, known = self._current, layer.ledger.routes, room.spots, self._routed
        for name in names:
            points = trace(routes[name], layer, frames)
            spot = spots.get(name)
            wire = RoutedWire(name, points, None if spot is None else place_spot(spot, frames))
            before = known.get(name)
            routed[name] = before if before == wire and before is not None else wire


def _is_alike(known: GridShape, shape: GridShape) -> bool:
    """Tell whether two shapes differ at most in their corner and in their rows' heights."""
    return len(known.row_heights) == len(shape.row_heights) and known == shape._replace(
        row_heights=known.row_heights, left=known.left, top=known.top
    )


def _find_force(route: Route) -> int:
    """Return how much room the label of a connector needs that found none by itself."""
    in_stack = route.plan.is_upright and route.source.row == route.target.row
    return 2 if route.plan.channel_part >= 0 or in_stack else 1


def _find_pair(wire: Wire) -> tuple[str, str]:
    one, other = wire.source, wire.target
    return (one, other) if one < other else (other, one)
