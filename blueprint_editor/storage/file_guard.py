"""One document's file as the program last knew it, so that nobody else's work is overwritten."""

import contextlib
import os
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError, FileAccessError
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.format import (
    dump_checked,
    parse_document,
    read_document_bytes,
    write_document_bytes,
)
from blueprint_editor.storage.long_paths import for_system

FileCondition = Literal["same", "changed", "missing", "missing_folder"]


class FileState(NamedTuple):
    """What a file held: size in bytes, time of its last change in ns, SHA-256 of its bytes."""

    size: int
    mtime_ns: int
    digest: str


class ReadFile(NamedTuple):
    """A document and the state of the file that it was read from."""

    document: Document
    state: FileState


def read_file(path: Path) -> ReadFile:
    """Read a document file and remember its state.

    Raises:
        DocumentError: the file breaks the format; holds every problem.
        FileAccessError: the operating system refused.
    """
    # First the times, then the bytes: what is replaced in between is noticed later.
    try:
        status = for_system(path).stat()
    except OSError as error:
        raise make_access_error(path, error) from error
    data = read_document_bytes(path)
    document = parse_document(data, source=os.fspath(path))
    return ReadFile(document, FileState(len(data), status.st_mtime_ns, _digest(data)))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


class FileGuard:
    """Saves a document to its file, but not over what somebody else wrote there.

    Its methods read and write files and may be called from any thread.
    """

    def __init__(self) -> None:
        self._path: Path | None = None
        self._state: FileState | None = None
        self._lock = Lock()

    @property
    def digest(self) -> str:
        """SHA-256 of the file as it was last known; empty without a file."""
        state = self._state
        return "" if state is None else state.digest

    def adopt(self, path: Path | None, state: FileState | None) -> None:
        """Guard another file, in the state in which the document was read from it."""
        with self._lock:
            self._path, self._state = path, state

    def accept(self) -> None:
        """Take the file as it is now for known: the person has decided to write over it."""
        with self._lock:
            if self._path is not None:
                self._state = None

    def save(self, document: Document, path: Path) -> None:
        """Write the document to its file; at a path that is not guarded, without looking.

        Raises:
            DocumentError: the file would be larger than any program reads.
            FileAccessError: the operating system refused, or the fault is ``changed``: somebody
                else has written to the file. It stays as it is.
        """
        data = dump_checked(document, os.fspath(path))
        with self._lock:
            if path == self._path and self._find_condition() == "changed":
                raise FileAccessError(os.fspath(path), "changed")
            write_document_bytes(data, path)
            self._path = path
            self._state = FileState(len(data), _find_mtime(path, len(data)), _digest(data))

    def look(self) -> FileCondition:
        """Return what has become of the file since it was read or saved."""
        with self._lock:
            return self._find_condition()

    def _find_condition(self) -> FileCondition:
        if self._path is None or self._state is None:
            return "same"
        path, state = for_system(self._path), self._state
        # These two answer for a place that may not be looked at, too; pathlib's raise.
        if not os.path.isfile(path):  # noqa: PTH113
            return "missing" if os.path.isdir(path.parent) else "missing_folder"  # noqa: PTH112
        with contextlib.suppress(OSError, BlueprintError):
            status = path.stat()
            if (status.st_size, status.st_mtime_ns) == (state.size, state.mtime_ns):
                return "same"
            if status.st_size == state.size and _digest(read_document_bytes(path)) == state.digest:
                self._state = state._replace(mtime_ns=status.st_mtime_ns)
                return "same"
        return "changed"


def _find_mtime(path: Path, size: int) -> int:
    """Return a file's time; one that fits no file if somebody has written there already."""
    try:
        status = for_system(path).stat()
    except OSError:
        return -1
    return status.st_mtime_ns if status.st_size == size else -1
