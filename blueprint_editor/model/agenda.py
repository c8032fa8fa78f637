"""The clock times of a session: worked out from its start and the lengths of its parts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.model.records import AgendaRow

_CLOCK = re.compile(r"\s*(\d{1,2})[.:](\d{2})\s*", re.ASCII)
_DAY = 24 * 60


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
