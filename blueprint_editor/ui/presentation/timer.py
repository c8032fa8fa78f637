"""The timer over a presentation: large digits, its keys, and what is said of them."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.agenda import list_timed_parts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.ui.presentation.countdown import Countdown

_CALM: Final = "background: #F1F3F5; color: #17202B; border-radius: 10px;"
_OVER: Final = "background: #A3180F; color: #FFFFFF; border-radius: 10px;"
_SMALL, _LARGE = 14, 3
"""How many lines of digits would fill the height of the screen."""
_WORDS_SHARE: Final = 0.24
_EDGE_PX: Final = 18
_KEY = Qt.Key


class TimerCard(QWidget):
    """Stands in the upper right corner, or over the whole; hidden until it is asked for.

    A countdown that was begun in an earlier presentation goes on.
    """

    def __init__(self, countdown: Countdown, parent: QWidget) -> None:
        super().__init__(parent)
        self.countdown = countdown
        self.is_large = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.name, self.digits, self.state = QLabel(), QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 10, 22, 10)
        column.setSpacing(2)
        for label in (self.name, self.digits, self.state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.countdown.changed.connect(self._show)
        self.countdown.reached.connect(self._tell_left)
        self.setVisible(countdown.is_touched)
        self._show()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means to the timer; returns whether it means anything."""
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key == _KEY.Key_T and is_shift:
            self.is_large = not self.is_large
        elif key == _KEY.Key_T:
            self.countdown.start_or_pause()
        elif key == _KEY.Key_R:
            self.countdown.restart()
        elif key == _KEY.Key_A:
            self.countdown.go(-1 if is_shift else 1)
        elif key == _KEY.Key_M:
            self.countdown.lengthen(-1 if is_shift else 1)
        else:
            return False
        self.show()
        self.raise_()
        self._show()
        self._say(self._tell())
        return True

    def put_away(self) -> bool:
        """Make a large one small again; returns whether it was large."""
        if self.isVisible() and self.is_large:
            self.is_large = False
            self._show()
            return True
        return False

    def place(self, room: QRect) -> None:
        """Take the place that is meant within a room (px)."""
        lines = _LARGE if self.is_large else _SMALL
        digits = self.font()
        digits.setPixelSize(max(room.height() // lines, 24))
        digits.setBold(True)
        words = self.font()
        words.setPixelSize(max(int(digits.pixelSize() * _WORDS_SHARE), 15))
        self.digits.setFont(digits)
        for label in (self.name, self.state):
            label.setFont(words)
            label.setWordWrap(self.is_large)
            label.setMaximumWidth(room.width() if self.is_large else room.width() // 3)
        if self.is_large:
            self.setGeometry(room)
            return
        self.adjustSize()
        self.move(room.right() - self.width() - _EDGE_PX, room.top() + _EDGE_PX)

    def _show(self) -> None:
        left, part = self.countdown.left, self.countdown.part
        is_over = self.countdown.is_touched and left <= 0
        self.name.setText(part.name)
        self.name.setVisible(bool(part.name))
        self.digits.setText(write_time(left))
        self.state.setText(self._tell_state(is_over=is_over))
        look = _OVER if is_over else _CALM
        if self.styleSheet() != look:
            self.setStyleSheet(look)
        self.setAccessibleName(self._tell())
        parent = self.parentWidget()
        if self.isVisible() and parent is not None:
            self.place(parent.rect())

    def _tell_state(self, *, is_over: bool) -> str:
        if is_over:
            return _("Time is up")
        if self.countdown.is_running:
            return _("Running")
        return _("Paused") if self.countdown.is_touched else _("T starts")

    def _tell(self) -> str:
        """Return part, time left and state as a sentence."""
        return ". ".join(filter(None, (self.name.text(), self.digits.text(), self.state.text())))

    def _tell_left(self, minutes: int) -> None:
        text = _("Time is up")
        if minutes:
            text = ngettext("{count} minute left", "{count} minutes left", minutes)
        self._say(". ".join(filter(None, (self.name.text(), text.format(count=minutes)))))

    def _say(self, text: str) -> None:
        announce(self.window(), text)


def find_countdown(document: DocumentContent, keeper: QObject) -> Countdown:
    """Return a keeper's countdown, if it was begun; else one for the parts of the document."""
    before = keeper.findChild(Countdown)
    if before is not None and before.is_touched:
        return before
    if before is not None:
        before.setParent(None)
        before.deleteLater()
    today = datetime.now().astimezone().date().isoformat()
    return Countdown(list_timed_parts(document, today), keeper)


def write_time(seconds: int) -> str:
    """Return ``9:05``; what is over as ``+0:07``."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"
