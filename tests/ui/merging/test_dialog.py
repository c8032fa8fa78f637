"""Two paths are merged in a dialog by keys and clicks, and split again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.merging.dialog import MergeDialog
from blueprint_editor.ui.merging.model import DECISION, RESULT
from blueprint_editor.ui.merging.side_by_side import SideBySideDialog
from tests.model.test_alignment import make
from tests.ui.conftest import Find


@pytest.fixture
def document() -> Document:
    return make(
        ("a1", "a", "1", "Soittaa neuvontaan"), ("b1", "b", "1", "Soittaa neuvontaan."),
        ("a2", "a", "2", "Saa kutsun"), ("b2", "b", "2", "Odottaa kotona"),
        ("b3", "b", "3", "Aloittaa opinnot"), ("x", "", "3", "Kertoo kuulumiset"),
    )  # fmt: skip


@pytest.fixture
def dialog(window: MainWindow, find_window: Find) -> MergeDialog:
    window.actions_by_name["merge_paths"].trigger()
    found = find_window(MergeDialog)
    assert isinstance(found, MergeDialog)
    return found


@pytest.fixture(autouse=True)
def _no_dialog_is_left() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MergeDialog | SideBySideDialog | QInputDialog):
            widget.close()


def column(dialog: MergeDialog, number: int) -> list[str]:
    model = dialog.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(window: MainWindow) -> dict[str, str]:
    return {card.id: card.text for card in window.canvas.session.document.cards}


def test_proposals_are_merged_as_one_step_and_split_as_another(
    dialog: MergeDialog, window: MainWindow
) -> None:
    assert column(dialog, DECISION) == ["Common", "Own path", "Own path", ""]
    assert column(dialog, RESULT) == ["Soittaa neuvontaan", "", "", "Kertoo kuulumiset"]
    click(dialog.merge_button)
    assert "b1" not in texts(window)
    undo = window.actions_by_name["undo"].text().replace("&", "")
    assert undo == "Undo merge of two paths"
    split = window.actions_by_name["split_merged"]
    assert split.isEnabled()
    split.trigger()
    assert "b1" in texts(window)
    assert window.notices.find_text("paths") == "1 card was split"
    assert not split.isEnabled()


def test_rows_are_decided_and_written_with_the_keyboard(
    dialog: MergeDialog, window: MainWindow, qtbot: QtBot
) -> None:
    table = dialog.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert column(dialog, DECISION)[1] == "Common"
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Odottaa kutsua")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(dialog, RESULT)[1] == "Odottaa kutsua")
    QTest.keyClick(table, Qt.Key.Key_Down)
    click(dialog.buttons["out"])
    click(dialog.merge_button)
    assert texts(window) == {
        "a1": "Soittaa neuvontaan", "a2": "Odottaa kutsua", "x": "Kertoo kuulumiset",
    }  # fmt: skip


def test_pairs_are_parted_and_made(dialog: MergeDialog) -> None:
    dialog.select_row(1)
    click(dialog.buttons["part"])
    assert column(dialog, 1)[1:3] == ["Saa kutsun", ""]
    assert not dialog.buttons["part"].isEnabled()
    dialog.select_row(1)
    index = dialog.model.index(3, 0)
    rows = dialog.table.selectionModel().SelectionFlag
    dialog.table.selectionModel().select(index, rows.Select | rows.Rows)
    click(dialog.buttons["pair"])
    assert column(dialog, 1)[1] == "Saa kutsun"
    assert column(dialog, 2)[1] == "Aloittaa opinnot"
    assert column(dialog, DECISION)[1] == "Common"


def test_all_are_decided_at_once_and_the_outcome_is_drawn(
    dialog: MergeDialog, qtbot: QtBot
) -> None:
    click(dialog.buttons["none"])
    assert not dialog.merge_button.isEnabled()
    click(dialog.buttons["all"])
    assert dialog.summary.text() == "4 common cards · 0 on one path only · 0 left out"
    scene = dialog.preview.view.scene()
    qtbot.waitUntil(lambda: scene.find_placed("a1") is not None)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: scene.find_placed("b2") is None)  # type: ignore[attr-defined]
    click(dialog.buttons["proposed"])
    assert column(dialog, DECISION)[1] == "Own path"


def test_two_paths_are_seen_side_by_side_as_they_print(
    window: MainWindow, find_window: Find, qtbot: QtBot, tmp_path: Path
) -> None:
    session = window.canvas.session
    session.execute(KeepVersion("z1", "Ennen yhdistämistä", "2026-03-14T12:00:00+02:00"))
    session.execute(SetCardText("a1", "Tulee paikalle"))
    window.actions_by_name["side_by_side"].trigger()
    shown = find_window(SideBySideDialog)
    assert isinstance(shown, SideBySideDialog)
    scene = shown.view.scene()
    assert isinstance(scene, PosterScene)
    qtbot.waitUntil(lambda: scene.find_placed("x.b") is not None)
    assert scene.find_placed("a1") is not None
    QTest.keyClick(shown.first, Qt.Key.Key_Down)
    assert (shown.first.currentText(), shown.second.currentText()) == ("J Jere", "M Mirja")
    qtbot.waitUntil(lambda: scene.find_placed("a1.b") is not None)
    assert scene.find_placed("a1") is None
    QTest.keyClick(shown.version, Qt.Key.Key_Down)
    assert shown.version.currentText() == "Ennen yhdistämistä"
    assert (shown.first.currentText(), shown.second.currentText()) == ("J Jere", "M Mirja")
    click(shown.export_button)
    question = window.findChild(QFileDialog)
    assert question is not None
    file = tmp_path / "polut.pdf"
    question.fileSelected.emit(str(file))
    question.close()
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert file.read_bytes().startswith(b"%PDF-")


def test_path_of_another_file_is_chosen_and_comes_in(
    window: MainWindow, tmp_path: Path, document: Document, find_window: Find
) -> None:
    other = tmp_path / "toinen.blueprint"
    save_document(document.changed(id="other"), other)
    window._desk.paths.read_path(other)
    question = find_window(QInputDialog)
    assert question.comboBoxItems() == ["1. Mirja", "2. Jere"]  # type: ignore[attr-defined]
    question.setTextValue("2. Jere")  # type: ignore[attr-defined]
    QTest.keyClick(question, Qt.Key.Key_Return)
    dialog = find_window(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert dialog.second.currentText() == "A Jere"
    assert len(window.canvas.session.document.variants) == 3
