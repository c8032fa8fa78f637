"""A poster cut into sheets from the dialog: seen, written, remembered, refused in words."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from blueprint_editor.model.records import Tiling
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.tiling import TileOptions, find_fewer, plan_tiles
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.printing.dialog import ExportDialog
from blueprint_editor.ui.printing.tiling import tell_cuts, tell_fewer, tell_plan
from blueprint_editor.ui.printing.wish import Order, Wish
from tests.canvas.hand import CTRL
from tests.sheets.test_tiling import make_page
from tests.ui.conftest import Find


def wait(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not (dialog._timer.isActive() or dialog._is_drawing or dialog._is_stale)
    )


@pytest.fixture
def dialog(window: MainWindow, find_window: Find, qtbot: QtBot) -> ExportDialog:
    QTest.keyClick(window.canvas, Qt.Key.Key_P, CTRL)
    found = find_window(ExportDialog)
    assert isinstance(found, ExportDialog)
    wait(found, qtbot)
    return found


def tick(dialog: ExportDialog, text: str, qtbot: QtBot) -> None:
    box = next(b for b in dialog.form.findChildren(QCheckBox) if b.text() == text)
    box.click()
    wait(dialog, qtbot)


def write(dialog: ExportDialog, name: str, text: str, qtbot: QtBot) -> None:
    lines = dialog.form.findChildren(QLineEdit)
    line = next(w for w in lines if w.accessibleName() == name and w.isVisible())
    line.selectAll()
    QTest.keyClicks(line, text)
    wait(dialog, qtbot)


def cut(dialog: ExportDialog, qtbot: QtBot) -> None:
    tick(dialog, "On several sheets, to be glued together", qtbot)


def test_sheets_are_seen_before_they_are_printed(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert len(dialog.preview._pages) == 1
    cut(dialog, qtbot)
    pages = dialog.preview._pages
    assert len(pages) > 4
    assert [page.name for page in pages[1:3]] == ["Arkki A1", "Arkki A2"]
    assert "sheets of A4" in dialog.preview.facts.text()
    assert "Arkki A1" in _go_to(dialog, 1)
    picture = dialog.preview.view.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    }
    # The poster itself, not only the marks around it.
    assert len(colours) > 12


def _go_to(dialog: ExportDialog, row: int) -> str:
    dialog.preview.go_to(row)
    return dialog.preview.place.text()


def test_choices_are_written_and_kept_in_the_document(
    window: MainWindow, dialog: ExportDialog, find_window: Find, tmp_path: Path, qtbot: QtBot
) -> None:
    cut(dialog, qtbot)
    write(dialog, "Sheets at most", "6", qtbot)
    tick(dialog, "Name lanes and steps on every sheet", qtbot)
    assert len(dialog.preview._pages) <= 7
    dialog.export_button.click()
    chooser = find_window(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    path = tmp_path / "arkit.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    qtbot.waitUntil(lambda: "is ready" in window.notices.find_text("export"))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == len(dialog.preview._pages)
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"
    stored = window.canvas.session.document.poster.tiling
    assert stored == Tiling(sheets=6, repeat_labels=True)


def test_only_sheets_that_went_wrong_are_printed_again(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot
) -> None:
    cut(dialog, qtbot)
    tick(dialog, "The file carries the blueprint itself", qtbot)
    write(dialog, "Only these sheets", "A2, b1-b2", qtbot)
    names = [page.name for page in dialog.preview._pages]
    assert names == ["Arkki A2", "Arkki B1", "Arkki B2"]
    assert "Left out of the blueprint in the file" in dialog.preview.facts.text()
    window._desk.exports._remember(dialog.order)
    assert window._desk.exports._wish == dialog.order.wish._replace(sheets="")
    write(dialog, "Only these sheets", "Q9", qtbot)
    assert "no sheet Q9" in dialog.preview.warnings.text()
    assert not dialog.print_button.isEnabled()


def test_a_poster_takes_the_shape_that_fills_its_sheets(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot
) -> None:
    cut(dialog, qtbot)
    write(dialog, "Sheets at most", "4", qtbot)
    boxes = dialog.form.findChildren(QComboBox)
    box = next(b for b in boxes if b.accessibleName() == "Size")
    box.setCurrentText("Fill the sheets with the largest text")
    box.activated.emit(box.currentIndex())
    wait(dialog, qtbot)
    poster = dialog.order.document.poster
    assert len(dialog.preview._pages) <= 5
    assert poster.fit is not None
    assert poster.fit.paper == poster.paper != window.canvas.session.document.poster.paper
    assert "readable" in dialog.preview.facts.text() or "small" in dialog.preview.facts.text()
    cut(dialog, qtbot)
    assert dialog.order.wish.fit == "fill"


def test_test_print_is_one_page(dialog: ExportDialog, qtbot: QtBot) -> None:
    cut(dialog, qtbot)
    tick(dialog, "Only a test print", qtbot)
    assert [page.name for page in dialog.preview._pages] == ["Koetulostus"]
    cut(dialog, qtbot)
    assert [page.name for page in dialog.preview._pages] == [""]


def test_sheets_are_printed_on_one_side_at_their_size(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window._desk.exports
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    document = window.canvas.session.document
    tiling = Tiling(paper="A3", sheets=2)
    poster = document.poster.changed(tiling=tiling)
    order = Order(document.model_copy(update={"poster": poster}), Wish())
    desk.print(order, printer, desk._make_work())
    qtbot.waitUntil(lambda: desk._task is None)
    assert printer.duplex() == QPrinter.DuplexMode.DuplexNone
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        sizes = [sorted(float(side) for side in page.mediabox)[2:] for page in pdf.pages]
    assert len(sizes) == 3
    for size in sizes:
        assert size == pytest.approx([297 * 72 / 25.4, 420 * 72 / 25.4], abs=1)


def test_plans_are_told_with_what_would_be_better() -> None:
    page = make_page(841, 594)
    plan = plan_tiles(page, TileOptions(parse_paper("A4"), orientation="landscape"))
    told = tell_plan(plan, page.width, page.height)
    assert told == "16 sheets of A4, landscape, 4 × 4. The poster is 841 × 594 mm."
    fewer = find_fewer(page, plan)
    assert fewer is not None
    assert tell_fewer(fewer) == "Fewer would do: 15 sheets, portrait, margin 10 mm."
    assert tell_cuts(plan, {}) == ()
    cut = plan.cuts[0]._replace(cards=("c1",), words=("Kokeilu", "Seuranta"))
    assert tell_cuts(plan._replace(cuts=(cut, cut)), {"c1": "2.1"}) == (
        "No way to cut spares the card 2.1.",
        "No way to cut spares the labels “Kokeilu”, “Seuranta”.",
    )


def test_what_fits_no_sheet_is_told_and_cannot_be_printed(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    cut(dialog, qtbot)
    write(dialog, "Margin, mm", "1", qtbot)
    assert "at least 8 mm" in dialog.preview.warnings.text()
    assert not dialog.export_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    write(dialog, "Margin, mm", "12", qtbot)
    assert dialog.preview.warnings.text() == ""
    assert dialog.export_button.isEnabled()
