"""The cards or the actors of a document to a table, and what such a table says."""

import os

from blueprint_editor.export.languages import translate_document
from blueprint_editor.export.texts import TextResult
from blueprint_editor.model.document import Document
from blueprint_editor.model.table_rows import TableKind
from blueprint_editor.model.translated import find_untranslated
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.storage.document_table import FoundRows, read_table, write_table
from blueprint_editor.storage.format import read_document_bytes


def export_table(
    document: Document,
    path: str | os.PathLike[str],
    kind: TableKind = "cards",
    language: str | None = None,
) -> TextResult:
    """Write all cards and waiting notes, or all actors, whatever a filter of the poster says.

    Raises:
        ExportError: the document has no texts in the language.
        FileAccessError: the operating system refused.
    """
    wanted = language or document.language
    data = write_table(translate_document(document, wanted), kind)
    write_atomically(path, data)
    untranslated = find_untranslated(document, wanted) if wanted != document.language else 0
    return TextResult(len(data), untranslated)


def read_rows(path: str | os.PathLike[str]) -> FoundRows:
    """Return what the table in a file says; it is only read.

    Raises:
        TableError: it is none.
        FileAccessError: the operating system refused.
    """
    return read_table(read_document_bytes(path))
