import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from blueprint_editor.app import application

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", *sys.modules, sep="\\n")
            QTimer.singleShot(0, QCoreApplication.quit)
        return False

start = application.Editor.start

def start_and_watch(editor, paths):
    start(editor, paths)
    editor.watcher = FirstPaint()
    editor.window.canvas.viewport().installEventFilter(editor.watcher)

application.Editor.start = start_and_watch
sys.exit(application.run_editor([]))
"""
LATE = (
    "reportlab",
    "pikepdf",
    "PIL",
    "blueprint_editor.export",
    "blueprint_editor.painters.pdf",
    "blueprint_editor.painters.svg",
    "blueprint_editor.sheets.pictures",
    "blueprint_editor.canvas.tools.edit_text",
    "blueprint_editor.canvas.accessible_cells",
    "blueprint_editor.ui.dialogs.messages",
    "blueprint_editor.ui.dialogs.shortcuts",
)
"""What the first paint does not need; importing it before would hold it up."""


def test_first_paint_waits_for_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parent.parent.parent,
        timeout=60,
    )
    modules = done.stdout.split()
    assert "painted" in modules
    assert not set(modules) & set(LATE)
