"""Named versions in a window: the dialog, and posters of what has changed since one."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.safety_desk import VersionTools

DrawChanges: TypeAlias = Callable[[DocumentContent, Document, str], Drawing]
"""(before, after, name of the state before) → the poster of changes, composed in a worker."""

TakeFile: TypeAlias = Callable[[str, Document, str], object]
"""Takes the name of a file, what it says and when it was written, as ISO 8601."""


class ChangeTools(NamedTuple):
    """What it takes to show and to print what has changed."""

    draw: DrawChanges
    export: Callable[[DocumentContent, Document, str, Path], object]
    export_list: Callable[[DocumentContent, Document, str, Path], object]


class VersionDesk(QObject):
    """Opens the dialog of named versions; it is imported when it is asked for."""

    def __init__(
        self,
        session: DocumentSession,
        tools: VersionTools,
        changes: ChangeTools,
        exports: ExportDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self.tools = tools
        self.changes = changes
        self._exports = exports
        self._window = window

    def show_named(self) -> None:
        """Open the dialog of named versions."""
        from blueprint_editor.ui.dialogs.named_versions import NamedVersionsDialog  # noqa: PLC0415

        NamedVersionsDialog(self._session, self, self._window).open()

    def ask_to_print(self, before: DocumentContent, after: Document, name: str) -> None:
        """Ask for a file and write the poster of changes there."""
        export = self.changes.export
        ending = _("Poster of changes")
        self._exports.ask_to_write(ending, lambda path: export(before, after, name, path))

    def ask_to_list(self, before: DocumentContent, after: Document, name: str) -> None:
        """Ask for a file and write the list of changes there."""
        export = self.changes.export_list
        ending = _("List of changes")
        self._exports.ask_to_write(ending, lambda path: export(before, after, name, path))

    def ask_for_file(self, asker: QWidget, take: TakeFile) -> None:
        """Let the person choose a file to compare with, and read it."""
        from blueprint_editor.ui.file_dialogs import make_file_dialog  # noqa: PLC0415

        path = self._session.path
        folder = path.parent if path is not None else Path.home()
        mode = QFileDialog.AcceptMode.AcceptOpen
        dialog = make_file_dialog(asker, _("Compare a File"), mode, folder)
        dialog.fileSelected.connect(lambda name: read_to_compare(Path(name), asker, take))
        dialog.open()


def read_to_compare(path: Path, asker: QWidget, take: TakeFile) -> None:
    """Read a file in a worker and hand over what it says, or tell why it cannot be read."""
    from blueprint_editor.storage.file_guard import read_file  # noqa: PLC0415
    from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

    def read() -> tuple[Document, str]:
        document = read_file(path).document
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        return document, moment.replace(microsecond=0).isoformat()

    task = Task(asker)
    task.succeeded.connect(lambda found: take(path.name, *found))
    task.failed.connect(
        lambda error: show_error(asker, _("This file cannot be compared."), error, is_reading=True)
    )
    task.start(read)
