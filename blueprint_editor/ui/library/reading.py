"""Files of entries, read and written by their endings, and what is said when that fails."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox, QWidget

from blueprint_editor.commands.identity import make_random_tail
from blueprint_editor.model.library import LibraryEntry, ReadEntries
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.format import read_document_bytes
from blueprint_editor.storage.library_file import dump_library, load_library
from blueprint_editor.storage.library_table import (
    TABLE_ENDING,
    CellFault,
    LibraryTableError,
    read_library_table,
    write_library_table,
)
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.library.sentences import tell_table_error


class Found(NamedTuple):
    """What a file holds; ``is_old_encoding``: its letters were guessed."""

    entries: ReadEntries
    faults: Sequence[CellFault] = ()
    is_old_encoding: bool = False


def read_entries(path: Path) -> Found:
    """Return what a library or a table holds.

    Raises:
        DocumentError, LibraryTableError: it is none.
        FileAccessError: the operating system refused.
    """
    if path.suffix.lower() != TABLE_ENDING:
        return Found(ReadEntries(load_library(path)))
    table = read_library_table(read_document_bytes(path), lambda: f"lib-{make_random_tail()}")
    return Found(table.entries, table.faults, table.encoding == "cp1252")


def write_entries(path: Path, entries: tuple[LibraryEntry, ...], language: str) -> None:
    """Write a table in a language, or a library.

    Raises:
        FileAccessError: the operating system refused.
    """
    is_table = path.suffix.lower() == TABLE_ENDING
    write_atomically(
        path, write_library_table(entries, language) if is_table else dump_library(entries)
    )


def show_library_error(parent: QWidget, what: str, error: Exception) -> QMessageBox:
    """Say what could not be done with the library, and why."""
    box = show_error(parent, what, error, is_reading=True)
    if isinstance(error, LibraryTableError):
        box.setInformativeText(tell_table_error(error))
        box.setDetailedText("")
    return box
