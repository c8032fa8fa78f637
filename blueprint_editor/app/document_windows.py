"""The open documents: each a session in a window of its own; a file is open only once."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.exporting import (
    draw_changes,
    draw_pages,
    draw_poster,
    draw_sheet,
    export_change_list,
    export_pdf_changes,
    export_sheets,
    hand_over,
    print_sheets,
    write_catalogue,
    write_collection,
    write_round_file,
)
from blueprint_editor.app.fitting import advise_on, fit_document
from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.print_work import WindowPrintWork
from blueprint_editor.app.services import find_field_library, find_own_library
from blueprint_editor.app.settings import SettingsKeeper
from blueprint_editor.app.templates import start_document
from blueprint_editor.app.window_places import cascade, find_place, put_window
from blueprint_editor.canvas.accessibility import install_cells
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import begin_at_customer
from blueprint_editor.session.safety import DocumentSafety, SafetyStores
from blueprint_editor.session.task import Task
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.endings import PDF_ENDING
from blueprint_editor.storage.file_guard import FileGuard, FileState, read_file
from blueprint_editor.storage.format import load_document
from blueprint_editor.storage.recovery import ExaminedWork
from blueprint_editor.ui.fit_desk import FitTools
from blueprint_editor.ui.library.shelf import Shelf
from blueprint_editor.ui.main_window import MainWindow, WindowParts
from blueprint_editor.ui.round_desk import RoundTools
from blueprint_editor.ui.sheets.tools import SheetTools
from blueprint_editor.ui.shell import Shell
from blueprint_editor.ui.version_desk import ChangeTools

_AFTER_FIRST_PAINT_MS = 400

Tell: TypeAlias = Callable[[Exception], None]
"""Says why a file cannot be opened."""


class OpenDocument(NamedTuple):
    """A document that is open."""

    session: DocumentSession
    safety: DocumentSafety
    window: MainWindow


class DocumentWindows(QObject):
    """All windows on documents.

    Signals:
        shown: a document is open in a window.
        left: a window closes; carries the place where it stood and the layout of its docks.
        emptied: the last window has closed.
        stayed: a window that was asked to close did not; closing all others stops too.
    """

    shown = Signal()
    left = Signal(object, str)
    emptied = Signal()
    stayed = Signal()

    def __init__(
        self, app: QApplication, shell: Shell, settings: SettingsKeeper, stores: SafetyStores
    ) -> None:
        super().__init__(app)
        self._app = app
        self._shell = shell
        self._settings = settings
        self._stores = stores
        install_cells()
        library = open_fonts(shell.preferences.current.font_files)
        self._typesetter = Typesetter(library)
        sheets = SheetTools(draw_sheet, export_sheets, print_sheets)
        fits = FitTools(fit_document, advise_on)
        changes = ChangeTools(draw_changes, export_pdf_changes, export_change_list)
        self._parts = WindowParts(
            library,
            WindowPrintWork,
            draw_poster,
            sheets,
            fits,
            shell,
            changes,
            RoundTools(write_round_file, draw_pages),
            hand_over,
            Shelf(find_own_library(), find_field_library(), self),
            write_catalogue,
            write_collection,
        )
        self._open: list[OpenDocument] = []
        self._is_closing_all = False

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The windows in the order in which they were opened."""
        return tuple(shown.window for shown in self._open)

    @property
    def active(self) -> MainWindow | None:
        """The window with the keyboard, else the one opened last."""
        windows, front = self.windows, self._app.activeWindow()
        if front is not None:
            for window in windows:
                if window is front or window.isAncestorOf(front):
                    return window
        return windows[-1] if windows else None

    def find(self, path: Path) -> MainWindow | None:
        """Return the window in which a file is open."""
        for shown in self._open:
            if shown.session.path is not None and _is_same_file(shown.session.path, path):
                return shown.window
        return None

    def open_first(self, path: Path) -> BlueprintError | None:
        """Open what the start waits for, in the GUI thread; return why that is impossible."""
        try:
            read: tuple[Document, FileState | None] = _read(path)
        except BlueprintError as error:
            return error
        self.show(*read, None if _is_pdf(path) else path)
        return None

    def open_file(self, path: Path, asker: QWidget | None, on_error: Tell) -> None:
        """Read a file off the GUI thread and show it; one that is open comes to the front."""
        found = self.find(path)
        if found is None:
            self._start(lambda: _read(path), None if _is_pdf(path) else path, asker, on_error)
        else:
            found.come_forward()
            self.shown.emit()

    def open_copy(self, path: Path, asker: QWidget | None, on_error: Tell) -> None:
        """Show a file's content as a document that has no file."""
        self._start(lambda: (load_document(path), None), None, asker, on_error)

    def begin_from(self, path: Path, asker: QWidget | None, on_error: Tell) -> None:
        """Begin a new document with the content of a template."""
        paper = self._shell.preferences.current.paper
        task = Task(self)
        task.succeeded.connect(
            lambda document: begin_at_customer(
                self.show(document, None, None, asker).canvas.session
            )
        )
        task.failed.connect(on_error)
        task.start(lambda: start_document(load_document(path), paper))

    def _start(
        self,
        load: Callable[[], tuple[Document, FileState | None]],
        path: Path | None,
        asker: QWidget | None,
        on_error: Tell,
    ) -> None:
        task = Task(self)
        task.succeeded.connect(lambda read: self.show(read[0], read[1], path, asker))
        task.failed.connect(on_error)
        task.start(load)

    def show(
        self,
        document: Document,
        state: FileState | None,
        path: Path | None,
        asker: QWidget | None = None,
    ) -> MainWindow:
        """Show a document: in the asking window if nothing is lost there, else in a new one.

        ``state`` is that of the file at ``path`` when it was read; both are None for a copy.
        """
        # A file may have been asked for twice while it was read.
        window = self.find(path) if path is not None else None
        if window is None:
            window = self._find_free(asker)
            if window is None:
                window = self._open_window(document, path, state)
            else:
                window.show_document(document, path, state)
        window.come_forward()
        if path is not None:
            self._shell.offers.note_file(path)
        self.shown.emit()
        return window

    def bring_back(self, examined: ExaminedWork, asker: QWidget | None) -> DocumentSafety:
        """Show the file of unsaved work, or a document without one; return its safety."""
        path, file = examined.work.place.path, examined.file
        if path is None or file is None or not examined.is_home:
            window = self.show(examined.document, None, None, asker)
        else:
            window = self.show(file.document, file.state, path, asker)
        return next(shown.safety for shown in self._open if shown.window is window)

    def _find_free(self, asker: QWidget | None) -> MainWindow | None:
        """Return the asking window if its document has neither a file nor any changes."""
        for session, _safety, window in self._open:
            is_untouched = not (session.history.done or session.is_modified)
            if window is asker and session.path is None and is_untouched:
                return window
        return None

    def _open_window(
        self, document: Document, path: Path | None, state: FileState | None
    ) -> MainWindow:
        # A composer of its own keeps what the document's next layout can reuse.
        compose, guard = PaperComposer(PosterComposer(self._typesetter)), FileGuard()
        session = DocumentSession(document, compose, guard.save, path, self)
        safety = DocumentSafety(session, guard, self._stores)
        before, window = self.active, self._make_window(session, safety)
        place = self._settings.current.window
        if before is None:
            put_window(window, place, self._app.screens())
        else:
            cascade(window, before)
        window.docks.restore_layout(self._settings.current.docks)
        if before is None and place is not None and place.is_maximised:
            window.showMaximized()
        else:
            window.show()
        window.canvas.fit_page()
        self._open.append(OpenDocument(session, safety, window))
        self._tell_count()
        safety.begin(document, path, state, delay_ms=_AFTER_FIRST_PAINT_MS)
        return window

    def _make_window(self, session: DocumentSession, safety: DocumentSafety) -> MainWindow:
        window = MainWindow(session, safety, self._parts)
        window.closing.connect(lambda: self._part_with(window))
        window.stayed.connect(self._stop_closing)
        return window

    def _tell_count(self) -> None:
        for window in self.windows:
            window.show_windows_menu(is_shown=len(self._open) > 1)

    def _part_with(self, window: MainWindow) -> None:
        gone = next((it for it in self._open if it.window is window), None)
        if gone is None:
            return
        self._open.remove(gone)
        self.left.emit(find_place(window), window.docks.save_layout())
        gone.safety.close()
        # The session goes last: what the window shows asks it until the end.
        window.deleteLater()
        gone.session.deleteLater()
        self._tell_count()
        if not self._open:
            self._is_closing_all = False
            self.emptied.emit()
        elif self._is_closing_all:
            QTimer.singleShot(0, self, self._close_next)

    def take_fonts(self) -> None:
        """Set all texts with the fonts that are wanted now; :meth:`remake` shows them."""
        library = open_fonts(self._shell.preferences.current.font_files)
        self._typesetter = Typesetter(library)
        self._parts = self._parts._replace(library=library)
        for shown in self._open:
            shown.window.canvas.finish()
            shown.session.compose_by(PaperComposer(PosterComposer(self._typesetter)))

    def remake(self) -> None:
        """Make every window anew, on the same sessions: its language or fonts are others now."""
        front = self.active
        for number, (session, safety, old) in enumerate(self._open):
            old.canvas.finish()
            new = self._make_window(session, safety)
            new.take_over(old)
            self._open[number] = OpenDocument(session, safety, new)
            front = new if old is front else front
            old.leave()
        self._tell_count()
        if front is not None:
            front.come_forward()

    def close_all(self) -> None:
        """Close one window after another; each asks about its own unsaved changes."""
        self._is_closing_all = True
        self._close_next()

    def _close_next(self) -> None:
        window = self.active
        if self._is_closing_all and window is not None:
            window.come_forward()
            window.close()

    def _stop_closing(self) -> None:
        self._is_closing_all = False
        self.stayed.emit()


def _is_same_file(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return one.absolute() == other.absolute()


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == PDF_ENDING


def _read(path: Path) -> tuple[Document, FileState | None]:
    """Read a file; what is attached to a PDF has no file of its own, so that none is saved over."""
    return (load_document(path), None) if _is_pdf(path) else read_file(path)
