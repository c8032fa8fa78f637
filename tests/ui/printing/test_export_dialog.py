"""Choices beside a preview that is what the file gets; looking changes nothing."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.notes import AddNotes
from blueprint_editor.commands.translations import AddLanguage
from blueprint_editor.model.records import Tiling
from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.printing.dialog import ExportDialog
from blueprint_editor.ui.printing.files import tell_left_out
from blueprint_editor.ui.printing.wish import Order, Wish
from tests.canvas.hand import CTRL
from tests.ui.conftest import Find

KEY = Qt.Key
POINTS_PER_MM = 72 / 25.4


@pytest.fixture
def dialog(window: MainWindow, find_window: Find, qtbot: QtBot) -> ExportDialog:
    QTest.keyClick(window.canvas, KEY.Key_P, CTRL)
    found = find_window(ExportDialog)
    assert isinstance(found, ExportDialog)
    _wait(found, qtbot)
    return found


def _wait(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until what is shown is what was asked for last."""
    qtbot.waitUntil(
        lambda: not (dialog._timer.isActive() or dialog._is_drawing or dialog._is_stale)
    )


def _named(dialog: ExportDialog, name: str) -> list[QWidget]:
    return [w for w in dialog.form.findChildren(QWidget) if w.accessibleName() == name]


def _field(dialog: ExportDialog, name: str) -> QWidget:
    return next(w for w in _named(dialog, name) if w.isVisible())


def _choose(dialog: ExportDialog, name: str, text: str, qtbot: QtBot) -> None:
    box = _field(dialog, name)
    assert isinstance(box, QComboBox)
    row = box.findText(text)
    assert row >= 0
    box.setCurrentIndex(row)
    box.activated.emit(row)
    _wait(dialog, qtbot)


