"""Drag a dot of the emotion curve up or down: the feeling on its card follows."""

from PySide6.QtCore import Qt

from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage
from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import _
from blueprint_editor.model.records import Card, VariantEmotion
from blueprint_editor.sheets.poster_grid import CurvePoint

_WORST, _BEST = -2, 2


class DragEmotionGesture(Gesture):
    """Starts on a dot; a press that does not move selects its card."""

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, point: CurvePoint, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._point = point
        self._start = start
        self._is_drag = False
        self._value = point.value
        self._command: SetField | None = None

    def move(self, pointer: Pointer) -> None:
        self._is_drag = self._is_drag or pointer.went_from(self._start)
        if not self._is_drag:
            return
        up = self._start.at.y() - pointer.at.y()
        value = max(_WORST, min(_BEST, self._point.value + round(up / self._point.unit)))
        if value != self._value or self._command is None:
            self._value = value
            self._command = self._make_command(value)
            self._session.preview(self._command)
            self._stage.tell(_("Feeling {value}").format(value=f"{value:+d}" if value else "0"))

    def _make_command(self, value: int) -> SetField:
        """Set the feeling of the dot's own path, if that differs; else that of all paths."""
        card: Card = self._session.facts.cards[self._point.card]
        own = {feeling.variant for feeling in card.emotions}
        if self._point.variant not in own:
            return SetField((card.id,), "emotion", value)
        feelings = tuple(
            VariantEmotion(variant=feeling.variant, value=value)
            if feeling.variant == self._point.variant
            else feeling
            for feeling in card.emotions
        )
        return SetField((card.id,), "emotions", feelings)

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._stage.tell(None)
        if self._command is not None:
            self._session.execute(self._command, self._session.selection)
        elif not self._is_drag:
            self._session.select((self._point.card,))

    def cancel(self) -> None:
        self._stage.tell(None)
        self._session.drop_preview()
