"""Autosaved work: there after a crash, gone after a save, and never the end of the program."""

import json
import os
import platform
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, FileAccessError
from blueprint_editor.storage import journal as journal_module
from blueprint_editor.storage.journal import (
    DamagedJournalError,
    Journal,
    JournalStore,
    RecoverableWork,
    WorkPlace,
)
from blueprint_editor.storage.processes import ProcessMark, is_running, this_process
from tests.commands.documents import make_card, make_document

DOCUMENT = make_document(make_card("a"), make_card("b"))
CHANGED = DOCUMENT.model_copy(update={"cards": (DOCUMENT.cards[0].changed(text="Uusi"),)})
NOWHERE = WorkPlace()


@pytest.fixture(scope="module")
def dead() -> ProcessMark:
    """A process of this machine that is gone."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return ProcessMark(platform.node(), child.pid, this_process().started)


@pytest.fixture
def store(tmp_path: Path) -> JournalStore:
    return JournalStore(tmp_path / "state" / "journals")


def _end_process(journal: Journal, mark: ProcessMark) -> None:
    (journal.folder / "owner.json").write_text(json.dumps(mark.to_record()))


@pytest.fixture
def leave(store: JournalStore, dead: ProcessMark) -> Callable[..., Journal]:
    """Leave unsaved work behind, as a process does that is killed."""

    def leave_work(*documents: Document, place: WorkPlace = NOWHERE) -> Journal:
        journal = store.begin()
        for document in documents or (DOCUMENT, CHANGED):
            journal.write(document, place)
        _end_process(journal, dead)
        return journal

    return leave_work


def _find_work(store: JournalStore) -> RecoverableWork:
    (work,) = store.list_recoverable().works
    return work


def test_work_of_a_process_that_is_gone_is_found(
    store: JournalStore, leave: Callable[..., Journal], tmp_path: Path
) -> None:
    place = WorkPlace(tmp_path / "polku.blueprint", "abc")
    leave(place=place)
    work = _find_work(store)
    assert (work.title, work.place) == ("Polku", place)
    assert store.read(work) == CHANGED


def test_work_of_a_running_process_is_its_own(store: JournalStore) -> None:
    store.begin().write(DOCUMENT, NOWHERE)
    assert store.list_recoverable().works == ()


def test_nothing_is_written_before_the_first_edit(store: JournalStore, tmp_path: Path) -> None:
    journal = store.begin()
    journal.clear()
    journal.close()
    assert not (tmp_path / "state").exists()


def test_saved_work_is_not_offered_and_its_rest_is_removed(
    store: JournalStore, dead: ProcessMark
) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)
    journal.clear()
    _end_process(journal, dead)
    assert store.list_recoverable().works == ()
    assert not journal.folder.exists()


def test_closed_journal_is_gone_and_stays_so(store: JournalStore) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)
    journal.close()
    journal.write(CHANGED, NOWHERE)
    assert not journal.folder.exists()


def test_edit_is_written_as_what_differs_from_the_base(store: JournalStore) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)
    (base,) = journal.folder.glob("base-*")
    before = base.stat().st_mtime_ns
    journal.write(CHANGED, NOWHERE)
    assert [path.stat().st_mtime_ns for path in journal.folder.glob("base-*")] == [before]
    changes = json.loads((journal.folder / "changes.json").read_text("utf-8"))["changes"]
    assert changes["lists"]["cards"][0]["text"] == "Uusi"


def test_large_changes_become_a_new_base(
    store: JournalStore, leave: Callable[..., Journal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "MOST_CHANGES_BYTES", 400)
    large = make_document(*(make_card(f"x{i}") for i in range(20)))
    journal = leave(DOCUMENT, large, CHANGED)
    assert len(list(journal.folder.glob("base-*"))) == 1
    assert store.read(_find_work(store)) == CHANGED


def test_folder_that_was_emptied_meanwhile_gets_a_base_again(
    store: JournalStore, dead: ProcessMark
) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)
    for path in journal.folder.iterdir():
        path.unlink()
    journal.write(CHANGED, NOWHERE)
    _end_process(journal, dead)
    assert store.read(_find_work(store)) == CHANGED


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps profile folders private itself")
def test_nobody_else_may_look_into_journals(store: JournalStore, tmp_path: Path) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)
    for folder in (journal.folder, tmp_path / "state" / "journals", tmp_path / "state"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_two_documents_have_two_journals(
    store: JournalStore, leave: Callable[..., Journal]
) -> None:
    leave(DOCUMENT, place=WorkPlace(Path("/a/polku.blueprint")))
    leave(CHANGED, place=WorkPlace(Path("/a/polku.blueprint")))
    works = store.list_recoverable().works
    assert [store.read(work) for work in works] == [CHANGED, DOCUMENT]


def test_recovered_work_is_gone_on_with_in_its_own_journal(
    store: JournalStore, leave: Callable[..., Journal], dead: ProcessMark
) -> None:
    leave()
    work = _find_work(store)
    journal = store.take_over(work)
    assert store.list_recoverable().works == ()
    assert store.read(work) == CHANGED
    journal.write(DOCUMENT, NOWHERE)
    _end_process(journal, dead)
    assert store.read(_find_work(store)) == DOCUMENT


def test_discarded_work_is_gone(store: JournalStore, leave: Callable[..., Journal]) -> None:
    leave()
    store.discard(_find_work(store))
    assert store.list_recoverable() == ((), ())


def test_work_on_a_file_is_forgotten_and_other_work_stays(
    store: JournalStore, leave: Callable[..., Journal]
) -> None:
    leave(place=WorkPlace(Path("/a/polku.blueprint")))
    leave(place=WorkPlace(Path("/a/muu.blueprint")))
    store.forget(Path("/a/polku.blueprint"))
    assert _find_work(store).place.path == Path("/a/muu.blueprint")


def _spoil(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8")


def _spoil_base(folder: Path) -> None:
    (base,) = folder.glob("base-*")
    base.write_bytes(base.read_bytes()[:-20])


def _change_record(**values: object) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / "changes.json"
        path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}))

    return change


@pytest.mark.parametrize(
    "spoil",
    [
        _spoil("changes.json", ""),
        _spoil("changes.json", "[]"),
        _spoil("changes.json", '{"journal_version": 1'),
        _spoil("changes.json", "[" * 100_000),
        _spoil("changes.json", " " * 5_000_000),
        _change_record(journal_version=2),
        _change_record(at="yesterday"),
        _change_record(at="2026-01-01T00:00:00"),
        _change_record(title=None),
        _change_record(path=7),
        _change_record(base="../../secret"),
        _change_record(base="base-0123456789abcdef.blueprint"),
        _change_record(changes=[]),
        _change_record(changes={"fields": {}, "absent": [], "lists": {"cards": [[5, 9]]}}),
        _change_record(changes={"fields": {"title": 3}, "absent": [], "lists": {}}),
        _spoil_base,
    ],
)
def test_damaged_work_is_told_and_kept_aside(
    store: JournalStore, leave: Callable[..., Journal], spoil: Callable[[Path], object]
) -> None:
    folder = leave().folder
    spoil(folder)
    found = store.list_recoverable()
    if found.works:
        with pytest.raises(DamagedJournalError) as caught:
            store.read(found.works[0])
        kept_in = caught.value.kept_in
    else:
        (kept_in,) = found.damaged
    assert kept_in == folder.parent / "set-aside" / folder.name
    assert list(kept_in.glob("base-*"))
    assert store.list_recoverable() == ((), ())


def test_foreign_things_among_the_journals_do_no_harm(store: JournalStore, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "journals"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("x")
    (tmp_path / "elsewhere").mkdir()
    if os.name == "posix":
        (folder / "link").symlink_to(tmp_path / "elsewhere")
    assert store.list_recoverable() == ((), ())
    assert (tmp_path / "elsewhere").exists()


def test_journal_that_is_just_coming_to_be_is_left_alone(
    store: JournalStore, tmp_path: Path
) -> None:
    folder = tmp_path / "state" / "journals" / "abc"
    folder.mkdir(parents=True)
    assert store.list_recoverable() == ((), ())
    assert folder.exists()
    os.utime(folder, (1, 1))
    store.list_recoverable()
    assert not folder.exists()


def test_work_of_another_machine_is_offered_once_it_is_silent(
    store: JournalStore, leave: Callable[..., Journal]
) -> None:
    journal = leave()
    _end_process(journal, ProcessMark("elsewhere", 1, 0.0))
    assert store.list_recoverable().works == ()
    os.utime(journal.folder, (1, 1))
    assert _find_work(store).title == "Polku"


def test_refused_write_is_told_and_keeps_what_was_there(
    store: JournalStore, dead: ProcessMark, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = store.begin()
    journal.write(DOCUMENT, NOWHERE)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(FileAccessError) as caught:
            journal.write(CHANGED, NOWHERE)
    assert caught.value.fault == "disk_full"
    _end_process(journal, dead)
    assert store.read(_find_work(store)) == DOCUMENT


def test_place_where_no_folder_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileAccessError):
        JournalStore(tmp_path / "file" / "journals").begin().write(DOCUMENT, NOWHERE)


def test_document_larger_than_any_file_is_told(
    store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("blueprint_editor.storage.format.MAX_FILE_BYTES", 100)
    with pytest.raises(DocumentError):
        store.begin().write(DOCUMENT, NOWHERE)


def test_number_that_was_given_out_again_is_another_process(dead: ProcessMark) -> None:
    here = this_process()
    assert is_running(here)
    assert not is_running(ProcessMark(here.host, here.pid, here.started - 500.0))
    assert not is_running(dead)
