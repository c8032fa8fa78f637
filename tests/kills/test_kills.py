"""A process that is killed at any moment leaves whole files, and loses at most two seconds."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kills.watching import Outcome, run_kills

AT_ONCE = 5
"""Victims that type at the same time; more would starve each other."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder below it is made for this test


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder on a file system without a disk, where there is one: killing tests no disk."""
    made = tempfile.mkdtemp(prefix="kills-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None)
    yield Path(made)
    shutil.rmtree(made)


def _kill(folder: Path, first: int, count: int) -> list[Outcome]:
    found = []
    for start in range(first, first + count, AT_ONCE):
        found += run_kills(folder, range(start, min(start + AT_ONCE, first + count)))
    return found


def test_ten_kills(folder: Path) -> None:
    outcomes = _kill(folder, 0, 10)
    assert sum(outcome.states for outcome in outcomes) > 10
    assert any(outcome.was_recovered for outcome in outcomes)


@pytest.mark.endurance
def test_two_hundred_kills(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = _kill(folder, 1_000, 200)
    assert len(outcomes) == 200
    assert any(outcome.saves for outcome in outcomes)
    with capsys.disabled():
        print(
            f"\n{len(outcomes)} kills: {sum(o.states for o in outcomes)} states, "
            f"{sum(o.saves for o in outcomes)} saves, "
            f"{sum(o.was_recovered for o in outcomes)} recoveries; at most "
            f"{max(o.lost_states for o in outcomes)} states and "
            f"{max(o.lost_s for o in outcomes):.2f} s lost"
        )
