"""The versions of documents that were saved: kept apart from their files, to be brought back.

Each history is a private folder: one small record for each version, and its content in compressed
objects named by their hash, so that what two versions share (most of all images) is kept once.
"""

import contextlib
import json
import os
import re
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.format import MAX_FILE_BYTES, dump_checked, parse_document
from blueprint_editor.storage.private_files import (
    BrokenRecordError,
    make_private_folder,
    parse_record,
    read_record,
    take_part,
    take_text,
    write_record,
)

MOST_VERSIONS = 30
MOST_BYTES = 200 * 1024 * 1024
MOST_BYTES_A_DOCUMENT = 60 * 1024 * 1024
_MOST_RECORD_BYTES = 2 * 1024 * 1024
_DOCUMENT = "document.json"
_OBJECT_NAME = re.compile(r"[0-9a-f]{64}\.z")
_VERSION_NAME = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}\.json")
_UNUSED_S = 60.0
"""Another process may have written an object whose version comes next; older ones are garbage."""
_MOST_PATHS = 20


class VersionSummary(NamedTuple):
    """What a version held, counted when it was kept."""

    title: str
    cards: int
    connectors: int
    marks: int


@dataclass(frozen=True)
class Version:
    """One saved version.

    Attributes:
        record: the file that tells of it.
        at: when it was saved.
        digest: SHA-256 of its content.
        summary: what it held.
        objects: names of the files with its content.
    """

    record: Path
    at: datetime
    digest: str
    summary: VersionSummary
    objects: frozenset[str]


class VersionLimits(NamedTuple):
    """How much is kept; the oldest goes first, the newest of a document stays."""

    versions: int = MOST_VERSIONS
    bytes_each: int = MOST_BYTES_A_DOCUMENT
    bytes_all: int = MOST_BYTES


class VersionStore:
    """The saved versions of all documents of a person.

    A history belongs to a document's id and its file; that of a file that was moved or renamed is
    found again by the id. Methods may be called in any thread; processes do not disturb each other.
    """

    def __init__(self, folder: Path, limits: VersionLimits | None = None) -> None:
        self._folder = folder
        self._limits = limits if limits is not None else VersionLimits()

    def limit(self, limits: VersionLimits) -> None:
        """Keep no more than this, beginning with the next version."""
        self._limits = limits

    def add(self, document: Document, path: Path, at: datetime) -> None:
        """Keep a version of a file, if those before and after it have another content.

        Args:
            document: what was saved.
            path: its file.
            at: when.

        Raises:
            FileAccessError: the operating system refused.
            DocumentError: the document is larger than any file.
        """
        data = dump_checked(document, os.fspath(path))
        digest = sha256(data).hexdigest()
        try:
            history = self._find_history(document.id, path) or self._make_history()
            _note_path(history, document.id, path)
            known = _list_versions(history)
            place = sum(version.at > at for version in known)
            if digest in {version.digest for version in known[max(0, place - 1) : place + 1]}:
                return
            _write_version(history, document, data, digest, at)
            self._tidy(history)
        except OSError as error:
            raise make_access_error(self._folder, error) from error

    def list_versions(self, document_id: str, path: Path) -> tuple[Version, ...]:
        """Return the versions of a document's file, newest first."""
        history = self._find_history(document_id, path)
        return _list_versions(history) if history is not None else ()

    def read(self, version: Version) -> Document:
        """Return the document of a version, checked like any file.

        Raises:
            BrokenRecordError: what was kept is damaged.
            DocumentError: it breaks the format.
            FileAccessError: the operating system refused.
        """
        try:
            return _read_version(version.record)
        except OSError as error:
            raise make_access_error(version.record, error) from error

    def forget(self, document_id: str, path: Path) -> None:
        """Remove all versions of a document's file for good."""
        history = self._find_history(document_id, path)
        if history is not None:
            _remove_history(history)

    def _make_history(self) -> Path:
        return make_private_folder(self._folder / os.urandom(8).hex())

    def _find_history(self, document_id: str, path: Path) -> Path | None:
        """Return the history of a file, else the newest of the same document whose file is gone."""
        wanted = os.fspath(path.absolute())
        orphans = []
        for folder in self._list_histories():
            with contextlib.suppress(OSError, BrokenRecordError):
                record = read_record(folder / _DOCUMENT, _MOST_RECORD_BYTES)
                if take_text(record, "id") != document_id:
                    continue
                paths = _parse_paths(record)
                if wanted in paths:
                    return folder
                # A copy has its own history; only what is nowhere any more has been moved.
                if not any(map(os.path.lexists, paths)):
                    orphans.append(folder)
        return max(orphans, key=lambda folder: folder.stat().st_mtime, default=None)

    def _list_histories(self) -> list[Path]:
        try:
            entries = list(os.scandir(self._folder))
        except OSError:
            return []
        return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]

    def _tidy(self, current: Path) -> None:
        """Drop the oldest versions until the limits are kept."""
        limits = self._limits
        histories = {folder: _Inventory(folder) for folder in self._list_histories()}
        mine = histories.get(current)
        if mine is None:
            return
        for version in mine.versions[limits.versions :]:
            mine.drop(version)
        while len(mine.versions) > 1 and mine.size > limits.bytes_each:
            mine.drop(mine.versions[-1])
        excess = sum(inventory.size for inventory in histories.values()) - limits.bytes_all
        oldest_first = sorted(
            (
                (version.at, folder, version)
                for folder, inventory in histories.items()
                for version in inventory.versions
                if (folder, version) != (current, mine.versions[0])
            ),
            key=lambda item: item[0],
        )
        for _, folder, version in oldest_first:
            if excess <= 0:
                break
            excess -= histories[folder].drop(version)
        for inventory in histories.values():
            inventory.sweep()


