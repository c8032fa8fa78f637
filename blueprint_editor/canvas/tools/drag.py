"""What drags have in common: one command at a time is previewed, the last one done at the end."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose, toggles
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.selection import Selection


class Plan(NamedTuple):
    """What a release would do: a command, or nothing, perhaps because the rules forbid it.

    Attributes:
        selection: what is selected then; None = as before.
    """

    command: Command | None = None
    refusal: CommandRefusedError | None = None
    selection: Selection | None = None


class DragGesture(Gesture):
    """Begins with the first real move of the pointer; until then it is a click."""

    grip = Qt.CursorShape.ClosedHandCursor
    """The pointer's shape while something may be dropped."""

    def __init__(self, stage: Stage, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._start = start
        self._before = stage.session.selection
        self._is_drag = False
        self._plan = Plan()

    def move(self, pointer: Pointer) -> None:
        if not self._is_drag:
            if not pointer.went_from(self._start):
                return
            self._is_drag = True
            self._begin()
        self._follow(pointer)

    def release(self, pointer: Pointer) -> None:
        if not self._is_drag:
            self._click()
            return
        self._follow(pointer)
        self._end()
        plan = self._plan
        if plan.command is not None:
            self._session.execute(plan.command, plan.selection or self._session.selection)
        else:
            self._session.drop_preview()
        if plan.refusal is not None:
            self._session.refused.emit(plan.refusal)

    def cancel(self) -> None:
        self._end()
        self._session.drop_preview()
        self._session.select(*self._before)

    def _show(self, plan: Plan) -> None:
        """Preview a plan; if it is a refusal, tell it."""
        self._plan = plan
        if plan.command is None:
            self._session.drop_preview()
        else:
            self._session.preview(plan.command)
        self._stage.tell(plan.refusal)
        self.cursor = self.grip if plan.refusal is None else Qt.CursorShape.ForbiddenCursor

    def _begin(self) -> None:
        """The press has become a drag."""

    def _follow(self, pointer: Pointer) -> None:
        """Plan for where the pointer is, and :meth:`_show` it where it is another plan."""
        raise NotImplementedError  # what is planned is what tells drags apart

    def _click(self) -> None:
        """The press has stayed a click."""

    def _end(self) -> None:
        """Take away all that was shown besides the preview."""
        self._stage.tell(None)


class RecordDrag(DragGesture):
    """A drag of a record, which a press selects, or with Shift or Ctrl a click."""

    def __init__(self, stage: Stage, record: str, start: Pointer) -> None:
        super().__init__(stage, start)
        self._record = record
        if not toggles(start.modifiers):
            choose(stage.session, record, start.modifiers)

    def _click(self) -> None:
        if toggles(self._start.modifiers):
            choose(self._session, self._record, self._start.modifiers)
        else:
            self._session.select((self._record,))
