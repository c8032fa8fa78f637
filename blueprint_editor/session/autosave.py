"""Autosave: what is open and unsaved is in the journal within two seconds, typed letters too."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.storage.journal import Journal, JournalStore, WorkPlace

DELAY_MS = 700
"""From the first edit that is not written yet to the write, however fast edits follow."""
RETRY_MS = 15_000
"""After a refused write, if no edit comes before."""

FindPlace: TypeAlias = Callable[[], WorkPlace]


class Autosave(QObject):
    """Keeps a session's journal; writes one state at a time off the GUI thread.

    Signals:
        failed: a write was refused; carries the error. Told once until one succeeds.
    """

    failed = Signal(object)

    def __init__(
        self, session: DocumentSession, journals: JournalStore, find_place: FindPlace
    ) -> None:
        super().__init__(session)
        self._session = session
        self._journals = journals
        self._find_place = find_place
        self._journal = journals.begin()
        self._written: Document | None = None
        self._is_clear = True
        self._is_writing = False
        self._is_refused = False
        # Exports may keep the program's workers busy for longer than work may be unsafe.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        session.poster_changed.connect(self.plan)
        session.saved_state_changed.connect(self.plan)
        session.opened.connect(self._begin)

    @property
    def is_idle(self) -> bool:
        """Whether all that is unsaved is on the disk."""
        return not self._timer.isActive() and not self._is_writing

    def plan(self) -> None:
        """Write soon; edits that follow do not put it off."""
        if not self._timer.isActive() or self._timer.interval() > DELAY_MS:
            self._timer.start(DELAY_MS)

    def use(self, journal: Journal) -> None:
        """Go on with the journal of recovered work in the place of the present one."""
        self._change(journal, is_clear=False)

    def _change(self, journal: Journal, *, is_clear: bool) -> None:
        self._journal.close()
        self._journal = journal
        self._written = None
        self._is_clear = is_clear
        self.plan()

    def close(self) -> None:
        """Stop, and remove the journal: the work is saved, or the person gave it up."""
        self._timer.stop()
        self._session.poster_changed.disconnect(self.plan)
        self._session.saved_state_changed.disconnect(self.plan)
        self._session.opened.disconnect(self._begin)
        self._journal.close()

    def forget(self) -> None:
        """Remove what was written so far; what is unsaved now is written anew."""
        self._begin()

    def _begin(self) -> None:
        self._change(self._journals.begin(), is_clear=True)

    def _write(self) -> None:
        if self._is_writing:
            self.plan()
            return
        document = self._session.shown_document
        saved = self._session.file.saved_document
        # What is being typed or dragged is shown before it is in the document.
        is_saved = document is saved
        if self._is_clear if is_saved else document is self._written:
            return
        self._is_writing = True
        journal, place = self._journal, self._find_place()

        def write() -> tuple[Journal, Document | None]:
            if is_saved:
                journal.clear()
                return journal, None
            journal.write(document, place)
            return journal, document

        task = Task(self)
        task.succeeded.connect(self._note)
        task.failed.connect(self._fail)
        task.start(write, self._pool)

    def _note(self, written: tuple[Journal, Document | None]) -> None:
        self._is_writing = self._is_refused = False
        journal, document = written
        if journal is self._journal:
            self._written = document
            self._is_clear = document is None

    def _fail(self, error: Exception) -> None:
        self._is_writing = False
        if not self._is_refused:
            self._is_refused = True
            self.failed.emit(error)
        if not self._timer.isActive():
            self._timer.start(RETRY_MS)
