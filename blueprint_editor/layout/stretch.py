"""Lanes that share what height the paper leaves: everything moves down, nothing is routed anew."""

from bisect import bisect_right
from collections.abc import Sequence

from blueprint_editor.layout.routing import GridPlacement, RoutedWire


def stretch_rows(placement: GridPlacement, extra: float, rows: Sequence[int]) -> GridPlacement:
    """Return the placement ``extra`` mm higher, the room added at the bottom of ``rows``.

    Cards and lines keep their distance from the top of their row; lines that cross rows grow.
    What did not touch before does not touch after, since no two heights change their order.
    """
    share = extra / len(rows)
    grown = frozenset(rows)
    tops = placement.row_y
    shifts = [share * sum(row in grown for row in range(index)) for index in range(len(tops))]

    def move(y: float) -> float:
        return y + shifts[max(bisect_right(tops, y) - 1, 0)]

    def move_wire(wire: RoutedWire) -> RoutedWire:
        points = tuple((x, move(y)) for x, y in wire.points)
        label = wire.label
        if label is not None:
            label = label.moved(0.0, move(label.y0) - label.y0)
        return RoutedWire(wire.id, points, label)

    return placement._replace(
        row_y=tuple(y + shift for y, shift in zip(tops, shifts, strict=True)),
        row_heights=tuple(
            height + (share if row in grown else 0.0)
            for row, height in enumerate(placement.row_heights)
        ),
        card_places={card: (x, move(y)) for card, (x, y) in placement.card_places.items()},
        wires={key: move_wire(wire) for key, wire in placement.wires.items()},
        height=placement.height + extra,
    )
