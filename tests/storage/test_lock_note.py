import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from blueprint_editor.storage.lock_note import STALE_AFTER, LockNote
from blueprint_editor.storage.processes import this_process

NOW = datetime.now(UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "polku.blueprint"
    made.touch()
    return made


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    return tmp_path / "state" / "locks"


def _note(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def _leave(file: Path, **values: object) -> None:
    record = {"user": "maija", "at": NOW.isoformat(), **this_process().to_record(), **values}
    _note(file).write_text(json.dumps(record))


def test_note_tells_the_next_who_has_the_file(file: Path, locks: Path) -> None:
    first, second = LockNote(locks), LockNote(locks)
    assert first.take(file) is None
    holder = second.take(file)
    assert holder is not None
    assert (holder.host, holder.process.pid) == (platform.node(), os.getpid())
    assert abs(holder.at - NOW) < timedelta(minutes=10)
    assert not second.is_held


def test_note_goes_with_its_owner(file: Path, locks: Path) -> None:
    note = LockNote(locks)
    note.take(file)
    assert _note(file).exists()
    note.release()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    note.release()


def test_note_moves_to_the_next_file(file: Path, locks: Path) -> None:
    note, other = LockNote(locks), file.with_name("muu.blueprint")
    note.take(file)
    note.take(other)
    assert not _note(file).exists()
    assert _note(other).exists()


def test_note_of_a_dead_process_is_replaced(file: Path, locks: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    _leave(file, pid=child.pid)
    assert LockNote(locks).take(file) is None


def test_note_of_a_process_of_this_number_but_another_time_is_stale(
    file: Path, locks: Path
) -> None:
    _leave(file, started=this_process().started - 1000)
    assert LockNote(locks).take(file) is None


@pytest.mark.parametrize(("age", "holds"), [(STALE_AFTER / 2, True), (STALE_AFTER * 2, False)])
def test_note_of_another_machine_holds_for_a_day(
    file: Path, locks: Path, age: timedelta, *, holds: bool
) -> None:
    _leave(file, host="toinen-kone", at=(NOW - age).isoformat())
    holder = LockNote(locks).take(file)
    assert (holder is not None) == holds
    if holder is not None:
        assert (holder.user, holder.host) == ("maija", "toinen-kone")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pid": -1}', "[" * 50_000, "\0", "x" * 40_000])
def test_note_that_is_none_is_replaced(file: Path, locks: Path, text: str) -> None:
    _note(file).write_text(text)
    note = LockNote(locks)
    assert note.take(file) is None
    assert note.is_held


def test_person_may_take_the_file_all_the_same(file: Path, locks: Path) -> None:
    first, second = LockNote(locks), LockNote(locks)
    first.take(file)
    second.seize(file)
    first.renew()
    first.release()
    assert LockNote(locks).take(file) is not None
    second.release()
    assert not _note(file).exists()


def test_note_is_renewed(file: Path, locks: Path) -> None:
    note = LockNote(locks)
    note.take(file)
    record = json.loads(_note(file).read_text())
    _note(file).write_text(json.dumps({**record, "at": "2020-01-01T00:00:00+00:00"}))
    note.renew()
    assert json.loads(_note(file).read_text())["at"] >= record["at"]


def test_long_name_is_noted_in_the_state_folder(tmp_path: Path, locks: Path) -> None:
    file = tmp_path / ("ä" * 115 + ".blueprint")
    file.touch()
    note = LockNote(locks)
    assert note.take(file) is None
    assert len(list(locks.iterdir())) == 1
    assert LockNote(locks).take(file) is not None


def test_folder_that_cannot_be_written_is_noted_in_the_state_folder(
    file: Path, locks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: object, *arguments: object, **named: object) -> int:
        if Path(os.fspath(path)).parent == file.parent and "lock" in os.fspath(path):
            raise PermissionError(13, "no")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(Path, "open", _refuse_beside(file))
    assert LockNote(locks).take(file) is None
    assert len(list(locks.iterdir())) == 1
    assert LockNote(locks).take(file) is not None


def _refuse_beside(file: Path):
    real = Path.open

    def refuse(path: Path, *arguments: object, **named: object):
        if path == _note(file) and "x" in str(arguments):
            raise PermissionError(13, "no")
        return real(path, *arguments, **named)

    return refuse


def test_where_no_note_can_be_left_work_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    note = LockNote(blocked / "locks")
    assert note.take(blocked / "polku.blueprint") is None
    assert not note.is_held


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_same_file_by_two_names_has_one_note(file: Path, locks: Path) -> None:
    link = file.with_name("linkki.blueprint")
    link.symlink_to(file)
    LockNote(locks).take(file)
    assert LockNote(locks).take(link) is not None
