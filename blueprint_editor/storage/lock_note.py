"""A note beside a file that tells who has it open; a stale one is ignored.

It warns people of each other. It keeps nobody out: the file guard does that when it comes to it.
"""

import contextlib
import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.private_files import (
    BrokenRecordError,
    dump_record,
    make_private_folder,
    read_record,
    take_text,
    write_record,
)
from blueprint_editor.storage.processes import (
    ProcessMark,
    is_here,
    is_running,
    parse_mark,
    this_process,
)

STALE_AFTER = timedelta(days=1)
"""A note of another machine that was not renewed for so long is ignored."""
RENEW_AFTER = timedelta(hours=6)
_MOST_BYTES = 16 * 1024
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Holder:
    """Who has a file open, since when (in UTC), and where."""

    user: str
    process: ProcessMark
    at: datetime

    @property
    def host(self) -> str:
        return self.process.host


class LockNote:
    """The note of one open document. :meth:`follow` touches no disk; the rest is for a worker."""

    def __init__(self, folder: Path, find_name: Callable[[], str] = str) -> None:
        """Leave notes.

        Args:
            folder: a private one, used where the file's own folder cannot be written.
            find_name: the name that others read; where it is empty, that of the system's user.
        """
        self._folder = folder
        self._find_name = find_name
        self._file: Path | None = None
        self._place: Path | None = None
        self._places: tuple[Path, ...] = ()
        self._token = os.urandom(8).hex()
        self._lock = Lock()

    @property
    def is_held(self) -> bool:
        return self._place is not None

    def follow(self, file: Path | None) -> None:
        """Say of which file the note shall be from now on; calls to the rest may come late."""
        self._file = file

    def take(self) -> Holder | None:
        """Leave a note for the file, or return who has it."""
        with self._lock:
            if not self._move():
                return None
            for place in self._places:
                holder = self._find_holder(place)
                if holder is not None:
                    return holder
            beside = self._places[0]
            if not beside.exists() and not self._create(beside):
                # Somebody was quicker, or there is no writing there.
                holder = self._find_holder(beside)
                if holder is not None:
                    return holder
            self._write()
            return None

    def seize(self) -> None:
        """Leave a note whoever has the file; where none can be left, there is none."""
        with self._lock:
            if self._move():
                self._write()

    def renew(self) -> None:
        """Tell that the file is still open; a note that somebody else has replaced stays."""
        with self._lock:
            if self._place is not None and self._is_ours(self._place):
                with contextlib.suppress(OSError, FileAccessError):
                    write_record(self._place, self._make_record())

    def release(self) -> None:
        """Remove the note, unless somebody else has replaced it."""
        self._file = None
        with self._lock:
            self._remove()

    def _move(self) -> bool:
        """Leave the file before; tells whether there is another to leave a note for."""
        places = () if self._file is None else self._find_places(self._file)
        if places and places == self._places and self._place is not None:
            return False
        self._remove()
        self._places = places
        return bool(places)

    def _remove(self) -> None:
        place, self._place = self._place, None
        if place is not None and self._is_ours(place):
            with contextlib.suppress(OSError):
                place.unlink()

    def _write(self) -> None:
        record = self._make_record()
        for place in self._places:
            with contextlib.suppress(OSError, FileAccessError):
                if place.parent == self._folder:
                    make_private_folder(self._folder)
                write_record(place, record)
                self._place = place
                return

    def _create(self, place: Path) -> bool:
        try:
            with place.open("xb") as file:
                file.write(dump_record(self._make_record()))
        except OSError:
            return False
        return True

    def _find_places(self, file: Path) -> tuple[Path, ...]:
        real = Path(os.path.realpath(file))
        key = sha256(os.fsencode(real)).hexdigest()[:32]
        apart = self._folder / f"{key}.json"
        if len(os.fsencode(real.name)) > _LONGEST_NAME:
            return (apart,)
        return (real.with_name(f".{real.name}.lock"), apart)

    def _make_record(self) -> dict[str, Any]:
        return {
            "program": "blueprint-editor",
            "user": self._find_name() or _find_user(),
            **this_process().to_record(),
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "token": self._token,
        }

    def _is_ours(self, path: Path) -> bool:
        try:
            return read_record(path, _MOST_BYTES).get("token") == self._token
        except (OSError, BrokenRecordError):
            return False

    def _find_holder(self, path: Path) -> Holder | None:
        try:
            record = read_record(path, _MOST_BYTES)
            process = parse_mark(record)
            at = datetime.fromisoformat(take_text(record, "at", 100))
            user = take_text(record, "user", 300)
        except (OSError, ValueError, BrokenRecordError):
            return None
        if record.get("token") == self._token or at.tzinfo is None:
            return None
        if is_here(process):
            return Holder(user, process, at) if is_running(process) else None
        return Holder(user, process, at) if datetime.now(UTC) - at < STALE_AFTER else None


def _find_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
