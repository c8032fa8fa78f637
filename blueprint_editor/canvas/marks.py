"""What hangs on cards, phases and steps: marks in trays, connectors told in words; where it is."""

from collections.abc import Collection, Mapping

from blueprint_editor.drawing.drawing import Group, Placed
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Path, Primitive, Rectangle
from blueprint_editor.painters.qt import find_box

_REACH_MM = 1.0
"""How far beside a mark's ink a press still means it."""
_DESCENT = 0.3
"""How far letters reach below their line, as a share of their size."""


def list_marks(group: Group) -> dict[str, Bounds]:
    """Return the marks of a tray with the ink of each, in mm from the group's origin."""
    return _list_boxes(group, {"sign", "mark"})


def list_ways(group: Group) -> dict[str, Bounds]:
    """Return the connectors that a card tells in words, with the words of each, likewise."""
    return _list_boxes(group, {"way"})


def _list_boxes(group: Group, kinds: Collection[str]) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    for part in group.parts:
        kind, _, mark = part.name.partition(":")
        if kind not in kinds:
            continue
        for box in map(_box_of, part.primitives):
            if box is not None:
                found[mark] = found[mark].joined(box) if mark in found else box
    return found


def find_mark_at(placed: Placed, x: float, y: float) -> str:
    """Return the mark of a record's tray at a point of the drawing (mm); empty beside all."""
    return _find_at(list_marks(placed.group), placed, x, y)


def find_way_at(placed: Placed, x: float, y: float) -> str:
    """Return the connector that a card tells in words at a point; empty beside all."""
    return _find_at(list_ways(placed.group), placed, x, y)


def _find_at(boxes: Mapping[str, Bounds], placed: Placed, x: float, y: float) -> str:
    for record, box in boxes.items():
        if box.grown(_REACH_MM).contains(x - placed.x, y - placed.y):
            return record
    return ""


def _box_of(item: Primitive) -> Bounds | None:
    if isinstance(item, GlyphRun):
        bottom = item.baseline + item.size * _DESCENT
        return Bounds(item.x, item.baseline - item.size, item.x + item.width, bottom)
    return find_box(item) if isinstance(item, Rectangle | Path) else None
