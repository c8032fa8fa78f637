"""The comment round from the menu: makes the files to send, opens what comes back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.document import Document, Snapshot
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.export_desk import open_elsewhere
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.notice_bar import NoticeBar


class RoundTools(NamedTuple):
    """What runs in workers: writes a version as a file to comment on; draws a poster's pages."""

    write: Callable[[Document, Snapshot, Path], object]
    draw: Callable[[Document], tuple[Drawing, ...]]


class RoundDesk(QObject):
    """One file at a time; each is made from a named version, which is kept if there is none."""

    def __init__(
        self,
        session: DocumentSession,
        tools: RoundTools,
        notices: NoticeBar,
        show_comments: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._tools = tools
        self._notices = notices
        self._show_comments = show_comments
        self._window = window

    def ask_where(self) -> None:
        """Let the person choose where the file to send goes, and its kind."""
        title = self._session.document.title
        filters = [
            f"{_('Spreadsheet')} (*.xlsx)",
            f"{_('Word document')} (*.docx)",
            f"{_('Poster to put notes on')} (*.pdf)",
        ]
        dialog = self._make_dialog(_("Comment Round"), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        # "… (*.pdf)"
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))
        )
        name = suggest_name(f"{title} – {_('Comment round')}")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda name: self.send(Path(name)))
        dialog.open()

    def send(self, path: Path) -> None:
        """Write a file to comment on, of the document as it is now."""
        version = self._keep_version()
        if version is None:
            return
        document, write = self._session.document, self._tools.write
        self._notices.tell(_("Writing {name}…").format(name=path.name), is_busy=True)
        task = Task(self)
        task.succeeded.connect(lambda _result: self._tell_written(path, version))
        fault = _("“{name}” could not be written.").format(name=path.name)
        task.failed.connect(partial(self._tell_failure, fault))
        task.start(lambda: write(document, version, path))

    def _keep_version(self) -> Snapshot | None:
        """Return the version whose codes hold: the newest, if nothing has changed since."""
        from blueprint_editor.commands.versions import KeepVersion, is_kept  # noqa: PLC0415
        from blueprint_editor.language.round_words import find_round_words  # noqa: PLC0415

        document = self._session.document
        if document.snapshots and is_kept(document, document.snapshots[-1]):
            return document.snapshots[-1]
        now = datetime.now(UTC).astimezone().replace(microsecond=0)
        title = find_round_words(document.language).name.format(now)
        record = IdMaker().make_id(document, "z")
        if not self._session.execute(KeepVersion(record, title, now.isoformat())):
            return None
        self._session.end_step()
        return self._session.document.snapshots[-1]

    def _tell_written(self, path: Path, version: Snapshot) -> None:
        told = _("{file} is ready. The card codes are kept in the named version “{name}”.")
        self._notices.tell(
            told.format(file=path, name=version.name),
            offers=(
                (_("Open"), partial(open_elsewhere, path)),
                (_("Show in Folder"), partial(open_elsewhere, path.parent)),
            ),
            kind="file",
        )

    def ask_for_answers(self) -> None:
        """Let the person choose files that have come back."""
        filters = [f"{_('Answers')} (*.xlsx *.docx *.pdf)", f"{_('All files')} (*)"]
        dialog = self._make_dialog(_("Take In Answers"), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Read answers and show what they say before any of it enters."""
        # Late: the first paint needs none of it.
        from blueprint_editor.ui.round.reading import read_all  # noqa: PLC0415

        document, draw = self._session.document, self._tools.draw
        self._notices.tell(_("Reading the answers…"), is_busy=True)
        task = Task(self)
        task.succeeded.connect(self._show_answers)
        task.failed.connect(partial(self._tell_failure, _("The answers cannot be read.")))
        task.start(lambda: read_all(document, paths, draw))

    def _show_answers(self, found: object) -> None:
        from blueprint_editor.ui.round.dialog import AnswersDialog  # noqa: PLC0415 - see above
        from blueprint_editor.ui.round.reading import Found  # noqa: PLC0415

        self._notices.hide()
        assert isinstance(found, Found)  # noqa: S101 - it comes from read_all
        dialog = AnswersDialog(self._session, found, self._window)
        dialog.taken.connect(self._tell_taken)
        dialog.open()

    def _tell_taken(self, count: int) -> None:
        text = ngettext("{count} comment was taken in", "{count} comments were taken in", count)
        self._notices.tell(
            text.format(count=count), offers=((_("Show Comments"), self._show_comments),)
        )

    def _make_dialog(self, title: str, filters: Sequence[str]) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilters(filters)
        path = self._session.path
        if path is not None:
            dialog.setDirectory(str(path.parent))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell_failure(self, words: str, error: Exception) -> None:
        self._notices.hide()
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415 - seldom

        show_error(self._window, words, error)
