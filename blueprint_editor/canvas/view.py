"""A view of a page on neutral ground: zoom around the pointer, pan, fit; knows no document."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QNativeGestureEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

SMALLEST_ZOOM, LARGEST_ZOOM = 0.02, 8.0
WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel."""
KEY_STEP = 1.25
GROUND_LIGHT, GROUND_DARK = QColor("#ECEEF1"), QColor("#1E2126")
_SHADOW_PX = 8
_FIT_MARGIN_PX = 28.0
_REVEAL_EDGE_PX = 24.0
_SCROLL_PX = 60.0
"""Pixels that one notch of the wheel scrolls."""
_ROUNDING_PX = 2.0
_MM_PER_INCH = 25.4


class ZoomView(QGraphicsView):
    """Shows a scene whose unit is the millimetre of a drawing.

    Attributes:
        page: where the page lies, in drawing mm; to be read only.

    Signals:
        zoomed: the scale is another now.
        scrolled: another part of the page is in view.
    """

    zoomed = Signal()
    scrolled = Signal()

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.page = QRectF(0.0, 0.0, 1.0, 1.0)
        self._page_scale = 1.0
        self.fitted_at: tuple[float, float, float] | None = None
        # Asked for a widget that C++ made, PySide6 6.11 looks through all its widget classes for
        # the right one, which takes 30 ms; of one made here it knows the class.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)
        # There is ground around the page, so both bars are always needed. Left to find that out,
        # Qt shows and hides them without end as long as the page is smaller than they are wide.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Ground and page cover everything; Qt need not fill it before.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scale_px(self) -> float:
        """Pixels per mm of the drawing."""
        return self.transform().m11()

    @property
    def zoom(self) -> float:
        """The zoom factor; 1 shows the paper in its real size, as far as the screen tells it."""
        return self.scale_px / self._full_scale()

    @property
    def ground(self) -> QColor:
        """The colour around the page, by the window's theme."""
        window = self.palette().color(QPalette.ColorRole.Window)
        return GROUND_DARK if window.lightness() < 128 else GROUND_LIGHT

    def _full_scale(self) -> float:
        return self.logicalDpiX() / _MM_PER_INCH * self._page_scale

    def show_page(self, page: QRectF, page_scale: float) -> None:
        """Tell the view where the page lies, and how many page mm a drawing mm is."""
        if (page, page_scale) != (self.page, self._page_scale):
            self.page, self._page_scale = page, page_scale
            self._make_room()
            self.viewport().update()
            self.zoomed.emit()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom so that the scene point under ``anchor`` (viewport px) stays where it is."""
        anchor = QPointF(self.viewport().rect().center()) if anchor is None else anchor
        fixed = self.to_scene(anchor)
        scale = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM) * self._full_scale()
        if scale != self.scale_px:
            self.setTransform(QTransform.fromScale(scale, scale))
            self._make_room()
        self._bring(fixed, anchor)
        self.zoomed.emit()

    def zoom_by(self, factor: float) -> None:
        """Zoom around the pointer, or around the middle if the pointer is elsewhere."""
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        inside = self.viewport().rect().contains(pointer)
        self.set_zoom(self.zoom * factor, QPointF(pointer) if inside else None)

    def set_margins(self, left: int, top: int) -> None:
        """Keep strips (px) free of the page for headers; what is seen stays where it is."""
        before = self.viewport().pos()
        self.setViewportMargins(left, top, 0, 0)
        self.pan_by(QPointF(self.viewport().pos() - before))

    def _whole_area(self) -> QRectF:
        """Return the area of the page and the headers together, in viewport px."""
        margins = self.viewportMargins()
        return QRectF(self.viewport().rect()).adjusted(-margins.left(), -margins.top(), 0, 0)

    def fit_page(self) -> None:
        """Show the whole page, also when the room becomes another, until the view is moved."""
        self.fit_area(self.page)
        self.fitted_at = _find_place(self)

    def fit_width(self) -> None:
        """Show the page in its whole width, from where the view is now."""
        area = self._whole_area()
        middle = self.to_scene(area.center())
        self.set_zoom((area.width() - 2 * _FIT_MARGIN_PX) / self.page.width() / self._full_scale())
        area = self._whole_area()
        half = area.height() / 2 / self.scale_px
        lowest = max(self.page.top() + half, self.page.bottom() - half)
        y = min(max(middle.y(), self.page.top() + half - _FIT_MARGIN_PX / self.scale_px), lowest)
        self.look_at(QPointF(self.page.center().x(), y), self.zoom)

    def fit_area(self, area: QRectF) -> None:
        """Show an area (drawing mm) as large as it fits, in the middle."""
        whole = self._whole_area()
        scale = min(
            max(whole.width() - 2 * _FIT_MARGIN_PX, 1.0) / max(area.width(), 1.0),
            max(whole.height() - 2 * _FIT_MARGIN_PX, 1.0) / max(area.height(), 1.0),
        )
        self.set_zoom(scale / self._full_scale())
        self._bring(area.center(), self._whole_area().center())
        if not self.viewportMargins().isNull():
            self._bring(area.center(), QPointF(self.viewport().rect().center()))

    def find_look(self) -> tuple[QPointF, float]:
        """Return the scene point in the middle of page and headers together, and the zoom."""
        return self.to_scene(self._whole_area().center()), self.zoom

    def look_at(self, centre: QPointF, zoom: float) -> None:
        """Bring a scene point into the middle, at a zoom; see :meth:`find_look`."""
        self.set_zoom(zoom)
        self._bring(centre, self._whole_area().center())
        # Headers may have come or gone with the first move.
        self._bring(centre, self._whole_area().center())

    def reveal(self, area: QRectF) -> None:
        """Scroll as little as needed to bring an area (drawing mm) into view."""
        box = self.viewportTransform().mapRect(area)
        edge = _REVEAL_EDGE_PX
        free = QRectF(self.viewport().rect()).adjusted(edge, edge, -edge, -edge)
        self.pan_by(
            QPointF(
                _overshoot(box.left(), box.right(), free.left(), free.right()),
                _overshoot(box.top(), box.bottom(), free.top(), free.bottom()),
            )
        )

    def pan_by(self, delta: QPointF) -> None:
        """Move the view over the page by so many pixels."""
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setValue(horizontal.value() + round(delta.x()))
        vertical.setValue(vertical.value() + round(delta.y()))

    def to_scene(self, point: QPointF) -> QPointF:
        """Return the scene point (mm) under a viewport point (px)."""
        return self.viewportTransform().inverted()[0].map(point)

    def _bring(self, fixed: QPointF, to: QPointF) -> None:
        self.pan_by(self.viewportTransform().map(fixed) - to)

    def _make_room(self) -> None:
        """Leave half a window of ground around the page: any corner can come to the middle."""
        across = self.viewport().width() / 2 / self.scale_px
        down = self.viewport().height() / 2 / self.scale_px
        self.setSceneRect(self.page.adjusted(-across, -down, across, down))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        exposed = QRectF(rect)
        if self.page.contains(exposed):
            return
        painter.fillRect(exposed, self.ground)
        paper = self.viewportTransform().mapRect(self.page).toRect()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # Thin filled boxes: a drawn outline takes Qt thirty times as long.
        for distance in range(_SHADOW_PX):
            fade = 1.0 - distance / _SHADOW_PX
            colour = QColor(10, 20, 35, round(30 * fade * fade))
            edge = paper.adjusted(-distance, 2 - distance, distance, distance + 2)
            for side in _list_sides(edge):
                painter.fillRect(side, colour)
        painter.restore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * WHEEL_STEP ** (turn.y() / 120), event.position())
        else:
            fine = event.pixelDelta()
            step = turn * (_SCROLL_PX / 120) if fine.isNull() else fine
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step.x() == 0:
                step = QPoint(step.y(), 0)
            self.pan_by(QPointF(-step))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and _take_gesture(self, event):
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_fitted = shows_whole_page(self)
        super().resizeEvent(event)
        self._make_room()
        if is_fitted:
            self.fit_page()
        self.scrolled.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()


def shows_whole_page(view: ZoomView) -> bool:
    """Tell whether the whole page was asked for and the view was not moved since."""
    return view.fitted_at is not None and _are_near(_find_place(view), view.fitted_at)


def has_page_in_view(view: ZoomView) -> bool:
    """Tell whether no edge of the page is out of view."""
    page = view.viewportTransform().mapRect(view.page)
    return QRectF(view.viewport().rect()).contains(page)


def _find_place(view: ZoomView) -> tuple[float, float, float]:
    """Return the scale and where the scroll bars stand, in px."""
    return (
        view.scale_px,
        float(view.horizontalScrollBar().value()),
        float(view.verticalScrollBar().value()),
    )


def _are_near(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Tell whether two places differ by no more than what a glide rounds."""
    same_scale = math.isclose(one[0], other[0], rel_tol=1e-6)
    return same_scale and max(abs(one[1] - other[1]), abs(one[2] - other[2])) <= _ROUNDING_PX


