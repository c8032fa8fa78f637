"""Keys on the canvas that are no menu shortcuts: arrows, Enter, Tab, letters, Esc."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import move_cursor, move_cursor_to_end
from blueprint_editor.session.navigation import Direction

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_ENDS: dict[int, Direction] = {Qt.Key.Key_Home: "left", Qt.Key.Key_End: "right"}
_TABS: dict[int, Direction] = {Qt.Key.Key_Tab: "right", Qt.Key.Key_Backtab: "left"}
_EDIT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_CONTROL = Qt.KeyboardModifier.ControlModifier
_HELD = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyTarget(Protocol):
    """What the keys act on."""

    @property
    def session(self) -> DocumentSession: ...

    def edit_selection(self, typed: str = "") -> None: ...

    def cancel(self) -> None: ...


def handle_key(target: KeyTarget, event: QKeyEvent) -> bool:
    """Do what a key means; returns whether it means anything here."""
    key = event.key()
    if key == Qt.Key.Key_Escape:
        target.cancel()
        return True
    if key in _ENDS and event.modifiers() & _CONTROL:
        move_cursor_to_end(target.session, "up" if key == Qt.Key.Key_Home else "down")
        move_cursor_to_end(target.session, _ENDS[key])
        return True
    if event.modifiers() & _HELD & ~_altgr(event):
        return False
    return _handle_plain_key(target, event)


def _altgr(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers that only made the letter: AltGr is Ctrl and Alt on Windows."""
    both = _CONTROL | Qt.KeyboardModifier.AltModifier
    is_altgr = event.modifiers() & both == both and event.text().isprintable() and event.text()
    return both if is_altgr else Qt.KeyboardModifier.NoModifier


def _handle_plain_key(target: KeyTarget, event: QKeyEvent) -> bool:
    key = event.key()
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in _ARROWS:
        move_cursor(target.session, _ARROWS[key], extends=shift)
    elif key in _TABS:
        move_cursor(target.session, _TABS[key])
    elif key in _ENDS:
        move_cursor_to_end(target.session, _ENDS[key])
    elif key in _EDIT_KEYS:
        target.edit_selection()
    elif event.text() and event.text().isprintable() and not event.text().isspace():
        target.edit_selection(event.text())
    else:
        return False
    return True
