"""The causal map from the menu: opens its window, takes cards over, leads back to the blueprint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.session.causal_edits import add_subjects, list_new_words, list_subjects
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.sheet_desk import SheetDesk

if TYPE_CHECKING:
    from blueprint_editor.ui.causal.window import CausalWindow
    from blueprint_editor.ui.main_window import MainWindow


class CausalDesk(QObject):
    """Holds the one window of the map that a document has."""

    def __init__(
        self,
        session: DocumentSession,
        library: FontLibrary,
        pictures: PictureDesk,
        sheets: SheetDesk,
        window: "MainWindow",
    ) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._pictures = pictures
        self._sheets = sheets
        self._window = window
        self._map: CausalWindow | None = None
        window.closing.connect(self.close)

    def show(self) -> "CausalWindow":
        """Show the map's window, or bring it forward."""
        # Late: the first paint needs no map.
        from blueprint_editor.ui.causal.window import CausalWindow  # noqa: PLC0415

        if self._map is None or not isValid(self._map):
            made = self._map = CausalWindow(self._session, self._library, self._pictures)
            made.subject_asked.connect(self._show_subject)
            made.export_asked.connect(self._export)
            made.save_asked.connect(self._window.actions_by_name["save"].trigger)
        self._map.come_forward()
        return self._map

    @property
    def can_take(self) -> bool:
        """Whether cards, marks or notes are selected that the map can take."""
        return bool(list_subjects(self._session) or list_new_words(self._session))

    def take_selected(self) -> None:
        """Make nodes of the selected cards, marks and notes, and show them."""
        add_subjects(self._session)
        self.show().reveal_selection()

    def finish(self) -> None:
        """Let what is typed on the map count."""
        if self._map is not None and isValid(self._map):
            self._map.view.finish()

    def close(self) -> None:
        """Close the map's window."""
        if self._map is not None and isValid(self._map):
            self._map.close()

    def _show_subject(self, record: str) -> None:
        self._window.come_forward()
        self._session.select((record,))
        self._window.canvas.setFocus()

    def _export(self) -> None:
        self._window.come_forward()
        self._sheets.show_sheets(("causal-map",))
