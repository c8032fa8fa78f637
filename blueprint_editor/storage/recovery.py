"""Unsaved work beside the file that it belongs to: what would come back, and whereto."""

from pathlib import Path
from typing import NamedTuple

from blueprint_editor.model.comparison import Comparison, compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.storage.file_guard import ReadFile, read_file
from blueprint_editor.storage.journal import DamagedJournalError, JournalStore, RecoverableWork


class ExaminedWork(NamedTuple):
    """Unsaved work that can be brought back.

    Attributes:
        work: where it was found.
        document: the document as it was when the program ended.
        file: its file as it is now; None if it has none, or that cannot be read.
        comparison: how the work differs from that file.
        is_home: the file is as the program last knew it, so that the work can go back there.
    """

    work: RecoverableWork
    document: Document
    file: ReadFile | None
    comparison: Comparison | None
    is_home: bool


class FoundWork(NamedTuple):
    """What a look found: unsaved work, newest first, and folders of work that cannot be read."""

    works: tuple[ExaminedWork, ...]
    damaged: tuple[Path, ...]


def find_work(store: JournalStore) -> FoundWork:
    """Read all unsaved work that programs which are gone have left; never fails.

    Work that says what its file says is removed; there is nothing to bring back.
    """
    listed = store.list_recoverable()
    works: list[ExaminedWork] = []
    damaged = list(listed.damaged)
    for work in listed.works:
        try:
            examined = _examine(store, work)
        except DamagedJournalError as error:
            damaged.append(error.kept_in)
            continue
        if examined.comparison is not None and not examined.comparison:
            store.discard(work)
        else:
            works.append(examined)
    return FoundWork(tuple(works), tuple(damaged))


def _examine(store: JournalStore, work: RecoverableWork) -> ExaminedWork:
    document = store.read(work)
    path, digest = work.place
    try:
        file = read_file(path) if path is not None else None
    except BlueprintError:
        file = None
    if file is None or file.document.id != document.id:
        return ExaminedWork(work, document, None, None, is_home=False)
    comparison = compare_documents(file.document, document)
    return ExaminedWork(work, document, file, comparison, is_home=file.state.digest == digest)
