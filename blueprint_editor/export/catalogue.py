"""The catalogue of a service library to a file: pages, a page for browsers, or words."""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from blueprint_editor.export.kinds import TEXT_KINDS, ExportError, find_kind
from blueprint_editor.export.texts import write_twin
from blueprint_editor.export.twin.catalogue import make_catalogue_twin
from blueprint_editor.language.library_words import find_library_words
from blueprint_editor.model.document import Document
from blueprint_editor.model.library import LibraryEntry
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.prints.catalogue import SHEET, Group, Grouping, list_groups
from blueprint_editor.storage.atomic import write_atomically

if TYPE_CHECKING:
    from blueprint_editor.drawing.fonts import FontLibrary

CATALOGUE_ENDINGS: Final = (".pdf", *(f".{kind}" for kind in TEXT_KINDS))


def export_catalogue(
    path: str | os.PathLike[str],
    entries: Iterable[LibraryEntry],
    grouping: Grouping,
    language: str,
    open_fonts: "Callable[[], FontLibrary]",
    created: datetime | None = None,
) -> None:
    """Write what a library holds, under headings, replacing what is there as a whole.

    Args:
        path: its ending says the kind.
        entries: of the library.
        grouping: what the headings are.
        language: of names and words.
        open_fonts: only asked for a PDF.
        created: told in a PDF and a Word document.

    Raises:
        ExportError: the ending is that of no kind for a catalogue.
        FileAccessError: the operating system refused.
    """
    kind = find_kind(path)
    groups = list_groups(entries, grouping, language)
    if kind in TEXT_KINDS:
        link = find_library_words(language).fields["link"]
        twin = make_catalogue_twin(groups, language, link)
        data = write_twin(twin, _make_document(language), kind, created)
    elif kind == "pdf":
        data = _paint(groups, language, open_fonts(), created)
    else:
        raise ExportError(f"a catalogue ends with {', '.join(CATALOGUE_ENDINGS)}")
    write_atomically(path, data)


def _make_document(language: str) -> Document:
    return Document(id=SHEET, title="", language=language)


def _paint(
    groups: tuple[Group, ...], language: str, fonts: "FontLibrary", created: datetime | None
) -> bytes:
    # A text needs none of this.
    from blueprint_editor.layout.text import Typesetter  # noqa: PLC0415
    from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf  # noqa: PLC0415
    from blueprint_editor.sheets.poster import NO_PICTURES  # noqa: PLC0415
    from blueprint_editor.sheets.prints.catalogue import write_catalogue  # noqa: PLC0415
    from blueprint_editor.sheets.request import SheetRequest  # noqa: PLC0415
    from blueprint_editor.sheets.workshop.sheet import Sheet  # noqa: PLC0415

    request = SheetRequest(
        SHEET, _make_document(language), Typesetter(fonts), NO_PICTURES, language=language
    )
    sheet = Sheet(request, parse_paper("A4").sides, no_names=False)
    write_catalogue(sheet, groups)
    return paint_pdf(sheet.finish(), fonts, PdfMetadata(created=created))
