"""Right-angled lines for the preview of a connector: quick and plain, before the router's own."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF

Side: TypeAlias = Literal["left", "top", "right", "bottom"]

SIDES: dict[Side, tuple[int, int]] = {
    "left": (-1, 0),
    "top": (0, -1),
    "right": (1, 0),
    "bottom": (0, 1),
}
"""Side of a card → the direction that leads away from it."""


def middle_of(box: QRectF, side: Side) -> QPointF:
    """Return the middle of a box's side."""
    dx, dy = SIDES[side]
    centre = box.center()
    return QPointF(centre.x() + dx * box.width() / 2, centre.y() + dy * box.height() / 2)


def facing_side(box: QRectF, point: QPointF) -> Side:
    """Return the side of a box that looks towards a point."""
    dx = _beyond(point.x(), box.left(), box.right())
    dy = _beyond(point.y(), box.top(), box.bottom())
    if abs(dx) >= abs(dy):
        return "left" if dx < 0 or (dx == 0 and point.x() < box.center().x()) else "right"
    return "top" if dy < 0 else "bottom"


def _beyond(value: float, first: float, last: float) -> float:
    return min(value - first, 0.0) + max(value - last, 0.0)


def draw_elbow(
    start: QPointF, start_side: Side, end: QPointF, end_side: Side | None, stub: float
) -> tuple[QPointF, ...]:
    """Return the corners of a line that leaves and enters straight, for at least ``stub`` mm.

    ``end_side`` None = the line ends at a free point, from wherever it comes.
    """
    leaving = _step(start, start_side, stub)
    entering = end if end_side is None else _step(end, end_side, stub)
    first_across = SIDES[start_side][0] != 0
    last_across = not first_across if end_side is None else SIDES[end_side][0] != 0
    corners = _corners(leaving, entering, starts_across=first_across, ends_across=last_across)
    points = [start, leaving, *corners, entering, end]
    return tuple(p for i, p in enumerate(points) if i == 0 or p != points[i - 1])


def _step(point: QPointF, side: Side, length: float) -> QPointF:
    dx, dy = SIDES[side]
    return QPointF(point.x() + dx * length, point.y() + dy * length)


def _corners(
    a: QPointF, b: QPointF, *, starts_across: bool, ends_across: bool
) -> tuple[QPointF, ...]:
    """Return what lies between two points, one corner for an L, two for a Z."""
    if starts_across != ends_across:
        return (QPointF(b.x(), a.y()) if starts_across else QPointF(a.x(), b.y()),)
    if starts_across:
        middle = (a.x() + b.x()) / 2
        return QPointF(middle, a.y()), QPointF(middle, b.y())
    middle = (a.y() + b.y()) / 2
    return QPointF(a.x(), middle), QPointF(b.x(), middle)
