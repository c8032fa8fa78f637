"""The handover package from the menu: asks where, has it made, tells what to look at."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.export_desk import ExportDesk

HandOver: TypeAlias = Callable[[Document, Path], str]
"""Writes a document's package in a worker; returns what a person should know, may be empty."""


class HandoverDesk(QObject):
    """Packs the document as it is when the file is chosen."""

    def __init__(
        self, session: DocumentSession, hand_over: HandOver, exports: ExportDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._hand_over = hand_over
        self._exports = exports

    def ask_where(self) -> None:
        """Let the person choose where the package goes, and write it there."""
        document, hand_over = self._session.document, self._hand_over
        self._exports.ask_to_write(
            _("Handover package"), lambda path: hand_over(document, path), "zip"
        )
