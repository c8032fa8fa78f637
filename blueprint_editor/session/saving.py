"""Saving off the GUI thread: one write at a time, the latest wish is not forgotten."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from blueprint_editor.model.document import Document
from blueprint_editor.session.task import Task

Save: TypeAlias = Callable[[Document, Path], None]


class WrittenFile(NamedTuple):
    """A document and the file that it was written to."""

    document: Document
    path: Path


class DocumentSaver(QObject):
    """Writes documents to files.

    Signals:
        saved: carries the :class:`WrittenFile`.
        failed: carries the error; the old file is untouched.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._is_writing = False
        self._waiting: WrittenFile | None = None

    @property
    def is_saving(self) -> bool:
        return self._is_writing

    def save(self, document: Document, path: Path) -> None:
        """Write the document, after what is being written now."""
        wanted = WrittenFile(document, path)
        if self._is_writing:
            self._waiting = wanted
            return
        self._is_writing = True
        task = Task(self)
        task.succeeded.connect(self._finish)
        task.failed.connect(self._fail)
        task.start(lambda: self._write(wanted))

    def _write(self, wanted: WrittenFile) -> WrittenFile:
        self._save(*wanted)
        return wanted

    def _finish(self, written: WrittenFile) -> None:
        self._go_on()
        self.saved.emit(written)

    def _fail(self, error: Exception) -> None:
        self._go_on()
        self.failed.emit(error)

    def _go_on(self) -> None:
        self._is_writing = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(*waiting)
