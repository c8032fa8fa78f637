"""Scroll while something is dragged near the edge of the view."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer

from blueprint_editor.canvas.tools.gesture import Scrolling
from blueprint_editor.canvas.view import ZoomView

_EDGE_PX = 32.0
_FASTEST_PX = 22.0
"""Pixels a tick at the very edge and beyond."""
_TICK_MS = 16


class Autoscroll(QObject):
    """Pans the view a little at each tick while the pointer is near an edge."""

    def __init__(self, view: ZoomView, on_scrolled: Callable[[QPointF], None]) -> None:
        super().__init__(view)
        self._view = view
        self._on_scrolled = on_scrolled
        self._pointer_px = QPointF()
        self._ways: Scrolling = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def follow(self, pointer_px: QPointF, ways: Scrolling) -> None:
        """Take note of where the pointer is; starts and stops by itself."""
        self._pointer_px, self._ways = pointer_px, ways
        if self._speed().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _speed(self) -> QPointF:
        box, at = QRectF(self._view.viewport().rect()), self._pointer_px
        across, down = self._ways in {"across", "both"}, self._ways in {"down", "both"}
        return QPointF(
            _speed_along(at.x(), box.left(), box.right()) if across else 0.0,
            _speed_along(at.y(), box.top(), box.bottom()) if down else 0.0,
        )

    def _tick(self) -> None:
        self._view.pan_by(self._speed())
        self._on_scrolled(self._pointer_px)


def _speed_along(at: float, first: float, last: float) -> float:
    before, after = first + _EDGE_PX - at, at - (last - _EDGE_PX)
    depth = -before if before > 0 else max(after, 0.0)
    return max(-1.0, min(1.0, depth / _EDGE_PX)) * _FASTEST_PX
