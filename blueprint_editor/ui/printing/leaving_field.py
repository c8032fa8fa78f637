"""The button of the dialog that lets a person choose what a publishing copy leaves out."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from blueprint_editor.export.publishing import PublishingChoice
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog
from blueprint_editor.ui.fields.field import Field


class LeavingField(Field):
    """Opens the choice, which is made for the document that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = PublishingChoice()
        self._document: Document | None = None
        self.button = QPushButton(_("Choose What Is Left Out…"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: Any, document: Document) -> None:
        self._choice, self._document = value, document

    def _ask(self) -> None:
        if self._document is not None:
            dialog = LeavingOutDialog(self._document, self._choice, self)
            dialog.chosen.connect(self._tell)
            dialog.open()

    def _tell(self, choice: PublishingChoice) -> None:
        self.edited.emit(choice)
        self.left.emit()
