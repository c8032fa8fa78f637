"""Workshop sheets from the menu: opens their dialog, tells where the PDF is."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.language.workshop.kit import STAGES
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.export_desk import open_elsewhere
from blueprint_editor.ui.notice_bar import NoticeBar
from blueprint_editor.ui.sheets.tools import SheetTools

if TYPE_CHECKING:
    from blueprint_editor.ui.sheets.dialog import SheetsDialog


class SheetDesk(QObject):
    """Shows the dialog for a stage of the workshop process, or for all sheets."""

    def __init__(
        self,
        session: DocumentSession,
        tools: SheetTools,
        library: FontLibrary,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._tools = tools
        self._library = library
        self._notices = notices
        self._window = window

    def show(self, stage: str = "") -> None:
        """Open the dialog with the sheets of a stage ticked."""
        self.show_sheets(dict(STAGES).get(stage, ()))

    def show_sheets(self, sheets: Collection[str], window: QWidget | None = None) -> "SheetsDialog":
        """Open the dialog with some sheets ticked, over the document's window or another one."""
        # Late: the first paint needs no sheets.
        from blueprint_editor.ui.sheets.dialog import SheetsDialog  # noqa: PLC0415

        dialog = SheetsDialog(self._session, self._tools, self._library, window or self._window)
        dialog.saved.connect(self._tell)
        dialog.tick(sheets)
        dialog.open()
        return dialog

    def _tell(self, path: Path) -> None:
        self._notices.tell(
            _("The sheets are ready: {file}").format(file=path),
            offers=((_("Open"), partial(open_elsewhere, path)),),
            kind="file",
        )
