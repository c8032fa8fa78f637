"""The pages of a sheet as they will be printed, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsView, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.canvas.items import find_page
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.ui.dialogs.themed_dialog import make_label


class SheetPreview(QWidget):
    """Shows pages; the keys Page Up and Page Down and two buttons turn them."""

    def __init__(self, library: FontLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Drawing] = ()
        self._number = 0
        self._scene = PosterScene(QtFonts(library), self)
        self.view = ZoomView(self._scene, self)
        self.view.setAccessibleName(_("Preview"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setInteractive(False)
        self.view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.view.zoomed.connect(lambda: self._scene.set_scale(self.view.scale_px))
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.back = self._make_button("‹", _("Page before"), "PgUp", -1)
        self.on = self._make_button("›", _("Next page"), "PgDown", 1)
        self.advice = make_label("", "fault")
        self.advice.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.back, self.place, self.on):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self.advice)
        column.addLayout(row)
        self._tell()

    def _make_button(self, sign: str, name: str, key: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setShortcut(key)
        button.clicked.connect(lambda: self.turn(self._number + step))
        return button

    @property
    def pages(self) -> Sequence[Drawing]:
        return self._pages

    def show_pages(
        self, title: str, pages: Sequence[Drawing], *, keeps_page: bool, advice: str = ""
    ) -> None:
        """Show the pages of a sheet, at the page of now where it is the same sheet.

        ``advice``: what should be known before they are printed.
        """
        self._pages = pages
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.view.setAccessibleName(title)
        self.turn(self._number if keeps_page else 0)

    def turn(self, number: int) -> None:
        """Show another page, counted from 0."""
        if not self._pages:
            return
        self._number = min(max(number, 0), len(self._pages) - 1)
        page = self._pages[self._number]
        self._scene.show_drawing(page)
        self.view.show_page(find_page(page), page.fit.scale)
        self.view.fit_page()
        self._tell()

    def _tell(self) -> None:
        count = len(self._pages)
        told = ""
        if count:
            page = self._pages[self._number]
            told = _("Page {number} of {count}, {width} × {height} mm").format(
                number=self._number + 1, count=count, width=round(page.width),
                height=round(page.height),
            )  # fmt: skip
        self.place.setText(told)
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number + 1 < count)
