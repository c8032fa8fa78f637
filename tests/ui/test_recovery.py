"""After a crash: a bar says what there is, a dialog shows it, and it comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.app.safety_stores import find_stores
from blueprint_editor.model.document import Document
from blueprint_editor.storage.file_guard import read_file
from blueprint_editor.storage.format import load_document, save_document
from blueprint_editor.storage.journal import JournalStore, WorkPlace
from blueprint_editor.ui.dialogs.recovery import RecoveryDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.commands.documents import make_card, make_document
from tests.storage.test_recovery import leave
from tests.ui.conftest import Find, list_files
from tests.ui.test_safety import press, wait_for

WORK = make_document(make_card("a").changed(text="Tallentamaton"), make_card("b"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[JournalStore]:
    """Journals of this test only, found by the program as always."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    store = find_stores().journals
    yield store
    assert store.list_recoverable().damaged == ()


@pytest.fixture
def work(store: JournalStore, path: Path) -> Document:
    """Unsaved work on the file that the editor opens."""
    leave(store, WorkPlace(path, read_file(path).state.digest), WORK)
    return WORK


@pytest.fixture
def two_works(work: Document, store: JournalStore) -> Document:
    """Besides that, work that was never saved; both are there before the program looks."""
    never_saved = make_document(make_card("z")).changed(title="Ilman tiedostoa")
    leave(store, WorkPlace(), never_saved)
    return never_saved


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_work_comes_back_into_the_window_of_its_file(
    work: Document, editor: Editor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    told = wait_for(window, "recovery", qtbot)
    assert "polku.blueprint" in told
    assert "1 removed, 1 reworded" in told
    press(window, "recovery", "Bring Back")
    session = window.canvas.session
    assert session.document == work
    assert window.isWindowModified()
    assert editor.list_windows() == (window,)
    assert not window.notices.find_text("recovery")
    assert window.actions_by_name["undo"].text().replace("&", "") == "Undo recovery"
    with qtbot.waitSignal(window.files.file_used):
        window.actions_by_name["save"].trigger()
    assert load_document(path) == work


def test_work_that_was_brought_back_is_safe_until_it_is_saved(
    work: Document, store: JournalStore, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    wait_for(window, "recovery", qtbot)
    press(window, "recovery", "Bring Back")
    assert store.list_recoverable().works == ()
    folders = list((tmp_path / "state").rglob("changes.json"))
    assert len(folders) == 1
    qtbot.waitUntil(lambda: window._safety.autosave.is_idle)
    window.canvas.session.undo()
    qtbot.waitUntil(lambda: not list_files(tmp_path / "state", "changes.json"))


def test_several_works_are_shown_with_what_differs_and_each_has_its_own_way(
    two_works: Document,
    store: JournalStore,
    editor: Editor,
    window: MainWindow,
    path: Path,
    qtbot: QtBot,
    find_window: Find,
) -> None:
    assert "2 documents" in wait_for(window, "recovery", qtbot)
    press(window, "recovery", "Show…")
    dialog = find_window(RecoveryDialog)
    lines = dialog._panes.lines
    assert [lines.item(row).text().split("\n")[0] for row in range(lines.count())] == [
        "Ilman tiedostoa",
        "polku.blueprint",
    ]
    assert "never saved" in dialog._panes.explanation.text()
    lines.setCurrentRow(1)
    tree = dialog.findChild(QTreeWidget)
    assert tree.topLevelItem(0).child(0).text(0) == "Card “C” – Asiakkaan toiminta / Alku 2"
    lines.setCurrentRow(0)
    click(dialog.recover_button)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    recovered = editor.list_windows()[1]
    assert recovered.canvas.session.document == two_works
    assert recovered.canvas.session.path is None
    assert recovered.isWindowModified()
    assert lines.count() == 1
    dialog.activateWindow()
    click(dialog.delete_button)
    box = find_window(QMessageBox)
    assert "polku.blueprint" in box.text()
    click(next(b for b in box.findChildren(QPushButton) if b.text() == "Delete"))
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert store.list_recoverable().works == ()
    assert not window.notices.find_text("recovery")


def test_work_on_a_file_that_was_changed_since_opens_as_a_copy(
    work: Document, editor: Editor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    wait_for(window, "recovery", qtbot)
    theirs = make_document(make_card("x"))
    save_document(theirs, path)
    editor._unsaved.look()
    qtbot.waitUntil(lambda: not editor._unsaved.found.works[0].is_home)
    press(window, "recovery", "Bring Back")
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    assert editor.list_windows()[1].canvas.session.path is None
    assert load_document(path) == theirs


@pytest.fixture
def damage(store: JournalStore, path: Path) -> None:
    folder = leave(store, WorkPlace(path, "")).folder
    (folder / "changes.json").write_text("{")


@pytest.mark.usefixtures("damage")
def test_damaged_work_is_told_and_nothing_else_happens(
    editor: Editor, window: MainWindow, qtbot: QtBot
) -> None:
    assert "set-aside" in wait_for(window, "damage", qtbot)
    # Another look does not see what was moved aside, and it is told all the same.
    with qtbot.waitSignal(editor._unsaved._unsaved.looked):
        editor._unsaved.look()
    assert "set-aside" in window.notices.find_text("damage")


def test_offer_moves_to_the_next_window_and_into_the_next_language(
    work: Document, editor: Editor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    wait_for(window, "recovery", qtbot)
    other = path.with_name("muu.blueprint")
    save_document(make_document(make_card("z")), other)
    editor.open_files([other], window)
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    second = editor.list_windows()[1]
    window.close()
    wait_for(second, "recovery", qtbot)
    editor.preferences.choose_language("fi")
    assert editor.window is not None
    assert "Ohjelma päättyi" in wait_for(editor.window, "recovery", qtbot)


@pytest.fixture(autouse=True)
def _no_dialog_is_left():
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMessageBox | RecoveryDialog):
            widget.close()
