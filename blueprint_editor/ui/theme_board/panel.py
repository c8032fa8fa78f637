"""The dock of the theme board: typed into as a spreadsheet, sorted by keys or by hand."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.notes import PlaceNotes
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.several import Several
from blueprint_editor.commands.themes import SortByTheme
from blueprint_editor.language.texts import _
from blueprint_editor.model.records import Note, Tag
from blueprint_editor.model.themes import THEME_COLUMNS, Theme, ThemeColumn, list_themes
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.cell_target import CellTarget
from blueprint_editor.ui.fields.roomy import Pair
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.theme_board.model import Place, ThemeModel

_WAYS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Key → columns and themes to go."""


class _Board(QTableView):
    """A table whose own keys come before the window's.

    Signals:
        shifted: what is selected goes so many columns and themes further.
        dropped: it was dropped on a cell; carries its index.
    """

    shifted = Signal(int, int)
    dropped = Signal(QModelIndex)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_shift = event.key() in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if is_shift or event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(*_WAYS[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # The editor lets its own Enter go on to here.
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        can_drop = index.isValid() and index.flags() & Qt.ItemFlag.ItemIsDropEnabled
        event.setAccepted(bool(can_drop) and event.source() is self)

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.source() is self and index.isValid():
            # The view is not to take away what was moved: the document tells what is where.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(index)


class ThemeBoardPanel(LatePanel):
    """Themes are tags; notes move between kinds, and into the cell that is current."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self._is_selecting = False
        self.setObjectName("theme_board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.board = _Board()
        self.model = ThemeModel(self._write, self)
        self._send = QPushButton(_("Send to the cell"))
        self._send.setAutoDefault(False)
        self._send.clicked.connect(lambda _checked=False: self.send())
        self._target = CellTarget()
        self._set_up_board()
        foot = Pair(8, 8, is_even=False)
        foot.add(self._send, self._target)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.board, 1)
        layout.addWidget(foot)
        self.setFocusProxy(self.board)
        session.changed.connect(self._mark_stale)
        session.selection_changed.connect(self._show_selection)
        self._catch_up()

    def _set_up_board(self) -> None:
        board = self.board
        board.setModel(self.model)
        board.setAccessibleName(_("Theme Board"))
        board.setFrameShape(QFrame.Shape.NoFrame)
        board.setWordWrap(True)
        board.setTabKeyNavigation(False)
        board.verticalHeader().hide()
        board.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        board.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        board.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        board.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        board.setEditTriggers(
            triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed
        )
        board.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        board.setDragDropOverwriteMode(False)
        board.shifted.connect(self._shift)
        board.dropped.connect(self._drop)
        board.selectionModel().selectionChanged.connect(self._take_selection)

    # --- what is shown

    def _catch_up(self) -> None:
        self._is_stale = False
        current = self.board.currentIndex()
        row, column = current.row(), current.column()
        self._is_selecting = True
        if self.model.show_themes(list_themes(self._session.document)):
            self.board.clearSpans()
            for heading in self.model.list_headings():
                self.board.setSpan(heading, 0, 1, len(THEME_COLUMNS))
            again = self.model.index(min(row, self.model.rowCount() - 1), column)
            if again.isValid():
                self.board.setCurrentIndex(again)
        self._is_selecting = False
        self._show_selection()

    def _show_selection(self) -> None:
        if self._is_selecting or self._is_stale:
            return
        chosen = QItemSelection()
        current = QModelIndex()
        for record in self._session.selection.records:
            for index in self.model.find_indexes(record):
                chosen.select(index, index)
                current = index
        self._is_selecting = True
        select = QItemSelectionModel.SelectionFlag
        if current.isValid():
            self.board.selectionModel().setCurrentIndex(current, select.NoUpdate)
        if current.isValid() or self._session.selection.records:
            self.board.selectionModel().select(chosen, select.ClearAndSelect)
        self._is_selecting = False
        self._show_target()

    def _show_target(self) -> None:
        has_cell = self._target.show_cell(self._session)
        self._send.setEnabled(has_cell and bool(self._list_notes()))

    # --- what is selected

    def _take_selection(self) -> None:
        if self._is_selecting:
            return
        records = [place.record for place in self._list_places() if place.record]
        self._is_selecting = True
        # The cell in hand stays the one that notes are sent to.
        self._session.select(list(dict.fromkeys(records)), self._session.selection.cursor)
        self._is_selecting = False
        self._show_target()

    def _list_places(self) -> list[Place]:
        return [self.model.place_at(i) for i in self.board.selectionModel().selectedIndexes()]

    def _list_notes(self) -> tuple[str, ...]:
        entries = [place.entry for place in self._list_places() if place.entry is not None]
        return tuple(dict.fromkeys(e.record for e in entries if e.collection == "notes"))

    # --- what is done

    def _execute(self, command: Command) -> bool:
        done = self._session.execute(command)
        self._session.end_step()
        return done

    def _write(self, place: Place, text: str) -> bool:
        """Change what stands in a cell; in an empty one a note or theme begins."""
        document = self._session.document
        if place.record is not None:
            field = "text" if place.entry is not None else "name"
            return self._execute(SetField((place.record,), field, text))
        if place.theme is None:
            new_tag = Tag(id=IdMaker().make_id(document, "t"), name=text)
            return self._execute(AddRecord("tags", new_tag))
        kind = place.column if place.column in {"need", "idea", "practice"} else None
        tags = (place.theme.tag,) if place.theme.tag is not None else ()
        note_id = IdMaker().make_id(document, "n")
        note = Note.model_validate({"id": note_id, "text": text, "kind": kind, "tags": tags})
        done = self._execute(AddRecord("notes", note))
        if done and place.column is not None:
            self._catch_up()
            self.board.setCurrentIndex(self.model.find_blank(place.theme.tag, place.column))
        return done

    def _shift(self, columns: int, themes: int) -> None:
        """Bring what is selected to the next kind or theme."""
        here = self.model.place_at(self.board.currentIndex())
        if here.entry is None or here.theme is None or here.column is None:
            return
        board = list_themes(self._session.document)
        tags = [theme.tag for theme in board]
        number = tags.index(here.theme.tag) + themes
        column = THEME_COLUMNS.index(here.column) + columns
        if 0 <= number < len(board) and 0 <= column < len(THEME_COLUMNS):
            self._bring(board[number], THEME_COLUMNS[column])

    def _drop(self, index: QModelIndex) -> None:
        place = self.model.place_at(index)
        if place.theme is not None:
            self._bring(place.theme, place.column)

    def _bring(self, theme: Theme, column: ThemeColumn | None) -> None:
        """Bring what is selected to a theme and a column; cards stay cards."""
        places = [place for place in self._list_places() if place.entry is not None]
        moved = [p for p in places if p.entry is not None and p.entry.collection != "marks"]
        if not moved:
            return
        if column == "card" and self._list_notes():
            self.send(theme)
            return
        first = moved[0]
        wanted = column or first.column
        kind = wanted if wanted in {"need", "idea", "practice"} else None
        records = tuple(dict.fromkeys(p.entry.record for p in moved if p.entry is not None))
        left = first.theme.tag if first.theme is not None else None
        self._execute(SortByTheme(records, theme.tag, left, kind))

    def send(self, theme: Theme | None = None) -> None:
        """Make cards of the selected notes in the current cell; they keep their themes."""
        notes, place = self._list_notes(), self._session.selection.cursor
        if not notes or place is None:
            return
        command: Command = PlaceNotes(notes, place.lane, place.step)
        left = {p.theme.tag for p in self._list_places() if p.theme is not None}
        if theme is not None and left != {theme.tag}:
            sort = SortByTheme(notes, theme.tag, next(iter(left)))
            command = Several(command.name, (sort, command))
        self._execute(command)
