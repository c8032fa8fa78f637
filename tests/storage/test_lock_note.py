import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from blueprint_editor.storage.lock_note import STALE_AFTER, Holder, LockNote
from blueprint_editor.storage.processes import this_process

NOW = datetime.now(UTC)


def _take(note: LockNote, file: Path) -> Holder | None:
    note.follow(file)
    return note.take()


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
    assert _take(first, file) is None
    holder = _take(second, file)
    assert holder is not None
    assert (holder.host, holder.process.pid) == (platform.node(), os.getpid())
    assert abs(holder.at - NOW) < timedelta(minutes=10)
    assert not second.is_held


def test_note_goes_with_its_owner(file: Path, locks: Path) -> None:
    note = LockNote(locks)
    _take(note, file)
    assert _note(file).exists()
    note.release()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    note.release()


def test_note_moves_to_the_next_file(file: Path, locks: Path) -> None:
    note, other = LockNote(locks), file.with_name("muu.blueprint")
    _take(note, file)
    _take(note, other)
    assert not _note(file).exists()
    assert _note(other).exists()


def test_late_call_concerns_the_file_of_now(file: Path, locks: Path) -> None:
    note, other = LockNote(locks), file.with_name("muu.blueprint")
    note.follow(file)
    note.follow(other)
    assert note.take() is None
    assert note.take() is None
    assert (_note(file).exists(), _note(other).exists()) == (False, True)
    note.release()
    assert note.take() is None
    note.seize()
    assert not note.is_held


def test_note_of_a_dead_process_is_replaced(file: Path, locks: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    _leave(file, pid=child.pid)
    assert _take(LockNote(locks), file) is None


def test_note_of_a_process_of_this_number_but_another_time_is_stale(
    file: Path, locks: Path
) -> None:
    _leave(file, started=this_process().started - 1000)
    assert _take(LockNote(locks), file) is None


@pytest.mark.parametrize(("age", "holds"), [(STALE_AFTER / 2, True), (STALE_AFTER * 2, False)])
def test_note_of_another_machine_holds_for_a_day(
    file: Path, locks: Path, age: timedelta, *, holds: bool
) -> None:
    _leave(file, host="toinen-kone", at=(NOW - age).isoformat())
    holder = _take(LockNote(locks), file)
    assert (holder is not None) == holds
    if holder is not None:
        assert (holder.user, holder.host) == ("maija", "toinen-kone")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pid": -1}', "[" * 50_000, "\0", "x" * 40_000])
def test_note_that_is_none_is_replaced(file: Path, locks: Path, text: str) -> None:
    _note(file).write_text(text)
    note = LockNote(locks)
    assert _take(note, file) is None
    assert note.is_held


def test_person_may_take_the_file_all_the_same(file: Path, locks: Path) -> None:
    first, second = LockNote(locks), LockNote(locks)
    _take(first, file)
    second.follow(file)
    second.seize()
    first.renew()
    first.release()
    assert _take(LockNote(locks), file) is not None
    second.release()
    assert not _note(file).exists()


def test_note_is_renewed(file: Path, locks: Path) -> None:
    note = LockNote(locks)
    _take(note, file)
    record = json.loads(_note(file).read_text())
    _note(file).write_text(json.dumps({**record, "at": "2020-01-01T00:00:00+00:00"}))
    note.renew()
    assert json.loads(_note(file).read_text())["at"] >= record["at"]


def test_long_name_is_noted_in_the_state_folder(tmp_path: Path, locks: Path) -> None:
    file = tmp_path / ("ä" * 115 + ".blueprint")
    file.touch()
    note = LockNote(locks)
    assert _take(note, file) is None
    assert len(list(locks.iterdir())) == 1
    assert _take(LockNote(locks), file) is not None


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
    assert _take(LockNote(locks), file) is None
    assert len(list(locks.iterdir())) == 1
    assert _take(LockNote(locks), file) is not None


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
    assert _take(note, blocked / "polku.blueprint") is None
    assert not note.is_held


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_same_file_by_two_names_has_one_note(file: Path, locks: Path) -> None:
    link = file.with_name("linkki.blueprint")
    link.symlink_to(file)
    _take(LockNote(locks), file)
    assert _take(LockNote(locks), link) is not None
