"""Finds room for the labels of connectors beside their lines.

A label is looked for again only where something it might touch has changed; connectors are taken
in the order of their ids, so that the outcome does not depend on what was edited when.
"""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_editor.layout.routing.frames import Frames, Spot
from blueprint_editor.layout.routing.label_search import LabelSearch
from blueprint_editor.layout.routing.layer import Layer, Touched
from blueprint_editor.layout.routing.obstacles import Claims
from blueprint_editor.layout.routing.ports import Route


class _Box(NamedTuple):
    """What a label's place depends on: gutters and columns (as frame numbers) and rows."""

    first: int
    last: int
    top: int
    bottom: int


class LabelRoom:
    """The places of all labels of a layer, kept up to date."""

    def __init__(self) -> None:
        self.spots: dict[str, Spot | None] = {}
        self._boxes: dict[str, _Box] = {}
        self._claims = Claims()

    def copy(self) -> "LabelRoom":
        """Return an independent copy."""
        twin = LabelRoom()
        twin.spots = dict(self.spots)
        twin._boxes = dict(self._boxes)
        twin._claims = {cell: dict(claims) for cell, claims in self._claims.items()}
        return twin

    def update(
        self, layer: Layer, frames: Frames, touched: Touched, removed: Iterable[str]
    ) -> set[str]:
        """Look again for the labels that may be concerned; return those that changed."""
        soiled: set[tuple[int, int]] = set()
        for name in removed:
            self._drop(name, soiled)
        for name in touched.wires:
            route = layer.ledger.routes[name]
            if route.wire.label_size[0]:
                self._boxes[name] = _find_box(route)
            else:
                self._drop(name, soiled)
        positions, rows = _find_soil(layer, touched)
        search = LabelSearch(layer, frames, self._claims)
        changed: set[str] = set()
        for name in sorted(self._boxes):
            box = self._boxes[name]
            if name in touched.wires or _is_soiled(box, positions, rows, soiled):
                before = self.spots.get(name)
                self._release(name, soiled)
                spot = self.spots[name] = search.find(name)
                soiled |= self._cells_of(name)
                if spot != before:
                    changed.add(name)
        return changed

    def _drop(self, name: str, soiled: set[tuple[int, int]]) -> None:
        if name in self._boxes:
            self._release(name, soiled)
            del self._boxes[name]
            self.spots.pop(name, None)

    def _release(self, name: str, soiled: set[tuple[int, int]]) -> None:
        for cell in self._cells_of(name):
            del self._claims[cell][name]
            soiled.add(cell)

    def _cells_of(self, name: str) -> set[tuple[int, int]]:
        box = self._boxes[name]
        return {
            (row, column)
            for row in range(box.top, box.bottom + 1)
            for column in range(box.first // 2, box.last // 2 + 1)
            if name in self._claims.get((row, column), ())
        }


def _find_box(route: Route) -> _Box:
    plan, source, target = route.plan, route.source, route.target
    places = [2 * source.column + 1, 2 * target.column + 1]
    rows = [source.row, target.row]
    for part, number in enumerate(plan.middle):
        if part == plan.channel_part:
            rows.append(number >> 1)
        else:
            places.append(2 * number)
    return _Box(max(0, min(places) - 1), max(places) + 1, min(rows), max(rows))


def _find_soil(layer: Layer, touched: Touched) -> tuple[set[int], set[int]]:
    """Return gutters and columns (as frame numbers) and rows in which something changed."""
    positions = {2 * gutter for gutter in touched.gutters}
    positions |= {2 * column + 1 for column in touched.columns}
    for name in touched.wires:
        route = layer.ledger.routes[name]
        if route.plan.source_side & 1:
            positions.add(2 * route.source.column + 1)
        if route.plan.target_side & 1:
            positions.add(2 * route.target.column + 1)
    return positions, touched.rows | touched.lines


def _is_soiled(box: _Box, positions: set[int], rows: set[int], cells: set[tuple[int, int]]) -> bool:
    return (
        any(box.first <= position <= box.last for position in positions)
        or any(box.top <= row <= box.bottom for row in rows)
        or any(
            box.top <= row <= box.bottom and box.first <= 2 * column + 1 <= box.last
            for row, column in cells
        )
    )
