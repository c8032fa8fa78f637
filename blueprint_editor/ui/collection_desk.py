"""A page of several blueprints that belong together: which files, and where it goes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.export_desk import ExportDesk

WriteCollection: TypeAlias = Callable[[Sequence[Path], Path, str], object]
"""(blueprints in their order, file, language); runs in a worker."""


class CollectionDesk(QObject):
    """Asks twice, and lets the desk of exports do the rest."""

    def __init__(
        self,
        session: DocumentSession,
        write: WriteCollection,
        exports: ExportDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._write = write
        self._exports = exports
        self._window = window

    def ask(self) -> None:
        """Let the person choose the blueprints, then where the page goes."""
        from blueprint_editor.ui.file_dialogs import make_file_dialog  # noqa: PLC0415

        path = self._session.path
        folder = path.parent if path is not None else Path.home()
        title = _("Which Blueprints Belong Together?")
        dialog = make_file_dialog(self._window, title, QFileDialog.AcceptMode.AcceptOpen, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.ask_where([Path(name) for name in names]))
        dialog.open()

    def ask_where(self, files: Sequence[Path]) -> None:
        """Let the person choose where a page of the files goes."""
        write, language = self._write, self._session.document.language
        self._exports.ask_to_write(
            _("collection"), lambda path: write(files, path, language), "html", "pdf", "docx"
        )
