"""The file of a document: where it is, what it holds, and saving to it off the GUI thread."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from blueprint_editor.model.document import Document
from blueprint_editor.session.task import Task

Save: TypeAlias = Callable[[Document, Path], None]


class _WrittenFile(NamedTuple):
    document: Document
    path: Path


class DocumentFile(QObject):
    """Writes one document at a time; the latest wish is not forgotten.

    Signals:
        state_changed: ``path``, ``saved_document`` or ``is_saving`` is another.
        saved: the document is on disk; carries the path.
        failed: it is not; carries the error. The old file is untouched.
    """

    state_changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, save: Save, document: Document, path: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._path = path
        self._saved_document: Document | None = document
        self._is_writing = False
        self._waiting: _WrittenFile | None = None

    @property
    def path(self) -> Path | None:
        """The file that the document was read from or saved to."""
        return self._path

    @property
    def saved_document(self) -> Document | None:
        """What the file holds (or an untouched document without a file); None = nothing."""
        return self._saved_document

    @property
    def is_saving(self) -> bool:
        return self._is_writing

    def bind(self, path: Path | None, saved_document: Document | None) -> None:
        """Belong to another file, or hold that the file has another content now."""
        self._path, self._saved_document = path, saved_document
        self.state_changed.emit()

    def save(self, document: Document, path: Path) -> None:
        """Write the document, after what is being written now."""
        wanted = _WrittenFile(document, path)
        if self._is_writing:
            self._waiting = wanted
            return
        self._is_writing = True
        task = Task(self)
        task.succeeded.connect(self._finish)
        task.failed.connect(self._fail)
        task.start(lambda: self._write(wanted))
        self.state_changed.emit()

    def _write(self, wanted: _WrittenFile) -> _WrittenFile:
        self._save(*wanted)
        return wanted

    def _finish(self, written: _WrittenFile) -> None:
        self._go_on()
        self._saved_document, self._path = written
        self.state_changed.emit()
        self.saved.emit(written.path)

    def _fail(self, error: Exception) -> None:
        self._go_on()
        self.state_changed.emit()
        self.failed.emit(error)

    def _go_on(self) -> None:
        self._is_writing = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(*waiting)
