"""An area version is made, compared with its base, marked and updated from a newer one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.dialogs.base import BaseDialog
from blueprint_editor.ui.dialogs.base_update import MINE, NOTE, THEIRS, WHAT, BaseUpdateDialog
from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find


@pytest.fixture
def area(editor: Editor, window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of an area version whose card b says something of its own."""
    window.actions_by_name["area_version"].trigger()
    qtbot.waitUntil(lambda: len(editor.list_windows()) == 2)
    made = editor.list_windows()[-1]
    made.canvas.session.execute(SetCardText("b", "Meilla B"))
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, BaseDialog | BaseUpdateDialog | PosterViewDialog | QMessageBox):
            widget.close()
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def newer(document: Document, tmp_path: Path) -> Path:
    """The file of a newer base, where cards a and b say something else."""
    path = tmp_path / "uusi-pohja.blueprint"
    changed = SetCardText("a", "Uusi A").apply(SetCardText("b", "Uusi B").apply(document))
    save_document(changed, path)
    return path


def open_base(area: MainWindow, find_window: Find) -> BaseDialog:
    area.actions_by_name["base"].trigger()
    dialog = find_window(BaseDialog)
    assert isinstance(dialog, BaseDialog)
    return dialog


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(window: MainWindow) -> list[str]:
    return [card.text for card in window.canvas.session.document.cards]


def test_area_version_knows_its_base_and_the_base_has_none(
    window: MainWindow, area: MainWindow, find_window: Find
) -> None:
    assert not window.actions_by_name["base"].isEnabled()
    session = area.canvas.session
    assert session.document.base is not None
    assert session.document.base.file_name == "polku.blueprint"
    assert session.path is None
    dialog = open_base(area, find_window)
    assert "1 reworded" in dialog.explanation.text()
    assert dialog.differences.topLevelItem(0).child(0).text(0) == "Card: “B” → “Meilla B”"


def test_local_practice_is_marked_and_differences_are_drawn(
    area: MainWindow, find_window: Find
) -> None:
    dialog = open_base(area, find_window)
    click(dialog.buttons["mark"])
    marks = area.canvas.session.document.marks
    assert [(mark.target, mark.kind) for mark in marks] == [("b", "local_practice")]
    click(dialog.buttons["poster"])
    shown = find_window(PosterViewDialog)
    parts = shown.view.scene().find_placed("b").group.parts  # type: ignore[attr-defined]
    assert "change" in {part.name for part in parts}


def read_newer(area: MainWindow, path: Path, find_window: Find) -> BaseUpdateDialog:
    area._desk.base.read_base(path, area)
    dialog = find_window(BaseUpdateDialog)
    assert isinstance(dialog, BaseUpdateDialog)
    return dialog


def test_pieces_without_conflict_are_ticked_and_taken_as_one_step(
    area: MainWindow, newer: Path, find_window: Find
) -> None:
    dialog = read_newer(area, newer, find_window)

    def texts_of(column: int) -> list[str]:
        return [dialog.table.item(row, column).text() for row in range(2)]

    assert texts_of(WHAT) == ["Card: Text", "Card: Text"]
    assert texts_of(THEIRS) == ["Uusi A", "Uusi B"]
    assert texts_of(MINE) == ["A", "Meilla B"]
    assert texts_of(NOTE) == ["", "changed in both"]
    click(dialog.take_button)
    assert texts(area)[:2] == ["Uusi A", "Meilla B"]
    area.canvas.session.undo()
    assert texts(area)[:2] == ["A", "Meilla B"]


def test_conflict_is_taken_when_it_is_ticked_with_the_keyboard(
    area: MainWindow, newer: Path, find_window: Find
) -> None:
    dialog = read_newer(area, newer, find_window)
    click(dialog.buttons["none"])
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.table.item(1, WHAT).checkState() == Qt.CheckState.Checked
    click(dialog.take_button)
    assert texts(area)[:2] == ["A", "Uusi B"]


def test_base_that_was_deleted_from_the_versions_is_told(
    area: MainWindow, newer: Path, find_window: Find
) -> None:
    session = area.canvas.session
    session.open_document(session.document.model_copy(update={"snapshots": ()}))
    dialog = open_base(area, find_window)
    assert "not there any more" in dialog.explanation.text()
    assert not dialog.buttons["update"].isEnabled()
    area._desk.base.read_base(newer, area)
    assert "cannot be compared" in find_window(QMessageBox).text()  # type: ignore[attr-defined]
