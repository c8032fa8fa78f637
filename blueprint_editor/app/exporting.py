"""Posters that a window asks a worker for: the one place that hands Qt painters to exports."""

from datetime import UTC, datetime
from pathlib import Path

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.sheets.poster import PosterComposer


def export_pdf_poster(document: Document, path: Path) -> None:
    """Write the document's poster as PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    # What the first paint does not need is imported late.
    from blueprint_editor.export.jobs import ExportOptions, export_document  # noqa: PLC0415
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    options = ExportOptions(created=datetime.now(UTC).replace(microsecond=0))
    fonts = open_fonts(SettingsFile().read().preferences.font_files)
    export_document(document, path, options, fonts, paint_png)


def draw_poster(document: Document) -> Drawing:
    """Compose a document's poster for the screen; runs in a worker, with fonts of its own."""
    typesetter = Typesetter(open_fonts(SettingsFile().read().preferences.font_files))
    return PaperComposer(PosterComposer(typesetter))(document).drawing
