"""Counts what a reader would call good or bad in routed connectors; for tests and measurements."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.routing.grid import GridCard, GridPlacement, GridShape

_SLACK = 1e-6
_RASTER = 2e-3


class Run(NamedTuple):
    """A straight piece of a connector: at ``at`` from ``low`` to ``high`` along its direction."""

    at: float
    low: float
    high: float
    wire: str


class Quality(NamedTuple):
    """What was counted.

    Attributes:
        crossings: pairs of pieces of different connectors that cross.
        bends: corners of all connectors.
        length: of all connectors, in mm.
        overlaps: pairs of pieces of different connectors on one line.
        closest: least distance between parallel pieces side by side, in mm (100 if none is nearer).
        through_cards: pieces that run through or along a card or its tray, nearer than 0.99 mm.
        labels_lost: labels that found no room.
        labels_hit: labels upon cards, other labels or other connectors.
        labels_far: labels more than 2 mm from their connector.
    """

    crossings: int
    bends: int
    length: float
    overlaps: int
    closest: float
    through_cards: int
    labels_lost: int
    labels_hit: int
    labels_far: int


def measure(
    shape: GridShape, cards: Sequence[GridCard], placement: GridPlacement, labelled: int = 0
) -> Quality:
    """Count the qualities of a placement in which ``labelled`` connectors bear labels."""
    level, upright = collect_runs(placement)
    obstacles = [box for card in cards for box in find_obstacles(shape, card, placement)]
    level_overlaps, level_closest = _find_parallels(level)
    upright_overlaps, upright_closest = _find_parallels(upright)
    hit, far, count = _check_labels(cards, shape, placement, level, upright)
    lengths = sum(run.high - run.low for run in [*level, *upright])
    return Quality(
        _count_crossings(level, upright),
        sum(len(wire.points) - 2 for wire in placement.wires.values()),
        lengths,
        level_overlaps + upright_overlaps,
        min(level_closest, upright_closest),
        _count_through(level, upright, obstacles, placement),
        labelled - count,
        hit,
        far,
    )


def collect_runs(placement: GridPlacement) -> tuple[list[Run], list[Run]]:
    """Return the horizontal and the vertical pieces of all connectors."""
    level: list[Run] = []
    upright: list[Run] = []
    for wire in placement.wires.values():
        for (x0, y0), (x1, y1) in pairwise(wire.points):
            if y0 == y1:
                level.append(Run(y0, min(x0, x1), max(x0, x1), wire.id))
            else:
                upright.append(Run(x0, min(y0, y1), max(y0, y1), wire.id))
    return level, upright


def find_obstacles(shape: GridShape, card: GridCard, placement: GridPlacement) -> Iterator[Bounds]:
    """Yield the boxes that a card and its tray cover."""
    x, y = placement.card_places[card.id]
    width = shape.column_widths[card.column]
    yield Bounds(x, y, x + width, y + card.body_height)
    if card.height > card.body_height:
        yield Bounds(x, y + card.body_height, x + width - card.tray_inset, y + card.height)


def _count_crossings(level: list[Run], upright: list[Run]) -> int:
    upright = sorted(upright)
    places = [run.at for run in upright]
    return sum(
        1
        for run in level
        for other in upright[
            bisect_right(places, run.low + _SLACK) : bisect_left(places, run.high - _SLACK)
        ]
        if other.wire != run.wire and other.low + _SLACK < run.at < other.high - _SLACK
    )


def _find_parallels(runs: list[Run]) -> tuple[int, float]:
    """Return how many pieces of different connectors share a line, and the least distance."""
    runs = sorted(runs)
    overlaps, closest = 0, 100.0
    for i, run in enumerate(runs):
        for other in runs[i + 1 :]:
            distance = other.at - run.at
            if distance >= min(closest, 20.0):
                break
            if other.wire == run.wire:
                continue
            if min(run.high, other.high) - max(run.low, other.low) > _SLACK:
                closest = distance
                overlaps += distance < _SLACK
                if distance < _SLACK:
                    closest = _SLACK
    return overlaps, closest


def _count_through(
    level: list[Run], upright: list[Run], obstacles: list[Bounds], placement: GridPlacement
) -> int:
    ends = {wire.id: (wire.points[0], wire.points[-1]) for wire in placement.wires.values()}
    count = 0
    tall = _index(obstacles)
    for at, low, high, wire in level:
        for box in _iter_near(tall, Bounds(low, at, high, at)):
            inside = min(high, box.x1 + 0.99) - max(low, box.x0 - 0.99)
            if box.y0 - 0.99 < at < box.y1 + 0.99 and inside > _SLACK:
                stub = any(_meets(box, end) for end in ends[wire] if end[1] == at)
                free = low >= box.x1 - _RASTER or high <= box.x0 + _RASTER
                count += not (stub and free)
    for at, low, high, wire in upright:
        for box in _iter_near(tall, Bounds(at, low, at, high)):
            inside = min(high, box.y1 + 0.99) - max(low, box.y0 - 0.99)
            if box.x0 - 0.99 < at < box.x1 + 0.99 and inside > _SLACK:
                stub = any(_meets(box, end) for end in ends[wire] if end[0] == at)
                free = low >= box.y1 - _RASTER or high <= box.y0 + _RASTER
                count += not (stub and free)
    return count


def _meets(box: Bounds, end: Point) -> bool:
    """Tell whether a point lies on the edge of a box."""
    x, y = end
    beside = min(abs(x - box.x0), abs(x - box.x1)) <= _RASTER and box.y0 <= y <= box.y1
    above = min(abs(y - box.y0), abs(y - box.y1)) <= _RASTER and box.x0 <= x <= box.x1
    return beside or above


def _check_labels(
    cards: Sequence[GridCard],
    shape: GridShape,
    placement: GridPlacement,
    level: list[Run],
    upright: list[Run],
) -> tuple[int, int, int]:
    boxes = [box for card in cards for box in find_obstacles(shape, card, placement)]
    labels = {wire.id: wire.label for wire in placement.wires.values() if wire.label is not None}
    owners: list[tuple[Bounds, str]] = [(box, "") for box in boxes]
    owners += [(box, wire) for wire, box in labels.items()]
    owners += [(Bounds(low, at, high, at), wire) for at, low, high, wire in level]
    owners += [(Bounds(at, low, at, high), wire) for at, low, high, wire in upright]
    index = _index([box for box, _ in owners])
    whose = {id(box): wire for box, wire in owners}
    hit = sum(
        1
        for wire, label in labels.items()
        for box in _iter_near(index, label)
        if whose[id(box)] != wire
        and box.x0 < label.x1 - _SLACK
        and box.x1 > label.x0 + _SLACK
        and box.y0 < label.y1 - _SLACK
        and box.y1 > label.y0 + _SLACK
    )
    far = 0
    for wire, label in labels.items():
        near = label.moved(0.0, 0.0)._replace(
            x0=label.x0 - 2, y0=label.y0 - 2, x1=label.x1 + 2, y1=label.y1 + 2
        )
        far += not any(
            min(x0, x1) <= near.x1
            and max(x0, x1) >= near.x0
            and min(y0, y1) <= near.y1
            and max(y0, y1) >= near.y0
            for (x0, y0), (x1, y1) in pairwise(placement.wires[wire].points)
        )
    return hit, far, len(labels)


_CELL = 50.0


def _index(boxes: list[Bounds]) -> dict[tuple[int, int], list[Bounds]]:
    index: dict[tuple[int, int], list[Bounds]] = defaultdict(list)
    for box in boxes:
        for cell in _iter_cells(box):
            index[cell].append(box)
    return index


def _iter_near(index: dict[tuple[int, int], list[Bounds]], box: Bounds) -> list[Bounds]:
    near = {id(other): other for cell in _iter_cells(box) for other in index.get(cell, ())}
    return list(near.values())


def _iter_cells(box: Bounds) -> Iterator[tuple[int, int]]:
    for i in range(int((box.x0 - 2) // _CELL), int((box.x1 + 2) // _CELL) + 1):
        for j in range(int((box.y0 - 2) // _CELL), int((box.y1 + 2) // _CELL) + 1):
            yield i, j
