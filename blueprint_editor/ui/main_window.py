"""The main window: puts canvas, toolbar, menus and status bar together, and nothing else."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from blueprint_editor import __version__
from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.actions import (
    ACTIONS,
    Desk,
    list_shortcuts,
    make_actions,
    refresh_actions,
)
from blueprint_editor.ui.docks.dock_area import DockArea
from blueprint_editor.ui.docks.table import DockSurroundings
from blueprint_editor.ui.export_desk import ExportDesk, ExportPdf
from blueprint_editor.ui.files import FileDesk, Load, find_blueprints
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.look import find_colours, is_dark, make_style_sheet
from blueprint_editor.ui.menus import PRIMARY, Entry, Submenus, fill_menu_bar, make_toolbar
from blueprint_editor.ui.notice_bar import NoticeBar
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.sentences import tell_refusal
from blueprint_editor.ui.status_bar import WindowStatusBar


class WindowParts(NamedTuple):
    """What the window is given by the composition root."""

    library: FontLibrary
    load: Load
    export_pdf: ExportPdf
    list_samples: Callable[[], Sequence[Entry]]
    list_recent: Callable[[], Sequence[Path]]


class MainWindow(QMainWindow):
    """One window on one session.

    Signals:
        file_used: a file was opened or saved; carries its path.
        language_chosen: the person wants another language of the interface; carries its tag.
        closing: the window goes away for good.
    """

    file_used = Signal(object)
    language_chosen = Signal(str)
    closing = Signal()

    def __init__(self, session: DocumentSession, parts: WindowParts) -> None:
        super().__init__()
        self._session = session
        self._parts = parts
        self._may_close = False
        self._is_dark = False
        self.canvas = PosterCanvas(session, parts.library)
        self.canvas.setAcceptDrops(False)
        self.notices = NoticeBar()
        self.files = FileDesk(session, parts.load, self)
        self.docks = DockArea(self, DockSurroundings(session, self.canvas))
        self._desk = Desk(
            session,
            self.canvas,
            self.files,
            ExportDesk(session, parts.export_pdf, self.notices, self),
            PictureDesk(session, self),
            self.docks,
            self._show_shortcuts,
            self._show_about,
            self.close,
        )
        self.actions_by_name = make_actions(self._desk)
        self._assemble()
        self._connect()
        self._take_theme()
        self._refresh()

    def _assemble(self) -> None:
        self.setAcceptDrops(True)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.canvas, 1)
        self.setCentralWidget(middle)
        parts = self._parts
        submenus = Submenus(
            recent=lambda: [(path.name, path) for path in parts.list_recent()],
            samples=parts.list_samples,
            open_recent=self._open,
            open_sample=self._open_sample,
            choose_language=self.language_chosen.emit,
        )
        for action in self.actions_by_name.values():
            action.setParent(self)
        fill_menu_bar(self.menuBar(), self.actions_by_name, submenus)
        self.addToolBar(make_toolbar(self.actions_by_name, self))
        self.status = WindowStatusBar(self._session, self.canvas, self._show_missing_letters)
        self.setStatusBar(self.status)
        self.canvas.setFocus()

    def _connect(self) -> None:
        session = self._session
        for signal in (session.changed, session.selection_changed, session.saved_state_changed):
            signal.connect(self._refresh)
        self.docks.shown_changed.connect(self._refresh)
        session.refused.connect(self._tell_refusal)
        self.files.opened.connect(self.canvas.fit_page)
        self.files.file_used.connect(self.file_used)

    def _open(self, path: Path) -> None:
        self.canvas.finish()
        self.files.open_path(path)

    def _open_sample(self, path: Path) -> None:
        self.canvas.finish()
        self.files.open_sample(path)

    def _take_theme(self) -> None:
        """Follow the system's light or dark theme."""
        self._is_dark = is_dark(self)
        colours = find_colours(dark=self._is_dark)
        self.setStyleSheet(make_style_sheet(colours))
        for spec in ACTIONS:
            if spec.icon:
                use = "primary_text" if spec.name == PRIMARY else "text"
                icon = make_icon(spec.icon, QColor(colours[use]))
                self.actions_by_name[spec.name].setIcon(icon)

    def _refresh(self) -> None:
        program = _("Blueprint Editor")
        self.setWindowTitle(f"{self.files.document_name}[*] – {program}")
        self.setWindowModified(self._session.is_modified)
        refresh_actions(self.actions_by_name, self._desk)

    def _tell_refusal(self, error: CommandRefusedError) -> None:
        text = tell_refusal(error)
        self.status.tell(text)
        announce(self.canvas, text)

    # Dialogs are imported when they are asked for, not before the first paint.

    def _show_missing_letters(self) -> None:
        from blueprint_editor.ui.dialogs.missing_letters import (  # noqa: PLC0415
            show_missing_letters,
        )

        show_missing_letters(self, self._session)

    def _show_shortcuts(self) -> None:
        from blueprint_editor.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

        ShortcutsDialog(list_shortcuts(), self).open()

    def _show_about(self) -> None:
        from blueprint_editor.ui.dialogs.messages import show_about  # noqa: PLC0415

        show_about(self, __version__)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and is_dark(self) != self._is_dark:
            self._take_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.canvas.finish()
        if self._may_close or not (self._session.is_modified or self._session.is_saving):
            self.closing.emit()
            event.accept()
            return
        event.ignore()
        self.files.when_safe(self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    def leave(self) -> None:
        """Go away for another window on the same session; nothing is asked."""
        self.canvas.finish()
        self._may_close = True
        self.close()
        self.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _dropped_files(event)
        if files:
            event.acceptProposedAction()
            self._open(files[0])


def _dropped_files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return find_blueprints([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
