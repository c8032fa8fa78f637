"""What a poster shows that should stay whole when it is cut into sheets, as boxes on its page."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, Group, Part
from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
)

_ASCENT, _DESCENT = 0.8, 0.25
"""How far letters reach from their baseline, in em."""
_LARGEST_SIGN = 60.0
"""A shape that is longer, in mm, is a line or a frame, which may be cut."""
_LANE_PARTS = (".line", ".curve")
"""Ends of the keys of what belongs to a lane though it is no record of its own."""


class Importance(IntEnum):
    """How bad it is to cut something: a text of title and footer, a label or badge, a card."""

    TEXT = 0
    LABEL = 1
    CARD = 2


class Item(NamedTuple):
    """Something that should stay whole: its box in mm of the page, and the group it belongs to."""

    box: Bounds
    group: str
    importance: Importance


def list_items(drawing: Drawing) -> tuple[Item, ...]:
    """Return all cards, labels, badges and texts of a drawing, in paint order."""
    scale, dx, dy = drawing.fit
    found = []
    for group, x, y in drawing.placed:
        importance = _judge(group)
        for box in _iter_boxes(group):
            x0, y0, x1, y1 = box.moved(x, y)
            on_page = Bounds(x0 * scale + dx, y0 * scale + dy, x1 * scale + dx, y1 * scale + dy)
            found.append(Item(on_page, group.key, importance))
    return tuple(found)


def _judge(group: Group) -> Importance:
    if group.kind == "card":
        return Importance.CARD
    is_text = group.kind in {"document", "decoration"} and not group.key.endswith(_LANE_PARTS)
    return Importance.TEXT if is_text else Importance.LABEL


def _iter_boxes(group: Group) -> Iterator[Bounds]:
    if group.kind == "card":
        yield group.bounds
        return
    for part in group.parts:
        if part.name:
            boxes = list(_iter_part(part, has_signs=group.kind != "connector"))
            if boxes:
                yield Bounds(
                    min(box.x0 for box in boxes),
                    min(box.y0 for box in boxes),
                    max(box.x1 for box in boxes),
                    max(box.y1 for box in boxes),
                )


def _iter_part(part: Part, *, has_signs: bool) -> Iterator[Bounds]:
    for item in part.primitives:
        box = _measure(item)
        is_sign = not isinstance(item, Rectangle | Path) or (
            has_signs and max(box.width, box.height) <= _LARGEST_SIGN
        )
        if is_sign and not isinstance(item, LinkArea):
            yield box


def _measure(item: Primitive) -> Bounds:
    if isinstance(item, GlyphRun):
        top, bottom = item.baseline - _ASCENT * item.size, item.baseline + _DESCENT * item.size
        return Bounds(item.x, top, item.x + item.width, bottom)
    if isinstance(item, Path):
        xs = [x for command in item.commands for x in command[1::2]]
        ys = [y for command in item.commands for y in command[2::2]]
        return Bounds(min(xs), min(ys), max(xs), max(ys))
    return Bounds(item.x, item.y, item.x + item.width, item.y + item.height)
