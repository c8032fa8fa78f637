"""Consoles that know few letters, and programs that have none, as with the window on Windows."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from blueprint_editor.app import cli_output
from blueprint_editor.app.cli import main
from tests.app.test_cli import ROOT, SAMPLE

STRANGE = "Čáhci, szczęście, шлях, عربي, ✓"

WITHOUT_CONSOLE = """
import sys
sys.stdin = sys.stdout = sys.stderr = None
from blueprint_editor.app.cli import main
def run(*arguments):
    status = main(arguments)
    with open(sys.argv[1], "a") as file:
        file.write(f"{status} ")
file = sys.argv[2]
run("validate", file)
run("info", file)
run("check", file, "--json")
run("sheets")
run("export", file, file + ".txt")
run("validate", file + ".gone")
run("export", file, file + ".unknown")
run("--version")
run("--help")
run("--nonsense")
"""

EDITOR_WITHOUT_CONSOLE = """
import logging, sys, warnings
sys.stdin = sys.stdout = sys.stderr = None
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
from blueprint_editor.app import application
from blueprint_editor.app.cli import main
def speak():
    print("a word")
    logging.getLogger("blueprint_editor").warning("a log message")
    warnings.warn("a warning", stacklevel=1)
    qWarning("a word of Qt")
    raise ValueError("a fault in a slot")
class Talkative(application.Editor):
    def start(self, paths):
        super().start(paths)
        QTimer.singleShot(100, speak)
        QTimer.singleShot(700, QApplication.quit)
application.Editor = Talkative
sys.exit(main([sys.argv[1]]))
"""


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """Return a document whose title no console of Western Europe can show, in a place likewise."""
    folder = tmp_path / f"Ääkköset ja väli {STRANGE[:5]}"
    folder.mkdir()
    file = folder / "pölku.blueprint"
    text = SAMPLE.read_text("utf-8")
    title = text.index('"title": "') + len('"title": "')
    file.write_text(f"{text[:title]}{STRANGE} {text[title:]}", "utf-8")
    return file


@pytest.mark.parametrize("command", [["info"], ["info", "--json"], ["check"], ["validate"]])
def test_a_console_of_western_europe(
    strange: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "out").open("w", encoding="cp1252") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main([command[0], str(strange), *command[1:]]) in {0, 1}
    text = (tmp_path / "out").read_text("cp1252")
    assert "\\u010c" in text
    assert "ö" in text or "\\u00f6" in text


def test_errors_for_a_console_of_western_europe(
    strange: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "err").open("w", encoding="cp1252") as err:
        monkeypatch.setattr(sys, "stderr", err)
        assert main(["validate", str(strange.with_name("Č.gone"))]) == 3
    assert "\\u010c.gone: there is no such file" in (tmp_path / "err").read_text("cp1252")


def test_commands_without_a_console(strange: Path, tmp_path: Path) -> None:
    found = tmp_path / "statuses"
    subprocess.run(
        [sys.executable, "-c", WITHOUT_CONSOLE, found, strange], check=True, cwd=ROOT, timeout=60
    )
    assert found.read_text() == "0 0 0 0 0 3 2 0 0 2 "


def test_the_editor_without_a_console(strange: Path, tmp_path: Path) -> None:
    editor = [sys.executable, "-c", EDITOR_WITHOUT_CONSOLE, strange]
    own = {name: str(tmp_path) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")}
    told = subprocess.run(
        editor,
        check=False,
        cwd=ROOT,
        timeout=60,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert told.returncode == 0


def test_windows_shows_why_the_editor_did_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[Any, ...]] = []
    user = SimpleNamespace(MessageBoxW=lambda *told: shown.append(told))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    monkeypatch.setattr(sys, "stderr", None)
    cli_output.tell("blueprint-editor: the editor cannot open: no Qt")
    cli_output.tell("a second line")
    monkeypatch.setattr(sys, "platform", "win32")
    cli_output.show_untold()
    cli_output.show_untold()
    assert [text for _owner, text, *_rest in shown] == [
        "blueprint-editor: the editor cannot open: no Qt\na second line"
    ]
