"""Rubber band: select what lies under a box; what that is, and what a click means, is handed in."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.overlay import Overlay
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, toggles
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession


class BandWork(NamedTuple):
    """What a band selects.

    Attributes:
        find: ids of what lies under a box (drawing mm).
        select: makes records the selected ones.
        click: what a click without a drag means, where neither Shift nor Ctrl is held.
    """

    find: Callable[[QRectF], Iterable[str]]
    select: Callable[[tuple[str, ...]], object]
    click: Callable[[Pointer], object]


class RubberBandGesture(Gesture):
    """Starts beside all records; with Shift or Ctrl it adds to what is selected."""

    def __init__(
        self, session: DocumentSession, overlay: Overlay, start: Pointer, work: BandWork
    ) -> None:
        self._session = session
        self._band = overlay.band
        self._start = start
        self._work = work
        self._before = session.selection
        self._is_band = False

    def move(self, pointer: Pointer) -> None:
        self._is_band = self._is_band or pointer.went_from(self._start)
        if not self._is_band:
            return
        area = QRectF(self._start.at, pointer.at).normalized()
        path = QPainterPath()
        path.addRect(area)
        self._band.show_path(path)
        kept = self._before.records if toggles(self._start.modifiers) else ()
        self._work.select((*kept, *self._work.find(area)))

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._band.show_path(QPainterPath())
        if not self._is_band and not toggles(self._start.modifiers):
            self._work.click(pointer)

    def cancel(self) -> None:
        self._band.show_path(QPainterPath())
        self._session.select(*self._before)


def begin_card_band(stage: Stage, start: Pointer) -> RubberBandGesture:
    """Select cards and connectors under a box, or the empty cell that was clicked."""
    session, scene = stage.session, stage.scene

    def select_cell(pointer: Pointer) -> None:
        grid = session.poster.grid
        cell = grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell is None:
            session.select()
        else:
            session.select((), Cursor(*cell, position=len(grid.cells.get(cell, ()))))

    work = BandWork(
        lambda area: (*scene.find_cards(area), *scene.find_connectors_inside(area)),
        session.select,
        select_cell,
    )
    return RubberBandGesture(session, stage.overlay, start, work)
