"""The outline for a tree view: patched where texts differ, made anew where lines come or go."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from blueprint_editor.ui.icons import keep_colours
from blueprint_editor.ui.outline.nodes import Node

SIGN_PX = 12
_Index = QModelIndex | QPersistentModelIndex


class _Line:
    """A node in its place; the model's indexes carry its number."""

    __slots__ = ("children", "node", "number", "parent", "row")

    def __init__(self, node: Node, parent: "_Line | None", row: int, number: int) -> None:
        self.node = node
        self.parent = parent
        self.row = row
        self.number = number
        self.children: list[_Line] = []


class OutlineModel(QAbstractItemModel):
    """Lines of one column. ``rename`` is asked to set a record's text; it may refuse."""

    def __init__(self, rename: Callable[[Node, str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._rename = rename
        self._nodes: tuple[Node, ...] = ()
        self._lines: list[_Line] = []
        self._top: list[_Line] = []
        self._by_key: dict[str, _Line] = {}

    def show_nodes(self, nodes: tuple[Node, ...]) -> bool:
        """Show an outline; returns whether lines came, went or moved (the view starts anew)."""
        if nodes == self._nodes:
            return False
        if _shape(nodes) == _shape(self._nodes):
            self._nodes = nodes
            self._patch(nodes, self._top)
            return False
        self.beginResetModel()
        self._nodes = nodes
        self._lines, self._by_key = [], {}
        self._top = self._make_lines(nodes, None)
        self.endResetModel()
        return True

    def _make_lines(self, nodes: tuple[Node, ...], parent: _Line | None) -> list[_Line]:
        made = []
        for row, node in enumerate(nodes):
            line = _Line(node, parent, row, len(self._lines))
            self._lines.append(line)
            self._by_key[node.key] = line
            line.children = self._make_lines(node.children, line)
            made.append(line)
        return made

    def _patch(self, nodes: tuple[Node, ...], lines: list[_Line]) -> None:
        for node, line in zip(nodes, lines, strict=True):
            before, line.node = line.node, node
            if before == node:
                continue
            if before[:-1] != node[:-1]:
                index = self.createIndex(line.row, 0, line.number)
                self.dataChanged.emit(index, index)
            self._patch(node.children, line.children)

    def node_at(self, index: _Index) -> Node:
        return self._lines[index.internalId()].node

    def find_index(self, key: str) -> QModelIndex:
        """Return where a record stands; an invalid index if it is not shown."""
        line = self._by_key.get(key)
        return QModelIndex() if line is None else self.createIndex(line.row, 0, line.number)

    def iter_indexes(self) -> Iterator[QModelIndex]:
        """Yield every line that has others below it."""
        for line in self._lines:
            if line.children:
                yield self.createIndex(line.row, 0, line.number)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        lines = self._lines[parent.internalId()].children if parent.isValid() else self._top
        if column != 0 or not 0 <= row < len(lines):
            return QModelIndex()
        return self.createIndex(row, 0, lines[row].number)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        above = self._lines[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._lines[parent.internalId()].children if parent.isValid() else self._top)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and not self.node_at(index).is_heading:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return node.shown
            case Qt.ItemDataRole.EditRole:
                return node.text
            case Qt.ItemDataRole.DecorationRole if node.colour:
                return make_sign(node.colour, node.border)
            case Qt.ItemDataRole.FontRole if node.is_heading or node.collection == "phases":
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        return self._rename(self.node_at(index), str(value))


def _shape(nodes: tuple[Node, ...]) -> list[object]:
    return [(node.key, _shape(node.children)) for node in nodes]


def make_sign(colour: str, border: str) -> QIcon:
    """Return a small square in a card's colours."""
    pixmap = QPixmap(2 * SIGN_PX, 2 * SIGN_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border or colour), 2.0))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 2 * SIGN_PX - 6, 2 * SIGN_PX - 6, 4, 4)
    painter.end()
    return keep_colours(pixmap)
