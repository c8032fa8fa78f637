"""The window of statistics: a page for each table, of all paths or one; follows edits."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.checks.statistics_tables import StatisticsTable, make_tables
from blueprint_editor.language.texts import _
from blueprint_editor.model.cell_texts import defuse
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label

_SIZE_PX: Final = (720, 480)
_LEAST_COLUMN_PX: Final = 84


class StatisticsDialog(ThemedDialog):
    """Stands beside the window, which can be worked in meanwhile."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(_("Statistics"), parent)
        self._session = session
        self._is_stale = False
        self._tables: tuple[StatisticsTable, ...] = ()
        self.path = QComboBox()
        self.path.setAccessibleName(_("Path"))
        self._path_label = QLabel(_("Path"))
        self._path_label.setBuddy(self.path)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self._lay_out()
        self.resize(*_SIZE_PX)
        self._show()
        self.path.activated.connect(self._show)
        session.changed.connect(self._mark_stale)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(_("Copy Table"), QDialogButtonBox.ButtonRole.ActionRole)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self.copy, self._close):
            button.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self._path_label)
        head.addWidget(self.path)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(buttons)

    def _mark_stale(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        self._is_stale = False
        self._fill_paths()
        self._tables = make_tables(self._session.facts, self.path.currentData())
        shown = self.pages.currentIndex()
        while (page := self.pages.widget(0)) is not None:
            self.pages.removeTab(0)
            page.deleteLater()
        for table in self._tables:
            self.pages.addTab(_make_page(table), table.title)
        self._order_stops()
        self.pages.setCurrentIndex(max(0, min(shown, self.pages.count() - 1)))
        self.copy.setEnabled(bool(self._tables))

    def _order_stops(self) -> None:
        """Let Tab go from the names of the pages to the page, which was made after the buttons."""
        views = self.pages.findChildren(QTableWidget)
        for before, after in pairwise([self.pages.tabBar(), *views, self.copy, self._close]):
            QWidget.setTabOrder(before, after)

    def _fill_paths(self) -> None:
        chosen = self.path.currentData()
        variants = self._session.document.variants
        self.path.clear()
        self.path.addItem(_("All paths"), None)
        for variant in variants:
            self.path.addItem(variant.name, variant.id)
        self.path.setCurrentIndex(max(0, self.path.findData(chosen)))
        self.path.setVisible(bool(variants))
        self._path_label.setVisible(bool(variants))

    def _copy(self) -> None:
        """Copy the page that is shown, to be pasted into a spreadsheet or a report."""
        table = self._tables[self.pages.currentIndex()]
        lines = ("\t".join(map(defuse, row)) for row in (table.heads, *table.rows))
        QGuiApplication.clipboard().setText("\n".join(lines))


def _make_page(table: StatisticsTable) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.addWidget(_make_view(table), 1)
    for note in table.notes:
        layout.addWidget(make_label(note, "quiet"))
    return page


def _make_view(table: StatisticsTable) -> QTableWidget:
    view = QTableWidget(len(table.rows), len(table.heads))
    view.setAccessibleName(table.title)
    for column, head in enumerate(table.heads):
        title = QTableWidgetItem(head)
        title.setTextAlignment(_RIGHT if column else _LEFT)
        view.setHorizontalHeaderItem(column, title)
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setWordWrap(True)
    for row, texts in enumerate(table.rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(_RIGHT)
            view.setItem(row, column, item)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setMinimumSectionSize(_LEAST_COLUMN_PX)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return view


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def show_statistics(session: DocumentSession, parent: QWidget) -> StatisticsDialog:
    """Open the window of statistics."""
    made = StatisticsDialog(session, parent)
    made.setModal(False)
    made.show()
    return made
