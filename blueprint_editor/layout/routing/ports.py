"""Orders the points where connectors meet a side of a card, so that they need not cross.

Those that turn back round a corner of the card stand outermost, the others by where they lead.
"""

from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.routing.grid import Wire
from blueprint_editor.layout.routing.occupancy import Place
from blueprint_editor.layout.routing.plans import RIGHT, Plan

SOURCE, TARGET = 0, 1

OrderKey: TypeAlias = tuple[int, float, float, int]


class Route(NamedTuple):
    """A connector with its cards' places and its plan; equal routes are laid alike.

    ``rank`` is its number among the connectors of the same two cards; ``force`` tells how much
    room its label was given: 0 what it finds, 1 room along a channel or beside an upright line,
    2 room in a gutter.
    """

    wire: Wire
    source: Place
    target: Place
    plan: Plan
    rank: int
    force: int


def find_channel_level(channel: int) -> float:
    """Return where a channel stands in the symbolic order of heights (see ``Place.level``)."""
    return 4 * (channel >> 1) + 2 * (channel & 1)


def find_order(route: Route, end: int) -> OrderKey:
    """Return the sort key of a connector's end among those on its side of the card."""
    plan = route.plan
    if end == SOURCE:
        own, other = route.source, route.target
        side, middle, is_line = plan.source_side, plan.middle, plan.source_line
    else:
        own, other = route.target, route.source
        side, middle, is_line = plan.target_side, plan.middle[::-1], plan.target_line
    if side & 1:
        nested = end == TARGET and plan.source_side == plan.target_side
        return _find_order_across(middle, own, other, -route.rank if nested else route.rank)
    if is_line:
        return (1, own.level, 0.0, route.rank)
    return _find_order_beside(side, middle, own, other, route.rank)


def _find_order_beside(
    side: int, middle: tuple[int, ...], own: Place, other: Place, rank: int
) -> OrderKey:
    back = -1 if side == RIGHT else 1
    gutter = middle[0]
    distance = 0.0
    if len(middle) == 1:
        level = other.level
        turn = -1 if other.column < gutter else 1
    else:
        level = find_channel_level(middle[1])
        far = 2 * middle[2] if len(middle) > 2 else 2 * other.column + 1
        turn = -1 if far < 2 * gutter else 1
        distance = abs(far - 2 * gutter)
    is_up = level < own.level
    if turn == back:
        return (0, -level, distance, -rank) if is_up else (2, -level, -distance, rank)
    return (1, level, -distance if is_up else distance, rank)


def _find_order_across(middle: tuple[int, ...], own: Place, other: Place, rank: int) -> OrderKey:
    here = 2 * own.column + 1
    if middle:
        far = 2 * middle[1] if len(middle) > 1 else 2 * other.column + 1
        level = find_channel_level(middle[0])
    else:
        far = 2 * other.column + 1
        level = other.level
    if far == here:
        return (1, 0.0, 0.0, rank)
    depth = abs(level - own.level)
    if far < here:
        return (0, depth, here - far, rank)
    return (2, -depth, here - far, rank)
