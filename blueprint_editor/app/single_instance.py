"""One program a person: a second start hands its files to the one that runs, and ends.

What runs listens at a private address of the person, the display and the installation, so that
another version of the program, or one on another screen, stays apart.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject

from blueprint_editor import __version__
from blueprint_editor.app.settings import APP_NAME
from blueprint_editor.storage.private_files import make_private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_ADDRESS = 100
"""Bytes that the name of a local socket may have on every system (sockaddr_un)."""
_CONNECT_MS, _ANSWER_MS = 500, 3000
_MOST_BYTES = 256 * 1024
_DONE = b"done\n"


def find_address(root: Path) -> str:
    """Return where the program with its files in ``root`` listens; empty if nowhere can be."""
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else ""
    key = sha256(f"{root}\0{__version__}\0{display}\0{user}".encode(errors="replace")).hexdigest()
    if sys.platform == "win32":
        return f"{APP_NAME}-{key[:16]}"
    for folder in (
        platformdirs.user_runtime_path(APP_NAME, appauthor=False),
        platformdirs.user_state_path(APP_NAME, appauthor=False),
    ):
        address = folder / f"{key[:16]}.socket"
        if len(os.fsencode(address)) <= _LONGEST_ADDRESS and folder.parent.is_dir():
            return str(address)
    return ""


def hand_over(address: str, paths: Sequence[Path]) -> bool:
    """Let the program that listens at an address open the files; tells whether it does."""
    if not address or (sys.platform != "win32" and not Path(address).exists()):
        return False
    # Late: most starts are the first one.
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    _let_it_come_forward()
    names = [os.fspath(path.absolute()) for path in paths]
    line = json.dumps({"open": names}).encode() + b"\n"
    socket.write(line)
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(_ANSWER_MS):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == _DONE


def _let_it_come_forward() -> None:
    """Windows lets only the program in front bring another one there."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _is_answered(address: str) -> bool:
    """Tell whether a program listens at an address."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - see above

    probe = QLocalSocket()
    probe.connectToServer(address)
    is_answered = probe.waitForConnected(_CONNECT_MS)
    probe.abort()
    return is_answered


class InstanceServer(QObject):
    """Listens for later starts, and opens what they were asked for."""

    def __init__(
        self, address: str, open_files: Callable[[Sequence[Path]], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._open_files = open_files
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begin to listen; tells whether this is the program that later starts find."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not for the first paint

        # With access options Qt would put its own socket over that of whoever listens already.
        if not self._address or _is_answered(self._address):
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._welcome)
        if sys.platform != "win32":
            try:
                make_private_folder(Path(self._address).parent)
            except OSError:
                return False
        # What a killed program has left is no hindrance.
        QLocalServer.removeServer(self._address)
        if not server.listen(self._address):
            server.deleteLater()
            return False
        self._server = server
        return True

    def _welcome(self) -> None:
        assert self._server is not None  # noqa: S101 - it has called
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        paths = _parse_paths(bytes(socket.readLine(_MOST_BYTES).data()))
        if paths is None:
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        self._open_files(paths)


def _parse_paths(line: bytes) -> list[Path] | None:
    """Return the files that a later start asks for; None if it asks for nothing known."""
    try:
        names = json.loads(line)["open"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return [Path(name) for name in names]
