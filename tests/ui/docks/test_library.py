"""The library is searched and used by keyboard, fed from the blueprint, and passed on in files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.library import LibraryEntry
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.library_file import load_library
from blueprint_editor.ui.library.entry_dialog import EntryDialog
from blueprint_editor.ui.library.import_dialog import LibraryImportDialog
from blueprint_editor.ui.library.panel import LibraryPanel
from blueprint_editor.ui.library.update_dialog import LibraryUpdateDialog
from blueprint_editor.ui.library_desk import LIBRARY_MIME, LibraryDesk
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import Hand
from tests.ui.conftest import Find

OWN = LibraryEntry(id="lib-own", name="Ohjaamo", line="Neuvontaa nuorille.", area="Oulu")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a library of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "blueprint-editor" / "library.json"


@pytest.fixture
def desk(shelf: Path, window: MainWindow) -> Iterator[LibraryDesk]:
    yield window._desk.services
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(desk: LibraryDesk, window: MainWindow, qtbot: QtBot) -> LibraryPanel:
    found = window.docks.panel("library")
    assert isinstance(found, LibraryPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def names(panel: LibraryPanel, group: int) -> list[str]:
    index = panel.tree.model().index(group, 0)
    model = panel.tree.model()
    return [model.index(row, 0, index).data() for row in range(model.rowCount(index))]


def search(panel: LibraryPanel, words: str, qtbot: QtBot) -> None:
    panel.words.setText(words)
    qtbot.waitUntil(lambda: not panel._is_stale)


def test_an_entry_is_found_and_inserted_with_enter_as_card_and_actor(
    panel: LibraryPanel, session: DocumentSession, qtbot: QtBot
) -> None:
    assert len(names(panel, 1)) > 100
    search(panel, "tyokykykoord", qtbot)
    assert names(panel, 1)[0] == "Work ability coordinator"
    session.select(("a",))
    QTest.keyClick(panel.words, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    card = session.document.cards[1]
    assert (card.text, card.library.id) == ("Työkykykoordinaattori", "k089")  # type: ignore[union-attr]
    QTest.keyClick(panel.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (actor,) = session.document.actors
    assert (actor.name, actor.kind) == ("Työkykykoordinaattori", "professional")
    assert "already" in panel.told.text()
    assert not find_problems(session.document)
    session.undo()
    session.undo()
    assert len(session.document.cards) == 3
    panel.filters["area"].setCurrentText("Kainuu")
    panel._show()
    assert [name[:7] for name in names(panel, 1)] == ["KainOTE"]


def test_entry_of_the_program_says_why_it_cannot_be_edited(
    panel: LibraryPanel, window: MainWindow, qtbot: QtBot
) -> None:
    search(panel, "tyokykykoord", qtbot)
    QTest.keyClick(panel.words, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        window.status.tell("")
        QTest.keyClick(panel.tree, key)
        assert "comes with the program" in window.status.currentMessage()
        assert "Add to My Library" in window.status.currentMessage()


def test_what_is_dragged_onto_a_cell_becomes_its_card(
    panel: LibraryPanel, hand: Hand, session: DocumentSession
) -> None:
    panel.tree.enter_first()
    data = panel.tree.mimeData(panel.tree.selectedItems())
    assert data.hasFormat(LIBRARY_MIME)
    cell = ("lane-customer", "step-1")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    viewport = hand.canvas.viewport()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(viewport, kind(hand.cell(*cell), copy, data, left, none))
    assert session.selection.cursor == Cursor(*cell, position=2)
    QApplication.sendEvent(viewport, QDropEvent(QPointF(hand.cell(*cell)), copy, data, left, none))
    made = session.facts.cards[session.selection.records[0]]
    assert (made.lane, made.step) == cell


def test_selected_cards_go_to_the_library_and_follow_it(
    panel: LibraryPanel,
    desk: LibraryDesk,
    session: DocumentSession,
    shelf: Path,
    find_window: Find,
    qtbot: QtBot,
) -> None:
    session.select(("a", "b"))
    desk.add_selected()
    assert [entry.name for entry in load_library(shelf)] == ["A", "B"]
    qtbot.waitUntil(lambda: names(panel, 0) == ["A", "B"])
    desk.add_selected()
    assert len(load_library(shelf)) == 2
    panel.tree.enter_first()
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    dialog = find_window(EntryDialog)
    assert isinstance(dialog, EntryDialog)
    dialog.editors["link"].setText("javascript:1")  # type: ignore[attr-defined]
    dialog.save.click()
    assert "https://" in dialog.fault.text()
    dialog.editors["link"].setText("https://a.example.org")  # type: ignore[attr-defined]
    dialog.editors["line"].setPlainText("Uusi kuvaus")  # type: ignore[attr-defined]
    dialog.save.click()
    assert load_library(shelf)[0].revision == 2
    session.execute(SetCardText("b", "Meilla B"))
    desk.show_update()
    update = find_window(LibraryUpdateDialog)
    assert isinstance(update, LibraryUpdateDialog)
    told = [(d.record, d.field, d.is_newer) for d in update.differences]
    assert told == [("a", "note", True), ("a", "links", True), ("b", "text", False)]
    update.take_button.click()
    cards = session.facts.cards
    assert cards["a"].note == "Uusi kuvaus"
    assert [(u.url, u.label) for u in cards["a"].links] == [
        ("https://a.example.org", "a.example.org")
    ]
    assert cards["a"].library is not None
    assert (cards["a"].library.revision, cards["b"].text) == (2, "Meilla B")
    assert not find_problems(session.document)
    session.undo()
    assert session.facts.cards["a"].note == ""
    session.redo()
    # What was changed here goes into the library when it is added again.
    session.select(("b",))
    desk.add_selected()
    again = find_window(EntryDialog)
    assert isinstance(again, EntryDialog)
    again.save.click()
    assert [(e.name, e.revision) for e in load_library(shelf)] == [("A", 2), ("Meilla B", 2)]
    assert session.facts.cards["b"].library is not None
    assert session.facts.cards["b"].library.revision == 2


def test_a_table_is_shown_before_it_enters_and_goes_out_again(
    desk: LibraryDesk, shelf: Path, tmp_path: Path, find_window: Find, qtbot: QtBot
) -> None:
    desk.put(OWN)
    table = tmp_path / "taulukko.csv"
    table.write_bytes("Nimi;Kuvaus;Kanava\nohjaamo;Toisin;\nÄlä;Uusi;\nX;;savu\n".encode("cp1252"))
    desk.files.take_file(table)
    dialog = find_window(LibraryImportDialog)
    assert isinstance(dialog, LibraryImportDialog)
    assert "1 new, 1 changed" in dialog.explanation.text()
    assert "Windows" in dialog.explanation.text()
    assert dialog.faults is not None
    assert dialog.faults.toPlainText().startswith("Line 4, column 3 (Kanava): “savu”")
    dialog.take_button.click()
    entries = load_library(shelf)
    assert [(e.name, e.line, e.area, e.revision) for e in entries] == [
        ("ohjaamo", "Toisin", "Oulu", 2),
        ("Älä", "Uusi", "", 1),
    ]
    out = tmp_path / "out.json"
    desk.files.export(out)
    qtbot.waitUntil(out.exists)
    assert load_library(out) == entries
    page = tmp_path / "tarjotin.html"
    desk.files.write_catalogue(page, entries, "kind")
    qtbot.waitUntil(page.exists)
    assert "Älä" in page.read_text("utf-8")
    desk.ask_to_delete(["lib-own"], desk._window)
    box = find_window(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == "Delete").click()
    assert [entry.name for entry in load_library(shelf)] == ["Älä"]


def test_a_broken_library_is_told_and_left(
    panel: LibraryPanel, desk: LibraryDesk, shelf: Path, find_window: Find
) -> None:
    shelf.parent.mkdir(parents=True, exist_ok=True)
    shelf.write_text("{", "utf-8")
    desk.shelf.renew()
    panel._show()
    assert str(shelf) in panel.fault.text()
    assert not desk.put(OWN)
    assert "could not be changed" in find_window(QMessageBox).text()  # type: ignore[attr-defined]
    assert shelf.read_text("utf-8") == "{"
    assert len(names(panel, 1)) > 100
