"""Work off the GUI thread: a function runs in a pool, its result comes back in the GUI thread."""

import contextlib
import time
from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from blueprint_editor.model.errors import WorkCancelledError

ReportProgress: TypeAlias = Callable[[int, int], None]
"""Takes how much is done and how much there is; raises WorkCancelledError to end the work."""

_REPORT_EVERY_S = 0.05


class Task(QObject):
    """One function on its way; a boundary, so that no fault of it is lost.

    Callers hand in immutable values only.

    Signals:
        progressed: carries how much is done, and how much there is.
        succeeded: carries the result.
        failed: carries the exception.
        cancelled: :meth:`cancel` ended it.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _returned = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_cancelled = False
        # Queued: the worker only posts an event; everything else happens in the GUI thread.
        self._returned.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def start(self, function: Callable[[], Any]) -> None:
        """Run the function; the task deletes itself after it has reported."""

        def run() -> None:
            outcome: tuple[object, Exception | None]
            try:
                outcome = (function(), None)
            except Exception as error:  # noqa: BLE001 - the worker's boundary
                outcome = (None, error)
            # Who asked may be gone by now, as a window that another language replaced.
            with contextlib.suppress(RuntimeError):
                self._returned.emit(*outcome)

        QThreadPool.globalInstance().start(run)

    def start_with_progress(self, function: Callable[[ReportProgress], Any]) -> None:
        """Run a function that takes a :data:`ReportProgress` and calls it often."""
        self.start(lambda: function(self._make_reporter()))

    def cancel(self) -> None:
        """Let the function end at its next report; what is done by then counts as done."""
        self._is_cancelled = True

    def _make_reporter(self) -> ReportProgress:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            if self._is_cancelled:
                raise WorkCancelledError
            now = time.monotonic()
            if now - last >= _REPORT_EVERY_S or done == total:
                last = now
                with contextlib.suppress(RuntimeError):
                    self.progressed.emit(done, total)

        return report

    def _report(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, WorkCancelledError):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.deleteLater()
