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
from blueprint_editor.layout.routing.planning import Planning
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
        spacing = find_spacing(shape)
        self._occupancy = Occupancy(shape, spacing)
        self._planning = Planning(shape, spacing, self._occupancy)
        self._layers = [(Layer(shape, spacing, self._occupancy), LabelRoom())]
        self._final = -1
        self._frames: Frames | None = None
        self._places: dict[str, Point] = {}
        self._routed: dict[str, RoutedWire] = {}

    def _update(
        self, cards: Sequence[GridCard], wires: Sequence[Wire], rows: list[int]
    ) -> GridPlacement:
        planning = self._planning
        wire_change = planning.take_wires(wires)
        card_change = self._occupancy.update(cards, planning.incidence, wire_change.columns)
        changed = planning.renew(wire_change, card_change)
        removed = wire_change.removed
        renewed = self._run_rounds(removed, changed, card_change.cells, rows)
        return self._assemble(card_change, removed, renewed)

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
        routes = self._planning.routes
        forces: dict[str, int] = {}
        for number in range(_ROUNDS):
            is_new = number == len(self._layers)
            if is_new:
                layer, room = self._layers[-1]
                self._layers.append((layer.copy(), room.copy()))
                cells, rows = set(), []
            layer, room = self._layers[number]
            names = {
                name
                for name in forces.keys() | layer.forces.keys()
                if forces.get(name) != layer.forces.get(name) and name in routes
            }
            layer.forces = forces
            if not is_new:
                names |= changed
            renewed_routes = [self._planning.force(name, forces.get(name, 0)) for name in names]
            touched = layer.update(removed, renewed_routes, cells, rows)
            self._current = find_frames(layer)
            renewed = touched.wires | room.update(layer, self._current, touched, removed)
            lost = [name for name, spot in room.spots.items() if spot is None]
            if not lost or number + 1 == _ROUNDS:
                break
            forces = dict(forces)
            for name in lost:
                forces[name] = 2 if number else _find_force(routes[name])
            if number + 2 == _ROUNDS:
                # The last round must succeed, so it gives room to all.
                forces = dict.fromkeys(room.spots, 2)
        del self._layers[number + 1 :]
        if self._final != number:
            self._final = number
            return None
        return renewed

    # Points

    def _assemble(
        self,
        cards: OccupancyChange,
        removed: set[str],
        renewed: set[str] | None,
    ) -> GridPlacement:
        layer, _ = self._layers[-1]
        frames = self._current
        shifts = Shifts(self._frames, frames)
        self._frames = frames
        self._places = self._place_cards(cards.cards, cards.removed, shifts)
        routed = {} if renewed is None else self._shift(renewed, removed, shifts)
        self._trace(layer.ledger.routes if renewed is None else renewed, routed)
        if list(routed) != list(self._planning.wires):
            routed = {name: routed[name] for name in self._planning.wires}
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
        for name, reach in self._layers[-1][0].ledger.list_reaches().items():
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
