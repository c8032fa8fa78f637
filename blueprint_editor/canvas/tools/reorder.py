"""Drag a header to put its lane, phase or step elsewhere: the poster shows it there already."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.header_places import list_phase_spans
from blueprint_editor.canvas.overlay import draw_line
from blueprint_editor.canvas.tools.drag import Plan, RecordDrag
from blueprint_editor.canvas.tools.gesture import Pointer, Stage
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.selection import Selection
from blueprint_editor.session.structure import plan_lane_move, plan_phase_move, plan_step_move
from blueprint_editor.sheets.poster_grid import PosterGrid

HeaderKind: TypeAlias = Literal["lane", "phase", "step"]


class _Slot(NamedTuple):
    """One of a row of headers: from where to where it goes along the drag, in mm."""

    record: str
    first: float
    last: float
    phase: str = ""


class ReorderGesture(RecordDrag):
    """Starts on a header.

    Where the header goes is found in the poster as it stood at the press, so that what moves
    out of the way meanwhile does not change the answer.
    """

    def __init__(self, stage: Stage, kind: HeaderKind, record: str, start: Pointer) -> None:
        super().__init__(stage, record, start)
        self._kind = kind
        self.scrolls = "down" if kind == "lane" else "across"
        self._slots = _list_slots(stage.session.poster.grid, kind)
        self._place: tuple[str, int] | None = None

    def _begin(self) -> None:
        self._session.select((self._record,))

    def _follow(self, pointer: Pointer) -> None:
        place = self._find_place(pointer.at.y() if self._kind == "lane" else pointer.at.x())
        if place == self._place:
            return
        self._place = place
        self._show(self._make_plan(*place))
        mark = self._draw_mark() if self._plan.refusal is None else QPainterPath()
        self._stage.overlay.insertion.show_path(mark)

    def _find_place(self, at: float) -> tuple[str, int]:
        """Return the phase (of a step) and the number among the others there."""
        own = next(slot for slot in self._slots if slot.record == self._record)
        others = [slot for slot in self._slots if slot.record != self._record]
        if self._kind != "step":
            return "", sum((slot.first + slot.last) / 2 < at for slot in others)
        return _find_step_place(own, others, at)

    def _make_plan(self, phase: str, index: int) -> Plan:
        command = self._make_command(phase, index)
        try:
            command.apply(self._session.document)
        except CommandRefusedError as error:
            return Plan(refusal=error)
        return Plan(command, None, Selection((self._record,)))

    def _make_command(self, phase: str, index: int) -> Command:
        document, seen = self._session.document, self._session.poster.facts
        match self._kind:
            case "lane":
                return plan_lane_move(document, seen, self._record, index)
            case "phase":
                return plan_phase_move(document, seen, self._record, index)
            case "step":
                return plan_step_move(document, seen, self._record, phase, index)

    def _draw_mark(self) -> QPainterPath:
        """Return the line before the header where it stands now."""
        grid = self._session.poster.grid
        slot = next(s for s in _list_slots(grid, self._kind) if s.record == self._record)
        content = grid.content
        if self._kind == "lane":
            return draw_line((QPointF(content.x0, slot.first), QPointF(content.x1, slot.first)))
        bottom = grid.rows[-1].y + grid.rows[-1].height if grid.rows else content.y1
        return draw_line((QPointF(slot.first, grid.header_top), QPointF(slot.first, bottom)))

    def _end(self) -> None:
        super()._end()
        self._stage.overlay.insertion.show_path(QPainterPath())


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
