"""Several documents at once: each in a window of its own, none lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, Hand
from tests.commands.documents import make_card, make_document
from tests.storage.pdfs import make_pdf
from tests.ui.conftest import Find

KEY = Qt.Key


@pytest.fixture
def other(path: Path) -> Path:
    made = path.with_name("muu.blueprint")
    save_document(make_document(make_card("z")), made)
    return made


@pytest.fixture(autouse=True)
def _no_window_is_left(editor: Editor):
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | QFileDialog):
            widget.close()


def open_other(editor: Editor, other: Path, qtbot: QtBot) -> MainWindow:
    editor.open_files([other], editor.window)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    return editor.list_windows()[1]


def menu_of(window: MainWindow, title: str) -> QMenu:
    menus = window.menuBar().findChildren(QMenu)
    menu = next(menu for menu in menus if menu.title().replace("&", "") == title)
    menu.aboutToShow.emit()
    return menu


def press(box: QMessageBox, text: str) -> None:
    button = next(b for b in box.findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def change(window: MainWindow, text: str = "x") -> None:
    card = window.canvas.session.document.cards[0].id
    window.canvas.session.execute(SetCardText(card, text))
    assert window.isWindowModified()


def test_no_title_gets_a_second_dash_of_the_systems_liking(
    editor: Editor, window: MainWindow, qapp: QApplication
) -> None:
    # Where a display name is set, Qt puts "—" or "-" and that name behind what does not end in it.
    assert qapp.applicationDisplayName() == qapp.applicationName()
    assert window.windowTitle().endswith(" – Blueprint Editor")


def test_another_file_gets_a_window_of_its_own(
    editor: Editor, window: MainWindow, hand: Hand, other: Path, qtbot: QtBot, find_window: Find
) -> None:
    change(window)
    window.resize(640, 480)
    hand.key(KEY.Key_O, CTRL)
    dialog = find_window(QFileDialog)
    dialog.setDirectory(str(other.parent))
    dialog.selectFile(other.name)
    dialog.accept()
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    second = editor.list_windows()[1]
    assert [card.id for card in second.canvas.session.document.cards] == ["z"]
    assert second.windowTitle().startswith("muu.blueprint")
    assert second.pos() != window.pos()
    assert window.isWindowModified()
    assert not second.isWindowModified()


def test_blueprint_inside_a_pdf_opens_without_a_file_so_that_the_pdf_is_not_saved_over(
    editor: Editor, window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    change(window)
    pdf = other.with_suffix(".pdf")
    pdf.write_bytes(make_pdf(other.read_bytes()))
    shown = open_other(editor, pdf, qtbot)
    assert [card.id for card in shown.canvas.session.document.cards] == ["z"]
    assert shown.canvas.session.path is None


def test_file_that_is_open_comes_to_the_front(
    editor: Editor, window: MainWindow, path: Path, other: Path, qtbot: QtBot
) -> None:
    second = open_other(editor, other, qtbot)
    qtbot.waitUntil(second.isActiveWindow)
    editor.open_files([path.parent / "." / path.name, path], second)
    qtbot.waitUntil(window.isActiveWindow)
    assert editor.list_windows() == (window, second)


def test_untouched_document_without_a_file_makes_room(
    editor: Editor, window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    entries = {action.text(): action for action in menu_of(window, "Open Sample").actions()}
    entries["Osatyökykyisen palvelupolku – esimerkki"].trigger()
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    sample = editor.list_windows()[1]
    assert sample.canvas.session.path is None
    assert sample.windowTitle().startswith("Osatyökykyisen palvelupolku")
    editor.open_files([other], sample)
    qtbot.waitUntil(lambda: sample.canvas.session.path == other)
    assert len(editor.list_windows()) == 2
    entries["Kuntouttava työtoiminta"].trigger()
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 3)


def test_recent_files_are_remembered_newest_first(
    editor: Editor,
    window: MainWindow,
    path: Path,
    other: Path,
    settings_file: SettingsFile,
    qtbot: QtBot,
) -> None:
    qtbot.waitUntil(lambda: settings_file.read().recent_files == (str(path),))
    open_other(editor, other, qtbot)
    entries = menu_of(window, "Open Recent").actions()
    assert [entry.text() for entry in entries] == ["muu", "polku"]
    entries[1].trigger()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: settings_file.read().recent_files == (str(other), str(path)))


def test_files_dropped_on_a_window_open_windows(
    editor: Editor, window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    third = other.with_name("kolmas.blueprint.json")
    save_document(make_document(make_card("y")), third)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in (other, third)])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 400), actions, dropped, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(400, 400), actions, dropped, buttons, keys)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 3)
    paths = {shown.canvas.session.path for shown in editor.list_windows()}
    assert {other, third} < paths


def test_menu_of_windows_is_there_when_there_are_several(
    editor: Editor, window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    menu = menu_of(window, "Window")
    assert not menu.menuAction().isVisible()
    second = open_other(editor, other, qtbot)
    assert menu.menuAction().isVisible()
    entries = menu_of(window, "Window").actions()
    assert [entry.text() for entry in entries] == ["polku.blueprint", "muu.blueprint"]
    entries[0].trigger()
    qtbot.waitUntil(window.isActiveWindow)
    second.close()
    assert not menu.menuAction().isVisible()
    assert editor.list_windows() == (window,)


@pytest.mark.parametrize("answer", ["Save", "Do Not Save", "Cancel"])
def test_quitting_asks_once_for_each_unsaved_document(
    editor: Editor,
    window: MainWindow,
    path: Path,
    other: Path,
    qtbot: QtBot,
    find_window: Find,
    answer: str,
) -> None:
    second = open_other(editor, other, qtbot)
    change(window, "one")
    change(second, "two")
    second.actions_by_name["quit"].trigger()
    box = find_window(QMessageBox)
    assert "muu.blueprint" in box.text()
    second.actions_by_name["quit"].trigger()
    press(find_window(QMessageBox), answer)
    if answer == "Cancel":
        assert editor.list_windows() == (window, second)
        # The next window that closes is not taken for a part of quitting.
        second.canvas.session.undo()
        second.close()
        QApplication.processEvents()
        assert window.isVisible()
        return
    qtbot.waitUntil(lambda: editor.list_windows() == (window,))
    box = find_window(QMessageBox)
    assert "polku.blueprint" in box.text()
    press(box, answer)
    qtbot.waitUntil(lambda: not editor.list_windows())
    texts = [load_document(file).cards[0].text for file in (path, other)]
    assert texts == (["one", "two"] if answer == "Save" else ["A", "Z"])


def test_language_changes_in_every_window(
    editor: Editor, window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    second = open_other(editor, other, qtbot)
    change(second)
    second.canvas.set_zoom(2.0)
    session = second.canvas.session
    editor.preferences.choose_language("sv")
    first, second = editor.list_windows()
    assert first.actions_by_name["save"].text() == "&Spara"
    assert second.canvas.session is session
    assert second.canvas.zoom == pytest.approx(2.0)
    assert second.isWindowModified()
