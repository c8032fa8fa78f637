"""The settings: each takes effect at once, in every window, and is kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fontpkg_noto_sans_arabic
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.canvas.motion import find_motion_ms
from blueprint_editor.ui.dialogs.keys import KeysDialog
from blueprint_editor.ui.dialogs.settings import SettingsDialog
from blueprint_editor.ui.look import find_colours
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.preferences import Preferences
from tests.canvas.hand import CTRL, Hand
from tests.ui.conftest import Find

KEY = Qt.Key
ARABIC = next(Path(fontpkg_noto_sans_arabic.ROOT).rglob("*.ttf"))


@pytest.fixture
def dialog(window: MainWindow, hand: Hand, find_window: Find) -> Iterator[SettingsDialog]:
    hand.key(KEY.Key_Comma, CTRL)
    made = find_window(SettingsDialog)
    assert isinstance(made, SettingsDialog)
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, SettingsDialog | KeysDialog | QFileDialog):
            widget.close()


@pytest.fixture(autouse=True)
def _usual_look(qapp: QApplication) -> Iterator[None]:
    palette, blinking = qapp.palette(), qapp.cursorFlashTime()
    yield
    qapp.setPalette(palette)
    qapp.setCursorFlashTime(blinking)


def choose(box: QComboBox, text: str) -> None:
    box.setFocus()
    row = box.findText(text)
    assert row >= 0
    while box.currentIndex() != row:
        QTest.keyClick(box, KEY.Key_Down if box.currentIndex() < row else KEY.Key_Up)


def button(dialog: SettingsDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def click(widget: QPushButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_theme_changes_at_once_and_is_kept(
    dialog: SettingsDialog, window: MainWindow, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    choose(dialog.theme, "Dark")
    qtbot.waitUntil(lambda: find_colours(dark=True)["surface"] in window.styleSheet())
    assert find_colours(dark=True)["quiet"] in dialog.styleSheet()
    assert settings_file.read().preferences.theme == "dark"
    choose(dialog.theme, "Light")
    qtbot.waitUntil(lambda: find_colours(dark=False)["surface"] in window.styleSheet())


def test_language_changes_at_once_and_the_dialog_stays(
    dialog: SettingsDialog, editor: Editor, window: MainWindow, find_window: Find, qtbot: QtBot
) -> None:
    choose(dialog.language, "Suomi")
    qtbot.waitUntil(lambda: editor.window is not window)
    assert editor.window is not None
    assert editor.window.actions_by_name["save"].text() == "&Tallenna"
    again = find_window(SettingsDialog)
    assert again is not dialog
    assert again.windowTitle() == "Asetukset"
    assert again.language.currentText() == "Suomi"


def test_language_of_the_system_can_be_wanted_again(
    dialog: SettingsDialog, settings_file: SettingsFile, find_window: Find, qtbot: QtBot
) -> None:
    dialog.language.setCurrentIndex(1)
    choose(dialog.language, dialog.language.itemText(0))
    assert settings_file.read().preferences.language is None


def test_motion_is_reduced(
    dialog: SettingsDialog,
    window: MainWindow,
    qapp: QApplication,
    settings_file: SettingsFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("blueprint_editor.canvas.motion._LONGEST_MS", 40)
    usual = qapp.cursorFlashTime()
    assert find_motion_ms(window.canvas) > 0
    dialog.motion.setFocus()
    QTest.keyClick(dialog.motion, KEY.Key_Space)
    assert qapp.cursorFlashTime() == 0
    assert find_motion_ms(window.canvas) == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    assert settings_file.read().preferences.is_motion_reduced
    QTest.keyClick(dialog.motion, KEY.Key_Space)
    assert qapp.cursorFlashTime() == usual


def test_name_counts_when_the_dialog_closes(
    dialog: SettingsDialog, settings_file: SettingsFile
) -> None:
    dialog.author.setFocus()
    QTest.keyClicks(dialog.author, " Åsa ")
    QTest.keyClick(dialog.author, KEY.Key_Escape)
    assert settings_file.read().preferences.author == "Åsa"


def test_new_documents_have_the_wanted_paper(
    dialog: SettingsDialog, editor: Editor, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    choose(dialog.paper, "A3")
    assert settings_file.read().preferences.paper == "A3"
    dialog.close()
    template = editor.offers.list_templates("fi")[1]
    editor.open_template(template.path)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    document = editor.list_windows()[1].canvas.session.document
    assert document.poster.paper == "A3"
    assert document.poster.fit is None


def test_fonts_are_added_checked_and_removed(
    dialog: SettingsDialog,
    editor: Editor,
    window: MainWindow,
    settings_file: SettingsFile,
    find_window: Find,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    font, broken = tmp_path / "Oma fontti.ttf", tmp_path / "rikki.ttf"
    font.write_bytes(ARABIC.read_bytes())
    broken.write_bytes(b"no font")
    click(dialog.add_font)
    files = find_window(QFileDialog)
    files.setDirectory(str(tmp_path))
    files.selectFile(broken.name)
    files.accept()
    assert "rikki.ttf" in dialog.font_fault.text()
    assert settings_file.read().preferences.font_files == ()
    poster = window.canvas.session.poster
    dialog.take_fonts([str(font)])
    qtbot.waitUntil(lambda: editor.window is not window)
    assert editor.window is not None
    session = editor.window.canvas.session
    assert session is window.canvas.session
    assert session.poster is not poster
    again = find_window(SettingsDialog)
    assert isinstance(again, SettingsDialog)
    assert again.fonts.item(0).text() == "Oma fontti.ttf"
    assert not again.remove_font.isEnabled()
    again.fonts.setCurrentRow(0)
    click(again.remove_font)
    assert settings_file.read().preferences.font_files == ()


def test_room_for_versions_is_limited_at_once(
    dialog: SettingsDialog, editor: Editor, settings_file: SettingsFile
) -> None:
    choose(dialog.versions, "100 MB")
    assert settings_file.read().preferences.versions_mb == 100
    assert editor._stores.versions._limits.bytes_all == 100 * 2**20
    assert editor._stores.versions._limits.bytes_each == 30 * 2**20


def test_defaults_come_back_but_name_and_keys_stay(
    dialog: SettingsDialog, editor: Editor, settings_file: SettingsFile, find_window: Find
) -> None:
    kept = Preferences(author="Åsa", keys={"undo": ("Ctrl+U",)})
    editor.preferences.change(replace(kept, language="en", theme="dark", paper="A0"))
    click(button(dialog, "Restore Defaults"))
    assert settings_file.read().preferences == kept


def test_keys_are_reached_from_the_settings(dialog: SettingsDialog, find_window: Find) -> None:
    click(button(dialog, "Keyboard Shortcuts…"))
    find_window(KeysDialog).close()


def test_what_was_written_by_hand_is_shown(editor: Editor, window: MainWindow) -> None:
    editor.preferences.change(replace(editor.preferences.current, paper="roll:914"))
    dialog = SettingsDialog(editor, window)
    assert dialog.paper.currentText() == "roll:914"
    dialog.deleteLater()


def test_another_program_changes_what_this_one_does_not(
    editor: Editor, window: MainWindow, settings_file: SettingsFile
) -> None:
    settings = settings_file.read()
    settings_file.write(replace(settings, preferences=replace(settings.preferences, paper="A2")))
    editor.preferences.change(replace(editor.preferences.current, author="Åsa"))
    kept = settings_file.read().preferences
    assert (kept.paper, kept.author) == ("A2", "Åsa")
