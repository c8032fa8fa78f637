"""Pan: the page follows the pointer."""

from PySide6.QtCore import Qt

from blueprint_editor.canvas.tools.gesture import Pointer
from blueprint_editor.canvas.view import ZoomView


class PanGesture:
    """With the middle button, or with any button while the space bar is held."""

    scrolls = False

    def __init__(self, view: ZoomView, start: Pointer) -> None:
        self._view = view
        self._start = self._last = start.px
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pointer: Pointer) -> None:
        self._view.pan_by(self._last - pointer.px)
        self._last = pointer.px

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._view.viewport().unsetCursor()

    def cancel(self) -> None:
        self._view.pan_by(self._last - self._start)
        self._view.viewport().unsetCursor()
