"""What keeps the work on one document safe: autosave, versions, lock note, watch of its file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.session.autosave import Autosave
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.file_watch import FileWatch
from blueprint_editor.session.restoring import RestoreDocument
from blueprint_editor.session.task import Task
from blueprint_editor.storage.atomic import remove_leftovers
from blueprint_editor.storage.file_guard import (
    FileCondition,
    FileGuard,
    FileState,
    ReadFile,
    read_file,
)
from blueprint_editor.storage.journal import Journal, JournalStore, WorkPlace
from blueprint_editor.storage.lock_note import RENEW_AFTER, Holder, LockNote
from blueprint_editor.storage.processes import this_process
from blueprint_editor.storage.versions import Version, VersionStore


class SafetyStores(NamedTuple):
    """Where a person's safety nets lie; ``locks`` is for files in folders that refuse a note.

    ``find_name`` gives the name that others read in the note; it may be empty.
    """

    journals: JournalStore
    versions: VersionStore
    locks: Path
    find_name: Callable[[], str] = str


class _HeldFile(NamedTuple):
    """A file that somebody else has open, while the session shows a copy of it."""

    path: Path
    state: FileState | None
    document: Document
    holder: Holder


class _OpenedFile(NamedTuple):
    """What a file held before this session saved to it for the first time."""

    path: Path
    document: Document
    at: datetime


class DocumentSafety(QObject):
    """Follows one session; everything slow happens off the GUI thread.

    Signals:
        autosave_failed: the journal cannot be written; carries the error.
        versions_failed: a saved version was not kept; carries the error.
        held: somebody else has the file open, so the session became a copy without a file; carries
            the path and the :class:`Holder`.
        turned: the file's condition is another; carries the :data:`FileCondition`.
        reload_failed: the file could not be read again; carries the error.
    """

    autosave_failed = Signal(object)
    versions_failed = Signal(object)
    held = Signal(object, object)
    turned = Signal(str)
    reload_failed = Signal(object)

    def __init__(self, session: DocumentSession, guard: FileGuard, stores: SafetyStores) -> None:
        """Begin with a session whose ``save`` is the guard's."""
        super().__init__(session)
        self._session = session
        self._guard = guard
        self._stores = stores
        self._lock = LockNote(stores.locks, stores.find_name)
        self._held: _HeldFile | None = None
        self._opened: _OpenedFile | None = None
        self._begun: tuple[Document, Path | None, FileState | None]
        self._beginning = QTimer(self)
        self._beginning.setSingleShot(True)
        self._beginning.timeout.connect(self._begin_on_disk)
        self.autosave = Autosave(session, stores.journals, self._find_place)
        self.autosave.failed.connect(self.autosave_failed)
        self._watch = FileWatch(guard, self)
        self._watch.turned.connect(self.turned)
        self._renewal = QTimer(self)
        self._renewal.setInterval(int(RENEW_AFTER.total_seconds() * 1000))
        self._renewal.timeout.connect(lambda: self._apart(self._lock.renew))
        session.saved.connect(self._note_save)

    def _find_place(self) -> WorkPlace:
        return WorkPlace(self._session.path, self._guard.digest)

    @property
    def condition(self) -> FileCondition:
        """What has become of the file since it was read or saved, as far as is known."""
        return self._watch.condition

    @property
    def holder(self) -> tuple[Path, Holder] | None:
        """The file that somebody else has open while the session shows a copy, and who."""
        return None if self._held is None else (self._held.path, self._held.holder)

    # --- opening

    def open(self, document: Document, path: Path | None, state: FileState | None) -> None:
        """Show another document; without a path as a copy that has no file."""
        self._guard.adopt(path, state)
        self._held = None
        self._session.open_document(document, path)
        self.begin(document, path, state)

    def begin(
        self,
        document: Document,
        path: Path | None,
        state: FileState | None,
        *,
        delay_ms: int = 0,
    ) -> None:
        """Guard the file of the document that the session shows already.

        Args:
            document: as it was read.
            path: its file.
            state: of the bytes that the document was read from.
            delay_ms: when to touch the disk, so that a first paint need not wait.
        """
        self._held = self._opened = None
        self._guard.adopt(path, state)
        if path is not None and state is not None:
            self._opened = _OpenedFile(path, document, _time_of(state))
        self._begun = (document, path, state)
        if delay_ms:
            self._beginning.start(delay_ms)
        else:
            self._begin_on_disk()

    def _begin_on_disk(self) -> None:
        self._beginning.stop()
        document, path, state = self._begun
        if path != self._session.path:
            # It was saved elsewhere meanwhile.
            return
        self._watch.follow(path)
        if path is None:
            self._lock.release()
            # The journal names the process; finding that out takes longer than a keystroke may.
            self._apart(this_process)
            return
        self._lock.follow(path)
        task = Task(self)
        task.succeeded.connect(lambda holder: self._take_lock(path, document, state, holder))
        task.start(self._lock.take)
        self._renewal.start()
        self._apart(lambda: remove_leftovers(path))

    def _take_lock(
        self, path: Path, document: Document, state: FileState | None, holder: Holder | None
    ) -> None:
        session = self._session
        if holder is None or session.path != path:
            return
        self._held = _HeldFile(path, state, document, holder)
        self._guard.adopt(None, None)
        self._watch.follow(None)
        session.file.bind(None, session.file.saved_document)
        self.held.emit(path, holder)

    def edit_anyway(self) -> None:
        """Take the file that somebody else has open."""
        held, self._held = self._held, None
        if held is not None and self._session.path is None:
            self._guard.adopt(held.path, held.state)
            self._session.file.bind(held.path, held.document)
            self._watch.follow(held.path)
            self._watch.check()
            self._lock.follow(held.path)
            self._apart(self._lock.seize)

    def recover(self, journal: Journal, document: Document) -> None:
        """Bring work back that a program which is gone has left, as a step, and unsaved."""
        session = self._session
        if session.document != document:
            session.execute(RestoreDocument(document, msgid("recovery")))
        elif session.path is None:
            session.file.bind(None, None)
        self.autosave.use(journal)

    # --- the file on the disk

    def check_file(self) -> None:
        """Look whether somebody has changed the file; to be called when the window is entered."""
        self._watch.check()

    def overwrite(self) -> None:
        """Save over what somebody else wrote to the file; that is kept as a version."""
        path = self._session.path
        if path is None:
            return
        document_id = self._session.document.id

        def keep_theirs() -> None:
            theirs = read_file(path)
            if theirs.document.id == document_id:
                self._stores.versions.add(theirs.document, path, _time_of(theirs.state))

        def save(_outcome: object) -> None:
            if self._session.path == path:
                self._guard.accept()
                self._session.save(path)

        task = Task(self)
        task.succeeded.connect(save)
        # A file that cannot be read is no version; the person has decided to write over it.
        task.failed.connect(save)
        task.start(keep_theirs)

    def reload(self) -> None:
        """Read the file again; what the person had is one undo away."""
        path = self._session.path
        if path is None:
            return
        task = Task(self)
        task.succeeded.connect(lambda read: self._take_reloaded(path, read))
        task.failed.connect(self.reload_failed)
        task.start(lambda: read_file(path))

    def _take_reloaded(self, path: Path, read: ReadFile) -> None:
        session = self._session
        if session.path != path:
            return
        self._guard.adopt(path, read.state)
        self._opened = _OpenedFile(path, read.document, _time_of(read.state))
        session.execute(RestoreDocument(read.document, msgid("reading again")))
        session.file.bind(path, session.document)
        self._watch.follow(path)

    def _note_save(self, path: Path) -> None:
        """Keep the version saved, and the one that was there before."""
        self._watch.follow(path)
        self._held = None
        opened, self._opened = self._opened, None
        saved, versions = self._session.file.saved_document, self._stores.versions
        at = datetime.now(UTC)

        def keep() -> None:
            if opened is not None and opened.path == path:
                versions.add(opened.document, path, opened.at)
            if saved is not None:
                versions.add(saved, path, at)

        task = Task(self)
        task.failed.connect(self.versions_failed)
        task.start(keep)
        self._lock.follow(path)
        self._apart(self._lock.take)

    # --- versions

    def list_versions(self) -> tuple[Version, ...]:
        """Return the saved versions of the document, newest first; reads the disk."""
        path = self._session.path
        if path is None:
            return ()
        return self._stores.versions.list_versions(self._session.document.id, path)

    def read_version(self, version: Version) -> Document:
        """Return the document of a version; reads the disk.

        Raises:
            BlueprintError: it is damaged, or the operating system refused.
        """
        return self._stores.versions.read(version)

    def restore(self, document: Document) -> None:
        """Bring a version back, as a step that can be undone."""
        self._session.execute(RestoreDocument(document, msgid("restored version")))

    def forget(self) -> None:
        """Remove the document's journals and versions for good; the file itself stays."""
        session, stores = self._session, self._stores
        self._opened = None
        self.autosave.forget()
        path, document_id = session.path, session.document.id
        if path is not None:
            task = Task(self)
            task.failed.connect(self.versions_failed)
            task.start(lambda: _forget(stores, document_id, path))

    def close(self) -> None:
        """Leave nothing behind: the document is saved, or the person gave it up."""
        self._beginning.stop()
        self._renewal.stop()
        self._watch.stop()
        self.autosave.close()
        self._lock.release()

    def _apart(self, function: Callable[[], object]) -> None:
        Task(self).start(function)


def _time_of(state: FileState) -> datetime:
    return datetime.fromtimestamp(state.mtime_ns / 1e9, UTC)


def _forget(stores: SafetyStores, document_id: str, path: Path) -> None:
    stores.versions.forget(document_id, path)
    stores.journals.forget(path)
