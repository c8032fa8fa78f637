"""The strip of notes: a line to type or paste into, the notes, and one key that sends them on."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.commands.notes import (
    AddNotes,
    MergeNotes,
    PlaceNotes,
    TakeNotes,
    find_equal_notes,
)
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.document import Document
from blueprint_editor.model.naming import name_variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import Direction, step_selection
from blueprint_editor.session.task import Task
from blueprint_editor.storage.format import load_document
from blueprint_editor.ui.cell_target import CellTarget
from blueprint_editor.ui.fields.choices import Choices
from blueprint_editor.ui.fields.roomy import ChoiceBox, HintedLine, Pair
from blueprint_editor.ui.file_dialogs import make_file_dialog
from blueprint_editor.ui.inspector.spec import pick_workshop
from blueprint_editor.ui.late_panel import LatePanel
from blueprint_editor.ui.notes.model import NoteModel
from blueprint_editor.ui.notes.sticky import StickyDelegate
from blueprint_editor.ui.poster_drop import name_notes_format

_ARROWS: Final[dict[int, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class NoteLine(HintedLine):
    """A line that takes several at once when they are pasted.

    Signals:
        entered: carries the texts, one for each note.
    """

    entered = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.returnPressed.connect(lambda: self._enter([self.text()]))

    def _enter(self, texts: list[str]) -> None:
        found = [" ".join(text.split()) for text in texts if text.strip()]
        if found:
            self.clear()
            self.entered.emit(found)

    def insert_lines(self, text: str) -> bool:
        """Enter what was pasted if it is several lines; returns whether it was."""
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        self._enter(lines)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        if is_paste and self.insert_lines(QGuiApplication.clipboard().text()):
            return
        super().keyPressEvent(event)


class NoteView(QListView):
    """The notes side by side.

    Signals:
        sent: the person sends what is selected to the cell.
        cell_moved: the person chooses another cell; carries a direction.
        entered: the keyboard has come here, and with it what is selected.
    """

    entered = Signal()
    sent = Signal()
    cell_moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setSpacing(2)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(StickyDelegate(self))
        self.setAccessibleName(_("Notes"))
        self.doubleClicked.connect(lambda _index: self.sent.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.sent.emit()
        elif alt and event.key() in _ARROWS:
            self.cell_moved.emit(_ARROWS[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Enter sends what is selected, so that a note is in hand from the first.
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            current = self.currentIndex()
            self.setCurrentIndex(current if current.isValid() else self.model().index(0, 0))
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.entered.emit()

    def event(self, event: object) -> bool:
        # Alt and an arrow chooses the cell here; elsewhere it moves cards.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.ShortcutOverride
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in _ARROWS
        ):
            event.accept()
            return True
        return super().event(event)  # type: ignore[arg-type]


class NotesPanel(LatePanel):
    """Notes that wait for their cell."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self._is_selecting = False
        self.setObjectName("notes")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = NoteLine()
        self.line.setPlaceholderText(_("Type a note and press Enter, or paste many, one on a line"))
        self.line.setAccessibleName(_("New note"))
        self.group = QComboBox()
        self.group.setEditable(True)
        self.group.setAccessibleName(_("Group"))
        group_line = QLineEdit()
        group_line.setPlaceholderText(_("Group"))
        self.group.setLineEdit(group_line)
        self.workshop = ChoiceBox()
        self.workshop.setAccessibleName(_("Workshop"))
        self.view = NoteView()
        self._model = NoteModel(name_notes_format(session))
        self.view.setModel(self._model)
        self._empty = QLabel(
            _("No notes wait here. What the workshop wrote can be typed in now and sorted later.")
        )
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self._target = CellTarget()
        self._told = QLabel()
        self._told.setObjectName("quiet")
        self._send = self._make_button(_("Send to the cell"), self.send)
        self.path = ChoiceBox()
        self.path.setAccessibleName(_("Path that the notes go to"))
        self._merge = self._make_button(_("Join equal notes"), self._join_equal)
        self._take = self._make_button(_("Notes from another file…"), self._ask_for_file)
        self._lay_out()
        self._connect()
        self._show()

    def _make_button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        entry = Pair(8, 8, is_even=False)
        entry.add(self.line, stretch=5)
        entry.add(self.group, self.workshop, stretch=4)
        foot = Pair(8, 8, is_even=False)
        foot.add(self._send, self.path, self._target)
        foot.add(self._told, self._merge, self._take, stretch=0)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(entry, 0, 0)
        layout.addWidget(self._empty, 1, 0)
        layout.addWidget(self.view, 2, 0)
        layout.addWidget(foot, 3, 0)
        layout.setRowStretch(2, 1)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        self._session.changed.connect(self._mark_stale)
        self._session.selection_changed.connect(self._show_selection)
        self.path.currentIndexChanged.connect(self._take_path)
        self.line.entered.connect(self._add)
        self.view.entered.connect(self._take_selection)
        self.view.sent.connect(self.send)
        self.view.cell_moved.connect(self._move_cell)
        self.view.selectionModel().selectionChanged.connect(self._take_selection)

    # --- what is shown

    def _catch_up(self) -> None:
        self._show()

    def _show(self) -> None:
        self._is_stale = False
        document = self._session.document
        self._model.show_notes(document.notes)
        self._empty.setVisible(not document.notes)
        self.view.setVisible(bool(document.notes))
        self._merge.setEnabled(bool(find_equal_notes(document)))
        self._fill_groups(document)
        _fill(self.workshop, [(None, _("No workshop")), *pick_workshop(document)])
        named = [
            (variant.id, _("Only on path {name}").format(name=name_variant(variant)))
            for variant in document.variants
        ]
        _fill(self.path, [(None, _("On all paths")), *named])
        self.path.setVisible(bool(named))
        self._show_selection()

    def _fill_groups(self, document: Document) -> None:
        named = {note.group for note in document.notes if note.group}
        named |= {group for workshop in document.workshops for group in workshop.groups}
        groups = sorted(named)
        if groups != [self.group.itemText(i) for i in range(self.group.count())]:
            typed = self.group.currentText()
            self.group.clear()
            self.group.addItems(groups)
            self.group.setEditText(typed)

    def _show_selection(self) -> None:
        if self._is_selecting or self._is_stale:
            return
        selection = self._session.selection
        if not selection.records and selection.cursor is not None:
            # Notes stay in hand while their cell is chosen.
            self._show_target()
            return
        chosen = QItemSelection()
        for record in selection.records:
            index = self._model.find_index(record)
            if index.isValid():
                chosen.select(index, index)
        self._is_selecting = True
        select = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, select.ClearAndSelect)
        self._is_selecting = False
        self._show_target()

    def _show_target(self) -> None:
        has_cell = self._target.show_cell(self._session)
        self._send.setEnabled(has_cell and bool(self._selected_notes()))

    def _find_cell(self) -> Cursor | None:
        return self._session.selection.cursor

    def _selected_notes(self) -> list[str]:
        indexes = self.view.selectionModel().selectedIndexes()
        return [self._model.note_at(i).id for i in sorted(indexes, key=QModelIndex.row)]

    # --- what is done

    def _take_selection(self) -> None:
        if self._is_selecting:
            return
        self._is_selecting = True
        # The cell in hand stays the one that notes are sent to.
        self._session.select(self._selected_notes(), self._find_cell())
        self._is_selecting = False
        self._show_target()

    def _take_path(self) -> None:
        self._model.path = self.path.currentData() or ""

    def _add(self, texts: list[str]) -> None:
        self._told.clear()
        group, workshop = self.group.currentText().strip(), self.workshop.currentData()
        self._session.execute(AddNotes(tuple(texts), group, workshop))
        self._session.end_step()

    def _move_cell(self, direction: Direction) -> None:
        before = Selection((), self._find_cell())
        after = step_selection(self._session.poster.facts, before, direction)
        self._session.select(self._selected_notes(), after.cursor)
        self._show_target()

    def send(self) -> None:
        """Put the selected notes into the cell, and take the next note in hand."""
        notes, place = self._selected_notes(), self._find_cell()
        if not notes or place is None:
            return
        row = self._model.find_index(notes[0]).row()
        session = self._session
        cards_there = session.facts.cards_by_cell.get((place.lane, place.step), ())
        only = (self._model.path,) if self._model.path else ()
        command = PlaceNotes(tuple(notes), place.lane, place.step, variants=only)
        after = Cursor(place.lane, place.step, len(cards_there) + len(notes))
        if not session.execute(command, Selection((), after)):
            return
        session.end_step()
        self._show()
        if self._model.rowCount():
            index = self._model.index(min(row, self._model.rowCount() - 1))
            self.view.setCurrentIndex(index)
            self.view.setFocus()
        else:
            self.line.setFocus()

    def _join_equal(self) -> None:
        self._session.execute(MergeNotes(find_equal_notes(self._session.document)))

    def _ask_for_file(self) -> None:
        path = self._session.path
        folder = path.parent if path is not None else Path.home()
        title = _("Take Notes from Another File")
        dialog = make_file_dialog(self, title, QFileDialog.AcceptMode.AcceptOpen, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Add the notes of another document, which is read off the GUI thread."""
        task = Task(self)
        task.succeeded.connect(self._take_document)
        task.failed.connect(lambda error: self._tell_failure(path, error))
        task.start(lambda: load_document(path))

    def _take_document(self, other: Document) -> None:
        before = len(self._session.document.notes)
        self._session.execute(TakeNotes(other))
        taken = len(self._session.document.notes) - before
        text = ngettext("{count} new note was taken.", "{count} new notes were taken.", taken)
        self._told.setText(text.format(count=taken))
        announce(self, self._told.text())

    def _tell_failure(self, path: Path, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415 - late, as all

        what = _("“{name}” could not be opened.").format(name=path.name)
        show_error(self.window(), what, error, is_reading=True)


def _fill(box: ChoiceBox, choices: Choices) -> None:
    """Offer values by their names; what was chosen stays chosen while it is among them."""
    if choices != [(box.itemData(i), box.itemText(i)) for i in range(box.count())]:
        chosen = box.currentData()
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
