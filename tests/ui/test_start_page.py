"""The start page: pictures of what there is, opened by mouse, keys or drop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.language.texts import current_language, use_language
from blueprint_editor.ui.moments import tell_moment
from blueprint_editor.ui.preferences import Preferences
from blueprint_editor.ui.start_page import StartPage
from blueprint_editor.ui.start_tiles import Tile, break_lines
from tests.canvas.hand import CTRL
from tests.ui.conftest import Find

KEY = Qt.Key


@pytest.fixture
def beginner(qapp: QApplication, settings_file: SettingsFile, qtbot: QtBot) -> Iterator[Editor]:
    """The program as it starts without a file."""
    made = Editor(qapp, ResourceDir.find(), settings_file)
    made.start([])
    assert made.start_page is not None
    with qtbot.waitActive(made.start_page):
        made.start_page.activateWindow()
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | QFileDialog | QMenu):
            widget.close()
    for window in made.list_windows():
        window.leave()
    if made.start_page is not None:
        made.start_page.close()
    made.deleteLater()


@pytest.fixture
def used(settings_file: SettingsFile, path: Path) -> SettingsFile:
    """Settings of someone who has opened a file before, and another one that is gone."""
    gone = path.with_name("poissa.blueprint")
    settings_file.write(Settings(Preferences(language="en"), recent_files=(str(path), str(gone))))
    return settings_file


@pytest.fixture
def page(used: SettingsFile, beginner: Editor) -> StartPage:
    assert beginner.start_page is not None
    return beginner.start_page


def titles(tiles: list[Tile]) -> list[str]:
    return [tile.entry.title for tile in tiles]


def click(tile: Tile) -> None:
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def wait_for_document(editor: Editor, qtbot: QtBot):
    qtbot.waitUntil(lambda: bool(editor.list_windows()))
    (window,) = editor.list_windows()
    assert editor.start_page is None
    return window.canvas.session


def test_the_page_is_not_larger_than_its_screen(page: StartPage) -> None:
    assert page.screen().availableGeometry().size().boundedTo(page.size()) == page.size()


def test_first_start_offers_templates_and_samples_with_pictures(
    beginner: Editor, qtbot: QtBot
) -> None:
    page = beginner.start_page
    assert page is not None
    assert not page.recent.isVisible()
    assert not page.side.jump_buttons[0].isVisible()
    assert titles(page.templates.grid.tiles)[0] == "Empty blueprint"
    assert len(page.templates.grid.tiles) == 7
    assert len(page.samples.grid.tiles) == 6
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in page.list_tiles()), timeout=20_000)
    assert page.focusWidget() is page.templates.grid.tiles[0]


def test_template_begins_a_document_of_its_own(beginner: Editor, qtbot: QtBot) -> None:
    page = beginner.start_page
    assert page is not None
    template = page.templates.grid.tiles[1]
    click(template)
    session = wait_for_document(beginner, qtbot)
    assert session.path is None
    assert session.document.title == template.entry.title
    assert session.document.language == "en"
    assert session.document.id not in template.entry.path.read_text("utf-8")
    assert not session.is_modified


def test_sample_is_opened_as_a_copy(beginner: Editor, qtbot: QtBot) -> None:
    page = beginner.start_page
    assert page is not None
    click(page.samples.grid.tiles[0])
    session = wait_for_document(beginner, qtbot)
    assert session.path is None
    assert session.document.title == "Kuntouttava työtoiminta"


def test_templates_are_there_in_other_languages_too(beginner: Editor) -> None:
    page = beginner.start_page
    assert page is not None
    switch = {button.text(): button for button in page.templates.findChildren(QToolButton)}
    QTest.mouseClick(switch["Suomi"], Qt.MouseButton.LeftButton)
    assert titles(page.templates.grid.tiles)[0] == "Tyhjä blueprint"
    assert current_language() == "en"


def test_recent_files_tell_folder_and_day(page: StartPage, path: Path, qtbot: QtBot) -> None:
    file, gone = page.recent.grid.tiles
    qtbot.waitUntil(lambda: file.has_picture and gone.detail != gone.entry.detail)
    assert file.entry.title == "polku"
    assert path.parent.name in file.detail
    assert "today" in file.detail
    assert str(path) in file.toolTip()
    assert gone.detail == "The file is not there any more"
    assert gone.accessibleDescription() == gone.detail


def test_recent_file_opens_by_a_click(page: StartPage, beginner: Editor, path: Path, qtbot: QtBot):
    click(page.recent.grid.tiles[0])
    assert wait_for_document(beginner, qtbot).path == path


def test_file_that_is_gone_is_told_and_can_be_taken_away(
    page: StartPage, used: SettingsFile, path: Path, find_window: Find
) -> None:
    gone = page.recent.grid.tiles[1]
    click(gone)
    box = find_window(QMessageBox)
    assert "poissa.blueprint" in box.text()
    box.close()
    assert page.isVisible()
    QApplication.sendEvent(
        gone, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9))
    )
    menu = page.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if "Remove" in action.text()).trigger()
    assert titles(page.recent.grid.tiles) == ["polku"]
    assert used.read().recent_files == (str(path),)
    QTest.keyClick(page.recent.grid.tiles[0], KEY.Key_Delete)
    assert not page.recent.isVisible()
    assert used.read().recent_files == ()
    assert page.focusWidget() is page.templates.grid.tiles[0]


def test_arrows_walk_over_the_whole_page_and_enter_opens(
    page: StartPage, beginner: Editor, qtbot: QtBot
) -> None:
    # The offscreen platform's own screen is smaller than usual ones.
    page.resize(1240, 800)
    first, second = page.recent.grid.tiles
    templates = page.templates.grid.tiles

    def press(key: Qt.Key) -> None:
        QTest.keyClick(page.focusWidget(), key)

    assert page.focusWidget() is first
    press(KEY.Key_Left)
    assert page.focusWidget() is first
    press(KEY.Key_Right)
    assert page.focusWidget() is second
    press(KEY.Key_Down)
    assert page.focusWidget() is templates[1]
    press(KEY.Key_Left)
    press(KEY.Key_Up)
    assert page.focusWidget() is first
    for _number in range(8):
        press(KEY.Key_Down)
    last = page.focusWidget()
    assert last in page.samples.grid.tiles
    top = last.mapTo(page, QPoint(0, 0)).y()
    assert 0 <= top < page.height()
    press(KEY.Key_Return)
    assert wait_for_document(beginner, qtbot).document.title == last.entry.title


def test_tab_stops_once_in_each_section(page: StartPage) -> None:
    stops = []
    for _number in range(40):
        stops.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), KEY.Key_Tab)
    tiles = [stop for stop in dict.fromkeys(stops) if isinstance(stop, Tile)]
    assert tiles == [
        page.recent.grid.tiles[0],
        page.templates.grid.tiles[0],
        page.samples.grid.tiles[0],
    ]
    assert {page.side.new_button, page.side.open_button, page.side.language_button} <= set(stops)


def test_sections_are_reached_from_the_side(page: StartPage) -> None:
    QTest.mouseClick(page.side.jump_buttons[2], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.samples.grid.tiles[0]
    assert 0 <= page.samples.mapTo(page, QPoint(0, 0)).y() < page.height() / 2


def test_empty_document_by_button_and_key(page: StartPage, beginner: Editor, qtbot: QtBot) -> None:
    QTest.keyClick(page.focusWidget(), KEY.Key_N, CTRL)
    session = wait_for_document(beginner, qtbot)
    assert session.document.title == "Empty blueprint"
    assert (session.document.cards, session.document.description) == ((), "")
    lane = next(lane for lane in session.document.lanes if lane.role == "customer")
    window = beginner.window
    qtbot.waitUntil(window.canvas.hasFocus)
    QTest.keyClicks(window.canvas, "H")
    QTest.keyClicks(QApplication.focusWidget(), "akee")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert [(card.lane, card.text) for card in session.document.cards] == [(lane.id, "Hakee")]


def test_files_are_asked_for(
    page: StartPage, beginner: Editor, path: Path, qtbot: QtBot, find_window: Find
) -> None:
    QTest.mouseClick(page.side.open_button, Qt.MouseButton.LeftButton)
    dialog = find_window(QFileDialog)
    assert dialog.directory().absolutePath() == str(path.parent)
    dialog.selectFile(path.name)
    dialog.accept()
    assert wait_for_document(beginner, qtbot).path == path


def test_files_are_dropped(page: StartPage, beginner: Editor, path: Path, qtbot: QtBot) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    cover = page._cover
    enter = QDragEnterEvent(QPoint(400, 400), actions, dropped, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert cover.isVisible()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not cover.isVisible()
    QApplication.sendEvent(page, enter)
    drop = QDropEvent(QPointF(400, 400), actions, dropped, buttons, keys)
    QApplication.sendEvent(page, drop)
    assert wait_for_document(beginner, qtbot).path == path


def test_language_changes_on_the_start_page(page: StartPage, beginner: Editor) -> None:
    menu = page.side.language_button.menu()
    next(action for action in menu.actions() if action.text() == "Suomi").trigger()
    new = beginner.start_page
    assert new is not None
    assert new is not page
    assert new.isVisible()
    assert new.side.new_button.text() == "Uusi tyhjä blueprint"
    assert titles(new.templates.grid.tiles)[0] == "Tyhjä blueprint"


def test_start_page_comes_back_for_a_new_document_and_after_the_last_one(
    page: StartPage, beginner: Editor, qtbot: QtBot
) -> None:
    click(page.templates.grid.tiles[0])
    wait_for_document(beginner, qtbot)
    (window,) = beginner.list_windows()
    window.actions_by_name["new"].trigger()
    assert beginner.start_page is not None
    assert beginner.start_page.isVisible()
    beginner.start_page.close()
    assert beginner.start_page is None
    window.actions_by_name["close"].trigger()
    assert beginner.list_windows() == ()
    assert beginner.start_page is not None
    beginner.quit()
    assert beginner.start_page is None


def test_long_titles_end_in_an_ellipsis(qapp: QApplication) -> None:
    font = QFont()
    assert break_lines("", font, 100, 2) == ()
    assert break_lines("lyhyt", font, 400, 2) == ["lyhyt"]
    lines = break_lines("pitkä otsikko jossa on sanoja " * 5, font, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_moments_are_told_as_people_do() -> None:
    use_language("en", Path())
    now = QDateTime.fromString("2026-03-10T15:00:00", Qt.DateFormat.ISODate)
    tell = {
        hours: tell_moment(now.addSecs(-hours * 3600).toSecsSinceEpoch(), now)
        for hours in (1, 20, 100)
    }
    assert tell[1].startswith("today at 2:00")
    assert tell[20].startswith("yesterday at 7:00")
    assert "2026" in tell[100] or "/26" in tell[100]
