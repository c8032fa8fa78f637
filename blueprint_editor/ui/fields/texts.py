"""Editors of texts: one line, or as many as there are."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from blueprint_editor.canvas.spent_undo import is_spent
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field, is_mixed, mixed_text
from blueprint_editor.ui.fields.line import TypedField

_FEWEST_LINES: Final = 2
_MOST_LINES: Final = 9
_SAVING_KEYS: Final = (
    QKeySequence.StandardKey.Save,
    QKeySequence.StandardKey.SaveAs,
    QKeySequence.StandardKey.Close,
    QKeySequence.StandardKey.Quit,
)
_UNKEPT = str.maketrans({"\t": " ", "\r": None, "\u2028": "\n", "\u2029": "\n", "\u00a0": "\u00a0"})
"""A tab and the like cannot be kept in a document; pasted ones become what they look like."""


class LineField(TypedField):
    """One line of text; ``is_optional``: nothing in it is None."""

    def __init__(
        self, parent: QWidget | None = None, *, hint: str = "", is_optional: bool = False
    ) -> None:
        super().__init__(parent)
        self._empty = None if is_optional else ""
        self._hint = hint

    def _tell(self, text: str) -> None:
        self.edited.emit(text.translate(_UNKEPT) or self._empty)

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        self.line.setPlaceholderText(mixed_text() if is_mixed(value) else self._hint)
        text = "" if is_mixed(value) or value is None else str(value)
        if self.line.text().translate(_UNKEPT) != text:
            self.line.setText(text)
            self.show_fault("")
            if not self.line.hasFocus():
                # A long address shows how it begins.
                self.line.setCursorPosition(0)


class LanguageField(LineField):
    """A language's code, which counts only when it is whole: when it is left, or at Enter.

    A save from the keyboard leaves it too, so that the file has what the window shows.
    """

    def __init__(
        self, parent: QWidget | None = None, *, hint: str = "", is_optional: bool = False
    ) -> None:
        super().__init__(parent, hint=hint, is_optional=is_optional)
        self._known = ""
        self.line.returnPressed.connect(self._take)
        self.line.installEventFilter(self)

    def _tell(self, text: str) -> None:  # noqa: ARG002 - it is not whole yet
        self.show_fault("")

    def _take(self) -> None:
        text = self.line.text().strip()
        self.line.setModified(False)
        if text != self._known:
            self.edited.emit(text or self._empty)

    def forget_typed(self) -> None:
        self.line.setModified(False)
        super().forget_typed()

    def show_value(self, value: Any, document: Document) -> None:
        self._known = "" if is_mixed(value) or value is None else str(value)
        if not self.line.hasFocus() or not self.line.isModified():
            super().show_value(value, document)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut or (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _SAVING_KEYS)
        ):
            self._take()
        return super().eventFilter(watched, event)


class _GrowingEdit(QPlainTextEdit):
    """A text that is as high as its lines, within limits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), _FEWEST_LINES), _MOST_LINES)
        margins = self.contentsMargins()
        room = 2 * self.document().documentMargin() + margins.top() + margins.bottom()
        height = round(lines * self.fontMetrics().lineSpacing() + room + 2)
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window once the text itself has nothing more of them."""
        own = self.document()
        if is_spent(event, can_undo=own.isUndoAvailable(), can_redo=own.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


class TextField(Field):
    """A text of any number of lines."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._hint = hint
        self._is_showing = False
        self.text = _GrowingEdit(self)
        self.text.textChanged.connect(self._tell)
        self.text.installEventFilter(self)
        self.setFocusProxy(self.text)
        self.fill_with(self.text)

    def _tell(self) -> None:
        if not self._is_showing:
            self.edited.emit(self._read())

    def _read(self) -> str:
        return self.text.toPlainText().translate(_UNKEPT)

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        self.text.setPlaceholderText(mixed_text() if is_mixed(value) else self._hint)
        text = "" if is_mixed(value) or value is None else str(value)
        if self._read() != text:
            self._is_showing = True
            self.text.setPlainText(text)
            self._is_showing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.left.emit()
        return super().eventFilter(watched, event)
