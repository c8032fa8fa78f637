"""Graphics items that paint what a drawing holds; they keep nothing of the document.

Scene units are the drawing's millimetres. Findings that shape this: one item per group, BSP
index, no cache mode, plain rectangles far away, one item for the whole drawing farther still.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.drawing.drawing import Drawing, Group, Placed
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Path
from blueprint_editor.painters.qt import (
    Overview,
    PreparedGroup,
    QtFonts,
    QtImages,
    make_painter_path,
)

INK_OVERHANG = 1.0
"""Ink may stand out of a group's bounds by half a stroke or a letter's overhang, in mm."""
HIT_WIDTH = 4.0
"""How near to a connector's line a click must be, as the width in mm of the band around it."""


def to_rect(bounds: Bounds) -> QRectF:
    """Return bounds as Qt's rectangle."""
    return QRectF(bounds.x0, bounds.y0, bounds.width, bounds.height)


def find_page(drawing: Drawing) -> QRectF:
    """Return the page's edge in the drawing's mm."""
    scale, dx, dy = drawing.fit
    return QRectF(-dx / scale, -dy / scale, drawing.width / scale, drawing.height / scale)


class GroupItem(QGraphicsItem):
    """Shows one placed group."""

    def __init__(self, group: Group, fonts: QtFonts, images: QtImages) -> None:
        super().__init__()
        self._fonts = fonts
        self._images = images
        self._take(group)

    @property
    def shown_group(self) -> Group:
        return self._prepared.group

    def renew(self, group: Group) -> None:
        """Show another group in its place."""
        self.prepareGeometryChange()
        self._take(group)
        self.update()

    def _take(self, group: Group) -> None:
        self._prepared = PreparedGroup(group, self._fonts, self._images)
        self._shape: QPainterPath | None = None
        edge = INK_OVERHANG
        self._bounds = to_rect(group.bounds).adjusted(-edge, -edge, edge, edge)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        """The area that a click hits: for a connector only the neighbourhood of its ink."""
        if self._shape is None:
            self._shape = _make_hit_shape(self.shown_group)
        return self._shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._prepared.paint(painter, painter.worldTransform().m11())


def _make_hit_shape(group: Group) -> QPainterPath:
    shape = QPainterPath()
    if group.kind != "connector":
        shape.addRect(to_rect(group.bounds))
        return shape
    for part in group.parts:
        for item in part.primitives:
            if isinstance(item, Path):
                shape.addPath(make_painter_path(item))
            elif isinstance(item, GlyphRun):
                shape.addRect(item.x, item.baseline - item.size, item.width, item.size)
    stroker = QPainterPathStroker()
    stroker.setWidth(HIT_WIDTH)
    return stroker.createStroke(shape)


class OverviewItem(QGraphicsItem):
    """Shows cards and connectors as plain boxes and lines, where they would be too small."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._placed: tuple[Placed, ...] = ()
        self._overview: Overview | None = None
        self._is_current = False
        self._area = QRectF()

    def renew(self, drawing: Drawing) -> None:
        """Show another drawing."""
        self._placed, self._is_current = drawing.placed, False
        area = find_page(drawing)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self.update()

    def overview(self) -> Overview:
        """Return what is painted, made now if need be."""
        if self._overview is None or not self._is_current:
            self._overview, self._is_current = Overview(self._placed, self._overview), True
        return self._overview

    def boundingRect(self) -> QRectF:
        return self._area

    def shape(self) -> QPainterPath:
        """Empty: what a click hits here is asked of the drawing."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        seen = option.exposedRect
        exposed = Bounds(seen.left(), seen.top(), seen.right(), seen.bottom())
        self.overview().paint(painter, painter.worldTransform().m11(), exposed)


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


def origin_of(placed: Placed) -> QPointF:
    """Return where a placed group's item stands."""
    return QPointF(placed.x, placed.y)
