"""The table's panel: the same selection as the canvas, typing as in a spreadsheet."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.cells import SetCellTexts
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.cell_table.editor import CellDelegate
from blueprint_editor.ui.cell_table.header import WrappedHeader
from blueprint_editor.ui.cell_table.model import CellModel
from blueprint_editor.ui.late_panel import LatePanel

_COLUMN_LETTERS, _ROW_LINES = 25, 3.5
"""How large a cell is at first, by the person's own letters."""


class _Grid(QTableView):
    """A table whose Enter goes down and whose own editing keys come before the window's."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def go_down(self) -> None:
        """Make the cell below the current one."""
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            # Said in full: after Ctrl+Enter in the editor Qt still believes Ctrl to be held.
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(below, chosen)


class CellTablePanel(LatePanel):
    """Lanes by steps; each cell's cards as lines."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self._is_selecting = False
        self.setObjectName("cell_table")
        self.grid = _Grid()
        self.grid.setAccessibleName(_("Table of lanes and steps"))
        self.grid.setFrameShape(QFrame.Shape.NoFrame)
        self._model = CellModel(self._write, self)
        self.grid.setModel(self._model)
        delegate = CellDelegate(self.grid)
        self.grid.setItemDelegate(delegate)
        # After the view's own slot: an editor still open would write once more as it loses focus.
        delegate.closeEditor.connect(self._go_on)
        self.grid.setWordWrap(True)
        self.grid.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.grid.setEditTriggers(
            triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed
        )
        metrics = self.fontMetrics()
        column = _COLUMN_LETTERS * metrics.averageCharWidth()
        across = WrappedHeader(Qt.Orientation.Horizontal, column, self.grid)
        down = WrappedHeader(Qt.Orientation.Vertical, column, self.grid)
        across.setDefaultSectionSize(column)
        down.setDefaultSectionSize(round(_ROW_LINES * metrics.lineSpacing()))
        self.grid.setHorizontalHeader(across)
        self.grid.setVerticalHeader(down)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        session.changed.connect(self._mark_stale)
        session.selection_changed.connect(self._show_selection)
        self.grid.selectionModel().selectionChanged.connect(self._take_selection)
        self._show()
        self._show_selection()

    def _catch_up(self) -> None:
        self._show()
        self._show_selection()

    def _show(self) -> None:
        self._is_stale = False
        self._model.show_facts(self._session.facts)

    def _write(self, lane: str, step: str, texts: tuple[str, ...]) -> bool:
        place = Cursor(lane, step)
        session = self._session
        done = session.execute(SetCellTexts(lane, step, texts))
        if done:
            session.select((), place)
        return done

    def _go_on(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.NoHint:
            self.grid.go_down()
        self.grid.setFocus()

    def _show_selection(self) -> None:
        if self._is_selecting or self._is_stale:
            return
        cards, cursor = self._session.facts.cards, self._session.selection.cursor
        cells = {
            (cards[r].lane, cards[r].step) for r in self._session.selection.records if r in cards
        }
        current = QModelIndex()
        if cursor is not None:
            cells.add((cursor.lane, cursor.step))
            current = self._model.find_cell(cursor.lane, cursor.step)
        chosen = QItemSelection()
        for cell in cells:
            index = self._model.find_cell(*cell)
            if index.isValid():
                chosen.select(index, index)
        self._is_selecting = True
        select = QItemSelectionModel.SelectionFlag
        if current.isValid():
            self.grid.selectionModel().setCurrentIndex(current, select.NoUpdate)
        self.grid.selectionModel().select(chosen, select.ClearAndSelect)
        self._is_selecting = False

    def _take_selection(self) -> None:
        if self._is_selecting:
            return
        indexes = self.grid.selectionModel().selectedIndexes()
        cards = [card.id for index in indexes for card in self._model.cards_at(index)]
        # The current cell becomes current only after it was selected.
        place = Cursor(*self._model.cell_at(indexes[-1])) if indexes else None
        self._is_selecting = True
        # An empty cell has no cards to select; the cursor tells it.
        self._session.select(cards, None if cards else place)
        self._is_selecting = False
