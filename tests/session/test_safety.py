"""One document and its file: who else has it, what became of it, and what was saved before."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.model.comparison import compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.session import autosave as autosave_module
from blueprint_editor.session.safety import DocumentSafety
from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.storage.lock_note import LockNote
from tests.commands.documents import make_card, make_document
from tests.session.safe_session import SafeSession, open_safely

DOCUMENT = make_document(make_card("a"), make_card("b"))
THEIRS = make_document(make_card("a"), make_card("theirs"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kansio" / "polku.blueprint"
    made.parent.mkdir()
    save_document(DOCUMENT, made)
    return made


@pytest.fixture
def safe(
    qapp: object, tmp_path: Path, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SafeSession]:
    monkeypatch.setattr(autosave_module, "DELAY_MS", 5)
    made = open_safely(tmp_path / "own", DOCUMENT, path)
    qtbot.waitUntil(lambda: made.safety._lock.is_held)
    yield made
    made.safety.close()
    QThreadPool.globalInstance().waitForDone(10_000)
    made.session.deleteLater()


def _save(safe: SafeSession, qtbot: QtBot, path: Path) -> None:
    """Save, and wait until the version is kept."""
    with qtbot.waitSignal(safe.session.saved):
        safe.session.save(path)
    QThreadPool.globalInstance().waitForDone(10_000)


def _edit(safe: SafeSession, text: str) -> None:
    safe.session.execute(SetCardText("a", text))
    safe.session.end_step()


def _texts(safety: DocumentSafety) -> list[str]:
    return [safety.read_version(version).cards[0].text for version in safety.list_versions()]


def _change_on_disk(path: Path, document: Document = THEIRS) -> None:
    save_document(document, path)


def test_versions_saved_and_the_one_before_are_kept(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    for text in ("yksi", "kaksi"):
        _edit(safe, text)
        _save(safe, qtbot, path)
    assert _texts(safe.safety) == ["kaksi", "yksi", "A"]


def test_version_is_compared_and_restored_by_a_step_that_can_be_undone(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    _edit(safe, "yksi")
    _save(safe, qtbot, path)
    _edit(safe, "kaksi")
    version = safe.safety.list_versions()[-1]
    old = safe.safety.read_version(version)
    found = compare_documents(old, safe.session.document)
    assert [difference.record.id for difference in found.reworded] == ["a"]
    safe.safety.restore(old)
    assert safe.session.document == DOCUMENT
    assert safe.session.is_modified
    safe.session.undo()
    assert safe.session.document.cards[0].text == "kaksi"


def test_forgotten_document_has_no_history_but_its_unsaved_work_stays_safe(
    safe: SafeSession, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    _edit(safe, "yksi")
    _save(safe, qtbot, path)
    _edit(safe, "kaksi")
    safe.safety.forget()
    qtbot.waitUntil(lambda: not safe.safety.list_versions())
    qtbot.waitUntil(lambda: safe.safety.autosave.is_idle)
    (journal,) = (tmp_path / "own" / "journals").iterdir()
    assert "kaksi" in next(journal.glob("base-*")).read_text("utf-8")
    assert load_document(path).cards[0].text == "yksi"


def test_change_on_the_disk_is_noticed_without_a_question(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(safe.safety.turned) as turned:
        _change_on_disk(path)
    assert turned.args == ["changed"]
    _edit(safe, "minun")
    with qtbot.waitSignal(safe.session.save_failed) as failed:
        safe.session.save(path)
    assert failed.args[0].fault == "changed"
    assert load_document(path) == THEIRS


def test_own_saves_are_no_change_and_the_watch_goes_on_after_them(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    turned = QSignalSpy(safe.safety.turned)
    for text in ("1", "2"):
        _edit(safe, text)
        _save(safe, qtbot, path)
    safe.safety.check_file()
    qtbot.waitUntil(lambda: not safe.safety._watch._is_looking)
    assert turned.count() == 0
    with qtbot.waitSignal(safe.safety.turned):
        _change_on_disk(path)


def test_change_that_nobody_reports_is_noticed_when_the_window_is_entered(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    watcher = safe.safety._watch._watcher
    watcher.removePaths([*watcher.files(), *watcher.directories()])
    _change_on_disk(path)
    with qtbot.waitSignal(safe.safety.turned):
        safe.safety.check_file()


def test_file_that_vanishes_and_comes_back_is_told(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    aside = path.with_name("sivussa")
    with qtbot.waitSignal(safe.safety.turned) as turned:
        path.rename(aside)
    assert turned.args == ["missing"]
    with qtbot.waitSignal(safe.safety.turned) as turned:
        aside.rename(path)
    assert turned.args == ["same"]


def test_folder_that_vanishes_is_told(safe: SafeSession, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(safe.safety.turned) as turned:
        path.parent.rename(path.parent.with_name("muualla"))
    assert turned.args == ["missing_folder"]


def test_file_read_again_leaves_mine_one_undo_away(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    _edit(safe, "minun")
    mine = safe.session.document
    _change_on_disk(path)
    with qtbot.waitSignal(safe.session.changed):
        safe.safety.reload()
    assert safe.session.document == THEIRS
    assert not safe.session.is_modified
    safe.session.undo()
    assert safe.session.document is mine
    assert safe.session.is_modified
    _save(safe, qtbot, path)
    assert load_document(path) == mine
    assert THEIRS in [safe.safety.read_version(v) for v in safe.safety.list_versions()]


def test_file_that_cannot_be_read_again_is_told(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    path.write_text("{")
    with qtbot.waitSignal(safe.safety.reload_failed):
        safe.safety.reload()
    assert safe.session.document == DOCUMENT


@pytest.mark.parametrize("theirs", ["document", "garbage"])
def test_person_may_save_over_it_and_theirs_is_a_version(
    safe: SafeSession, path: Path, qtbot: QtBot, theirs: str
) -> None:
    _edit(safe, "minun")
    if theirs == "document":
        _change_on_disk(path)
    else:
        path.write_text("roskaa")
    with qtbot.waitSignal(safe.session.saved):
        safe.safety.overwrite()
    QThreadPool.globalInstance().waitForDone(10_000)
    assert load_document(path).cards[0].text == "minun"
    kept = [safe.safety.read_version(version) for version in safe.safety.list_versions()]
    assert (THEIRS in kept) == (theirs == "document")


def _open_second(tmp_path: Path, path: Path) -> SafeSession:
    return open_safely(tmp_path / "own", DOCUMENT, path)


def test_file_that_somebody_else_has_opens_as_a_copy(
    safe: SafeSession, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    second = _open_second(tmp_path, path)
    with qtbot.waitSignal(second.safety.held) as held:
        pass
    assert held.args[0] == path
    assert held.args[1].process.pid == os.getpid()
    assert second.session.path is None
    assert not second.session.is_modified
    second.safety.close()


def test_copy_may_take_the_file_all_the_same(
    safe: SafeSession, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    second = _open_second(tmp_path, path)
    with qtbot.waitSignal(second.safety.held):
        pass
    _edit(second, "toisen")
    second.safety.edit_anyway()
    assert second.session.path == path
    qtbot.waitUntil(lambda: second.safety._lock.is_held)
    _save(second, qtbot, path)
    assert load_document(path).cards[0].text == "toisen"
    second.safety.close()
    QThreadPool.globalInstance().waitForDone(10_000)


def test_note_follows_the_document_and_goes_with_it(
    safe: SafeSession, path: Path, qtbot: QtBot
) -> None:
    note = path.with_name(".polku.blueprint.lock")
    assert note.exists()
    other = path.with_name("muu.blueprint")
    _save(safe, qtbot, other)
    other_note = path.with_name(".muu.blueprint.lock")
    assert (note.exists(), other_note.exists()) == (False, True)
    safe.safety.open(read_file(path).document, None, None)
    assert not other_note.exists()


def test_note_of_another_machine_is_told(path: Path, qtbot: QtBot, tmp_path: Path) -> None:
    other = LockNote(tmp_path / "locks")
    other.follow(path)
    other.take()
    note = path.with_name(".polku.blueprint.lock")
    note.write_text(json.dumps({**json.loads(note.read_text()), "host": "kone", "user": "maija"}))
    second = _open_second(tmp_path, path)
    with qtbot.waitSignal(second.safety.held) as held:
        pass
    assert (held.args[1].user, held.args[1].host) == ("maija", "kone")
    second.safety.close()


def _recover(safe: SafeSession, *, path: Path | None) -> Callable[[], list[str]]:
    journal = safe.stores.journals.begin()
    work = DOCUMENT.model_copy(update={"cards": (DOCUMENT.cards[0].changed(text="Työ"),)})
    journal.write(work, safe.safety._find_place())
    if path is None:
        safe.safety.open(work, None, None)
    safe.safety.recover(journal, work)
    return lambda: [card.text for card in safe.session.document.cards]


def test_recovered_work_is_a_step_after_its_file(
    safe: SafeSession, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    texts = _recover(safe, path=path)
    assert texts() == ["Työ"]
    assert (safe.session.path, safe.session.is_modified) == (path, True)
    safe.session.undo()
    assert texts() == ["A", "B"]
    assert not safe.session.is_modified
    safe.session.redo()
    _save(safe, qtbot, path)
    qtbot.waitUntil(lambda: safe.safety.autosave.is_idle)
    assert not list((tmp_path / "own" / "journals").glob("*/changes.json"))


def test_recovered_work_without_a_file_is_unsaved(
    safe: SafeSession, qtbot: QtBot, tmp_path: Path
) -> None:
    texts = _recover(safe, path=None)
    assert texts() == ["Työ"]
    assert (safe.session.path, safe.session.is_modified) == (None, True)
    qtbot.waitUntil(lambda: safe.safety.autosave.is_idle)
    assert list((tmp_path / "own" / "journals").glob("*/changes.json"))


def test_close_leaves_no_journal_and_no_note(
    path: Path, qtbot: QtBot, tmp_path: Path, qapp: object
) -> None:
    safe = open_safely(tmp_path / "own", DOCUMENT, path)
    _edit(safe, "hylätty")
    safe.safety.close()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert not list((tmp_path / "own").glob("journals/*"))


def test_version_that_cannot_be_kept_is_told_and_the_file_is_saved(
    safe: SafeSession, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir(exist_ok=True)
    (tmp_path / "own" / "versions").touch()
    _edit(safe, "yksi")
    with qtbot.waitSignals([safe.session.saved, safe.safety.versions_failed]):
        safe.session.save(path)
    assert load_document(path).cards[0].text == "yksi"
