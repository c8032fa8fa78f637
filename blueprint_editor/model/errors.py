"""The root of all errors that the program raises on purpose, and the one problem record."""

from typing import NamedTuple


class BlueprintError(Exception):
    """Something the person can be told about in one line; lower rooms give ids and values."""


class Problem(NamedTuple):
    """One fault of a document: its JSON pointer (``/document/cards/3/step``) and what is wrong."""

    pointer: str
    message: str


class DocumentError(BlueprintError):
    """The document breaks the format; holds every problem found, not just the first."""

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__("; ".join(f"{p.pointer}: {p.message}" for p in problems[:3]))
        self.problems = problems


class FileAccessError(BlueprintError):
    """The operating system refused a read or a write."""
