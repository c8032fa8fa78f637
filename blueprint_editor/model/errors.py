"""The root of all errors that the program raises on purpose, and the one problem record."""

from typing import Literal, NamedTuple


class BlueprintError(Exception):
    """Something the person can be told about in one line; lower rooms give ids and values."""


class WorkCancelledError(BlueprintError):
    """A person has cancelled long work; nothing of it counts."""


class Problem(NamedTuple):
    """One fault of a document: its JSON pointer (``/document/cards/3/step``) and what is wrong.

    The pointer is empty where the fault is the file's as a whole.
    """

    pointer: str
    message: str


class DocumentError(BlueprintError):
    """The document breaks the format; holds every problem found, not just the first.

    ``source`` names the file where one is known.
    """

    def __init__(self, problems: tuple[Problem, ...], source: str = "") -> None:
        lines = (f"{p.pointer}: {p.message}" if p.pointer else p.message for p in problems[:3])
        super().__init__("; ".join(lines))
        self.problems = problems
        self.source = source


class NewerFormatError(DocumentError):
    """The file is of a format version that this program cannot read yet."""

    def __init__(self, problem: Problem, source: str, format_version: int) -> None:
        super().__init__((problem,), source)
        self.format_version = format_version


FileFault = Literal[
    "missing",
    "missing_folder",
    "not_a_file",
    "permission",
    "read_only",
    "disk_full",
    "in_use",
    "exists",
    "changed",
    "other",
]

_ADVICE: dict[FileFault, str] = {
    "missing": "there is no such file",
    "missing_folder": "the folder is not there (any more); choose another place",
    "not_a_file": "is not an ordinary file; choose a file name",
    "permission": "no permission; choose another place or ask who owns the folder",
    "read_only": "the place is read-only; save under another name or in another place",
    "disk_full": "the disk is full; free some space or choose another disk, then try again",
    "in_use": "another program holds the file; close it there, then try again",
    "exists": "exists already",
    "changed": "another program has changed the file; save under another name, or read it again",
    "other": "the operating system refused",
}


class FileAccessError(BlueprintError):
    """The operating system refused a read or a write.

    Attributes:
        path: the file concerned.
        fault: what is wrong, for those who make their own sentence of it.
        detail: the operating system's own words, may be empty.
        left_at: where the new data lies all the same, if it was written beside the old file.
    """

    def __init__(self, path: str, fault: FileFault, detail: str = "", left_at: str = "") -> None:
        message = _ADVICE[fault]
        if detail:
            message = f"{message} ({detail})"
        if left_at:
            message = f"{message}; the new version was kept as {left_at}"
        super().__init__(message)
        self.path = path
        self.fault = fault
        self.detail = detail
        self.left_at = left_at
