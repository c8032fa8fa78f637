"""How figures are taken and told: medians of runs, whole processes, one table."""

import gc
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
_SURROUNDINGS = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
"""No screen; and modules are compiled once, as they are where the program is installed."""


class Row(NamedTuple):
    """One line of the table; the figures are in ``unit``.

    ``measured`` None = it could not be measured here, and ``floor_name`` says why. ``limit`` None =
    told for comparison only.
    """

    what: str
    measured: float | None
    unit: str
    limit: float | None = None
    floor: float | None = None
    floor_name: str = ""

    @property
    def is_missed(self) -> bool:
        return self.measured is not None and self.limit is not None and self.measured > self.limit


class ProcessCost(NamedTuple):
    """What a whole process took: wall time in ms, largest resident memory in MB."""

    wall_ms: float
    memory_mb: float


def median_ms(action: Callable[[], object], runs: int = 7) -> float:
    """Return the median time of ``runs`` runs after one that warms up, in ms.

    What the action returns is let go of when its time is taken: a program that has made it keeps
    it, or ends.
    """
    action()
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        made = action()
        times.append(time.perf_counter() - start)
        del made
    return statistics.median(times) * 1000


def run_process(
    command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None
) -> ProcessCost:
    """Run a process to its end.

    Raises:
        RuntimeError: it failed; holds what it said.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **_SURROUNDINGS, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    with process.stdout as stream:
        said = stream.read()
    memory_mb = _wait(process)
    wall_ms = (time.perf_counter() - start) * 1000
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {said.decode(errors='replace')[-2000:]}")
    return ProcessCost(wall_ms, memory_mb)


def _wait(process: subprocess.Popen[bytes]) -> float:
    if sys.platform == "win32":
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes (getrusage(2)).
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def median_process(
    command: Sequence[str | Path],
    runs: int = 3,
    *,
    environment: Mapping[str, str] | None = None,
) -> ProcessCost:
    """Return the medians of ``runs`` runs after one that fills the caches."""
    run_process(command, environment=environment)
    costs = [run_process(command, environment=environment) for _ in range(runs)]
    return ProcessCost(
        statistics.median(cost.wall_ms for cost in costs),
        statistics.median(cost.memory_mb for cost in costs),
    )


def python(*arguments: str | Path) -> tuple[str | Path, ...]:
    """Return the command that runs this interpreter with the arguments."""
    return (sys.executable, *arguments)


def describe_machine() -> str:
    """Return one line: processor, cores in use, memory, system, Python, and how busy it is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    model, memory = platform.processor() or platform.machine(), ""
    if (info := Path("/proc/cpuinfo")).exists():
        names = [line for line in info.read_text("utf-8").splitlines() if "model name" in line]
        model = names[0].split(":", 1)[1].strip() if names else model
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        memory = f", {size / 2**30:.0f} GiB"
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{model}, {cores} cores{memory}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, Qt offscreen{busy}"
    )


def print_header() -> None:
    print(f"{'What':<58}{'Measured':>12}{'Reach':>12}{'':>6}  Floor")


def print_row(row: Row) -> None:
    if row.measured is None:
        print(f"{row.what:<58}{'–':>12}{'':>12}{'':>6}  {row.floor_name}")
        return
    limit = "" if row.limit is None else f"≤ {_tell(row.limit, row.unit)}"
    verdict = "MISS" if row.is_missed else "ok" if limit else ""
    floor = row.floor_name
    if row.floor is not None:
        floor = f"{_tell(row.floor, row.unit)} ({row.measured / row.floor:.2f} ×) {row.floor_name}"
    measured = _tell(row.measured, row.unit)
    print(f"{row.what:<58}{measured:>12}{limit:>12}{verdict:>6}  {floor}", flush=True)


def _tell(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"
