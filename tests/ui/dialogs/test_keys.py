"""The sheet of keys: everything is there, found, and changed by pressing other keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.ui.actions import ACTIONS, CANVAS_KEYS, MAP_KEYS, full_text
from blueprint_editor.ui.causal.actions import MAP_ACTIONS
from blueprint_editor.ui.causal.window import CausalWindow
from blueprint_editor.ui.dialogs.keys import KeysDialog
from blueprint_editor.ui.key_caps import split_keys
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import ALT, CTRL, SHIFT, Hand
from tests.ui.conftest import Find

KEY = Qt.Key


@pytest.fixture
def dialog(window: MainWindow, hand: Hand, find_window: Find, qtbot: QtBot):
    hand.key(KEY.Key_F1, CTRL)
    made = find_window(KeysDialog)
    assert isinstance(made, KeysDialog)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, KeysDialog):
            widget.close()


def row(dialog: KeysDialog, text: str) -> QTreeWidgetItem:
    return next(item for item in dialog._iter_items() if item.text(0) == text)


def press(dialog: KeysDialog, text: str, key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier) -> None:
    dialog.rows.setCurrentItem(row(dialog, text))
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, key, keys)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_action_and_key_of_the_poster_is_there(dialog: KeysDialog) -> None:
    rows = {item.text(0): item.text(1) for item in dialog._iter_items()}
    assert len(rows) == len(list(dialog._iter_items()))
    assert {full_text(spec) for spec in ACTIONS} < rows.keys()
    assert {text for text, _keys in CANVAS_KEYS + MAP_KEYS} < rows.keys()
    assert rows["Undo"] == "Ctrl+Z"
    assert rows["Redo"].split("   ") == ["Ctrl+Shift+Z", "Ctrl+Y"]


def test_sheet_is_searched_by_action_and_by_key(dialog: KeysDialog) -> None:
    def shown() -> list[str]:
        return [item.text(0) for item in dialog._iter_items() if not item.isHidden()]

    QTest.keyClicks(dialog.search, "zoom in")
    assert shown() == ["Zoom In"]
    assert dialog.rows.currentItem().text(0) == "Zoom In"
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ctrl+z")
    assert "Undo" in shown()
    dialog.search.clear()
    assert len(shown()) > 30


def test_pressed_keys_are_used_at_once_and_kept(
    dialog: KeysDialog, window: MainWindow, settings_file: SettingsFile
) -> None:
    press(dialog, "Undo", KEY.Key_U, CTRL)
    assert row(dialog, "Undo").text(1) == "Ctrl+U"
    undo = window.actions_by_name["undo"]
    assert [key.toString() for key in undo.shortcuts()] == ["Ctrl+U"]
    assert "Ctrl+U" in undo.toolTip()
    assert settings_file.read().preferences.keys == {"undo": ("Ctrl+U",)}
    click(dialog.usual)
    assert undo.shortcut() == QKeySequence("Ctrl+Z")
    assert settings_file.read().preferences.keys == {}


def test_keys_of_another_action_are_taken_over_only_when_asked(
    dialog: KeysDialog, window: MainWindow
) -> None:
    actions = window.actions_by_name
    press(dialog, "Undo", KEY.Key_Y, CTRL)
    assert "“Redo”" in dialog.told.text()
    assert actions["undo"].shortcut() == QKeySequence("Ctrl+Z")
    assert dialog.take_over.isVisible()
    click(dialog.take_over)
    assert actions["undo"].shortcuts() == [QKeySequence("Ctrl+Y")]
    assert actions["redo"].shortcuts() == [QKeySequence("Ctrl+Shift+Z")]
    assert not dialog.take_over.isVisible()


@pytest.mark.parametrize(
    ("key", "keys", "told"),
    [
        (KEY.Key_A, Qt.KeyboardModifier.NoModifier, "types a letter"),
        (KEY.Key_A, SHIFT, "types a letter"),
        (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "poster itself"),
        (KEY.Key_Left, SHIFT, "poster itself"),
    ],
)
def test_keys_for_typing_are_no_shortcuts(
    dialog: KeysDialog, window: MainWindow, key: Qt.Key, keys, told: str
) -> None:
    press(dialog, "Undo", key, keys)
    assert told in dialog.told.text()
    assert window.actions_by_name["undo"].shortcut() == QKeySequence("Ctrl+Z")


@pytest.mark.parametrize(
    ("key", "keys", "name"),
    [
        (KEY.Key_F12, Qt.KeyboardModifier.NoModifier, "F12"),
        (KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier, "PgUp"),
        (KEY.Key_Left, CTRL | ALT, "Ctrl+Alt+Left"),
    ],
)
def test_keys_that_type_nothing_are_shortcuts(
    dialog: KeysDialog, window: MainWindow, key: Qt.Key, keys, name: str
) -> None:
    press(dialog, "Undo", key, keys)
    assert window.actions_by_name["undo"].shortcut() == QKeySequence(name)


def test_action_without_keys_and_all_usual_again(dialog: KeysDialog, window: MainWindow) -> None:
    press(dialog, "Save", KEY.Key_F12)
    dialog.rows.setCurrentItem(row(dialog, "Undo"))
    click(dialog.none)
    actions = window.actions_by_name
    assert actions["undo"].shortcuts() == []
    assert not dialog.none.isEnabled()
    click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Usual Keys for All"))
    assert actions["undo"].shortcut() == QKeySequence("Ctrl+Z")
    assert actions["save"].shortcut() == QKeySequence("Ctrl+S")


def test_keys_of_the_poster_stay(dialog: KeysDialog) -> None:
    dialog.rows.setCurrentItem(row(dialog, "Leave without a trace"))
    assert not dialog.field.isEnabled()
    assert "stay" in dialog.told.text()


def test_field_of_keys_is_no_trap(dialog: KeysDialog, qtbot: QtBot) -> None:
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, KEY.Key_Tab)
    assert QApplication.focusWidget() is not dialog.field
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, KEY.Key_Backtab)
    assert QApplication.focusWidget() is not dialog.field
    dialog.field.setFocus()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.field, KEY.Key_Escape)


def test_keys_of_unknown_actions_and_broken_ones_do_no_harm(
    editor: Editor, window: MainWindow, settings_file: SettingsFile
) -> None:
    path = settings_file.path
    path.write_text('{"language": "en", "keys": {"later": ["Ctrl+K"], "undo": ["???"]}}', "utf-8")
    other = Editor(editor._app, editor._resources, settings_file)
    other.start([])
    assert other.preferences.current.keys["later"] == ("Ctrl+K",)
    other.start_page.close()
    other.deleteLater()


def test_caps_are_split_where_keys_are_joined() -> None:
    assert split_keys("Ctrl+Shift+P") == ["Ctrl", "Shift", "P"]
    assert split_keys("Ctrl++") == ["Ctrl", "+"]
    assert split_keys("+") == ["+"]
    assert split_keys("+ −") == ["+ −"]
    assert split_keys("") == []


def test_the_causal_map_has_keys_of_its_own_and_those_of_the_blueprint(
    dialog: KeysDialog, window: MainWindow
) -> None:
    window.actions_by_name["causal_map"].trigger()
    (causal,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CausalWindow)]
    effect, undo = causal.map_actions["effect"], causal.map_actions["undo"]
    press(dialog, "New Effect", KEY.Key_Y, CTRL)
    assert "“Redo”" in dialog.told.text()
    # What only the blueprint's window does with it is no clash.
    press(dialog, "New Effect", KEY.Key_N, CTRL)
    assert [key.toString() for key in effect.shortcuts()] == ["Ctrl+N"]
    assert "Ctrl+N" in effect.toolTip()
    assert window.actions_by_name["new"].shortcut() == QKeySequence("Ctrl+N")
    press(dialog, "Undo", KEY.Key_N, CTRL)
    assert dialog.take_over.isVisible()
    click(dialog.take_over)
    assert undo.shortcuts() == [QKeySequence("Ctrl+N")]
    assert effect.shortcuts() == []
    causal.close()


def test_actions_of_both_windows_by_one_name_have_the_same_usual_keys() -> None:
    own = {spec.name: spec.shortcuts for spec in ACTIONS}
    shared = [spec for spec in MAP_ACTIONS if spec.name in own]
    assert {"undo", "save", "connect", "fit_page"} < {spec.name for spec in shared}
    assert all(spec.shortcuts == own[spec.name] for spec in shared)
