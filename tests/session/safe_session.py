"""A session with all its safety nets in a folder of its own."""

from pathlib import Path
from typing import NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.safety import DocumentSafety, SafetyStores
from blueprint_editor.storage.file_guard import FileGuard, read_file
from blueprint_editor.storage.journal import JournalStore
from blueprint_editor.storage.versions import VersionStore
from tests.session.small_poster import SmallComposer


class SafeSession(NamedTuple):
    session: DocumentSession
    safety: DocumentSafety
    stores: SafetyStores


def make_stores(folder: Path) -> SafetyStores:
    return SafetyStores(
        JournalStore(folder / "journals"), VersionStore(folder / "versions"), folder / "locks"
    )


def open_safely(folder: Path, document: Document, path: Path | None = None) -> SafeSession:
    """Open a document, or the file at ``path``."""
    stores, guard = make_stores(folder), FileGuard()
    read = read_file(path) if path is not None else None
    shown = read.document if read is not None else document
    session = DocumentSession(shown, SmallComposer(), guard.save, path)
    safety = DocumentSafety(session, guard, stores)
    if read is not None:
        safety.begin(read.document, path, read.state)
    return SafeSession(session, safety, stores)
