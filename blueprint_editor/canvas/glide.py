"""Let the view glide to where a command leads, where the system wishes for motion at all."""

import math
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QVariantAnimation,
)

from blueprint_editor.canvas.motion import find_motion_ms
from blueprint_editor.canvas.view import ZoomView

_HAND = frozenset({QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.NativeGesture})


class Glide(QObject):
    """Glides of one view, one at a time; a hand on the mouse or the trackpad ends it there.

    ``slowness`` is how many times as long as in an editor they take.
    """

    def __init__(self, view: ZoomView, slowness: float = 1.0) -> None:
        super().__init__(view)
        self._view = view
        self._slowness = slowness
        self._start = self._end = (QPointF(), 1.0)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        view.viewport().installEventFilter(self)

    @property
    def is_gliding(self) -> bool:
        return self._animation.state() == QAbstractAnimation.State.Running

    def to(self, change: Callable[[], object]) -> None:
        """Do a change of zoom and place, seen as a motion from where the view is now."""
        if self.is_gliding:
            self._animation.stop()
            self._view.look_at(*self._end)
        duration = find_motion_ms(self._view) if self._view.isVisible() else 0
        self._start = self._view.find_look()
        change()
        self._end = self._view.find_look()
        if duration > 0 and self._end != self._start:
            self._view.look_at(*self._start)
            self._animation.setDuration(round(duration * self._slowness))
            self._animation.start()

    def _show(self, share: float) -> None:
        (centre, zoom), (last_centre, last_zoom) = self._start, self._end
        now = zoom * (last_zoom / zoom) ** share
        moved = share
        if not math.isclose(zoom, last_zoom):
            # So that the point around which it zooms stands still on the way.
            moved = (1 / zoom - 1 / now) / (1 / zoom - 1 / last_zoom)
        self._view.look_at(centre + (last_centre - centre) * moved, now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HAND and self.is_gliding:
            self._animation.stop()
        return super().eventFilter(watched, event)
