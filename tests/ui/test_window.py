from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolBar,
)
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.language.texts import current_language
from blueprint_editor.ui.actions import ACTIONS, MENUS, TOOLBAR
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.look import find_colours
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.printing.dialog import ExportDialog
from tests.canvas.hand import ALT, CTRL, SHIFT, Hand
from tests.commands.documents import cell_ids
from tests.painters.pdf_reader import read_runs
from tests.ui.conftest import Find

KEY = Qt.Key


def test_undo_and_redo_by_key_name_the_step(window: MainWindow, hand: Hand) -> None:
    session, undo = window.canvas.session, window.actions_by_name["undo"]
    assert not undo.isEnabled()
    hand.click(hand.card("a"))
    hand.type("x")
    hand.key(KEY.Key_Return)
    assert undo.isEnabled()
    assert undo.text().replace("&", "") == "Undo text edit"
    hand.key(KEY.Key_Z, CTRL)
    assert session.document.cards[0].text == "A"
    assert not window.isWindowModified()
    hand.key(KEY.Key_Y, CTRL)
    assert session.document.cards[0].text == "x"


def test_delete_by_key_and_cursor_stays(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("c"))
    hand.key(KEY.Key_Delete)
    session = window.canvas.session
    assert cell_ids(session.document, "lane-customer", "step-2") == []
    hand.type("uusi")
    hand.key(KEY.Key_Return)
    assert [card.text for card in session.document.cards] == ["A", "B", "uusi"]


def test_delete_while_typing_deletes_a_letter_only(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_F2)
    hand.key(KEY.Key_Home)
    hand.key(KEY.Key_Delete)
    hand.type("Q")
    hand.key(KEY.Key_Return)
    assert [card.text for card in window.canvas.session.document.cards] == ["Q", "B", "C"]


@pytest.mark.parametrize(
    ("key", "cell", "cards"),
    [
        (KEY.Key_Right, ("lane-customer", "step-2"), ["a", "c"]),
        (KEY.Key_Down, ("lane-customer", "step-1"), ["b", "a"]),
        (KEY.Key_Up, ("lane-evidence", "step-1"), ["a"]),
    ],
)
def test_alt_and_arrows_move_the_card(
    window: MainWindow, hand: Hand, key: Qt.Key, cell: tuple[str, str], cards: list[str]
) -> None:
    hand.click(hand.card("a"))
    hand.key(key, ALT)
    assert cell_ids(window.canvas.session.document, *cell) == cards
    assert window.canvas.session.selection.records == ("a",)


def test_move_beyond_the_grid_says_why(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_Left, ALT)
    assert window.status.currentMessage() == "There is no further cell in that direction."


def test_select_all_and_move_everything(window: MainWindow, hand: Hand) -> None:
    hand.key(KEY.Key_A, CTRL)
    assert set(window.canvas.session.selection.records) == {"a", "b", "c"}
    hand.key(KEY.Key_Right, ALT)
    document = window.canvas.session.document
    assert cell_ids(document, "lane-customer", "step-2") == ["a", "b"]
    assert cell_ids(document, "lane-customer", "step-3") == ["c"]


def test_new_card_by_key_stands_below_the_current_one(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_Insert)
    hand.type("väliin")
    hand.key(KEY.Key_Return)
    texts = [card.text for card in window.canvas.session.document.cards]
    assert texts == ["A", "väliin", "B", "C"]


def test_zoom_keys_and_status(window: MainWindow, hand: Hand) -> None:
    canvas = window.canvas
    hand.key(KEY.Key_1, CTRL)
    assert canvas.zoom == pytest.approx(1.0)
    assert window.status.zoom_label.text() == "100 %"
    hand.key(KEY.Key_Minus, CTRL)
    assert canvas.zoom == pytest.approx(0.8)
    hand.key(KEY.Key_Plus, CTRL)
    assert canvas.zoom == pytest.approx(1.0)
    hand.key(KEY.Key_0, CTRL)
    page = canvas.viewportTransform().map(QPoint(0, 0))
    assert canvas.viewport().rect().contains(page)


def test_zooming_does_not_end_the_typing(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_F2)
    hand.key(KEY.Key_Plus, CTRL)
    assert window.canvas.editing.is_active


def test_status_counts_what_there_is(window: MainWindow) -> None:
    assert window.status.count_label.text() == "3 cards · 0 connectors"
    assert not window.status.missing_button.isVisible()


def test_letters_without_a_font_are_told_with_their_cards(
    window: MainWindow, hand: Hand, find_window: Find
) -> None:
    window.canvas.session.execute(SetCardText("b", "Merkki \U00012000"))
    button = window.status.missing_button
    assert button.text() == "▲ 1 letter has no font"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    box = find_window(QMessageBox)
    assert "U+12000" in box.informativeText()
    assert "1.2" in box.informativeText()
    box.close()
    assert window.canvas.session.selection.records == ("b",)


