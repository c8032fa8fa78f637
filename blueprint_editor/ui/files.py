"""Opening and saving: dialogs, the question about unsaved changes, errors; nothing gets lost.

Message boxes are imported when there is something to tell, not before the first paint.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.endings import FILE_ENDINGS
from blueprint_editor.ui.file_dialogs import ask_for_files, make_file_dialog, suggest_name


class FileDesk(QObject):
    """Moves one session's document to files, and asks for files to open.

    Signals:
        open_asked: files shall be opened; carries the list of their paths.
        file_used: the document was saved; carries its path.
        kept_open: a question about unsaved changes ended with the document still open.
    """

    open_asked = Signal(object)
    file_used = Signal(object)
    kept_open = Signal()

    def __init__(
        self, session: DocumentSession, find_folder: Callable[[], Path], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._find_usual_folder = find_folder
        self._window = window
        self._after_save: Callable[[], None] | None = None
        self._is_asking = False
        session.saved.connect(self._go_on)
        session.save_failed.connect(self._forget_plan)

    @property
    def document_name(self) -> str:
        """The file's name, or the document's title while it has no file."""
        path = self._session.path
        return path.name if path is not None else self._session.document.title or _("Untitled")

    def when_safe(self, action: Callable[[], None]) -> None:
        """Do something that closes the document, after asking about unsaved changes."""
        if self._session.is_saving:
            self._after_save = action
            return
        if not self._session.is_modified:
            action()
            return
        if self._is_asking:
            return
        self._is_asking = True
        from blueprint_editor.ui.dialogs.messages import ask_about_changes  # noqa: PLC0415

        ask_about_changes(
            self._window,
            self.document_name,
            on_save=lambda: self._save_and(action),
            on_discard=lambda: self._end_question(action),
            on_cancel=lambda: self._end_question(self.kept_open.emit),
        )

    def _end_question(self, then: Callable[[], None]) -> None:
        self._is_asking = False
        then()

    def _save_and(self, action: Callable[[], None]) -> None:
        self._is_asking = False
        self._after_save = action
        self.save()

    def ask_to_open(self) -> None:
        """Let the person choose files."""
        ask_for_files(self._window, self._find_folder(), self.open_asked.emit)

    def save(self) -> None:
        """Save to the document's own file; ask for one if there is none."""
        if self._session.path is None:
            self.save_as()
        else:
            self._session.save(self._session.path)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        dialog = make_file_dialog(
            self._window, _("Save As"), QFileDialog.AcceptMode.AcceptSave, self._find_folder()
        )
        dialog.setDefaultSuffix(FILE_ENDINGS[0].removeprefix("."))
        path = self._session.path
        dialog.selectFile(suggest_name(self._session.document.title) if path is None else path.name)
        dialog.fileSelected.connect(lambda name: self._session.save(Path(name)))
        dialog.rejected.connect(self._forget_plan)
        dialog.open()

    def _find_folder(self) -> Path:
        path = self._session.path
        return self._find_usual_folder() if path is None else path.parent

    def _forget_plan(self) -> None:
        if self._after_save is not None:
            self._after_save = None
            self.kept_open.emit()

    def _go_on(self, path: Path) -> None:
        self.file_used.emit(path)
        action, self._after_save = self._after_save, None
        if action is not None:
            self.when_safe(action)
