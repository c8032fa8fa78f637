"""What lies above the drawing and is never exported: selection, hover, cursor, gesture marks.

All lines are a fixed number of pixels wide, whatever the zoom.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.scene import OVERLAY_Z, PosterScene
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.drawing.primitives import Path
from blueprint_editor.painters.qt import find_body, make_painter_path

ACCENT = QColor("#1A56C4")
"""At least 3:1 against the fill of every card; the white line around it does the rest."""
REFUSED = QColor("#B3261E")
_CARD_RADIUS = 2.2
_FADED = QColor("#6B7684")
_REACH_PX = 10.0
"""How far a mark's ink may stand out of its shapes, in pixels."""

Draw: TypeAlias = Callable[[QPainter, QPainterPath, float], None]
"""Paints a shape (mm) at a scale in px per mm."""


class OverlayItem(QGraphicsItem):
    """Shapes in mm that one function paints."""

    def __init__(self, draw: Draw, z: float) -> None:
        super().__init__()
        self._draw = draw
        self._scale = 1.0
        self._path = QPainterPath()
        self.setZValue(OVERLAY_Z + z)
        self.setVisible(False)

    @property
    def path(self) -> QPainterPath:
        return self._path

    def show_path(self, path: QPainterPath) -> None:
        """Show a shape; an empty one hides the item."""
        if path != self._path:
            self.prepareGeometryChange()
            self._path = path
            self.setVisible(not path.isEmpty())
            self.update()

    def set_scale(self, scale: float) -> None:
        self.prepareGeometryChange()
        self._scale = scale

    def boundingRect(self) -> QRectF:
        reach = _REACH_PX / self._scale
        return self._path.boundingRect().adjusted(-reach, -reach, reach, reach)

    def shape(self) -> QPainterPath:
        """Empty: the overlay is never hit."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._draw(painter, self._path, painter.worldTransform().m11())


def _line(colour: QColor, width_px: float) -> QPen:
    pen = QPen(colour, width_px)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw_selection(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (_line(QColor("white"), 6.0), _line(ACCENT, 2.5)):
        painter.setPen(pen)
        painter.drawPath(path)


def _draw_hover(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    soft = QColor(ACCENT)
    soft.setAlphaF(0.55)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_line(soft, 1.5))
    painter.drawPath(path)


def _draw_plus(painter: QPainter, centre: QPointF, arm: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QLineF(centre.x() - arm, centre.y(), centre.x() + arm, centre.y()))
    painter.drawLine(QLineF(centre.x(), centre.y() - arm, centre.x(), centre.y() + arm))


def _draw_cell(painter: QPainter, path: QPainterPath, scale: float) -> None:
    outline = _line(ACCENT, 2.0)
    outline.setDashPattern([4.0, 3.0])
    painter.setPen(outline)
    painter.setBrush(QColor(255, 255, 255, 150))
    painter.drawPath(path)
    _draw_plus(painter, path.boundingRect().center(), 7.0 / scale, _line(ACCENT, 2.0))


def _draw_cell_hover(painter: QPainter, path: QPainterPath, scale: float) -> None:
    _draw_plus(painter, path.boundingRect().center(), 6.0 / scale, _line(_FADED, 1.5))


def _draw_step_hover(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    soft = _line(ACCENT, 4.0)
    soft.setCapStyle(Qt.PenCapStyle.RoundCap)
    for pen in (_line(QColor("white"), 7.0), soft):
        painter.setPen(pen)
        painter.drawPath(path)


def _draw_insertion(painter: QPainter, path: QPainterPath, scale: float) -> None:
    for pen in (_line(QColor("white"), 7.0), _line(ACCENT, 3.0)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    box = path.boundingRect()
    painter.setPen(_line(QColor("white"), 1.5))
    painter.setBrush(ACCENT)
    for end in (QPointF(box.left(), box.top()), QPointF(box.right(), box.bottom())):
        painter.drawEllipse(end, 5.0 / scale, 5.0 / scale)


def _draw_handles(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    painter.setBrush(QColor("white"))
    for pen in (_line(QColor("white"), 5.0), _line(ACCENT, 2.0)):
        painter.setPen(pen)
        painter.drawPath(path)


def _draw_wire(painter: QPainter, path: QPainterPath, scale: float) -> None:
    """Paint a line that is being drawn; a dot tells where it ends."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (_line(QColor("white"), 6.0), _line(ACCENT, 2.5)):
        painter.setPen(pen)
        painter.drawPath(path)
    painter.setPen(_line(QColor("white"), 1.5))
    painter.setBrush(ACCENT)
    painter.drawEllipse(path.currentPosition(), 5.0 / scale, 5.0 / scale)


