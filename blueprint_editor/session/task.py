"""Work off the GUI thread: a function runs in a pool, its result comes back in the GUI thread."""

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal


class Task(QObject):
    """One function on its way; a boundary, so that no fault of it is lost.

    Callers hand in immutable values only. ``succeeded`` carries the result, ``failed`` the
    exception.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    _returned = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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

    def _report(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        else:
            self.failed.emit(error)
        self.deleteLater()
