"""A list on the left, and on the right what differs by the line that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QSplitter, QVBoxLayout, QWidget

from blueprint_editor.model.comparison import Comparison
from blueprint_editor.ui.dialogs.difference_list import DifferenceList
from blueprint_editor.ui.differences import count_differences

_LIST_PX, _RIGHT_PX = 300, 520


class ListAndDifferences(QSplitter):
    """Who uses it says what stands in the list, and tells what differs when a line is chosen.

    Signals:
        chosen: another line is the current one; carries its number, -1 for none.
        activated: a line was opened by Enter or a double click; carries its number.
    """

    chosen = Signal(int)
    activated = Signal(int)

    def __init__(self, list_name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.lines = QListWidget()
        self.lines.setAccessibleName(list_name)
        self.lines.setWordWrap(True)
        self.lines.setSpacing(3)
        self.explanation = QLabel()
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setWordWrap(True)
        self.differences = DifferenceList()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.explanation)
        column.addWidget(self.differences, 1)
        self.addWidget(self.lines)
        self.addWidget(right)
        self.setSizes([_LIST_PX, _RIGHT_PX])
        self.setChildrenCollapsible(False)
        self.lines.currentRowChanged.connect(self.chosen)
        self.lines.itemActivated.connect(lambda item: self.activated.emit(self.lines.row(item)))

    def show_lines(self, texts: Sequence[str]) -> None:
        """Fill the list and choose its first line."""
        self.lines.clear()
        self.lines.addItems(list(texts))
        self.lines.setCurrentRow(0)

    def tell(self, explanation: str, comparison: Comparison | None) -> None:
        """Show what differs by the line that is chosen; None where nothing is compared."""
        if comparison is None:
            self.differences.clear()
            self.explanation.setText(explanation)
        else:
            self.differences.show_comparison(comparison)
            self.explanation.setText(f"{explanation} {count_differences(comparison)}.")
