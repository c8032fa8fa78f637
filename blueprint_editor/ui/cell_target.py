"""The line that names the cell which notes or cards go to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.inspector.spec import tell_step


class CellTarget(QLabel):
    """Follows a session when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_cell(self, session: DocumentSession) -> bool:
        """Name the current cell, or ask for one; returns whether there is one."""
        cursor = session.selection.cursor
        if cursor is None:
            self.setText(_("Click the cell that the notes go to."))
            return False
        facts = session.facts
        lane = next(lane.name for lane in facts.lanes if lane.id == cursor.lane)
        step = tell_step(facts, cursor.step)
        self.setText(_("Cell: {lane} · {step}").format(lane=lane, step=step))
        return True
