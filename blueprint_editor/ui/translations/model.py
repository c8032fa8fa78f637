"""The texts for a table view: where each stands, what it says, what it says in another language."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.translations import TranslationRow
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.ui.inspector.tables import find_label
from blueprint_editor.ui.row_model import Index, RowModel
from blueprint_editor.ui.words import RECORDS

_HEADINGS: Final = (msgid("Where"), msgid("Original"), msgid("Translation"))


class TranslationModel(RowModel[TranslationRow]):
    """A row for each text. ``write`` is asked to set a translation; it may refuse."""

    def __init__(self, write: Callable[[TranslationRow, str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._facts: DerivedFacts | None = None
        self._rows: tuple[TranslationRow, ...] = ()

    def show_rows(self, facts: DerivedFacts, rows: tuple[TranslationRow, ...]) -> None:
        """Show texts; where only their words differ the view keeps its place."""
        same = [(r.record, r.path) for r in rows] == [(r.record, r.path) for r in self._rows]
        if same and rows:
            self._facts, self._rows = facts, rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 2))
            return
        self.beginResetModel()
        self._facts, self._rows = facts, rows
        self.endResetModel()

    def row_at(self, index: Index) -> TranslationRow:
        return self._rows[index.row()]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(map(_, _HEADINGS))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 2 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.EditRole,
        }
        if not index.isValid() or role not in roles:
            return None
        row = self._rows[index.row()]
        return (self._tell_place, lambda r: r.text, lambda r: r.translation)[index.column()](row)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != 2 or role != Qt.ItemDataRole.EditRole:
            return False
        return self._write(self._rows[index.row()], str(value))

    def _tell_place(self, row: TranslationRow) -> str:
        assert self._facts is not None  # noqa: S101 - rows come with a document
        try:
            collection = find_record(self._facts.document, row.record).kind
        except CommandRefusedError:
            return ""
        code = self._facts.card_codes.get(row.record, "")
        kind = f"{_(RECORDS[collection])} {code}".rstrip()
        label = find_label(collection, row.path)
        return f"{kind} · {_(label)}" if label else kind
