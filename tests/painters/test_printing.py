"""Pages come out of a printer at 100 %, whatever paper and margins its dialog was left with."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from blueprint_editor.drawing.drawing import Drawing, Group, Part, Placed, Tag
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds, Rectangle
from blueprint_editor.model.errors import WorkCancelledError
from blueprint_editor.painters.qt.printing import print_pages

_PT_MM = 25.4 / 72
_COLOUR = "#336699"


def test_a_mm_of_a_page_is_a_mm_of_paper(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    left = QPageSize(QPageSize.PageSizeId.A3)
    margins = QMarginsF(15, 15, 15, 15)
    printer.setPageLayout(QPageLayout(left, QPageLayout.Orientation.Landscape, margins))
    print_pages(
        [_draw(210, 297), _draw(420, 297)], FontLibrary(), printer, lambda _done, _all: None
    )
    asked = printer.pageLayout()
    assert asked.pageSize().id() == QPageSize.PageSizeId.A3
    assert asked.orientation() == QPageLayout.Orientation.Landscape
    with pikepdf.open(path) as pdf:
        sizes = [[float(side) * _PT_MM for side in page.mediabox][2:] for page in pdf.pages]
        boxes = [_find_box(page) for page in pdf.pages]
    assert sizes == [pytest.approx([210, 297], abs=0.4), pytest.approx([420, 297], abs=0.4)]
    for box, (_width, height) in zip(boxes, sizes, strict=True):
        assert box == pytest.approx((20, height - 80, 120, height - 30), abs=0.2)


def test_only_the_pages_that_were_chosen_are_printed(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    reports: list[tuple[int, int]] = []
    pages = [_draw(100 + 10 * number, 200) for number in range(4)]
    print_pages(pages, FontLibrary(), printer, lambda *told: reports.append(told))
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        widths = [float(page.mediabox[2]) * _PT_MM for page in pdf.pages]
    assert widths == pytest.approx([110, 120], abs=0.4)
    assert reports[-1] == (2, 2)


def test_a_print_that_is_cancelled_leaves_no_half_of_a_file(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    def cancel(done: int, _all: int) -> None:
        if done:
            raise WorkCancelledError

    with pytest.raises(WorkCancelledError):
        print_pages([_draw(100, 200)] * 3, FontLibrary(), printer, cancel)
    assert not list(tmp_path.iterdir())
    print_pages([_draw(100, 200)], FontLibrary(), printer, lambda _done, _all: None)
    assert list(tmp_path.iterdir()) == [tmp_path / "printed.pdf"]


def _draw(width: float, height: float) -> Drawing:
    """Return a page with a box of 100 × 50 mm at (20, 30)."""
    ink = (Rectangle(0, 0, 100, 50, _COLOUR),)
    group = Group("box", "decoration", (Part("", ink),), Bounds(0, 0, 100, 50))
    return Drawing(width, height, (Placed(group, 20, 30),), Tag("Document"), "", "fi")


def _find_box(page: pikepdf.Page) -> tuple[float, ...]:
    """Return the last filled box of a page, in mm from its bottom left corner."""
    matrix, stack, found = pikepdf.Matrix(), [], ()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "re":
                x, y, width, height = map(float, operands)
                box = pikepdf.Rectangle(x, y, x + width, y + height)
                found = matrix.transform(box).as_array()
    return tuple(float(side) * _PT_MM for side in found)
