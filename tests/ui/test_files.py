from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.storage.format import load_document
from blueprint_editor.ui.file_dialogs import suggest_name
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, SHIFT, Hand
from tests.ui.conftest import Find

KEY = Qt.Key


def _press(box: QMessageBox, text: str) -> None:
    button = next(b for b in box.findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _change(window: MainWindow, hand: Hand, text: str = "x") -> None:
    hand.click(hand.card("a"))
    hand.type(text)
    hand.key(KEY.Key_Return)
    assert window.isWindowModified()


def _choose(dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_file_is_saved_over_itself(
    window: MainWindow, hand: Hand, path: Path, qtbot: QtBot
) -> None:
    assert window.windowTitle().startswith("polku.blueprint")
    assert not window.isWindowModified()
    _change(window, hand)
    assert "Unsaved" in window.status.saved_label.text()
    with qtbot.waitSignal(window.files.file_used):
        hand.key(KEY.Key_S, CTRL)
    assert load_document(path).cards[0].text == "x"
    assert not window.isWindowModified()
    assert "Saved" in window.status.saved_label.text()


def test_what_is_being_typed_is_saved_too(
    window: MainWindow, hand: Hand, path: Path, qtbot: QtBot
) -> None:
    hand.click(hand.card("a"))
    hand.type("bc")
    with qtbot.waitSignal(window.files.file_used):
        hand.key(KEY.Key_S, CTRL)
    assert load_document(path).cards[0].text == "bc"


def test_save_as_gives_the_file_its_ending(
    window: MainWindow, hand: Hand, path: Path, qtbot: QtBot, find_window: Find
) -> None:
    _change(window, hand)
    hand.key(KEY.Key_S, CTRL | SHIFT)
    with qtbot.waitSignal(window.files.file_used):
        _choose(find_window(QFileDialog), path.with_name("toinen"))
    assert load_document(path.with_name("toinen.blueprint")).cards[0].text == "x"
    assert load_document(path).cards[0].text == "A"
    assert window.windowTitle().startswith("toinen.blueprint")


def test_failed_save_says_what_to_do_and_keeps_the_work(
    window: MainWindow, hand: Hand, path: Path, qtbot: QtBot
) -> None:
    _change(window, hand)
    path.unlink()
    path.mkdir()
    hand.key(KEY.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(window.notices.find_text("save")))
    told = window.notices.find_text("save")
    assert "polku.blueprint" in told
    assert "not an ordinary file" in told
    assert window.isWindowModified()
    assert window.canvas.session.document.cards[0].text == "x"


@pytest.mark.parametrize("answer", ["Save", "Do Not Save", "Cancel"])
def test_closing_asks_about_unsaved_changes(
    editor: Editor,
    window: MainWindow,
    hand: Hand,
    path: Path,
    qtbot: QtBot,
    find_window: Find,
    answer: str,
) -> None:
    _change(window, hand)
    window.close()
    assert window.isVisible()
    _press(find_window(QMessageBox), answer)
    if answer == "Cancel":
        assert window.isVisible()
    else:
        qtbot.waitUntil(lambda: not editor.list_windows())
    assert load_document(path).cards[0].text == ("x" if answer == "Save" else "A")


def test_unchanged_document_closes_without_a_question(window: MainWindow) -> None:
    assert window.close()


def test_broken_file_is_told_about_with_every_fault(
    window: MainWindow, document: Document, path: Path, find_window: Find
) -> None:
    broken = path.with_name("rikki.blueprint")
    text = path.read_text("utf-8")
    broken.write_text(text.replace('"step": "step-', '"step": "no-'), "utf-8")
    window.files.open_asked.emit([broken])
    box = find_window(QMessageBox)
    assert "rikki.blueprint" in box.text()
    assert "3 faults" in box.informativeText()
    assert "/document/cards/2/step" in box.detailedText()
    box.close()
    assert window.canvas.session.document == document


def _menu(window: MainWindow, title: str) -> QMenu:
    menus = window.menuBar().findChildren(QMenu)
    menu = next(menu for menu in menus if menu.title().replace("&", "") == title)
    menu.aboutToShow.emit()
    return menu


def test_document_that_no_file_can_hold_is_told_about(
    window: MainWindow, hand: Hand, find_window: Find
) -> None:
    error = DocumentError((Problem("", "is larger than 64 MiB"),))
    window.canvas.session.save_failed.emit(error)
    bar = window.notices.bar("save")
    assert "could not be saved" in bar.text
    QTest.mouseClick(bar.buttons[-1], Qt.MouseButton.LeftButton)
    box = find_window(QMessageBox)
    assert "cannot be written" in box.informativeText()
    assert "64 MiB" in box.detailedText()
    box.close()


def test_other_files_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "kuva.png"))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(4, 4), actions, dropped, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_suggested_names_are_fit_for_every_system() -> None:
    assert suggest_name('Polku: "A/B" <uusi>?') == "Polku A B uusi"
    assert suggest_name("Työ-polku 3") == "Työ-polku 3"
    assert suggest_name("///") == "Untitled"


@pytest.fixture(autouse=True)
def _no_dialog_is_left(window: MainWindow, qtbot: QtBot):
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | QFileDialog):
            widget.close()
