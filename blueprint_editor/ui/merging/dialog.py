"""Two paths into a general one: proposals in a table, decisions by keys or buttons, a preview."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.merging import MERGE_CHOICES, MergeChoice, MergePaths
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.alignment import align_paths
from blueprint_editor.model.naming import name_variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.dialogs.poster_view import PosterPane
from blueprint_editor.ui.dialogs.themed_dialog import (
    ThemedDialog,
    keep_headers_whole,
    make_label,
    resize_within_screen,
)
from blueprint_editor.ui.merging.model import DECISION, PROPOSAL, RESULT, MergeModel
from blueprint_editor.ui.safety_desk import VersionTools

_SIZE_PX = (1180, 820)
_PREVIEW_AFTER_MS = 350
_AIR_PX = 6


class MergeDialog(ThemedDialog):
    """Decides row by row or all at once; the merge is one step that can be undone."""

    def __init__(
        self, session: DocumentSession, tools: VersionTools, parent: QWidget, second: str = ""
    ) -> None:
        super().__init__(_("Merge Two Paths"), parent)
        self._session = session
        self._tools = tools
        self._is_drawing = False
        self._is_stale = True
        self.model = MergeModel(self)
        self.first, self.second = (self._make_choice(name) for name in (_("Path"), _("With")))
        variants = session.document.variants
        self.second.setCurrentIndex(
            next((i for i, variant in enumerate(variants) if variant.id == second), 1)
        )
        if self.second.currentIndex() == 0:
            self.first.setCurrentIndex(1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self.table = self._make_table()
        self._settle.timeout.connect(partial(_fit_rows, self.table))
        self.preview = PosterPane(_("What comes out"), tools.library, self)
        self.summary = make_label("", "quiet")
        self.buttons: dict[str, QPushButton] = {}
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self._align)
        self.model.dataChanged.connect(self._follow)
        self.model.modelReset.connect(self._follow)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self._align()
        resize_within_screen(self, *_SIZE_PX)
        self.table.setFocus()

    # --- parts

    def _make_choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for variant in self._session.document.variants:
            box.addItem(name_variant(variant), variant.id)
        return box

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(_("Cards of both paths"))
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (PROPOSAL, DECISION):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        keep_headers_whole(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # A width decides how many lines a text takes.
        header.sectionResized.connect(self._settle.start)
        table.installEventFilter(self)
        table.doubleClicked.connect(
            lambda index: self._turn() if index.column() == DECISION else None
        )
        return table

    def _arrange(self) -> None:
        top = QHBoxLayout()
        for label, box in ((_("Path"), self.first), (_("With"), self.second)):
            top.addWidget(make_label(label))
            top.addWidget(box)
        top.addStretch(1)
        below, bottom = QHBoxLayout(), QHBoxLayout()
        self._add_button(below, "common", _("&Common"), lambda: self._decide("common"))
        self._add_button(below, "apart", _("O&wn Path"), lambda: self._decide("apart"))
        self._add_button(below, "out", _("&Leave Out"), lambda: self._decide("out"))
        below.addStretch(1)
        self._add_button(below, "pair", _("Make a Pa&ir"), self._pair)
        self._add_button(bottom, "proposed", _("As &Proposed"), self.model.decide_as_proposed)
        self._add_button(bottom, "all", _("All Co&mmon"), lambda: self._decide_all("common"))
        self._add_button(bottom, "none", _("All on &Own Paths"), lambda: self._decide_all("apart"))
        bottom.addStretch(1)
        self._add_button(bottom, "part", _("Pa&rt the Pair"), self._part)
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        column.addLayout(bottom)
        column.addWidget(self.summary)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(upper)
        splitter.addWidget(self.preview)
        splitter.setSizes([430, 310])
        buttons = QDialogButtonBox(self)
        self.merge_button = buttons.addButton(_("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.merge_button.setAutoDefault(False)
        self.merge_button.clicked.connect(self._merge)
        close.clicked.connect(self.reject)
        whole = QVBoxLayout(self)
        told = _(
            "Space changes the decision of a row, F2 writes what the common card says. The paths "
            "as they are now are kept as a named version, so that the cards can be split again."
        )
        whole.addWidget(make_label(told, "quiet"))
        whole.addLayout(top)
        whole.addWidget(splitter, 1)
        whole.addWidget(buttons)

    def _add_button(
        self, row: QHBoxLayout, name: str, text: str, act: Callable[[], object]
    ) -> None:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        row.addWidget(button)
        self.buttons[name] = button

    # --- rows and decisions

    def _paths(self) -> tuple[str, str]:
        return str(self.first.currentData()), str(self.second.currentData())

    def _align(self) -> None:
        paths = self._paths()
        document = self._session.document
        rows = align_paths(document, *paths) if paths[0] != paths[1] else ()
        self.model.show_rows(document, paths, rows)
        open_rows = (i for i in range(len(rows)) if self.model.find_decision(i) is not None)
        self.select_row(next(open_rows, 0))

    def select_row(self, row: int) -> None:
        """Select one row alone, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        selects = flags.ClearAndSelect | flags.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), selects)

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _decide(self, choice: MergeChoice) -> None:
        self.model.decide(self._selected(), choice)
        self._tell_current()

    def _decide_all(self, choice: MergeChoice) -> None:
        self.model.decide(range(self.model.rowCount()), choice)

    def _turn(self) -> None:
        """Give the selected rows the decision after that of the current one."""
        current = self.table.currentIndex()
        if current.isValid() and (found := self.model.find_decision(current.row())) is not None:
            place = MERGE_CHOICES.index(found.choice) + 1
            self._decide(MERGE_CHOICES[place % len(MERGE_CHOICES)])

    def _tell_current(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            told = self.model.index(current.row(), DECISION).data()
            result = self.model.index(current.row(), RESULT).data()
            announce(self.table, ": ".join(part for part in (told, result) if part))

    def _pair(self) -> None:
        self._keep_row(self.model.pair)

    def _part(self) -> None:
        self._keep_row(self.model.part)

    def _keep_row(self, change: Callable[[list[int]], object]) -> None:
        rows = self._selected()
        if not rows:
            return
        card = self.model.row_at(rows[0]).cards[0]
        change(rows)
        self.select_row(self.model.find_row(card))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Space:
                self._turn()
                return True
            if event.key() == Qt.Key.Key_F2:
                self._write()
                return True
        return super().eventFilter(watched, event)

    def _write(self) -> None:
        """Let the person write what the common card of the current row says."""
        current = self.table.currentIndex()
        if not current.isValid():
            return
        result = self.model.index(current.row(), RESULT)
        if result.flags() & Qt.ItemFlag.ItemIsEditable:
            command = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.selectionModel().setCurrentIndex(result, command)
            self.table.edit(result)

    def _follow(self) -> None:
        counts = self.model.count()
        told = (
            ngettext("{count} common card", "{count} common cards", counts.common),
            ngettext("{count} on one path only", "{count} on one path only", counts.apart),
            ngettext("{count} left out", "{count} left out", counts.out),
        )
        self.summary.setText(
            " · ".join(t.format(count=c) for t, c in zip(told, counts, strict=True))
        )
        _fit_rows(self.table)
        self._enable()
        self._is_stale = True
        self._timer.start()

    def _enable(self) -> None:
        rows = self._selected()
        can_decide = any(self.model.find_decision(row) is not None for row in rows)
        for name in ("common", "apart", "out"):
            self.buttons[name].setEnabled(can_decide)
        self.buttons["pair"].setEnabled(self.model.can_pair(rows))
        self.buttons["part"].setEnabled(self.model.can_part(rows))
        self.merge_button.setEnabled(any(d.choice != "apart" for d in self.model.decisions))

    # --- what comes out

    def _make_command(self) -> MergePaths:
        document = self._session.document
        names = {variant.id: name_variant(variant) for variant in document.variants}
        first, second = self._paths()
        title = _("Before merging {first} and {second}").format(
            first=names[first], second=names[second]
        )
        now = datetime.now(UTC).astimezone().replace(microsecond=0).isoformat()
        version = KeepVersion(IdMaker().make_id(document, "z"), title, now)
        return MergePaths(first, second, self.model.decisions, version)

    def _draw(self) -> None:
        if self._is_drawing:
            return
        try:
            document = self._make_command().apply(self._session.document)
        except CommandRefusedError:
            return
        self._is_drawing, self._is_stale = True, False
        draw = self._tools.draw
        task = Task(self)
        task.succeeded.connect(self._show)
        task.failed.connect(lambda _error: self._end_drawing())
        task.start(lambda: draw(document))

    def _show(self, drawing: Drawing) -> None:
        self.preview.show_drawing(drawing)
        self._end_drawing()

    def _end_drawing(self) -> None:
        self._is_drawing = False
        if self._is_stale:
            self._timer.start()

    def _merge(self) -> None:
        if self._session.execute(self._make_command()):
            self.accept()


def _fit_rows(table: QTableView) -> None:
    """Give rows the height of their words and some air; Qt's own is that of the letters."""
    table.resizeRowsToContents()
    for row in range(table.model().rowCount()):
        table.setRowHeight(row, table.rowHeight(row) + _AIR_PX)
