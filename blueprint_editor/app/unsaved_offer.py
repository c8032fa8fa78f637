"""Unsaved work of programs that are gone, offered in whatever window is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from blueprint_editor.session.safety import DocumentSafety
from blueprint_editor.session.unsaved_work import UnsavedWork
from blueprint_editor.storage.journal import JournalStore
from blueprint_editor.storage.recovery import ExaminedWork, FoundWork
from blueprint_editor.ui.recovery_desk import RecoveryDesk
from blueprint_editor.ui.shell import Shell

if TYPE_CHECKING:
    from blueprint_editor.ui.main_window import MainWindow
    from blueprint_editor.ui.start_page import StartPage


class UnsavedOffer(QObject):
    """Tells in one window at a time; the next one takes over when that closes."""

    def __init__(
        self,
        shell: Shell,
        journals: JournalStore,
        find_window: Callable[[], "StartPage | MainWindow | None"],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._find_window = find_window
        self._desk: RecoveryDesk | None = None
        self._unsaved = UnsavedWork(journals, self)
        self._unsaved.changed.connect(self._offer)

    @property
    def found(self) -> FoundWork:
        """What can be brought back now."""
        return self._unsaved.found

    def look(self) -> None:
        """Look for unsaved work, off the GUI thread."""
        self._unsaved.look()

    def _offer(self) -> None:
        window = self._find_window()
        if self._desk is None and window is not None and any(self._unsaved.found):
            self._desk = RecoveryDesk(self._unsaved, self._shell, window.notices, window)
            self._desk.destroyed.connect(self._offer_elsewhere)

    def _offer_elsewhere(self) -> None:
        self._desk = None
        self._offer()

    def take_over(self, examined: ExaminedWork, safety: DocumentSafety) -> None:
        """Bring some work back into its document, whose journal it is from then on."""
        self._unsaved.take_over(
            examined, lambda journal: safety.recover(journal, examined.document)
        )
