"""Edit a card's text where it stands: what is typed is laid out at once, and done at the end."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QRegion,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.canvas.headers import StripPlace
from blueprint_editor.canvas.spent_undo import is_spent
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import TextPlace
from blueprint_editor.model.record import clean_text

SMALLEST_PX = 12
"""Letters are at least so large; where the card's own are smaller, the whole editor is larger."""
_EDGE_PX, _SIGN_GAP_PX = 1, 2
_BEARING_PX = 2
"""The ink of letters may stand out so far at the left of where they begin."""


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
        self.setProperty(OWN_MARK, True)
        self._parent = parent
        self._fonts = fonts
        self._spacing_px = (0.0, 0.0)
        self._rules = ""
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_BEARING_PX, 0, 0, 0)
        self.textChanged.connect(self._tell_text)

    def start(self, text: str) -> None:
        """Show a text to begin with; does not count as typed."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._spacing_px = (0.0, 0.0)

    def place(self, where: TextPlace, scale: float, start: QPointF) -> None:
        """Stand where the text stands; ``start`` is where its first line begins, on the baseline.

        ``scale`` is in px per mm, ``start`` in viewport px.
        """
        self._join(self._parent)
        size_px = max(SMALLEST_PX, round(where.size * scale))
        is_enlarged = where.size * scale < SMALLEST_PX
        scale = max(scale, SMALLEST_PX / where.size)
        font = self._fonts.font(where.face, size_px)
        if font != self.font():
            self.setFont(font)
        spacing_px = round(where.leading * scale, 1), round(where.indent * scale, 1)
        if spacing_px != self._spacing_px:
            self._spacing_px = spacing_px
            self._set_spacing(*spacing_px)
        self._take_look(where, has_edge=is_enlarged or where.is_boxed)
        width = min(round(where.area.width() * scale) + 2, self._parent.width())
        self.document().setTextWidth(width)
        height = max(self.document().size().height(), where.area.height() * scale)
        first = self.document().firstBlock().layout().lineAt(0)
        top = start.y() - first.y() - first.ascent()
        left = start.x()
        if is_enlarged:
            left = max(0.0, min(left, self._parent.width() - width))
        edge = _EDGE_PX if is_enlarged or where.is_boxed else 0
        box = QRect(round(left), round(top), width, round(height))
        self.setGeometry(box.adjusted(-edge - _BEARING_PX, -edge, edge, edge))
        self._leave_room(round(where.indent * scale), round(spacing_px[0]))

    def _leave_room(self, indent_px: int, line_px: int) -> None:
        """Cover nothing of what stands before the first line, such as a mark's sign."""
        if indent_px:
            sign = QRect(0, 0, max(indent_px + _BEARING_PX - _SIGN_GAP_PX, 0), line_px)
            self.setMask(QRegion(self.rect()) - QRegion(sign))
        else:
            self.clearMask()

    def place_on_strip(self, where: StripPlace, view: QWidget) -> None:
        """Stand where a name stands on a strip of the view, in the strip's own letters."""
        self._join(view)
        self.clearMask()
        if where.font != self.font():
            self.setFont(where.font)
        self._take_rules(f"background: {where.fill}; color: {where.colour};")
        self.document().setTextWidth(where.box.width())
        height = max(self.document().size().height(), where.box.height())
        top = where.box.center().y() - height / 2 if height > where.box.height() else where.box.y()
        x, width = round(where.box.x()) - _BEARING_PX, round(where.box.width()) + _BEARING_PX
        self.setGeometry(x, max(0, round(top)), width, round(height))
        self.raise_()

    def _join(self, parent: QWidget) -> None:
        """Stand in another widget; what is shown and has the keyboard stays so."""
        if self.parentWidget() is parent:
            return
        is_shown = self.isVisible()
        self.blockSignals(True)
        self.setParent(parent)
        self.blockSignals(False)
        if is_shown:
            self.show()
            self.setFocus()

    def _take_look(self, where: TextPlace, *, has_edge: bool) -> None:
        """Look like a piece of what is below, or like a box above it."""
        rules = f"background: {where.fill}; color: {where.colour};"
        if has_edge:
            rules += f" border: {_EDGE_PX}px solid {where.colour};"
        self._take_rules(rules)

    def _take_rules(self, rules: str) -> None:
        if rules != self._rules:
            self._rules = rules
            self.setStyleSheet(f"QTextEdit {{ {rules} }}")

    def _set_spacing(self, height_px: float, indent_px: float) -> None:
        """Space the lines as the drawing does; kept out of the editor's own undo."""
        document = self.document()
        block = QTextBlockFormat()
        block.setLineHeight(height_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTextIndent(indent_px)
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

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window once the text itself has nothing more of them."""
        own = self.document()
        if is_spent(event, can_undo=own.isUndoAvailable(), can_redo=own.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

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
