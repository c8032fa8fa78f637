"""Paints pages onto a printer at their exact size, each on a paper of its own size."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.painters.qt.fonts import QtFonts
from blueprint_editor.painters.qt.page import PreparedDrawing, QtInsets

_MM_PER_INCH = 25.4


class PrinterError(BlueprintError):
    """The printer takes no pages; it may be off, or gone."""

    def __init__(self) -> None:
        super().__init__("the printer does not answer")


def set_page(printer: QPrinter, drawing: Drawing) -> None:
    """Ask the printer for a paper of a page's size, with no margins added and nothing scaled.

    Papers are upright to printers: a flat page lies on one of theirs, instead of asking for a
    paper that nobody has.
    """
    shorter, longer = sorted((drawing.width, drawing.height))
    size = QPageSize(QSizeF(shorter, longer), QPageSize.Unit.Millimeter)
    is_flat = drawing.width > drawing.height
    sides = QPageLayout.Orientation
    layout = QPageLayout(size, sides.Landscape if is_flat else sides.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def print_pages(
    pages: Sequence[Drawing],
    fonts: FontLibrary,
    printer: QPrinter,
    report: Callable[[int, int], None],
) -> None:
    """Print pages one after the other, all or those that were chosen in the printer's dialog.

    May run in a worker that has the printer to itself.

    Raises:
        PrinterError: printing could not begin or go on.
        WorkCancelledError: ``report`` (done, all) ended it.
    """
    pages = _choose(pages, printer)
    set_page(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterError
    try:
        _paint_pages(pages, fonts, (printer, painter), report)
    except BaseException:
        _give_up(printer, painter)
        raise
    painter.end()
    report(len(pages), len(pages))


def _paint_pages(
    pages: Sequence[Drawing],
    fonts: FontLibrary,
    device: tuple[QPrinter, QPainter],
    report: Callable[[int, int], None],
) -> None:
    """Paint all pages; the printer lies ready for the first of them."""
    printer, painter = device
    qt_fonts = QtFonts(fonts)
    insets = QtInsets(qt_fonts)
    for number, drawing in enumerate(pages):
        report(number, len(pages))
        if number:
            set_page(printer, drawing)
            if not printer.newPage():
                raise PrinterError
        prepared = PreparedDrawing(drawing, qt_fonts, insets=insets)
        scale = printer.resolution() / _MM_PER_INCH
        painter.save()
        painter.scale(scale, scale)
        prepared.paint(painter, scale)
        painter.restore()


def _give_up(printer: QPrinter, painter: QPainter) -> None:
    """End a print whose pages nobody wants any more; what went into a file is taken away."""
    printer.abort()  # many drivers can; the one for files cannot
    painter.end()
    if file := printer.outputFileName():
        Path(file).unlink(missing_ok=True)


def _choose(pages: Sequence[Drawing], printer: QPrinter) -> Sequence[Drawing]:
    """Return the pages in the printer's ranges; all where it has none, or none of these."""
    ranges = printer.pageRanges()
    chosen = [page for number, page in enumerate(pages, 1) if ranges.contains(number)]
    return chosen or pages
