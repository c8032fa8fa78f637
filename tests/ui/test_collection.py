"""The collection page is asked for in the menu and written by the desk of exports."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find


def test_files_are_chosen_and_then_the_place_of_the_page(
    window: MainWindow, path: Path, tmp_path: Path, find_window: Find, qtbot: QtBot
) -> None:
    window.actions_by_name["collection"].trigger()
    first = find_window(QFileDialog)
    assert isinstance(first, QFileDialog)
    assert first.fileMode() == QFileDialog.FileMode.ExistingFiles
    first.close()
    window._desk.collections.ask_where([path, path])
    where = find_window(QFileDialog)
    assert isinstance(where, QFileDialog)
    page = tmp_path / "kokoelma.html"
    where.fileSelected.emit(str(page))
    where.close()
    qtbot.waitUntil(page.exists)
    qtbot.waitUntil(lambda: window._desk.exports._task is None)
    assert page.read_text("utf-8").count("<h2") >= 2
