"""Drag the edge of a column to make its step wider or narrower, by quarters of a column."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QToolTip

from blueprint_editor.canvas.header_places import column_box
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage
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


class ResizeColumnGesture(Gesture):
    """Starts on the right edge of a column."""

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage, step: str, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._step = step
        self._start = start
        self._steps = find_resized(stage.session, step)
        width: float = find_record(stage.session.document, step).record.width
        grid = stage.session.poster.grid
        self._before = self._factor = width
        self._width = next(column.width for column in grid.columns if column.step == step)
        self._is_drag = False
        self._command: SetField | None = None

    def move(self, pointer: Pointer) -> None:
        self._is_drag = self._is_drag or pointer.went_from(self._start)
        if not self._is_drag:
            return
        width = self._width + pointer.at.x() - self._start.at.x()
        factor = snap_width(width * self._before / self._width)
        if factor != self._factor or self._command is None:
            self._factor = factor
            self._command = SetField(self._steps, "width", factor)
            self._session.preview(self._command)
            self._show_column()
        self._tell(pointer)

    def _show_column(self) -> None:
        grid, path = self._session.poster.grid, QPainterPath()
        path.addRect(column_box(grid, (self._step,), grid.header_top))
        self._stage.overlay.band.show_path(path)

    def _tell(self, pointer: Pointer) -> None:
        """Tell the factor beside the pointer, and in the status bar for who hears it."""
        locale = QLocale(current_language())
        text = _("Width × {factor}").format(factor=locale.toString(self._factor, "f", 2))
        viewport = self._stage.view.viewport()
        QToolTip.showText(viewport.mapToGlobal(pointer.px.toPoint()), text, viewport)
        self._stage.tell(text)

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._end()
        if self._command is not None:
            self._session.execute(self._command, self._session.selection)

    def cancel(self) -> None:
        self._end()
        self._session.drop_preview()

    def _end(self) -> None:
        self._stage.overlay.band.show_path(QPainterPath())
        QToolTip.hideText()
        self._stage.tell(None)
