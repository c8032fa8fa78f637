"""The table shows what the poster shows and is typed into as a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.cell_table.panel import CellTablePanel
from blueprint_editor.ui.main_window import MainWindow

CUSTOMER, FRONT = "lane-customer", "lane-front"


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> CellTablePanel:
    found = window.docks.panel("cell_table")
    assert isinstance(found, CellTablePanel)
    qtbot.waitUntil(found.isVisible)
    found.grid.setFocus()
    return found


def shown(panel: CellTablePanel, lane: str, step: str) -> str:
    return str(panel._model.find_cell(lane, step).data())


def editor(panel: CellTablePanel) -> QPlainTextEdit:
    found = panel.grid.findChildren(QPlainTextEdit)
    assert found
    return found[-1]


def texts(session: DocumentSession, lane: str, step: str) -> list[str]:
    return [card.text for card in session.facts.cards_by_cell.get((lane, step), ())]


def test_rows_are_lanes_and_columns_steps(panel: CellTablePanel) -> None:
    model = panel._model
    rows = [model.headerData(i, Qt.Orientation.Vertical) for i in range(model.rowCount())]
    assert rows == ["Palvelutodisteet", "Asiakkaan toiminta", "Näkyvä palvelu"]
    columns = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert columns == ["1 Alku – 1/2", "1 Alku – 2/2", "2 Loppu"]
    assert shown(panel, CUSTOMER, "step-1") == "A\nB"


def test_typing_into_a_cell_and_going_on(
    panel: CellTablePanel, session: DocumentSession, qtbot: QtBot
) -> None:
    panel.grid.setCurrentIndex(panel._model.find_cell(CUSTOMER, "step-1"))
    assert session.selection.records == ("a", "b")
    QTest.keyClick(panel.grid, Qt.Key.Key_F2)
    typed = editor(panel)
    QTest.keyClick(typed, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(typed, "Kolmas")
    QTest.keyClick(typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(typed, "rivi")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert texts(session, CUSTOMER, "step-1") == ["A", "B", "Kolmas\nrivi"]
    assert len(session.history.done) == 1
    assert panel._model.cell_at(panel.grid.currentIndex()) == (FRONT, "step-1")
    qtbot.waitUntil(lambda: shown(panel, CUSTOMER, "step-1") == "A\nB\nKolmas rivi")
    QTest.keyClicks(panel.grid, "v")
    QTest.keyClicks(editor(panel), "astaa")
    QTest.keyClick(editor(panel), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: texts(session, FRONT, "step-1") == ["vastaa"])
    session.undo()
    qtbot.waitUntil(lambda: shown(panel, FRONT, "step-1") == "")


def test_selection_goes_both_ways(panel: CellTablePanel, session: DocumentSession) -> None:
    session.select(("c",))
    assert panel._model.cell_at(panel.grid.currentIndex()) == (CUSTOMER, "step-2")
    panel.grid.setCurrentIndex(panel._model.find_cell(FRONT, "step-3"))
    assert session.selection.records == ()
    assert session.selection.cursor == Cursor(FRONT, "step-3")
