"""The document as reportlab makes it: pages, outline and document information.

Only public calls of reportlab are used. What it adds by itself is taken away in the end:
its content streams (text operators in a font that is not embedded) gives way to ours, which
reportlab would take a third of the time to encode; and empty entries of the document information.
"""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.painters.pdf.content import Content
from blueprint_editor.painters.pdf.dates import write_pdf_date
from blueprint_editor.painters.pdf.metadata import PdfMetadata
from blueprint_editor.painters.pdf.page_space import PageSpace


def write_draft(drawings: Sequence[Drawing], content: Content, metadata: PdfMetadata) -> bytes:
    """Write a PDF without ink, links and structure."""
    file = BytesIO()
    canvas = Canvas(
        file, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=drawings[0].language
    )
    _describe(canvas, metadata)
    outline = _Outline(canvas)
    for drawing, page in zip(drawings, content.pages, strict=True):
        canvas.setPageSize(page.space.size_units)
        outline.add(drawing, page.space)
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


class _Outline:
    """The outline as it grows from page to page."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._level = -1
        self._count = 0

    def add(self, drawing: Drawing, space: PageSpace) -> None:
        """Add the bookmarks of the page that is under way; none skips a level."""
        wanted = {bookmark.group for bookmark in drawing.bookmarks}
        places = {
            placed.group.key: placed.bounds
            for placed in drawing.placed
            if placed.group.key in wanted
        }
        width, height = space.size_units
        for bookmark in drawing.bookmarks:
            self._level = min(bookmark.level, self._level + 1)
            key = f"bookmark{self._count}"
            self._count += 1
            left, _, _, top = space.to_units(places[bookmark.group])
            left, top = min(max(left, 0), width), min(max(top, 0), height)
            self._canvas.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0)
            self._canvas.addOutlineEntry(bookmark.title, key, self._level)
