"""What a person is told when their file is in danger, and that each offer does what it says."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.storage.lock_note import LockNote
from blueprint_editor.ui.dialogs.difference_list import DifferenceDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.commands.documents import make_card, make_document
from tests.storage.small_disk import fill, mount_small_disk
from tests.ui.conftest import Find

small_disk = pytest.fixture(mount_small_disk)
THEIRS = make_document(make_card("a").changed(text="Heidän"), make_card("d"))


def press(window: MainWindow, matter: str, text: str) -> None:
    button = next(b for b in window.notices.bar(matter).buttons if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for(window: MainWindow, matter: str, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(window.notices.find_text(matter)))
    return window.notices.find_text(matter)


def edit(window: MainWindow, text: str) -> None:
    window.canvas.session.execute(SetCardText("a", text))
    window.canvas.session.end_step()


@pytest.fixture
def changed(window: MainWindow, path: Path, qtbot: QtBot) -> MainWindow:
    """A window with changes of its own, whose file another program has changed."""
    qtbot.waitUntil(lambda: path.with_name(".polku.blueprint.lock").exists())
    edit(window, "minun")
    save_document(THEIRS, path)
    wait_for(window, "disk", qtbot)
    return window


def test_changed_file_is_told_and_not_saved_over(
    changed: MainWindow, path: Path, qtbot: QtBot
) -> None:
    assert "polku.blueprint" in changed.notices.find_text("disk")
    changed.notices.drop("disk")
    changed.actions_by_name["save"].trigger()
    wait_for(changed, "disk", qtbot)
    assert load_document(path) == THEIRS
    assert changed.isWindowModified()


def test_changed_file_is_compared(changed: MainWindow, find_window: Find) -> None:
    press(changed, "disk", "Compare…")
    dialog = find_window(DifferenceDialog)
    tree = dialog.findChild(QTreeWidget)
    groups = {
        heading.text(0): [heading.child(row).text(0) for row in range(heading.childCount())]
        for heading in (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    }
    assert groups == {
        "Added (1)": ["Card “D” – Asiakkaan toiminta / Alku 1"],
        "Removed (2)": [
            "Card “B” – Asiakkaan toiminta / Alku 1",
            "Card “C” – Asiakkaan toiminta / Alku 2",
        ],
        "Reworded (1)": ["Card: “minun” → “Heidän”"],
    }
    dialog.close()


def test_changed_file_is_read_again_and_mine_is_one_undo_away(
    changed: MainWindow, qtbot: QtBot
) -> None:
    session = changed.canvas.session
    press(changed, "disk", "Read Again")
    qtbot.waitUntil(lambda: session.document == THEIRS)
    assert not changed.isWindowModified()
    assert not changed.notices.find_text("disk")
    assert changed.actions_by_name["undo"].text().replace("&", "") == "Undo reading again"
    session.undo()
    assert session.document.cards[0].text == "minun"


def test_changed_file_is_replaced_when_asked(changed: MainWindow, path: Path, qtbot: QtBot) -> None:
    press(changed, "disk", "Replace")
    qtbot.waitUntil(lambda: load_document(path).cards[0].text == "minun")
    qtbot.waitUntil(lambda: not changed.notices.find_text("disk"))


def test_mine_is_saved_elsewhere(
    changed: MainWindow, path: Path, qtbot: QtBot, find_window: Find
) -> None:
    press(changed, "disk", "Save As…")
    dialog = find_window(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile("oma.blueprint")
    with qtbot.waitSignal(changed.files.file_used):
        dialog.accept()
    assert load_document(path.with_name("oma.blueprint")).cards[0].text == "minun"
    assert load_document(path) == THEIRS
    assert not changed.notices.find_text("disk")


def test_bar_stays_when_the_language_changes(
    editor: Editor, changed: MainWindow, qtbot: QtBot
) -> None:
    editor.preferences.choose_language("fi")
    window = editor.window
    assert "Toinen ohjelma on muuttanut" in window.notices.find_text("disk")


def test_missing_file_is_told_and_written_anew(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: path.with_name(".polku.blueprint.lock").exists())
    path.unlink()
    assert "not there any more" in wait_for(window, "disk", qtbot)
    with qtbot.waitSignal(window.files.file_used):
        press(window, "disk", "Save")
    assert load_document(path) == window.canvas.session.document
    assert not window.notices.find_text("disk")


def test_change_is_noticed_when_the_window_is_entered(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    # Before the watch has begun, as on a drive that reports nothing.
    window._safety._beginning.stop()
    save_document(THEIRS, path)
    window._safety._watch._path = path
    other = QPushButton()
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    window.activateWindow()
    wait_for(window, "disk", qtbot)
    other.close()


def test_full_disk_keeps_file_and_memory_until_there_is_room(
    editor: Editor, window: MainWindow, small_disk: Path, qtbot: QtBot
) -> None:
    path, blocker = small_disk / "levyllä.blueprint", small_disk / "täyte"
    save_document(make_document(make_card("a")), path)
    editor.open_files([path], window)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    full = editor.list_windows()[1]
    edit(full, "uusi")
    fill(blocker)
    full.actions_by_name["save"].trigger()
    assert "The disk is full" in wait_for(full, "save", qtbot)
    assert full.isWindowModified()
    assert load_document(path).cards[0].text == "A"
    blocker.unlink()
    with qtbot.waitSignal(full.files.file_used):
        press(full, "save", "Save Again")
    assert load_document(path).cards[0].text == "uusi"


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        ("disk_full", "Free some space"),
        ("read_only", "Save under another name"),
        ("permission", "ask the folder's owner"),
        ("missing_folder", "Choose another place"),
        ("in_use", "Close it there"),
    ],
)
def test_refused_save_says_what_to_do_and_can_be_tried_again(
    window: MainWindow, path: Path, qtbot: QtBot, fault: str, advice: str
) -> None:
    edit(window, "minun")
    window.canvas.session.save_failed.emit(FileAccessError(str(path), fault))
    assert advice in window.notices.find_text("save")
    with qtbot.waitSignal(window.files.file_used):
        press(window, "save", "Save Again")
    assert load_document(path).cards[0].text == "minun"
    assert not window.notices.find_text("save")


def test_new_file_beside_the_old_one_is_named_with_it(window: MainWindow, path: Path) -> None:
    beside = path.with_name("polku (new 1).blueprint")
    error = FileAccessError(str(path), "in_use", left_at=str(beside))
    window.canvas.session.save_failed.emit(error)
    told = window.notices.find_text("save")
    assert "“polku.blueprint” could not be saved" in told
    assert "polku (new 1).blueprint" in told


def test_safety_nets_that_fail_are_told(window: MainWindow, path: Path) -> None:
    window._safety.autosave_failed.emit(FileAccessError(str(path), "disk_full"))
    assert "save often" in window.notices.find_text("nets")
    window._safety.versions_failed.emit(FileAccessError(str(path), "disk_full"))
    assert "earlier versions" in window.notices.find_text("nets")


@pytest.fixture
def held(path: Path, tmp_path: Path) -> Path:
    """A file that somebody else has open on another computer."""
    other = path.with_name("varattu.blueprint")
    save_document(make_document(make_card("z")), other)
    note = LockNote(tmp_path / "locks")
    note.follow(other)
    note.take()
    file = other.with_name(".varattu.blueprint.lock")
    record = json.loads(file.read_text())
    file.write_text(json.dumps({**record, "host": "toimisto-7", "user": "maija <b>"}))
    return other


def test_file_that_somebody_has_opens_as_a_copy(
    editor: Editor, window: MainWindow, held: Path, qtbot: QtBot
) -> None:
    editor.open_files([held], window)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    copy = editor.list_windows()[1]
    told = wait_for(copy, "lock", qtbot)
    assert "maija <b>" in told
    assert "toimisto-7" in told
    session = copy.canvas.session
    assert session.path is None
    assert not copy.isWindowModified()
    session.execute(SetCardText("z", "minun"))
    press(copy, "lock", "Edit Anyway")
    assert session.path == held
    assert not copy.notices.find_text("lock")
    with qtbot.waitSignal(copy.files.file_used):
        copy.actions_by_name["save"].trigger()
    assert load_document(held).cards[0].text == "minun"


def test_closed_window_leaves_nothing_beside_the_file(
    editor: Editor, window: MainWindow, path: Path, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: path.with_name(".polku.blueprint.lock").exists())
    window.close()
    left = {entry.name for entry in path.parent.iterdir()}
    assert left == {path.name, settings_file.path.name}


@pytest.fixture(autouse=True)
def _no_dialog_is_left(window: MainWindow):
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | QFileDialog | DifferenceDialog):
            widget.close()
