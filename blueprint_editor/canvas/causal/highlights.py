"""What stands out on the causal map: what is selected, under the pointer, a loop; and the knobs."""

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.causal.outlines import outline_arrow, outline_loop, outline_nodes
from blueprint_editor.canvas.overlay import Overlay, dots
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.session.causal_edits import find_causal_selection
from blueprint_editor.session.document_session import DocumentSession

_KNOB_PX, _KNOB_GAP_PX = 6.0, 9.0


class MapHighlights:
    """Shows selection, hover and knobs on the overlay.

    Attributes:
        hovered: the node or arrow under the pointer.
        loop: the name of the loop that stands out.
        has_knobs: nodes show from where an arrow is drawn.
    """

    def __init__(
        self, session: DocumentSession, overlay: Overlay, find_plan: Callable[[], MapPlan]
    ) -> None:
        self._session = session
        self._overlay = overlay
        self._find_plan = find_plan
        self._scale = 1.0
        self.hovered: str | None = None
        self.loop = ""
        self.has_knobs = True

    def set_scale(self, scale: float) -> None:
        """Keep lines and knobs as large as they are when the scale (px per mm) changes."""
        self._scale = scale
        self._overlay.set_scale(scale)
        self.show_hover()

    def show(self) -> None:
        """Show all of it.

        Where no node is selected, those of selected cards and marks stand out.
        """
        plan, chosen = self._find_plan(), find_causal_selection(self._session)
        subjects = set() if chosen.nodes else set(self._session.selection.records)
        nodes = [
            key
            for key, planned in plan.nodes.items()
            if key in chosen.nodes
            or not subjects.isdisjoint((planned.node.card, planned.node.mark))
        ]
        path = outline_nodes(plan, nodes)
        for arrow in chosen.arrows:
            path.addPath(outline_arrow(plan, arrow))
        self._overlay.selection.show_path(path)
        loop = next((loop for loop in plan.loops if loop.name == self.loop), None)
        self._overlay.route.show_path(outline_loop(plan, loop) if loop else QPainterPath())
        self.show_hover()

    def show_hover(self) -> None:
        """Show what is under the pointer, and the knobs."""
        plan, hovered = self._find_plan(), self.hovered
        path = QPainterPath()
        if hovered in plan.nodes:
            path = outline_nodes(plan, [hovered])
        elif hovered is not None:
            path = outline_arrow(plan, hovered)
        self._overlay.hover.show_path(path)
        radius = _KNOB_PX / self._scale
        self._overlay.handles.show_path(
            dots((self._find_knob(node), radius) for node in self._list_knobs())
        )

    def _list_knobs(self) -> list[str]:
        """Return the nodes that show a knob: the one under the pointer, and the current one."""
        if not self.has_knobs:
            return []
        nodes = (self.hovered, find_causal_selection(self._session).node)
        plan = self._find_plan()
        return [node for node in dict.fromkeys(nodes) if node in plan.nodes]

    def _find_knob(self, node: str) -> QPointF:
        box = self._find_plan().nodes[node].box
        return QPointF(box.x1 + _KNOB_GAP_PX / self._scale, (box.y0 + box.y1) / 2)

    def find_knob_at(self, at: QPointF) -> str | None:
        """Return the node whose knob lies at a point in mm."""
        reach = 1.6 * _KNOB_PX / self._scale
        near = ((node, self._find_knob(node) - at) for node in self._list_knobs())
        return next((n for n, way in near if abs(way.x()) + abs(way.y()) <= reach), None)
