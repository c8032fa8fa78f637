"""Earlier versions: listed, compared, looked at, brought back, forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog
from blueprint_editor.ui.dialogs.versions import VersionsDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find, list_files


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def save(window: MainWindow, text: str, qtbot: QtBot) -> None:
    window.canvas.session.execute(SetCardText("a", text))
    window.canvas.session.end_step()
    with qtbot.waitSignal(window.files.file_used):
        window.actions_by_name["save"].trigger()
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, find_window: Find) -> VersionsDialog:
    """The dialog on a document that was saved twice and changed since."""
    for text in ("yksi", "kaksi"):
        save(window, text, qtbot)
    window.canvas.session.execute(SetCardText("a", "kolme"))
    window.actions_by_name["versions"].trigger()
    found = find_window(VersionsDialog)
    assert isinstance(found, VersionsDialog)
    qtbot.waitUntil(found.restore_button.isEnabled)
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_versions_are_listed_and_compared_with_what_is_open(
    dialog: VersionsDialog, qtbot: QtBot
) -> None:
    assert dialog.panes.lines.count() == 3
    assert "3 cards · 0 connectors" in dialog.panes.lines.item(0).text()
    group = dialog.panes.differences.topLevelItem(0)
    assert group.text(0) == "Reworded (1)"
    assert group.child(0).text(0) == "Card: “kaksi” → “kolme”"
    dialog.panes.lines.setFocus()
    QTest.keyClick(dialog.panes.lines, Qt.Key.Key_End)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    qtbot.waitUntil(lambda: dialog.panes.differences.topLevelItemCount() == 1)
    assert "“A” → “kolme”" in dialog.panes.differences.topLevelItem(0).child(0).text(0)


def test_version_is_restored_by_a_step_that_can_be_undone(
    dialog: VersionsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.panes.lines.setCurrentRow(1)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    click(dialog.restore_button)
    session = window.canvas.session
    assert session.document.cards[0].text == "yksi"
    assert not dialog.isVisible()
    assert window.actions_by_name["undo"].text().replace("&", "") == "Undo restored version"
    session.undo()
    assert session.document.cards[0].text == "kolme"


def test_version_is_looked_at_and_nothing_changes(
    dialog: VersionsDialog, window: MainWindow, qtbot: QtBot, find_window: Find
) -> None:
    before = window.canvas.session.document
    click(dialog.view_button)
    shown = find_window(PosterViewDialog)
    assert "version of" in shown.windowTitle()
    scene = shown.view.scene()
    assert isinstance(scene, PosterScene)
    assert scene.find_placed("a") is not None
    with qtbot.waitActive(shown):
        shown.activateWindow()
    zoom = shown.view.zoom
    QTest.keyClick(shown, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.view.zoom > zoom)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert window.canvas.session.document is before


def test_damaged_version_is_told_and_cannot_be_restored(
    dialog: VersionsDialog, tmp_path: Path, qtbot: QtBot, find_window: Find
) -> None:
    for path in (tmp_path / "data").rglob("*.z"):
        path.write_bytes(b"")
    dialog.panes.lines.setCurrentRow(1)
    box = find_window(QMessageBox)
    assert "cannot be read" in box.text()
    assert not dialog.restore_button.isEnabled()
    box.close()


def test_document_without_versions_says_when_there_will_be_some(
    window: MainWindow, qtbot: QtBot, find_window: Find
) -> None:
    window.actions_by_name["versions"].trigger()
    dialog = find_window(VersionsDialog)
    qtbot.waitUntil(lambda: "each time" in dialog.panes.explanation.text())
    assert not dialog.view_button.isEnabled()


@pytest.mark.parametrize("answer", ["Delete", "Cancel"])
def test_history_is_forgotten_after_a_question(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, find_window: Find, answer: str
) -> None:
    save(window, "yksi", qtbot)
    assert list((tmp_path / "data").rglob("*.z"))
    window.actions_by_name["forget"].trigger()
    box = find_window(QMessageBox)
    assert "polku.blueprint" in box.text()
    click(next(b for b in box.findChildren(QPushButton) if b.text() == answer))
    if answer == "Delete":
        qtbot.waitUntil(lambda: not list_files(tmp_path / "data", ".z"))
        assert window.notices.find_text("nets")
    else:
        assert list((tmp_path / "data").rglob("*.z"))
    assert path.exists()


@pytest.fixture(autouse=True)
def _no_dialog_is_left():
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | VersionsDialog | PosterViewDialog):
            widget.close()
