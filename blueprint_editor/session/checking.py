"""Looks for problems of the open document while nobody edits, off the GUI thread."""

import logging
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import ReportProgress, Task

if TYPE_CHECKING:
    from blueprint_editor.checks.finding import Finding

IDLE_MS = 900
"""After the last edit or letter; a look takes a tenth of a second at 2,000 cards."""

_log = logging.getLogger(__name__)


class DocumentChecks(QObject):
    """Follows a session; an edit ends a look on its way, so that nobody who types waits for it.

    Signals:
        looked: there are findings of the document as it is now; they may be the same.
    """

    looked = Signal()

    def __init__(self, session: DocumentSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: Document | None = None
        self._findings: tuple[Finding, ...] = ()
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        # Typing and dragging show another poster before they change the document.
        session.poster_changed.connect(self._wait)
        session.changed.connect(self._wait)
        self._wait()

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What was found at the last look and not accepted, in reading order."""
        return tuple(finding for finding in self._findings if not finding.is_accepted)

    @property
    def accepted(self) -> "tuple[Finding, ...]":
        """What was found and somebody has accepted, in reading order."""
        return tuple(finding for finding in self._findings if finding.is_accepted)

    @property
    def has_looked(self) -> bool:
        """Whether there was any look yet."""
        return self._seen is not None

    @property
    def is_current(self) -> bool:
        """Whether the findings are those of the document as it is now."""
        return self._seen is self._session.document

    def look_soon(self) -> None:
        """Look without waiting for more edits; what mended a problem should see it go."""
        self._wait()
        self._timer.start(0)

    def _wait(self) -> None:
        if self._task is not None:
            self._task.cancel()
        # start(0) leaves 0 as the interval, so it is said each time.
        self._timer.start(IDLE_MS)

    def _look(self) -> None:
        document = self._session.document
        if self._task is not None:
            self._timer.start(IDLE_MS)
            return
        if document is self._seen:
            return
        task = self._task = Task(self)
        task.succeeded.connect(partial(self._take, document))
        task.cancelled.connect(self._drop)
        task.failed.connect(self._fail)
        today = date.today()  # noqa: DTZ011 - the day of who asks
        task.start_with_progress(partial(_run, document, today))

    def _take(self, document: Document, findings: "tuple[Finding, ...]") -> None:
        self._task = None
        self._seen, self._findings = document, findings
        self.looked.emit()

    def _drop(self) -> None:
        self._task = None

    def _fail(self, error: Exception) -> None:
        self._task = None
        _log.error("the checks have failed", exc_info=error)


def _run(document: Document, today: date, report: ReportProgress) -> "tuple[Finding, ...]":
    from blueprint_editor.checks.rules import run_checks  # noqa: PLC0415 - after the first paint

    return run_checks(document, today, report)
