"""Drag a header to put its lane, phase or step elsewhere: the poster shows it there already."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.header_places import list_phase_spans
from blueprint_editor.canvas.overlay import draw_line
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose, toggles
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.registers import MoveRecord
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.steps import MoveSteps
from blueprint_editor.session.structure import plan_lane_move
from blueprint_editor.sheets.poster_grid import PosterGrid

HeaderKind: TypeAlias = Literal["lane", "phase", "step"]


class _Slot(NamedTuple):
    """One of a row of headers: from where to where it goes along the drag, in mm."""

    record: str
    first: float
    last: float
    phase: str = ""


class ReorderGesture(Gesture):
    """Starts on a header; a press that does not move only selects.

    Where the header goes is found in the poster as it stood at the press, so that what moves
    out of the way meanwhile does not change the answer.
    """

    def __init__(self, stage: Stage, kind: HeaderKind, record: str, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._kind = kind
        self._record = record
        self._start = start
        self._before = stage.session.selection
        self._slots = _list_slots(stage.session.poster.grid, kind)
        self._is_drag = False
        self._place: tuple[str, int] | None = None
        self._command: Command | None = None
        self._refusal: CommandRefusedError | None = None
        if not toggles(start.modifiers):
            choose(stage.session, record, start.modifiers)

    def move(self, pointer: Pointer) -> None:
        if not self._is_drag:
            if not pointer.went_from(self._start):
                return
            self._is_drag = True
            self._session.select((self._record,))
        place = self._find_place(pointer.at.y() if self._kind == "lane" else pointer.at.x())
        if place != self._place:
            self._place = place
            self._try(place)

    def _find_place(self, at: float) -> tuple[str, int]:
        """Return the phase (of a step) and the number among the others there."""
        own = next(slot for slot in self._slots if slot.record == self._record)
        others = [slot for slot in self._slots if slot.record != self._record]
        if self._kind != "step":
            return "", sum((slot.first + slot.last) / 2 < at for slot in others)
        return _find_step_place(own, others, at)

    def _try(self, place: tuple[str, int]) -> None:
        """Preview the move, or tell why the rules forbid it."""
        self._refusal = None
        self._command = self._make_command(*place)
        try:
            self._command.apply(self._session.document)
        except CommandRefusedError as error:
            self._command, self._refusal = None, error
        if self._command is None:
            self._session.drop_preview()
        else:
            self._session.preview(self._command)
        is_open = self._refusal is None
        mark = self._draw_mark() if is_open else QPainterPath()
        self._stage.overlay.insertion.show_path(mark)
        self._stage.tell(self._refusal)
        shape = Qt.CursorShape.ClosedHandCursor
        self.cursor = shape if is_open else Qt.CursorShape.ForbiddenCursor

    def _make_command(self, phase: str, index: int) -> Command:
        match self._kind:
            case "lane":
                return plan_lane_move(self._session.facts, self._record, index)
            case "phase":
                return MoveRecord("phases", self._record, index)
            case "step":
                return MoveSteps((self._record,), phase, index)

    def _draw_mark(self) -> QPainterPath:
        """Return the line before the header where it stands now."""
        grid = self._session.poster.grid
        slot = next(s for s in _list_slots(grid, self._kind) if s.record == self._record)
        content = grid.content
        if self._kind == "lane":
            return draw_line((QPointF(content.x0, slot.first), QPointF(content.x1, slot.first)))
        bottom = grid.rows[-1].y + grid.rows[-1].height if grid.rows else content.y1
        return draw_line((QPointF(slot.first, grid.header_top), QPointF(slot.first, bottom)))

    def release(self, pointer: Pointer) -> None:
        if not self._is_drag:
            if toggles(self._start.modifiers):
                choose(self._session, self._record, self._start.modifiers)
            else:
                self._session.select((self._record,))
            return
        self.move(pointer)
        self._end()
        if self._command is not None:
            self._session.execute(self._command, Selection((self._record,)))
        else:
            self._session.drop_preview()
        if self._refusal is not None:
            self._session.refused.emit(self._refusal)

    def cancel(self) -> None:
        self._end()
        self._session.drop_preview()
        self._session.select(*self._before)

    def _end(self) -> None:
        self._stage.overlay.insertion.show_path(QPainterPath())
        self._stage.tell(None)


def _list_slots(grid: PosterGrid, kind: HeaderKind) -> list[_Slot]:
    match kind:
        case "lane":
            return [_Slot(row.lane, row.y, row.y + row.height) for row in grid.rows]
        case "phase":
            return [_Slot(*span) for span in list_phase_spans(grid)]
        case "step":
            return [_Slot(c.step, c.x, c.x + c.width, c.phase) for c in grid.columns]


def _find_step_place(own: _Slot, others: Sequence[_Slot], at: float) -> tuple[str, int]:
    """Return the phase of the column at an x, and the number there that a step gets.

    Half way over a column the step goes beyond it; a phase without steps is its first column.
    """
    nearest = min((own, *others), key=lambda s: max(s.first - at, at - s.last, 0.0))
    there = [slot for slot in others if slot.phase == nearest.phase and slot.record]
    if nearest is own:
        return own.phase, sum(slot.first < own.first for slot in there)
    if not nearest.record:
        return nearest.phase, 0
    return nearest.phase, there.index(nearest) + (at > (nearest.first + nearest.last) / 2)
