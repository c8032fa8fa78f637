"""The graphics scene of one drawing: patched from drawing to drawing, equal to one made anew."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsScene

from blueprint_editor.canvas.items import GroupItem, OverviewItem, PaperItem, origin_of, to_rect
from blueprint_editor.drawing.difference import find_changed_span, find_difference
from blueprint_editor.drawing.drawing import Drawing, Placed, RecordKind
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt import QtFonts, QtImages, is_covered

OVERVIEW_BELOW = 0.3
"""Scale in px per mm below which the overview stands for the groups: a card is 20 px wide."""
CROWD = 900
"""Groups that make a crowd; painting more of them one by one takes longer than a frame, so that
the overview stands for a crowd already where no letter can be read."""
_STEP_ABOVE = 2.0**-20
"""Distance in z of an item that came between two others."""

_PAPER_Z, _FIRST_Z, _OVERVIEW_Z, OVERLAY_Z = -1.0, 0.0, 1e8, 1e9


class PosterScene(QGraphicsScene):
    """Shows one drawing; what lies above it (selection, marks of gestures) is the overlay's."""

    def __init__(self, fonts: QtFonts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._images = QtImages()
        self._drawing: Drawing | None = None
        self._items: dict[str, GroupItem] = {}
        self._placed: dict[str, Placed] = {}
        self._paper, self._overview = PaperItem(), OverviewItem()
        self._paper.setZValue(_PAPER_Z)
        self._overview.setZValue(_OVERVIEW_Z)
        self._overview.setVisible(False)
        self.addItem(self._paper)
        self.addItem(self._overview)

    @property
    def is_overview(self) -> bool:
        """Whether the overview stands for the groups."""
        return self._overview.isVisible()

    def show_drawing(self, drawing: Drawing) -> None:
        """Turn the scene into that of ``drawing``, touching only what differs."""
        before = self._drawing
        self._images.replace(drawing.images)
        self._drawing = drawing
        if before is None:
            self._build(drawing)
        else:
            self._patch(before, drawing)
        self._overview.renew(drawing)
        if before is None or _page_of(before) != _page_of(drawing):
            self._paper.renew(drawing)

    def _build(self, drawing: Drawing) -> None:
        self._placed = {placed.group.key: placed for placed in drawing.placed}
        for key in self._placed:
            self._add(key)
        self._sort_items(drawing.placed, 1.0)

    def _patch(self, before: Drawing, drawing: Drawing) -> None:
        start, old_end, new_end = span = find_changed_span(before.placed, drawing.placed)
        difference = find_difference(before, drawing, span)
        for key in difference.removed:
            del self._placed[key]
            self.removeItem(self._items.pop(key))
        for placed in drawing.placed[start:new_end]:
            self._placed[placed.group.key] = placed
        for key in difference.renewed:
            placed = self._placed[key]
            self._items[key].renew(placed.group)
            self._items[key].setPos(origin_of(placed))
        for key in difference.moved:
            self._items[key].setPos(origin_of(self._placed[key]))
        for key in difference.added:
            self._add(key)
        old_keys = [placed.group.key for placed in before.placed[start:old_end]]
        if old_keys != [placed.group.key for placed in drawing.placed[start:new_end]]:
            self._sort_items(drawing.placed, _STEP_ABOVE)

    def _add(self, key: str) -> None:
        placed = self._placed[key]
        item = self._items[key] = GroupItem(placed.group, self._fonts, self._images)
        item.setPos(origin_of(placed))
        item.setVisible(not (self.is_overview and is_covered(placed.group)))
        self.addItem(item)

    def _sort_items(self, placed: Sequence[Placed], step: float) -> None:
        """Stack the items in paint order; those that stand right already are left alone."""
        below = _FIRST_Z
        for group, _, _ in placed:
            item = self._items[group.key]
            z = item.zValue()
            if z <= below:
                z = below + step
                item.setZValue(z)
            below = z

    def set_scale(self, scale: float) -> None:
        """Choose between groups and overview for a scale in px per mm."""
        limit = OVERVIEW_BELOW
        if scale >= limit and len(self._items) > CROWD:
            limit = self._overview.overview().largest_scale
        wants_overview = scale < limit
        if wants_overview != self.is_overview:
            self._overview.setVisible(wants_overview)
            for item in self._items.values():
                if is_covered(item.shown_group):
                    item.setVisible(not wants_overview)

    def find_placed(self, key: str) -> Placed | None:
        """Return a group of the drawing with its place."""
        return self._placed.get(key)

    def add_ghost(self, key: str) -> GroupItem:
        """Add a copy of a group above everything; who asked for it removes it."""
        placed = self._placed[key]
        ghost = GroupItem(placed.group, self._fonts, self._images)
        ghost.setPos(origin_of(placed))
        ghost.setZValue(OVERLAY_Z * 2)
        self.addItem(ghost)
        return ghost

    def find_connectors(self, point: QPointF, reach: float) -> list[Placed]:
        """Return the connectors whose line or label is within ``reach`` mm of a point."""
        around = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        mode = Qt.ItemSelectionMode.IntersectsItemShape
        return [
            self._placed[item.shown_group.key]
            for item in self.items(around, mode)
            if isinstance(item, GroupItem) and item.shown_group.kind == "connector"
        ]

    def find_cards(self, area: QRectF) -> list[str]:
        """Return the keys of the cards that lie wholly or partly in an area, in paint order."""
        return [p.group.key for p in self._iter_kind("card") if p.bounds.overlaps(_bounds_of(area))]

    def find_connectors_inside(self, area: QRectF) -> list[str]:
        """Return the keys of the connectors that lie wholly in an area, in paint order."""
        return [
            placed.group.key
            for placed in self._iter_kind("connector")
            if area.contains(to_rect(placed.bounds))
        ]

    def _iter_kind(self, kind: RecordKind) -> Iterator[Placed]:
        placed = self._drawing.placed if self._drawing is not None else ()
        return (item for item in placed if item.group.kind == kind)


def _page_of(drawing: Drawing) -> tuple[object, ...]:
    return (drawing.width, drawing.height, drawing.fit, drawing.background)


def _bounds_of(area: QRectF) -> Bounds:
    return Bounds(area.left(), area.top(), area.right(), area.bottom())
