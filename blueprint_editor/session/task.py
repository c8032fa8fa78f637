"""Work off the GUI thread: a function runs in a pool, its result comes back in the GUI thread."""

import gc
import time
from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from blueprint_editor.model.errors import WorkCancelledError

ReportProgress: TypeAlias = Callable[[int, int], None]
"""Takes how much is done and how much there is; raises WorkCancelledError to end the work."""

_REPORT_EVERY_S = 0.05


class _Collector:
    """Keeps Python's collector from running in workers: it would end the GUI's objects there.

    A timer or widget that is ended by another thread than its own leaves Qt with a stale pointer.
    """

    running = 0
    was_enabled = False

    @classmethod
    def begin(cls) -> None:
        if cls.running == 0:
            cls.was_enabled = gc.isenabled()
            gc.disable()
        cls.running += 1

    @classmethod
    def end(cls) -> None:
        cls.running -= 1
        if cls.running == 0 and cls.was_enabled:
            gc.enable()


class Task(QObject):
    """One function on its way; a boundary, so that no fault of it is lost.

    Callers hand in immutable values only. The task belongs to the program, not to who asked: its
    worker may speak to it at any time. When who asked is gone, nothing is told any more.

    Signals:
        progressed: carries how much is done, and how much there is.
        told: carries what the function told on its way by :meth:`tell`.
        succeeded: carries the result.
        failed: carries the exception.
        cancelled: :meth:`cancel` ended it.
    """

    progressed = Signal(int, int)
    told = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _returned = Signal(object, object)
    _reached = Signal(int, int)
    _said = Signal(object)

    def __init__(self, asker: QObject) -> None:
        super().__init__(QCoreApplication.instance())
        self._is_cancelled = False
        self._is_wanted = True
        asker.destroyed.connect(self._drop)
        # Queued: the worker only posts an event; everything else happens in the GUI thread.
        self._returned.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._reached.connect(self._pass_progress, Qt.ConnectionType.QueuedConnection)
        self._said.connect(self._pass_word, Qt.ConnectionType.QueuedConnection)

    def start(self, function: Callable[[], Any], pool: QThreadPool | None = None) -> None:
        """Run the function; the task deletes itself after it has reported.

        ``pool``: of what must not wait until an export ends; None = the program's own.
        """

        def run() -> None:
            outcome: tuple[object, Exception | None]
            try:
                outcome = (function(), None)
            except Exception as error:  # noqa: BLE001 - the worker's boundary
                outcome = (None, error)
            self._returned.emit(*outcome)

        _Collector.begin()
        (pool or QThreadPool.globalInstance()).start(run)

    def start_with_progress(self, function: Callable[[ReportProgress], Any]) -> None:
        """Run a function that takes a :data:`ReportProgress` and calls it often."""
        self.start(lambda: function(self._make_reporter()))

    def cancel(self) -> None:
        """Let the function end at its next report; what is done by then counts as done."""
        self._is_cancelled = True

    def tell(self, word: object) -> None:
        """Tell something from within the function."""
        self._said.emit(word)

    def _make_reporter(self) -> ReportProgress:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            if self._is_cancelled:
                raise WorkCancelledError
            now = time.monotonic()
            if now - last >= _REPORT_EVERY_S or done == total:
                last = now
                self._reached.emit(done, total)

        return report

    def _drop(self) -> None:
        self._is_wanted = False

    def _pass_progress(self, done: int, total: int) -> None:
        if self._is_wanted:
            self.progressed.emit(done, total)

    def _pass_word(self, word: object) -> None:
        if self._is_wanted:
            self.told.emit(word)

    def _report(self, result: object, error: Exception | None) -> None:
        _Collector.end()
        self.deleteLater()
        if not self._is_wanted:
            return
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, WorkCancelledError):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
