import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
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
    page = editor.start_page
    seen = page.list_tiles()[0] if page else editor.window.canvas.viewport()
    seen.installEventFilter(editor.watcher)

application.Editor.start = start_and_watch
# On a busy machine the pause after which more is loaded may be over before the first paint.
application._AFTER_FIRST_PAINT_MS = 20_000
sys.exit(application.run_editor([Path(path) for path in sys.argv[1:]]))
"""
LATE = (
    "reportlab",
    "pikepdf",
    "PIL",
    "blueprint_editor.export",
    "blueprint_editor.painters.pdf",
    "blueprint_editor.painters.svg",
    "blueprint_editor.sheets.pictures",
    "blueprint_editor.canvas.tools.connect",
    "blueprint_editor.canvas.tools.drag_cards",
    "blueprint_editor.canvas.tools.edit_text",
    "blueprint_editor.canvas.accessible_cells",
    "blueprint_editor.commands.base_update",
    "blueprint_editor.commands.causal",
    "blueprint_editor.commands.copies",
    "blueprint_editor.commands.merging",
    "blueprint_editor.commands.pasting",
    "blueprint_editor.commands.pictures",
    "blueprint_editor.commands.translations",
    "blueprint_editor.commands.versions",
    "blueprint_editor.ui.dialogs.messages",
    "blueprint_editor.ui.dialogs.shortcuts",
    "blueprint_editor.ui.dialogs.versions",
    "blueprint_editor.ui.recovery_desk",
    "PySide6.QtNetwork",
    "psutil",
)
"""What the first paint of a document does not need; importing it before would hold it up."""
LATE_FOR_START_PAGE = (
    *LATE,
    "pydantic",
    "uharfbuzz",
    "blueprint_editor.model.document",
    "blueprint_editor.canvas.canvas",
    "blueprint_editor.ui.main_window",
)
"""What the start page's pictures need later, in their own thread."""


@pytest.mark.parametrize(
    ("files", "late"), [(["osatyokykyisen-palvelupolku"], LATE), ([], LATE_FOR_START_PAGE)]
)
def test_first_paint_waits_for_nothing_that_it_does_not_need(
    tmp_path: Path, files: list[str], late: Sequence[str]
) -> None:
    root = Path(__file__).parent.parent.parent
    paths = [str(root / "samples" / f"{name}.blueprint.json") for name in files]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *paths],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=root,
        timeout=60,
    )
    modules = done.stdout.split()
    assert "painted" in modules
    assert set(modules) & set(late) == set()
