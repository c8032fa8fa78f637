"""Places the grid and routes its connectors, again and again with little work in between.

Labels that find no room get more of it in up to three further rounds, each kept as a layer of its
own: so the outcome of an edit never depends on the edits before it.
"""

from collections.abc import Iterable, Sequence

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.routing.frames import Frames, find_frames, place_spot, trace
from blueprint_editor.layout.routing.grid import (
    GridCard,
    GridPlacement,
    GridShape,
    RoutedWire,
    Wire,
)
from blueprint_editor.layout.routing.labels import LabelRoom
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Occupancy
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
        for card in change.cards:
            concerned |= self._incidence.get(card, {}).keys()
        for row, column in change.cells:
            for name in self._row_wires[row]:
                route = self._routes[name]
                ends = (route.source.column, route.target.column)
                if min(ends) <= column <= max(ends):
                    concerned.add(name)
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
        known, frames = self._frames, self._current
        right = _find_first_difference(known.xs, frames.xs) if known else 0
        down = _find_first_difference(known.ys, frames.ys) if known else 0
        self._frames = frames
        self._places = self._place_cards(cards, removed_cards, right, down)
        if renewed is None:
            names = list(layer.ledger.routes)
        else:
            names = [
                name
                for name, (x, y) in layer.ledger.reach.items()
                if x >= right or y >= down or name in renewed
            ]
        self._trace(names, removed)
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
        self, changed: set[str], removed: set[str], right: int, down: int
    ) -> dict[str, Point]:
        frames = self._current
        xs, ys = frames.xs, frames.ys
        if not changed and not removed and right >= len(xs) and down >= len(ys):
            return self._places
        known = self._places
        places: dict[str, Point] = {}
        lookup = self._occupancy.places
        for name in self._occupancy.cards:
            place = lookup[name]
            across, below = 2 * place.column + 1, 3 * place.row + 1
            if across >= right or below >= down or name in changed:
                places[name] = (xs[across], ys[below] + place.body_top)
            else:
                places[name] = known[name]
        return places

    def _trace(self, names: Iterable[str], removed: set[str]) -> None:
        """Draw connectors again; those that come out the same stay the same objects."""
        layer, room = self._layers[-1]
        frames, routes, spots = self._current, layer.ledger.routes, room.spots
        known = self._routed
        routed = dict(known)
        for name in names:
            points = trace(routes[name], layer, frames)
            spot = spots.get(name)
            wire = RoutedWire(name, points, None if spot is None else place_spot(spot, frames))
            if known.get(name) != wire:
                routed[name] = wire
        if removed or len(known) != len(self._wires) or list(known) != list(self._wires):
            routed = {name: routed[name] for name in self._wires}
        self._routed = routed


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


def _find_first_difference(before: Sequence[float], after: Sequence[float]) -> int:
    for i, (one, other) in enumerate(zip(before, after, strict=True)):
        if one != other:
            return i
    return len(after)
