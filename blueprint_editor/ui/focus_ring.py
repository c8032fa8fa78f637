"""The ring around what has the keyboard: the same everywhere, whatever the system's style draws."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.ui.look import paint_colours

_NAME: Final = "focus_follower"
_AROUND_PX, _LINE_PX, _RADIUS_PX = 3, 2.0, 5.0
_MOVES: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.DynamicPropertyChange,
    }
)


class FocusRing(QObject):
    """Follows the keyboard through all windows of the program.

    What was reached by a click gets no ring: who clicked knows where.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._line: _Line | None = None
        self._marked: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        is_by_click = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._marked = None if is_by_click else now
        place = self._marked
        while place is not None:
            place.installEventFilter(self)
            self._watched.append(place)
            place = None if place.isWindow() else place.parentWidget()
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._show()
        return False

    def _show(self) -> None:
        marked, line = self._marked, self._line
        if line is not None and not isValid(line):
            line = None
        if marked is None or not isValid(marked) or not _needs_ring(marked):
            if line is not None:
                line.hide()
            return
        if line is None:
            line = _Line(marked.window())
        elif line.parentWidget() is not marked.window():
            line.setParent(marked.window())
        self._line = line
        line.surround(marked)


def mark_focus(app: QApplication) -> None:
    """Let a ring follow the keyboard through an application, once."""
    if app.findChild(QObject, _NAME) is None:
        FocusRing(app)


def _needs_ring(widget: QWidget) -> bool:
    window, has_own_mark = widget.window(), widget.property(OWN_MARK)
    if has_own_mark is False:
        # At a start nobody has used the keyboard yet.
        return window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    is_popup = window.windowType() == Qt.WindowType.Popup
    return widget.isVisible() and not has_own_mark and not is_popup


class _Line(QWidget):
    """The ring itself, above everything else in its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ring = QRect()
        self.setObjectName("focus_ring")

    def surround(self, widget: QWidget) -> None:
        """Stand around a widget, cut where it is scrolled out of sight."""
        window, around = widget.window(), _AROUND_PX
        ring = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        ring = ring.adjusted(-around, -around, around, around) & window.rect()
        seen = ring
        place = widget.parentWidget()
        while place is not None and place is not window:
            area = place.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is place:
                seen &= QRect(place.mapTo(window, QPoint(0, 0)), place.size())
            place = area
        self._ring = ring.translated(-seen.topLeft())
        self.setGeometry(seen)
        self.setVisible(not seen.isEmpty())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(paint_colours()["focus"], _LINE_PX))
        half = _LINE_PX / 2
        ring = QRectF(self._ring).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, _RADIUS_PX, _RADIUS_PX)
