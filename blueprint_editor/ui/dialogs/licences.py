"""The terms under which the program and all that comes with it may be used, to read and copy."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, resize_within_screen

_SIZE_PX = (760, 560)


class LicencesDialog(ThemedDialog):
    """Shows the file that a bundle brings; the terms are in the language of their authors."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(_("Licences"), parent)
        self.text = QPlainTextEdit(file.read_text("utf-8", errors="replace"), self)
        self.text.setAccessibleName(_("Licences"))
        self.text.setReadOnly(True)
        # Tab leads on to the button rather than into the text.
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
