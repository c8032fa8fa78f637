"""The main window: puts canvas, toolbar, menus and status bar together, and nothing else."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Signal
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.tools.gesture import Hint
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.current import Context
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.reading import ReadingMeter
from blueprint_editor.session.safety import DocumentSafety
from blueprint_editor.storage.file_guard import FileState
from blueprint_editor.ui.actions import (
    ACTIONS,
    Desk,
    make_actions,
    refresh_actions,
    set_keys,
)
from blueprint_editor.ui.areas import go_to_area
from blueprint_editor.ui.base_desk import BaseDesk
from blueprint_editor.ui.causal_desk import CausalDesk
from blueprint_editor.ui.clipboard_desk import ClipboardDesk
from blueprint_editor.ui.collection_desk import CollectionDesk, WriteCollection
from blueprint_editor.ui.docks.dock_area import DockArea
from blueprint_editor.ui.docks.table import DockSurroundings
from blueprint_editor.ui.drop_cover import DropCover
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.files import FileDesk
from blueprint_editor.ui.filter.notice import FilterNotice
from blueprint_editor.ui.fit_desk import FitDesk, FitTools
from blueprint_editor.ui.handover_desk import HandOver, HandoverDesk
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.library.shelf import Shelf
from blueprint_editor.ui.library_desk import LIBRARY_MIME, LibraryDesk
from blueprint_editor.ui.library_files import WriteCatalogue
from blueprint_editor.ui.look import find_colours, is_dark, make_own_rules, make_style_sheet
from blueprint_editor.ui.menu_key import answer_menu_key
from blueprint_editor.ui.menus import fill_menu_bar
from blueprint_editor.ui.notice_bar import NoticeStack
from blueprint_editor.ui.path_desk import PathDesk
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.poster_drop import PosterDrop, Taker, name_notes_format, place_notes
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.round_desk import RoundDesk, RoundTools
from blueprint_editor.ui.safety_desk import Draw, SafetyDesk, VersionTools
from blueprint_editor.ui.sentences import tell_refusal
from blueprint_editor.ui.sheet_desk import SheetDesk
from blueprint_editor.ui.sheets.tools import SheetTools
from blueprint_editor.ui.shell import Shell
from blueprint_editor.ui.status_bar import WindowStatusBar
from blueprint_editor.ui.table_desk import TableDesk
from blueprint_editor.ui.toolbar import PRIMARY, WindowToolBar
from blueprint_editor.ui.version_desk import ChangeTools, VersionDesk
from blueprint_editor.ui.vote_desk import VoteDesk

if TYPE_CHECKING:
    from blueprint_editor.ui.printing.wish import PrintWork


class WindowParts(NamedTuple):
    """What the window is given by the composition root."""

    library: FontLibrary
    make_print_work: "Callable[[], PrintWork]"
    draw: Draw
    sheets: SheetTools
    fits: FitTools
    shell: Shell
    changes: ChangeTools
    rounds: RoundTools
    hand_over: HandOver
    shelf: Shelf
    write_catalogue: WriteCatalogue
    write_collection: WriteCollection


class MainWindow(QMainWindow):
    """One window on one session.

    Signals:
        closing: the window goes away for good.
        stayed: it was asked to close, and the person decided otherwise.
    """

    closing = Signal()
    stayed = Signal()

    def __init__(
        self, session: DocumentSession, safety: DocumentSafety, parts: WindowParts
    ) -> None:
        super().__init__()
        self._session = session
        self._safety = safety
        self._parts = parts
        self._may_close = False
        self._is_dark = False
        self._used: list[str] = []
        self.canvas = PosterCanvas(session, parts.library)
        self.canvas.setAcceptDrops(False)
        self.notices = NoticeStack()
        self.files = FileDesk(session, parts.shell.offers.find_folder, self)
        pictures = PictureDesk(session, self)
        self._checks = DocumentChecks(session, self)
        self._meter = ReadingMeter(session, self)
        fits = FitDesk(session, self.canvas, parts.fits, self.notices.bar("fit"))
        services = LibraryDesk(
            session, parts.shelf, parts.write_catalogue, self.notices.bar("library"), self
        )
        around = DockSurroundings(
            session,
            self.canvas,
            pictures,
            parts.shell.preferences,
            self._checks,
            self._open_dock,
            self._meter,
            fits,
            services,
        )
        self.docks = DockArea(self, around)
        tools = VersionTools(parts.draw, parts.library)
        exports = ExportDesk(
            session,
            parts.make_print_work,
            parts.library,
            parts.shell.prints,
            self.notices.bar("export"),
            self,
        )
        versions = VersionDesk(session, tools, parts.changes, exports, self)
        sheets = SheetDesk(session, parts.sheets, parts.library, self.notices.bar("sheets"), self)
        self._desk = Desk(
            session,
            self.canvas,
            self.files,
            exports,
            pictures,
            self.docks,
            self,
            parts.shell,
            SafetyDesk(session, safety, self.files, self.notices, tools, exports, self),
            ClipboardDesk(session, parts.library, self.notices.bar("clipboard"), self),
            sheets,
            PathDesk(session, tools, parts.sheets, exports, self.notices, self),
            versions,
            RoundDesk(
                session,
                parts.rounds,
                self.notices.bar("round"),
                partial(self.docks.enter, "comments"),
                self,
            ),
            HandoverDesk(session, parts.hand_over, exports, self),
            VoteDesk(session, self.canvas, self.notices),
            BaseDesk(session, parts.shell, versions, self),
            fits,
            CausalDesk(
                session,
                parts.library,
                pictures,
                sheets,
                exports,
                parts.sheets.export,
                parts.shell,
                self,
            ),
            services,
            TableDesk(session, self),
            CollectionDesk(session, parts.write_collection, exports, self),
        )
        self.actions_by_name = make_actions(self._desk)
        self._assemble()
        FilterNotice(session, self.notices, self)
        self._connect()
        self._take_theme()
        self._refresh()

    def _assemble(self) -> None:
        DropCover(self, self._open)
        answer_menu_key(self)
        takers: dict[str, Taker] = {
            LIBRARY_MIME: self._desk.services.insert_cards,
            name_notes_format(self._session): partial(place_notes, self._session),
        }
        PosterDrop(self.canvas, takers)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.canvas, 1)
        self.setCentralWidget(middle)
        self.notices.left.connect(self.canvas.setFocus)
        for action in self.actions_by_name.values():
            action.setParent(self)
        self._windows_menu = fill_menu_bar(self, self.actions_by_name, self._parts.shell)
        self.addToolBar(WindowToolBar(self.actions_by_name, self))
        self.status = WindowStatusBar(
            self._session, self.canvas, self._checks, self._meter, self._show_missing_letters
        )
        self.status.reading_button.clicked.connect(lambda: self.docks.enter("reading"))
        self.status.problems_button.clicked.connect(lambda: self.docks.enter("problems"))
        self.setStatusBar(self.status)
        self._desk.services.told.connect(self.status.tell)
        self.canvas.setFocus()

    def _connect(self) -> None:
        session = self._session
        for signal in (session.changed, session.selection_changed, session.saved_state_changed):
            signal.connect(self._refresh)
        session.view.filtered.connect(self._refresh)
        self.docks.shown_changed.connect(self._refresh)
        self.canvas.eyes.changed.connect(self._refresh)
        self.canvas.voting.changed.connect(self._refresh)
        session.refused.connect(self._tell_refusal)
        self.canvas.hinted.connect(self._tell_hint)
        self.canvas.kind_asked.connect(self._ask_kind)
        self.canvas.menu_asked.connect(self._open_context_menu)
        self.files.open_asked.connect(self._open)
        self.files.file_used.connect(self._parts.shell.offers.note_file)
        self.files.kept_open.connect(self.stayed)
        self._parts.shell.preferences.changed.connect(self._follow_preferences)

    def _open_dock(self, name: str) -> QWidget:
        return self.docks.panel(name)

    def _open(self, paths: Sequence[Path]) -> None:
        self.canvas.finish()
        self._parts.shell.open_files(paths, self)

    def show_document(self, document: Document, path: Path | None, state: FileState | None) -> None:
        """Show another document in place of one that has neither a file nor changes."""
        self.canvas.finish()
        self._safety.open(document, path, state)
        self.canvas.fit_page()

    def show_windows_menu(self, *, is_shown: bool) -> None:
        """Show or hide the menu of all windows."""
        self._windows_menu.menuAction().setVisible(is_shown)

    def _follow_preferences(self, older: Preferences, newer: Preferences) -> None:
        if older.keys != newer.keys:
            set_keys(self.actions_by_name, newer)

    def show_palette(self) -> None:
        """Offer everything that can be done or gone to, found by a few letters."""
        from blueprint_editor.ui.palette.offer import show_palette  # noqa: PLC0415 - when asked

        show_palette(self._desk, self.actions_by_name, self._used)

    def present(self, *, from_here: bool) -> None:
        """Show the blueprint on the whole screen, from its beginning or from what is current."""
        from blueprint_editor.ui.presentation.offer import present  # noqa: PLC0415 - when asked

        present(self.canvas, self._parts.library, self, from_here=from_here)

    def _take_theme(self) -> None:
        """Follow the system's light or dark theme."""
        self._is_dark = is_dark()
        colours = find_colours(dark=self._is_dark)
        self.setStyleSheet(make_style_sheet(colours) + make_own_rules(colours))
        for spec in ACTIONS:
            if spec.icon:
                use = "primary_text" if spec.name == PRIMARY else "text"
                icon = make_icon(spec.icon, QColor(colours[use]))
                action = self.actions_by_name[spec.name]
                action.setIcon(icon)
                # In a menu it would stand where the tick shows whether it is on.
                action.setIconVisibleInMenu(spec.is_checked is None)

    def _refresh(self) -> None:
        program = _("Blueprint Editor")
        self.setWindowTitle(f"{self.files.document_name}[*] – {program}")
        self.setWindowModified(self._session.is_modified)
        refresh_actions(self.actions_by_name, self._desk)

    def _tell_refusal(self, error: CommandRefusedError) -> None:
        text = tell_refusal(error)
        self.status.tell(text)
        announce(self.canvas, text)

    def _tell_hint(self, hint: Hint) -> None:
        """Tell what a gesture on its way would do, until it tells something else."""
        text = tell_refusal(hint) if isinstance(hint, CommandRefusedError) else hint or ""
        self.status.hint(text)
        announce(self.canvas, text)

    def _ask_kind(self, at_px: QPointF, answer: Callable[[ConnectorKind | None], object]) -> None:
        from blueprint_editor.ui.kind_menu import ask_connector_kind  # noqa: PLC0415

        ask_connector_kind(self.canvas.viewport(), at_px.toPoint(), answer)

    def _open_context_menu(self, context: Context, at: QPoint) -> None:
        from blueprint_editor.ui.context_menus import open_context_menu  # noqa: PLC0415

        open_context_menu(self.canvas, self.actions_by_name, context, at)

    def go_to_area(self, step: int) -> None:
        """Put the keyboard into the next bar, dock or the canvas; ``step`` -1: the one before."""
        go_to_area(self, (self.notices, self.canvas), step)

    # Dialogs are imported when they are asked for, not before the first paint.

    def _show_missing_letters(self) -> None:
        from blueprint_editor.ui.dialogs.missing_letters import (  # noqa: PLC0415
            show_missing_letters,
        )

        show_missing_letters(self, self._session)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._safety.check_file()
        if event.type() == QEvent.Type.PaletteChange and is_dark() != self._is_dark:
            self._take_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.canvas.finish()
        self._desk.causal.finish()
        if self._may_close or not (self._session.is_modified or self._session.is_saving):
            self.closing.emit()
            event.accept()
            return
        event.ignore()
        self.files.when_safe(self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    def take_over(self, before: "MainWindow") -> None:
        """Stand where another window on the same session stands, and show what it shows."""
        self.setGeometry(before.normalGeometry())
        self.docks.restore_layout(before.docks.save_layout())
        if before.isMaximized():
            self.showMaximized()
        else:
            self.show()
        middle = QPointF(before.canvas.viewport().rect().center())
        seen = before.canvas.to_scene(middle)
        self.canvas.set_zoom(before.canvas.zoom)
        middle = QPointF(self.canvas.viewport().rect().center())
        self.canvas.pan_by(self.canvas.viewportTransform().map(seen) - middle)

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Go away for another window on the same session; nothing is asked."""
        self.canvas.finish()
        self._may_close = True
        self.close()
        self.deleteLater()
