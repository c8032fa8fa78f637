"""What the operating system refused, sorted by what a person can do about it."""

import errno
import os
from pathlib import Path

from blueprint_editor.model.errors import FileAccessError, FileFault

_FAULTS: dict[int, FileFault] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing_folder",
    errno.EISDIR: "not_a_file",
    errno.ELOOP: "not_a_file",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.EEXIST: "exists",
    # A network drive that went away.
    errno.ESTALE: "missing_folder",
    errno.EHOSTDOWN: "missing_folder",
    errno.ENETUNREACH: "missing_folder",
    errno.ENOTCONN: "missing_folder",
    errno.ETIMEDOUT: "missing_folder",
    errno.ENODEV: "missing_folder",
    errno.ENXIO: "missing_folder",
}
_WINDOWS_FAULTS: dict[int, FileFault] = {
    # A drive or share that went away (winerror.h): ERROR_NOT_READY, ERROR_BAD_NETPATH,
    # ERROR_UNEXP_NET_ERR, ERROR_NETNAME_DELETED, ERROR_BAD_NET_NAME, ERROR_SEM_TIMEOUT,
    # ERROR_DEVICE_NOT_CONNECTED, ERROR_NETWORK_UNREACHABLE, ERROR_HOST_UNREACHABLE.
    **dict.fromkeys((21, 53, 59, 64, 67, 121, 1167, 1231, 1232), "missing_folder"),
    19: "read_only",  # ERROR_WRITE_PROTECT
    39: "disk_full",  # ERROR_HANDLE_DISK_FULL
    112: "disk_full",  # ERROR_DISK_FULL
}
"""What Python's error numbers do not tell apart."""
_WINDOWS_SHARING_FAULTS = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (winerror.h)."""


def is_sharing_violation(error: OSError) -> bool:
    """Tell whether Windows refused because another program holds the file open."""
    return getattr(error, "winerror", None) in _WINDOWS_SHARING_FAULTS


def _sort(error: OSError) -> FileFault:
    known = _WINDOWS_FAULTS.get(getattr(error, "winerror", None) or 0)
    return known or _FAULTS.get(error.errno or 0, "other")


def make_access_error(
    path: str | os.PathLike[str], error: OSError, *, left_at: str = ""
) -> FileAccessError:
    """Sort an OSError that concerns ``path``; the operating system's own words are kept."""
    fault = "in_use" if is_sharing_violation(error) else _sort(error)
    if fault == "missing" and not Path(path).parent.is_dir():
        fault = "missing_folder"
    if fault in {"permission", "other"} and Path(path).is_dir():
        fault = "not_a_file"
    return FileAccessError(os.fspath(path), fault, error.strerror or "", left_at)
