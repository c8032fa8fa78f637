"""What a person's hand does to the view of the causal map, as real events."""

from PySide6.QtCore import QPoint, QPointF

from blueprint_editor.canvas.causal.view import CausalView
from tests.canvas.hand import Hand


class MapHand(Hand):
    """Points at nodes and arrows of the map that is shown at the moment."""

    def __init__(self, view: CausalView) -> None:
        super().__init__(view)  # type: ignore[arg-type]
        self.view = view

    def node(self, node: str) -> QPoint:
        box = self.view.plan.nodes[node].box
        return self.at((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)

    def knob(self, node: str) -> QPoint:
        box = self.view.plan.nodes[node].box
        return self.at(box.x1, (box.y0 + box.y1) / 2) + QPoint(9, 0)

    def arrow(self, arrow: str) -> QPoint:
        return self.at(*self.view.plan.arrows[arrow].curve.sign)

    def free(self) -> QPoint:
        """Return a pixel beside all."""
        corner = self.view.page.bottomLeft() + QPointF(12, -8)
        return self.at(corner.x(), corner.y())
