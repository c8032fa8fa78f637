"""The groups of a drawing as one graphics item, for Qt's own items cost too much for so many.

With PySide6 6.11 an item for each group took 15 µs when it was made, 5 µs when it changed, in view
or not, and three calls of Python at each paint.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.canvas.items import INK_OVERHANG, find_page, to_rect
from blueprint_editor.drawing.difference import DrawingDiff
from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.index import DrawingIndex
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt import PreparedGroup, QtFonts, QtImages, is_covered

_MANY = 200
"""So many changes at once are repainted with all that is in view."""


class InkItem(QGraphicsItem):
    """Shows the groups of a drawing one by one, those that are in view.

    Attributes:
        index: the groups by place.
    """

    def __init__(self, fonts: QtFonts, images: QtImages) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.index = DrawingIndex()
        self._fonts = fonts
        self._images = images
        self._prepared: dict[str, PreparedGroup] = {}
        self._area = QRectF()
        self._is_sparse = False
        self._far = DrawingIndex()
        self._is_far_stale = False
        self._drawing: Drawing | None = None

    def set_sparse(self, is_sparse: bool) -> None:
        """Leave out what an overview covers, or show it again."""
        if is_sparse != self._is_sparse:
            self._is_sparse = is_sparse
            self.update()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing; only where it differs is painted again."""
        area = find_page(drawing)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        difference = self.index.show(drawing)
        self._drawing, self._is_far_stale = drawing, True
        for placed in difference.removed:
            self._prepared.pop(placed.group.key, None)
        changed = _list_changed(difference)
        if len(changed) > _MANY:
            self.update()
            return
        for placed in changed:
            box, edge = to_rect(placed.bounds), INK_OVERHANG
            self.update(box.adjusted(-edge, -edge, edge, edge))

    def boundingRect(self) -> QRectF:
        return self._area

    def shape(self) -> QPainterPath:
        """Empty: what lies under a click is asked of the index."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        seen, edge = option.exposedRect, INK_OVERHANG
        exposed = Bounds(
            seen.left() - edge, seen.top() - edge, seen.right() + edge, seen.bottom() + edge
        )
        base = painter.worldTransform()
        scale = base.m11()
        find = self._find_uncovered if self._is_sparse else self.index.find
        for placed in find(exposed):
            painter.setWorldTransform(QTransform.fromTranslate(placed.x, placed.y) * base)
            self._find_prepared(placed).paint(painter, scale)
        painter.setWorldTransform(base)

    def _find_uncovered(self, area: Bounds) -> list[Placed]:
        """Return the few groups of an area that an overview leaves to this item."""
        if self._is_far_stale and self._drawing is not None:
            self._is_far_stale = False
            bare = tuple([p for p in self._drawing.placed if not is_covered(p.group)])
            self._far.show(self._drawing._replace(placed=bare))
        return self._far.find(area)

    def _find_prepared(self, placed: Placed) -> PreparedGroup:
        group = placed.group
        prepared = self._prepared.get(group.key)
        if prepared is None or prepared.group is not group:
            prepared = PreparedGroup(group, self._fonts, self._images)
            self._prepared[group.key] = prepared
        return prepared


def _list_changed(difference: DrawingDiff) -> list[Placed]:
    """Return what stood and what stands now where two drawings differ."""
    changed = [*difference.added, *difference.removed]
    for before, after in (*difference.renewed, *difference.moved):
        changed += (before, after)
    return changed
