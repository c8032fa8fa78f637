"""Drag a dot of the emotion curve up or down: the feeling on its card follows."""

from PySide6.QtCore import Qt

from blueprint_editor.canvas.tools.drag import DragGesture, Plan
from blueprint_editor.canvas.tools.gesture import Pointer, Stage
from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import _
from blueprint_editor.model.records import Card, VariantEmotion
from blueprint_editor.sheets.poster_grid import CurvePoint

_WORST, _BEST = -2, 2


class DragEmotionGesture(DragGesture):
    """Starts on a dot; a press that does not move selects its card."""

    scrolls = ""
    cursor = grip = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, point: CurvePoint, start: Pointer) -> None:
        super().__init__(stage, start)
        self._point = point
        self._value: int | None = None

    def _follow(self, pointer: Pointer) -> None:
        up = self._start.at.y() - pointer.at.y()
        value = max(_WORST, min(_BEST, self._point.value + round(up / self._point.unit)))
        if value != self._value:
            self._value = value
            self._show(Plan(self._make_command(value)))
            self._stage.tell(_("Feeling {value}").format(value=f"{value:+d}" if value else "0"))

    def _click(self) -> None:
        self._session.select((self._point.card,))

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
