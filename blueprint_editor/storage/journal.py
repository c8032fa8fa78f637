"""The autosave journal: unsaved work on the disk, to be found again after a crash.

Each open document has a folder of its own: who writes it, a whole document (the base), and what
differs from it now. Every file is replaced whole, so that a crash leaves the state before or after
one edit. A journal whose process is gone is work to recover.
"""

import contextlib
import json
import logging
import os
import re
import shutil
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.document_changes import apply_changes, describe_changes
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.format import (
    dump_checked,
    parse_document,
    read_document_bytes,
)
from blueprint_editor.storage.private_files import (
    BrokenRecordError,
    dump_record,
    make_private_folder,
    parse_record,
    read_record,
    take_part,
    take_text,
    write_record,
)
from blueprint_editor.storage.processes import is_here, is_running, parse_mark, this_process

MOST_CHANGES_BYTES = 256 * 1024
"""What differs from the base is written anew at each edit; once it is larger, the base is."""
_MOST_RECORD_BYTES = 4 * 1024 * 1024
_OWNER, _CHANGES = "owner.json", "changes.json"
_BASE_NAME = re.compile(r"base-[0-9a-f]{16}\.blueprint")
_SET_ASIDE = "set-aside"
_VERSION = 1
_SILENCE_S = 3600.0
"""A process of another machine (a shared home) that has not written for so long counts as gone."""
_BEGINNING_S = 60.0
"""A folder without a note of its owner may just be coming to be."""

_log = logging.getLogger(__name__)


class DamagedJournalError(BlueprintError):
    """Autosaved work cannot be read.

    Attributes:
        kept_in: the folder where it lies now.
    """

    def __init__(self, kept_in: Path, why: object) -> None:
        super().__init__(f"autosaved work cannot be read and was kept in {kept_in}: {why}")
        self.kept_in = kept_in


class WorkPlace(NamedTuple):
    """Where the work belongs.

    Attributes:
        path: the document's file; None if it was never saved.
        digest: SHA-256 of that file as the program last knew it, empty if it is not known.
    """

    path: Path | None = None
    digest: str = ""


class RecoverableWork(NamedTuple):
    """Unsaved work that a program which is gone has left.

    Attributes:
        folder: its journal.
        title: the document's title.
        at: when it was written.
        place: where it belongs.
    """

    folder: Path
    title: str
    at: datetime
    place: WorkPlace


class ListedWork(NamedTuple):
    """What journals tell of: work to recover, newest first, and folders of damaged work."""

    works: tuple[RecoverableWork, ...]
    damaged: tuple[Path, ...]


class Journal:
    """The journal of one open document; may be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base: Document | None = None
        self._base_file = ""
        self._is_closed = False
        self._lock = Lock()

    @property
    def folder(self) -> Path:
        return self._folder

    def write(self, document: Document, place: WorkPlace) -> None:
        """Put the document on the disk; it is there when this returns.

        Raises:
            DocumentError: it is larger than any file may be.
            FileAccessError: the operating system refused; what was written before stays.
        """
        with self._lock:
            if self._is_closed:
                return
            try:
                self._claim()
                data = b"" if self._base is None else self._dump(self._base, document, place)
                if not data or len(data) > MOST_CHANGES_BYTES:
                    self._write_base(document)
                    data = self._dump(document, document, place)
                write_atomically(self._folder / _CHANGES, data)
                self._remove_old_bases()
            except OSError as error:
                raise make_access_error(self._folder, error) from error

    def clear(self) -> None:
        """Forget the work: the document is as its file is. The base stays for what comes next."""
        with self._lock, contextlib.suppress(OSError):
            (self._folder / _CHANGES).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the journal; nothing is written to it any more."""
        with self._lock:
            self._is_closed = True
            _remove(self._folder)

    def claim(self) -> None:
        """Make the journal of a process that is gone this process's own.

        Raises:
            FileAccessError: the operating system refused.
        """
        with self._lock:
            try:
                self._claim()
            except OSError as error:
                raise make_access_error(self._folder, error) from error

    def _claim(self) -> None:
        owner = this_process().to_record()
        path = self._folder / _OWNER
        with contextlib.suppress(OSError, BrokenRecordError):
            if read_record(path, _MOST_RECORD_BYTES) == owner:
                return
        # A folder that somebody emptied has no base any more, either.
        self._base = None
        make_private_folder(self._folder)
        write_record(path, owner)

    def _write_base(self, document: Document) -> None:
        data = dump_checked(document, os.fspath(self._folder))
        name = f"base-{sha256(data).hexdigest()[:16]}.blueprint"
        write_atomically(self._folder / name, data)
        self._base, self._base_file = document, name

    def _dump(self, base: Document, document: Document, place: WorkPlace) -> bytes:
        record = {
            "journal_version": _VERSION,
            "at": datetime.now(UTC).isoformat(),
            "title": document.title,
            "path": None if place.path is None else os.fspath(place.path.absolute()),
            "digest": place.digest,
            "base": self._base_file,
            "changes": describe_changes(base, document),
        }
        return dump_record(record)

    def _remove_old_bases(self) -> None:
        for path in self._folder.glob("base-*"):
            if path.name != self._base_file:
                path.unlink(missing_ok=True)


