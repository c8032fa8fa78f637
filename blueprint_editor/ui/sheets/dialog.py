"""The dialog of workshop sheets: tick them, look at them, edit their questions, save, print."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.sheet_questions import EditSheetQuestions
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, STAGES, find_kit
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import ReportProgress, Task
from blueprint_editor.sheets.kinds import SHEETS, find_title
from blueprint_editor.sheets.workshop.questions import find_own_questions, find_questions
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.sheets.choices import SheetChoices
from blueprint_editor.ui.sheets.list import SheetList
from blueprint_editor.ui.sheets.preview import SheetPreview
from blueprint_editor.ui.sheets.questions import QuestionsEditor
from blueprint_editor.ui.sheets.tools import SheetTools

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SIZE_PX = (1180, 780)
_REST_MS = 120
"""After the last change, before the preview is made anew."""


class SheetsDialog(ThemedDialog):
    """Follows the document of a session; what takes long is done off the GUI thread.

    Signals:
        saved: carries the path of a PDF that is ready.
    """

    saved = Signal(object)

    def __init__(
        self, session: DocumentSession, tools: SheetTools, library: FontLibrary, parent: QWidget
    ) -> None:
        super().__init__(_("Workshop Sheets"), parent)
        self._session = session
        self._tools = tools
        self._made = 0
        self._shown = ""
        self._task: Task | None = None
        language = session.document.language.partition("-")[0]
        if language not in KIT_LANGUAGES:
            language = current_language()
        self.sheets = SheetList(self)
        self.choices = SheetChoices(session.document, language, self)
        self.preview = SheetPreview(library, self)
        self.questions = QuestionsEditor(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._draw)
        self._assemble()
        self._connect()
        self._name()
        resize_within_screen(self, *_SIZE_PX)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.sheets, 1)
        left.addWidget(self.choices)
        side = QWidget(self)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.preview, _("Preview"))
        self.tabs.addTab(self.questions, _("Help Questions"))
        middle = QHBoxLayout()
        middle.addWidget(side)
        middle.addWidget(self.tabs, 1)
        self.told = make_label("")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setFixedWidth(180)
        self.progress.hide()
        self.save_button = QPushButton(_("Save as PDF…"), self)
        self.save_button.setDefault(True)
        self.print_button = QPushButton(_("Print…"), self)
        self.close_button = QPushButton(_("Close"), self)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        for part in (self.progress, self.close_button, self.print_button, self.save_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addWidget(self.choices.advice)
        column.addLayout(row)

    def _connect(self) -> None:
        self.sheets.picked.connect(self._count)
        self.sheets.shown.connect(self._show)
        self.choices.changed.connect(self._follow_choices)
        self.questions.edited.connect(self._edit)
        self.questions.reset.connect(partial(self._edit, None))
        self._session.changed.connect(self._follow_document)
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)
        self.close_button.clicked.connect(self._close_or_cancel)

    def tick(self, sheets: Iterable[str]) -> None:
        """Tick these sheets and show the first."""
        self.sheets.tick(sheets)

    def tick_stage(self, stage: str) -> None:
        """Tick the sheets of a stage of the process."""
        self.tick(dict(STAGES)[stage])

    # --- what is shown

    @property
    def _language(self) -> str:
        return self.choices.picked.language

    def _name(self) -> None:
        kit = find_kit(self._language, self._session.document.client_word)
        self.sheets.name_sheets(kit)

    def _show(self, sheet: str) -> None:
        self.choices.show_sheet(sheet)
        self._show_questions()
        self._rest.start()

    def _follow_choices(self) -> None:
        self._name()
        self.choices.show_sheet(self.sheets.current)
        self._show_questions()
        self._rest.start()

    def _follow_document(self) -> None:
        self._show_questions()
        self._rest.start()

    def _show_questions(self) -> None:
        sheet, language, document = self.sheets.current, self._language, self._session.document
        has_any = SHEETS[sheet].has_questions
        questions = find_questions(document, sheet, language) if has_any else ()
        are_own = find_own_questions(document, sheet, language) is not None
        self.questions.show_questions(questions, are_own=are_own, has_any=has_any)

    def _count(self) -> None:
        count = len(self.sheets.ticked)
        told = ngettext("{count} sheet ticked", "{count} sheets ticked", count)
        self.told.setText(told.format(count=count) if count else _("Tick the sheets to print."))
        self._enable(has_sheets=count > 0 and self._task is None)

    def _enable(self, *, has_sheets: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(has_sheets)

    def _draw(self) -> None:
        """Compose the current sheet in a worker; only the newest outcome is shown."""
        self._made += 1
        sheet, made = self.sheets.current, self._made
        document, draw = self._session.document, self._tools.draw
        options = self.choices.picked.make_options([sheet])
        task = Task(self)
        task.succeeded.connect(partial(self._show_pages, made, sheet))
        task.failed.connect(partial(self._tell_fault, made))
        task.start(lambda: draw(document, options))

    def _show_pages(self, made: int, sheet: str, pages: tuple[Drawing, ...]) -> None:
        if made == self._made:
            title = find_title(SHEETS[sheet], self._language)
            self.preview.show_pages(title, pages, keeps_page=sheet == self._shown)
            self._shown = sheet

    def _tell_fault(self, made: int, error: Exception) -> None:
        if made == self._made:
            show_error(self, _("The sheet cannot be shown."), error)

    # --- questions

    def _edit(self, questions: tuple[str, ...] | None) -> None:
        sheet, language = self.sheets.current, self._language
        if SHEETS[sheet].has_questions:
            self._session.execute(EditSheetQuestions(sheet, language, questions))

    # --- the PDF

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save Sheets as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        pdf_files = _("PDF files")
        dialog.setNameFilters([f"{pdf_files} (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        path = self._session.path
        if path is not None:
            dialog.setDirectory(str(path.parent))
        names = "-".join(self.sheets.ticked[:3])
        dialog.selectFile(f"{suggest_name(self._session.document.title)} {names}.pdf")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the ticked sheets into one PDF."""
        document, options = self._session.document, self._make_options()
        export, fault = self._tools.export, _("“{name}” could not be written.")

        def write(report: ReportProgress) -> None:
            export(document, path, options, report)

        if task := self._begin(_("Making the PDF…"), write, fault.format(name=path.name)):
            task.succeeded.connect(lambda _result: self._tell_saved(path))

    def _ask_printer(self) -> None:
        # Late: many print never, and the part of Qt is large.
        from blueprint_editor.ui.printing.printer import ask_for_printer  # noqa: PLC0415

        title = self._session.document.title or _("Untitled")
        ask_for_printer(self, title, self.print)

    def print(self, printer: "QPrinter") -> None:
        """Print the ticked sheets, each on paper of its own size."""
        document, options = self._session.document, self._make_options()
        send, fault = self._tools.print, _("“{name}” did not take the pages.")
        name = printer.printerName() or printer.outputFileName()

        def run(report: ReportProgress) -> None:
            send(document, options, printer, report)

        if task := self._begin(_("Printing…"), run, fault.format(name=name)):
            task.succeeded.connect(lambda _result: self.accept())

    def _make_options(self) -> ExportOptions:
        return self.choices.picked.make_options(self.sheets.ticked)

    def _begin(self, words: str, run: Callable[[ReportProgress], None], fault: str) -> Task | None:
        """Begin work on the ticked sheets unless there is some already."""
        if self._task is not None or not self.sheets.ticked:
            return None
        self.progress.setRange(0, 0)
        self.progress.show()
        self.told.setText(words)
        self.close_button.setText(_("Cancel"))
        self._task = task = Task(self)
        self._enable(has_sheets=False)
        task.progressed.connect(self._show_progress)
        task.succeeded.connect(self._end)
        task.cancelled.connect(self._end)
        task.failed.connect(partial(self._tell_failure, fault))
        task.start_with_progress(run)
        return task

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _end(self, _result: object = None) -> None:
        self._task = None
        self.progress.hide()
        self.close_button.setText(_("Close"))
        self._count()

    def _tell_saved(self, path: Path) -> None:
        self.saved.emit(path)
        self.accept()

    def _tell_failure(self, fault: str, error: Exception) -> None:
        self._end()
        show_error(self, fault, error)

    def _close_or_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.reject()
