"""Accessible PDF: content stream, fonts, structure tree, metadata; the only room of reportlab."""

import zlib
from concurrent.futures import ThreadPoolExecutor

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.pdf.attachment import Attachment
from blueprint_editor.painters.pdf.content import ContentWriter
from blueprint_editor.painters.pdf.draft import write_draft
from blueprint_editor.painters.pdf.finishing import finish
from blueprint_editor.painters.pdf.glyphs import FontShelf, UnpaintableTextError
from blueprint_editor.painters.pdf.metadata import PdfMetadata

_LEVEL = 9

__all__ = ["Attachment", "PdfMetadata", "UnpaintableTextError", "paint_pdf"]


def paint_pdf(drawing: Drawing, fonts: FontLibrary, metadata: PdfMetadata | None = None) -> bytes:
    """Paint a drawing as a PDF of one page that claims PDF/UA-1 and PDF/A-2a (3a with a source).

    The same drawing and metadata give the same bytes.

    Raises:
        UnpaintableTextError: a text holds glyph 0.
        KeyError: a face, an image or a bookmark's group does not exist.
    """
    told = metadata or PdfMetadata()
    told = told._replace(title=told.title or drawing.title)
    shelf = FontShelf(fonts)
    with ThreadPoolExecutor(1) as side:
        content = ContentWriter(drawing, shelf).write()
        # Packing does not hold the interpreter; the rest of the file is written meanwhile.
        ink = side.submit(zlib.compress, content.operators.encode("latin-1"), _LEVEL)
        draft = write_draft(drawing, content, told, drawing.language)
        return finish(draft, drawing, content, shelf, told, ink)
