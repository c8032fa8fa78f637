"""Files that are either the old one or the new one, never half of each; knows no format."""

import contextlib
import errno
import os
import re
import stat
import sys
import time
from pathlib import Path

from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.faults import is_held_by_another, make_access_error
from blueprint_editor.storage.long_paths import for_person, for_system

_RETRY_S = 2.0
_RETRY_PAUSE_S = 0.05
_LEFTOVER_AFTER_S = 3600.0
"""No write takes so long; a younger temporary file may be another program's at this moment."""
_TEMPORARY_END = re.compile(r"[0-9a-f]{8}\.tmp")
_FOLDER_CANNOT_SYNC = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR}
)
"""Errors of file systems and folders that know no fsync of a folder; the file itself is safe."""


def write_atomically(
    path: str | os.PathLike[str], data: bytes, *, retry_s: float = _RETRY_S
) -> None:
    """Put ``data`` into the file at ``path``, on disk when this returns.

    A symbolic link stays one (its target is replaced); the permissions of an existing file stay.
    Where another program holds the old file (Windows), the rename is tried again for ``retry_s``
    seconds, then the new data is left in a file beside it.

    Raises:
        FileAccessError: nothing was changed, or ``left_at`` names the file beside.
    """
    target = Path(os.path.realpath(for_system(path)))
    temporary: Path | None = None
    try:
        before = _check_target(target)
        temporary = _make_temporary_path(target)
        _write_new_file(temporary, data, before, target)
        _rename(temporary, target, retry_s)
        temporary = None
        _sync_folder(target.parent)
    except OSError as error:
        raise make_access_error(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _check_target(target: Path) -> os.stat_result | None:
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(before.st_mode):
        raise FileAccessError(os.fspath(target), "not_a_file")
    if not os.access(target, os.W_OK):
        raise FileAccessError(os.fspath(target), "read_only")
    return before


def _make_temporary_path(target: Path) -> Path:
    return target.with_name(f"{_make_temporary_stem(target)}{os.urandom(4).hex()}.tmp")


def _make_temporary_stem(target: Path) -> str:
    # A short piece of the name tells whose it is without passing the limit of 255 bytes.
    return f".{target.name[:32]}."


def remove_leftovers(path: str | os.PathLike[str]) -> None:
    """Remove what writes of this file that a crash or a power cut ended have left beside it."""
    target = Path(os.path.realpath(for_system(path)))
    stem = _make_temporary_stem(target)
    with contextlib.suppress(OSError):
        for entry in os.scandir(target.parent):
            if (
                entry.name.startswith(stem)
                and _TEMPORARY_END.fullmatch(entry.name[len(stem) :])
                and time.time() - entry.stat(follow_symlinks=False).st_mtime > _LEFTOVER_AFTER_S
            ):
                os.unlink(entry.path)  # noqa: PTH108 - the entry knows its path as text


def _write_new_file(
    temporary: Path, data: bytes, before: os.stat_result | None, target: Path
) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(temporary, flags, 0o666), "wb") as file:  # noqa: PTH123 - from a descriptor
        file.write(data)
        file.flush()
        if before is not None:
            _copy_permissions(target, temporary, before)
        _sync_file(file.fileno())


def _copy_permissions(source: Path, copy: Path, before: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    now = copy.stat()
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        # Only the owner of both may do this; without it the file belongs to who saves.
        with contextlib.suppress(OSError):
            os.chown(copy, before.st_uid, before.st_gid)
    copy.chmod(stat.S_IMODE(before.st_mode))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(source):
                os.setxattr(copy, name, os.getxattr(source, name))


def _sync_file(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - there is none on Windows

        # fsync on macOS leaves the data in the drive's cache; see its fsync(2).
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _rename(temporary: Path, target: Path, retry_s: float) -> None:
    deadline = time.monotonic() + retry_s
    while True:
        try:
            os.replace(temporary, target)  # noqa: PTH105 - the name says what happens
        except OSError as error:
            if not is_held_by_another(error):
                raise
            if time.monotonic() >= deadline:
                beside = _find_free_name(target)
                os.replace(temporary, beside)  # noqa: PTH105
                raise FileAccessError(
                    for_person(target), "in_use", error.strerror or "", for_person(beside)
                ) from error
            time.sleep(_RETRY_PAUSE_S)
        else:
            return


def _find_free_name(target: Path) -> Path:
    number = 1
    while (beside := target.with_stem(f"{target.stem} (new {number})")).exists():
        number += 1
    return beside


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_CANNOT_SYNC:
            raise
