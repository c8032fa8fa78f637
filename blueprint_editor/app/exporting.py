"""What windows ask workers to draw and write, except for what the dialog for printing asks."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.session.task import ReportProgress
from blueprint_editor.sheets.poster import PosterComposer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.export.publishing import PublishingChoice
    from blueprint_editor.model.document import Snapshot
    from blueprint_editor.model.library import LibraryEntry
    from blueprint_editor.sheets.prints.catalogue import Grouping


def draw_poster(document: Document) -> Drawing:
    """Compose a document's poster for the screen; runs in a worker, with fonts of its own."""
    return PaperComposer(PosterComposer(Typesetter(_open_fonts())))(document).drawing


def draw_changes(before: DocumentContent, document: Document, name: str) -> Drawing:
    """Compose the poster of changes for the screen; runs in a worker, with fonts of its own."""
    from blueprint_editor.sheets.change_poster import compose_changes  # noqa: PLC0415
    from blueprint_editor.sheets.pictures import read_pictures  # noqa: PLC0415

    pictures, _broken = read_pictures(document, document.assets)
    return compose_changes(before, document, name, Typesetter(_open_fonts()), pictures)


def export_pdf_changes(before: DocumentContent, document: Document, name: str, path: Path) -> None:
    """Write the poster of changes as PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.export.jobs import export_changes  # noqa: PLC0415
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    options = ExportOptions(created=datetime.now(UTC).replace(microsecond=0))
    export_changes(before, document, name, path, options, _open_fonts(), paint_png)


def export_change_list(before: DocumentContent, document: Document, name: str, path: Path) -> None:
    """Write the list of changes as PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.export.jobs import export_change_list as export  # noqa: PLC0415
    from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415

    options = ExportOptions(created=datetime.now(UTC).replace(microsecond=0))
    export(before, document, name, path, options, _open_fonts())


def _open_fonts() -> FontLibrary:
    return open_fonts(SettingsFile().read().preferences.font_files)


def draw_sheet(document: Document, options: "ExportOptions") -> tuple[Drawing, ...]:
    """Compose the pages of a sheet for the screen; runs in a worker, with fonts of its own."""
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - see above

    return make_pages(document, options, _open_fonts())[0]


def export_sheets(
    document: Document, path: Path, options: "ExportOptions", report: ReportProgress
) -> None:
    """Write sheets into one PDF; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
        WorkCancelledError: by way of ``report``.
    """
    from blueprint_editor.export.jobs import export_document  # noqa: PLC0415 - see above
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415

    dated = options._replace(created=datetime.now(UTC).replace(microsecond=0))
    export_document(document, path, dated, _open_fonts(), paint_png, report)


def print_sheets(
    document: Document, options: "ExportOptions", printer: "QPrinter", report: ReportProgress
) -> None:
    """Print sheets at their exact size; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the printer does not answer.
        WorkCancelledError: by way of ``report``.
    """
    from blueprint_editor.export.jobs import make_pages  # noqa: PLC0415 - see above
    from blueprint_editor.painters.qt.printing import print_pages  # noqa: PLC0415

    fonts = _open_fonts()
    pages, _untranslated = make_pages(document, options, fonts, report)
    print_pages(pages, fonts, printer, report)


def write_round_file(document: Document, version: "Snapshot", path: Path) -> None:
    """Write a file of a comment round; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.export.round.files import write_round  # noqa: PLC0415 - see above

    moment = datetime.now(UTC).replace(microsecond=0)
    write_round(document, version, path, _open_fonts, moment)


def draw_pages(document: Document) -> tuple[Drawing, ...]:
    """Compose the pages of a poster as a PDF has them; runs in a worker."""
    from blueprint_editor.export.round.files import draw_version  # noqa: PLC0415 - see above

    return draw_version(document, _open_fonts())


def write_catalogue(
    path: Path, entries: "Sequence[LibraryEntry]", grouping: "Grouping", language: str
) -> None:
    """Write what a service library holds; runs in a worker, with fonts of its own.

    Raises:
        BlueprintError: the operating system refused.
    """
    from blueprint_editor.export.listing import export_listing  # noqa: PLC0415 - see above
    from blueprint_editor.sheets.prints.catalogue import list_catalogue  # noqa: PLC0415

    moment = datetime.now(UTC).replace(microsecond=0)
    export_listing(path, list_catalogue(entries, grouping, language), _open_fonts, moment)


def write_collection(files: "Sequence[Path]", path: Path, language: str) -> None:
    """Write a list of blueprints that belong together; runs in a worker.

    Raises:
        BlueprintError: one of them cannot be read, or the operating system refused.
    """
    from blueprint_editor.export.collection import make_collection  # noqa: PLC0415 - see above
    from blueprint_editor.export.listing import export_listing  # noqa: PLC0415
    from blueprint_editor.storage.format import load_document  # noqa: PLC0415

    read = [(file, load_document(file)) for file in files]
    moment = datetime.now(UTC).replace(microsecond=0)
    export_listing(path, make_collection(read, path, language), _open_fonts, moment)


def hand_over(document: Document, path: Path, choice: "PublishingChoice") -> str:
    """Write the handover package in a worker; return what a person should know, may be empty.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    from blueprint_editor.app.handing_over import (  # noqa: PLC0415 - see above
        find_package_traces,
        write_package,
    )

    package = write_package(document, path, datetime.now(UTC).replace(microsecond=0), choice)
    count = len(find_package_traces(package))
    if not count:
        return ""
    from blueprint_editor.ui.printing.files import tell_traces  # noqa: PLC0415 - see above

    return tell_traces(count)
