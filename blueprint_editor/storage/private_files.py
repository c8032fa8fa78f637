"""Files that only their owner may read, for what the program keeps by itself."""

import json
import os
from pathlib import Path
from typing import Any

from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.storage.atomic import write_atomically

PRIVATE = 0o700


class BrokenRecordError(BlueprintError):
    """A file that the program wrote for itself does not hold what it wrote."""


def make_private_folder(path: Path) -> Path:
    """Make a folder, and those above it, that nobody else may look into.

    Raises:
        OSError: the operating system refused.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=PRIVATE, exist_ok=True)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(PRIVATE)
    return path


def read_record(path: Path, most_bytes: int) -> dict[str, Any]:
    """Return the JSON object of a small file.

    Raises:
        BrokenRecordError: it is larger than ``most_bytes``, no JSON or no object.
        OSError: the operating system refused; FileNotFoundError if there is none.
    """
    with path.open("rb") as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise BrokenRecordError(f"{path.name} is larger than it can be")
    return parse_record(data, path.name)


def parse_record(data: bytes, name: str) -> dict[str, Any]:
    """Return the JSON object that stands in bytes.

    Raises:
        BrokenRecordError: there is none.
    """
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenRecordError(f"{name} holds no JSON: {error}") from error
    if not isinstance(raw, dict):
        raise BrokenRecordError(f"{name} holds no object")
    return raw


def write_record(path: Path, record: dict[str, Any]) -> None:
    """Write a JSON object, whole or not at all.

    Raises:
        FileAccessError: the operating system refused.
    """
    write_atomically(path, dump_record(record))


def dump_record(record: dict[str, Any]) -> bytes:
    """Return the bytes of a JSON object."""
    # A file name may hold bytes that are no UTF-8; JSON's own escapes keep them.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace")


def take_part(record: dict[str, Any], name: str) -> dict[str, Any]:
    """Return an object that stands in a record.

    Raises:
        BrokenRecordError: there is none.
    """
    value = record.get(name)
    if not isinstance(value, dict):
        raise BrokenRecordError(f"{name} is no object as it was written")
    return value


def take_text(record: dict[str, Any], name: str, most: int = 10_000) -> str:
    """Return a text of a record.

    Raises:
        BrokenRecordError: it is missing, no text or too long.
    """
    value = record.get(name)
    if not isinstance(value, str) or len(value) > most:
        raise BrokenRecordError(f"{name} is no text as it was written")
    return value
