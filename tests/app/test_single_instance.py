"""A second start ends at once and leaves its files to the first; what is none is ignored."""

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.single_instance import InstanceServer, find_address, hand_over

ROOT = Path(__file__).parents[2]
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes instead")


class Asked:
    """What the first program was asked to open."""

    def __init__(self) -> None:
        self.calls: list[list[Path]] = []

    def __call__(self, paths: Sequence[Path]) -> None:
        self.calls.append(list(paths))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Names of sockets are short; pytest's folders are not.
    monkeypatch.chdir(tmp_path)
    runtime = Path(os.environ["XDG_RUNTIME_DIR"]) / str(os.getpid())
    runtime.mkdir(mode=0o700, exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture
def address(tmp_path: Path) -> str:
    found = find_address(tmp_path)
    assert found
    return found


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def server(qapp: QObject, address: str, asked: Asked) -> Iterator[InstanceServer]:
    made = InstanceServer(address, asked, qapp)
    assert made.listen()
    yield made
    assert made._server is not None
    made._server.close()
    made.deleteLater()


def test_second_start_ends_at_once_and_the_first_opens_its_files(
    qapp: QObject, asked: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    server = InstanceServer(find_address(ResourceDir.find().root), asked, qapp)
    assert server.listen()
    second = subprocess.Popen(
        [sys.executable, "-m", "blueprint_editor.app.cli", "polku ä.blueprint", "toinen.json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.stdout is not None
        assert second.stdout.read() == b""
    assert second.returncode == 0
    assert asked.calls == [[tmp_path / "polku ä.blueprint", tmp_path / "toinen.json"]]
    server._server.close()
    server.deleteLater()


def test_nobody_listens_before_the_first_start(address: str) -> None:
    assert not hand_over(address, [])
    assert not hand_over("", [])


@on_unix
def test_address_of_a_program_that_was_killed_is_taken_over(
    qapp: QObject, address: str, asked: Asked
) -> None:
    Path(address).parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    assert not hand_over(address, [])
    server = InstanceServer(address, asked, qapp)
    assert server.listen()
    server._server.close()


@on_unix
def test_address_is_private_and_of_one_display_and_installation(
    server: InstanceServer, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stat.S_IMODE(Path(address).parent.stat().st_mode) == 0o700
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert find_address(tmp_path) != address
    monkeypatch.setenv("DISPLAY", ":78")
    assert len({find_address(tmp_path), find_address(tmp_path / "other")}) == 2


@on_unix
def test_place_with_too_long_a_name_is_not_listened_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RUNTIME_DIR", "STATE_HOME"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / ("x" * 90)))
    assert find_address(tmp_path) == ""


def test_only_one_listens(
    server: InstanceServer, qapp: QObject, address: str, asked: Asked
) -> None:
    second = InstanceServer(address, asked, qapp)
    assert not second.listen()


@on_unix
@pytest.mark.parametrize(
    "line",
    [
        b"GET / HTTP/1.1\n",
        b"{}\n",
        b'{"open": "x"}\n',
        b'{"open": [1]}\n',
        b"[" * 60_000 + b"\n",
        b"x" * 400_000,
    ],
)
def test_what_is_no_request_is_ignored(
    server: InstanceServer, address: str, asked: Asked, qtbot: QtBot, line: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(address)
        client.setblocking(False)
        sent = 0

        def send_all() -> bool:
            nonlocal sent
            try:
                sent += client.send(line[sent:])
            except BlockingIOError:
                return False
            except OSError:
                return True
            return sent == len(line)

        qtbot.waitUntil(send_all)

        def is_closed() -> bool:
            try:
                return client.recv(100) == b""
            except BlockingIOError:
                return False
            except OSError:
                return True

        qtbot.waitUntil(is_closed)
    assert asked.calls == []


@on_unix
def test_request_in_pieces_is_understood(
    server: InstanceServer, address: str, asked: Asked, qtbot: QtBot
) -> None:
    line = json.dumps({"open": ["/a/polku.blueprint"]}).encode() + b"\n"
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(address)
        client.send(line[:9])
        qtbot.wait(1)
        client.send(line[9:])
        qtbot.waitUntil(lambda: bool(asked.calls))
        client.settimeout(10)
        assert client.recv(100) == b"done\n"
    assert asked.calls == [[Path("/a/polku.blueprint")]]
