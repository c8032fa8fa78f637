"""An editor of a colour: a few that go together, any other, or the usual one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.chips import make_dot
from blueprint_editor.ui.fields.field import Field, is_mixed, mixed_text

PALETTE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "#0B6E75": msgid("Teal"),
        "#1F4FA3": msgid("Blue"),
        "#5B4B9E": msgid("Indigo"),
        "#7A1F8A": msgid("Purple"),
        "#A3195B": msgid("Raspberry"),
        "#A61E33": msgid("Red"),
        "#B0480B": msgid("Orange"),
        "#7A5200": msgid("Brown"),
        "#3C6B10": msgid("Green"),
        "#17653A": msgid("Dark green"),
        "#4A5058": msgid("Grey"),
        "#14263F": msgid("Navy"),
    }
)
"""Colours that white letters can be read on (at least 4.5:1), apart for the colour-blind too."""


class ColourField(Field):
    """``#RRGGBB``, or None for the usual colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour: str | None = None
        self._button = QPushButton(self)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.setIconSize(QSize(12, 12))
        menu = QMenu(self._button)
        menu.addAction(_("Usual colour")).triggered.connect(lambda: self._tell(None))
        menu.addSeparator()
        for colour, name in PALETTE.items():
            action = menu.addAction(make_dot(colour), _(name))
            action.triggered.connect(lambda _checked=False, colour=colour: self._tell(colour))
        menu.addSeparator()
        menu.addAction(_("Other colour…")).triggered.connect(self._ask)
        self._button.setMenu(menu)
        self.setFocusProxy(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour or "#1F4FA3"), self)
        dialog.colorSelected.connect(lambda colour: self._tell(colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, colour: str | None) -> None:
        self.edited.emit(colour)
        self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        self._colour = None if is_mixed(value) else value
        if self._colour is None:
            self._button.setIcon(make_dot("#00000000"))
            self._button.setText(mixed_text() if is_mixed(value) else _("Usual colour"))
        else:
            self._button.setIcon(make_dot(self._colour))
            name = PALETTE.get(self._colour.upper())
            self._button.setText(_(name) if name else self._colour)
