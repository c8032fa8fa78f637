"""The dialog of earlier versions: when each was saved, what has changed since, view, restore."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.safety import DocumentSafety
from blueprint_editor.session.task import Task
from blueprint_editor.storage.versions import Version
from blueprint_editor.ui.dialogs.list_and_differences import ListAndDifferences
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.safety_desk import Draw
from blueprint_editor.ui.times import tell_time

_SIZE_PX = (900, 540)


class VersionsDialog(QDialog):
    """Lists the saved versions of one document; reads and compares off the GUI thread."""

    def __init__(
        self,
        session: DocumentSession,
        safety: DocumentSafety,
        draw: Draw,
        library: FontLibrary,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._safety = safety
        self._draw = draw
        self._library = library
        self._versions: tuple[Version, ...] = ()
        self._shown: tuple[Version, Document] | None = None
        self.setWindowTitle(_("Earlier Versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panes = ListAndDifferences(_("Earlier versions"), self)
        self.panes.chosen.connect(self._read_chosen)
        self.panes.activated.connect(lambda _row: self._view())
        buttons = QDialogButtonBox(self)
        self.view_button = buttons.addButton(_("View"), QDialogButtonBox.ButtonRole.ActionRole)
        self.restore_button = buttons.addButton(
            _("Restore"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.view_button.clicked.connect(self._view)
        self.restore_button.clicked.connect(self._restore)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.panes, 1)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
        self._enable()
        task = Task(self)
        task.succeeded.connect(self._show_versions)
        task.failed.connect(self._tell_error)
        task.start(safety.list_versions)

    def _show_versions(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        if versions:
            self.panes.show_lines([_describe(version) for version in versions])
        else:
            self.panes.tell(
                _("There are none yet. A version is kept each time the document is saved."), None
            )
        self.panes.lines.setFocus()

    def _read_chosen(self, row: int) -> None:
        self._shown = None
        self._enable()
        if not 0 <= row < len(self._versions):
            return
        version, now, safety = self._versions[row], self._session.document, self._safety
        self.panes.tell(_("Comparing…"), None)

        def read() -> tuple[Document, Comparison]:
            document = safety.read_version(version)
            return document, compare_documents(document, now)

        task = Task(self)
        task.succeeded.connect(partial(self._show_comparison, version))
        task.failed.connect(partial(self._tell_damage, version))
        task.start(read)

    def _show_comparison(self, version: Version, found: tuple[Document, Comparison]) -> None:
        if version is not self._chosen():
            return
        document, comparison = found
        self._shown = version, document
        self.panes.tell(_("What has changed since this version:"), comparison)
        self._enable()

    def _chosen(self) -> Version | None:
        row = self.panes.lines.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _tell_damage(self, version: Version, error: Exception) -> None:
        if version is self._chosen():
            self.panes.tell(_("This version cannot be read any more."), None)
            show_error(self, _("This version cannot be read any more."), error, is_reading=True)

    def _tell_error(self, error: Exception) -> None:
        show_error(self, _("The earlier versions cannot be read."), error, is_reading=True)

    def _enable(self) -> None:
        for button in (self.view_button, self.restore_button):
            button.setEnabled(self._shown is not None)

    def _view(self) -> None:
        if self._shown is None:
            return
        version, document = self._shown
        draw = self._draw
        task = Task(self)
        task.succeeded.connect(lambda drawing: self._show_poster(version, drawing))
        task.failed.connect(self._tell_error)
        task.start(lambda: draw(document))

    def _show_poster(self, version: Version, drawing: Drawing) -> None:
        from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog  # noqa: PLC0415

        title = _("{title}, version of {time}").format(
            title=version.summary.title or _("Untitled"), time=tell_time(version.at)
        )
        PosterViewDialog(title, drawing, self._library, self).open()

    def _restore(self) -> None:
        if self._shown is not None:
            self._safety.restore(self._shown[1])
            self.accept()


def _describe(version: Version) -> str:
    cards, connectors = version.summary.cards, version.summary.connectors
    counts = (
        ngettext("{count} card", "{count} cards", cards).format(count=cards),
        ngettext("{count} connector", "{count} connectors", connectors).format(count=connectors),
    )
    return f"{tell_time(version.at)}\n{' · '.join(counts)}"
