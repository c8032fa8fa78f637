"""The theme board is typed into, sorted by keys, and sends notes to the current cell."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.theme_board.panel import ThemeBoardPanel


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ThemeBoardPanel:
    found = window.docks.panel("theme_board")
    assert isinstance(found, ThemeBoardPanel)
    qtbot.waitUntil(found.isVisible)
    found.board.setFocus()
    return found


def type_at(panel: ThemeBoardPanel, index: QModelIndex, text: str) -> None:
    panel.board.setCurrentIndex(index)
    QTest.keyClicks(panel.board, text[0])
    (editor,) = panel.board.findChildren(QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)


def list_names(panel: ThemeBoardPanel) -> list[str]:
    return [panel.model.index(row, 0).data() for row in panel.model.list_headings()]


def test_a_theme_and_a_need_are_typed_sorted_by_keys_and_sent_to_a_cell(
    panel: ThemeBoardPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    board, model = panel.board, panel.model
    type_at(panel, model.index(model.rowCount() - 1, 0), "Teema")
    qtbot.waitUntil(lambda: bool(session.document.tags))
    tag = session.document.tags[-1]
    assert tag.name == "Teema"
    qtbot.waitUntil(lambda: model.find_blank(tag.id, "need").isValid())
    type_at(panel, model.find_blank(tag.id, "need"), "Tarvitsee apua")
    qtbot.waitUntil(lambda: bool(session.document.notes))
    note = session.document.notes[-1]
    assert (note.text, note.kind, note.tags) == ("Tarvitsee apua", "need", (tag.id,))
    (index,) = model.find_indexes(note.id)
    assert "Teema, Needs: Tarvitsee apua" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    board.setCurrentIndex(index)
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert session.document.notes[-1].kind == "idea"
    qtbot.waitUntil(lambda: model.find_indexes(note.id)[0].column() == 2)
    cell = session.document.cards[0]
    session.select((note.id,), Cursor(cell.lane, cell.step))
    panel.send()
    made = session.document.cards
    assert [c.tags for c in made if c.origin == (note.id,)] == [(tag.id,)]
    session.undo()
    session.undo()
    assert session.document.notes[-1].kind == "need"


def test_what_is_dropped_on_another_theme_loses_the_one_before(
    panel: ThemeBoardPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    model = panel.model
    for name in ("Yksi", "Kaksi"):
        type_at(panel, model.index(model.rowCount() - 1, 0), name)
        qtbot.waitUntil(lambda name=name: name in list_names(panel))
    one, two = session.document.tags[-2:]
    type_at(panel, model.find_blank(one.id, "idea"), "Idea")
    qtbot.waitUntil(lambda: bool(session.document.notes))
    note = session.document.notes[-1].id
    panel.board.setCurrentIndex(model.find_indexes(note)[0])
    panel.board.dropped.emit(model.find_blank(two.id, "practice"))
    assert session.document.notes[-1].tags == (two.id,)
    assert session.document.notes[-1].kind == "practice"
    assert session.selection == Selection((note,), session.selection.cursor)
