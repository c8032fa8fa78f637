"""A panel that shows the document after all that an edit sets off, and only where it is seen."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class LatePanel(QWidget):
    """Renews itself once for several edits; a hidden one catches up when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._is_stale = False

    def _mark_stale(self) -> None:
        """Renew soon what is shown."""
        if not self._is_stale:
            self._is_stale = True
            QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        if self._is_stale and self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def _catch_up(self) -> None:
        """Show the document as it is now, and be stale no longer."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's; each panel has its own
