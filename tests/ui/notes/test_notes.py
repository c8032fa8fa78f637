"""Thirty notes after a workshop: typed or pasted, counted, and sent to cells with one key."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Note, Variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.notes.panel import NotesPanel
from blueprint_editor.ui.notes.sticky import _cut
from tests.canvas.hand import Hand
from tests.commands.documents import make_document
from tests.ui.conftest import Find

CUSTOMER, FRONT = "lane-customer", "lane-front"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> NotesPanel:
    found = window.docks.panel("notes")
    assert isinstance(found, NotesPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def texts(session: DocumentSession) -> list[tuple[str, int]]:
    return [(note.text, note.count) for note in session.document.notes]


def add(panel: NotesPanel, text: str) -> None:
    panel.line.insert(text)
    QTest.keyClick(panel.line, Qt.Key.Key_Return)


def test_notes_are_typed_pasted_and_counted(
    panel: NotesPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    assert panel._empty.isVisible()
    panel.group.setEditText("Ryhmä 1")
    add(panel, "Jono on pitkä")
    QGuiApplication.clipboard().setText("Kukaan ei soita\n\n jono  on pitkä \nBussi ei kulje\n")
    QTest.keyClick(panel.line, Qt.Key.Key_V, CTRL)
    assert texts(session) == [("Jono on pitkä", 2), ("Kukaan ei soita", 1), ("Bussi ei kulje", 1)]
    assert {note.group for note in session.document.notes} == {"Ryhmä 1"}
    assert len(session.history.done) == 2
    qtbot.waitUntil(lambda: panel._model.rowCount() == 3)
    assert not panel._empty.isVisible()
    told = panel._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Jono on pitkä. Group: Ryhmä 1. 2 notes say so"


def test_one_key_sends_a_note_to_the_cell_and_takes_the_next(
    panel: NotesPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    for text in ("yksi", "kaksi", "kolme"):
        add(panel, text)
    qtbot.waitUntil(lambda: panel._model.rowCount() == 3)
    assert not panel._send.isEnabled()
    session.select((), Cursor(FRONT, "step-1"))
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel._model.index(0))
    assert panel._target.text() == "Cell: Näkyvä palvelu · 1 Alku – 1/2"
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    QTest.keyClick(panel.view, Qt.Key.Key_Right, ALT)
    assert panel._target.text() == "Cell: Näkyvä palvelu · 1 Alku – 2/2"
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    cells = session.facts.cards_by_cell
    assert [card.text for card in cells[FRONT, "step-1"]] == ["yksi"]
    assert [card.text for card in cells[FRONT, "step-2"]] == ["kaksi"]
    assert texts(session) == [("kolme", 1)]
    assert not find_problems(session.document)
    session.undo()
    assert texts(session) == [("kaksi", 1), ("kolme", 1)]


def test_notes_in_hand_stay_there_while_their_cell_is_clicked(
    panel: NotesPanel, window: MainWindow, session: DocumentSession, qtbot: QtBot
) -> None:
    for text in ("yksi", "kaksi"):
        add(panel, text)
    qtbot.waitUntil(lambda: panel._model.rowCount() == 2)
    panel.view.setCurrentIndex(panel._model.index(1))
    Hand(window.canvas).click(Hand(window.canvas).cell(FRONT, "step-2"))
    assert session.selection == Selection((), Cursor(FRONT, "step-2"))
    QTest.mouseClick(panel._send, Qt.MouseButton.LeftButton)
    assert [card.text for card in session.facts.cards_by_cell[FRONT, "step-2"]] == ["kaksi"]
    window.canvas.setFocus()
    session.select((), Cursor(FRONT, "step-1"))
    panel.view.setFocus()
    assert session.selection.records == (session.document.notes[0].id,)
    session.select(())
    assert not panel._selected_notes()


def test_notes_are_dragged_to_their_cell(
    panel: NotesPanel, window: MainWindow, session: DocumentSession, qtbot: QtBot
) -> None:
    for text in ("yksi", "kaksi", "kolme"):
        add(panel, text)
    qtbot.waitUntil(lambda: panel._model.rowCount() == 3)
    assert panel.view.dragEnabled()
    first, last = panel._model.index(0), panel._model.index(2)
    assert first.flags() & Qt.ItemFlag.ItemIsDragEnabled
    data = panel._model.mimeData([last, first])
    assert data.formats() == panel._model.mimeTypes()
    at = QPointF(Hand(window.canvas).cell(FRONT, "step-2"))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    for event in (entering, QDropEvent(at, copy, data, left, none)):
        QApplication.sendEvent(window.canvas.viewport(), event)
    cards = session.facts.cards_by_cell[FRONT, "step-2"]
    assert [card.text for card in cards] == ["yksi", "kolme"]
    assert session.selection.records == tuple(card.id for card in cards)
    assert texts(session) == [("kaksi", 1)]
    session.undo()
    assert len(session.document.notes) == 3


def test_notes_go_to_the_path_of_their_group(
    panel: NotesPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    notes = (Note(id="n1", text="yksi"), Note(id="n2", text="kaksi"))
    assert panel.path.isHidden()
    variants = (Variant(id="v-a", name="A"), Variant(id="v-b", name="B"))
    session.open_document(make_document(notes=notes, variants=variants))
    qtbot.waitUntil(panel.path.isVisible)
    session.select((), Cursor(FRONT, "step-1"))
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    QTest.keyClick(panel.path, Qt.Key.Key_End)
    data = panel._model.mimeData([panel._model.index(0)])
    assert data.data(panel._model.mimeTypes()[0]).data() == b"n2 v-b"
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert [card.variants for card in session.document.cards] == [(), ("v-b",)]


def test_equal_notes_are_joined(panel: NotesPanel, session: DocumentSession, qtbot: QtBot) -> None:
    assert not panel._merge.isEnabled()
    notes = tuple(Note(id=f"n{i}", text=text) for i, text in enumerate(("A", "B", "a")))
    session.open_document(make_document(notes=notes))
    qtbot.waitUntil(panel._merge.isEnabled)
    QTest.mouseClick(panel._merge, Qt.MouseButton.LeftButton)
    assert texts(session) == [("A", 2), ("B", 1)]


def test_notes_come_from_a_colleagues_file(
    panel: NotesPanel, session: DocumentSession, qtbot: QtBot, tmp_path: Path, find_window: Find
) -> None:
    other = make_document(notes=(Note(id="n1", text="Toisen koneelta"),))
    path = tmp_path / "toinen.blueprint"
    save_document(other, path)
    panel.take_file(path)
    qtbot.waitUntil(lambda: texts(session) == [("Toisen koneelta", 1)])
    assert panel._told.text() == "1 new note was taken."
    path.write_text("{")
    panel.take_file(path)
    box = find_window(QMessageBox)
    assert "toinen.blueprint" in box.text()
    box.close()
    assert texts(session) == [("Toisen koneelta", 1)]


def test_a_note_shows_its_fields(panel: NotesPanel, window: MainWindow, qtbot: QtBot) -> None:
    add(panel, "Oma")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 1)
    panel.view.setCurrentIndex(panel._model.index(0))
    session = window.canvas.session
    assert session.selection.records == (session.document.notes[0].id,)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert session.document.notes == ()


def test_a_note_is_in_hand_as_soon_as_the_keyboard_comes_to_the_notes(
    panel: NotesPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    session.select((), Cursor(CUSTOMER, "step-1"))
    add(panel, "Jono on pitkä")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 1)
    panel.window().activateWindow()
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(panel.view.hasFocus)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert "Jono on pitkä" in {card.text for card in session.document.cards}
    assert panel.line.hasFocus()


def test_a_word_wider_than_a_note_goes_on_below(qapp: QApplication) -> None:
    font, box = qapp.font(), QRect(0, 0, 110, 70)
    for text in ("Toimintakykyarviointisuunnitelmapalaveri nyt", "yksi " * 12 + "asiakasarvoarkki"):
        told = _cut(text, font, box)
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QFontMetrics(font).boundingRect(QRect(0, 0, 110, 10_000), flags, told)
        assert room.width() <= box.width()
        assert room.height() <= box.height()
    assert _cut("yksi kaksi", font, box) == "yksi kaksi"
