"""Tables of cards, notes and actors from the menu: chosen, read, and shown before they enter."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task


class TableDesk(QObject):
    """One table at a time; it is read off the GUI thread."""

    def __init__(self, session: DocumentSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_for_file(self) -> None:
        """Let the person choose a table."""
        dialog = QFileDialog(self._window, _("Take In a Table"))
        dialog.setNameFilters([f"{_('Tables for spreadsheets')} (*.csv)", f"{_('All files')} (*)"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if self._session.path is not None:
            dialog.setDirectory(str(self._session.path.parent))
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a table and show what it would change before any of it does."""
        from blueprint_editor.export.tables import read_rows  # noqa: PLC0415 - when asked

        task = Task(self)
        task.succeeded.connect(partial(self._offer, path.name))
        task.failed.connect(partial(self._tell_error, path.name))
        task.start(lambda: read_rows(path))

    def _offer(self, name: str, found: object) -> None:
        from blueprint_editor.storage.document_table import FoundRows  # noqa: PLC0415
        from blueprint_editor.ui.dialogs.table_import import TableImportDialog  # noqa: PLC0415

        assert isinstance(found, FoundRows)  # noqa: S101 - it comes from read_rows
        TableImportDialog(name, found, self._session, self._window).open()

    def _tell_error(self, name: str, error: Exception) -> None:
        from blueprint_editor.language.table_words import find_table_words  # noqa: PLC0415
        from blueprint_editor.storage.csv_table import TableError  # noqa: PLC0415
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415
        from blueprint_editor.ui.table_sentences import tell_table_error  # noqa: PLC0415

        fault = _("“{name}” could not be read.").format(name=name)
        box = show_error(self._window, fault, error, is_reading=True)
        if isinstance(error, TableError):
            words = find_table_words(current_language())
            box.setInformativeText(tell_table_error(error, f"{words['text']}” / “{words['name']}"))
            box.setDetailedText("")
