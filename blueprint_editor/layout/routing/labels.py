"""Finds room for the labels of connectors beside their lines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from blueprint_editor.drawing.primitives import Bounds, Point
from blueprint_editor.layout.routing.grid import GridCard, GridShape, Wire

LABEL_GAP = 0.8
"""Between a label and its line, in mm."""
_BUCKET = 40.0


class _Room:
    """What labels must not stand on, in square buckets."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[int, int], list[tuple[Bounds, int]]] = defaultdict(list)

    def add(self, bounds: Bounds, owner: int) -> None:
        for bucket in _iter_buckets(bounds):
            self._buckets[bucket].append((bounds, owner))

    def is_free(self, bounds: Bounds, owner: int) -> bool:
        return not any(
            other.x0 < bounds.x1
            and other.x1 > bounds.x0
            and other.y0 < bounds.y1
            and other.y1 > bounds.y0
            for bucket in _iter_buckets(bounds)
            for other, whose in self._buckets.get(bucket, ())
            if whose != owner
        )


def _iter_buckets(bounds: Bounds) -> Iterator[tuple[int, int]]:
    for i in range(int(bounds.x0 // _BUCKET), int(bounds.x1 // _BUCKET) + 1):
        for j in range(int(bounds.y0 // _BUCKET), int(bounds.y1 // _BUCKET) + 1):
            yield i, j


def place_labels(
    shape: GridShape,
    cards: Sequence[GridCard],
    places: Mapping[str, Point],
    wires: Sequence[Wire],
    lines: Sequence[tuple[Point, ...]],
) -> list[Bounds | None]:
    """Return a free place beside its line for each label, in the order of the wires."""
    if not any(wire.label_size[0] for wire in wires):
        return [None] * len(wires)
    room = _Room()
    for card in cards:
        x, y = places[card.id]
        width = shape.column_widths[card.column]
        room.add(Bounds(x - 0.5, y - 0.5, x + width + 0.5, y + card.height + 0.5), -1)
    for number, points in enumerate(lines):
        for (x0, y0), (x1, y1) in pairwise(points):
            box = Bounds(min(x0, x1) - 0.5, min(y0, y1) - 0.5, max(x0, x1) + 0.5, max(y0, y1) + 0.5)
            room.add(box, number)
    labels: list[Bounds | None] = []
    for number, (wire, points) in enumerate(zip(wires, lines, strict=True)):
        label = None
        if wire.label_size[0]:
            label = next(
                (box for box in _iter_places(points, wire.label_size) if room.is_free(box, number)),
                None,
            )
            if label is not None:
                room.add(label, -1)
        labels.append(label)
    return labels


def _iter_places(points: tuple[Point, ...], size: tuple[float, float]) -> Iterator[Bounds]:
    """Yield places beside the line, horizontal stretches and long ones first."""
    width, height = size
    stretches = sorted(
        pairwise(points),
        key=lambda s: (s[0][1] != s[1][1], -abs(s[0][0] - s[1][0]) - abs(s[0][1] - s[1][1])),
    )
    for (x0, y0), (x1, y1) in stretches:
        if y0 == y1:
            length, least = abs(x1 - x0), min(x0, x1)
            if length < width:
                continue
            for i in _from_middle(int((length - width) / 2) + 1):
                x = least + (length - width) * i
                yield Bounds(x, y0 - LABEL_GAP - height, x + width, y0 - LABEL_GAP)
                yield Bounds(x, y0 + LABEL_GAP, x + width, y0 + LABEL_GAP + height)
        else:
            length, least = abs(y1 - y0), min(y0, y1)
            if length < height:
                continue
            for i in _from_middle(int((length - height) / 2) + 1):
                y = least + (length - height) * i
                yield Bounds(x0 + LABEL_GAP, y, x0 + LABEL_GAP + width, y + height)
                yield Bounds(x0 - LABEL_GAP - width, y, x0 - LABEL_GAP, y + height)


def _from_middle(count: int) -> Iterator[float]:
    """Yield ``count`` fractions of 1, from the middle outwards."""
    yield 0.5
    for i in range(1, count):
        yield 0.5 + i / (2 * count)
        yield 0.5 - i / (2 * count)
