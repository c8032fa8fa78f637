"""Older format versions to the present one, one step a version, on raw JSON values."""

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, TypeAlias

from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.long_paths import for_system

RawEnvelope: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[RawEnvelope], RawEnvelope]
Migrations: TypeAlias = Mapping[int, Migration]
"""Format version → the step from it to the next; each may change the given value in place."""

MIGRATIONS: Migrations = MappingProxyType({})
"""Version 1 is the first, so there is nothing to migrate from yet."""


def migrate(
    raw: RawEnvelope, version: int, target: int, migrations: Migrations, source: str = ""
) -> RawEnvelope:
    """Bring a raw envelope from ``version`` up to ``target`` and set its ``format_version``.

    Raises:
        DocumentError: no step leads from some version, or the raw data is not what a step needs.
    """
    for number in range(version, target):
        step = migrations.get(number)
        if step is None:
            message = f"format version {number} was never released"
            raise DocumentError((Problem("/format_version", message),), source)
        try:
            raw = step(raw)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            message = f"cannot be brought from format version {number} to {number + 1}: {error!r}"
            raise DocumentError((Problem("/document", message),), source) from error
        raw["format_version"] = number + 1
    return raw


def keep_older_version(path: str | os.PathLike[str], present: int) -> Path | None:
    """Copy a file of an older format to ``NAME.vN.bak`` beside it, unless that is there already.

    To be called before the file is written in the ``present`` version; returns the new copy.

    Raises:
        FileAccessError: the operating system refused; nothing was changed.
    """
    try:
        with for_system(path).open("rb") as file:
            version = _find_version(file)
            if version is None or version >= present:
                return None
            file.seek(0)
            data = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise make_access_error(path, error) from error
    copy = Path(f"{os.fspath(path)}.v{version}.bak")
    if for_system(copy).exists():
        return None
    write_atomically(copy, data)
    return copy


_OWN_HEAD = re.compile(
    rb'\s*\{\s*"format":\s*"service-blueprint",\s*"format_version":\s*(\d{1,9}),'
)


def _find_version(file: IO[bytes]) -> int | None:
    """Return a file's format version; the start of one that this program wrote tells it."""
    head = file.read(256)
    if (found := _OWN_HEAD.match(head)) is not None:
        return int(found.group(1))
    try:
        raw = json.loads(head + file.read())
    except (ValueError, RecursionError):
        return None
    version = raw.get("format_version") if isinstance(raw, dict) else None
    return version if isinstance(version, int) else None
