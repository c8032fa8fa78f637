import os
from pathlib import Path

import pytest

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, FileAccessError
from blueprint_editor.storage.file_guard import FileGuard, read_file
from blueprint_editor.storage.format import load_document, save_document
from tests.commands.documents import make_card, make_document

MINE = make_document(make_card("a"))
THEIRS = make_document(make_card("b"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kansio" / "polku.blueprint"
    made.parent.mkdir()
    save_document(MINE, made)
    return made


@pytest.fixture
def guard(path: Path) -> FileGuard:
    made = FileGuard()
    made.adopt(path, read_file(path).state)
    return made


def _change(path: Path, document: Document = THEIRS) -> None:
    save_document(document, path)
    status = path.stat()
    # The clock of a file system may be coarser than a test is fast.
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 10_000_000))


def test_untouched_file_is_saved_again_and_again(guard: FileGuard, path: Path) -> None:
    for text in ("x", "y"):
        guard.save(MINE.changed(title=text), path)
        assert guard.look() == "same"
    assert load_document(path).title == "y"


def test_changed_file_is_not_overwritten(guard: FileGuard, path: Path) -> None:
    _change(path)
    assert guard.look() == "changed"
    with pytest.raises(FileAccessError) as caught:
        guard.save(MINE, path)
    assert caught.value.fault == "changed"
    assert load_document(path) == THEIRS


def test_change_of_the_same_length_and_time_step_is_noticed(guard: FileGuard, path: Path) -> None:
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Polku", b"Pulko"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert guard.look() == "changed"


def test_person_may_decide_to_write_over_it(guard: FileGuard, path: Path) -> None:
    _change(path)
    guard.accept()
    guard.save(MINE, path)
    assert load_document(path) == MINE
    assert guard.look() == "same"


def test_other_file_is_written_without_looking(guard: FileGuard, path: Path) -> None:
    other = path.with_name("muu.blueprint")
    save_document(THEIRS, other)
    guard.save(MINE, other)
    assert load_document(other) == MINE
    _change(other)
    assert guard.look() == "changed"


def test_touched_file_is_the_same(guard: FileGuard, path: Path) -> None:
    os.utime(path, ns=(1, 1))
    assert guard.look() == "same"
    guard.save(MINE, path)


def test_missing_file_is_told_and_written_anew(guard: FileGuard, path: Path) -> None:
    path.unlink()
    assert guard.look() == "missing"
    guard.save(MINE, path)
    assert load_document(path) == MINE


def test_missing_folder_is_told(guard: FileGuard, path: Path) -> None:
    path.parent.rename(path.parent.with_name("muualla"))
    assert guard.look() == "missing_folder"
    with pytest.raises(FileAccessError) as caught:
        guard.save(MINE, path)
    assert caught.value.fault == "missing_folder"


def test_folder_in_the_place_of_the_file_is_no_file(guard: FileGuard, path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert guard.look() == "missing"
    with pytest.raises(FileAccessError) as caught:
        guard.save(MINE, path)
    assert caught.value.fault == "not_a_file"


def test_state_is_that_of_the_bytes_read(path: Path) -> None:
    read = read_file(path)
    assert read.document == MINE
    assert read.state.size == path.stat().st_size
    guard = FileGuard()
    guard.adopt(path, read.state)
    assert guard.digest == read.state.digest
    guard.adopt(None, None)
    assert (guard.digest, guard.look()) == ("", "same")


def test_faults_of_reading_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        read_file(tmp_path / "ei ole")
    (tmp_path / "rikki").write_text("{")
    with pytest.raises(DocumentError):
        read_file(tmp_path / "rikki")
