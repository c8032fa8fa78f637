"""The notes for a list view, in the order of the document."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.records import Note
from blueprint_editor.ui.poster_drop import pack_ids

NOTE_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class NoteModel(QAbstractListModel):
    """A row for each note.

    Args:
        dragged: the format in which notes are dragged.
    """

    def __init__(self, dragged: str) -> None:
        super().__init__()
        self._dragged = dragged
        self._notes: tuple[Note, ...] = ()
        self.path = ""
        """Id of the only path that dragged notes go to; empty for all."""

    def show_notes(self, notes: tuple[Note, ...]) -> bool:
        """Show the notes; returns whether notes came, went or moved."""
        if notes == self._notes:
            return False
        if [note.id for note in notes] == [note.id for note in self._notes]:
            self._notes = notes
            self.dataChanged.emit(self.index(0), self.index(len(notes) - 1))
            return False
        self.beginResetModel()
        self._notes = notes
        self.endResetModel()
        return True

    def note_at(self, index: _Index) -> Note:
        return self._notes[index.row()]

    def find_index(self, note: str) -> QModelIndex:
        """Return where a note stands; an invalid index if it is not there."""
        row = next((i for i, own in enumerate(self._notes) if own.id == note), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._notes)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [self._dragged]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted(index.row() for index in indexes)
        notes = [self._notes[row].id for row in rows]
        return pack_ids(self._dragged, [*notes, self.path] if self.path else notes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self.note_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return note.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return _tell(note)
            case _ if role == NOTE_ROLE:
                return note
            case _:
                return None


def _tell(note: Note) -> str:
    parts = [note.text]
    if note.group:
        parts.append(_("Group: {name}").format(name=note.group))
    if note.count > 1:
        text = ngettext("{count} note says so", "{count} notes say so", note.count)
        parts.append(text.format(count=note.count))
    return ". ".join(parts)
