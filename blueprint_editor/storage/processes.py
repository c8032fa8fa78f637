"""Which process on which machine: whether one that left a note is still there."""

import os
import platform
from dataclasses import dataclass
from functools import cache
from typing import Any

from blueprint_editor.storage.private_files import BrokenRecordError, take_text

_CLOCK_SLACK_S = 30.0
"""A process's start is reckoned from the clock, which may have been set right since."""


@dataclass(frozen=True)
class ProcessMark:
    """A process: the host's name, the number, and when it started (seconds since 1970).

    Numbers are given out again; the start tells whether it is still the same process.
    """

    host: str
    pid: int
    started: float

    def to_record(self) -> dict[str, Any]:
        return {"host": self.host, "pid": self.pid, "started": self.started}


def parse_mark(record: dict[str, Any]) -> ProcessMark:
    """Return the mark that stands in a record.

    Raises:
        BrokenRecordError: there is none.
    """
    pid, started = record.get("pid"), record.get("started")
    if type(pid) is not int or not isinstance(started, float | int) or not 0 < pid < 2**31:
        raise BrokenRecordError("names no process")
    return ProcessMark(take_text(record, "host", 300), pid, float(started))


@cache
def this_process() -> ProcessMark:
    """Return the mark of the running process."""
    # Late: it takes longer to import than all of a start without it.
    import psutil  # noqa: PLC0415

    return ProcessMark(platform.node(), os.getpid(), psutil.Process().create_time())


def is_here(mark: ProcessMark) -> bool:
    """Tell whether a mark is of this machine."""
    return mark.host == platform.node()


def is_running(mark: ProcessMark) -> bool:
    """Tell whether a process of this machine is still there."""
    import psutil  # noqa: PLC0415 - see above

    try:
        process = psutil.Process(mark.pid)
        started = process.create_time()
        is_dead = process.status() == psutil.STATUS_ZOMBIE
    except psutil.AccessDenied:
        # It belongs to somebody else, so that nothing more can be known: be careful.
        return True
    except psutil.Error:
        return False
    return not is_dead and abs(started - mark.started) < _CLOCK_SLACK_S
