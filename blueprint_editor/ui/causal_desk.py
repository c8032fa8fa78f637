"""The causal map from the menu: opens its window, takes cards over, leads back to the blueprint."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from shiboken6 import isValid

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.sheet_desk import SheetDesk
from blueprint_editor.ui.shell import Shell

if TYPE_CHECKING:
    from blueprint_editor.ui.causal.window import CausalWindow
    from blueprint_editor.ui.main_window import MainWindow
    from blueprint_editor.ui.sheets.tools import ExportSheets


class CausalDesk(QObject):
    """Holds the one window of the map that a document has."""

    def __init__(
        self,
        session: DocumentSession,
        library: FontLibrary,
        pictures: PictureDesk,
        sheets: SheetDesk,
        exports: ExportDesk,
        export: "ExportSheets",
        shell: Shell,
        window: "MainWindow",
    ) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._pictures = pictures
        self._sheets = sheets
        self._exports = exports
        self._export_sheets = export
        self._shell = shell
        self._window = window
        self._map: CausalWindow | None = None
        window.closing.connect(self.close)

    def show(self) -> "CausalWindow":
        """Show the map's window, or bring it forward."""
        # Late: the first paint needs no map.
        from blueprint_editor.ui.causal.window import CausalWindow  # noqa: PLC0415

        if self._map is None or not isValid(self._map):
            made = self._map = CausalWindow(
                self._session, self._library, self._pictures, self._shell.preferences
            )
            made.keys_asked.connect(self._show_keys)
            made.guide_asked.connect(self._show_guide)
            made.subject_asked.connect(self._show_subject)
            made.export_asked.connect(self._export)
            made.picture_asked.connect(self._save_picture)
            made.save_asked.connect(self._window.actions_by_name["save"].trigger)
        self._map.come_forward()
        return self._map

    @property
    def can_take(self) -> bool:
        """Whether cards, marks or notes are selected that the map can take."""
        if not self._session.selection.records:
            return False
        from blueprint_editor.session.causal_edits import (  # noqa: PLC0415 - as the map itself
            list_new_words,
            list_subjects,
        )

        return bool(list_subjects(self._session) or list_new_words(self._session))

    def take_selected(self) -> None:
        """Make nodes of the selected cards, marks and notes, and show them."""
        from blueprint_editor.session.causal_edits import add_subjects  # noqa: PLC0415

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

    def _show_keys(self) -> None:
        if self._map is not None:
            self._shell.dialogs.show_keys(self._map)

    def _show_guide(self) -> None:
        if self._map is not None:
            self._shell.dialogs.show_guide(self._map)

    def _save_picture(self, kind: "Literal['png', 'svg']") -> None:
        """Let the person choose where a picture of the map's sheet goes, and write it."""
        from blueprint_editor.export.options import ExportOptions  # noqa: PLC0415 - when asked

        document, export = self._session.document, self._export_sheets
        options = ExportOptions(sheet="causal-map")
        self._window.come_forward()
        self._exports.ask_to_write(
            _("causal map"),
            lambda path: export(document, path, options, lambda _done, _all: None),
            kind,
        )

    def _export(self) -> None:
        dialog = self._sheets.show_sheets(("causal-map",), self._map)
        # What is ready is told in the document's own window.
        dialog.saved.connect(lambda _path: self._window.come_forward())
