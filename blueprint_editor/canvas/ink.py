"""The groups of a drawing as one graphics item, for Qt's own items cost too much for so many.

With PySide6 6.11 an item for each group took 15 µs when it was made, 5 µs when it changed, in view
or not, and three calls of Python at each paint.
"""

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.canvas.items import INK_OVERHANG, find_page, to_rect
from blueprint_editor.drawing.difference import DrawingDiff
from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.index import DrawingIndex
from blueprint_editor.drawing.primitives import Bounds, Inset
from blueprint_editor.painters.qt import (
    Overview,
    PreparedGroup,
    QtFonts,
    QtImages,
    QtInsets,
    is_covered,
    is_text_seen,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_MANY = 200
"""So many changes at once are repainted with all that is in view."""
_A_FEW = 40


class _FarView:
    """A drawing from afar: an overview, and the few groups that it does not show."""

    def __init__(self) -> None:
        self._drawing: Drawing | None = None
        self._overview = Overview(())
        self._others = DrawingIndex()
        self._is_current = True

    def show(self, drawing: Drawing) -> None:
        self._drawing, self._is_current = drawing, False

    def is_text_seen(self, scale: float) -> bool:
        """Tell whether any text of what the overview shows could be read (px per mm)."""
        # Where a few texts can be read there is no need to know of all others.
        placed = reversed(self._drawing.placed if self._drawing is not None else ())
        covered = islice((item.group for item in placed if is_covered(item.group)), _A_FEW)
        if any(is_text_seen(group, scale) for group in covered):
            return True
        self._renew()
        return scale >= self._overview.largest_scale

    def _renew(self) -> None:
        if not self._is_current and self._drawing is not None:
            self._is_current = True
            self._overview = Overview(self._drawing.placed, self._overview)
            self._others.show(self._drawing._replace(placed=self._overview.left_out))

    def find_others(self, area: Bounds) -> list[Placed]:
        self._renew()
        return self._others.find(area)

    def overview(self) -> Overview:
        self._renew()
        return self._overview


class InkItem(QGraphicsItem):
    """Shows the groups of a drawing that are in view, one by one or from afar.

    Attributes:
        index: the groups by place.
        is_far: whether an overview stands for most of them.
    """

    def __init__(self, fonts: QtFonts, images: QtImages) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.index = DrawingIndex()
        self.is_far = False
        self._far = _FarView()
        self._fonts = fonts
        self._images = images
        self._prepared: dict[str, PreparedGroup] = {}
        self._shown: Mapping[str, Drawing] = {}
        self._insets = QtInsets(fonts)
        self._area = QRectF()

    def set_far(self, *, is_far: bool) -> None:
        """Show the groups from afar or one by one."""
        if is_far != self.is_far:
            self.is_far = is_far
            self.update()

    def is_text_seen(self, scale: float) -> bool:
        """Tell whether any text of what an overview covers could be read (px per mm)."""
        return self._far.is_text_seen(scale)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing; only where it differs is painted again."""
        area = find_page(drawing)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        if drawing.insets or self._shown:
            self._shown = drawing.insets
            self._insets.keep(drawing.insets.values())
        self._far.show(drawing)
        difference = self.index.show(drawing)
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
        if not self.is_far:
            self._paint_groups(painter, self.index.find(exposed))
            return
        overview, scale = self._far.overview(), painter.worldTransform().m11()
        overview.paint_grounds(painter, scale, exposed)
        self._paint_groups(painter, self._far.find_others(exposed))
        overview.paint_cards(painter, scale, exposed)

    def _paint_groups(self, painter: QPainter, placed: list[Placed]) -> None:
        base = painter.worldTransform()
        scale = base.m11()
        for item in placed:
            painter.setWorldTransform(QTransform.fromTranslate(item.x, item.y) * base)
            self._find_prepared(item).paint(painter, scale)
        painter.setWorldTransform(base)

    def _find_prepared(self, placed: Placed) -> PreparedGroup:
        group = placed.group
        prepared = self._prepared.get(group.key)
        if prepared is None or prepared.group is not group:
            paint_inset = self._paint_inset if self._shown else None
            prepared = PreparedGroup(group, self._fonts, self._images, paint_inset)
            self._prepared[group.key] = prepared
        return prepared

    def _paint_inset(self, painter: QPainter, inset: Inset) -> None:
        self._insets.paint(painter, inset, self._shown[inset.drawing])


def _list_changed(difference: DrawingDiff) -> list[Placed]:
    """Return what stood and what stands now where two drawings differ."""
    changed = [*difference.added, *difference.removed]
    for before, after in (*difference.renewed, *difference.moved):
        changed += (before, after)
    return changed
