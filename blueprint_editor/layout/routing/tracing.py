"""Turns the routes of a layer into points of the poster, those that moved without a new look."""

from collections.abc import Collection, Iterable, Sequence
from operator import add

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.layout.routing.frames import (
    Frames,
    Shifts,
    find_frames,
    place_spot,
    trace,
)
from blueprint_editor.layout.routing.grid import Course, GridPlacement, RoutedWire
from blueprint_editor.layout.routing.labels import LabelRoom
from blueprint_editor.layout.routing.layer import Layer
from blueprint_editor.layout.routing.occupancy import Occupancy, OccupancyChange


class Tracing:
    """The places of all cards and the courses of all connectors, kept from grid to grid."""

    def __init__(self, occupancy: Occupancy) -> None:
        self._occupancy = occupancy
        self._frames: Frames | None = None
        self._places: dict[str, Point] = {}
        self._routed: dict[str, RoutedWire] = {}

    @property
    def is_new(self) -> bool:
        """Whether nothing was placed yet, so that all will be."""
        return self._frames is None

    def renew(
        self,
        layer: Layer,
        room: LabelRoom,
        frames: Frames,
        cards: OccupancyChange,
        removed: Collection[str],
        renewed: Collection[str] | None,
        extra: Sequence[float],
    ) -> GridPlacement:
        """Place cards and connectors.

        Args:
            layer: the final one.
            room: the places of its labels.
            frames: its frames, before any row is made higher.
            cards: what changed among them.
            removed: connectors that are gone.
            renewed: connectors that run elsewhere in their frames; None for all.
            extra: mm by which each row is made higher than it need be, at its bottom.
        """
        if extra:
            frames = find_frames(layer, extra)
        shifts = Shifts(self._frames, frames)
        self._frames = frames
        self._places = self._place_cards(cards.cards, cards.removed, shifts)
        self._routed = self._route(layer, room, removed, renewed, shifts)
        heights = [row.height for row in layer.rows]
        return GridPlacement(
            tuple(frames.xs[1:-1:2]),
            tuple(frames.row_y[:-1]),
            tuple(map(add, heights, extra) if extra else heights),
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
        assert self._frames is not None  # noqa: S101 - renew() has just found them
        xs, ys = self._frames.xs, self._frames.ys
        lookup = self._occupancy.places
        places = dict(self._places)
        for name in removed:
            del places[name]
        if not shifts.are_none:
            right, down = shifts.right, shifts.down
            changed = changed | {
                name
                for name, place in lookup.items()
                if 2 * place.column + 1 >= right or 3 * place.row + 1 >= down
            }
        for name in changed:
            place = lookup[name]
            places[name] = (
                xs[2 * place.column + 1],
                ys[3 * place.row + 1] + place.body_top,
            )
        return places

    def _route(
        self,
        layer: Layer,
        room: LabelRoom,
        removed: Collection[str],
        renewed: Collection[str] | None,
        shifts: Shifts,
    ) -> dict[str, RoutedWire]:
        if shifts.are_none and renewed is not None and not removed and not renewed:
            return self._routed
        if renewed is None:
            routed: dict[str, RoutedWire] = {}
            renewed = layer.ledger.routes
        else:
            routed = dict(self._routed)
            for name in removed:
                del routed[name]
            if not shifts.are_none:
                renewed = {*renewed, *_shift(layer, routed, shifts)}
        self._trace(renewed, layer, room, routed)
        return routed

    def _trace(
        self,
        names: Iterable[str],
        layer: Layer,
        room: LabelRoom,
        routed: dict[str, RoutedWire],
    ) -> None:
        """Draw connectors anew; those that come out the same stay the same objects."""
        frames, known = self._frames, self._routed
        assert frames is not None  # noqa: S101 - renew() has just found them
        routes, spots = layer.ledger.routes, room.spots
        for name in names:
            points = trace(routes[name], layer, frames)
            x0, y0 = points[0]
            spot = spots.get(name)
            label = None if spot is None else place_spot(spot, frames).moved(-x0, -y0)
            course = Course(tuple([(x - x0, y - y0) for x, y in points]), label)
            before = known.get(name)
            if before is not None and before.course == course:
                if before.x == x0 and before.y == y0:
                    routed[name] = before
                    continue
                course = before.course
            routed[name] = RoutedWire(name, x0, y0, course)


def _shift(layer: Layer, routed: dict[str, RoutedWire], shifts: Shifts) -> list[str]:
    """Move connectors with their frames; return those whose frames moved apart."""
    torn: list[str] = []
    right, down = shifts.right, shifts.down
    for name, reach in layer.ledger.list_reaches().items():
        if reach.last < right and reach.bottom < down:
            continue
        shift = shifts.find(reach)
        if shift is None:
            torn.append(name)
        elif name in routed:
            _, x, y, course = routed[name]
            routed[name] = RoutedWire(name, x + shift[0], y + shift[1], course)
    return torn
