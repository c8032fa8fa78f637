from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import AddCard, MoveCards, SetCardText
from blueprint_editor.commands.notes import AddNotes
from blueprint_editor.commands.pasting import PasteLines
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import select_added
from blueprint_editor.storage.format import load_document, save_document
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer

DOCUMENT = make_document(make_card("a"), make_card("b"))


@pytest.fixture
def session(qapp: object) -> DocumentSession:
    return DocumentSession(DOCUMENT, SmallComposer(), save_document)


def _shown_keys(session: DocumentSession) -> set[str]:
    placed = session.poster.drawing.placed
    return {item.group.key for item in placed if item.group.kind != "phase"}


def test_command_changes_the_document_and_tells_what(session: DocumentSession) -> None:
    changes, posters = QSignalSpy(session.changed), QSignalSpy(session.poster_changed)
    assert session.execute(AddCard(make_card("c")), Selection(("c",)))
    assert changes.count() == posters.count() == 1
    assert changes.at(0)[0].added == {"c"}
    assert session.selection == Selection(("c",), Cursor("lane-customer", "step-1", 2))
    assert "c" in _shown_keys(session)
    assert session.is_modified


def test_what_a_command_added_can_be_selected(session: DocumentSession) -> None:
    session.execute(PasteLines(("c", "d"), Cursor("lane-front", "step-1")), select_added)
    assert [session.facts.cards[c].text for c in session.selection.records] == ["c", "d"]
    session.execute(AddNotes(("Lappu",)), select_added)
    assert session.selection.records == (session.document.notes[0].id,)
    session.undo()
    assert len(session.selection.records) == 2
    session.redo()
    assert session.selection.records == (session.document.notes[0].id,)


def test_undo_and_redo_bring_back_document_and_selection(session: DocumentSession) -> None:
    session.select(["a"])
    session.execute(DeleteRecords(frozenset({"a"})), Selection())
    session.select(["b"])
    session.undo()
    assert session.document is DOCUMENT
    assert session.selection.records == ("a",)
    assert not session.is_modified
    session.redo()
    assert [card.id for card in session.document.cards] == ["b"]
    assert session.selection.records == ()


def test_refused_command_changes_nothing_and_says_why(session: DocumentSession) -> None:
    refused = QSignalSpy(session.refused)
    assert not session.execute(MoveCards((CardPlace("a", "lane-emotion", "step-1"),)))
    assert refused.at(0)[0].reason == "curve_lane"
    assert session.document is DOCUMENT
    assert session.history.done == ()


def test_preview_is_shown_but_not_done(session: DocumentSession) -> None:
    changes = QSignalSpy(session.changed)
    assert session.preview(DeleteRecords(frozenset({"a"})))
    assert _shown_keys(session) == {"b"}
    assert session.document is DOCUMENT
    session.drop_preview()
    assert _shown_keys(session) == {"a", "b"}
    assert changes.count() == 0
    assert session.history.done == ()


def test_forbidden_preview_shows_the_document(session: DocumentSession) -> None:
    session.preview(DeleteRecords(frozenset({"a"})))
    assert not session.preview(MoveCards((CardPlace("a", "lane-emotion", "step-1"),)))
    assert session.shown_document is DOCUMENT


def test_previewed_command_is_made_real_without_composing_again(qapp: object) -> None:
    composer = SmallComposer()
    session = DocumentSession(DOCUMENT, composer, save_document)
    command = SetCardText("a", "Toinen")
    session.preview(command)
    count = composer.composed
    session.execute(command)
    assert composer.composed == count
    assert session.document.cards[0].text == "Toinen"


def test_undo_during_a_preview_drops_it(session: DocumentSession) -> None:
    session.execute(SetCardText("a", "1"))
    session.preview(SetCardText("a", "2"))
    session.undo()
    assert session.document is session.shown_document is DOCUMENT


def test_typing_is_one_step_until_the_selection_changes(session: DocumentSession) -> None:
    for text in ("x", "xy"):
        session.execute(SetCardText("a", text))
    assert len(session.history.done) == 1
    session.select(["b"])
    session.execute(SetCardText("a", "xyz"))
    assert len(session.history.done) == 2


def test_document_opened_anew_has_no_history(session: DocumentSession) -> None:
    session.execute(SetCardText("a", "1"))
    session.select(["a"])
    other = make_document(make_card("z"))
    changes = QSignalSpy(session.changed)
    session.open_document(other, Path("polku.blueprint"))
    assert changes.at(0)[0].removed == {"a", "b"}
    assert (session.document, session.history.done) == (other, ())
    assert session.selection == Selection()
    assert not session.is_modified
    assert session.path == Path("polku.blueprint")


def test_saved_document_can_be_read_again(
    session: DocumentSession, qtbot: QtBot, tmp_path: Path
) -> None:
    session.execute(SetCardText("a", "Tallennettu"))
    path = tmp_path / "polku.blueprint"
    with qtbot.waitSignal(session.saved) as saved:
        session.save(path)
        assert session.is_saving
    assert saved.args == [path]
    assert load_document(path) == session.document
    assert not session.is_modified
    assert not session.is_saving
    session.undo()
    assert session.is_modified


def test_edit_during_a_save_stays_unsaved(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    go_on, written = Event(), []

    def save_slowly(document: Document, path: Path) -> None:
        assert go_on.wait(10)
        save_document(document, path)
        written.append(document.cards[0].text)

    session = DocumentSession(DOCUMENT, SmallComposer(), save_slowly)
    path = tmp_path / "polku.blueprint"
    session.save(path)
    session.execute(SetCardText("a", "Uusi"))
    with qtbot.waitSignal(session.saved):
        go_on.set()
    assert session.is_modified
    assert load_document(path) == DOCUMENT
    with qtbot.waitSignals([session.saved, session.saved]):
        session.save(path)
        session.execute(SetCardText("a", "Uudempi"))
        session.save(path)
    assert not session.is_modified
    assert written == ["A", "Uusi", "Uudempi"]
    assert load_document(path).cards[0].text == "Uudempi"


def test_failed_save_loses_nothing(session: DocumentSession, qtbot: QtBot, tmp_path: Path) -> None:
    session.execute(SetCardText("a", "Vain muistissa"))
    with qtbot.waitSignal(session.save_failed) as failed:
        session.save(tmp_path / "ei ole" / "polku.blueprint")
    assert isinstance(failed.args[0], FileAccessError)
    assert session.is_modified
    assert session.path is None
    assert session.document.cards[0].text == "Vain muistissa"
