"""Printing and exporting from the menu: asks how and where, works off the GUI thread, tells."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from blueprint_editor.commands.fields import SetField
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import ReportProgress, Task
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from blueprint_editor.export.kinds import Kind
    from blueprint_editor.ui.printing.wish import Order, PrintWork, Wish
    from blueprint_editor.ui.shell import PrintChoices

    FileKind = Kind | Literal["zip"]


class ExportDesk(QObject):
    """One export or print at a time; what was chosen is kept for the document's next."""

    def __init__(
        self,
        session: DocumentSession,
        make_work: Callable[[], "PrintWork"],
        fonts: FontLibrary,
        memory: "PrintChoices",
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._memory = memory
        self._session = session
        self._make_work = make_work
        self._fonts = fonts
        self._notices = notices
        self._window = window
        self._wish: Wish | None = None
        self._task: Task | None = None

    def ask(self) -> None:
        """Show the choices beside a preview."""
        if self._task is not None:
            return
        # Late, as nothing of it is needed for the first paint.
        from blueprint_editor.ui.printing.dialog import ExportDialog  # noqa: PLC0415
        from blueprint_editor.ui.printing.memory import read_choices  # noqa: PLC0415

        work, document = self._make_work(), self._session.document
        wish = self._wish or read_choices(self._memory.find(document.id))
        dialog = ExportDialog(document, wish, work, self._fonts, self._window)
        dialog.export_asked.connect(lambda order: self._ask_where(order, work))
        dialog.print_asked.connect(lambda order: self._ask_printer(order, work))
        dialog.open()

    def _ask_where(self, order: "Order", work: "PrintWork") -> None:
        self._remember(order)
        title = order.document.title
        self._choose_file((order.wish.kind,), title, lambda path: self.export(order, path, work))

    def _choose_file(
        self, kinds: "Sequence[FileKind]", title: str, then: Callable[[Path], object]
    ) -> None:
        from blueprint_editor.ui.printing.choices import KINDS  # noqa: PLC0415 - see above

        dialog = QFileDialog(self._window, _("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [f"{_(KINDS[kind]) if kind != 'zip' else 'ZIP'} (*.{kind})" for kind in kinds]
        )
        dialog.setDefaultSuffix(kinds[0])
        # "… (*.pdf)"
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))
        )
        path = self._session.path
        if path is not None:
            dialog.setDirectory(str(path.parent))
        name = suggest_name(title)
        dialog.selectFile(f"{name}.{kinds[0]}" if len(kinds) == 1 else name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(
        self, order: "Order", path: Path, work: "PrintWork", *, may_replace: bool = False
    ) -> None:
        """Write what is asked for as it is now; the person may go on working.

        Where pages become a file each, ``may_replace`` lets them take the place of others.
        """
        path = path.with_name(f"{path.name}.{order.wish.kind}") if not path.suffix else path

        def write(report: ReportProgress) -> "Sequence[Path]":
            return work.write(order, path, report, may_replace=may_replace)

        self._write(path, write, lambda: self.export(order, path, work, may_replace=True))

    def _write(
        self,
        path: Path,
        write: Callable[[ReportProgress], object],
        replace: Callable[[], object] | None = None,
    ) -> None:
        """Write in a worker; what it returns may be the files, or a text to tell with the one.

        ``replace`` does it again where files are in the way that nobody was asked about.
        """
        words = _("Writing {name}…").format(name=path.name)
        task = self._begin(words, write, partial(self._tell_unwritten, path, replace))
        task.succeeded.connect(lambda told: self._tell_written(path, told))

    def ask_to_write(
        self,
        ending: str,
        write: Callable[[Path], object],
        *kinds: "FileKind",
    ) -> None:
        """Let the person choose where a file goes, then make it in a worker.

        Args:
            ending: words after the document's title in the name that is offered.
            write: makes the file; a text that it returns is told with it.
            kinds: its endings to choose from, the usual one first; a PDF if none is told.
        """
        if self._task is not None:
            return
        title = f"{self._session.document.title} – {ending}"
        offered: Sequence[FileKind] = kinds or ("pdf",)
        self._choose_file(
            offered, title, lambda path: self._write(path, lambda _report: write(path))
        )

    def _ask_printer(self, order: "Order", work: "PrintWork") -> None:
        from blueprint_editor.ui.printing.printer import ask_for_printer  # noqa: PLC0415

        self._remember(order)
        title = order.document.title or _("Untitled")
        ask_for_printer(self._window, title, lambda printer: self.print(order, printer, work))

    def print(self, order: "Order", printer: "QPrinter", work: "PrintWork") -> None:
        """Print what is asked for as it is now."""
        name = printer.printerName() or printer.outputFileName()

        def run(report: ReportProgress) -> None:
            work.print(order, printer, report)

        fault = _("“{name}” did not take the pages.").format(name=name)
        task = self._begin(_("Printing…"), run, partial(self._tell_failure, fault))
        file = printer.outputFileName()
        task.succeeded.connect(lambda _done: self._tell_printed(name, file))

    def _tell_printed(self, printer: str, file: str) -> None:
        if file:
            self._tell_written(Path(file))
            return
        self._end()
        self._notices.tell(_("The pages went to the printer “{name}”.").format(name=printer))

    def _remember(self, order: "Order") -> None:
        """Keep the wish for the next time, and what belongs to the document in the document."""
        from blueprint_editor.ui.printing.memory import tell_choices  # noqa: PLC0415

        # Whoever printed some sheets again wants all of them the next time.
        self._wish = order.wish._replace(sheets="")
        self._memory.keep(order.document.id, tell_choices(order.wish))
        if order.document.poster != self._session.document.poster:
            document = self._session.document
            self._session.execute(SetField((document.id,), "poster", order.document.poster))
            self._session.end_step()

    def forget(self) -> None:
        """Keep no longer what was chosen for this document."""
        self._wish = None
        self._memory.keep(self._session.document.id, {})

    def _begin(
        self,
        words: str,
        run: Callable[[ReportProgress], object],
        tell_failure: Callable[[Exception], object],
    ) -> Task:
        self._task = task = Task(self)
        offers = ((_("Cancel"), task.cancel),)
        self._notices.tell(words, is_busy=True, offers=offers)
        task.progressed.connect(self._notices.show_progress)
        task.failed.connect(tell_failure)
        task.cancelled.connect(self._end)
        task.start_with_progress(run)
        return task

    def _end(self, _result: object = None) -> None:
        self._task = None
        self._notices.hide()

    def _tell_written(self, path: Path, told: object = None) -> None:
        self._end()
        more = f" {told}" if isinstance(told, str) and told else ""
        words = _("{file} is ready.").format(file=path) + more
        if isinstance(told, tuple) and len(told) > 1:
            path = told[0]
            words = _("{count} files are ready, from {first} to {last}.").format(
                count=len(told), first=path, last=told[-1].name
            )
        self._notices.tell(
            words,
            offers=(
                (_("Open"), lambda: open_elsewhere(path)),
                (_("Show in Folder"), lambda: open_elsewhere(path.parent)),
            ),
            kind="file",
        )

    def _tell_unwritten(
        self, path: Path, replace: Callable[[], object] | None, error: Exception
    ) -> None:
        from blueprint_editor.export.kinds import FileTakenError  # noqa: PLC0415 - see above

        if replace is None or not isinstance(error, FileTakenError):
            self._tell_failure(_("“{name}” could not be written.").format(name=path.name), error)
            return
        self._end()
        words = _("Each page is a file of its own, and “{name}” is there already.")
        self._notices.tell(
            words.format(name=Path(error.path).name),
            tone="warn",
            offers=((_("Replace"), replace),),
        )

    def _tell_failure(self, words: str, error: Exception) -> None:
        self._end()
        # Late, like all message boxes: the first paint needs none.
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415

        show_error(self._window, words, error)


def open_elsewhere(path: Path) -> None:
    """Open a file or folder with the program that the system has for it."""
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not for the first paint

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