def _save_as(find_window: Find, path: Path, qtbot: QtBot) -> None:
    dialog = find_window(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def _bar(window: MainWindow) -> str:
    return window.notices.find_text("export")


def test_preview_is_the_page_that_is_written(
    window: MainWindow, dialog: ExportDialog, find_window: Find, tmp_path: Path, qtbot: QtBot
) -> None:
    before = window.canvas.session.document
    _choose(dialog, "Paper", "A3", qtbot)
    drawing = dialog.preview._pages[0].drawing
    assert (drawing.width, drawing.height) == (420, 297)
    assert window.canvas.session.document is before
    dialog.export_button.click()
    _save_as(find_window, tmp_path / "juliste.pdf", qtbot)
    qtbot.waitUntil(lambda: "is ready" in _bar(window))
    with pikepdf.open(tmp_path / "juliste.pdf") as pdf:
        box = [float(side) for side in pdf.pages[0].mediabox]
    assert box[2:] == pytest.approx([420 * POINTS_PER_MM, 297 * POINTS_PER_MM], abs=0.01)
    session = window.canvas.session
    assert session.document.poster.paper == "A3"
    session.undo()
    assert session.document.poster.paper == before.poster.paper


def test_a_preview_that_takes_long_is_said_to_be_on_its_way(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    before = dialog.preview.facts.text()
    dialog._draw()
    dialog._slow.timeout.emit()
    assert dialog.preview.facts.text() == "The preview is being made…"
    _wait(dialog, qtbot)
    assert not dialog._slow.isActive()
    assert dialog.preview.facts.text() == before


def test_nothing_is_changed_by_looking(window: MainWindow, dialog: ExportDialog) -> None:
    before = window.canvas.session.document
    box = next(b for b in dialog.form.findChildren(QCheckBox) if b.text() == "Greyscale")
    box.click()
    assert dialog.order.document.poster.greyscale
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert window.canvas.session.document is before
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("kind", "ending", "start"),
    [
        ("Picture (PNG)", "png", b"\x89PNG"),
        ("Vector picture (SVG)", "svg", b"<?xml"),
        ("Web page (HTML)", "html", b"<!doctype html>"),
        ("Word document", "docx", b"PK"),
        ("Plain text", "txt", b""),
    ],
)
def test_every_kind_is_written(
    window: MainWindow,
    dialog: ExportDialog,
    find_window: Find,
    tmp_path: Path,
    qtbot: QtBot,
    kind: str,
    ending: str,
    start: bytes,
) -> None:
    _choose(dialog, "Make a", kind, qtbot)
    assert bool(dialog.preview._pages) == (ending in {"png", "svg"})
    assert (window.canvas.session.document.title in dialog.preview.text.toPlainText()) == (
        ending not in {"png", "svg"}
    )
    dialog.export_button.click()
    path = tmp_path / f"polku.{ending}"
    _save_as(find_window, path, qtbot)
    qtbot.waitUntil(lambda: "is ready" in _bar(window))
    assert path.read_bytes().lower().startswith(start.lower())


def test_what_cannot_be_a_paper_is_told_and_the_preview_stays(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    box = _field(dialog, "Paper")
    assert isinstance(box, QComboBox)
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "900x600")
    _wait(dialog, qtbot)
    assert dialog.order.document.poster.paper == "900x600"
    line.selectAll()
    QTest.keyClicks(line, "seinä".encode("ascii", "ignore").decode())
    assert "No such paper" in box.toolTip()
    assert dialog.order.document.poster.paper == "900x600"


def test_failure_keeps_the_old_file_and_is_told(
    window: MainWindow, tmp_path: Path, find_window: Find
) -> None:
    desk = window._desk.exports
    folder = tmp_path / "ei"
    desk.export(Order(window.canvas.session.document, Wish()), folder / "x.pdf", desk._make_work())
    box = find_window(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "could not be written" in box.text()
    box.close()
    assert desk._task is None


def test_printing_takes_papers_of_the_exact_size(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = window._desk.exports
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    document = window.canvas.session.document
    poster = document.poster.changed(paper="A4")
    order = Order(document.model_copy(update={"poster": poster}), Wish())
    desk.print(order, printer, desk._make_work())
    qtbot.waitUntil(lambda: desk._task is None)
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        box = [float(side) for side in pdf.pages[0].mediabox]
        assert len(pdf.pages) == 1
    assert box[2:] == pytest.approx([297 * POINTS_PER_MM, 210 * POINTS_PER_MM], abs=1)
    assert desk._notices.text == f"{tmp_path / 'printed.pdf'} is ready."


def test_picture_of_the_preview_is_not_empty(dialog: ExportDialog, qtbot: QtBot) -> None:
    picture = dialog.preview.view.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 4


def test_a_filled_paper_is_kept_with_the_document(
    window: MainWindow, dialog: ExportDialog, find_window: Find, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose(dialog, "Size", "Fill the paper with the largest text", qtbot)
    assert "mallest text" in dialog.preview.facts.text()
    session = window.canvas.session
    assert session.document.poster.fit is None
    dialog.export_button.click()
    _save_as(find_window, tmp_path / "juliste.pdf", qtbot)
    fit = session.document.poster.fit
    assert fit is not None
    assert fit.paper == session.document.poster.paper
    assert session.poster.drawing.fit.scale == pytest.approx(1.0, abs=0.01)
    session.undo()
    assert session.document.poster.fit is None


def test_posters_begin_with_chosen_phases(
    window: MainWindow, dialog: ExportDialog, find_window: Find, qtbot: QtBot
) -> None:
    before = window.canvas.session.document
    _choose(dialog, "Pages", "Several posters, each with some phases", qtbot)
    pages = dialog.preview._pages
    assert [page.name[-5:] for page in pages] == ["(1/2)", "(2/2)"]
    boxes = [b for b in dialog.form.findChildren(QCheckBox) if b.isVisible()]
    boxes = [b for b in boxes if b.accessibleName().startswith("A new poster begins with: ")]
    (box,) = boxes
    for count in (1, 2):
        box.click()
        _wait(dialog, qtbot)
        assert len(dialog.preview._pages) == count
    window._desk.exports._remember(dialog.order)
    dialog.reject()
    stored = window.canvas.session.document.poster.fit
    assert stored is not None
    assert stored.splits == (before.phases[1].id,)
    window.actions_by_name["print_or_export"].trigger()
    again = find_window(ExportDialog)
    assert isinstance(again, ExportDialog)
    _wait(again, qtbot)
    assert (again.order.wish.layout, len(again.preview._pages)) == ("posters", 2)
    _choose(again, "Pages", "The whole poster", qtbot)
    assert len(again.preview._pages) == 1


def test_rows_begin_with_chosen_phases_and_the_stored_size_comes_back(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    _choose(dialog, "Size", "Fill the paper with the largest text", qtbot)
    _choose(dialog, "Rows of steps", "Rows begin with chosen phases", qtbot)
    fit = dialog.order.document.poster.fit
    assert fit is not None
    assert fit.rows == dialog.order.wish.breaks != ()
    _choose(dialog, "Rows of steps", "One row", qtbot)
    fit = dialog.order.document.poster.fit
    assert fit is not None
    assert fit.rows == ()
    _choose(dialog, "Size", "As on the screen", qtbot)
    assert dialog.order.document.poster.fit is None


def test_each_phase_has_a_page_of_its_own(dialog: ExportDialog, qtbot: QtBot) -> None:
    document = dialog.order.document
    _choose(dialog, "Pages", "Each phase on a page of its own", qtbot)
    assert [page.name for page in dialog.preview._pages] == [p.name for p in document.phases]
    assert dialog.preview.next.isVisible()
    dialog.preview.next.click()
    assert f"Page 2 of {len(document.phases)}" in dialog.preview.place.text()
    for paper, sides in (("A4", [210, 297]), ("A3", [297, 420])):
        _choose(dialog, "Paper of the pages", paper, qtbot)
        for page in dialog.preview._pages:
            assert sorted((page.drawing.width, page.drawing.height)) == sides
            assert page.drawing.fit.scale == pytest.approx(1.0, abs=0.01)
    assert "From 0.5 m: " in dialog.preview.facts.text()
    assert not any(w.isVisible() for w in _named(dialog, "Paper"))
    assert dialog.order.document == document


def test_text_of_a_chosen_size_takes_the_paper_that_it_needs(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot
) -> None:
    before = window.canvas.session.document
    dialog.form.edited.emit("poster.paper", "A4")
    _choose(dialog, "Size", "Text of cards of a chosen size", qtbot)
    dialog.form.edited.emit("wish.body_pt", 20.0)
    _wait(dialog, qtbot)
    drawing = dialog.preview._pages[0].drawing
    assert drawing.width > 297
    facts = dialog.preview.facts.text()
    assert "instead of A4: text of this size needs it." in facts
    assert "text of cards 20 pt (7.1 mm)" in facts
    assert dialog.order.document.poster.paper not in {"A4", before.poster.paper}
    assert window.canvas.session.document is before
    _choose(dialog, "Size", "No text smaller than a chosen size", qtbot)
    dialog.form.edited.emit("wish.least_pt", 400.0)
    _wait(dialog, qtbot)
    assert "No paper" in dialog.preview.warnings.text()
    assert not dialog.export_button.isEnabled()


def test_too_narrow_an_edge_for_an_office_printer_is_told(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    facts = dialog.preview.facts
    dialog.form.edited.emit("poster.paper", "A1")
    _wait(dialog, qtbot)
    assert "stay white" not in facts.text()
    dialog.form.edited.emit("poster.paper", "100x70")
    _wait(dialog, qtbot)
    assert "most office printers need 4 mm" in facts.text()
    dialog.form.edited.emit("wish.edge", 5.0)
    _wait(dialog, qtbot)
    assert "stay white" not in facts.text()


def test_edges_that_leave_nothing_are_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.edited.emit("poster.paper", "90x200")
    dialog.form.edited.emit("wish.edge", 45.0)
    _wait(dialog, qtbot)
    assert "white edges" in dialog.preview.warnings.text()
    assert not dialog.print_button.isEnabled()
    dialog.form.edited.emit("wish.edge", 5.0)
    _wait(dialog, qtbot)
    assert dialog.export_button.isEnabled()


def test_print_shops_get_bleed_and_marks_and_a_proof_is_small(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    width = dialog.preview._pages[0].drawing.width
    for path, value in (("wish.bleed", 3.0), ("wish.crop_marks", True)):
        dialog.form.edited.emit(path, value)
    _wait(dialog, qtbot)
    assert dialog.preview._pages[0].drawing.width > width + 6.0
    dialog.form.edited.emit("wish.is_proof", True)
    _wait(dialog, qtbot)
    drawing = dialog.preview._pages[0].drawing
    assert (drawing.width, drawing.height) == (297, 210)


def test_a_picture_is_as_wide_as_is_asked_for(
    window: MainWindow, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose(dialog, "Make a", "Picture (PNG)", qtbot)
    _choose(dialog, "Size of the picture", "Small, for a publishing site", qtbot)
    assert "800 × 565 pixels" in dialog.preview.facts.text()
    path = tmp_path / "a.png"
    dialog._work.write(dialog.order, path, lambda _done, _all: None)
    assert int.from_bytes(path.read_bytes()[16:20]) == 800
    _choose(dialog, "Size of the picture", "So many pixels wide", qtbot)
    line = _field(dialog, "Width, pixels")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "0")
    assert "least value" in line.accessibleDescription()
    line.selectAll()
    QTest.keyClicks(line, "90000")
    _wait(dialog, qtbot)
    assert "too large" in dialog.preview.warnings.text()


def test_letters_of_an_svg_may_be_outlines(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose(dialog, "Make a", "Vector picture (SVG)", qtbot)
    next(b for b in dialog.form.findChildren(QCheckBox) if "outlines" in b.text()).click()
    _wait(dialog, qtbot)
    path = tmp_path / "a.svg"
    dialog._work.write(dialog.order, path, lambda _done, _all: None)
    assert b"<text" not in path.read_bytes()


def test_a_publishing_copy_tells_what_it_leaves_out(
    dialog: ExportDialog, find_window: Find, qtbot: QtBot
) -> None:
    next(b for b in dialog.form.findChildren(QCheckBox) if b.text() == "Publishing copy").click()
    _wait(dialog, qtbot)
    assert "Left out of the publishing copy: " in dialog.preview.facts.text()
    _choose(dialog, "Make a", "Plain text", qtbot)
    assert "hidden lanes (1)" in dialog.preview.facts.text()
    next(b for b in dialog.form.findChildren(QPushButton) if "Left Out" in b.text()).click()
    leaving = find_window(LeavingOutDialog)
    assert isinstance(leaving, LeavingOutDialog)
    QTest.keyClick(leaving.table, KEY.Key_Space)
    leaving.take_button.click()
    _wait(dialog, qtbot)
    assert "Kept in the publishing copy: hidden lanes." in dialog.preview.facts.text()
    assert dialog.order.wish.leaving.keep == {"hidden_lanes"}


def test_what_the_blueprint_in_the_file_does_not_hold_is_told(
    window: MainWindow, dialog: ExportDialog, find_window: Find, qtbot: QtBot
) -> None:
    box = next(b for b in dialog.form.findChildren(QCheckBox) if "carries" in b.text())
    box.click()
    _wait(dialog, qtbot)
    assert "hidden lanes (1)" in dialog.preview.facts.text()
    dialog.reject()
    session = window.canvas.session
    session.execute(AddNotes(("Jono on pitkä", "Kukaan ei soita"), "", None))
    window.actions_by_name["print_or_export"].trigger()
    again = find_window(ExportDialog)
    assert isinstance(again, ExportDialog)
    next(b for b in again.form.findChildren(QCheckBox) if "carries" in b.text()).click()
    _wait(again, qtbot)
    assert "sticky notes (2)" in again.preview.facts.text()


def test_a_copy_without_gaps_is_called_whole() -> None:
    assert "whole" in tell_left_out(())


def test_who_exports_at_once_gets_the_fit_that_is_being_found(
    dialog: ExportDialog, find_window: Find, qtbot: QtBot
) -> None:
    asked: list[Order] = []
    dialog.export_asked.connect(asked.append)
    box = _field(dialog, "Size")
    assert isinstance(box, QComboBox)
    box.activated.emit(1)
    dialog.export_button.click()
    assert not asked
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0].document.poster.fit is not None
    find_window(QFileDialog).close()


def test_each_page_of_a_picture_is_a_file_and_the_first_is_named(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, document = window._desk.exports, window.canvas.session.document
    wish = Wish(kind="svg", layout="phases")
    desk.export(Order(document, wish), tmp_path / "sivu.svg", desk._make_work())
    qtbot.waitUntil(lambda: desk._task is None)
    count = len(document.phases)
    first = tmp_path / "sivu-1.svg"
    assert _bar(window) == f"{count} files are ready, from {first} to sivu-{count}.svg."
    assert sorted(tmp_path.glob("sivu*")) == [
        tmp_path / f"sivu-{number}.svg" for number in range(1, count + 1)
    ]
    first.write_text("mine")
    desk.export(Order(document, wish), tmp_path / "sivu.svg", desk._make_work())
    qtbot.waitUntil(lambda: desk._task is None)
    assert "“sivu-1.svg” is there already" in _bar(window)
    assert first.read_text() == "mine"
    (replace,) = desk._notices.buttons
    replace.click()
    qtbot.waitUntil(lambda: desk._task is None)
    assert _bar(window).startswith(f"{count} files are ready")
    assert first.read_text() != "mine"


@pytest.mark.parametrize("is_cut", [False, True])
def test_what_is_cancelled_leaves_no_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, *, is_cut: bool
) -> None:
    desk, document = window._desk.exports, window.canvas.session.document
    poster = document.poster.changed(tiling=Tiling() if is_cut else None)
    order = Order(document.changed(poster=poster), Wish())
    done: list[tuple[int, int]] = []
    work = desk._make_work()
    work.write(order, tmp_path / "a.pdf", lambda *told: done.append(told))
    assert done[0][0] == 0
    assert done[-1][0] == done[-1][1]
    desk.export(order, tmp_path / "b.pdf", work)
    (cancel,) = desk._notices.buttons
    cancel.click()
    qtbot.waitUntil(lambda: desk._task is None)
    assert not (tmp_path / "b.pdf").exists()
    assert desk._notices.isHidden()


def test_headers_in_a_second_language_are_chosen_where_there_is_one(
    window: MainWindow, find_window: Find, qtbot: QtBot
) -> None:
    session = window.canvas.session
    session.execute(AddLanguage("en"))
    QTest.keyClick(window.canvas, KEY.Key_P, CTRL)
    dialog = find_window(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    _wait(dialog, qtbot)
    _choose(dialog, "Second language of headers", "English", qtbot)
    assert dialog.order.document.poster.second_language == "en"
