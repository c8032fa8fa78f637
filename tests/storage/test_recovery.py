import json
import platform
from pathlib import Path

import pytest

from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.storage.format import save_document
from blueprint_editor.storage.journal import Journal, JournalStore, WorkPlace
from blueprint_editor.storage.recovery import ExaminedWork, find_work
from tests.commands.documents import make_card, make_document

SAVED = make_document(make_card("a"), make_card("b"))
WORK = make_document(make_card("a").changed(text="Uusi"), make_card("c"))


@pytest.fixture
def store(tmp_path: Path) -> JournalStore:
    return JournalStore(tmp_path / "journals")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "polku.blueprint"
    save_document(SAVED, made)
    return made


def leave(store: JournalStore, place: WorkPlace, document=WORK) -> Journal:
    """Leave work as a process does that is gone; no process has so high a number."""
    journal = store.begin()
    journal.write(document, place)
    owner = {"host": platform.node(), "pid": 2**31 - 2, "started": 0.0}
    # At once: a program may be looking already.
    new = journal.folder / "owner.new"
    new.write_text(json.dumps(owner))
    new.replace(journal.folder / "owner.json")
    return journal


def find_one(store: JournalStore) -> ExaminedWork:
    (found,) = find_work(store).works
    return found


def test_work_is_compared_with_its_file(store: JournalStore, path: Path) -> None:
    leave(store, WorkPlace(path, read_file(path).state.digest))
    found = find_one(store)
    assert found.document == WORK
    assert found.is_home
    assert found.comparison is not None
    assert [d.record.id for d in found.comparison.added] == ["c"]
    assert [d.record.id for d in found.comparison.removed] == ["b"]
    assert [d.record.id for d in found.comparison.reworded] == ["a"]


def test_work_on_a_file_that_was_changed_since_does_not_go_back_there(
    store: JournalStore, path: Path
) -> None:
    leave(store, WorkPlace(path, read_file(path).state.digest))
    save_document(SAVED.changed(title="Muu"), path)
    found = find_one(store)
    assert not found.is_home
    assert found.comparison is not None
    assert [field.name for field in found.comparison.fields] == ["title"]


@pytest.mark.parametrize("file", ["none", "gone", "broken", "other"])
def test_work_without_a_file_to_go_to_is_found(store: JournalStore, path: Path, file: str) -> None:
    match file:
        case "gone":
            path.unlink()
        case "broken":
            path.write_text("root:x:0:0")
        case "other":
            save_document(SAVED.changed(id="muu"), path)
    leave(store, WorkPlace(None if file == "none" else path, "abc"))
    found = find_one(store)
    assert (found.document, found.file, found.comparison) == (WORK, None, None)
    assert not found.is_home


def test_work_that_its_file_holds_already_is_removed(store: JournalStore, path: Path) -> None:
    journal = leave(store, WorkPlace(path, ""), SAVED)
    assert find_work(store) == ((), ())
    assert not journal.folder.exists()


def test_damage_does_not_hide_other_work(store: JournalStore, path: Path) -> None:
    leave(store, WorkPlace(path, ""))
    for damage in ("changes.json", "base"):
        folder = leave(store, WorkPlace(path, "")).folder
        for spoiled in folder.glob(f"{damage}*"):
            spoiled.write_bytes(b"{}")
    found = find_work(store)
    assert len(found.works) == 1
    assert len(found.damaged) == 2
    assert find_work(store) == (found.works, ())
