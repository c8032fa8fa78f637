"""Editors that choose one of several values: from a list, from segments side by side, or yes/no."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field, is_mixed, make_small_label, mixed_text
from blueprint_editor.ui.fields.roomy import ChoiceBox

Choices: TypeAlias = Sequence[tuple[Any, str]]
"""(value, what it is called), in the order shown."""
FindChoices: TypeAlias = Callable[[Document], Choices]


class WheelGuard(QObject):
    """Leaves the wheel to the panel that scrolls, so that scrolling past a list changes nothing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ChoiceField(Field):
    """One of a list, which may depend on the document; ``none``: what is shown for None."""

    def __init__(
        self, find_choices: FindChoices, parent: QWidget | None = None, *, none: str | None = None
    ) -> None:
        super().__init__(parent)
        self._find_choices = find_choices
        self._none = none
        self._choices: list[tuple[Any, str]] = []
        self.box = ChoiceBox(self)
        self.box.installEventFilter(WheelGuard(self))
        self.box.activated.connect(self._tell)
        self.setFocusProxy(self.box)
        self.fill_with(self.box)

    def _tell(self, index: int) -> None:
        self.edited.emit(self._choices[index][0])
        self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:
        choices = list(self._find_choices(document))
        if self._none is not None:
            choices.insert(0, (None, self._none))
        if choices != self._choices:
            self._choices = choices
            self.box.clear()
            for _value, text in choices:
                self.box.addItem(text)
        values = [choice for choice, _text in choices]
        self.box.setPlaceholderText(mixed_text() if is_mixed(value) else "")
        known = not is_mixed(value) and value in values
        self.box.setCurrentIndex(values.index(value) if known else -1)
        self.box.setToolTip(self.box.currentText())


class SegmentField(Field):
    """One of a few values side by side; choosing the chosen one again chooses none."""

    def __init__(
        self, choices: Choices, parent: QWidget | None = None, *, ends: tuple[str, str] = ("", "")
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _text in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout()
        row.setSpacing(0)
        for index, (_value, text) in enumerate(choices):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setObjectName("segment")
            button.setProperty("first", index == 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self.setFocusProxy(self._group.button(0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        if any(ends):
            layout.addLayout(self._make_ends(ends))

    def _make_ends(self, ends: tuple[str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for text, side in zip(ends, sides, strict=True):
            label = make_small_label(text, "quiet", self)
            label.setAlignment(side)
            row.addWidget(label)
        return row

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")

    def _tell(self, index: int) -> None:
        was_chosen = not self._group.button(index).isChecked()
        self.edited.emit(None if was_chosen else self._values[index])
        self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        for index, own in enumerate(self._values):
            is_own = not is_mixed(value) and value is not None and value == own
            self._group.button(index).setChecked(is_own)


class FlagField(Field):
    """Yes or no, with its own words beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text, self)
        self.box.clicked.connect(self._tell)
        self.setFocusProxy(self.box)
        self.fill_with(self.box)

    def _tell(self) -> None:
        self.edited.emit(self.box.isChecked())
        self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        if is_mixed(value):
            self.box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.box.setChecked(bool(value))


class ChecksField(Field):
    """Several of a closed list, a box for each; the value has them in the list's order.

    Args:
        choices: value and words of each.
        is_inverted: the value has those without a tick, as a list of what is hidden does.
    """

    def __init__(
        self, choices: Choices, parent: QWidget | None = None, *, is_inverted: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_inverted = is_inverted
        self.boxes: dict[Any, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for value, text in choices:
            box = self.boxes[value] = QCheckBox(text, self)
            box.clicked.connect(self._tell)
            layout.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def _tell(self) -> None:
        wanted = not self._is_inverted
        self.edited.emit(tuple(v for v, box in self.boxes.items() if box.isChecked() is wanted))
        self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        for own, box in self.boxes.items():
            box.setChecked((not is_mixed(value) and own in value) is not self._is_inverted)
