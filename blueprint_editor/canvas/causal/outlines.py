"""The shapes by which parts of the causal map stand out: boxes, arrows, loops."""

import math
from collections.abc import Collection

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.overlay import round_box
from blueprint_editor.layout.causal import MapPlan, PlannedLoop
from blueprint_editor.layout.causal.ink import HEAD_LENGTH

_HEAD_GAP = 1.2
"""Of the outline before an arrow's head, in mm: it is white at its edges."""


def outline_nodes(plan: MapPlan, nodes: Collection[str]) -> QPainterPath:
    """Return the boxes of nodes."""
    path = QPainterPath()
    for node in nodes:
        path.addPath(round_box(to_rect(plan.nodes[node].box)))
    return path


def outline_arrow(plan: MapPlan, arrow: str) -> QPainterPath:
    """Return an arrow's line and the ring of its sign; sign and head stay free."""
    path = QPainterPath()
    if arrow not in plan.arrows:
        return path
    curve, radius, head = (
        plan.arrows[arrow].curve,
        plan.sign_radius,
        plan.mm(HEAD_LENGTH + _HEAD_GAP),
    )
    is_begun = False
    for point in curve.list_points(48):
        is_free = math.dist(point, curve.sign) > radius and math.dist(point, curve.end) > head
        if is_free and is_begun:
            path.lineTo(*point)
        elif is_free:
            path.moveTo(*point)
        is_begun = is_free
    path.addEllipse(QPointF(*curve.sign), radius, radius)
    return path


def outline_loop(plan: MapPlan, loop: PlannedLoop) -> QPainterPath:
    """Return the arrows and nodes of a loop."""
    path = outline_nodes(plan, loop.loop.nodes)
    for arrow in loop.loop.arrows:
        path.addPath(outline_arrow(plan, arrow))
    return path
