"""Keeps the routes of all connectors up to date: who connects what, and by which way."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.difference import find_changed_span
from blueprint_editor.layout.routing.crowding import FEW, Excess, find_excess
from blueprint_editor.layout.routing.grid import GridShape, Wire
from blueprint_editor.layout.routing.occupancy import Occupancy, OccupancyChange
from blueprint_editor.layout.routing.plans import NOWHERE, Planner
from blueprint_editor.layout.routing.ports import SOURCE, TARGET, Route
from blueprint_editor.layout.routing.spacing import Spacing


class WireChange(NamedTuple):
    """What a new list of connectors changed.

    Attributes:
        removed: those that are gone.
        concerned: those that must be planned.
        cards: ends of those that are gone or lead elsewhere now.
        columns: columns in which a stack gains or loses one.
    """

    removed: set[str]
    concerned: set[str]
    cards: set[str]
    columns: set[int]


class Planning:
    """All routes by connector id in ``routes``, and connectors by card in ``incidence``.

    A connector is planned by itself first. Where a side of a card becomes too crowded, the ones
    in excess are planned again for other sides.
    """

    def __init__(self, shape: GridShape, spacing: Spacing, occupancy: Occupancy) -> None:
        self._spacing = spacing
        self._occupancy = occupancy
        self._planner = Planner(shape, spacing, occupancy)
        self._taken: tuple[Wire, ...] = ()
        self.wires: dict[str, Wire] = {}
        self.incidence: dict[str, dict[str, Wire]] = {}
        self.routes: dict[str, Route] = {}
        self._first_routes: dict[str, Route] = {}
        self._excess: dict[str, Excess] = {}
        self._pairs: dict[tuple[str, str], list[str]] = {}
        self._row_wires: list[set[str]] = [set() for _ in shape.row_heights]

    def take_wires(self, wires: Sequence[Wire]) -> WireChange:
        """Take over the connectors."""
        before, self._taken = self._taken, tuple(wires)
        start, old_end, new_end = find_changed_span(before, self._taken)
        old = {wire.id: wire for wire in before[start:old_end]}
        new = {wire.id: wire for wire in self._taken[start:new_end]}
        removed = set(old.keys() - new.keys())
        change = WireChange(removed, set(), set(), set())
        for name in removed:
            self._detach(old[name], change)
            del self._first_routes[name]
            del self.routes[name]
            del self.wires[name]
        for name, wire in new.items():
            known = old.get(name)
            if known == wire:
                continue
            if known is not None:
                self._detach(known, change)
            self.wires[name] = wire
            self._attach(wire, change)
        change.concerned.difference_update(removed)
        return change

    def _attach(self, wire: Wire, change: WireChange) -> None:
        for card in (wire.source, wire.target):
            self.incidence.setdefault(card, {})[wire.id] = wire
        self._note_column(wire, change)
        names = self._pairs.setdefault(_find_pair(wire), [])
        names.append(wire.id)
        if len(names) > 1:
            names.sort()
        change.concerned.update(names)

    def _detach(self, wire: Wire, change: WireChange) -> None:
        for card in {wire.source, wire.target}:
            del self.incidence[card][wire.id]
            change.cards.add(card)
        self._note_column(wire, change)
        names = self._pairs[_find_pair(wire)]
        names.remove(wire.id)
        change.concerned.update(names)
        route = self._first_routes[wire.id]
        self._row_wires[route.source.row].discard(wire.id)
        self._row_wires[route.target.row].discard(wire.id)

    def _note_column(self, wire: Wire, change: WireChange) -> None:
        source = self._occupancy.cards.get(wire.source)
        target = self._occupancy.cards.get(wire.target)
        if source and target and source[1:3] == target[1:3]:
            change.columns.add(source.column)

    def renew(self, wires: WireChange, cards: OccupancyChange) -> set[str]:
        """Plan what the changes concern; return the connectors whose route changed."""
        concerned, ends = wires.concerned, wires.cards
        if self._first_routes:
            concerned |= self._find_concerned(cards)
        changed: set[str] = set()
        for name in concerned:
            wire = self.wires[name]
            if self._plan_first(wire):
                changed.add(name)
                ends.add(wire.source)
                ends.add(wire.target)
        for card in cards.removed:
            self._excess.pop(card, None)
        changed |= self._relieve(ends - cards.removed)
        return self._settle(changed)

    def _find_concerned(self, change: OccupancyChange) -> set[str]:
        """Return the connectors whose way may be another one now that cards have changed."""
        concerned: set[str] = set()
        for card in change.cards:
            concerned.update(self.incidence.get(card, ()))
        for row, column in change.cells:
            for name in self._row_wires[row]:
                route = self._first_routes[name]
                one, other = route.source.column, route.target.column
                if one <= column <= other or other <= column <= one:
                    concerned.add(name)
        return concerned

    def _plan_first(self, wire: Wire) -> bool:
        """Plan a connector by itself; tell whether that changed its route."""
        places, name = self._occupancy.places, wire.id
        source, target = places[wire.source], places[wire.target]
        pair = self._pairs[_find_pair(wire)]
        rank = pair.index(name) if len(pair) > 1 else 0
        plan = self._planner.plan(wire, source, target, rank)
        route = Route(wire, source, target, plan, rank, 0)
        before = self._first_routes.get(name)
        if before == route:
            return False
        if before is not None:
            self._row_wires[before.source.row].discard(name)
            self._row_wires[before.target.row].discard(name)
        self._row_wires[source.row].add(name)
        self._row_wires[target.row].add(name)
        self._first_routes[name] = route
        return True

    def _relieve(self, cards: Iterable[str]) -> set[str]:
        """Look for crowded sides; return the connectors for which the answer is another one."""
        changed: set[str] = set()
        for card in cards:
            names = self.incidence.get(card, {})
            before = self._excess.pop(card, {})
            after: Excess = {}
            if len(names) > FEW:
                place = self._occupancy.places[card]
                after = find_excess(
                    place,
                    self._occupancy.widths[place.column],
                    [self._first_routes[name] for name in names],
                    self._spacing,
                )
            if after:
                self._excess[card] = after
            for end in before.keys() | after.keys():
                if before.get(end) != after.get(end):
                    changed.add(end[0])
        return changed

    def _settle(self, names: Iterable[str]) -> set[str]:
        """Decide the routes of connectors; return those that changed."""
        changed: set[str] = set()
        for name in names:
            if name not in self._first_routes:
                continue
            route = self._first_routes[name]
            avoid = (
                self._excess.get(route.source.id, {}).get((name, SOURCE), NOWHERE),
                self._excess.get(route.target.id, {}).get((name, TARGET), NOWHERE),
            )
            if avoid != (NOWHERE, NOWHERE):
                plan = self._planner.plan_elsewhere(
                    route.wire, route.source, route.target, route.rank, avoid
                )
                route = route._replace(plan=plan)
            if self.routes.get(name) != route:
                self.routes[name] = route
                changed.add(name)
        return changed

    def force(self, name: str, force: int) -> Route:
        """Return the route of a connector whose label needs more room than it finds.

        Raises:
            KeyError: no such connector.
        """
        route = self.routes[name]
        plan = route.plan
        if not force:
            return route
        if plan.channel_part < 0 and (force == 2 or plan.middle or plan.is_level):
            plan = self._planner.plan_by_channel(route.wire, route.source, route.target, route.rank)
        return route._replace(plan=plan, force=force)


def _find_pair(wire: Wire) -> tuple[str, str]:
    one, other = wire.source, wire.target
    return (one, other) if one < other else (other, one)
