"""Counting down: pauses, parts, minutes more, and what is told when the time is nearly up."""

from PySide6.QtCore import QObject

from blueprint_editor.model.agenda import TimedPart
from blueprint_editor.ui.presentation.countdown import Countdown
from blueprint_editor.ui.presentation.timer import write_time


def test_it_stops_goes_on_and_tells_when_the_time_is_nearly_up(qapp: object) -> None:
    now, parent, told = [100.0], QObject(), []
    parts = (TimedPart("Ryhmätyö", 6, "p1"), TimedPart("Tauko", 15, "p2"))
    countdown = Countdown(parts, parent, lambda: now[0])
    countdown.reached.connect(told.append)
    countdown.follow("p2")
    assert countdown.part.name == "Tauko"
    countdown.go(-1)
    countdown.start_or_pause()
    now[0] += 90
    countdown.tick()
    assert (write_time(countdown.left), told) == ("4:30", [5])
    countdown.start_or_pause()
    now[0] += 1000
    countdown.follow("p2")
    assert (countdown.part.name, countdown.left) == ("Ryhmätyö", 270), "what was begun stays"
    countdown.lengthen(1)
    countdown.start_or_pause()
    for _second in range(337):
        now[0] += 1
        countdown.tick()
    assert (write_time(countdown.left), told) == ("+0:07", [5, 5, 1, 0])
    countdown.go(1)
    assert (countdown.left, countdown.is_running, countdown.is_touched) == (900, False, False)
    countdown.restart()
