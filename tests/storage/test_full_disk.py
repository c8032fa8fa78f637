"""A disk that is really full: what was there stays whole, and the person is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.file_guard import FileGuard, read_file
from blueprint_editor.storage.format import dump_document, load_document, save_document
from blueprint_editor.storage.journal import Journal, WorkPlace
from blueprint_editor.storage.versions import VersionStore
from tests.benchmarks.generator import make_document
from tests.storage.small_disk import fill, mount_small_disk
from tests.storage.test_versions import START

ROOT = Path(__file__).parents[2]
SMALL, LARGE = make_document(60), make_document(2_000)
LIMITED = """
import resource, sys
from pathlib import Path
from tests.storage.test_full_disk import fill_and_judge
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
fill_and_judge(Path(sys.argv[1]))
"""
"""A process whose files may not grow beyond a size: the writes fail half-way, as on a full disk."""


disk = pytest.fixture(mount_small_disk)


def fill_and_judge(folder: Path) -> None:
    """Fill a folder's disk through every writer, and check what is left after each refusal."""
    path = folder / "polku.blueprint"
    guard = FileGuard()
    guard.save(SMALL, path)
    _judge_save(guard, path)
    _judge_journal(folder / "journals")
    _judge_versions(folder / "versions", path)
    assert load_document(path) == SMALL
    assert not list(folder.rglob("*.tmp"))


def _refuse(write: object, *arguments: object) -> None:
    with pytest.raises(FileAccessError) as caught:
        write(*arguments)
    assert caught.value.fault == "disk_full"
    assert "free some space" in str(caught.value)


def _judge_save(guard: FileGuard, path: Path) -> None:
    _refuse(guard.save, LARGE, path)
    assert load_document(path) == SMALL
    assert guard.look() == "same"
    guard.save(SMALL, path)


def _judge_journal(folder: Path) -> None:
    journal = Journal(folder / "j")
    journal.write(SMALL, WorkPlace())
    before = {file.name: file.read_bytes() for file in journal.folder.iterdir()}
    _refuse(journal.write, LARGE, WorkPlace())
    after = {file.name: file.read_bytes() for file in journal.folder.iterdir()}
    assert after == before
    record = json.loads(after["changes.json"])
    assert after[record["base"]] == dump_document(SMALL)


def _judge_versions(folder: Path, path: Path) -> None:
    store = VersionStore(folder)
    store.add(SMALL, path, START)
    blocker = folder.parent / "täyte"
    fill(blocker)
    noise = SMALL.changed(description=os.urandom(40_000).hex(), id=SMALL.id)
    _refuse(store.add, noise, path, START.replace(year=2027))
    blocker.unlink()
    (version,) = store.list_versions(SMALL.id, path)
    assert store.read(version) == SMALL


def test_full_file_system(disk: Path) -> None:
    fill_and_judge(disk)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_files_that_cannot_grow(tmp_path: Path) -> None:
    limit = len(dump_document(SMALL)) + 4096
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, tmp_path, str(limit)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_document_grows_until_the_disk_is_full(disk: Path) -> None:
    """Every save is whole or refused, to the last byte of the disk."""
    path = disk / "polku.blueprint"
    saved = SMALL
    refusals: list[str] = []
    for step in range(1, 60):
        document = make_document(60 * step)
        try:
            save_document(document, path)
        except FileAccessError as error:
            refusals.append(error.fault)
        else:
            saved = document
        assert load_document(path) == saved
        assert [file.name for file in disk.iterdir()] == [path.name]
        if len(refusals) == 3:
            break
    assert refusals == ["disk_full"] * 3


def test_room_that_is_made_is_used_at_once(disk: Path) -> None:
    path, blocker = disk / "polku.blueprint", disk / "täyte"
    guard = FileGuard()
    guard.save(SMALL, path)
    fill(blocker)
    _refuse(guard.save, SMALL.changed(title="Uusi"), path)
    blocker.unlink()
    guard.save(SMALL.changed(title="Uusi"), path)
    assert read_file(path).document.title == "Uusi"
