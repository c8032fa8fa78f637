"""The document as reportlab makes it: page, links, outline and document information.

Only public calls of reportlab are used. What it adds by itself is taken away in the end:
its content stream (text operators in a font that is not embedded) gives way to ours, which
reportlab would take a third of the time to encode; and empty entries of the document information.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from blueprint_editor.drawing.drawing import Bookmark, Drawing
from blueprint_editor.model.addresses import write_uri
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.dates import write_pdf_date
from blueprint_editor.painters.pdf.metadata import PdfMetadata
from blueprint_editor.painters.pdf.page_space import PageSpace

PRINTED = 4
"""The flag of an annotation that is there in print, too (PDF/A asks for it)."""


def write_draft(
    drawing: Drawing, content: PageContent, metadata: PdfMetadata, language: str
) -> bytes:
    """Write a PDF without ink and structure; links know their number in the structure."""
    file = BytesIO()
    canvas = Canvas(file, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=language)
    _describe(canvas, metadata)
    space = PageSpace.of(drawing)
    canvas.setPageSize(space.size_units)
    for index, link in enumerate(content.links):
        canvas.linkURL(
            write_uri(link.area.url),
            space.to_units(link.box),
            Contents=PDFString(link.area.label or link.area.url),
            StructParent=index + 1,
            F=PRINTED,
        )
    _add_outline(canvas, drawing.bookmarks, drawing, space)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _describe(canvas: Canvas, metadata: PdfMetadata) -> None:
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setKeywords(metadata.keyword_line)
    canvas.setCreator(metadata.producer)
    canvas.setProducer(metadata.producer)
    date = write_pdf_date(metadata.created) if metadata.created else ""
    canvas.setDateFormatter(lambda *_: date)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")


def _add_outline(
    canvas: Canvas, bookmarks: Sequence[Bookmark], drawing: Drawing, space: PageSpace
) -> None:
    wanted = {bookmark.group for bookmark in bookmarks}
    places = {
        placed.group.key: placed.bounds for placed in drawing.placed if placed.group.key in wanted
    }
    level = -1
    for index, bookmark in enumerate(bookmarks):
        level = min(bookmark.level, level + 1)
        key = f"bookmark{index}"
        left, _, _, top = space.to_units(places[bookmark.group])
        width, height = space.size_units
        left, top = min(max(left, 0), width), min(max(top, 0), height)
        canvas.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0)
        canvas.addOutlineEntry(bookmark.title, key, level)
