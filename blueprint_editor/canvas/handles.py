"""Handles at the edges of a card or the ends of a connector, from which lines are drawn."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from blueprint_editor.canvas.elbow import SIDES, Side, middle_of
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.painters.qt import find_body

HANDLE_RADIUS_PX = 5.5
_REACH_PX = 8.0
"""From a handle's middle; a press so near takes it."""
_LARGEST_SHARE = 0.27
"""A handle reaches no farther into its card than this share of it."""
_SMALLEST_CARD_PX = 24.0
"""Handles on a smaller card would leave no room to press the card itself."""

End = Literal["source", "target"]


class Handle(NamedTuple):
    """A place to press, within ``reach`` mm: a card's side or a connector's end."""

    record: str
    at: QPointF
    reach: float
    side: Side | None = None
    end: End | None = None


def body_of(placed: Placed) -> QRectF:
    """Return a card's box without its tray of marks, in mm of the drawing."""
    return to_rect(find_body(placed.group).moved(placed.x, placed.y))


def list_card_handles(placed: Placed, scale: float) -> tuple[Handle, ...]:
    """Return a card's four handles; none where it is too small on screen (px per mm)."""
    body = body_of(placed)
    smaller = min(body.width(), body.height())
    if smaller * scale < _SMALLEST_CARD_PX:
        return ()
    reach = min(_REACH_PX / scale, smaller * _LARGEST_SHARE)
    return tuple(Handle(placed.group.key, middle_of(body, side), reach, side) for side in SIDES)


def list_end_handles(placed: Placed, scale: float) -> tuple[Handle, ...]:
    """Return the handles at both ends of a connector."""
    course = placed.group.course
    if len(course) < 2:
        return ()
    x, y, key, reach = placed.x, placed.y, placed.group.key, _REACH_PX / scale
    (x0, y0), (x1, y1) = course[0], course[-1]
    return (
        Handle(key, QPointF(x + x0, y + y0), reach, end="source"),
        Handle(key, QPointF(x + x1, y + y1), reach, end="target"),
    )
