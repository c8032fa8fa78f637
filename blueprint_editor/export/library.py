"""A service library from and to files: a table or the library's own kind, by the ending."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from blueprint_editor.commands.identity import make_random_tail
from blueprint_editor.model.library import LibraryEntry, ReadEntries
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.csv_table import CellFault
from blueprint_editor.storage.format import read_document_bytes
from blueprint_editor.storage.library_file import dump_library, load_library
from blueprint_editor.storage.library_table import (
    TABLE_ENDING,
    read_library_table,
    write_library_table,
)

LIBRARY_ENDINGS = (TABLE_ENDING, ".json")


class Found(NamedTuple):
    """What a file holds; ``is_old_encoding``: its letters were guessed."""

    entries: ReadEntries
    faults: Sequence[CellFault] = ()
    is_old_encoding: bool = False


def read_entries(path: str | os.PathLike[str]) -> Found:
    """Return what a library or a table holds.

    Raises:
        DocumentError, TableError: it is none.
        FileAccessError: the operating system refused.
    """
    if not _is_table(path):
        return Found(ReadEntries(load_library(path)))
    table = read_library_table(read_document_bytes(path), lambda: f"lib-{make_random_tail()}")
    return Found(table.entries, table.faults, table.encoding == "cp1252")


def write_entries(
    path: str | os.PathLike[str], entries: Sequence[LibraryEntry], language: str
) -> None:
    """Write a table in a language, or a library.

    Raises:
        FileAccessError: the operating system refused.
    """
    if _is_table(path):
        write_atomically(path, write_library_table(entries, language))
    else:
        write_atomically(path, dump_library(tuple(entries)))


def _is_table(path: str | os.PathLike[str]) -> bool:
    return Path(path).suffix.lower() == TABLE_ENDING
