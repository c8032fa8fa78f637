"""The occurrences for a list: where each stands, what it says, and what it would say."""

from typing import Any, Final

from PySide6.QtCore import Qt

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.search import Occurrence
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.ui.row_model import Index, RowModel
from blueprint_editor.ui.words import RECORDS

_AROUND: Final = 28
"""Letters shown on either side of what was found."""
_HEADINGS: Final = (msgid("Where"), msgid("Found"), msgid("After replacing"))


class OccurrenceModel(RowModel[Occurrence]):
    """A row for each occurrence, with a tick in its first column."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: DerivedFacts | None = None
        self._rows: tuple[Occurrence, ...] = ()
        self._left_out: set[Occurrence] = set()
        self._words = ""

    def show_found(self, facts: DerivedFacts, found: tuple[Occurrence, ...], words: str) -> None:
        """Show occurrences and the words that would replace them; all are ticked at first."""
        self.beginResetModel()
        self._facts, self._words = facts, words
        if found != self._rows:
            self._rows, self._left_out = found, set()
        self.endResetModel()

    @property
    def chosen(self) -> tuple[Occurrence, ...]:
        """The occurrences that are ticked."""
        return tuple(o for o in self._rows if o not in self._left_out)

    def occurrence_at(self, index: Index) -> Occurrence:
        return self._rows[index.row()]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(map(_, _HEADINGS))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            is_left_out = found in self._left_out
            return Qt.CheckState.Unchecked if is_left_out else Qt.CheckState.Checked
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        match index.column():
            case 0:
                return self._tell_place(found)
            case 1:
                return _cut(found, found.place.text[found.start : found.end])
            case _:
                return _cut(found, self._words)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        found = self._rows[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(found)
        else:
            self._left_out.add(found)
        self.dataChanged.emit(index, index, [role])
        return True

    def _tell_place(self, found: Occurrence) -> str:
        assert self._facts is not None  # noqa: S101 - rows come with a document
        record = found.place.record
        try:
            place = find_record(self._facts.document, record)
        except CommandRefusedError:
            return ""
        code = self._facts.card_codes.get(record, "")
        kind = _(RECORDS[place.kind])
        language = f" ({found.place.language})" if found.place.language else ""
        return f"{kind} {code}".rstrip() + language


def _cut(found: Occurrence, words: str) -> str:
    """Return the words with what stands around them, in one line."""
    text = found.place.text
    before, after = text[: found.start], text[found.end :]
    lead = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
    tail = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
    return " ".join(f"{lead}{words}{tail}".split())
