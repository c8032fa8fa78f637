"""Shift and F10 open the menu of what has the keyboard, as on Windows, where Qt does it itself."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "Shift+F10"


def answer_menu_key(window: QWidget) -> None:
    """Let the keys open menus in a window."""
    if QGuiApplication.platformName() != "windows":
        QShortcut(QKeySequence(KEYS), window).activated.connect(_open_menu)


def _open_menu() -> None:
    widget = QApplication.focusWidget()
    if widget is None:
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = (cursor if isinstance(cursor, QRect) else widget.rect()).center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
