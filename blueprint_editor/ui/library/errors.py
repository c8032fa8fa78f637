"""What is said when a file of the library cannot be read or written."""

from PySide6.QtWidgets import QMessageBox, QWidget

from blueprint_editor.storage.csv_table import TableError
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.library.sentences import name_field
from blueprint_editor.ui.table_sentences import tell_table_error


def show_library_error(parent: QWidget, what: str, error: Exception) -> QMessageBox:
    """Say what could not be done with the library, and why."""
    box = show_error(parent, what, error, is_reading=True)
    if isinstance(error, TableError):
        box.setInformativeText(tell_table_error(error, name_field("name")))
        box.setDetailedText("")
    return box
