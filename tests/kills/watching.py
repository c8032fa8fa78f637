"""Starts victims, kills them at seeded moments, and judges what they left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.storage.journal import JournalStore
from blueprint_editor.storage.lock_note import LockNote
from blueprint_editor.storage.versions import VersionStore
from tests.benchmarks.generator import make_document
from tests.kills.states import find_digest

ROOT = Path(__file__).parent.parent.parent
FILE = "polku.blueprint"
CARDS = 120
MOST_LOST_S = 2.0
_SHORTEST_S, _LONGEST_S = 0.2, 3.5
"""A victim types for so long before it is killed."""
_STALL_S = 0.1
"""A longer pause between two states is the machine's, not the typist's: it counts as so much."""
_PATIENCE_S = 60.0
_CAN_FORK = hasattr(os, "fork")


class Outcome(NamedTuple):
    """What one kill cost: states noted, states and seconds of typing lost, and where it struck."""

    states: int
    lost_states: int
    lost_s: float
    saves: int
    was_recovered: bool


def run_kills(folder: Path, seeds: range) -> list[Outcome]:
    """Kill one victim for each seed, all at the same time, and judge each.

    Raises:
        AssertionError: work was lost, or a file is neither the old nor the new one.
    """
    victims = [_prepare(folder / str(seed), seed) for seed in seeds]
    with ExitStack() as stack:
        groups = [victims] if _CAN_FORK else [[victim] for victim in victims]
        for group in groups:
            stack.enter_context(_start(group))
        _kill_all(victims, seeds)
    return [_judge(victim) for victim in victims]


def _prepare(folder: Path, seed: int) -> Path:
    folder.mkdir()
    random = Random(seed)
    # Of five victims one dies while its file is saved, one in any write, and three at any time.
    # The first save is the third and the fourth call, after those of the lock note.
    dies_at_call = {0: 3 + seed // 5 % 4, 1: random.randint(1, 90)}.get(seed % 5)
    orders = {
        "seed": seed,
        "letters": 0.7 if seed % 5 == 0 else 0.9,
        "dies_at_call": dies_at_call,
        "concerning": FILE if seed % 5 == 0 else "",
        "dies_after": seed // 20 % 2 == 1,
        "longest_ms": 30_000,
    }
    (folder / "orders.json").write_text(json.dumps(orders))
    save_document(make_document(CARDS, seed), folder / FILE)
    return folder


def _start(folders: list[Path]) -> subprocess.Popen[bytes]:
    with (folders[0] / "errors.txt").open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.kills.editing", *map(str, folders)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )


def _kill_all(victims: list[Path], seeds: range) -> None:
    """Wait until each victim types, and kill it after its time."""
    times: dict[Path, float] = {}
    pids: dict[Path, int] = {}
    limit = time.monotonic() + _PATIENCE_S
    while len(pids) < len(victims) or times:
        now = time.monotonic()
        assert now < limit, "the victims did not begin"
        for victim, seed in zip(victims, seeds, strict=True):
            if victim not in pids and (pid := _read_pid(victim)) is not None:
                pids[victim] = pid
                times[victim] = now + Random(seed * 7 + 1).uniform(_SHORTEST_S, _LONGEST_S)
        for victim in [victim for victim, at in times.items() if at <= now]:
            del times[victim]
            with suppress(ProcessLookupError):
                os.kill(pids[victim], getattr(signal, "SIGKILL", signal.SIGTERM))
        time.sleep(0.01)


def _read_pid(victim: Path) -> int | None:
    with suppress(OSError, ValueError):
        return int((victim / "pid").read_text())
    return None


class _State(NamedTuple):
    at: float
    digest: str


def _judge(victim: Path) -> Outcome:
    states: list[_State] = []
    saved = 0
    saves = 0
    for line in (victim / "log.txt").read_text().splitlines():
        kind, at, digest = line.split()
        if kind == "state":
            states.append(_State(float(at), digest))
        else:
            saved, saves = max(saved, _find(states, digest)), saves + 1
    in_file = _find(states, find_digest(load_document(victim / FILE)))
    assert in_file >= saved, "a save that was confirmed is not in the file"
    recovered = _recover(victim)
    best = in_file
    for digest in recovered:
        place = _find(states, digest)
        assert place >= 0, "what was recovered is no state that ever was"
        best = max(best, place)
    lost = _count_seconds(states[best:])
    assert lost <= MOST_LOST_S, f"{lost:.2f} s of typing are gone"
    _look_around(victim)
    return Outcome(len(states), len(states) - 1 - best, lost, saves, bool(recovered))


def _find(states: list[_State], digest: str) -> int:
    """Return the number of the last state like that; -1 if there was none."""
    return max((i for i, state in enumerate(states) if state.digest == digest), default=-1)


def _count_seconds(states: list[_State]) -> float:
    """Return how long the typist took from the first state to the last."""
    times = [state.at for state in states]
    return sum(min(b - a, _STALL_S) for a, b in pairwise(times))


def _recover(victim: Path) -> list[str]:
    store = JournalStore(victim / "state" / "blueprint-editor" / "journals")
    found = store.list_recoverable()
    assert found.damaged == ()
    assert len(found.works) <= 1
    return [find_digest(store.read(work)) for work in found.works]


def _look_around(victim: Path) -> None:
    """Every version can be read, the dead hold no file, and the next save works."""
    path = victim / FILE
    document = load_document(path)
    versions = VersionStore(victim / "data" / "blueprint-editor" / "versions")
    for version in versions.list_versions(document.id, path):
        versions.read(version)
    note = LockNote(victim / "locks")
    note.follow(path)
    assert note.take() is None
    note.release()
    save_document(document, path)
