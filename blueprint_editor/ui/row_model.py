"""A table model of rows under headings, for what is looked at row by row."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
AnyRow = TypeVar("AnyRow")


class RowModel(QAbstractTableModel, Generic[AnyRow]):
    """Subclasses keep ``_rows`` and say what stands over the columns and in the cells."""

    _rows: Sequence[AnyRow] = ()

    @property
    def headings(self) -> Sequence[str]:
        """What stands over the columns, in the person's language."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's; each table has its own

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings[section]
