"""Makes the pictures of the README anew, from the real program, without a display.

Run by the Python of .venv: ``.venv/bin/python -m tests.walkthrough.pictures``. Fonts of the window
are those of the machine, so pictures of two machines differ a little.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.model.records import PosterFilter, Tiling
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.preferences import Preferences, Theme
from blueprint_editor.ui.presentation.window import PresentationWindow
from blueprint_editor.ui.printing.dialog import ExportDialog

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "resources" / "pictures"
SAMPLE = "osatyokykyisen-palvelupolku.blueprint.json"
SIZE_PX = (1440, 900)
_SETTLE_S = 1.5


def settle(seconds: float = _SETTLE_S) -> None:
    """Let the program do what it does after a moment."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()


def keep(widget: QWidget, name: str) -> None:
    """Write a picture of a widget, in few colours, so that the repository stays small."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    picture.save(str(TARGET / f"{name}.png"), quality=0)
    print(TARGET / f"{name}.png")


def copy_sample() -> Path:
    """Return a copy of the sample, as an open file is noted beside it."""
    folder = Path(os.environ["XDG_DATA_HOME"])
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(ROOT / "samples" / SAMPLE, folder))


def show_docks(window: MainWindow) -> None:
    """Show the docks that a window begins with where the screen is as wide as a picture."""
    for name in ("outline", "inspector"):
        window.docks.show(name)
    settle()


def take_start(editor: Editor) -> None:
    editor.start([])
    settle(4)
    assert editor.start_page is not None
    editor.start_page.resize(1240, 800)
    settle()
    keep(editor.start_page, "start-page")


def take_editor(name: str) -> Callable[[Editor], None]:
    def take(editor: Editor) -> None:
        editor.start([copy_sample()])
        window = editor.window
        assert window is not None
        window.resize(*SIZE_PX)
        show_docks(window)
        session = window.canvas.session
        card = next(c for c in session.document.cards if c.text.startswith("Kertoo"))
        session.select((card.id,))
        drawing = session.poster.drawing
        window.canvas.look_at(QPointF(drawing.width * 0.27, drawing.height * 0.38), 0.55)
        settle()
        keep(window, name)

    return take


def take_dialog(editor: Editor) -> None:
    editor.start([copy_sample()])
    window = editor.window
    assert window is not None
    window.resize(*SIZE_PX)
    settle()
    window.actions_by_name["print_or_export"].trigger()
    settle(3)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.resize(1180, 760)  # the offscreen platform's own screen is smaller
    settle()
    keep(dialog, "print-or-export")


def take_sheets(editor: Editor) -> None:
    take_dialog(editor)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.form.edited.emit("poster.tiling", Tiling())
    settle(3)
    dialog.preview.go_to(6)
    settle()
    keep(dialog, "sheets")


def take_presentation(editor: Editor) -> None:
    editor.start([copy_sample()])
    window = editor.window
    assert window is not None
    window.resize(*SIZE_PX)
    settle()
    window.actions_by_name["present"].trigger()
    settle()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PresentationWindow)
    shown.resize(*SIZE_PX)
    card = next(c.id for c in window.canvas.session.document.cards if c.text.startswith("Etsii"))
    shown.go_to([stop.record for stop in shown.stops].index(card))
    shown.hint.hide()
    settle()
    keep(shown, "presentation")


def take_filter(editor: Editor) -> None:
    editor.start([copy_sample()])
    window = editor.window
    assert window is not None
    window.resize(*SIZE_PX)
    window.docks.show("filter")
    settle()
    window.canvas.session.view.choose(PosterFilter(actors=("a-vastuutyontekija", "a-kela")))
    window.canvas.fit_page()
    settle()
    keep(window, "filter")


VIEWS: dict[str, tuple[Theme, Callable[[Editor], None]]] = {
    "start-page": ("light", take_start),
    "editor": ("light", take_editor("editor")),
    "editor-dark": ("dark", take_editor("editor-dark")),
    "print-or-export": ("light", take_dialog),
    "sheets": ("light", take_sheets),
    "presentation": ("light", take_presentation),
    "filter": ("light", take_filter),
}


def take_alone(language: str, theme: Theme, take: Callable[[Editor], None]) -> None:
    """Start a program that nobody has used before, take a picture of it, and end this process."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(folder) / kind.lower())
        file = SettingsFile(Path(folder) / "settings.json")
        preferences = Preferences(language=language, theme=theme, is_motion_reduced=True)
        file.write(Settings(preferences=preferences))
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QApplication(["blueprint-editor"])
        take(Editor(app, ResourceDir.find(), file))
        sys.stdout.flush()
        os._exit(0)  # a sample was opened, nothing is to be asked about it


def main(name: str) -> int:
    """Take one picture in a program of its own, or all of them."""
    if not name:
        command = [sys.executable, "-m", "tests.walkthrough.pictures"]
        return max(subprocess.run([*command, each], check=False).returncode for each in VIEWS)
    theme, take = VIEWS[name]
    take_alone("fi", theme, take)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
