"""Files are the old one or the new one; what the system refuses is told with what to do."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage import atomic
from blueprint_editor.storage.atomic import remove_leftovers, write_atomically
from blueprint_editor.storage.faults import make_access_error

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_its_replacement(tmp_path: Path) -> None:
    path = tmp_path / "a.blueprint"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.blueprint"]


@on_unix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual, ours = tmp_path / "usual", tmp_path / "ours"
    usual.touch()
    write_atomically(ours, b"")
    assert ours.stat().st_mode == usual.stat().st_mode


@on_unix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.touch()
    path.chmod(mode)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@on_unix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "real"
    target.write_bytes(b"old")
    (tmp_path / "middle").symlink_to(Path("far") / "real")
    link = tmp_path / "link"
    link.symlink_to("middle")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "far") == ["real"]


@on_unix
def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 120 + ".blueprint")
    write_atomically(path, b"new")
    assert names(tmp_path) == [path.name]


def refuse(path: Path, data: bytes = b"new", **options: Any) -> FileAccessError:
    with pytest.raises(FileAccessError) as caught:
        write_atomically(path, data, **options)
    return caught.value


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refuse(tmp_path).fault == "not_a_file"


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    error = refuse(tmp_path / "gone" / "a")
    assert error.fault == "missing_folder"
    assert "choose another place" in str(error)
    assert error.path == str(tmp_path / "gone" / "a")


@on_unix
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refuse(tmp_path / "pipe").fault == "not_a_file"


@on_unix
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refuse(tmp_path / "a").fault == "not_a_file"


@pytest.mark.parametrize(
    ("number", "fault", "advice"),
    [
        (errno.ENOSPC, "disk_full", "free some space"),
        (errno.EDQUOT, "disk_full", "free some space"),
        (errno.EROFS, "read_only", "in another place"),
        (errno.EACCES, "permission", "ask who owns the folder"),
        (errno.ESTALE, "missing_folder", "choose another place"),
        (errno.EIO, "other", "the operating system refused"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_refusal_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    fault: str,
    advice: str,
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    error = refuse(path)
    assert (error.fault, error.left_at) == (fault, "")
    assert advice in str(error)
    assert os.strerror(number) in str(error)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@on_unix
def test_a_disk_that_is_really_full_is_told(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal = pytest.importorskip("signal")
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path = tmp_path / "a"
    path.write_bytes(b"old")
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        assert refuse(path, bytes(200_000)).fault == "disk_full"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


class SharingViolationError(PermissionError):
    winerror = 32


class AccessDeniedError(PermissionError):
    """What Windows says of a rename onto a file that is open elsewhere."""

    winerror = 5


both_refusals = pytest.mark.parametrize("refusal", [SharingViolationError, AccessDeniedError])


@both_refusals
def test_a_file_that_another_program_lets_go_in_time_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: type[PermissionError]
) -> None:
    path = tmp_path / "a.blueprint"
    path.write_bytes(b"old")
    replace, refusals = os.replace, [1, 2]

    def refuse_twice(source: Any, target: Any) -> None:
        if refusals:
            refusals.pop()
            raise refusal(errno.EACCES, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse_twice)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.blueprint"]


@both_refusals
def test_a_file_that_another_program_holds_keeps_the_new_one_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: type[PermissionError]
) -> None:
    path = tmp_path / "a.blueprint"
    path.write_bytes(b"old")
    (tmp_path / "a (new 1).blueprint").write_bytes(b"earlier")
    replace = os.replace

    def refuse_always(source: Any, target: Any) -> None:
        if Path(target) == path:
            raise refusal(errno.EACCES, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse_always)
    error = refuse(path, retry_s=0.0)
    beside = tmp_path / "a (new 2).blueprint"
    assert (error.fault, error.path, error.left_at) == ("in_use", str(path), str(beside))
    assert str(beside) in str(error)
    assert (path.read_bytes(), beside.read_bytes()) == (b"old", b"new")
    assert len(names(tmp_path)) == 3


def test_a_held_file_is_tried_for_two_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.touch()
    replace, clock = os.replace, [100.0]

    def refuse_always(source: Any, target: Any) -> None:
        if Path(target) == path:
            raise SharingViolationError(errno.EACCES, "in use")
        replace(source, target)

    def wait(seconds: float) -> None:
        clock[0] += seconds

    monkeypatch.setattr(os, "replace", refuse_always)
    monkeypatch.setattr(atomic.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(atomic.time, "sleep", wait)
    assert refuse(path).left_at
    assert 102.0 <= clock[0] < 102.2


def test_macos_is_asked_to_empty_the_cache_of_the_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    asked, synced = [], []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _descriptor, order: asked.append(order))
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor)))
    write_atomically(tmp_path / "a", b"new")
    assert asked == [51]
    assert [stat.S_ISDIR(status.st_mode) for status in synced] == [True]
    # Network drives know no such order, and are asked as elsewhere.
    monkeypatch.setattr(fcntl, "fcntl", lambda *_: (tmp_path / "gone").stat())
    write_atomically(tmp_path / "a", b"newer")
    assert [stat.S_ISREG(status.st_mode) for status in synced[1:]] == [True, False]


def test_a_folder_that_cannot_be_synced_is_no_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_fault_that_concerns_a_missing_folder_is_named_so(tmp_path: Path) -> None:
    error = make_access_error(tmp_path / "x" / "y", FileNotFoundError(errno.ENOENT, "no"))
    assert error.fault == "missing_folder"


@on_unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anything")
def test_a_file_marked_read_only_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert refuse(path).fault == "read_only"
    assert path.read_bytes() == b"old"


def test_only_old_leftovers_of_the_same_file_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "polku.blueprint"
    stale, fresh = ".polku.blueprint.0123abcd.tmp", ".polku.blueprint.fedcba98.tmp"
    others = (".polku.blueprint.notes.tmp", ".muu.blueprint.0123abcd.tmp")
    for name in (path.name, stale, fresh, *others):
        (tmp_path / name).touch()
    for name in (path.name, stale, *others):
        os.utime(tmp_path / name, (1, 1))
    remove_leftovers(path)
    remove_leftovers(tmp_path / "gone" / "a")
    assert names(tmp_path) == sorted([path.name, fresh, *others])


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (32, "in_use"),
        (53, "missing_folder"),
        (64, "missing_folder"),
        (112, "disk_full"),
        (19, "read_only"),
    ],
)
def test_what_windows_says_of_drives_is_sorted(tmp_path: Path, code: int, fault: str) -> None:
    error = OSError(errno.EINVAL, "no")
    error.winerror = code  # type: ignore[attr-defined]
    assert make_access_error(tmp_path / "a", error).fault == fault
