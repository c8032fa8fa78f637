"""Writes a comment round: as a spreadsheet, a Word file, or a poster on which notes can be put."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.round.rows import make_round, open_version
from blueprint_editor.model.document import Document, Snapshot
from blueprint_editor.storage.atomic import write_atomically

ROUND_ENDINGS = (".xlsx", ".docx", ".pdf")


def write_round(
    document: Document,
    version: Snapshot,
    path: str | os.PathLike[str],
    open_fonts: Callable[[], FontLibrary],
    created: datetime | None = None,
) -> None:
    """Write a file to comment on; it names the version that it was made from.

    Raises:
        ExportError: the ending is none of :data:`ROUND_ENDINGS`.
        DocumentError: the poster cannot be drawn.
        FileAccessError: the operating system refused.
    """
    ending = Path(path).suffix.lower()
    # One of them is used, and each is slow to import.
    if ending == ".xlsx":
        from blueprint_editor.export.round.sheet import write_sheet  # noqa: PLC0415

        data = write_sheet(make_round(version), created)
    elif ending == ".docx":
        from blueprint_editor.export.round.word import write_word_round  # noqa: PLC0415

        data = write_word_round(make_round(version), created)
    elif ending == ".pdf":
        data = _write_poster(document, version, open_fonts(), created)
    else:
        raise ExportError(
            f'unknown ending "{Path(path).suffix[:20]}" (one of: {", ".join(ROUND_ENDINGS)})'
        )
    write_atomically(path, data)


def _write_poster(
    document: Document, version: Snapshot, fonts: FontLibrary, created: datetime | None
) -> bytes:
    from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf  # noqa: PLC0415 - see above

    pages = draw_version(open_version(document, version.document), fonts)
    return paint_pdf(pages, fonts, PdfMetadata(keywords=(version.id,), created=created))


def draw_version(document: Document, fonts: FontLibrary) -> tuple[Drawing, ...]:
    """Return the pages of a version's poster as its PDF shows them.

    Raises:
        DocumentError: something in the document cannot be shown.
    """
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - composes the poster
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415

    return make_pages(document, ExportOptions(greyscale=document.poster.greyscale), fonts)[0]
