"""Rubber band: select the cards under a box, or the empty cell that was clicked."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, toggles
from blueprint_editor.commands.selection import Cursor


class RubberBandGesture(Gesture):
    """Starts beside all records; with Shift or Ctrl it adds to what is selected."""

    def __init__(self, stage: Stage, start: Pointer) -> None:
        self._session = stage.session
        self._scene = stage.scene
        self._band = stage.overlay.band
        self._start = start
        self._before = stage.session.selection
        self._is_band = False

    def move(self, pointer: Pointer) -> None:
        self._is_band = self._is_band or pointer.went_from(self._start)
        if not self._is_band:
            return
        area = QRectF(self._start.at, pointer.at).normalized()
        path = QPainterPath()
        path.addRect(area)
        self._band.show_path(path)
        touched = (*self._scene.find_cards(area), *self._scene.find_connectors_inside(area))
        kept = self._before.records if toggles(self._start.modifiers) else ()
        self._session.select((*kept, *touched))

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._band.show_path(QPainterPath())
        if not self._is_band and not toggles(self._start.modifiers):
            self._select_cell(pointer)

    def cancel(self) -> None:
        self._band.show_path(QPainterPath())
        self._session.select(*self._before)

    def _select_cell(self, pointer: Pointer) -> None:
        grid = self._session.poster.grid
        cell = grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell is None:
            self._session.select()
        else:
            self._session.select((), Cursor(*cell, position=len(grid.cells.get(cell, ()))))
