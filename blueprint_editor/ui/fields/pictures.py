"""An editor of a picture: what it is of, another one, or none."""

import base64
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Asset, Picture
from blueprint_editor.ui.fields.field import Field, is_mixed
from blueprint_editor.ui.fields.roomy import HintedLine

_THUMBNAIL_PX: Final = 96


class PictureField(Field):
    """A picture with its alternative text.

    Signals:
        asked: another picture is wanted; whoever reads the files sets it.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._thumbnail = QLabel(self)
        self._alt = HintedLine(self)
        self._alt.setPlaceholderText(_("What it shows; empty if decoration"))
        self._decoration = QCheckBox(_("It is decoration"), self)
        self._choose = QPushButton(self)
        self._choose.setAutoDefault(False)
        self._remove = QPushButton(_("Remove"), self)
        self._remove.setAutoDefault(False)
        self._alt.textEdited.connect(self._tell_alt)
        self._alt.editingFinished.connect(self.left)
        self._decoration.clicked.connect(self._tell_decoration)
        self._choose.clicked.connect(self.asked)
        self._remove.clicked.connect(lambda: self.edited.emit(None))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._thumbnail)
        layout.addWidget(self._alt)
        layout.addWidget(self._decoration)
        layout.addLayout(buttons)
        self.setFocusProxy(self._choose)

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        self._alt.setAccessibleName(f"{name}: {_('alternative text')}")
        self._choose.setAccessibleName(f"{name}: {self._choose.text()}")
        self._decoration.setAccessibleName(f"{name}: {self._decoration.text()}")
        self._remove.setAccessibleName(f"{name}: {_('Remove')}")

    def _tell_alt(self, text: str) -> None:
        if self._picture is not None:
            # What is told in words is no decoration.
            is_decoration = self._picture.decorative and not text
            changed = {"alt": text, "decorative": is_decoration}
            self.edited.emit(self._picture.model_copy(update=changed))

    def _tell_decoration(self, is_decoration: bool) -> None:
        if self._picture is not None:
            self.edited.emit(self._picture.model_copy(update={"decorative": is_decoration}))
            self.left.emit()

    def show_value(self, value: Any, document: Document) -> None:
        before = self._picture
        self._picture = None if is_mixed(value) else value
        has_one = self._picture is not None
        self._choose.setText(_("Change…") if has_one else _("Choose…"))
        self._choose.setEnabled(not is_mixed(value))
        self._remove.setVisible(has_one)
        self._alt.setVisible(has_one)
        self._decoration.setVisible(has_one)
        self._thumbnail.setVisible(has_one)
        if self._picture is None:
            return
        if self._alt.text() != self._picture.alt:
            self._alt.setText(self._picture.alt)
        self._decoration.setChecked(self._picture.decorative)
        self._decoration.setEnabled(not self._picture.alt)
        if before is None or before.asset != self._picture.asset:
            show_asset(self._thumbnail, find_asset(document, self._picture.asset))


def find_asset(document: Document, asset: str) -> Asset | None:
    """Return the image of an id."""
    return next((found for found in document.assets if found.id == asset), None)


def show_asset(label: QLabel, asset: Asset | None) -> None:
    """Show an image small, or its name where it cannot be shown so."""
    pixmap = QPixmap()
    # Drawings made of shapes are drawn by the poster's painter only, never as foreign SVG.
    if asset is not None and asset.media_type != "image/svg+xml":
        pixmap.loadFromData(base64.b64decode(asset.data))
    if pixmap.isNull():
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(asset.file_name if asset is not None else "")
        return
    ratio = label.devicePixelRatioF()
    side = round(_THUMBNAIL_PX * ratio)
    small = pixmap.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    small.setDevicePixelRatio(ratio)
    label.setPixmap(small)
