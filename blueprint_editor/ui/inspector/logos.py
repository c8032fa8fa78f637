"""The editor of a project's logos: whose and of what kind; a new one is a picture first."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.rows import RowsField


class LogosField(Field):
    """The logos in their order on the poster.

    Signals:
        asked: another logo is wanted; whoever reads the files adds it.
    """

    asked = Signal()

    def __init__(self, logos: RowsField, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logos = logos
        logos.hide_adding()
        logos.edited.connect(self.edited)
        logos.left.connect(self.left)
        self._add = QToolButton(self)
        self._add.setObjectName("add")
        self._add.setText(f"+ {add_text}")
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.clicked.connect(self.asked)
        self.setFocusProxy(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(logos)
        layout.addWidget(self._add)

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        self._logos.name_for_readers(name)
        self._add.setAccessibleName(f"{name}: {self._add.text().removeprefix('+ ')}")

    def show_value(self, value: Any, document: Document) -> None:
        self._logos.show_value(value, document)
