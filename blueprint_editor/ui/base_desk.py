"""Area versions in a window: make one, see how it differs from its base, update it from that."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import make_random_tail
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.ui.shell import Shell
from blueprint_editor.ui.version_desk import VersionDesk


class BaseDesk(QObject):
    """Dialogs are imported when they are asked for."""

    def __init__(
        self, session: DocumentSession, shell: Shell, versions: VersionDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._shell = shell
        self.versions = versions
        self._window = window

    @property
    def has_base(self) -> bool:
        """Whether the document was made from another."""
        return self._session.document.base is not None

    def make_area_version(self) -> None:
        """Open a copy that remembers this document as its base."""
        from blueprint_editor.commands.area import make_area_version  # noqa: PLC0415 - seldom

        document, path = self._session.document, self._session.path
        made = make_area_version(
            document,
            f"d-{make_random_tail()}",
            path.name if path is not None else "",
            name_base(document),
            tell_now(),
        )
        self._shell.open_document(made)

    def show_base(self) -> None:
        """Show how the document differs from its base."""
        from blueprint_editor.ui.dialogs.base import BaseDialog  # noqa: PLC0415

        BaseDialog(self._session, self, self._window).open()

    def ask_for_base(self, asker: QWidget) -> None:
        """Let the person choose the file of a newer base."""
        from blueprint_editor.ui.file_dialogs import make_file_dialog  # noqa: PLC0415

        path = self._session.path
        folder = path.parent if path is not None else self._shell.offers.find_folder()
        mode = QFileDialog.AcceptMode.AcceptOpen
        dialog = make_file_dialog(asker, _("Newer Base"), mode, folder)
        dialog.fileSelected.connect(lambda name: self.read_base(Path(name), asker))
        dialog.open()

    def read_base(self, path: Path, asker: QWidget) -> None:
        """Read a newer base and offer what it says otherwise."""
        task = Task(self)
        task.succeeded.connect(partial(self._offer, path, asker))
        task.failed.connect(partial(self._tell_error, asker))
        task.start(lambda: read_file(path).document)

    def _offer(self, path: Path, asker: QWidget, newer: Document) -> None:
        from blueprint_editor.commands.base_update import list_pieces  # noqa: PLC0415 - seldom
        from blueprint_editor.ui.dialogs.base_update import BaseUpdateDialog  # noqa: PLC0415

        try:
            pieces = list_pieces(self._session.document, newer)
        except CommandRefusedError as error:
            self._tell_error(asker, error)
            return
        BaseUpdateDialog(self._session, newer, path.name, pieces, asker).open()

    def _tell_error(self, asker: QWidget, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

        show_error(asker, _("The base cannot be compared."), error, is_reading=True)


def tell_base(base: DocumentContent) -> str:
    """Return a base's title and version."""
    return " ".join(filter(None, (base.title or _("Untitled"), base.version)))


def name_base(base: DocumentContent) -> str:
    """Return what the kept state of a base is called."""
    return _("Base: {title}").format(title=tell_base(base))


def tell_now() -> str:
    """Return this moment as ISO 8601, with the offset of this place."""
    return datetime.now(UTC).astimezone().replace(microsecond=0).isoformat()
