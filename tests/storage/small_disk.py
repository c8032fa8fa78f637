"""A real file system that is soon full."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DISK_KIB = 512


def _mount(folder: Path) -> str:
    """Mount a small file system on a folder; returns why that is impossible, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root can mount a small file system, on Linux"
    options = f"size={DISK_KIB}k"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stderr.strip()


def mount_small_disk(tmp_path: Path) -> Iterator[Path]:
    """A fixture: a file system of its own with half a MiB."""
    folder = tmp_path / "levy"
    folder.mkdir()
    if why := _mount(folder):
        # The same is tried in a process with limited files, which needs no rights.
        pytest.skip(why)
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(path: Path) -> None:
    """Take all the room there is, or as much as one file may have."""
    with path.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                for _ in range(1_000_000):
                    file.write(b"x" * size)
            except OSError:
                continue