class JournalStore:
    """All journals of a person, in one private folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self) -> Journal:
        """Return a journal for a document that is open now; nothing is written yet."""
        return Journal(self._folder / os.urandom(8).hex())

    def list_recoverable(self) -> ListedWork:
        """Return the work that processes which are gone have left; never fails.

        Damaged journals are moved aside; those with nothing unsaved are removed.
        """
        works: list[RecoverableWork] = []
        damaged: list[Path] = []
        for folder in self._list_folders():
            try:
                if _is_in_use(folder):
                    continue
                works.append(_read_work(folder))
            except FileNotFoundError:
                _remove(folder)
            except (OSError, BrokenRecordError) as error:
                damaged.append(self._set_aside(folder, error))
        works.sort(key=lambda work: work.at, reverse=True)
        return ListedWork(tuple(works), tuple(damaged))

    def _list_folders(self) -> list[Path]:
        try:
            entries = list(os.scandir(self._folder))
        except OSError:
            return []
        return sorted(
            Path(entry.path)
            for entry in entries
            if entry.is_dir(follow_symlinks=False) and entry.name != _SET_ASIDE
        )

    def read(self, work: RecoverableWork) -> Document:
        """Return the document of unsaved work, checked like any file.

        Raises:
            DamagedJournalError: it cannot be read; it was moved aside.
        """
        try:
            return _read_document(work.folder)
        except (OSError, BlueprintError) as error:
            raise DamagedJournalError(self._set_aside(work.folder, error), error) from error

    def take_over(self, work: RecoverableWork) -> Journal:
        """Return the journal of recovered work, to be gone on with; it is never missing meanwhile.

        Raises:
            FileAccessError: the operating system refused.
        """
        journal = Journal(work.folder)
        journal.claim()
        return journal

    def discard(self, work: RecoverableWork) -> None:
        """Remove unsaved work for good."""
        _remove(work.folder)

    def forget(self, path: Path) -> None:
        """Remove all unsaved work on one file that processes which are gone have left."""
        for work in self.list_recoverable().works:
            if work.place.path == path.absolute():
                self.discard(work)

    def _set_aside(self, folder: Path, why: Exception) -> Path:
        target = self._folder / _SET_ASIDE / folder.name
        try:
            make_private_folder(target.parent)
            folder.rename(target)
        except OSError as error:
            _log.info("damaged work stays in %s: %s", folder, error)
            return folder
        _log.info("damaged work was moved to %s: %s", target, why)
        return target


def _remove(folder: Path) -> None:
    """Remove a journal; what makes it one goes first, so that no rest of it is ever offered."""
    with contextlib.suppress(OSError):
        (folder / _CHANGES).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _is_in_use(folder: Path) -> bool:
    """Tell whether the process that writes a journal is still there."""
    try:
        mark = parse_mark(read_record(folder / _OWNER, _MOST_RECORD_BYTES))
    except FileNotFoundError:
        return _silence_s(folder) < _BEGINNING_S
    except BrokenRecordError:
        return False
    if is_here(mark):
        return is_running(mark)
    return _silence_s(folder) < _SILENCE_S


def _silence_s(folder: Path) -> float:
    """Return how long nobody has written to a journal."""
    return time.time() - folder.stat().st_mtime


def _read_work(folder: Path) -> RecoverableWork:
    record = read_record(folder / _CHANGES, _MOST_RECORD_BYTES)
    if record.get("journal_version") != _VERSION:
        raise BrokenRecordError("is of another version of the program")
    try:
        at = datetime.fromisoformat(take_text(record, "at"))
    except ValueError as error:
        raise BrokenRecordError(str(error)) from error
    if at.tzinfo is None:
        raise BrokenRecordError("tells a time of no zone")
    path = None if record.get("path") is None else Path(take_text(record, "path"))
    place = WorkPlace(path, take_text(record, "digest"))
    return RecoverableWork(folder, take_text(record, "title", 100_000), at, place)


def _read_document(folder: Path) -> Document:
    record = read_record(folder / _CHANGES, _MOST_RECORD_BYTES)
    base, changes = take_text(record, "base"), take_part(record, "changes")
    if not _BASE_NAME.fullmatch(base):
        raise BrokenRecordError("names no base")
    data = read_document_bytes(folder / base)
    if f"base-{sha256(data).hexdigest()[:16]}.blueprint" != base:
        raise BrokenRecordError("the base is not as it was written")
    envelope = parse_record(data, base)
    envelope["document"] = apply_changes(take_part(envelope, "document"), changes)
    return parse_document(json.dumps(envelope).encode())
