"""Hands, eyes and a display: xdotool for keys and clicks, a socket for where things are."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.ui.preferences import Preferences

PROGRAMS = ("Xvfb", "xdotool", "openbox", "setxkbmap")
SCREEN = (1920, 1080)
_PATIENCE_S = 30.0
_REST_S = 0.05
"""Between the parts of a gesture, as a hand rests."""


def find_missing() -> list[str]:
    """Return the programs that this needs and that are not installed."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@contextmanager
def open_display() -> Iterator[str]:
    """Run a display and a window manager; yields the display's name."""
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write)
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        # On other keyboards a letter such as ä is lent a key for a moment, which comes too late
        # for some programs at some times.
        subprocess.run(["setxkbmap", "-display", display, "fi"], check=True)
        manager = subprocess.Popen(
            ["openbox"],
            env={**os.environ, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


class Person:
    """Somebody at a screen. Uses one program, which may be killed and started again.

    Args:
        display: see :func:`open_display`. The program speaks Finnish there.
        folder: an empty one for the program's settings, journals and documents.
    """

    def __init__(self, display: str, folder: Path) -> None:
        self.folder = folder
        self._socket = folder / "spy"
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
        }
        for name in ("CONFIG", "DATA", "STATE", "CACHE", "RUNTIME"):
            where = folder / name.lower()
            where.mkdir(mode=0o700, exist_ok=True)
            suffix = "DIR" if name == "RUNTIME" else "HOME"
            self._environment[f"XDG_{name}_{suffix}"] = str(where)
        settings = Settings(preferences=Preferences(language="fi"))
        SettingsFile(folder / "config" / "blueprint-editor" / "settings.json").write(settings)
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, *files: Path) -> None:
        """Start the program and wait until it answers."""
        self._socket.unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.walkthrough.spied", self._socket, *files]
        self._program = subprocess.Popen(command, env=self._environment)
        self.wait("the program's window", lambda: bool(self.ask("title")))

    def kill(self) -> None:
        """End the program as a power cut does."""
        assert self._program is not None
        self._program.send_signal(signal.SIGKILL)
        self._program.wait()

    def stop(self) -> None:
        """End the program at the end of the day, however it is."""
        if self._program is not None and self._program.poll() is None:
            self.kill()

    # --- eyes

    def ask(self, name: str, *arguments: object) -> Any:
        """Ask the program where or what something is; None as long as it cannot tell."""
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(self._socket))
            except OSError:
                return None
            line.sendall(json.dumps([name, *arguments]).encode() + b"\n")
            told = json.loads(line.makefile().readline() or "null")
        return (told or {}).get("answer")

    def wait(self, what: str, is_so: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: it never came.
        """
        end = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {what}; {self.ask('focus')} has the keys")
            time.sleep(0.05)

    def find(self, name: str, *arguments: object) -> tuple[int, int]:
        """Return where something is on the screen, as soon as it is there."""
        self.wait(f"{name} {arguments}", lambda: self.ask(name, *arguments) is not None)
        x, y = self.ask(name, *arguments)
        return x, y

    # --- hands

    def _do(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self._environment, check=True)

    def click(self, at: tuple[int, int]) -> None:
        self._do("mousemove", *at, "sleep", _REST_S, "click", 1, "sleep", _REST_S)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move in a few strides as a hand does, and let go."""
        words: list[object] = ["mousemove", *start, "sleep", _REST_S, "mousedown", 1]
        for stride in range(1, 6):
            share = stride / 5
            between = [round(a + (b - a) * share) for a, b in zip(start, end, strict=True)]
            words += ["mousemove", *between, "sleep", _REST_S]
        self._do(*words, "sleep", _REST_S, "mouseup", 1, "sleep", _REST_S)

    def type(self, text: str) -> None:
        self._do("type", "--delay", 8, text)

    def press(self, *keys: str) -> None:
        self._do("key", "--delay", 30, *keys)

    def enlarge(self) -> None:
        """Let the window of the program take the whole screen."""
        size = (SCREEN[0] - 8, SCREEN[1] - 32)
        find = ("search", "--sync", "--onlyvisible", "--name", "Blueprint Editor")
        self._do(*find, "windowmove", 0, 0, "windowsize", *size, "sleep", 0.5)

    def photograph(self, path: Path) -> None:
        """Take a picture of the whole screen, where ImageMagick is there for it."""
        if shutil.which("import"):
            command = ["import", "-window", "root", str(path)]
            subprocess.run(command, env=self._environment, check=True)
