"""Words are found everywhere, seen with what they would become, and replaced as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.find.panel import FindPanel
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, Hand


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    session = window.canvas.session
    session.execute(SetCardText("a", "Työntekijä soittaa"))
    session.execute(SetCardText("b", "soittaa ja soittaa"))
    session.end_step()
    return session


@pytest.fixture
def panel(window: MainWindow, hand: Hand, session: DocumentSession, qtbot: QtBot) -> FindPanel:
    hand.key(Qt.Key.Key_F, CTRL)
    found = window.docks.panel("find")
    assert isinstance(found, FindPanel)
    qtbot.waitUntil(found.words.hasFocus)
    return found


def rows(panel: FindPanel) -> list[list[str]]:
    model = panel.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(3)]
        for row in range(model.rowCount())
    ]


def test_found_while_typing_and_shown_on_the_poster(
    panel: FindPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.words, "SOITTAA")
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    assert panel.told.text() == "3 found"
    assert rows(panel)[0][:2] == ["Card 1.1", "Työntekijä soittaa"]
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert session.selection.records == ("a",)
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert session.selection.records == ("b",)
    panel._case.setChecked(True)
    qtbot.waitUntil(lambda: panel.told.text() == "None found")
    assert not panel.replace.isEnabled()


def test_only_what_is_ticked_is_replaced_and_as_one_step(
    panel: FindPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.words, "soittaa")
    QTest.keyClicks(panel.new_words, "viestii")
    qtbot.waitUntil(lambda: [row[2] for row in rows(panel)][:1] == ["Työntekijä viestii"])
    tick = panel._model.index(1, 0)
    assert panel._model.setData(tick, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    steps = len(session.history.done)
    QTest.mouseClick(panel.replace, Qt.MouseButton.LeftButton)
    assert [card.text for card in session.document.cards[:2]] == [
        "Työntekijä viestii",
        "soittaa ja viestii",
    ]
    assert len(session.history.done) == steps + 1
    assert panel.told.text() == "2 replaced"
    session.undo()
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)


def test_the_documents_own_texts_are_found_too(
    panel: FindPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.words, "polku")
    qtbot.waitUntil(lambda: rows(panel) == [["Blueprint", "Polku", ""]])
    session.select(("a",))
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert session.selection.records == ()
