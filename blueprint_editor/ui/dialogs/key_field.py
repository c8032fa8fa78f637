"""A field that takes the next key pressed in it, without keeping the keyboard for itself."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent

from blueprint_editor.language.texts import _
from blueprint_editor.ui.fields.roomy import HintedLine

_MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
"""Without Ctrl or Alt these lead out of the field, and Esc out of the dialog."""


class KeyField(HintedLine):
    """Shows nothing of its own; whoever listens says what became of the key.

    Signals:
        pressed: carries the :class:`QKeyCombination`.
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(_("Press the new keys here"))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not _leads_out(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIERS:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            self.pressed.emit(QKeyCombination(modifiers, Qt.Key(event.key())))


def _leads_out(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.key() in _LEAVING and not event.modifiers() & held
