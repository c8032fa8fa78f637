"""One text output: a document in words to a file; nothing is laid out for it, nothing painted."""

import os
from typing import NamedTuple

from blueprint_editor.export.kinds import TextKind, find_text_kind
from blueprint_editor.export.languages import translate_document
from blueprint_editor.export.twin.document import make_twin
from blueprint_editor.export.twin.tree import Twin
from blueprint_editor.model.document import Document
from blueprint_editor.model.translated import find_untranslated
from blueprint_editor.storage.atomic import write_atomically


class TextResult(NamedTuple):
    """What was written: its size in bytes, and how many cards keep their original text."""

    size: int
    untranslated: int


def export_text(
    document: Document, path: str | os.PathLike[str], language: str | None = None
) -> TextResult:
    """Write the document in words to ``path``, replacing what is there as a whole.

    Args:
        document: the document.
        path: its ending says the kind.
        language: one that the document has texts in; None = its own.

    Raises:
        ExportError: the ending is not that of a text, or the language is unknown.
        FileAccessError: the operating system refused.
    """
    kind = find_text_kind(path)
    wanted = language or document.language
    data = write_text(make_twin(translate_document(document, wanted)), kind)
    write_atomically(path, data)
    untranslated = find_untranslated(document, wanted) if wanted != document.language else 0
    return TextResult(len(data), untranslated)


def write_text(twin: Twin, kind: TextKind) -> bytes:
    """Return the tree as a file of the given kind."""
    # One of them is used, and two are slow to import.
    if kind == "md":
        from blueprint_editor.export.twin.markdown import write_markdown  # noqa: PLC0415

        return write_markdown(twin)
    from blueprint_editor.export.twin.plain import write_plain  # noqa: PLC0415

    return write_plain(twin)
