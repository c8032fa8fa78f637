"""Phases with which something new begins: a box for each but the first."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field


class PhasesField(Field):
    """Tells the ids of the ticked phases, in their order; the boxes are those of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._name = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def name_for_readers(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def show_value(self, value: Any, document: Document) -> None:
        phases = document.phases[1:]
        if [phase.id for phase in phases] != list(self.boxes):
            self._renew(document)
        for phase, box in self.boxes.items():
            box.setChecked(phase in value)

    def _renew(self, document: Document) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for number, phase in list(enumerate(document.phases, 1))[1:]:
            words = f"{number} {phase.name}".strip().replace("&", "&&")
            box = self.boxes[phase.id] = QCheckBox(words, self)
            box.setAccessibleName(f"{self._name}: {number} {phase.name}")
            box.clicked.connect(self._tell)
            self._column.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def _tell(self) -> None:
        self.edited.emit(tuple(phase for phase, box in self.boxes.items() if box.isChecked()))
        self.left.emit()
