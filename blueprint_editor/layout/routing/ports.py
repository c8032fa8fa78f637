"""Orders and spaces the points where connectors meet their cards.

On a side, connectors stand in the order in which they leave each other's way: those that turn
back round a corner of the card at the outside, the others by where they lead.
"""

from typing import NamedTuple

from blueprint_editor.layout.routing.occupancy import PORT_INSET, Place
from blueprint_editor.layout.routing.plans import BOTTOM, LEFT, RIGHT, Plan
from blueprint_editor.layout.routing.spread import Mark, spread

SOURCE, TARGET = 0, 1

OrderKey = tuple[int, float, float, int]


class Port(NamedTuple):
    """One end of a connector on a side of a card."""

    key: OrderKey
    wire: int
    end: int


def find_channel_level(channel: int) -> float:
    """Return where a channel stands in the symbolic order of heights."""
    return 4 * (channel >> 1) + 2 * (channel & 1)


def find_body_level(place: Place) -> float:
    """Return where a card stands in the symbolic order of heights."""
    return 4 * place.row + 1 + (place.body_top + place.body_bottom) / 2e5


def find_order(plan: Plan, own: Place, other: Place, end: int, wire: int) -> OrderKey:
    """Return the sort key of a connector's end among those on its side of the card."""
    if end == SOURCE:
        side, middle, is_line = plan.source_side, plan.middle, plan.source_line
    else:
        side, middle, is_line = plan.target_side, plan.middle[::-1], plan.target_line
    if side in {LEFT, RIGHT}:
        if is_line:
            return (1, find_body_level(own), 0.0, wire)
        return _find_order_beside(side, middle, own, other, wire)
    nested = end == TARGET and plan.source_side == plan.target_side
    return _find_order_across(middle, own, other, -wire if nested else wire)


def _find_order_beside(
    side: int, middle: tuple[int, ...], own: Place, other: Place, wire: int
) -> OrderKey:
    back = -1 if side == RIGHT else 1
    gutter = middle[0]
    distance = 0.0
    if len(middle) == 1:
        level = find_body_level(other)
        turn = -1 if other.column < gutter else 1
    else:
        level = find_channel_level(middle[1])
        far = 2 * middle[2] if len(middle) > 2 else 2 * other.column + 1
        turn = -1 if far < 2 * gutter else 1
        distance = abs(far - 2 * gutter)
    is_up = level < find_body_level(own)
    if turn == back:
        return (0, -level, distance, -wire) if is_up else (2, -level, -distance, wire)
    return (1, level, -distance if is_up else distance, wire)


def _find_order_across(middle: tuple[int, ...], own: Place, other: Place, tie: int) -> OrderKey:
    here = 2 * own.column + 1
    if middle:
        far = 2 * middle[1] if len(middle) > 1 else 2 * other.column + 1
        level = find_channel_level(middle[0])
    else:
        far = 2 * other.column + 1
        level = find_body_level(other)
    if far == here:
        return (1, 0.0, 0.0, tie)
    depth = abs(level - find_body_level(own))
    if far < here:
        return (0, depth, here - far, tie)
    return (2, -depth, here - far, tie)


def wish_heights(
    ports: list[Port], place: Place, fixed: dict[tuple[int, int], float]
) -> list[Mark]:
    """Return where the ports of a left or right side would like to stand.

    They share evenly what those leave that are ``fixed`` (by wire and end); heights count from
    the top of the row's stacks.
    """
    low, high = place.body_top + PORT_INSET, place.body_bottom - PORT_INSET
    if high < low:
        low = high = (place.body_top + place.body_bottom) / 2
    marks: list[Mark] = []
    waiting = 0
    start = place.body_top

    def share(stop: float) -> None:
        for i in range(waiting):
            wish = start + (stop - start) * (i + 1) / (waiting + 1)
            marks.append(Mark(min(max(wish, low), high), low, high))

    for port in ports:
        height = fixed.get((port.wire, port.end))
        if height is None:
            waiting += 1
        else:
            share(height)
            waiting, start = 0, height
            marks.append(Mark(height, height, height))
    share(place.body_bottom)
    return marks


class Crossing(NamedTuple):
    """A connector that meets a card from above or below, in the free space of its column."""

    key: OrderKey
    wire: int
    ends: tuple[int, ...]
    low: float
    high: float
    after: float = 0.0


def place_across(crossings: list[Crossing], gap: float) -> list[float]:
    """Return how far from the column's left each stands: a bundle in the middle of the column."""
    crossings.sort()
    step = min(3 * gap, 8.0)
    marks: list[Mark] = []
    width = sum(crossing.after for crossing in crossings) + step * (len(crossings) - 1)
    offset = -width / 2
    for crossing in crossings:
        middle = (crossing.low + crossing.high) / 2
        wish = min(max(middle + offset, crossing.low), crossing.high)
        marks.append(Mark(wish, crossing.low, crossing.high, crossing.after))
        offset += step + crossing.after
    order = sorted(range(len(marks)), key=lambda i: (marks[i].wish, i))
    places = [0.0] * len(marks)
    for i, place in zip(order, spread([marks[i] for i in order], gap), strict=True):
        places[i] = place
    return places


def find_span_across(place: Place, side: int, width: float) -> tuple[float, float]:
    """Return where on the top or bottom side connectors may stand, from the card's left."""
    low, high = PORT_INSET, width - PORT_INSET
    if side == BOTTOM and place.strip:
        low, high = place.strip, max(place.strip, width - 1.0)
    if high < low:
        low = high = width / 2
    return low, high