def _list_sides(box: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Return the rows and columns of pixels right around a box."""
    left, top, width, height = box.left() - 1, box.top() - 1, box.width() + 2, box.height()
    return (
        QRect(left, top, width, 1),
        QRect(left, box.bottom() + 1, width, 1),
        QRect(left, top + 1, 1, height),
        QRect(box.right() + 1, top + 1, 1, height),
    )


def _take_gesture(view: ZoomView, event: QNativeGestureEvent) -> bool:
    """Do what fingers on a trackpad mean; returns whether it means anything."""
    match event.gestureType():
        case Qt.NativeGestureType.ZoomNativeGesture:
            view.set_zoom(view.zoom * (1.0 + event.value()), event.position())
        case Qt.NativeGestureType.PanNativeGesture:
            view.pan_by(-event.delta())
        case Qt.NativeGestureType.SmartZoomNativeGesture if view.zoom < 1.0:
            view.set_zoom(1.0, event.position())
        case Qt.NativeGestureType.SmartZoomNativeGesture:
            view.fit_page()
        case _:
            return False
    return True


def _overshoot(first: float, last: float, free_first: float, free_last: float) -> float:
    """Return by how much a span must move to lie in another; its start counts if it is longer."""
    if first < free_first or last - first > free_last - free_first:
        return first - free_first
    return max(0.0, last - free_last)
