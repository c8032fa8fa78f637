"""Run as a program, with Qt's scale set by who runs it: prints the scale and what is cut."""

import sys
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.ui.preferences import Preferences
from tests.ui.whole_program import find_all_clipped, leave, settle, start


def _complain(kind: QtMsgType, _context: object, message: str) -> None:
    # See tests/ui/conftest.py.
    if "This plugin does not support" not in message:
        sys.stderr.write(f"{kind.name}: {message}\n")


def main(folder: Path) -> None:
    """Walk through the program and print what does not fit."""
    qInstallMessageHandler(_complain)
    app = QApplication([])
    file = SettingsFile(folder / "settings.json")
    file.write(Settings(Preferences(language="fi")))
    whole = start(app, file, folder)
    size = app.primaryScreen().availableSize()
    whole.window.resize(size)
    settle()
    scale = whole.window.devicePixelRatioF()
    sys.stdout.write(f"scale {scale:g}, screen {size.width()} × {size.height()}\n")
    for fault in dict.fromkeys(find_all_clipped(whole)):
        sys.stdout.write(f"{fault}\n")
    leave(whole)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
