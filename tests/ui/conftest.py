import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.preferences import Preferences
from tests.canvas.hand import Hand
from tests.commands.documents import make_card, make_document
from tests.ui.whole_program import Whole, leave, start

Find = Callable[[type[QWidget]], QWidget]


def pytest_itemcollected(item: pytest.Item) -> None:
    # The offscreen platform has no window manager: nobody to tell a window's smallest size to, and
    # nothing for windows and menus to stand before or to take the keyboard from.
    item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support"))


def list_files(folder: Path, ending: str) -> list[str]:
    """Return the files below a folder that a worker may be taking away at this moment."""
    return [name for _, _, names in os.walk(folder) for name in names if name.endswith(ending)]


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(Preferences(language="en")))
    return file


@pytest.fixture
def document() -> Document:
    return make_document(make_card("a"), make_card("b"), make_card("c", "lane-customer", "step-2"))


@pytest.fixture
def path(tmp_path: Path, document: Document) -> Path:
    made = tmp_path / "polku.blueprint"
    save_document(document, made)
    return made


@pytest.fixture
def no_first_docks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a window begin with the poster alone: panels are made where a test asks for them."""
    monkeypatch.setattr("blueprint_editor.ui.docks.dock_area._LEAST_WINDOW_PX", 10_000)


@pytest.fixture(autouse=True)
def _usual_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give windows their usual size, though the offscreen platform's own screen is smaller."""
    monkeypatch.setattr(
        "blueprint_editor.app.window_places.resize_within_screen",
        lambda window, width, height: window.resize(width, height),
    )


@pytest.fixture
def editor(
    qapp: QApplication,
    settings_file: SettingsFile,
    path: Path,
    qtbot: QtBot,
    no_first_docks: None,
) -> Iterator[Editor]:
    """The whole program, with a small document open."""
    made = Editor(qapp, ResourceDir.find(), settings_file)
    made.start([path])
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    yield made
    for window in made.list_windows():
        window.leave()
    made.deleteLater()


@pytest.fixture
def whole(
    qapp: QApplication, settings_file: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Whole]:
    """The whole program with a sample open, its versions and journals in a folder of its own."""
    for kind in ("STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    made = start(qapp, settings_file, tmp_path)
    yield made
    leave(made)


@pytest.fixture
def window(editor: Editor) -> MainWindow:
    assert editor.window is not None
    return editor.window


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    window.canvas.setFocus()
    return Hand(window.canvas)


@pytest.fixture
def find_window(qtbot: QtBot) -> Find:
    """Wait for a dialog of a type to be shown, and return it."""

    def find(kind: type[QWidget]) -> QWidget:
        def shown() -> list[QWidget]:
            widgets = QApplication.topLevelWidgets()
            return [w for w in widgets if isinstance(w, kind) and w.isVisible()]

        qtbot.waitUntil(lambda: len(shown()) == 1)
        return shown()[0]

    return find
