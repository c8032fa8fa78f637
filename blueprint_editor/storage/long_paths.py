"""Paths of more than 260 letters, which Windows takes only in a form of its own."""

import ntpath
import os
import sys
from pathlib import Path

_SAFE_LENGTH = 200
"""Letters up to which a path is left as it is; names that are made from it get longer."""
_VERBATIM = "\\\\?\\"
_DEVICES = (_VERBATIM, "\\\\.\\")


def for_system(path: str | os.PathLike[str]) -> Path:
    """Return the path in the form that the operating system takes at any length."""
    if sys.platform == "win32":
        return Path(make_verbatim(os.fspath(path)))
    return Path(path)


def make_verbatim(path: str) -> str:
    r"""Return a long path of Windows as ``\\?\C:\…``, a short one as it is.

    Such a path is valid whether or not the computer's owner has switched long paths on, which most
    have not. Windows takes it letter by letter, so it is made absolute and normal first.
    """
    whole = ntpath.abspath(path)
    if len(whole) <= _SAFE_LENGTH or whole.startswith(_DEVICES):
        return path
    if whole.startswith("\\\\"):
        return f"{_VERBATIM}UNC\\{whole[2:]}"
    return _VERBATIM + whole


def for_person(path: str | os.PathLike[str]) -> str:
    """Return the path as a person knows it."""
    text = os.fspath(path)
    if text.startswith(f"{_VERBATIM}UNC\\"):
        return "\\\\" + text.removeprefix(f"{_VERBATIM}UNC\\")
    return text.removeprefix(_VERBATIM)
