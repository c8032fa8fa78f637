"""Accessible PDF: content stream, fonts, structure tree, metadata; the only room of reportlab."""

import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.pdf.attachment import Attachment
from blueprint_editor.painters.pdf.content import write_content
from blueprint_editor.painters.pdf.draft import write_draft
from blueprint_editor.painters.pdf.finishing import finish
from blueprint_editor.painters.pdf.glyphs import UnpaintableTextError
from blueprint_editor.painters.pdf.metadata import PdfMetadata
from blueprint_editor.painters.pdf.shelves import Shelves

_LEVEL = 7
"""Level 9 takes 1.7 times as long for a twenty-fifth less."""
_PACKERS = 2

__all__ = ["Attachment", "PdfMetadata", "UnpaintableTextError", "paint_pdf"]


def paint_pdf(
    pages: Drawing | Sequence[Drawing], fonts: FontLibrary, metadata: PdfMetadata | None = None
) -> bytes:
    """Paint a drawing, or several as pages of one PDF that claims PDF/UA-1 and PDF/A-2a.

    The tags of several pages become sections of one document, which has the language and, where
    ``metadata`` tells none, the title of the first. With a source attached it is a PDF/A-3a. The
    same drawings and metadata give the same bytes.

    Raises:
        UnpaintableTextError: a text holds glyph 0.
        KeyError: a face, an image, an inset or a bookmark's group does not exist.
    """
    drawings: Sequence[Drawing] = [pages] if isinstance(pages, Drawing) else pages
    told = metadata or PdfMetadata()
    told = told._replace(title=told.title or drawings[0].title)
    shelves = Shelves(fonts)
    with ThreadPoolExecutor(_PACKERS) as side:
        content = write_content(drawings, shelves)
        # Packing does not hold the interpreter; the rest of the file is written meanwhile.
        streams = [page.operators for page in content.pages]
        streams += [form.operators for form in content.forms]
        inks = [side.submit(zlib.compress, one.encode("latin-1"), _LEVEL) for one in streams]
        draft = write_draft(drawings, content, told)
        return finish(draft, content, shelves, told, inks, side)
