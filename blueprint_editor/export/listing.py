"""A list for readers to a file: pages, a page for browsers, or words."""

import os
from datetime import datetime
from typing import TYPE_CHECKING, Final

from blueprint_editor.export.kinds import TEXT_KINDS, ExportError, find_kind
from blueprint_editor.export.texts import write_twin
from blueprint_editor.export.twin.listing import make_listing_twin
from blueprint_editor.language.library_words import find_library_words
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.prints.listing import Listing, write_listing
from blueprint_editor.storage.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

    from blueprint_editor.drawing.fonts import FontLibrary

LISTING_ENDINGS: Final = (".pdf", *(f".{kind}" for kind in TEXT_KINDS))


def export_listing(
    path: str | os.PathLike[str],
    listing: Listing,
    open_fonts: "Callable[[], FontLibrary]",
    created: datetime | None = None,
) -> None:
    """Write a list, replacing what is there as a whole.

    Args:
        path: its ending says the kind.
        listing: what is listed.
        open_fonts: only asked for a PDF.
        created: told in a PDF and a Word document.

    Raises:
        ExportError: the ending is none of :data:`LISTING_ENDINGS`.
        FileAccessError: the operating system refused.
    """
    kind, language = find_kind(path), listing.language
    document = Document(id=listing.sheet, title="", language=language)
    if kind in TEXT_KINDS:
        words, link = find_kit(language).sheets[listing.sheet], find_library_words(language)
        twin = make_listing_twin(listing.groups, words, language, link.fields["link"])
        data = write_twin(twin, document, kind, created)
    elif kind == "pdf":
        data = _paint(listing, document, open_fonts(), created)
    else:
        raise ExportError(f"the ending must be one of {', '.join(LISTING_ENDINGS)}")
    write_atomically(path, data)


def _paint(
    listing: Listing, document: Document, fonts: "FontLibrary", created: datetime | None
) -> bytes:
    # A text needs none of this.
    from blueprint_editor.layout.text import Typesetter  # noqa: PLC0415
    from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf  # noqa: PLC0415
    from blueprint_editor.sheets.poster import NO_PICTURES  # noqa: PLC0415
    from blueprint_editor.sheets.request import SheetRequest  # noqa: PLC0415
    from blueprint_editor.sheets.workshop.sheet import Sheet  # noqa: PLC0415

    request = SheetRequest(
        listing.sheet, document, Typesetter(fonts), NO_PICTURES, language=listing.language
    )
    sheet = Sheet(request, parse_paper("A4").sides, no_names=False)
    write_listing(sheet, listing.groups)
    return paint_pdf(sheet.finish(), fonts, PdfMetadata(created=created))
