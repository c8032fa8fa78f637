"""The command palette, by keys alone: found by a few letters, done by Enter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.document import Document
from blueprint_editor.ui.actions import ACTIONS
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.palette.palette import CommandPalette
from blueprint_editor.ui.palette.rows import describe, split_runs
from tests.canvas.hand import CTRL, Hand
from tests.commands.documents import make_card, make_document

KEY = Qt.Key
Open = Callable[[], CommandPalette]


@pytest.fixture
def document() -> Document:
    return make_document(
        make_card("a").changed(text="Täyttää hakemuksen"),
        make_card("b"),
        make_card("c", "lane-front", "step-2").changed(text="Hakee apua"),
    )


@pytest.fixture
def open_palette(window: MainWindow, hand: Hand) -> Open:
    def show() -> CommandPalette:
        hand.key(KEY.Key_K, CTRL)
        (shown,) = [p for p in window.findChildren(CommandPalette) if p.isVisible()]
        return shown

    return show


def titles(palette: CommandPalette) -> list[str]:
    return [palette.rows.entry(row).title for row in range(palette.rows.rowCount())]


def type_keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_every_action_is_there_with_menu_and_keys(open_palette: Open) -> None:
    palette = open_palette()
    names = {palette.rows.entry(row).name for row in range(palette.rows.rowCount())}
    assert {spec.name for spec in ACTIONS} - names == {"palette"}
    first = palette.rows.entry(0)
    assert (first.title, first.detail, first.keys) == ("New", "File", "Ctrl+N")
    assert palette.field.hasFocus()


def test_action_is_found_and_run(open_palette: Open, window: MainWindow, qtbot: QtBot) -> None:
    palette = open_palette()
    type_keys("select all")
    assert titles(palette)[0] == "Select All"
    press(KEY.Key_Return)
    session = window.canvas.session
    qtbot.waitUntil(lambda: set(session.selection.records) == {"a", "b", "c"})
    assert window.canvas.hasFocus()
    again = open_palette()
    assert titles(again)[0] == "Select All"


def test_card_is_found_by_code_and_by_text(
    open_palette: Open, window: MainWindow, qtbot: QtBot
) -> None:
    session = window.canvas.session
    code = session.facts.card_codes["c"]
    palette = open_palette()
    type_keys(f"go to card {code}")
    assert titles(palette)[0] == f"{code} Hakee apua"
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: session.selection.records == ("c",))
    assert window.canvas.zoom >= 0.5
    palette = open_palette()
    type_keys("tayttaa")
    assert titles(palette)[0].endswith("Täyttää hakemuksen")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: session.selection.records == ("a",))


@pytest.mark.parametrize(
    ("query", "record"), [("alku", "phase-1"), ("asiakkaan toiminta", "lane-customer")]
)
def test_lanes_and_phases_are_found(
    open_palette: Open, window: MainWindow, qtbot: QtBot, query: str, record: str
) -> None:
    open_palette()
    type_keys(query)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: window.canvas.session.selection.records == (record,))


def test_what_cannot_be_done_says_why_and_stays(open_palette: Open, window: MainWindow) -> None:
    palette = open_palette()
    type_keys("delete")
    entry = palette.rows.entry(0)
    assert not entry.is_enabled
    assert entry.detail == "Select something first"
    assert "unavailable" in describe(entry)
    press(KEY.Key_Return)
    assert palette.isVisible()
    assert len(window.canvas.session.document.cards) == 3


def test_keys_walk_and_esc_closes(open_palette: Open, window: MainWindow) -> None:
    palette = open_palette()
    count = palette.rows.rowCount()

    def row() -> int:
        return palette.list.currentIndex().row()

    press(KEY.Key_Up)
    assert row() == count - 1
    press(KEY.Key_Down)
    press(KEY.Key_PageDown)
    assert row() == 10
    press(KEY.Key_Tab)
    assert palette.field.hasFocus()
    press(KEY.Key_Escape)
    assert palette.isHidden()
    assert window.canvas.hasFocus()


def test_nothing_found_is_told(open_palette: Open) -> None:
    palette = open_palette()
    type_keys("xyzzy")
    assert palette.rows.rowCount() == 0
    assert palette.nothing.isVisible()
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert palette.isVisible()


def test_click_chooses_and_a_click_elsewhere_closes(
    open_palette: Open, window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    palette = open_palette()
    type_keys("select all")
    place = palette.list.visualRect(palette.rows.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: len(window.canvas.session.selection.records) == 3)
    palette = open_palette()
    hand.click(window.canvas.viewport().rect().bottomLeft())
    assert palette.isHidden()


def test_files_and_languages_are_offered(
    open_palette: Open, editor: Editor, window: MainWindow, qtbot: QtBot
) -> None:
    palette = open_palette()
    type_keys("open sample kuntouttava")
    assert titles(palette)[0] == "Kuntouttava työtoiminta"
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    palette = open_palette_of(editor.list_windows()[1])
    type_keys("language suomi")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: editor.window.actions_by_name["save"].text() == "&Tallenna")


def open_palette_of(window: MainWindow) -> CommandPalette:
    window.activateWindow()
    window.actions_by_name["palette"].trigger()
    return window.findChildren(CommandPalette)[-1]


def test_palette_speaks_the_language_and_follows_the_window(
    editor: Editor, window: MainWindow
) -> None:
    editor.preferences.choose_language("fi")
    window = editor.window
    palette = open_palette_of(window)
    QTest.keyClicks(palette.field, "jarjesta")
    assert palette.rows.rowCount() > 2
    window.resize(700, 500)
    QApplication.processEvents()
    assert palette.geometry().right() <= 700
    palette.dismiss()
    use_language("en", Path())


def test_title_is_split_into_runs() -> None:
    assert split_runs("abcd", frozenset({1, 2})) == [("a", False), ("bc", True), ("d", False)]
    assert split_runs("", frozenset()) == []
