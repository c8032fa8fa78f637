"""The pages as they will be, one at a time: the same drawing that the file gets."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.items import find_page
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.view import KEY_STEP, ZoomView
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.ui.dialogs.themed_dialog import make_label
from blueprint_editor.ui.icons import make_icon
from blueprint_editor.ui.printing.wish import Page, Pages

_SIDE_PX = 16


class PagePreview(QWidget):
    """Shows pages, or a text; keeps the page and the zoom when the same pages come anew."""

    def __init__(self, library: FontLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = QtFonts(library)
        self._scene = PosterScene(self._fonts, self)
        self._pages: tuple[Page, ...] = ()
        self._row = 0
        self.view = ZoomView(self._scene, self)
        self.view.setInteractive(False)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.view.setAccessibleName(_("Preview"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.zoomed.connect(lambda: self._scene.set_scale(self.view.scale_px))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Preview"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._frame_text())
        self.facts = make_label("", "quiet")
        self.warnings = make_label("", "fault")
        self.place = QLabel()
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self._size = QLabel()
        self._size.setTextFormat(Qt.TextFormat.PlainText)
        self.previous = self._make_button("left", _("Previous page"), "PgUp")
        self.previous.clicked.connect(lambda: self.go_to(self._row - 1))
        self.next = self._make_button("right", _("Next page"), "PgDown")
        self.next.clicked.connect(lambda: self.go_to(self._row + 1))
        self._zooms = self._make_zooms()
        self._assemble()

    def _make_button(self, icon: str, name: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(make_icon(icon, self.palette().color(QPalette.ColorRole.ButtonText)))
        button.setAccessibleName(name)
        button.setShortcut(QKeySequence(keys))
        shortcut = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({shortcut})")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _frame_text(self) -> QWidget:
        """Return the text with as much room at its sides as what is told above and below it."""
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        layout.addWidget(self.text)
        return frame

    def _make_zooms(self) -> tuple[QToolButton, ...]:
        smaller = self._make_button("minus", _("Zoom out"), "Ctrl+-")
        smaller.clicked.connect(lambda: self.view.zoom_by(1 / KEY_STEP))
        larger = self._make_button("plus", _("Zoom in"), "Ctrl++")
        larger.clicked.connect(lambda: self.view.zoom_by(KEY_STEP))
        whole = self._make_button("fit", _("Whole page"), "Ctrl+0")
        whole.clicked.connect(self.view.fit_page)
        return smaller, larger, whole

    def _assemble(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(4)
        bar.addWidget(self.previous)
        bar.addWidget(self.place)
        bar.addWidget(self.next)
        bar.addSpacing(12)
        bar.addWidget(self._size)
        bar.addStretch(1)
        for button in self._zooms:
            bar.addWidget(button)
        words = QVBoxLayout()
        words.setContentsMargins(_SIDE_PX, 2, _SIDE_PX, 10)
        words.setSpacing(4)
        words.addWidget(self.warnings)
        words.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        column.addLayout(words)

    def tell_busy(self) -> None:
        """Say that what is shown is not yet what was asked for last."""
        _tell(self.warnings, "")
        _tell(self.facts, _("The preview is being made…"))

    def show_pages(self, pages: Pages) -> None:
        """Show what a wish comes to."""
        _tell(self.facts, "\n".join(pages.facts))
        _tell(self.warnings, "\n".join(pages.warnings))
        self._pages = pages.pages
        self._stack.setCurrentIndex(0 if pages.pages else 1)
        for button in self._zooms:
            button.setVisible(bool(pages.pages))
        if not pages.pages:
            if self.text.toPlainText() != pages.text:
                self.text.setPlainText(pages.text)
            self.place.clear()
            self._size.clear()
        self.go_to(self._row)

    def go_to(self, row: int) -> None:
        """Show a page, counted from nought; the nearest one if there are not so many."""
        self._row = row = min(max(row, 0), max(len(self._pages) - 1, 0))
        several = len(self._pages) > 1
        for widget in (self.previous, self.place, self.next):
            widget.setVisible(several)
        self.previous.setEnabled(row > 0)
        self.next.setEnabled(row < len(self._pages) - 1)
        if not self._pages:
            return
        drawing, name = self._pages[row]
        words = _("Page {number} of {count}").format(number=row + 1, count=len(self._pages))
        self.place.setText(f"{words} · {name}" if name else words)
        self._size.setText(
            _("{width} × {height} mm").format(
                width=round(drawing.width), height=round(drawing.height)
            )
        )
        before = self.view.page
        self._scene.show_drawing(drawing)
        self.view.show_page(find_page(drawing), drawing.fit.scale)
        if self.view.page != before:
            self.view.fit_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.fit_page()


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
