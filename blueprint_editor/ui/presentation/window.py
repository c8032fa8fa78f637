"""A blueprint presented on the whole screen: keys and clicks walk it in reading order."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.canvas.presenting import GROUND, PresentationView
from blueprint_editor.canvas.voting import read_vote
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.session.composition import Poster
from blueprint_editor.session.route import (
    Stop,
    find_next_phase,
    find_previous_phase,
    list_stops,
)
from blueprint_editor.ui.presentation.countdown import Countdown
from blueprint_editor.ui.presentation.timer import TimerCard
from blueprint_editor.ui.presentation.words import tell_place, tell_stop

Cast: TypeAlias = Callable[[str, int], str]
"""Gives a card or mark votes, or takes some away; returns what it has now, as a sentence."""

_HINT_MS: Final = 6000
_POINTER_MS: Final = 2500
_KEY = Qt.Key
_NEXT = frozenset({_KEY.Key_Right, _KEY.Key_Down, _KEY.Key_PageDown, _KEY.Key_Return,
                   _KEY.Key_Enter, _KEY.Key_N})  # fmt: skip
_BACK = frozenset({_KEY.Key_Left, _KEY.Key_Up, _KEY.Key_PageUp, _KEY.Key_Backspace, _KEY.Key_P})
_BLACK = frozenset({_KEY.Key_B, _KEY.Key_Period})
_HINT = frozenset({_KEY.Key_F1, _KEY.Key_H, _KEY.Key_Question})
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TEXT: Final = QColor("#F1F3F5")
_LINES_IN_HEIGHT: Final = 42
"""The caption can be read from where the poster can: so many of its lines would fill a screen."""
_SMALLEST_PX: Final = 15


class PresentationWindow(QWidget):
    """Shows a poster until Esc; votes for cards and marks are all that can change meanwhile.

    Attributes:
        timer: counts down a part of a session.
        is_voting: a click gives a vote.

    Signals:
        left: it is over; carries the last :class:`Stop`.
    """

    left = Signal(object)

    def __init__(
        self,
        poster: Poster,
        library: FontLibrary,
        parent: QWidget,
        cast: Cast,
        countdown: Countdown,
        start: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._facts = poster.facts
        self._cast = cast
        self.is_voting = False
        self.stops = list_stops(poster.facts, poster.faded)
        self.view = PresentationView(poster, library, self)
        self.place, self.count = QLabel(), QLabel()
        self.progress = QProgressBar()
        self.hint = QLabel(self)
        self.timer = TimerCard(countdown, self)
        self.black = QWidget(self)
        self.pointer_timer = QTimer(self)
        self._hint_timer = QTimer(self)
        records = [stop.record for stop in self.stops]
        self.index = records.index(start) if start in records else 0
        self._set_up()
        self._lay_out()
        self._show()

    def _set_up(self) -> None:
        title = self._facts.document.title
        self.setWindowTitle(f"{title} – {_('Presentation')}")
        self.setAccessibleName(_("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Nothing else in it can have the keyboard, and a ring around a whole screen tells nothing.
        self.setProperty(OWN_MARK, True)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, GROUND)
        self.setPalette(palette)
        for timer, ms in ((self.pointer_timer, _POINTER_MS), (self._hint_timer, _HINT_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
        self.pointer_timer.timeout.connect(self._hide_pointer)
        self._hint_timer.timeout.connect(self.hint.hide)
        self.view.pressed.connect(self._take_press)
        self.view.moved.connect(self._show_pointer)

    def _lay_out(self) -> None:
        for label in (self.place, self.count, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.place, self.count):
            label.setStyleSheet(f"color: {_TEXT.name()};")
        self.place.setWordWrap(True)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setRange(0, max(len(self.stops) - 1, 1))
        self.progress.setStyleSheet(
            "QProgressBar { background: #2A2E34; border: none; }"
            "QProgressBar::chunk { background: #7FB0FF; }"
        )
        caption = QHBoxLayout()
        caption.setContentsMargins(28, 10, 28, 12)
        caption.setSpacing(28)
        caption.addWidget(self.place, 1)
        caption.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.progress)
        column.addLayout(caption)
        self.hint.setText("\n".join(_list_hints()))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setStyleSheet(
            "background: #F1F3F5; color: #17202B; padding: 8px 18px; border-radius: 8px;"
        )
        black = self.black.palette()
        black.setColor(QPalette.ColorRole.Window, QColor("black"))
        self.black.setPalette(black)
        self.black.setAutoFillBackground(True)
        self.black.hide()

    def begin(self) -> None:
        """Take the whole of the screen that the editor is on."""
        parent = self.parentWidget()
        if parent is not None:
            self.setScreen(parent.screen())
            self.setGeometry(parent.screen().geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()
        self._show_hint()
        self.pointer_timer.start()
        self._tell()

    # --- walking

    @property
    def stop(self) -> Stop:
        """Where one is now."""
        return self.stops[self.index]

    def go_to(self, index: int) -> None:
        """Go to a stop, the first or last one at the most."""
        index = max(0, min(index, len(self.stops) - 1))
        if index != self.index:
            self.index = index
            self._show()
            self._tell()

    def _show(self) -> None:
        self.view.show_stop(self.stop)
        self.place.setText(tell_place(self._facts, self.stop))
        count = f"{self.index + 1} / {len(self.stops)}"
        self.count.setText(f"{_('Voting')} · {count}" if self.is_voting else count)
        self.timer.countdown.follow(self.stop.phase)
        self.progress.setValue(self.index)

    def _tell(self) -> None:
        number = _("{number} of {count}").format(number=self.index + 1, count=len(self.stops))
        text = f"{tell_stop(self._facts, self.stop)} {number}"
        self.setAccessibleDescription(text)
        announce(self, text)

    def event(self, event: QEvent) -> bool:
        # Every key is the presentation's: no shortcut of the editor may change the document.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        event.accept()
        if key == _KEY.Key_Escape:
            self._go_back()
        elif key in _BLACK:
            self.black.setVisible(self.black.isHidden())
        elif key in _HINT:
            self._show_hint()
        elif self.black.isVisible():
            self.black.hide()
        elif not (self._vote(event) or self.timer.take_key(event)):
            self._walk(event)

    def _go_back(self) -> None:
        """End what was begun last: the large timer, the voting, the presentation."""
        if self.timer.put_away():
            return
        if self.is_voting:
            self._turn_voting()
        else:
            self.close()

    # --- voting

    def _turn_voting(self) -> None:
        self.is_voting = not self.is_voting
        self._show()
        text = _("Voting: a click gives a dot, the right button takes one.")
        announce(self, text if self.is_voting else _("Voting has ended."))

    def _vote(self, event: QKeyEvent) -> bool:
        """Do what a key means to the votes; returns whether it means anything."""
        by = read_vote(event)
        if event.key() == _KEY.Key_V:
            self._turn_voting()
        elif by and self.stop.kind == "card":
            self._give(self.stop.record, by)
        else:
            return False
        return True

    def _give(self, record: str, by: int) -> None:
        announce(self, self._cast(record, by))

    def take_poster(self, poster: Poster) -> None:
        """Show the poster as it has become by a vote."""
        self._facts = poster.facts
        self.view.take_poster(poster)

    def _walk(self, event: QKeyEvent) -> None:
        key, is_held = event.key(), bool(event.modifiers() & _HELD)
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == _KEY.Key_Space:
            self.go_to(self.index + (-1 if is_shift else 1))
        elif key in _NEXT:
            self.go_to(find_next_phase(self.stops, self.index) if is_held else self.index + 1)
        elif key in _BACK:
            self.go_to(find_previous_phase(self.stops, self.index) if is_held else self.index - 1)
        elif key == _KEY.Key_Home:
            self.go_to(0)
        elif key == _KEY.Key_End:
            self.go_to(len(self.stops) - 1)
        elif _KEY.Key_1 <= key <= _KEY.Key_9:
            self._go_to_phase(key - _KEY.Key_1)

    def _go_to_phase(self, place: int) -> None:
        phases = [i for i, stop in enumerate(self.stops) if stop.kind == "phase"]
        if place < len(phases):
            self.go_to(phases[place])

    def _take_press(self, card: str, mark: str, button: Qt.MouseButton) -> None:
        """Go to the card that was clicked; beside all, or on the current one, go on.

        While there is voting, a press on a card or mark gives it a vote or takes one.
        """
        if self.is_voting and card:
            self._give(mark or card, 1 if button == Qt.MouseButton.LeftButton else -1)
            return
        places = [i for i, stop in enumerate(self.stops) if card and stop.record == card]
        if button == Qt.MouseButton.LeftButton and places and places[0] != self.index:
            self.go_to(places[0])
        elif button == Qt.MouseButton.LeftButton:
            self.go_to(self.index + 1)
        elif button in {Qt.MouseButton.RightButton, Qt.MouseButton.BackButton}:
            self.go_to(self.index - 1)

    # --- what comes and goes

    def _show_hint(self) -> None:
        self.hint.adjustSize()
        self._place_hint()
        self.hint.show()
        self.hint.raise_()
        self._hint_timer.start()

    def _place_hint(self) -> None:
        room = self.view.geometry()
        x = room.center().x() - self.hint.width() // 2
        self.hint.move(QPoint(max(x, 0), room.bottom() - self.hint.height() - 20))

    def _show_pointer(self) -> None:
        self.unsetCursor()
        self.view.viewport().unsetCursor()
        self.pointer_timer.start()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view.viewport().setCursor(Qt.CursorShape.BlankCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the page, or in the dark, a click means the same as on it."""
        event.accept()
        if self.black.isVisible():
            self.black.hide()
        else:
            self._take_press("", "", event.button())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.black.setGeometry(self.rect())
        self.black.raise_()
        size = max(self.height() // _LINES_IN_HEIGHT, _SMALLEST_PX)
        font = self.font()
        font.setPixelSize(size)
        for label in (self.place, self.count):
            label.setFont(font)
        font.setPixelSize(max(size * 3 // 4, _SMALLEST_PX))
        self.hint.setFont(font)
        self.hint.adjustSize()
        self._place_hint()
        self.timer.place(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit(self.stop)
        super().closeEvent(event)


def _list_hints() -> tuple[str, ...]:
    return (
        _("→ next · ← back · Ctrl+→ next phase · Home whole page · B black · Esc end"),
        _("V voting · + and − a dot on this card"),
        _("T timer · Shift+T large · R from the start · A next part · M one minute more"),
    )
