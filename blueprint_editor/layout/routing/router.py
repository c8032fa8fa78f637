"""Places the grid and routes its connectors, again and again with little work in between.

Labels that find no room get more of it in further rounds, each kept as a layer of its own: so the
outcome of an edit never depends on the edits before it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_editor.layout.routing.frames import find_frames
from blueprint_editor.layout.routing.grid import (
    GridCard,
    GridPlacement,
    GridShape,
    GridSize,
    Wire,
)
from blueprint_editor.layout.routing.labels import LabelRoom
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Occupancy, OccupancyChange
from blueprint_editor.layout.routing.planning import Planning
from blueprint_editor.layout.routing.ports import Route
from blueprint_editor.layout.routing.spacing import find_spacing, snap_finely_down
from blueprint_editor.layout.routing.tracing import Tracing

_ROUNDS = 16
"""Hardly any grid needs more than five; the last one gives room to all labels, so it succeeds."""


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
    router = previous or Router()
    router.arrange(shape, cards, wires)
    return router.place()


class _Change(NamedTuple):
    """What differs from the grid placed last; ``renewed`` None = look at all connectors."""

    cards: OccupancyChange
    removed: set[str]
    renewed: set[str] | None


_NO_CARDS = OccupancyChange(set(), set(), set())
_ALL = _Change(_NO_CARDS, set(), None)


class _Round:
    """A layer with its labels and its frames."""

    def __init__(self, layer: Layer, room: LabelRoom) -> None:
        self.layer = layer
        self.room = room
        self.frames = find_frames(layer)

    def copy(self) -> "_Round":
        """Return an independent copy."""
        return _Round(self.layer.copy(), self.room.copy())

    def take_shape(self, shape: GridShape) -> None:
        """Take over a shape that is alike; rows of another least height are updated later."""
        known, self.layer.shape = self.layer.shape, shape
        if (known.left, known.top) != (shape.left, shape.top):
            self.frames = find_frames(self.layer)

    def update(
        self,
        removed: set[str],
        routes: Iterable[Route],
        cells: set[tuple[int, int]],
        rows: Iterable[int],
    ) -> set[str]:
        """Take over changes (see ``Layer.update``); return the connectors concerned."""
        touched = self.layer.update(removed, routes, cells, rows)
        if touched.laid or touched.gutters:
            self.frames = find_frames(self.layer)
        return touched.wires | self.room.update(self.layer, self.frames, touched, removed)


class Router:
    """Remembers the last grid, so that the next one costs only its differences."""

    def __init__(self) -> None:
        self._shape: GridShape | None = None
        self._change: _Change | None = None

    def arrange(
        self, shape: GridShape, cards: Sequence[GridCard], wires: Sequence[Wire]
    ) -> GridSize:
        """Find all ways and how large they make the grid; see ``place_and_route``."""
        rows: list[int] = []
        known = self._shape
        if known is None or not _is_alike(known, shape):
            self._begin(shape)
        else:
            if self._change is not None:  # never placed: what that would have changed is unknown
                self._tracing = Tracing(self._occupancy)
            heights = zip(known.row_heights, shape.row_heights, strict=True)
            rows = [row for row, (before, after) in enumerate(heights) if before != after]
            self._shape = shape
            for turn in self._rounds:
                turn.take_shape(shape)
        try:
            return self._update(cards, wires, rows)
        except BaseException:
            self._shape = None  # half updated: the next call begins anew
            raise

    def place(self, extra: Sequence[float] = ()) -> GridPlacement:
        """Place what was arranged.

        Args:
            extra: mm by which each row is made higher than it need be, at its bottom: cards and
                lines keep their distance from the top of their row, lines that cross it grow.
        """
        change, self._change = self._change, None
        if change is None:
            change = _Change(_NO_CARDS, set(), set())
        last = self._rounds[-1]
        extra = [snap_finely_down(height) for height in extra]
        return self._tracing.renew(last.layer, last.room, last.frames, *change, extra)

    def _begin(self, shape: GridShape) -> None:
        self._shape = shape
        spacing = find_spacing(shape)
        self._occupancy = Occupancy(shape, spacing)
        self._planning = Planning(shape, spacing, self._occupancy)
        self._rounds = [_Round(Layer(shape, spacing, self._occupancy), LabelRoom())]
        self._final = -1
        self._tracing = Tracing(self._occupancy)

    def _update(
        self, cards: Sequence[GridCard], wires: Sequence[Wire], rows: list[int]
    ) -> GridSize:
        planning = self._planning
        wire_change = planning.take_wires(wires)
        card_change = self._occupancy.update(cards, planning.incidence, wire_change.columns)
        changed = planning.renew(wire_change, card_change)
        removed = wire_change.removed
        renewed = self._run_rounds(removed, changed, card_change.cells, rows)
        if self._tracing.is_new:
            self._change = _ALL
        else:
            self._change = _Change(card_change, removed, renewed)
        xs, _, row_y, width = self._rounds[-1].frames
        return GridSize(tuple(xs[1:-1:2]), width, row_y[-1])

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
            is_new = number == len(self._rounds)
            if is_new:
                self._rounds.append(self._rounds[-1].copy())
                cells, rows = set(), []
            turn = self._rounds[number]
            names = _find_forced_otherwise(forces, turn.layer.forces)
            names.difference_update(removed)
            turn.layer.forces = forces
            if not is_new:
                names |= changed
            renewed_routes = [self._planning.force(name, forces.get(name, 0)) for name in names]
            renewed = turn.update(removed, renewed_routes, cells, rows)
            lost = turn.room.lost
            if not lost or number + 1 == _ROUNDS:
                break
            forces = dict(forces)
            for name in lost:
                forces[name] = 2 if number else _find_force(routes[name])
            if number + 2 == _ROUNDS:
                forces = dict.fromkeys(turn.room.spots, 2)
        del self._rounds[number + 1 :]
        if self._final != number:
            self._final = number
            return None
        return renewed


def _find_forced_otherwise(one: dict[str, int], other: dict[str, int]) -> set[str]:
    """Return the labels to which the two give another room."""
    if one == other:
        return set()
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def _is_alike(known: GridShape, shape: GridShape) -> bool:
    """Tell whether two shapes differ at most in their corner and in their rows' heights."""
    return len(known.row_heights) == len(shape.row_heights) and known == shape._replace(
        row_heights=known.row_heights, left=known.left, top=known.top
    )


def _find_force(route: Route) -> int:
    """Return how much room the label of a connector needs that found none by itself."""
    in_stack = route.plan.is_upright and route.source.row == route.target.row
    return 2 if route.plan.channel_part >= 0 or in_stack else 1
