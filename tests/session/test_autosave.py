import json
import platform
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.model.document import Document
from blueprint_editor.session import autosave as autosave_module
from blueprint_editor.session.autosave import Autosave
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.storage.format import save_document
from blueprint_editor.storage.journal import JournalStore, WorkPlace
from tests.commands.documents import make_card, make_document
from tests.session.small_poster import SmallComposer

DOCUMENT = make_document(make_card("a"), make_card("b"))
PLACE = WorkPlace(Path("/a/polku.blueprint"), "abc")


@pytest.fixture
def store(tmp_path: Path) -> JournalStore:
    return JournalStore(tmp_path / "journals")


@pytest.fixture
def session(qapp: object) -> DocumentSession:
    return DocumentSession(DOCUMENT, SmallComposer(), save_document)


@pytest.fixture
def autosave(
    session: DocumentSession, store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Autosave]:
    monkeypatch.setattr(autosave_module, "DELAY_MS", 5)
    made = Autosave(session, store, lambda: PLACE)
    yield made
    made.close()


def _settle(autosave: Autosave, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: autosave.is_idle)


def _read_all(tmp_path: Path) -> list[Document]:
    """Return what would be recovered if the process were gone now."""
    found = []
    for owner in (tmp_path / "journals").glob("*/owner.json"):
        record = json.loads(owner.read_text())
        owner.write_text(json.dumps({**record, "host": platform.node(), "pid": 2**31 - 2}))
        store = JournalStore(tmp_path / "journals")
        found += [store.read(work) for work in store.list_recoverable().works]
        if owner.exists():
            owner.write_text(json.dumps(record))
    return found


def test_edit_is_in_the_journal_soon(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.execute(SetCardText("a", "Uusi"))
    assert not autosave.is_idle
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == [session.document]


def test_promise_of_two_seconds_leaves_time_to_write() -> None:
    assert autosave_module.DELAY_MS <= 1000


def test_edits_that_follow_do_not_put_it_off(
    session: DocumentSession, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave_module, "DELAY_MS", 60_000)
    session.execute(SetCardText("a", "1"))
    timer = autosave._timer
    first = timer.timerId()
    session.execute(SetCardText("a", "2"))
    session.preview(SetCardText("a", "3"))
    assert timer.timerId() == first


def test_letters_that_are_being_typed_are_there_too(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.preview(SetCardText("a", "kesken"))
    _settle(autosave, qtbot)
    assert [document.cards[0].text for document in _read_all(tmp_path)] == ["kesken"]
    session.drop_preview()
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == []


def test_saved_or_undone_work_is_cleared(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.execute(SetCardText("a", "Uusi"))
    _settle(autosave, qtbot)
    with qtbot.waitSignal(session.saved):
        session.save(tmp_path / "polku.blueprint")
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == []
    session.undo()
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == [DOCUMENT]
    session.redo()
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == []


def test_untouched_document_leaves_nothing(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.open_document(make_document(make_card("z")))
    _settle(autosave, qtbot)
    assert not (tmp_path / "journals").exists()


def test_other_document_begins_a_journal_of_its_own(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.execute(SetCardText("a", "Uusi"))
    _settle(autosave, qtbot)
    session.open_document(make_document(make_card("z")))
    assert _read_all(tmp_path) == []
    session.execute(SetCardText("z", "Toinen"))
    _settle(autosave, qtbot)
    assert [document.cards[0].text for document in _read_all(tmp_path)] == ["Toinen"]


def test_work_that_may_not_be_lost_is_written_though_nothing_was_edited(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    session.open_document(DOCUMENT, is_saved=False)
    assert session.is_modified
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == [DOCUMENT]


def test_taken_over_journal_of_work_saved_at_once_is_cleared(
    session: DocumentSession,
    autosave: Autosave,
    store: JournalStore,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, PLACE)
    autosave.use(journal)
    _settle(autosave, qtbot)
    assert _read_all(tmp_path) == []


def test_refusal_is_told_once_and_tried_again(
    session: DocumentSession,
    autosave: Autosave,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(autosave_module, "RETRY_MS", 10)
    (tmp_path / "journals").touch()
    failures = QSignalSpy(autosave.failed)
    session.execute(SetCardText("a", "Uusi"))
    qtbot.waitUntil(lambda: failures.count() == 1)
    session.execute(SetCardText("a", "Uudempi"))
    qtbot.waitUntil(autosave._timer.isActive)
    (tmp_path / "journals").unlink()
    _settle(autosave, qtbot)
    assert [document.cards[0].text for document in _read_all(tmp_path)] == ["Uudempi"]
    assert failures.count() == 1


def test_busy_workers_do_not_hold_it_up(
    session: DocumentSession, autosave: Autosave, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on, workers = Event(), QThreadPool.globalInstance()
    for _ in range(workers.maxThreadCount()):
        Task(session).start(lambda: go_on.wait(20))
    try:
        session.execute(SetCardText("a", "Uusi"))
        _settle(autosave, qtbot)
        assert _read_all(tmp_path) == [session.document]
    finally:
        go_on.set()
    workers.waitForDone(10_000)


def test_close_waits_for_the_write_and_leaves_nothing(
    session: DocumentSession, store: JournalStore, tmp_path: Path, qtbot: QtBot
) -> None:
    autosave = Autosave(session, store, lambda: PLACE)
    session.execute(SetCardText("a", "Uusi"))
    autosave._write()
    autosave.close()
    assert autosave._pool.waitForDone(10_000)
    session.execute(SetCardText("a", "Uudempi"))
    assert not autosave._timer.isActive()
    assert _read_all(tmp_path) == []
