"""The victims: real editors that type, edit and save until they are killed.

Run as a module with one folder a victim. The program is loaded once and forked where the system
can do that, so that fifteen victims cost little more than one.
"""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.model.document import Document
from tests.canvas.hand import CTRL, NONE, Hand
from tests.kills.states import find_digest

KEY = Qt.Key
PACE_MS = 30
"""From one key to the next: as fast as a fast typist."""
LETTERS = "aeint slokuäm"
SAVE = (KEY.Key_S, CTRL)
OTHER_KEYS = (SAVE, SAVE, (KEY.Key_Return, NONE), (KEY.Key_Z, CTRL), (KEY.Key_Delete, NONE))
_CALLS = ("fsync", "replace", "open", "unlink")
"""Functions of ``os`` that a write goes through; a victim may die before or after any of them."""


class _Log:
    """Notes every state of the document at once; what was written survives the process."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(self, kind: str, document: Document | None) -> None:
        digest = find_digest(document) if document is not None else ""
        os.write(self._file, f"{kind} {time.monotonic():.4f} {digest}\n".encode())


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)


def _die_at_call(number: int, concerning: str, *, dies_after: bool) -> None:
    """Let the process end at the ``number``-th call of the file functions, in whatever thread.

    ``concerning``: only calls with a path that holds this text count.
    """
    lock, count = threading.Lock(), 0

    def wrap(function: Any) -> Any:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            with lock:
                count += concerning in " ".join(map(str, arguments))
                is_last = count == number
            if is_last and not dies_after:
                die()
            result = function(*arguments, **named)
            if is_last:
                die()
            return result

        return call

    for name in _CALLS:
        setattr(os, name, wrap(getattr(os, name)))


class _Typist:
    """Presses one key after another, as the seed says."""

    def __init__(self, editor: Editor, log: _Log, random: Random, letters: float) -> None:
        assert editor.window is not None
        self._hand = Hand(editor.window.canvas)
        self._random = random
        self._letters = letters
        session = editor.window.canvas.session
        session.poster_changed.connect(lambda: log.note("state", session.shown_document))
        session.saved.connect(lambda: log.note("saved", session.file.saved_document))
        log.note("state", session.document)
        cards = [card.id for card in session.document.cards]
        session.select((random.choice(cards),))
        self.timer = QTimer()
        self.timer.timeout.connect(self._press)
        self.timer.start(PACE_MS)

    def _press(self) -> None:
        if self._random.random() < self._letters:
            self._hand.type(self._random.choice(LETTERS))
            return
        key, keys = self._random.choice(OTHER_KEYS)
        self._hand.key(key, keys)


def _live(folder: Path) -> None:
    """Edit the file of a folder until killed."""
    orders = json.loads((folder / "orders.json").read_text())
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    app = QApplication(["victim"])
    editor = Editor(app, ResourceDir.find(), SettingsFile(folder / "settings.json"))
    editor.start([folder / "polku.blueprint"])
    log = _Log(folder / "log.txt")
    typist = _Typist(editor, log, Random(orders["seed"]), orders["letters"])
    if (number := orders["dies_at_call"]) is not None:
        _die_at_call(number, orders["concerning"], dies_after=orders["dies_after"])
    (folder / "pid").write_text(str(os.getpid()))
    # None outlives its test, whatever becomes of who watches.
    QTimer.singleShot(orders["longest_ms"], die)
    app.exec()
    typist.timer.stop()


def main(folders: list[str]) -> None:
    """Start a victim in each folder; the last one in this very process."""
    for folder in folders[:-1]:
        if os.fork() == 0:
            _live(Path(folder))
            return
    _live(Path(folders[-1]))


if __name__ == "__main__":
    main(sys.argv[1:])
