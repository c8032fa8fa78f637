"""Pan: the page follows the pointer."""

from PySide6.QtCore import Qt

from blueprint_editor.canvas.tools.gesture import Gesture, Pointer
from blueprint_editor.canvas.view import ZoomView


class PanGesture(Gesture):
    """With the middle button, or with any button while the space bar is held."""

    scrolls = ""
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: ZoomView, start: Pointer) -> None:
        self._view = view
        self._start = self._last = start.px

    def move(self, pointer: Pointer) -> None:
        self._view.pan_by(self._last - pointer.px)
        self._last = pointer.px

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)

    def cancel(self) -> None:
        self._view.pan_by(self._last - self._start)
