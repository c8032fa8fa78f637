"""Keeps an eye on how small the poster's texts are on its paper, while nobody edits."""

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.reading_distance import TextSizes, find_text_sizes

IDLE_MS = 700
_SAMPLES = 40


class ReadingMeter(QObject):
    """Follows a session.

    Signals:
        measured: the sizes are those of the poster as it is shown now; they may be the same.
    """

    measured = Signal()

    def __init__(self, session: DocumentSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._sizes: TextSizes | None = None
        self._has_measured = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.measure)
        session.poster_changed.connect(self._timer.start)
        self._timer.start()

    @property
    def sizes(self) -> TextSizes | None:
        """Sizes of type as printed, at the last look; None without any text."""
        return self._sizes

    @property
    def has_measured(self) -> bool:
        """Whether there was any look yet."""
        return self._has_measured

    def measure(self) -> None:
        """Look now."""
        self._timer.stop()
        self._sizes = find_text_sizes(self._session.poster.drawing, samples=_SAMPLES)
        self._has_measured = True
        self.measured.emit()
