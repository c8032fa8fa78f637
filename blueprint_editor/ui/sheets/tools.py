"""What the dialog of sheets is given by the composition root."""

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    # The first paint needs no exports.
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from blueprint_editor.drawing.drawing import Drawing
    from blueprint_editor.export.options import ExportOptions
    from blueprint_editor.model.document import Document
    from blueprint_editor.session.task import ReportProgress

DrawSheet: TypeAlias = "Callable[[Document, ExportOptions], Sequence[Drawing]]"
"""Composes the pages of a sheet in a worker, apart from what windows show."""

ExportSheets: TypeAlias = "Callable[[Document, Path, ExportOptions, ReportProgress], object]"
"""Writes sheets into one PDF, in a worker."""

PrintSheets: TypeAlias = "Callable[[Document, ExportOptions, QPrinter, ReportProgress], object]"
"""Prints sheets at their exact size, in a worker that has the printer to itself."""


class SheetTools(NamedTuple):
    """What makes sheets, on the screen and as a file."""

    draw: DrawSheet
    export: ExportSheets
    print: PrintSheets
