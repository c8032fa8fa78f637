"""The list of what differs between two documents, and the dialog that shows nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _
from blueprint_editor.model.comparison import Comparison
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.differences import count_differences, list_differences

_SIZE_PX = (640, 480)


class DifferenceList(QTreeWidget):
    """Names what differs in groups; read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        # Long lines are scrolled to, not cut.
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.setAccessibleName(_("What differs"))

    def show_comparison(self, comparison: Comparison) -> None:
        """List what differs."""
        self.clear()
        for group in list_differences(comparison):
            heading = QTreeWidgetItem([f"{group.title} ({len(group.lines)})"])
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            for line in group.lines:
                item = QTreeWidgetItem([line])
                item.setToolTip(0, line)
                heading.addChild(item)
            self.addTopLevelItem(heading)
        self.expandAll()


class DifferenceDialog(QDialog):
    """Says in one line and in a list what differs."""

    def __init__(
        self, title: str, explanation: str, comparison: Comparison, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        told = QLabel(f"{explanation} {count_differences(comparison)}.")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        found = DifferenceList(self)
        found.show_comparison(comparison)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(found)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
