"""Counts down the time of one part of a session after another."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from blueprint_editor.model.agenda import TimedPart

_TICK_MS = 200
_USUAL = TimedPart("", 10)
"""Where nothing is known of times."""


class Countdown(QObject):
    """One part at a time; it goes on below nought until it is stopped.

    Signals:
        changed: other digits, another part, or it runs or not.
        reached: so many minutes are left; carries one of 5, 1 and 0.
    """

    changed = Signal()
    reached = Signal(int)

    def __init__(
        self,
        parts: Sequence[TimedPart],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts) or (_USUAL,)
        self._clock = clock
        self._place = 0
        self._spent = self._since = 0.0
        self._total = self._told = self.part.minutes * 60
        self.is_running = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def part(self) -> TimedPart:
        """What is counted down now."""
        return self._parts[self._place]

    @property
    def left(self) -> int:
        """Seconds that are left, begun ones counted whole; below nought what is over."""
        running = self._clock() - self._since if self.is_running else 0.0
        spent = self._spent + running
        return self._total - int(spent)

    @property
    def is_touched(self) -> bool:
        """Whether it has been started."""
        return self.is_running or self._spent > 0

    def start_or_pause(self) -> None:
        if self.is_running:
            self._spent += self._clock() - self._since
            self._timer.stop()
        else:
            self._since = self._clock()
            self._timer.start()
        self.is_running = not self.is_running
        self.tick()

    def restart(self) -> None:
        """Stop, with all of the part's time left."""
        self._take(self._place)

    def go(self, by: int) -> None:
        """Go on to another part; the first and the last are the ends."""
        self._take(max(0, min(self._place + by, len(self._parts) - 1)))

    def follow(self, phase: str) -> None:
        """Turn to a phase, if it has a time of its own and nothing has been started."""
        places = [n for n, part in enumerate(self._parts) if part.phase and part.phase == phase]
        if places and not self.is_touched:
            self._take(places[0])

    def lengthen(self, minutes: int) -> None:
        """Give the part more minutes, or fewer; it keeps one at the least."""
        self._total = max(60, self._total + minutes * 60)
        self._told = self.left
        self.changed.emit()

    def _take(self, place: int) -> None:
        self._timer.stop()
        self._place, self._spent, self.is_running = place, 0.0, False
        self._total = self._told = self.part.minutes * 60
        self.changed.emit()

    def tick(self) -> None:
        """Tell what the time is now."""
        before, self._told = self._told, self.left
        for minutes in (5, 1, 0):
            if before > minutes * 60 >= self._told:
                self.reached.emit(minutes)
        self.changed.emit()
