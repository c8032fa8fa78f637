"""Drag a header to put its lane, phase or step elsewhere: the poster shows it there already."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.header_places import (
    find_step_box,
    list_phase_boxes,
    list_phase_spans,
)
from blueprint_editor.canvas.overlay import draw_line
from blueprint_editor.canvas.tools.drag import Plan, RecordDrag
from blueprint_editor.canvas.tools.gesture import Pointer, Scrolling, Stage
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
        self._grid = grid = stage.session.poster.grid
        along: Scrolling = "across" if len(grid.decks) == 1 else "both"
        self.scrolls = "down" if kind == "lane" else along
        self._deck = grid.decks.index(grid.find_deck(start.at.y()))
        self._slots = self._list_slots(grid)
        self._place: tuple[str, int] | None = None

    def _begin(self) -> None:
        self._session.select((self._record,))

    def _follow(self, pointer: Pointer) -> None:
        place = self._find_place(self._measure(pointer.at))
        if place == self._place:
            return
        self._place = place
        self._show(self._make_plan(*place))
        mark = self._draw_mark() if self._plan.refusal is None else QPainterPath()
        self._stage.overlay.insertion.show_path(mark)

    def _measure(self, at: QPointF) -> float:
        """Return how far a point is along the drag, where the slots are."""
        if self._kind == "lane":
            return at.y()
        grid = self._grid
        return at.x() + grid.decks.index(grid.find_deck(at.y())) * _find_stride(grid)

    def _list_slots(self, grid: PosterGrid) -> list[_Slot]:
        """Return the headers along the drag: lanes of one deck, others as if decks were one."""
        match self._kind:
            case "lane":
                rows = grid.decks[min(self._deck, len(grid.decks) - 1)].rows
                return [_Slot(row.lane, row.y, row.y + row.height) for row in rows]
            case "phase":
                return _list_phases(grid)
            case "step":
                return _list_steps(grid)

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
        content = grid.content
        if self._kind == "lane":
            slot = next(s for s in self._list_slots(grid) if s.record == self._record)
            return draw_line((QPointF(content.x0, slot.first), QPointF(content.x1, slot.first)))
        if self._kind == "phase":
            box = list_phase_boxes(grid, self._record)[0]
        else:
            box = find_step_box(grid, self._record)
        return draw_line((box.topLeft(), box.bottomLeft()))

    def _end(self) -> None:
        super()._end()
        self._stage.overlay.insertion.show_path(QPainterPath())


def _find_stride(grid: PosterGrid) -> float:
    """Return how far apart decks stand when they are thought side by side, in mm."""
    return 2 * grid.content.width


def _list_phases(grid: PosterGrid) -> list[_Slot]:
    stride = _find_stride(grid)
    slots: dict[str, _Slot] = {}
    for number, deck in enumerate(grid.decks):
        for phase, x0, x1 in list_phase_spans(deck):
            first = slots[phase].first if phase in slots else x0 + number * stride
            slots[phase] = _Slot(phase, first, x1 + number * stride)
    return list(slots.values())


def _list_steps(grid: PosterGrid) -> list[_Slot]:
    stride = _find_stride(grid)
    return [
        _Slot(c.step, c.x + number * stride, c.x + c.width + number * stride, c.phase)
        for number, deck in enumerate(grid.decks)
        for c in deck.columns
    ]


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
