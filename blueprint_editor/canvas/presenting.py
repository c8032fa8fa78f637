"""A poster before an audience: one thing at a time, large, while the rest stands back."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from blueprint_editor.canvas.glide import Glide
from blueprint_editor.canvas.header_places import find_step_box, list_phase_boxes
from blueprint_editor.canvas.items import find_page, to_rect
from blueprint_editor.canvas.marks import find_mark_at
from blueprint_editor.canvas.overlay import draw_line, round_box
from blueprint_editor.canvas.places import find_card_at
from blueprint_editor.canvas.scene import OVERLAY_Z, PosterScene
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds, GlyphRun
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.session.composition import Poster
from blueprint_editor.session.route import OVERVIEW, Stop

GROUND: Final = QColor("#14181D")
_VEIL: Final = QColor(255, 255, 255, 170)
_WIDTH_SHARE, _HEIGHT_SHARE = 0.36, 0.55
"""At most so much of the view is the current card's."""
_COLUMN_EDGE_MM, _CARD_EDGE_MM, _WIRE_MM = 3.0, 0.4, 4.6
"""How much around a column, a card and its connectors is bright, too."""
_SLOWNESS: Final = 2.5
"""An audience follows a longer way than a hand."""


class _Veil(QGraphicsItem):
    """Lies over the page but for one hole."""

    def __init__(self, page: QRectF) -> None:
        super().__init__()
        self._page = page
        self._path = QPainterPath()
        self.setZValue(OVERLAY_Z)

    def show_hole(self, hole: QPainterPath) -> None:
        """Leave a hole; without one there is no veil either."""
        self._path = QPainterPath()
        if not hole.isEmpty():
            self._path.addRect(self._page)
            self._path = self._path.subtracted(hole)
        self.update()

    def cover(self, page: QRectF) -> None:
        """Lie over another page."""
        self.prepareGeometryChange()
        self._page = page

    def boundingRect(self) -> QRectF:
        return self._page

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        painter.fillPath(self._path, _VEIL)


class PresentationView(ZoomView):
    """Shows a poster; nothing can be edited in it.

    Signals:
        pressed: a mouse button was pressed; carries the card and the mark there (empty beside
            all) and the button.
        moved: the pointer was moved.
    """

    pressed = Signal(str, str, object)
    moved = Signal()

    def __init__(self, poster: Poster, library: FontLibrary, parent: QWidget | None = None) -> None:
        self._poster = poster
        self._poster_scene = PosterScene(QtFonts(library))
        super().__init__(self._poster_scene, parent)
        self._stop = OVERVIEW
        self._glide = Glide(self, _SLOWNESS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._poster_scene.show_drawing(poster.drawing)
        page = find_page(poster.drawing)
        self._veil = _Veil(page)
        self._poster_scene.addItem(self._veil)
        self.zoomed.connect(lambda: self._poster_scene.set_scale(self.scale_px))
        self.show_page(page, poster.drawing.fit.scale)

    @property
    def ground(self) -> QColor:
        """Dark in any theme, so that the page is what shines."""
        return GROUND

    def take_poster(self, poster: Poster) -> None:
        """Show the poster as it has become; where one is stays in view."""
        self._poster = poster
        self._poster_scene.show_drawing(poster.drawing)
        page = find_page(poster.drawing)
        self._veil.cover(page)
        self.show_page(page, poster.drawing.fit.scale)
        self._veil.show_hole(self._find_hole())
        self._look()

    def show_stop(self, stop: Stop) -> None:
        """Go on to a stop."""
        self._stop = stop
        self._veil.show_hole(self._find_hole())
        self._glide.to(self._look)

    def _look(self) -> None:
        area = self._find_area()
        if area.isEmpty():
            self.fit_page()
            return
        self.fit_area(area)
        centre, zoom = self.find_look()
        self.look_at(self._keep_on_page(centre), zoom)

    def _keep_on_page(self, centre: QPointF) -> QPointF:
        """Return the nearest middle of the view with which the page fills it, where it can."""
        page, across = self.page, self.viewport().width() / 2 / self.scale_px
        down = self.viewport().height() / 2 / self.scale_px
        return QPointF(
            _clamp(centre.x(), page.left() + across, page.right() - across),
            _clamp(centre.y(), page.top() + down, page.bottom() - down),
        )

    def _find_box(self) -> QRectF:
        """Return what the stop is about, in drawing mm; empty for the whole."""
        grid, stop = self._poster.grid, self._stop
        if stop.kind == "card":
            return to_rect(grid.cards[stop.record])
        if stop.kind == "step":
            edge = _COLUMN_EDGE_MM
            box = find_step_box(grid, stop.record)
            return box.adjusted(-edge, 0.0, edge, 0.0) if not box.isEmpty() else box
        found = QRectF()
        for part in list_phase_boxes(grid, stop.record):
            found = found.united(part)
        return found

    def _find_hole(self) -> QPainterPath:
        box = self._find_box()
        if box.isEmpty():
            return QPainterPath()
        if self._stop.kind != "card":
            return round_box(box)
        edge = _CARD_EDGE_MM
        own = round_box(box.adjusted(-edge, -edge, edge, edge))
        return own.united(self._find_wires(self._stop.record))

    def _find_wires(self, card: str) -> QPainterPath:
        """Return the room of a card's connectors, without that of the cards that they lead to."""
        found, grid = QPainterPath(), self._poster.grid
        for wire in self._poster.facts.document.connectors:
            placed = self._poster_scene.find_placed(wire.id)
            if placed is None or card not in {wire.source, wire.target}:
                continue
            room = _surround(placed)
            for other in {wire.source, wire.target} - {card}:
                room = room.subtracted(round_box(to_rect(grid.cards[other])))
            found = found.united(room)
        return found

    def _find_area(self) -> QRectF:
        """Return what is to be in view: a card with what stands around it."""
        box = self._find_box()
        if box.isEmpty() or self._stop.kind != "card":
            return box
        across = box.width() * (1 / _WIDTH_SHARE - 1) / 2
        down = box.height() * (1 / _HEIGHT_SHARE - 1) / 2
        return box.adjusted(-across, -down, across, down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at: QPointF = self.to_scene(event.position())
        card = find_card_at(self._poster.grid, at)
        placed = self._poster_scene.find_placed(card) if card else None
        mark = find_mark_at(placed, at.x(), at.y()) if placed is not None else ""
        self.pressed.emit(card, mark, event.button())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()


def _surround(placed: Placed) -> QPainterPath:
    """Return the room of a connector: its line with heads, and its words."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_WIRE_MM)
    found = stroker.createStroke(_draw_course(placed))
    for box in _list_words(placed):
        found = found.united(round_box(to_rect(box)))
    return found


def _draw_course(placed: Placed) -> QPainterPath:
    """Return a connector's line from card to card, in drawing mm."""
    return draw_line([QPointF(placed.x + x, placed.y + y) for x, y in placed.group.course])


def _list_words(placed: Placed) -> list[Bounds]:
    """Return the boxes of a connector's words, in drawing mm."""
    return [
        Bounds(
            run.x, run.baseline - run.size, run.x + run.width, run.baseline + run.size * 0.4
        ).moved(placed.x, placed.y)
        for part in placed.group.parts
        for run in part.primitives
        if isinstance(run, GlyphRun)
    ]


def _clamp(value: float, lowest: float, highest: float) -> float:
    """Return a value between two; their middle where the lowest is above the highest."""
    if lowest > highest:
        return (lowest + highest) / 2
    return min(max(value, lowest), highest)
