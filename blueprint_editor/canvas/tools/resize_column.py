"""Drag the edge of a column to make its step wider or narrower, by quarters of a column."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QToolTip

from blueprint_editor.canvas.header_places import find_step_box
from blueprint_editor.canvas.tools.drag import DragGesture, Plan
from blueprint_editor.canvas.tools.gesture import Pointer, Stage
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.steps import snap_width
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.session.document_session import DocumentSession


def find_resized(session: DocumentSession, step: str) -> tuple[str, ...]:
    """Return the steps that an edge resizes: all selected ones, if its own is one of them."""
    records = session.selection.records
    if step not in records:
        return (step,)
    steps = {known.id for known in session.document.steps}
    return tuple(record for record in records if record in steps)


def reset_width(session: DocumentSession, step: str) -> None:
    """Give a step, or all selected ones with it, the usual width again."""
    session.execute(SetField(find_resized(session, step), "width", 1.0), session.selection)


class ResizeColumnGesture(DragGesture):
    """Starts on the right edge of a column."""

    scrolls = "across"
    cursor = grip = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage, step: str, start: Pointer) -> None:
        super().__init__(stage, start)
        self._step = step
        self._steps = find_resized(stage.session, step)
        self._old = find_record(stage.session.document, step).record.width
        grid = stage.session.poster.grid
        self._width = next(column.width for column in grid.columns if column.step == step)
        self._factor = 0.0

    def _follow(self, pointer: Pointer) -> None:
        width = self._width + pointer.at.x() - self._start.at.x()
        factor = snap_width(width * self._old / self._width)
        if factor != self._factor:
            self._factor = factor
            self._show(Plan(SetField(self._steps, "width", factor)))
            grid, path = self._session.poster.grid, QPainterPath()
            path.addRect(find_step_box(grid, self._step))
            self._stage.overlay.band.show_path(path)
        self._tell(pointer)

    def _tell(self, pointer: Pointer) -> None:
        """Tell the factor beside the pointer, and in the status bar for who hears it."""
        locale = QLocale(current_language())
        text = _("Width × {factor}").format(factor=locale.toString(self._factor, "f", 2))
        viewport = self._stage.view.viewport()
        QToolTip.showText(viewport.mapToGlobal(pointer.px.toPoint()), text, viewport)
        self._stage.tell(text)

    def _end(self) -> None:
        super()._end()
        self._stage.overlay.band.show_path(QPainterPath())
        QToolTip.hideText()
