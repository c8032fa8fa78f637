"""Keeps book of which connectors take part in which part of the grid.

An edit takes a few connectors out and enters them anew; the parts that they touch are noted as
dirty, and only those are laid out again. Copies share what neither has changed.
"""

from typing import Any

from blueprint_editor.layout.routing.entries import (
    GROUPS,
    LINES,
    Channels,
    Entry,
    Groups,
    Lines,
    Rooms,
    SidePort,
    Slots,
    Span,
    find_reach,
    list_entries,
)
from blueprint_editor.layout.routing.plans import LEFT, RIGHT
from blueprint_editor.layout.routing.ports import Route
from blueprint_editor.layout.routing.spacing import Spacing


class Ledger:
    """The parts of the grid and who takes part in them, by connector id."""

    def __init__(self, spacing: Spacing, widths: tuple[float, ...]) -> None:
        self._spacing = spacing
        self._widths = widths
        self.routes: dict[str, Route] = {}
        self._reach: dict[str, Span] = {}
        self.lines: Lines = {}
        self.groups: Groups = {}
        self.slots: Slots = {}
        self.channels: Channels = {}
        self.gutters: dict[int, dict[str, int]] = {}
        self.rooms: Rooms = {}
        self._books: tuple[dict[Any, Any], ...] = (
            self.lines,
            self.groups,
            self.slots,
            self.channels,
            self.gutters,
            self.rooms,
        )
        self.dirty: tuple[set[Any], ...] = tuple(set() for _ in range(6))
        self.dirty_sides: set[tuple[str, int]] = set()
        self._entries: dict[str, list[Entry]] = {}
        self._owned: tuple[set[Any], ...] = tuple(set() for _ in range(6))

    def copy(self) -> "Ledger":
        """Return an independent copy of a ledger in which nothing is dirty."""
        twin = Ledger(self._spacing, self._widths)
        twin.routes.update(self.routes)
        twin._reach.update(self._reach)
        for book, twin_book in zip(self._books, twin._books, strict=True):
            twin_book.update(book)
        twin._entries = dict(self._entries)
        for owned in self._owned:
            owned.clear()
        return twin

    def list_reaches(self) -> dict[str, Span]:
        """Return from which frames each connector counts; see ``find_reach``."""
        reaches = self._reach
        if len(reaches) < len(self.routes):
            for wire, route in self.routes.items():
                if wire not in reaches:
                    reaches[wire] = find_reach(route)
        return reaches

    def take_dirty(self, kind: int) -> set[Any]:
        """Return the dirty parts of a kind and count them as clean from now on."""
        dirty = set(self.dirty[kind])
        self.dirty[kind].clear()
        return dirty

    def strike(self, wire: str) -> Route:
        """Take a connector out and return its route."""
        route = self.routes.pop(wire)
        self._reach.pop(wire, None)
        for kind, part, name, entry in self._entries.pop(wire):
            if part not in self._owned[kind]:
                self._own(kind, part)
            del self._books[kind][part][name]
            self.dirty[kind].add(part)
            if kind == GROUPS and entry.flank != 2:
                self._soil_side(route, entry)
        return route

    def enter(self, route: Route, *, is_first: bool = False) -> None:
        """Enter a connector that is not in the ledger.

        ``is_first`` tells that no line has been laid yet that would have to be laid anew.
        """
        wire = route.wire.id
        self.routes[wire] = route
        entries = self._entries[wire] = list_entries(route, self._spacing, self._widths)
        books, dirty, owned = self._books, self.dirty, self._owned
        for kind, part, name, entry in entries:
            members = books[kind].get(part)
            if members is None:
                books[kind][part] = {name: entry}
                owned[kind].add(part)
            else:
                if part not in owned[kind]:
                    members = self._own(kind, part)
                members[name] = entry
            dirty[kind].add(part)
            if kind == GROUPS and not is_first and entry.flank != 2:
                self._soil_side(route, entry)

    def _soil_side(self, route: Route, port: SidePort) -> None:
        """Note that the lines from a side have other company now."""
        card = route.target if port.end else route.source
        self.dirty_sides.add((card.id, RIGHT if port.flank < 0 else LEFT))
        self.dirty[LINES].add(card.row)

    def _own(self, kind: int, part: Any) -> dict[Any, Any]:
        """Return the members of a part, copied first, for another ledger may share them."""
        book = self._books[kind]
        members: dict[Any, Any] = dict(book[part])
        book[part] = members
        self._owned[kind].add(part)
        return members
