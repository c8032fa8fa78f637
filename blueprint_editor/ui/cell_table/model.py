"""The cells for a table view: rows are the visible lanes that hold cards, columns the steps."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from blueprint_editor.commands.rules import is_card_lane
from blueprint_editor.layout.theme import INK, lane_look, make_theme
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Card, Lane
from blueprint_editor.ui.inspector.spec import tell_step

SOFT_BREAK: Final = "\u2028"
"""A line break within a card, as Qt's editors tell it from one between two cards."""
_Index = QModelIndex | QPersistentModelIndex


class CellModel(QAbstractTableModel):
    """Cells as texts, one line for each card. ``write`` is asked to set a cell; it may refuse."""

    def __init__(self, write: Callable[[str, str, tuple[str, ...]], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._facts: DerivedFacts | None = None
        self._lanes: tuple[Lane, ...] = ()
        self._steps: tuple[str, ...] = ()
        self._theme = make_theme()

    def show_facts(self, facts: DerivedFacts) -> None:
        """Show a document."""
        lanes = tuple(lane for lane in facts.lanes if is_card_lane(lane))
        steps = tuple(step.id for step in facts.steps)
        is_same = [lane.id for lane in lanes] == [lane.id for lane in self._lanes]
        if is_same and steps == self._steps and self._facts is not None:
            self._facts, self._lanes = facts, lanes
            if lanes and steps:
                last = self.index(len(lanes) - 1, len(steps) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(steps) - 1)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(lanes) - 1)
            return
        self.beginResetModel()
        self._facts, self._lanes, self._steps = facts, lanes, steps
        self.endResetModel()

    def cell_at(self, index: _Index) -> tuple[str, str]:
        """Return (lane id, step id)."""
        return self._lanes[index.row()].id, self._steps[index.column()]

    def cards_at(self, index: _Index) -> tuple[Card, ...]:
        if self._facts is None:
            return ()
        return self._facts.cards_by_cell.get(self.cell_at(index), ())

    def find_cell(self, lane: str, step: str) -> QModelIndex:
        """Return where a cell stands; an invalid index if it is not shown."""
        row = next((i for i, own in enumerate(self._lanes) if own.id == lane), -1)
        column = self._steps.index(step) if step in self._steps else -1
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lanes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._steps)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(" ".join(card.text.split()) for card in self.cards_at(index))
            case Qt.ItemDataRole.EditRole:
                return "\n".join(c.text.replace("\n", SOFT_BREAK) for c in self.cards_at(index))
            case Qt.ItemDataRole.BackgroundRole if self.cards_at(index):
                lane = self._lanes[index.row()]
                return QColor(lane_look(self._theme, lane.role, lane.colour).fill)
            case Qt.ItemDataRole.ForegroundRole if self.cards_at(index):
                return QColor(INK)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._tell(index)
            case _:
                return None

    def _tell(self, index: _Index) -> str:
        lane = self._lanes[index.row()].name
        step = self.headerData(index.column(), Qt.Orientation.Horizontal)
        return f"{lane}, {step}: " + ". ".join(card.text for card in self.cards_at(index))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._lanes[section].name
        return tell_step(self._facts, self._steps[section]) if self._facts is not None else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        lines = str(value).split("\n")
        texts = tuple(line.replace(SOFT_BREAK, "\n").replace("\t", " ").strip() for line in lines)
        return self._write(*self.cell_at(index), texts)
