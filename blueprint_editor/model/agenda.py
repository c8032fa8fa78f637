"""The parts of a session: their clock times, and how long each of them takes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import AgendaRow, Duration, Workshop

_CLOCK = re.compile(r"\s*(\d{1,2})[.:](\d{2})\s*", re.ASCII)
_DAY = 24 * 60
_MINUTES_A = {"minutes": 1, "hours": 60}


class TimedRow(NamedTuple):
    """A part of a session with its time in words and its length, where they are known."""

    row: AgendaRow
    time: str
    minutes: int | None


def read_clock(text: str) -> int | None:
    """Return the minutes after midnight of ``9.30`` or ``9:30``; None if it is no clock time."""
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) >= 24 or int(found[2]) >= 60:
        return None
    return int(found[1]) * 60 + int(found[2])


def tell_clock(minutes: int) -> str:
    """Return minutes after midnight as ``9.30``; after midnight the next day begins."""
    hours, rest = divmod(minutes % _DAY, 60)
    return f"{hours}.{rest:02}"


def time_rows(rows: Sequence[AgendaRow], start: str = "") -> list[TimedRow]:
    """Return the parts with their times.

    A part begins when those before it have ended. A length that is not given is what lies between
    the times that were written for a part and the next one; where neither is known, the written
    time stands and the counting goes on from there.

    Args:
        rows: in their order.
        start: of the first part; what was written for it if this is no clock time.
    """
    written = [read_clock(row.time) for row in rows]
    begin = read_clock(start)
    clock = begin if begin is not None else (written[0] if written else None)
    found = []
    for number, row in enumerate(rows):
        if clock is None:
            clock = written[number]
        minutes = row.minutes
        following = written[number + 1] if number + 1 < len(rows) else None
        own = written[number]
        if minutes is None and own is not None and following is not None and following >= own:
            minutes = following - own
        found.append(TimedRow(row, row.time if clock is None else tell_clock(clock), minutes))
        clock = None if clock is None or minutes is None else clock + minutes
    return found


class TimedPart(NamedTuple):
    """What a timer counts down for: a part of a session, or a phase; ``phase`` is its id."""

    name: str
    minutes: int
    phase: str = ""


def count_minutes(duration: Duration | None) -> int | None:
    """Return the longest of a duration in minutes; None if it is no time within a session."""
    if duration is None or duration.unit not in _MINUTES_A:
        return None
    value = duration.max if duration.max is not None else duration.min
    return round(value * _MINUTES_A[duration.unit]) if value else None


def list_timed_parts(document: DocumentContent, today: str) -> tuple[TimedPart, ...]:
    """Return the parts of the session at hand; without any the phases that take minutes or hours.

    The session is that of ``today`` (ISO 8601), else the next one, else the last one before.
    """
    planned = [w for w in document.workshops if any(row.minutes for row in w.agenda)]
    if planned:
        rows = time_rows(_choose_session(planned, today).agenda)
        return tuple(TimedPart(part.row.topic, part.minutes) for part in rows if part.minutes)
    timed = ((phase, count_minutes(phase.duration)) for phase in document.phases)
    return tuple(TimedPart(phase.name, minutes, phase.id) for phase, minutes in timed if minutes)


def _choose_session(workshops: Sequence[Workshop], today: str) -> Workshop:
    dated = sorted((w for w in workshops if w.date), key=lambda w: w.date or "")
    coming = [workshop for workshop in dated if (workshop.date or "") >= today]
    return next(iter(coming), None) or (dated[-1] if dated else workshops[0])
