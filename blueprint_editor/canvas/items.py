"""Graphics items that paint what a drawing holds; they keep nothing of the document.

Scene units are the drawing's millimetres. Findings that shape this: no cache mode, plain rectangles
far away, many groups in few calls farther still.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt import PreparedGroup, QtFonts, QtImages

INK_OVERHANG = 1.0
"""Ink may stand out of a group's bounds by half a stroke or a letter's overhang, in mm."""


def to_rect(bounds: Bounds) -> QRectF:
    """Return bounds as Qt's rectangle."""
    return QRectF(bounds.x0, bounds.y0, bounds.width, bounds.height)


def find_page(drawing: Drawing) -> QRectF:
    """Return the page's edge in the drawing's mm."""
    scale, dx, dy = drawing.fit
    return QRectF(-dx / scale, -dy / scale, drawing.width / scale, drawing.height / scale)


class GhostItem(QGraphicsItem):
    """Shows one group by itself, such as a card that follows the pointer."""

    def __init__(self, placed: Placed, fonts: QtFonts, images: QtImages) -> None:
        super().__init__()
        self._prepared = PreparedGroup(placed.group, fonts, images)
        edge = INK_OVERHANG
        self._bounds = to_rect(placed.group.bounds).adjusted(-edge, -edge, edge, edge)
        self.setPos(placed.x, placed.y)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._prepared.paint(painter, painter.worldTransform().m11())


class PaperItem(QGraphicsItem):
    """The page itself; it stays paper in a dark window too."""

    def __init__(self) -> None:
        super().__init__()
        self._page = QRectF()
        self._brush = QBrush(QColor("white"))

    def renew(self, drawing: Drawing) -> None:
        self.prepareGeometryChange()
        self._page = find_page(drawing)
        self._brush = QBrush(QColor(drawing.background))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._page

    def shape(self) -> QPainterPath:
        """Empty: the page is not clicked at."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self._page, self._brush)
