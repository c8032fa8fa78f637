"""Cut faces as they are kept on disk: cutting them takes longer than composing a poster."""

import contextlib
import os
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import platformdirs

from blueprint_editor.app.settings import APP_NAME

MOST_KEPT = 64
_CHECK_BYTES = 4


class FaceCache:
    """Keeps font files in a folder of the person's own.

    A folder that cannot be read or written, and a file that is not whole, only cost time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        cache = platformdirs.user_cache_path(APP_NAME, appauthor=False)
        self._folder = folder or cache / "faces"

    def __call__(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the font file of a name, made at the first time."""
        path = self._folder / name
        found = _read(path)
        if found is None:
            found = make()
            with contextlib.suppress(OSError):
                self._write(path, found)
        return found

    def _write(self, path: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
        try:
            part.write_bytes(_sum_up(data) + data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        kept = sorted(self._folder.iterdir(), key=lambda old: old.stat().st_mtime, reverse=True)
        for old in kept[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    try:
        told = path.read_bytes()
    except OSError:
        return None
    data = told[_CHECK_BYTES:]
    return data if told[:_CHECK_BYTES] == _sum_up(data) and data else None


def _sum_up(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECK_BYTES)
