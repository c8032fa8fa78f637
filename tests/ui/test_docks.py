"""Docks: made when first shown, reachable by keys; the history goes to any step."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.ui.areas import go_to_area
from blueprint_editor.ui.docks.history import HistoryPanel
from blueprint_editor.ui.docks.table import DOCKS
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.outline.panel import OutlinePanel


@pytest.fixture
def no_first_docks() -> None:
    """Leave the docks that a window begins with: they are what is looked at here."""


def test_a_new_window_begins_with_outline_and_inspector(window: MainWindow, qtbot: QtBot) -> None:
    shown = {spec.name for spec in DOCKS if window.docks.is_shown(spec.name)}
    assert shown == {"outline", "inspector"}
    docks = {name: window.findChild(QDockWidget, name) for name in shown}
    qtbot.waitUntil(lambda: isinstance(docks["outline"].widget(), OutlinePanel))
    qtbot.waitUntil(lambda: isinstance(docks["inspector"].widget(), InspectorPanel))


def test_every_dock_opens_by_its_action_and_closes_again(window: MainWindow, qtbot: QtBot) -> None:
    for spec in DOCKS:
        action = window.actions_by_name[f"show_{spec.name}"]
        assert window.docks.is_shown(spec.name) is spec.is_first
        if not spec.is_first:
            action.trigger()
        assert window.docks.is_shown(spec.name)
        assert action.isChecked()
        panel = window.docks.panel(spec.name)
        qtbot.waitUntil(lambda panel=panel: panel.isVisible())  # type: ignore[misc]
        window.activateWindow()
        panel.setFocus()
        action.trigger()
        assert not window.docks.is_shown(spec.name)
        assert not action.isChecked()


def test_menus_are_filled_after_a_dock_was_entered(window: MainWindow) -> None:
    window.docks.enter("notes")
    go_to_area(window, (window.canvas,), 1)
    # What kept the panel's place goes; nothing of the window may go with it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "Open Sa&mple")
    menu.aboutToShow.emit()
    assert len(menu.actions()) > 1


def test_history_lists_steps_and_goes_to_any_of_them(window: MainWindow, qtbot: QtBot) -> None:
    session = window.canvas.session
    panel = window.docks.panel("history")
    assert isinstance(panel, HistoryPanel)
    for text in ("one", "two", "three"):
        session.execute(SetCardText("a", text))
        session.end_step()
    rows = panel.findChild(QListWidget)
    assert rows.count() == 4
    assert rows.currentRow() == 3

    def click(row: int) -> None:
        place = rows.visualItemRect(rows.item(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    qtbot.waitUntil(rows.isVisible)
    click(1)
    assert session.document.cards[0].text == "one"
    assert [len(session.history.done), len(session.history.undone)] == [1, 2]
    click(0)
    assert not session.is_modified
    rows.setFocus()
    rows.setCurrentRow(3)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert session.document.cards[0].text == "three"
