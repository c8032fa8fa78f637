"""What the operating system refused, sorted by what a person can do about it."""

import errno
import os

from blueprint_editor.model.errors import FileAccessError, FileFault
from blueprint_editor.storage.long_paths import for_system

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
    32: "in_use",  # ERROR_SHARING_VIOLATION
    33: "in_use",  # ERROR_LOCK_VIOLATION
}
"""What Python's error numbers do not tell apart."""
_WINDOWS_HELD_FAULTS = frozenset({5, 32, 33})
"""What Windows says of a rename when a file is held: ERROR_ACCESS_DENIED if it is the old one."""


def is_held_by_another(error: OSError) -> bool:
    """Tell whether Windows may have refused a rename because another program holds a file open."""
    return getattr(error, "winerror", None) in _WINDOWS_HELD_FAULTS


def _sort(error: OSError) -> FileFault:
    known = _WINDOWS_FAULTS.get(getattr(error, "winerror", None) or 0)
    return known or _FAULTS.get(error.errno or 0, "other")


def make_access_error(path: str | os.PathLike[str], error: OSError) -> FileAccessError:
    """Sort an OSError that concerns ``path``; the operating system's own words are kept."""
    fault = _sort(error)
    if fault == "missing" and not for_system(path).parent.is_dir():
        fault = "missing_folder"
    if fault in {"permission", "other"} and for_system(path).is_dir():
        fault = "not_a_file"
    return FileAccessError(os.fspath(path), fault, error.strerror or "")
