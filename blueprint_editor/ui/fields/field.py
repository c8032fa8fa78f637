"""What every editor of a value is; knows no record and no command."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from blueprint_editor.commands.fields import MIXED
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document

_SMALL = 0.9


class Field(QWidget):
    """Shows one value and lets a person change it.

    Signals:
        edited: the person gave another value; carries it as the format wants it.
        left: the person is done with it for now.
        fault_shown: what was typed does not fit, carries why; empty = it fits.
    """

    edited = Signal(object)
    left = Signal()
    fault_shown = Signal(str)

    def show_value(self, value: Any, document: Document) -> None:
        """Show a value, or that several records differ (:data:`MIXED`); tells no edit.

        What is shown already stays as it is, so that a cursor in it does not move.
        """
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's; each field has its own

    def fill_with(self, editor: QWidget) -> None:
        """Give an editor the whole room of the field."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(editor)

    def name_for_readers(self, name: str) -> None:
        """Tell a screen reader what the value is."""
        target = self.focusProxy() or self
        target.setAccessibleName(name)

    def show_fault(self, text: str) -> None:
        """Mark the value as one that does not fit, and say why; empty = it fits."""
        target = self.focusProxy() or self
        target.setProperty("fault", bool(text))
        target.setToolTip(text)
        target.setAccessibleDescription(text)
        target.style().polish(target)
        self.fault_shown.emit(text)

    def forget_typed(self) -> None:
        """Drop what was typed and does not fit, before another record is shown."""
        if (self.focusProxy() or self).property("fault"):
            self.show_fault("")


def mixed_text() -> str:
    """Return what stands where several records differ."""
    return _("Several values")


def is_mixed(value: Any) -> bool:
    """Tell whether a value is that of records that differ."""
    return value is MIXED


def make_small_label(text: str, look: str, parent: QWidget) -> QLabel:
    """Return a label in small letters, in proportion to the person's own font.

    ``look`` is ``label``, ``quiet`` or another name that the style sheet knows.
    """
    label = QLabel(text, parent)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    label.setFont(font)
    return label
