"""Handles at the edges of a card or the ends of a connector, from which lines are drawn."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from blueprint_editor.canvas.elbow import SIDES, Side, middle_of
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.painters.qt import find_body

_RADIUS_PX, _SMALL_RADIUS_PX = 5.5, 4.0
_SMALL_CARD_PX = 60.0
"""Around a smaller card the handles are smaller, and stand outside so as to hide no text."""
_REACH_PX = 8.0
"""From a handle's middle; a press so near takes it."""
_LARGEST_SHARE = 0.13
"""A handle reaches no farther into its card than this share of it: the rest selects and moves."""
_SMALLEST_CARD_PX = 12.0
"""Handles on a smaller card would leave no room to press the card itself."""

End = Literal["source", "target"]


class Handle(NamedTuple):
    """A place to press: a card's side or a connector's end.

    Attributes:
        radius: of the circle that is shown, in mm.
        reach: how far from its middle a press takes it, in mm.
    """

    record: str
    at: QPointF
    radius: float
    reach: float
    side: Side | None = None
    end: End | None = None

    @property
    def outward(self) -> QPointF:
        """One mm away from the card that it belongs to; nowhere for an end of a connector."""
        return QPointF(*SIDES[self.side]) if self.side is not None else QPointF()


def body_of(placed: Placed) -> QRectF:
    """Return a card's box without its tray of marks, in mm of the drawing."""
    return to_rect(find_body(placed.group).moved(placed.x, placed.y))


def list_card_handles(placed: Placed, scale: float) -> tuple[Handle, ...]:
    """Return a card's four handles; none where it is too small on screen (px per mm)."""
    body = body_of(placed)
    smaller = min(body.width(), body.height())
    if smaller * scale < _SMALLEST_CARD_PX:
        return ()
    is_small = smaller * scale < _SMALL_CARD_PX
    radius = (_SMALL_RADIUS_PX if is_small else _RADIUS_PX) / scale
    around = body.adjusted(-radius, -radius, radius, radius) if is_small else body
    outside = radius if is_small else 0.0
    reach = min(_REACH_PX / scale, smaller * _LARGEST_SHARE + outside)
    key = placed.group.key
    return tuple(Handle(key, middle_of(around, side), radius, reach, side) for side in SIDES)


def list_end_handles(placed: Placed, scale: float) -> tuple[Handle, ...]:
    """Return the handles at both ends of a connector."""
    course = placed.group.course
    if len(course) < 2:
        return ()
    x, y, key = placed.x, placed.y, placed.group.key
    sizes = _RADIUS_PX / scale, _REACH_PX / scale
    (x0, y0), (x1, y1) = course[0], course[-1]
    return (
        Handle(key, QPointF(x + x0, y + y0), *sizes, end="source"),
        Handle(key, QPointF(x + x1, y + y1), *sizes, end="target"),
    )