def test_menus_and_toolbar_come_from_the_table(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    menus = [action.menu() for action in bar if action.isVisible()]
    assert len(menus) == len(MENUS)
    menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]
    shown = {action for menu in menus for action in menu.actions()}
    assert {window.actions_by_name[spec.name] for spec in ACTIONS} <= shown
    bar = window.findChild(QToolBar)
    buttons = {action for action in bar.actions() if action in shown}
    assert {window.actions_by_name[name] for name in TOOLBAR if name != "|"} == buttons
    assert len(buttons) + 1 <= 12


def test_no_two_actions_share_a_key() -> None:
    keys = [key for spec in ACTIONS for key in spec.shortcuts]
    assert len(set(keys)) == len(keys)


def test_pdf_is_exported_while_work_goes_on(
    window: MainWindow, hand: Hand, tmp_path: Path, qtbot: QtBot, find_window: Find
) -> None:
    hand.key(KEY.Key_E, CTRL)
    QTest.keyClick(find_window(ExportDialog), KEY.Key_Return)
    dialog = find_window(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("juliste")
    dialog.accept()
    qtbot.waitUntil(lambda: "juliste.pdf is ready" in window.notices.find_text("export"))
    runs = read_runs((tmp_path / "juliste.pdf").read_bytes())
    assert "Asiakkaan toiminta" in " ".join("".join(run.text for run in runs).split())


def test_failed_export_says_what_to_do(
    window: MainWindow, hand: Hand, tmp_path: Path, find_window: Find
) -> None:
    hand.key(KEY.Key_E, CTRL)
    QTest.keyClick(find_window(ExportDialog), KEY.Key_Return)
    dialog = find_window(QFileDialog)
    target = tmp_path / "kansio.pdf"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(target.name)
    target.mkdir()
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    box = find_window(QMessageBox)
    assert "kansio.pdf" in box.text()
    assert "Choose a file name" in box.informativeText()
    box.close()
    assert not window.notices.find_text("export")


def _choose_language(window: MainWindow, name: str) -> None:
    menu = next(m for m in window.menuBar().findChildren(QMenu) if "anguage" in m.title())
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_language_changes_while_running_and_is_remembered(
    editor: Editor, window: MainWindow, hand: Hand, settings_file: SettingsFile
) -> None:
    hand.click(hand.card("a"))
    hand.type("x")
    _choose_language(window, "Suomi")
    assert editor.window is not None
    assert editor.window is not window
    assert editor.window.actions_by_name["save"].text() == "&Tallenna"
    assert editor.window.isWindowModified()
    session = editor.window.canvas.session
    assert session.document.cards[0].text == "x"
    session.undo()
    assert session.document.cards[0].text == "A"
    assert settings_file.read().preferences.language == "fi"
    assert current_language() == "fi"


def test_place_of_the_window_is_remembered(
    editor: Editor, window: MainWindow, settings_file: SettingsFile
) -> None:
    window.setGeometry(20, 30, 640, 480)
    window.close()
    place = settings_file.read().window
    assert place is not None
    assert (place.x, place.y, place.width, place.height) == (20, 30, 640, 480)


def test_window_follows_a_dark_theme(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    light = QPalette(qapp.palette())
    try:
        qapp.setPalette(QPalette(QColor("#202124")))
        qtbot.waitUntil(lambda: find_colours(dark=True)["surface"] in window.styleSheet())
    finally:
        qapp.setPalette(light)
    qtbot.waitUntil(lambda: find_colours(dark=False)["surface"] in window.styleSheet())


def test_every_icon_leaves_ink(qapp: QApplication) -> None:
    for spec in ACTIONS:
        if spec.icon:
            image = make_icon(spec.icon, QColor("black")).pixmap(22, 22).toImage()
            alphas = [image.pixelColor(x, y).alpha() for x in range(22) for y in range(22)]
            assert 20 < sum(alpha > 100 for alpha in alphas) < 300, spec.icon


def test_file_that_cannot_be_read_at_the_start_is_told_about(
    qapp: QApplication, settings_file: SettingsFile, tmp_path: Path, find_window: Find
) -> None:
    editor = Editor(qapp, ResourceDir.find(), settings_file)
    editor.start([tmp_path / "ei-ole.blueprint"])
    box = find_window(QMessageBox)
    assert "ei-ole.blueprint" in box.text()
    QTest.mouseClick(box.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert editor.list_windows() == ()
    assert editor.start_page is not None
    assert editor.start_page.isVisible()
    box.close()
    editor.start_page.close()


def test_shift_makes_a_new_line_in_the_window_too(window: MainWindow, hand: Hand) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_F2)
    hand.key(KEY.Key_Return, SHIFT)
    hand.type("q")
    hand.key(KEY.Key_Return)
    assert window.canvas.session.document.cards[0].text == "A\nq"
