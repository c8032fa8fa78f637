"""An editor of the feelings on a card where they differ from path to path."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Variant, VariantEmotion
from blueprint_editor.ui.fields.choices import Choices, SegmentField
from blueprint_editor.ui.fields.field import Field, is_mixed, make_small_label

_GAP_PX = 4


class VariantEmotionsField(Field):
    """A row of feelings for each path; one without its own has that of the card."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._variants: tuple[Variant, ...] = ()
        self._values: dict[str, int] = {}
        self._rows: list[tuple[QLabel, SegmentField]] = []
        self._name = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def name_for_readers(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)

    def show_value(self, value: Any, document: Document) -> None:
        if document.variants != self._variants:
            self._variants = document.variants
            self._make_rows()
        emotions = () if is_mixed(value) or value is None else value
        self._values = {emotion.variant: emotion.value for emotion in emotions}
        for variant, (_label, field) in zip(self._variants, self._rows, strict=True):
            field.show_value(self._values.get(variant.id), document)

    def _make_rows(self) -> None:
        for label, field in self._rows:
            label.deleteLater()
            field.hide()
            field.deleteLater()
        self._rows = []
        for variant in self._variants:
            label = make_small_label(variant.name, "quiet", self)
            label.setContentsMargins(0, _GAP_PX if self._rows else 0, 0, 0)
            field = SegmentField(self._choices, self)
            field.name_for_readers(f"{self._name}: {variant.name}")
            field.edited.connect(lambda value, v=variant.id: self._tell(v, value))
            field.left.connect(self.left)
            self._layout.addWidget(label)
            self._layout.addWidget(field)
            self._rows.append((label, field))
        if self._rows:
            self.setFocusProxy(self._rows[0][1])

    def _tell(self, variant: str, value: int | None) -> None:
        values = {**self._values}
        values.pop(variant, None)
        if value is not None:
            values[variant] = value
        told = [
            VariantEmotion(variant=v.id, value=values[v.id])
            for v in self._variants
            if v.id in values
        ]
        self.edited.emit(tuple(told))