class _Inventory:
    """What one history holds, counted by what its versions name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.versions = list(_list_versions(folder))
        self._sizes = {path.name: path.stat().st_size for path in _list_files(folder, _OBJECT_NAME)}

    @property
    def size(self) -> int:
        """Bytes of all objects that the versions name."""
        used = set().union(*(version.objects for version in self.versions))
        return sum(self._sizes.get(name, 0) for name in used)

    def drop(self, version: Version) -> int:
        """Remove a version; returns how many bytes nothing names any more."""
        before = self.size
        self.versions.remove(version)
        version.record.unlink(missing_ok=True)
        return before - self.size

    def sweep(self) -> None:
        """Remove the objects that no version names, and a history without versions."""
        used = set().union(*(version.objects for version in self.versions))
        unused = [self._folder / name for name in self._sizes if name not in used]
        _remove_files(path for path in unused if _is_old(path))
        if not self.versions and not _list_versions(self._folder):
            _remove_history(self._folder)


def _note_path(history: Path, document_id: str, path: Path) -> None:
    """Note that a history is of this file, too; where it was before may be there again some day."""
    name, known = os.fspath(path.absolute()), []
    with contextlib.suppress(OSError, BrokenRecordError):
        known = _parse_paths(read_record(history / _DOCUMENT, _MOST_RECORD_BYTES))
    if name not in known:
        paths = [name, *known][:_MOST_PATHS]
        write_record(history / _DOCUMENT, {"id": document_id, "paths": paths})


def _parse_paths(record: dict[str, Any]) -> list[str]:
    paths = record.get("paths")
    if not isinstance(paths, list):
        raise BrokenRecordError("names no files")
    return [path for path in paths if isinstance(path, str)]


def _write_version(
    history: Path, document: Document, data: bytes, digest: str, at: datetime
) -> None:
    if document.assets:
        data = dump_checked(document.model_copy(update={"assets": ()}), "")
    asset_files = [_write_object(history, asset.data.encode()) for asset in document.assets]
    assets = [
        {**asset.model_dump(mode="json", exclude_defaults=True, exclude={"data"}), "object": name}
        for asset, name in zip(document.assets, asset_files, strict=True)
    ]
    record = {
        "at": at.isoformat(),
        "digest": digest,
        "title": document.title,
        "cards": len(document.cards),
        "connectors": len(document.connectors),
        "marks": len(document.marks),
        "content": _write_object(history, data),
        "assets": assets,
    }
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    write_record(history / f"{stamp}-{digest[:8]}.json", record)


def _write_object(history: Path, data: bytes) -> str:
    """Keep bytes under the name of their hash; the same bytes are kept once."""
    path = history / f"{sha256(data).hexdigest()}.z"
    if path.exists():
        # What looks unused to another process is young again.
        os.utime(path)
    else:
        write_atomically(path, zlib.compress(data))
    return path.name


def _read_object(history: Path, name: Any) -> bytes:
    if not isinstance(name, str) or not _OBJECT_NAME.fullmatch(name):
        raise BrokenRecordError("names no object")
    packed = (history / name).read_bytes()
    unpack = zlib.decompressobj()
    try:
        data = unpack.decompress(packed, MAX_FILE_BYTES)
    except zlib.error as error:
        raise BrokenRecordError(f"{name} cannot be unpacked: {error}") from error
    if not unpack.eof or f"{sha256(data).hexdigest()}.z" != name:
        raise BrokenRecordError(f"{name} is not as it was written")
    return data


def _read_version(path: Path) -> Document:
    record = read_record(path, _MOST_RECORD_BYTES)
    history, assets = path.parent, record.get("assets")
    if not isinstance(assets, list):
        raise BrokenRecordError("lists no images")
    data = _read_object(history, record.get("content"))
    if assets:
        envelope = parse_record(data, path.name)
        take_part(envelope, "document")["assets"] = [_read_asset(history, raw) for raw in assets]
        data = json.dumps(envelope).encode()
    return parse_document(data, source=os.fspath(path))


def _read_asset(history: Path, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise BrokenRecordError("an image is not as it was written")
    fields = {name: value for name, value in raw.items() if name != "object"}
    return {**fields, "data": _read_object(history, raw.get("object")).decode("ascii", "replace")}


def _list_versions(history: Path) -> tuple[Version, ...]:
    """Return the versions of a history, newest first; records that cannot be read are left out."""
    found = []
    for path in _list_files(history, _VERSION_NAME):
        with contextlib.suppress(OSError, ValueError, BrokenRecordError):
            found.append(_parse_version(path))
    return tuple(sorted(found, key=lambda version: version.at, reverse=True))


def _parse_version(path: Path) -> Version:
    record = read_record(path, _MOST_RECORD_BYTES)
    at = datetime.fromisoformat(take_text(record, "at"))
    counts = [record.get(name) for name in ("cards", "connectors", "marks")]
    numbers = [count for count in counts if type(count) is int]
    if len(numbers) < len(counts) or at.tzinfo is None:
        raise BrokenRecordError("is not as it was written")
    summary = VersionSummary(take_text(record, "title", 100_000), *numbers)
    objects = frozenset(name for name in _iter_objects(record) if isinstance(name, str))
    return Version(path, at, take_text(record, "digest", 64), summary, objects)


def _iter_objects(record: dict[str, Any]) -> Iterator[Any]:
    yield record.get("content")
    assets = record.get("assets")
    for asset in assets if isinstance(assets, list) else ():
        if isinstance(asset, dict):
            yield asset.get("object")


def _list_files(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in folder.iterdir() if pattern.fullmatch(path.name)]
    return []


def _is_old(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return time.time() - path.stat().st_mtime > _UNUSED_S
    return False


def _remove_files(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _remove_history(folder: Path) -> None:
    """Remove a history; without its first file nothing finds the rest."""
    with contextlib.suppress(OSError):
        (folder / _DOCUMENT).unlink(missing_ok=True)
        _remove_files(list(folder.iterdir()))
        folder.rmdir()
