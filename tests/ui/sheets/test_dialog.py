"""Workshop sheets from the menu: ticked, looked at, their questions edited, saved as one PDF."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from blueprint_editor.language.workshop.kit import STAGES
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.sheets.dialog import SheetsDialog
from tests.ui.conftest import Find


@pytest.fixture
def dialog(window: MainWindow, find_window: Find, qtbot: QtBot) -> SheetsDialog:
    window.actions_by_name["sheets_insight"].trigger()
    found = find_window(SheetsDialog)
    assert isinstance(found, SheetsDialog)
    qtbot.waitUntil(lambda: bool(found.preview.pages))
    return found


def wait_for_text(dialog: SheetsDialog, qtbot: QtBot, text: str) -> None:
    def texts() -> str:
        runs = (
            getattr(item, "text", "")
            for page in dialog.preview.pages
            for group, _, _ in page.placed
            for part in group.parts
            for item in part.primitives
        )
        return " ".join(runs)

    qtbot.waitUntil(lambda: text in texts())


def choose(box: Any, value: Any) -> None:
    box.setCurrentIndex(box.findData(value))


def test_a_stage_comes_with_its_sheets_ticked(dialog: SheetsDialog) -> None:
    assert dialog.sheets.ticked == ["W2", "W3", "W4"]
    assert dialog.sheets.current == "W2"
    assert "3 sheets ticked" in dialog.work.told.text()
    dialog.sheets.tick(())
    assert not dialog.work.save_button.isEnabled()
    dialog.reject()


def test_the_preview_follows_every_choice(dialog: SheetsDialog, qtbot: QtBot) -> None:
    dialog.tick(["W5"])
    assert "76 mm" in dialog.choices.advice.text()
    qtbot.waitUntil(lambda: round(dialog.preview.pages[0].width) == 841)
    choose(dialog.choices.paper, "A3")
    qtbot.waitUntil(lambda: round(dialog.preview.pages[0].width) == 420)
    choose(dialog.choices.language, "fi")
    wait_for_text(dialog, qtbot, "Polkuarkki")
    assert dialog.choices.paper.currentData() == "A3"
    assert "Page 1 of 1, 420 × 297 mm" in dialog.preview.place.text()
    dialog.reject()


def test_large_sheets_are_cut_for_an_office_printer(dialog: SheetsDialog, qtbot: QtBot) -> None:
    dialog.tick(["W7"])
    qtbot.waitUntil(lambda: round(dialog.preview.pages[0].width) == 594)
    choose(dialog.choices.tile, "A3")
    qtbot.waitUntil(lambda: len(dialog.preview.pages) == 5)
    assert {round(page.width * page.height) for page in dialog.preview.pages} == {297 * 420}
    dialog.reject()


def test_pages_are_turned(dialog: SheetsDialog, qtbot: QtBot) -> None:
    dialog.tick(["W1"])
    qtbot.waitUntil(lambda: len(dialog.preview.pages) == 3)
    dialog.preview.on.click()
    assert "Page 2 of 3" in dialog.preview.place.text()
    dialog.preview.back.click()
    assert not dialog.preview.back.isEnabled()
    dialog.reject()


def test_questions_belong_to_the_document_and_can_be_undone(
    dialog: SheetsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    session = window._session
    editor = dialog.questions
    assert not editor.button.isEnabled()
    dialog.tabs.setCurrentWidget(editor)
    editor.text.setFocus()
    editor.text.selectAll()
    qtbot.keyClicks(editor.text, "Why?")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text, "And then?")
    (own,) = session.document.questions
    assert (own.sheet, own.questions) == ("W2", ("Why?", "And then?"))
    assert own.language == dialog.choices.picked.language
    wait_for_text(dialog, qtbot, "And then?")
    session.undo()
    assert session.document.questions == ()
    assert "Why?" not in editor.text.toPlainText()
    session.redo()
    assert editor.button.isEnabled()
    editor.button.click()
    assert session.document.questions == ()
    dialog.reject()


def test_ticked_sheets_become_one_pdf_with_a_list(
    dialog: SheetsDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "sheets.pdf"
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        dialog.save(out)
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 4
    assert "sheets.pdf" in window.notices.bar("sheets").text


def test_a_refused_file_is_told(dialog: SheetsDialog, tmp_path: Path, find_window: Find) -> None:
    dialog.save(tmp_path / "missing" / "sheets.pdf")
    box = find_window(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "sheets.pdf" in box.text()
    box.close()
    assert dialog.work.save_button.isEnabled()
    dialog.reject()


def test_making_can_be_cancelled(dialog: SheetsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "sheets.pdf"
    dialog.save(out)
    assert dialog.work.close_button.text() == "Cancel"
    dialog.work.close_button.click()
    qtbot.waitUntil(lambda: dialog.work.close_button.text() == "Close", timeout=20_000)
    assert not out.exists()
    dialog.reject()


def test_everything_has_a_name_for_readers(dialog: SheetsDialog) -> None:
    for part in (
        dialog.sheets, dialog.choices.filling, dialog.choices.language, dialog.choices.session,
        dialog.choices.start, dialog.choices.phases, dialog.choices.actor,
        dialog.choices.since,
        dialog.choices.paper, dialog.choices.tile,
        dialog.preview.view,
        dialog.preview.back, dialog.preview.on, dialog.questions.text, dialog.work.progress,
    ):  # fmt: skip
        assert part.accessibleName(), part
    dialog.reject()


def test_sheets_are_printed_each_on_its_own_paper(
    dialog: SheetsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.tick(["W2", "W15"])
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.print(printer)
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        sizes = [[round(float(side) / 72 * 25.4) for side in page.mediabox] for page in pdf.pages]
    assert [size[2:] for size in sizes] == [[210, 297], [420, 297], [210, 297]]


def test_the_prints_of_the_path_are_ticked_from_the_menu(
    window: MainWindow, find_window: Find, qtbot: QtBot
) -> None:
    window.actions_by_name["sheets_prints"].trigger()
    found = find_window(SheetsDialog)
    assert isinstance(found, SheetsDialog)
    assert set(found.sheets.ticked) == set(dict(STAGES)["prints"])
    qtbot.waitUntil(lambda: bool(found.preview.pages))
    assert not found.questions.text.isEnabled() or found.questions.text.isReadOnly()
