"""The panel to find and replace: words, how they are meant, and each place with what it becomes."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.search import ReplaceTexts, Wanted, find_occurrences
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.find.results import OccurrenceModel
from blueprint_editor.ui.late_panel import LatePanel


class FindPanel(LatePanel):
    """Finds while one types; replaces what is ticked as one step."""

    def __init__(self, session: DocumentSession, canvas: PosterCanvas) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = self._make_line(_("Find…"), _("Words to find"))
        self.new_words = self._make_line(_("Replace with…"), _("Words to put in their place"))
        self._case = self._make_box(_("Same case"))
        self._whole = self._make_box(_("Whole words"))
        self._translated = self._make_box(_("In translations, too"))
        self.told = QLabel()
        self.told.setObjectName("quiet")
        self._empty = QLabel(
            _(
                "All texts are searched: cards, marks, names, notes and comments. Tick what is to "
                "be replaced; what is ticked changes in one step that can be undone."
            )
        )
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.replace = QPushButton(_("Replace the ticked ones"))
        self.replace.setAutoDefault(False)
        self.table = QTableView()
        self._model = OccurrenceModel()
        self._dress_table()
        self._lay_out()
        self._connect()
        self._find()

    def _make_line(self, hint: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._mark_stale)
        return line

    def _make_box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.toggled.connect(self._mark_stale)
        return box

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setAccessibleName(_("Where the words stand"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(16)
        for box in (self._case, self._whole, self._translated):
            options.addWidget(box)
        options.addWidget(self.told, 1, Qt.AlignmentFlag.AlignRight)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.words, 0, 0)
        layout.addWidget(self.new_words, 0, 1)
        layout.addWidget(self.replace, 0, 2)
        layout.addLayout(options, 1, 0, 1, 3)
        layout.addWidget(self._empty, 2, 0, 1, 3)
        layout.addWidget(self.table, 2, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(2, 1)
        self.setFocusProxy(self.words)

    def _connect(self) -> None:
        self._session.changed.connect(self._mark_stale)
        self.replace.clicked.connect(self._replace)
        self.words.returnPressed.connect(self._go_to_next)
        self.new_words.returnPressed.connect(self._replace)
        self.table.selectionModel().currentChanged.connect(self._show_occurrence)
        self.table.activated.connect(lambda _index: self._canvas.setFocus())

    # --- finding

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words.selectAll()

    def _catch_up(self) -> None:
        self._find()

    def _find(self) -> None:
        self._is_stale = False
        wanted = Wanted(
            self.words.text(),
            is_case_sensitive=self._case.isChecked(),
            whole_words=self._whole.isChecked(),
            translated=self._translated.isChecked(),
        )
        found = find_occurrences(self._session.document, wanted)
        self._model.show_found(self._session.facts, found, self.new_words.text())
        self.replace.setEnabled(bool(found))
        self._empty.setVisible(not wanted.words)
        self.table.setVisible(bool(wanted.words))
        if not wanted.words:
            self.told.clear()
            return
        text = ngettext("{count} found", "{count} found", len(found)) if found else _("None found")
        self.told.setText(text.format(count=len(found)))

    def _go_to_next(self) -> None:
        self._renew()
        rows = self._model.rowCount()
        if rows:
            current = self.table.currentIndex()
            row = (current.row() + 1) % rows if current.isValid() else 0
            self.table.setCurrentIndex(self._model.index(row, 1))

    def _show_occurrence(self, index: QModelIndex) -> None:
        if index.isValid():
            record = self._model.occurrence_at(index).place.record
            document = self._session.document
            self._session.select(() if record == document.id else (record,))

    # --- replacing

    def _replace(self) -> None:
        self._renew()
        chosen = self._model.chosen
        if not chosen or self.words.text() == "":
            return
        self._session.end_step()
        if self._session.execute(ReplaceTexts(chosen, self.new_words.text())):
            self._find()
            text = ngettext("{count} replaced", "{count} replaced", len(chosen))
            self.told.setText(text.format(count=len(chosen)))
            announce(self, self.told.text())
