"""Rubber band: select the cards under a box, or the empty cell that was clicked."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.overlay import Overlay
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.gesture import Pointer
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession


class RubberBandGesture:
    """Starts beside all cards; with Shift or Ctrl it adds to what is selected."""

    scrolls = True

    def __init__(
        self, session: DocumentSession, scene: PosterScene, overlay: Overlay, start: Pointer
    ) -> None:
        self._session = session
        self._scene = scene
        self._overlay = overlay
        self._start = start
        self._before = session.selection
        self._is_band = False

    def move(self, pointer: Pointer) -> None:
        distance = (pointer.px - self._start.px).manhattanLength()
        if not self._is_band and distance < QApplication.startDragDistance():
            return
        self._is_band = True
        area = QRectF(self._start.at, pointer.at).normalized()
        path = QPainterPath()
        path.addRect(area)
        self._overlay.band.show_path(path)
        self._session.select((*self._kept(), *self._scene.find_cards(area)))

    def release(self, pointer: Pointer) -> None:
        self._overlay.band.show_path(QPainterPath())
        if self._is_band:
            self.move(pointer)
            self._overlay.band.show_path(QPainterPath())
        elif not self._adds():
            self._select_cell(pointer)

    def cancel(self) -> None:
        self._overlay.band.show_path(QPainterPath())
        self._session.select(*self._before)

    def _adds(self) -> bool:
        keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self._start.modifiers & keys)

    def _kept(self) -> tuple[str, ...]:
        return self._before.records if self._adds() else ()

    def _select_cell(self, pointer: Pointer) -> None:
        grid = self._session.poster.grid
        cell = grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell is None:
            self._session.select()
        else:
            self._session.select((), Cursor(*cell, position=len(grid.cells.get(cell, ()))))
