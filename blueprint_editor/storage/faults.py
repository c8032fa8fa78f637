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
}
_WINDOWS_SHARING_FAULTS = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (winerror.h)."""


def is_sharing_violation(error: OSError) -> bool:
    """Tell whether Windows refused because another program holds the file open."""
    return getattr(error, "winerror", None) in _WINDOWS_SHARING_FAULTS


def make_access_error(
    path: str | os.PathLike[str], error: OSError, *, left_at: str = ""
) -> FileAccessError:
    """Sort an OSError that concerns ``path``; the operating system's own words are kept."""
    fault = "in_use" if is_sharing_violation(error) else _FAULTS.get(error.errno or 0, "other")
    if fault == "missing" and not Path(path).parent.is_dir():
        fault = "missing_folder"
    if fault in {"permission", "other"} and Path(path).is_dir():
        fault = "not_a_file"
    return FileAccessError(os.fspath(path), fault, error.strerror or "", left_at)
