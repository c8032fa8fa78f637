"""Finds which connectors must leave a crowded side of a card for another one."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import BOTTOM
from blueprint_editor.layout.routing.ports import SOURCE, TARGET, Route
from blueprint_editor.layout.routing.spacing import Spacing

FEW = 4
"""So many connectors fit on any side; cards with no more need not be looked at."""

Excess: TypeAlias = Mapping[tuple[str, int], int]
"""(connector, end) → side of the card for which it is one too many."""


def find_excess(place: Place, width: float, routes: Iterable[Route], spacing: Spacing) -> Excess:
    """Return the ends at a card, ``width`` mm wide, that exceed the room of their sides.

    Straight connectors and those to near cards stay where they are.
    """
    sides: tuple[list[tuple[bool, int, str, int]], ...] = ([], [], [], [])
    for route in routes:
        plan, source, target = route.plan, route.source, route.target
        distance = 2 * abs(source.column - target.column) + abs(source.row - target.row)
        is_bent = not (plan.is_level or plan.is_upright)
        entry = (is_bent, distance, route.wire.id)
        if source.id == place.id:
            sides[plan.source_side].append((*entry, SOURCE))
        if target.id == place.id:
            sides[plan.target_side].append((*entry, TARGET))
    excess: dict[tuple[str, int], int] = {}
    for side, ends in enumerate(sides):
        room = _find_room(place, width, side, spacing)
        if len(ends) > room:
            for _, _, name, end in sorted(ends)[room:]:
                excess[name, end] = side
    return excess


def _find_room(place: Place, width: float, side: int, spacing: Spacing) -> int:
    """Return how many connectors a side has room for, at least one."""
    if side == BOTTOM:
        return max(1, place.room)
    length = width if side & 1 else place.body_bottom - place.body_top
    return 1 + max(0, int((length - 2 * spacing.corner) / spacing.gap))
