"""The library of the running program: a person's own entries and those that come along."""

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from blueprint_editor.model.errors import BlueprintError

if TYPE_CHECKING:
    from blueprint_editor.model.library import LibraryEntry
    from blueprint_editor.storage.library_file import LibraryStore


class Shelf(QObject):
    """One for all windows; nothing is read before somebody looks.

    Signals:
        changed: there are other entries now.
    """

    changed = Signal()

    def __init__(self, own_path: Path, field_path: Path, parent: QObject | None = None) -> None:
        """Keep a person's own entries in ``own_path``; those of the field are only read."""
        super().__init__(parent)
        self._own_path = own_path
        self._field_path = field_path
        self._own: tuple[LibraryEntry, ...] = ()
        self._fault: BlueprintError | None = None
        self._seen: tuple[int, int] | None = (0, 0)

    @cached_property
    def _store(self) -> "LibraryStore":
        from blueprint_editor.storage.library_file import LibraryStore  # noqa: PLC0415 - late

        return LibraryStore(self._own_path)

    @cached_property
    def field(self) -> tuple["LibraryEntry", ...]:
        """What comes along with the program."""
        from blueprint_editor.storage.library_file import load_library  # noqa: PLC0415 - late

        return load_library(self._field_path)

    @property
    def own(self) -> tuple["LibraryEntry", ...]:
        """The person's own entries; none while :attr:`fault` says why they cannot be read."""
        self._look()
        return self._own

    @property
    def fault(self) -> BlueprintError | None:
        """Why the person's own file cannot be read; it stays as it is then."""
        self._look()
        return self._fault

    @property
    def path(self) -> Path:
        """Where the person's own entries lie."""
        return self._own_path

    @property
    def by_id(self) -> Mapping[str, "LibraryEntry"]:
        """All entries by their ids; a person's own stands before one that comes along."""
        return MappingProxyType({entry.id: entry for entry in (*self.field, *self.own)})

    def renew(self) -> None:
        """Read what another program may have written meanwhile."""
        before = self._own, self._fault
        self._look()
        if before != (self._own, self._fault):
            self.changed.emit()

    def _look(self) -> None:
        """Read the file if it is another than before."""
        try:
            status = os.stat(self._own_path)  # noqa: PTH116 - twice as fast, and asked often
            state = (status.st_mtime_ns, status.st_size)
        except OSError:
            state = None
        if state == self._seen:
            return
        self._seen = state
        try:
            self._own, self._fault = self._store.read(), None
        except BlueprintError as error:
            self._own, self._fault = (), error

    def change(
        self, edit: "Callable[[tuple[LibraryEntry, ...]], tuple[LibraryEntry, ...]]"
    ) -> None:
        """Do an edit to the person's own entries and keep them.

        Raises:
            DocumentError, FileAccessError: they cannot be kept; all is as it was.
        """
        self._store.change(edit)
        self._seen = (0, 0)
        self._look()
        self.changed.emit()
