"""The whole page small in a corner of the canvas: what is in view, and a way to anywhere else."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.eyes import Eyes
from blueprint_editor.canvas.items import find_page
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.language.texts import _
from blueprint_editor.painters.qt.overview import Overview, has_outline
from blueprint_editor.session.document_session import DocumentSession

_LONGEST_PX: Final = 190
_GAP_PX: Final = 12
_RENEW_MS: Final = 250
"""After the last edit; a picture of the whole poster takes longer than a frame."""
_ACCENT, _EDGE, _VEIL = QColor("#1A56C4"), QColor("#C9D0D8"), QColor(255, 255, 255, 120)


class Minimap(QWidget):
    """Stands in the top right corner of a view while only a part of the page is in view."""

    def __init__(self, view: ZoomView, session: DocumentSession, eyes: Eyes) -> None:
        super().__init__(view)
        self._view = view
        self._eyes = eyes
        self._session = session
        self._is_wanted = True
        self._picture = QPixmap()
        self._painted: object = None
        self._overview: Overview | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._renew)
        self.setAccessibleName(_("Overview of the page"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        view.zoomed.connect(self._follow)
        view.scrolled.connect(self._follow)
        view.installEventFilter(self)
        session.poster_changed.connect(self._wait)
        eyes.changed.connect(self._wait)

    @property
    def is_wanted(self) -> bool:
        """Whether the person wants it; it hides by itself while the whole page is in view."""
        return self._is_wanted

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Show it where it is of use, or never."""
        self._is_wanted = is_wanted
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        view, page = self._view, self._view.page
        seen = self._seen_area()
        is_of_use = not seen.contains(page) and min(page.width(), page.height()) > 0
        small = self._size_for(page)
        fits = view.viewport().width() > 3 * small.width()
        self.setVisible(self._is_wanted and is_of_use and fits)
        if self.isHidden():
            return
        self.resize(small)
        box = view.viewport().geometry()
        self.move(box.right() - small.width() - _GAP_PX, box.top() + _GAP_PX)
        if self._painted is not self._session.poster.drawing and not self._timer.isActive():
            self._timer.start(0 if self._painted is None else _RENEW_MS)
        self.update()

    def _wait(self) -> None:
        # start(0) leaves 0 as the interval, so it is said each time.
        self._timer.start(_RENEW_MS)

    def _size_for(self, page: QRectF) -> QSize:
        longest = max(page.width(), page.height(), 1.0)
        return QSize(
            max(2, round(page.width() / longest * _LONGEST_PX)),
            max(2, round(page.height() / longest * _LONGEST_PX)),
        )

    def _renew(self) -> None:
        """Paint the page anew; what nobody sees is painted when it is seen."""
        if self.isHidden():
            return
        self._painted = self._session.poster.drawing
        drawing = self._eyes.see(self._session.poster.drawing)
        page = find_page(drawing)
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(QColor(drawing.background))
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / page.width()
        painter.setTransform(QTransform.fromScale(scale, scale))
        painter.translate(-page.topLeft())
        self._overview = Overview(drawing.placed, self._overview, has_outline)
        self._overview.paint(painter, scale * ratio)
        painter.end()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if not self._picture.isNull():
            painter.drawPixmap(self.rect(), self._picture)
        seen = self._seen_box()
        whole = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        for veiled in _frame_around(whole, seen):
            painter.drawRect(veiled)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_EDGE, 1.0))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(_ACCENT, 2.0))
        painter.drawRect(seen.adjusted(1, 1, -1, -1))
        painter.end()

    def _seen_area(self) -> QRectF:
        """Return the part of the scene that is in view, in drawing mm."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _seen_box(self) -> QRectF:
        """Return what is in view, in the map's own pixels."""
        page, seen = self._view.page, self._seen_area()
        scale = self.width() / page.width()
        box = QRectF((seen.topLeft() - page.topLeft()) * scale, seen.size() * scale)
        return box.intersected(QRectF(self.rect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The canvas below must not take the end of a drag for a click.
        event.accept()

    def _go(self, at: QPointF) -> None:
        """Bring the middle of the view to a point of the map."""
        page = self._view.page
        scale = self.width() / page.width()
        point = page.topLeft() + QPointF(at) / scale
        middle = QPointF(self._view.viewport().rect().center())
        self._view.pan_by(self._view.viewportTransform().map(point) - middle)


def _frame_around(whole: QRectF, hole: QRectF) -> tuple[QRectF, ...]:
    """Return four boxes that cover ``whole`` but ``hole``."""
    return (
        QRectF(whole.left(), whole.top(), whole.width(), hole.top() - whole.top()),
        QRectF(whole.left(), hole.bottom(), whole.width(), whole.bottom() - hole.bottom()),
        QRectF(whole.left(), hole.top(), hole.left() - whole.left(), hole.height()),
        QRectF(hole.right(), hole.top(), whole.right() - hole.right(), hole.height()),
    )
