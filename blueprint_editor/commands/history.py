"""Undo and redo: every step keeps the document before and after, and what was selected."""

from typing import NamedTuple

from blueprint_editor.commands.selection import Selection
from blueprint_editor.model.document import Document


class HistoryEntry(NamedTuple):
    """One named step; ``name`` is a message id."""

    name: str
    before: Document
    after: Document
    selection_before: Selection
    selection_after: Selection
    merge_key: tuple[str, ...] | None = None


class History:
    """The steps done and undone. Documents share what did not change, so a step is small."""

    def __init__(self) -> None:
        self._done: list[HistoryEntry] = []
        self._undone: list[HistoryEntry] = []
        self._is_open = False

    @property
    def done(self) -> tuple[HistoryEntry, ...]:
        """The steps that undo takes back, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[HistoryEntry, ...]:
        """The steps that redo brings back, in that order."""
        return tuple(reversed(self._undone))

    @property
    def next_undo(self) -> HistoryEntry | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> HistoryEntry | None:
        return self._undone[-1] if self._undone else None

    def push(self, entry: HistoryEntry) -> None:
        """Add a step; one with the merge key of the step before it becomes part of that step."""
        last = self.next_undo
        if (
            self._is_open
            and last is not None
            and entry.merge_key is not None
            and entry.merge_key == last.merge_key
        ):
            self._done[-1] = last._replace(after=entry.after, selection_after=entry.selection_after)
        else:
            self._done.append(entry)
        self._undone.clear()
        self._is_open = True

    def seal(self) -> None:
        """End the current step: what comes next is a step of its own."""
        self._is_open = False

    def undo(self) -> HistoryEntry | None:
        """Take the last step back and return it; None if there is none."""
        self.seal()
        if not self._done:
            return None
        entry = self._done.pop()
        self._undone.append(entry)
        return entry

    def redo(self) -> HistoryEntry | None:
        """Do the step undone last again and return it; None if there is none."""
        self.seal()
        if not self._undone:
            return None
        entry = self._undone.pop()
        self._done.append(entry)
        return entry
