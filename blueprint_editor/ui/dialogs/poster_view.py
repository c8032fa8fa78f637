"""A poster to look at, not to edit: an earlier version as it was."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QGraphicsView, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from blueprint_editor.canvas.items import find_page
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.view import KEY_STEP, ZoomView
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.icons import make_icon

_SIZE_PX = (1100, 760)


class PosterPane(QWidget):
    """Shows one drawing: zoom with the wheel or the keys, drag to pan."""

    def __init__(self, name: str, library: FontLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = PosterScene(QtFonts(library), self)
        self._is_blank = True
        self.view = ZoomView(self._scene, self)
        self.view.setInteractive(False)
        self.view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.view.setAccessibleName(name)
        self.view.zoomed.connect(lambda: self._scene.set_scale(self.view.scale_px))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        self.buttons = self._make_buttons()
        column.addLayout(self.buttons)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; only the first one is fitted to the window."""
        self._scene.show_drawing(drawing)
        self.view.show_page(find_page(drawing), drawing.fit.scale)
        if self._is_blank:
            self._is_blank = False
            self.view.fit_page()

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 0)
        colour = self.palette().color(QPalette.ColorRole.ButtonText)
        for icon, name, keys, factor in (
            ("minus", _("Zoom &Out"), "Ctrl+-", 1 / KEY_STEP),
            ("plus", _("Zoom &In"), "Ctrl++", KEY_STEP),
        ):
            button = self._add_button(row, name.replace("&", ""), keys, icon, colour)
            button.clicked.connect(lambda _checked=False, factor=factor: self.view.zoom_by(factor))
        fit = self._add_button(row, _("Whole Page"), "Ctrl+0", "fit", colour)
        fit.clicked.connect(lambda _checked=False: self.view.fit_page())
        row.addStretch(1)
        return row

    def _add_button(
        self, row: QHBoxLayout, name: str, keys: str, icon: str, colour: QColor
    ) -> QPushButton:
        button = QPushButton(make_icon(icon, colour), name, self)
        button.setShortcut(QKeySequence(keys))
        button.setAutoDefault(False)
        row.addWidget(button)
        return button


class PosterViewDialog(QDialog):
    """One drawing in a window of its own."""

    def __init__(self, title: str, drawing: Drawing, library: FontLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pane = PosterPane(title, library, self)
        pane.show_drawing(drawing)
        self.view = pane.view
        close = QPushButton(_("Close"), self)
        close.clicked.connect(self.reject)
        pane.buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(pane)
        resize_within_screen(self, *_SIZE_PX)
        self.view.setFocus()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.view.fit_page()
