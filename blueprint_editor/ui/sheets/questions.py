"""The help questions of a sheet, one on a line, as they will be printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.dialogs.themed_dialog import make_label


class QuestionsEditor(QWidget):
    """Edits questions that belong to the document.

    Signals:
        edited: carries the questions as a tuple.
        reset: the kit's own questions are wanted again.
    """

    edited = Signal(tuple)
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("Help questions, one on a line"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._tell)
        self.button = QPushButton(_("Use the Kit’s Own Questions"), self)
        self.button.clicked.connect(self.reset)
        column = QVBoxLayout(self)
        told = _("One question on a line. They are saved in this document, in this language.")
        column.addWidget(make_label(told, "quiet"))
        column.addWidget(self.text, 1)
        column.addWidget(self.button)

    def show_questions(self, questions: tuple[str, ...], *, are_own: bool, has_any: bool) -> None:
        """Show questions; ``are_own``: the document has them, ``has_any``: the sheet prints any."""
        told = "\n".join(question.replace("\n", " ") for question in questions)
        if _read(self.text.toPlainText()) != _read(told):
            self.text.blockSignals(True)
            self.text.setPlainText(told)
            self.text.blockSignals(False)
        self.button.setEnabled(are_own)
        self.setEnabled(has_any)

    def _tell(self) -> None:
        self.edited.emit(_read(self.text.toPlainText()))


def _read(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
