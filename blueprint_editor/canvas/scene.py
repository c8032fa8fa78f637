"""The graphics scene of one drawing: patched from drawing to drawing, equal to one made anew."""

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from blueprint_editor.canvas.ink import InkItem
from blueprint_editor.canvas.items import GhostItem, PaperItem, to_rect
from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt import QtFonts, QtImages
from blueprint_editor.sheets.poster_grid import name_again

OVERVIEW_BELOW = 0.3
"""Scale in px per mm below which the overview stands for the groups: a card is 20 px wide."""
CROWD = 900
"""Groups that make a crowd; painting more of them one by one takes longer than a frame, so that
the overview stands for a crowd already where no letter can be read."""

_PAPER_Z, _INK_Z, OVERLAY_Z = 0.0, 1.0, 1e9


class PosterScene(QGraphicsScene):
    """Shows one drawing; what lies above it (selection, marks of gestures) is the overlay's."""

    def __init__(self, fonts: QtFonts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._images = QtImages()
        self._page: tuple[object, ...] = ()
        self._paper, self._ink = PaperItem(), InkItem(fonts, self._images)
        self._paper.setZValue(_PAPER_Z)
        self._ink.setZValue(_INK_Z)
        self.addItem(self._paper)
        self.addItem(self._ink)

    @property
    def is_overview(self) -> bool:
        """Whether the overview stands for the groups."""
        return self._ink.is_far

    def show_drawing(self, drawing: Drawing) -> None:
        """Turn the scene into that of ``drawing``, touching only what differs."""
        self._images.replace(drawing.images)
        self._ink.show_drawing(drawing)
        page = (drawing.width, drawing.height, drawing.fit, drawing.background)
        if page != self._page:
            self._page = page
            self._paper.renew(drawing)

    def set_scale(self, scale: float) -> None:
        """Choose between groups and overview for a scale in px per mm."""
        is_crowd = len(self._ink.index.placed) > CROWD
        is_small = scale < OVERVIEW_BELOW or (is_crowd and not self._ink.is_text_seen(scale))
        self._ink.set_far(is_far=is_small)

    def find_placed(self, key: str) -> Placed | None:
        """Return a group of the drawing with its place."""
        return self._ink.index.placed.get(key)

    def find_all(self, key: str) -> list[Placed]:
        """Return a group, and those that repeat it on further rows of the poster."""
        found = []
        own, deck = key, 1
        placed = self._ink.index.placed
        while own in placed or deck == 1:
            if own in placed:
                found.append(placed[own])
            own, deck = name_again(key, deck), deck + 1
        return found

    def add_ghost(self, key: str) -> GhostItem:
        """Add a copy of a group above everything; who asked for it removes it."""
        ghost = GhostItem(self._ink.index.placed[key], self._fonts, self._images)
        ghost.setZValue(OVERLAY_Z * 2)
        self.addItem(ghost)
        return ghost

    def find_connectors(self, point: QPointF, reach: float) -> list[Placed]:
        """Return the connectors whose bounds are within ``reach`` mm of a point, topmost first.

        None from afar, where a finger's breadth would hold a dozen.
        """
        if self.is_overview:
            return []
        x, y = point.x(), point.y()
        near = self._ink.index.find(Bounds(x - reach, y - reach, x + reach, y + reach))
        return [placed for placed in reversed(near) if placed.group.kind == "connector"]

    def find_cards(self, area: QRectF) -> list[str]:
        """Return the keys of the cards that lie wholly or partly in an area, in paint order."""
        box = _bounds_of(area)
        cards = (p for p in self._ink.index.find(box) if p.group.kind == "card")
        return [placed.group.key for placed in cards if placed.bounds.overlaps(box)]

    def find_connectors_inside(self, area: QRectF) -> list[str]:
        """Return the keys of the connectors that lie wholly in an area, in paint order."""
        return [
            placed.group.key
            for placed in self._ink.index.find(_bounds_of(area))
            if placed.group.kind == "connector" and area.contains(to_rect(placed.bounds))
        ]


def _bounds_of(area: QRectF) -> Bounds:
    return Bounds(area.left(), area.top(), area.right(), area.bottom())
