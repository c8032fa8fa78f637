"""Comments are written about what is selected, ticked when dealt with, and lead to their record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.model.integrity import find_problems
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.docks.comments import CommentsPanel
from blueprint_editor.ui.main_window import MainWindow


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> CommentsPanel:
    found = window.docks.panel("comments")
    assert isinstance(found, CommentsPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def write(panel: CommentsPanel, text: str) -> None:
    QTest.keyClicks(panel.entry, text)
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)


def lines(panel: CommentsPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_a_comment_is_about_what_is_selected(
    panel: CommentsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    assert not panel.add.isEnabled()
    assert panel.target.text() == "About: the whole blueprint"
    write(panel, "Hyvin alkaa")
    session.select(("b",))
    assert panel.target.text() == "About: Card 1.2"
    write(panel, "Kuka soittaa?")
    first, second = session.document.comments
    assert (first.target, second.target) == (None, "b")
    assert second.at is not None
    assert len(session.history.done) == 2
    assert not find_problems(session.document)
    assert lines(panel)[1].startswith("Card 1.2 · ")
    assert lines(panel)[1].endswith("\nKuka soittaa?")
    session.undo()
    qtbot.waitUntil(lambda: len(lines(panel)) == 1)


def test_what_is_dealt_with_is_ticked_and_put_aside(
    panel: CommentsPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    write(panel, "yksi")
    write(panel, "kaksi")
    panel.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert [comment.resolved for comment in session.document.comments] == [True, False]
    panel.only_open.setChecked(True)
    qtbot.waitUntil(lambda: [line.split("\n")[1] for line in lines(panel)] == ["kaksi"])


def test_a_click_leads_to_the_record_and_enter_to_the_fields_of_the_comment(
    panel: CommentsPanel, session: DocumentSession, window: MainWindow
) -> None:
    fields = window.findChild(QDockWidget, "inspector")
    assert fields.visibleRegion().isEmpty()
    session.select(("b",))
    write(panel, "Kuka soittaa?")
    session.select(())
    item = panel.list.item(0)
    at = panel.list.visualItemRect(item).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.selection.records == ("b",)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.selection.records == (session.document.comments[0].id,)
    assert not fields.visibleRegion().isEmpty()
