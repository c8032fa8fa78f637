"""A paper, chosen from a list or typed as its size in millimetres."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import UnknownPaperError, parse_paper
from blueprint_editor.ui.fields.choices import WheelGuard
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.sizes import tell_paper


class PaperField(Field):
    """Tells only what can be read as a paper."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setLineEdit(self.line)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumContentsLength(8)
        self.box.installEventFilter(WheelGuard(self))
        for name in names:
            self.box.addItem(tell_paper(name), name)
        self.line.setPlaceholderText(_("A1, 900x600, roll:914 …"))
        self.line.textEdited.connect(self._take)
        self.line.editingFinished.connect(self.left)
        self.box.activated.connect(lambda row: self._take(self.box.itemData(row)))
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def _take(self, text: str) -> None:
        known = self.box.findText(text.strip())
        name = self.box.itemData(known) if known >= 0 else text.strip()
        try:
            paper = parse_paper(name)
        except UnknownPaperError:
            self.show_fault(_("No such paper. Write a size such as 900x600 in millimetres."))
            return
        self.show_fault("")
        self.edited.emit(paper.name)

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        if self.line.hasFocus() and self.line.isModified():
            return
        self.box.setEditText(tell_paper(str(value)))
