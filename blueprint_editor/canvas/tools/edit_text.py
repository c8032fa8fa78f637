"""Edit a card's text where it stands: what is typed is laid out at once, and done at the end."""

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import TextPlace
from blueprint_editor.language.texts import _
from blueprint_editor.model.record import clean_text

SMALLEST_PX = 12
"""Letters are at least so large; where the card's own are smaller, the whole editor is larger."""


class TextEditor(QTextEdit):
    """The box that takes the letters.

    Signals:
        typed: the text is another now; carries it.
        finished: carries where to go next: ``stay``, ``below``, ``right`` or ``left``.
        cancelled: nothing of it shall stay.
    """

    typed = Signal(str)
    finished = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget, fonts: EditorFonts) -> None:
        super().__init__(parent)
        self._parent = parent
        self._fonts = fonts
        self._line_px = 0.0
        self._rules = ""
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Card text"))
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._tell_text)

    def start(self, text: str, *, selects_all: bool) -> None:
        """Show a text to begin with; does not count as typed."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        if selects_all:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._line_px = 0.0

    def place(self, where: TextPlace, scale: float, start: QPointF) -> None:
        """Stand where the text stands; ``start`` is where its first line begins, on the baseline.

        ``scale`` is in px per mm, ``start`` in viewport px.
        """
        size_px = max(SMALLEST_PX, round(where.size * scale))
        is_enlarged = where.size * scale < SMALLEST_PX
        scale = max(scale, SMALLEST_PX / where.size)
        font = self._fonts.font(where.face, size_px)
        if font != self.font():
            self.setFont(font)
        line_px = round(where.leading * scale, 1)
        if line_px != self._line_px:
            self._line_px = line_px
            self._set_line_height(line_px)
        self._take_look(where, is_enlarged=is_enlarged)
        width = round(where.area.width() * scale) + 2
        self.document().setTextWidth(width)
        height = max(self.document().size().height(), where.area.height() * scale)
        first = self.document().firstBlock().layout().lineAt(0)
        top = start.y() - first.y() - first.ascent()
        left = min(start.x(), self._parent.width() - width) if is_enlarged else start.x()
        self.setGeometry(round(left), round(top), width, round(height))

    def _take_look(self, where: TextPlace, *, is_enlarged: bool) -> None:
        """Look like a piece of the card, or like a box above it where it is larger."""
        rules = f"background: {where.fill}; color: {where.colour};"
        if is_enlarged:
            rules += f" border: 1px solid {where.colour};"
        if rules != self._rules:
            self._rules = rules
            self.setStyleSheet(f"QTextEdit {{ {rules} }}")

    def _set_line_height(self, height_px: float) -> None:
        """Space the lines as the drawing does; kept out of the editor's own undo."""
        document = self.document()
        block = QTextBlockFormat()
        block.setLineHeight(height_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        document.setUndoRedoEnabled(False)
        self.blockSignals(True)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.blockSignals(False)
        document.setUndoRedoEnabled(True)

    def text(self) -> str:
        """Return what is typed so far, fit for a document."""
        return clean_text(self.toPlainText())

    def _tell_text(self) -> None:
        self.typed.emit(self.text())

    def insertFromMimeData(self, source: QMimeData) -> None:
        plain = QMimeData()
        plain.setText(clean_text(source.text()))
        super().insertFromMimeData(plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        next_place = _find_next_place(event)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif next_place:
            self.finished.emit(next_place)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in stays:
            self.finished.emit("stay")


def _find_next_place(event: QKeyEvent) -> str:
    """Return where a key leads out of the editor; empty for a key of its own."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return "" if shift else "below"
        case Qt.Key.Key_Tab:
            return "right"
        case Qt.Key.Key_Backtab:
            return "left"
        case _:
            return ""
