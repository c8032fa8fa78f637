"""The foot of the dialog: what is ticked or under way, and the buttons that begin or end it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.session.task import ReportProgress, Task
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import make_label


class WorkRow(QWidget):
    """One work at a time, off the GUI thread.

    Signals:
        closed: the dialog is to be closed.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._count = 0
        self.told = make_label("")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setFixedWidth(180)
        self.progress.hide()
        self.close_button = QPushButton(_("Close"), self)
        self.print_button = QPushButton(_("Print…"), self)
        self.save_button = QPushButton(_("Save as PDF…"), self)
        self.save_button.setDefault(True)
        self.close_button.clicked.connect(self._close_or_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        for part in (self.progress, self.close_button, self.print_button, self.save_button):
            row.addWidget(part)
        self.tell_count(0)

    def tell_count(self, count: int) -> None:
        """Say how many sheets are ticked."""
        self._count = count
        if self._task is None:
            told = ngettext("{count} sheet ticked", "{count} sheets ticked", count)
            words = told.format(count=count) if count else _("Tick the sheets to print.")
            self.told.setText(words)
            self._enable(is_ready=count > 0)

    def _enable(self, *, is_ready: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(is_ready)

    def begin(
        self,
        words: str,
        run: Callable[[ReportProgress], None],
        fault: str,
        on_done: Callable[[], None],
    ) -> None:
        """Begin work unless there is some already; ``fault`` is said if it fails."""
        if self._task is not None or not self._count:
            return
        self.progress.setRange(0, 0)
        self.progress.show()
        self.told.setText(words)
        self.close_button.setText(_("Cancel"))
        self._enable(is_ready=False)
        self._task = task = Task(self)
        task.progressed.connect(self._show_progress)
        task.succeeded.connect(lambda _result: self._end())
        task.succeeded.connect(lambda _result: on_done())
        task.cancelled.connect(self._end)
        task.failed.connect(partial(self._tell_failure, fault))
        task.start_with_progress(run)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _end(self) -> None:
        self._task = None
        self.progress.hide()
        self.close_button.setText(_("Close"))
        self.tell_count(self._count)

    def _tell_failure(self, fault: str, error: Exception) -> None:
        self._end()
        show_error(self, fault, error)

    def _close_or_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self.closed.emit()