def _draw_target(painter: QPainter, path: QPainterPath, scale: float) -> None:
    """Paint what a gesture would end at: unlike the selection, with a veil."""
    veil = QColor(ACCENT)
    veil.setAlphaF(0.14)
    painter.setBrush(veil)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(path)
    _draw_selection(painter, path, scale)


def _draw_refused(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dashed = _line(REFUSED, 2.5)
    dashed.setDashPattern([3.0, 2.0])
    for pen in (_line(QColor("white"), 6.0), dashed):
        painter.setPen(pen)
        painter.drawPath(path)


def _draw_band(painter: QPainter, path: QPainterPath, scale: float) -> None:  # noqa: ARG001
    veil = QColor(ACCENT)
    veil.setAlphaF(0.10)
    painter.setBrush(veil)
    painter.setPen(_line(ACCENT, 1.0))
    painter.drawPath(path)


class Overlay:
    """The overlay's items of one scene, by what they tell.

    Attributes:
        cell_hover: the empty cell under the pointer.
        step_hover: the slim handle over the column, or its edge, under the pointer.
        hover: the card or connector under the pointer.
        cell: the empty cell that the cursor is in.
        place: the free place below a cell's cards that the cursor is at.
        selection: what is selected.
        insertion: where dragged cards go.
        drop: the empty cell that a gesture would fill.
        band: the box of the rubber band.
        handles: circles from which connectors are drawn.
        wire: the connector that is being drawn, on its way to nowhere yet.
        route: the connector that is being drawn, as it would run.
        target: the card that it would lead to.
        refused: the card that it may not lead to.
    """

    def __init__(self, scene: PosterScene) -> None:
        self.cell_hover = OverlayItem(_draw_cell_hover, 1)
        self.step_hover = OverlayItem(_draw_step_hover, 2)
        self.hover = OverlayItem(_draw_hover, 2)
        self.cell = OverlayItem(_draw_cell, 3)
        self.drop = OverlayItem(_draw_cell, 3)
        self.selection = OverlayItem(_draw_selection, 4)
        self.place = OverlayItem(_draw_insertion, 5)
        self.insertion = OverlayItem(_draw_insertion, 5)
        self.band = OverlayItem(_draw_band, 6)
        self.target = OverlayItem(_draw_target, 7)
        self.refused = OverlayItem(_draw_refused, 7)
        self.wire = OverlayItem(_draw_wire, 8)
        self.route = OverlayItem(_draw_selection, 8)
        self.handles = OverlayItem(_draw_handles, 9)
        for item in self._items():
            scene.addItem(item)

    def _items(self) -> tuple[OverlayItem, ...]:
        return (
            self.cell_hover,
            self.step_hover,
            self.hover,
            self.cell,
            self.drop,
            self.selection,
            self.place,
            self.insertion,
            self.band,
            self.target,
            self.refused,
            self.wire,
            self.route,
            self.handles,
        )

    def set_scale(self, scale: float) -> None:
        """Keep the lines' width when the view's scale (px per mm) changes."""
        for item in self._items():
            item.set_scale(scale)


def outline_of(placed: Placed) -> QPainterPath:
    """Return the shape that tells a record apart: a card's body, a connector's lines."""
    group, x, y = placed
    path = QPainterPath()
    if group.kind == "connector":
        for part in group.parts:
            for item in part.primitives:
                if isinstance(item, Path) and item.stroke is not None:
                    path.addPath(make_painter_path(item))
        return path.translated(x, y)
    return round_box(to_rect(find_body(group).moved(x, y)))


def round_box(box: QRectF) -> QPainterPath:
    """Return a box with a card's corners."""
    path = QPainterPath()
    path.addRoundedRect(box, _CARD_RADIUS, _CARD_RADIUS)
    return path


def dots(circles: Iterable[tuple[QPointF, float]]) -> QPainterPath:
    """Return circles of (middle, radius)."""
    path = QPainterPath()
    for middle, radius in circles:
        path.addEllipse(middle, radius, radius)
    return path


def draw_line(points: Sequence[QPointF]) -> QPainterPath:
    """Return the line through all points."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def level_line(x0: float, x1: float, y: float) -> QPainterPath:
    """Return a horizontal line, as the insertion mark wants it."""
    path = QPainterPath(QPointF(x0, y))
    path.lineTo(x1, y)
    return path
