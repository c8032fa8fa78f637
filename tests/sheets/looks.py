"""What a designer would mark on a poster: lines through cards, words on lines, tracks on rules."""

from collections.abc import Iterator
from itertools import pairwise

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import Bounds, GlyphRun
from blueprint_editor.layout.theme import Metrics
from blueprint_editor.sheets.poster_grid import PosterGrid

Stretch = tuple[float, float, float, float]
"""Left, top, right and bottom of a straight piece of a connector, in mm."""

_SLACK = 0.01
_METRICS = Metrics()


def find_blemishes(drawing: Drawing, grid: PosterGrid, scale: float) -> list[str]:
    """Return what is in another one's way on a poster of a type scale, one line each."""
    wires = [placed for placed in drawing.placed if placed.group.kind == "connector"]
    cards = [placed for placed in drawing.placed if placed.group.kind == "card"]
    return [
        *_find_crossed_cards(wires, cards, scale),
        *_find_hidden_heads(wires, scale),
        *_find_covered_labels(wires, cards),
        *_find_crossed_labels(wires, grid),
        *_find_tracks_on_rules(wires, grid, scale),
    ]


def _list_stretches(wire: Placed) -> list[Stretch]:
    points = [(x + wire.x, y + wire.y) for x, y in wire.group.course]
    return [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in pairwise(points)]


def _meets(stretch: Stretch, box: Bounds) -> bool:
    left, top, right, bottom = stretch
    return left < box.x1 and right > box.x0 and top < box.y1 and bottom > box.y0


def _shrink(box: Bounds, right: float = 0.0) -> Bounds:
    return Bounds(box.x0 + _SLACK, box.y0 + _SLACK, box.x1 - right - _SLACK, box.y1 - _SLACK)


def _find_crossed_cards(wires: list[Placed], cards: list[Placed], scale: float) -> Iterator[str]:
    # Beside a tray, inside the card's width, a connector may run.
    inset = _METRICS.tray_inset * scale
    bodies = [(card.group.key, _shrink(card.bounds, inset)) for card in cards]
    for wire in wires:
        for stretch in _list_stretches(wire):
            for key, body in bodies:
                if _meets(stretch, body):
                    yield f"connector {wire.group.key} runs through card {key}"


def _find_hidden_heads(wires: list[Placed], scale: float) -> Iterator[str]:
    for wire in wires:
        left, top, right, bottom = _list_stretches(wire)[-1]
        if right - left + bottom - top < _METRICS.arrow_length * scale - _SLACK:
            yield f"connector {wire.group.key} has no room for its head"


def _find_labels(wire: Placed) -> list[Bounds]:
    """Return a box around the small letters of each line of a connector's words."""
    return [
        Bounds(
            item.x + wire.x,
            item.baseline + wire.y - 0.5 * item.size,
            item.x + wire.x + item.width,
            item.baseline + wire.y,
        )
        for part in wire.group.parts
        for item in part.primitives
        if isinstance(item, GlyphRun)
    ]


def _find_covered_labels(wires: list[Placed], cards: list[Placed]) -> Iterator[str]:
    labels = {wire.group.key: _find_labels(wire) for wire in wires}
    for key, boxes in labels.items():
        for box in boxes:
            for wire in wires:
                if any(_meets(stretch, box) for stretch in _list_stretches(wire)):
                    yield f"words of connector {key} stand on connector {wire.group.key}"
            for card in cards:
                if box.overlaps(card.bounds, _SLACK):
                    yield f"words of connector {key} stand on card {card.group.key}"
            for other, others in labels.items():
                if other > key and any(box.overlaps(one, _SLACK) for one in others):
                    yield f"words of connectors {key} and {other} stand on each other"


def _find_crossed_labels(wires: list[Placed], grid: PosterGrid) -> Iterator[str]:
    for wire in wires:
        for box in _find_labels(wire):
            if any(box.y0 - 0.5 * box.height < row.y < box.y1 for row in grid.rows):
                yield f"words of connector {wire.group.key} stand on the edge of a lane"


def _find_tracks_on_rules(wires: list[Placed], grid: PosterGrid, scale: float) -> Iterator[str]:
    least = 3 * _METRICS.line_width * scale
    rules = [row.y for row in grid.rows]
    for wire in wires:
        for left, top, right, bottom in _list_stretches(wire):
            if right - left > bottom - top and any(abs(rule - top) < least for rule in rules):
                yield f"connector {wire.group.key} runs along the edge of a lane"
