"""The file of a service library: one person's own, one passed on, and the one that comes along."""

import codecs
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from blueprint_editor import __version__
from blueprint_editor.model.errors import DocumentError, FileAccessError, NewerFormatError, Problem
from blueprint_editor.model.library import MOST_ENTRIES, LibraryEntry
from blueprint_editor.model.record import Record, Text
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.format import read_document_bytes
from blueprint_editor.storage.private_files import make_private_folder
from blueprint_editor.storage.raw_json import quote, read_raw_json
from blueprint_editor.storage.wording import tell_problems

LIBRARY_FORMAT: Final = "service-blueprint-library"
LIBRARY_VERSION: Final = 1
_MOST_PROBLEMS = 1000


class LibraryEnvelope(Record):
    """All that stands in the file."""

    format: Literal["service-blueprint-library"] = LIBRARY_FORMAT
    format_version: Literal[1] = LIBRARY_VERSION
    app_version: Text = ""
    entries: Annotated[tuple[LibraryEntry, ...], Field(max_length=MOST_ENTRIES)] = ()


class LibraryStore:
    """One person's own library on disk. Nothing is kept in memory: several programs may write."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[LibraryEntry, ...]:
        """Return the entries; none where there is no file yet.

        Raises:
            DocumentError: the file breaks the format; holds every problem.
            FileAccessError: the operating system refused.
        """
        try:
            return load_library(self.path)
        except FileAccessError as error:
            if error.fault in {"missing", "missing_folder"}:
                return ()
            raise

    def change(
        self, edit: Callable[[tuple[LibraryEntry, ...]], tuple[LibraryEntry, ...]]
    ) -> tuple[LibraryEntry, ...]:
        """Do an edit to what the file holds by now, write it whole or not at all, and return it.

        Raises:
            DocumentError: the file breaks the format, and is left as it is; or the entries would
                be too many.
            FileAccessError: the operating system refused; the old file stays.
        """
        entries = edit(self.read())
        data = dump_library(entries)
        try:
            make_private_folder(self.path.parent)
        except OSError as error:
            raise make_access_error(self.path, error) from error
        write_atomically(self.path, data)
        return entries


def load_library(path: str | os.PathLike[str]) -> tuple[LibraryEntry, ...]:
    """Read a library's file; the file is only read.

    Raises:
        DocumentError: it breaks the format; holds every problem.
        FileAccessError: the operating system refused.
    """
    return parse_library(read_document_bytes(path), os.fspath(path))


def dump_library(entries: tuple[LibraryEntry, ...]) -> bytes:
    """Return a library's file: UTF-8, fields in the format's order, defaults left out.

    Raises:
        DocumentError: there are more entries than a file may hold.
    """
    if len(entries) > MOST_ENTRIES:
        raise DocumentError((_TOO_MANY,))
    raw = {
        "format": LIBRARY_FORMAT,
        "format_version": LIBRARY_VERSION,
        "app_version": __version__,
        "entries": [entry.model_dump(exclude_defaults=True) for entry in entries],
    }
    return json.dumps(raw, ensure_ascii=False, indent=1).encode() + b"\n"


_TOO_MANY = Problem("/entries", f"holds more than {MOST_ENTRIES} items")


def parse_library(data: bytes, source: str = "") -> tuple[LibraryEntry, ...]:
    """Return the entries that stand in a file's bytes.

    Raises:
        DocumentError: the data breaks the format; holds every problem and ``source``.
        NewerFormatError: the data needs a newer program.
    """
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text: byte {error.start + 1} is 0x{data[error.start]:02X}"
        raise DocumentError((Problem("", message),), source) from error
    raw, problems = read_raw_json(text)
    if raw is None and problems:
        raise DocumentError(problems, source)
    if not isinstance(raw, dict) or raw.get("format") != LIBRARY_FORMAT:
        message = f'is not a service library (no "format": "{LIBRARY_FORMAT}" at its start)'
        raise DocumentError((*problems, Problem("", message)), source)
    version = raw.get("format_version")
    if type(version) is int and version > LIBRARY_VERSION:
        message = f"format version {version} needs a newer program"
        raise NewerFormatError(Problem("/format_version", message), source, version)
    entries = _read_entries(raw, found := list(problems))
    if found:
        raise DocumentError(tuple(found[:_MOST_PROBLEMS]), source)
    return entries


def _read_entries(raw: dict[str, object], found: list[Problem]) -> tuple[LibraryEntry, ...]:
    """Return the entries of a raw library and note every problem of it."""
    items = raw.get("entries", [])
    frame = {**raw, "entries": []} if isinstance(items, list) else raw
    try:
        LibraryEnvelope.model_validate_json(json.dumps(frame))
    except ValidationError as error:
        found += tell_problems(error)
    if not isinstance(items, list) or len(items) > MOST_ENTRIES:
        found += [_TOO_MANY] if isinstance(items, list) else []
        return ()
    entries: list[LibraryEntry] = []
    known: set[str] = set()
    for number, item in enumerate(items):
        place = f"/entries/{number}"
        try:
            entry = LibraryEntry.model_validate_json(json.dumps(item))
        except ValidationError as error:
            found += tell_problems(error, place)
            continue
        if entry.id in known:
            found.append(Problem(f"{place}/id", f"the id {quote(entry.id)} is used twice"))
        known.add(entry.id)
        entries.append(entry)
    return tuple(entries)
