"""The dialog of workshop sheets: tick them, look at them, edit their questions, save, print."""

from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.sheet_questions import EditSheetQuestions
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, find_kit
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import ReportProgress, Task
from blueprint_editor.sheets.kinds import SHEETS, find_title
from blueprint_editor.sheets.workshop.questions import find_own_questions, find_questions
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, resize_within_screen
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.sheets.choices import SheetChoices
from blueprint_editor.ui.sheets.drawn import Drawn, draw_with_advice, tell_advice
from blueprint_editor.ui.sheets.list import SheetList
from blueprint_editor.ui.sheets.preview import SheetPreview
from blueprint_editor.ui.sheets.questions import QuestionsEditor
from blueprint_editor.ui.sheets.tools import SheetTools
from blueprint_editor.ui.sheets.work_row import WorkRow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SIZE_PX = (1180, 780)
_SIDE_LETTERS = 58
"""The list begins as wide as a long title of a sheet."""
_MOST_NAMED = 3
"""So many sheets are named in the name of the file that is proposed."""
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
        language = session.document.language.partition("-")[0]
        if language not in KIT_LANGUAGES:
            language = current_language()
        self.sheets = SheetList(self)
        self.choices = SheetChoices(session.document, language, self)
        self.preview = SheetPreview(library, self)
        self.questions = QuestionsEditor(self)
        self.work = WorkRow(self)
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
        middle = QSplitter(self)
        middle.addWidget(side)
        middle.addWidget(self.tabs)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        wanted = _SIDE_LETTERS * self.fontMetrics().averageCharWidth()
        middle.setSizes([wanted, _SIZE_PX[0] - wanted])
        column = QVBoxLayout(self)
        column.addWidget(middle, 1)
        column.addWidget(self.choices.advice)
        column.addWidget(self.work)
        self._order_keys()

    def _connect(self) -> None:
        self.sheets.picked.connect(lambda: self.work.tell_count(len(self.sheets.ticked)))
        self.sheets.shown.connect(self._show)
        self.choices.changed.connect(self._follow_choices)
        self.questions.edited.connect(self._edit)
        self.questions.reset.connect(partial(self._edit, None))
        self._session.changed.connect(self._follow_document)
        self.work.save_button.clicked.connect(self._ask_where)
        self.work.print_button.clicked.connect(self._ask_printer)
        self.work.closed.connect(self.reject)

    def _order_keys(self) -> None:
        """Let Tab go as the eye goes."""
        choices, preview, work = self.choices, self.preview, self.work
        order = (
            self.sheets, choices.filling, choices.language, choices.session, choices.start,
            choices.phases, choices.actor, choices.since, choices.paper, choices.tile, choices.grey,
            self.tabs.tabBar(), preview.view,
            preview.back, preview.on, self.questions.text, self.questions.button,
            work.close_button, work.print_button, work.save_button,
        )  # fmt: skip
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def tick(self, sheets: Iterable[str]) -> None:
        """Tick these sheets and show the first."""
        self.sheets.tick(sheets)

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

    def _draw(self) -> None:
        """Compose the current sheet in a worker; only the newest outcome is shown."""
        self._made += 1
        sheet, made = self.sheets.current, self._made
        document, draw = self._session.document, self._tools.draw
        picked = self.choices.picked
        task = Task(self)
        task.succeeded.connect(partial(self._show_pages, made, sheet))
        task.failed.connect(partial(self._tell_fault, made))
        task.start(lambda: draw_with_advice(document, sheet, picked, draw))

    def _show_pages(self, made: int, sheet: str, drawn: Drawn) -> None:
        if made == self._made:
            title = find_title(SHEETS[sheet], self._language)
            told = tell_advice(drawn.advice, self._language)
            same = sheet == self._shown
            self.preview.show_pages(title, drawn.pages, keeps_page=same, advice=told)
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
        ticked = self.sheets.ticked
        names = "-".join(ticked) if len(ticked) <= _MOST_NAMED else _("sheets")
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

        def tell() -> None:
            self.saved.emit(path)
            self.accept()

        self.work.begin(_("Making the PDF…"), write, fault.format(name=path.name), tell)

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

        self.work.begin(_("Printing…"), run, fault.format(name=name), self.accept)

    def _make_options(self) -> ExportOptions:
        return self.choices.picked.make_options(self.sheets.ticked)
