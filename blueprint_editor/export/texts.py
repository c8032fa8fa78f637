"""One text output: a document in words to a file; nothing is laid out for it, nothing painted."""

import os
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.export.kinds import TextKind, find_text_kind
from blueprint_editor.export.languages import translate_document
from blueprint_editor.export.twin.description import make_description
from blueprint_editor.export.twin.document import make_twin
from blueprint_editor.export.twin.tree import Twin
from blueprint_editor.model.document import Document
from blueprint_editor.model.translated import find_untranslated
from blueprint_editor.storage.atomic import write_atomically

Telling: TypeAlias = Literal["blueprint", "description"]
"""The whole blueprint, or the service description by the headings of the public platform."""


class TextResult(NamedTuple):
    """What was written: its size in bytes, and how many cards keep their original text."""

    size: int
    untranslated: int


def export_text(
    document: Document,
    path: str | os.PathLike[str],
    language: str | None = None,
    created: datetime | None = None,
    telling: Telling = "blueprint",
) -> TextResult:
    """Write the document in words to ``path``, replacing what is there as a whole.

    Args:
        document: the document.
        path: its ending says the kind.
        language: one that the document has texts in; None = its own.
        created: told in a Word document.
        telling: what of it is told.

    Raises:
        ExportError: the ending is not that of a text, or the language is unknown.
        FileAccessError: the operating system refused.
    """
    kind = find_text_kind(path)
    wanted = language or document.language
    data = write_text(translate_document(document, wanted), kind, created, telling)
    write_atomically(path, data)
    untranslated = find_untranslated(document, wanted) if wanted != document.language else 0
    return TextResult(len(data), untranslated)


def write_text(
    document: Document,
    kind: TextKind,
    created: datetime | None = None,
    telling: Telling = "blueprint",
) -> bytes:
    """Return the document in words as a file of the given kind.

    Raises:
        DocumentError: an image of the document is broken.
    """
    twin = make_description(document) if telling == "description" else make_twin(document)
    # What goes into a form bears no line breaks of ours.
    return write_twin(twin, document, kind, created, is_wrapped=telling == "blueprint")


def write_twin(
    twin: Twin,
    document: Document,
    kind: TextKind,
    created: datetime | None = None,
    *,
    is_wrapped: bool = True,
) -> bytes:
    """Return a tree as a file of the given kind; the document has its images and colours.

    ``is_wrapped``: lines of plain text are broken.

    Raises:
        DocumentError: an image of the document is broken.
    """
    # One of them is used, and two are slow to import.
    if kind == "html":
        return _write_page(document, twin)
    if kind == "docx":
        return _write_word(document, twin, created)
    if kind == "md":
        from blueprint_editor.export.twin.markdown import write_markdown  # noqa: PLC0415

        return write_markdown(twin)
    from blueprint_editor.export.twin.plain import write_plain  # noqa: PLC0415

    return write_plain(twin, is_wrapped=is_wrapped)


def _write_page(document: Document, twin: Twin) -> bytes:
    from blueprint_editor.export.twin.html import write_html  # noqa: PLC0415
    from blueprint_editor.export.twin.images import (  # noqa: PLC0415
        find_used,
        make_page_image,
        read_images,
    )
    from blueprint_editor.export.twin.looks import find_looks  # noqa: PLC0415

    pictures = read_images(document, find_used(twin))
    images = {asset: make_page_image(picture) for asset, picture in pictures.items()}
    return write_html(twin, find_looks(document, twin.path), images)


def _write_word(document: Document, twin: Twin, created: datetime | None) -> bytes:
    from blueprint_editor.export.twin.images import (  # noqa: PLC0415
        find_used,
        make_word_image,
        read_images,
    )
    from blueprint_editor.export.twin.looks import find_looks  # noqa: PLC0415
    from blueprint_editor.export.twin.word import write_word  # noqa: PLC0415

    pictures = read_images(document, find_used(twin))
    images = {asset: make_word_image(picture) for asset, picture in pictures.items()}
    return write_word(twin, find_looks(document, twin.path), images, created)
