"""The palette itself: a field over the window, and below it what matches."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.language.texts import _
from blueprint_editor.ui.look import find_colours, is_dark, make_bar_rules, paint_colours
from blueprint_editor.ui.palette.entries import PaletteEntry
from blueprint_editor.ui.palette.rows import ROW_PX, PaletteDelegate, PaletteRows, describe

_WIDTH_PX, _SIDE_PX = 680, 40
_TOP_PX = 76
_SHADOW_PX = 10
_ROWS_SHOWN = 11
_RADIUS = 10.0
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_RULES = """
QLineEdit {{ background: transparent; border: none; color: {text}; padding: 10px 8px;
  font-size: {size}pt; }}
QListView {{ background: transparent; border: none; outline: none; color: {text}; }}
QLabel {{ color: {quiet}; padding: 14px 16px; }}
"""


class CommandPalette(QFrame):
    """Lies over a window until something is chosen, Esc is pressed or the keyboard goes elsewhere.

    Args:
        window: what it lies over.
        entries: what is offered at once.
        list_more: asked for the rest with the first letter typed; there may be much of it.
        used: names of what was chosen, newest first; what is chosen now is added.
    """

    def __init__(
        self,
        window: QWidget,
        entries: Sequence[PaletteEntry],
        list_more: Callable[[], Iterable[PaletteEntry]],
        used: list[str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._list_more = list_more
        self._used = used
        newest = {name: number for number, name in enumerate(used)}
        self._at_once = sorted(entries, key=lambda entry: newest.get(entry.name, len(newest)))
        self._entries: Sequence[PaletteEntry] | None = None
        self._before = QApplication.focusWidget()
        self.setAccessibleName(_("Command Palette"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Search for actions, cards, lanes, phases…"))
        self.field.setAccessibleName(_("Search for actions, cards, lanes, phases"))
        # The only thing in it that can have the keyboard.
        self.field.setProperty(OWN_MARK, True)
        self.rows = PaletteRows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteDelegate(self.rows, self))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Found"))
        self.nothing = QLabel(_("Nothing is found by that name."))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[_SHADOW_PX + 4] * 4)
        column.setSpacing(2)
        for widget in (self.field, self.nothing, self.list):
            column.addWidget(widget)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._run_current)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show everything, what was chosen before first."""
        colours = find_colours(dark=is_dark())
        size = round(self.font().pointSizeF() * 1.25, 1)
        self.setStyleSheet(_RULES.format(**colours, size=size) + make_bar_rules(colours))
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _search(self, query: str) -> None:
        if query and self._entries is None:
            self._entries = [*self._at_once, *self._list_more()]
        self.rows.show(self._entries if query and self._entries else self._at_once, query)
        count = self.rows.rowCount()
        self.nothing.setVisible(count == 0)
        self.list.setVisible(count > 0)
        if count:
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.scrollToTop()
        self._place()

    def _place(self) -> None:
        """Stand at the top of the window, as high as the lines need."""
        width = min(_WIDTH_PX, self._window.width() - 2 * _SIDE_PX) + 2 * _SHADOW_PX
        row = self.fontMetrics().height() + ROW_PX
        self.list.setFixedHeight(min(self.rows.rowCount(), _ROWS_SHOWN) * row)
        room = self._window.height() - _TOP_PX - _SIDE_PX
        self.setFixedWidth(width)
        height = min(self._column.sizeHint().height(), room)
        self.setGeometry((self._window.width() - width) // 2, _TOP_PX, width, height)

    def _current(self) -> PaletteEntry | None:
        index = self.list.currentIndex()
        return self.rows.entry(index.row()) if index.isValid() else None

    def _tell_current(self) -> None:
        entry = self._current()
        if entry is not None:
            announce(self.field, describe(entry))

    def _run_current(self) -> None:
        entry = self._current()
        if entry is None:
            return
        if not entry.is_enabled:
            announce(self.field, describe(entry))
            return
        if entry.name in self._used:
            self._used.remove(entry.name)
        self._used.insert(0, entry.name)
        self.dismiss()
        # Once the keyboard is back where it was.
        QTimer.singleShot(0, self._window, entry.run)

    def dismiss(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        has_keyboard = self.field.hasFocus()
        self.hide()
        if has_keyboard and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus():
            # Another window may come to the front; the palette waits for this one.
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.dismiss()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _WALKING:
            self._walk(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run_current()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _walk(self, key: Qt.Key) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: 1 - _ROWS_SHOWN,
            Qt.Key.Key_PageDown: _ROWS_SHOWN - 1,
        }[key]
        count, row = self.rows.rowCount(), self.list.currentIndex().row() + steps
        if count == 0:
            return
        # One step beyond an end leads to the other one; a page stops there.
        row = row % count if abs(steps) == 1 else min(max(row, 0), count - 1)
        self.list.setCurrentIndex(self.rows.index(row))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = paint_colours()
        box = QRectF(self.rect()).adjusted(*[_SHADOW_PX] * 2, *[-_SHADOW_PX] * 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for distance in range(1, _SHADOW_PX):
            fade = 1 - distance / _SHADOW_PX
            painter.setPen(QPen(QColor(10, 20, 35, round(46 * fade * fade)), 1.0))
            edge = distance - 0.5
            painter.drawRoundedRect(
                box.adjusted(-edge, -edge + 1, edge, edge + 1), _RADIUS + edge, _RADIUS + edge
            )
        painter.setPen(QPen(colours["edge"], 1.0))
        painter.setBrush(colours["surface"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        line = self.field.geometry().bottom() + 1.5
        painter.drawLine(int(box.left()), int(line), int(box.right()), int(line))
