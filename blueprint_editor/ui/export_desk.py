"""Export from the menu: asks for a file, works off the GUI thread, tells where the result is."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.notice_bar import NoticeBar

ExportPdf: TypeAlias = Callable[[Document, Path], object]
"""Writes the document's poster as a PDF."""


class ExportDesk(QObject):
    """One export at a time."""

    def __init__(
        self, session: DocumentSession, export_pdf: ExportPdf, notices: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._export_pdf = export_pdf
        self._notices = notices
        self._window = window
        self._is_exporting = False

    def ask_to_export(self) -> None:
        """Let the person choose where the PDF goes."""
        if self._is_exporting:
            return
        dialog = QFileDialog(self._window, _("Export PDF Poster"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        pdf_files = _("PDF files")
        dialog.setNameFilters([f"{pdf_files} (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        path = self._session.path
        if path is not None:
            dialog.setDirectory(str(path.parent))
        dialog.selectFile(f"{suggest_name(self._session.document.title)}.pdf")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path) -> None:
        """Write the poster as it is now; the person may go on working."""
        self._is_exporting = True
        self._notices.tell(_("Making the PDF poster…"), is_busy=True)
        document, export_pdf = self._session.document, self._export_pdf
        task = Task(self)
        task.succeeded.connect(lambda _result: self._tell_success(path))
        task.failed.connect(lambda error: self._tell_failure(path, error))
        task.start(lambda: export_pdf(document, path))

    def _tell_success(self, path: Path) -> None:
        self._is_exporting = False
        self._notices.tell(
            _("The PDF poster is ready: {file}").format(file=path),
            offers=((_("Open"), lambda: _open_elsewhere(path)),),
        )

    def _tell_failure(self, path: Path, error: Exception) -> None:
        self._is_exporting = False
        self._notices.hide()
        # Late, like all message boxes: the first paint needs none.
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

        what = _("“{name}” could not be written.").format(name=path.name)
        show_error(self._window, what, error)


def _open_elsewhere(path: Path) -> None:
    """Open a file with the program that the system has for it."""
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not for the first paint

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
