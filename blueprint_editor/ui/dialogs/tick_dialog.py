"""A dialog with a table whose lines are ticked: what is ticked is taken over."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _
from blueprint_editor.ui.dialogs.themed_dialog import (
    ThemedDialog,
    keep_headers_whole,
    make_label,
    resize_within_screen,
)

_SIZE_PX = (980, 600)
_LONGEST = 160
_FAULT_LINES = 4


class TickRow(NamedTuple):
    """The words of a line's cells, and whether it is ticked at first, if it has a tick at all."""

    words: Sequence[str]
    is_ticked: bool
    can_be_ticked: bool = True


class Choice(NamedTuple):
    """A button that ticks some lines and no others.

    ``wanted``: for each line, whether it is ticked then.
    """

    name: str
    text: str
    wanted: Sequence[bool]


class TickDialog(ThemedDialog):
    """The first column bears the ticks; the last is as wide as its words.

    Attributes:
        explanation: above the table.
        fault: below it, hidden while nothing is wrong.
        faults: a list of what could not be read, where there is one.
        buttons: those that tick, by name.
    """

    def __init__(self, title: str, take: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.explanation = make_label("", "quiet")
        self.table = QTableWidget(self)
        self.fault = make_label("", "fault")
        self.fault.hide()
        self.faults: QPlainTextEdit | None = None
        self.buttons: dict[str, QPushButton] = {}
        self._ticks: list[QTableWidgetItem] = []
        self._choices = QHBoxLayout()
        buttons = QDialogButtonBox(self)
        self.take_button = buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_button.clicked.connect(self._take)
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.explanation)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._choices)
        self.column.addWidget(self.fault)
        self.column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)

    def show_rows(
        self, name: str, headings: Sequence[str], rows: Sequence[TickRow], choices: Sequence[Choice]
    ) -> None:
        """Fill the table, once; ``name`` is what a screen reader calls it."""
        table = self.table
        table.setAccessibleName(name)
        table.setRowCount(len(rows))
        table.setColumnCount(len(headings))
        table.setHorizontalHeaderLabels(list(headings))
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for number, row in enumerate(rows):
            self._show_row(number, row)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.ResizeToContents)
        keep_headers_whole(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if rows:
            table.setCurrentCell(0, 0)
        for choice in choices:
            self._choices.addWidget(self._make_button(choice))
        self._choices.addStretch(1)
        table.setFocus()

    def show_faults(self, lines: Sequence[str]) -> None:
        """List below the table what cannot be read, to be looked at and copied."""
        if not lines:
            return
        self.faults = made = QPlainTextEdit("\n".join(lines), self)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(_("Lines that are left out"))
        frame = 2 * made.frameWidth() + 12
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _FAULT_LINES + frame)
        self.column.insertWidget(self.column.count() - 2, made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # When the columns have their widths.
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

    def _show_row(self, number: int, row: TickRow) -> None:
        for column, text in enumerate(row.words):
            item = QTableWidgetItem(cut_line(text))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(number, column, item)
            if column == 0:
                self._ticks.append(item)
            if column == 0 and row.can_be_ticked:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_check(is_on=row.is_ticked))

    def _make_button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self._tick(choice.wanted))
        self.buttons[choice.name] = button
        return button

    def _tick(self, ticks: Iterable[bool]) -> None:
        for item, is_on in zip(self._ticks, ticks, strict=True):
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(_check(is_on=is_on))

    def list_ticked(self) -> tuple[int, ...]:
        """Return the numbers of the lines that are ticked."""
        return tuple(
            number
            for number, item in enumerate(self._ticks)
            if item.checkState() == Qt.CheckState.Checked
        )

    def _take(self) -> None:
        """Take over what is ticked."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's


def make_choice(name: str, text: str, count: int, choose: Callable[[int], bool]) -> Choice:
    """Return the button that ticks the lines which ``choose`` wants, of ``count`` lines."""
    return Choice(name, text, tuple(map(choose, range(count))))


def cut_line(text: str) -> str:
    """Return a text on one line that a cell has room for."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _check(*, is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
