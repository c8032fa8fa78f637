"""Undo and redo belong to the window once the text that is written in has no more of them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_spent(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether a key that is offered to a text asks it for an undo or redo it cannot do."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_undo = not can_undo and event.matches(QKeySequence.StandardKey.Undo)
    return is_undo or (not can_redo and event.matches(QKeySequence.StandardKey.Redo))
