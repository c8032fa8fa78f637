"""The handover package from the menu: asks what and where, has it made, tells what to look at."""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.export_desk import ExportDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from blueprint_editor.export.publishing import PublishingChoice

HandOver: TypeAlias = "Callable[[Document, Path, PublishingChoice], str]"
"""Writes a document's package in a worker; returns what a person should know, may be empty."""


class HandoverDesk(QObject):
    """Packs the document as it is when it is asked for."""

    def __init__(
        self, session: DocumentSession, hand_over: HandOver, exports: ExportDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._hand_over = hand_over
        self._exports = exports
        self._window = window

    def ask(self) -> None:
        """Let the person choose what is left out, where there is a choice, then where it goes."""
        # Late, as nothing of it is needed for the first paint.
        from blueprint_editor.export.publishing import PublishingChoice  # noqa: PLC0415
        from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog  # noqa: PLC0415

        document = self._session.document
        dialog = LeavingOutDialog(document, PublishingChoice(), self._window)
        dialog.chosen.connect(lambda choice: self._ask_where(document, choice))
        if dialog.is_needed:
            dialog.open()
        else:
            dialog.deleteLater()
            self._ask_where(document, PublishingChoice())

    def _ask_where(self, document: Document, choice: "PublishingChoice") -> None:
        hand_over = self._hand_over
        self._exports.ask_to_write(
            _("Handover package"), lambda path: hand_over(document, path, choice), "zip"
        )
