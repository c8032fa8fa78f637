"""Named versions: kept, renamed, compared, looked at, printed, restored and deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.dialogs.named_versions import NamedVersionsDialog
from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find


@pytest.fixture
def dialog(window: MainWindow, find_window: Find) -> NamedVersionsDialog:
    window.actions_by_name["named_versions"].trigger()
    found = find_window(NamedVersionsDialog)
    assert isinstance(found, NamedVersionsDialog)
    return found


@pytest.fixture(autouse=True)
def _no_dialog_is_left() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, NamedVersionsDialog | PosterViewDialog):
            widget.close()


def keep(dialog: NamedVersionsDialog, name: str) -> None:
    dialog.name_field.setFocus()
    QTest.keyClicks(dialog.name_field, name)
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)


def click(dialog: NamedVersionsDialog, name: str) -> None:
    QTest.mouseClick(dialog.buttons[name], Qt.MouseButton.LeftButton)


def lines(dialog: NamedVersionsDialog) -> list[str]:
    found = dialog.panes.lines
    return [found.item(row).text() for row in range(found.count())]


def first_group(dialog: NamedVersionsDialog) -> list[str]:
    group = dialog.panes.differences.topLevelItem(0)
    return [group.text(0), *(group.child(i).text(0) for i in range(group.childCount()))]


@pytest.fixture
def workshops(dialog: NamedVersionsDialog, window: MainWindow) -> NamedVersionsDialog:
    """The dialog on a document that was named twice and changed after each."""
    for name, text in (("Paja 1", "kaksi"), ("Paja 2", "kolme")):
        keep(dialog, name)
        window.canvas.session.execute(SetCardText("a", text))
    return dialog


def test_empty_list_says_what_to_do_and_enter_keeps_a_version(dialog: NamedVersionsDialog) -> None:
    assert "none yet" in dialog.panes.explanation.text()
    assert not dialog.buttons["restore"].isEnabled()
    keep(dialog, "Paja 1")
    assert lines(dialog) == ["Paja 1"]
    assert dialog.name_field.text() == ""
    assert "nothing differs" in dialog.panes.explanation.text()


def test_versions_are_compared_with_now_and_with_each_other(
    workshops: NamedVersionsDialog,
) -> None:
    workshops.panes.lines.setCurrentRow(1)
    assert first_group(workshops) == ["Reworded (1)", "Card: “A” → “kolme”"]
    workshops.other.setCurrentIndex(1)
    assert first_group(workshops) == ["Reworded (1)", "Card: “A” → “kaksi”"]


def test_list_of_changes_is_copied(workshops: NamedVersionsDialog) -> None:
    click(workshops, "copy")
    told = QApplication.clipboard().text().splitlines()
    assert told[0].startswith("Paja 2 (")
    assert told[1:] == ["Reworded (1)", "  Card: “kaksi” → “kolme”", "1 reworded"]


def test_poster_of_changes_shows_what_changed(
    workshops: NamedVersionsDialog, find_window: Find
) -> None:
    click(workshops, "changes")
    shown = find_window(PosterViewDialog)
    scene = shown.view.scene()  # type: ignore[attr-defined]
    parts = [part.name for part in scene.find_placed("a").group.parts]
    assert {"change", "before"} <= set(parts)


@pytest.mark.parametrize("button", ["print", "list"])
def test_poster_and_list_of_changes_are_printed(
    button: str, workshops: NamedVersionsDialog, tmp_path: Path, qtbot: QtBot, find_window: Find
) -> None:
    click(workshops, button)
    question = find_window(QFileDialog)
    question.fileSelected.emit(str(tmp_path / "muutokset.pdf"))  # type: ignore[attr-defined]
    question.close()
    qtbot.waitUntil((tmp_path / "muutokset.pdf").exists)
    qtbot.waitUntil(lambda: workshops._desk._exports._task is None)


def test_version_is_restored_as_one_step(
    workshops: NamedVersionsDialog, window: MainWindow
) -> None:
    click(workshops, "restore")
    session = window.canvas.session
    assert session.document.cards[0].text == "kaksi"
    assert len(session.document.snapshots) == 2
    session.undo()
    assert session.document.cards[0].text == "kolme"


def test_version_is_renamed_in_the_list_and_deleted(
    workshops: NamedVersionsDialog, window: MainWindow
) -> None:
    workshops.panes.lines.item(0).setText("Loppuseminaari")
    assert lines(workshops) == ["Loppuseminaari", "Paja 1"]
    click(workshops, "delete")
    assert [version.name for version in window.canvas.session.document.snapshots] == ["Paja 1"]
    assert lines(workshops) == ["Paja 1"]


def test_a_file_is_compared_like_a_version_and_enters_no_document(
    dialog: NamedVersionsDialog,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    find_window: Find,
) -> None:
    session = window.canvas.session
    path = tmp_path / "pohja.blueprint"
    save_document(SetCardText("a", "pohjassa").apply(session.document), path)
    click(dialog, "file")
    question = find_window(QFileDialog)
    question.fileSelected.emit(str(path))  # type: ignore[attr-defined]
    question.close()
    qtbot.waitUntil(lambda: lines(dialog) == ["pohja.blueprint"])
    assert first_group(dialog) == ["Reworded (1)", "Card: “pohjassa” → “A”"]
    assert dialog.buttons["list"].isEnabled()
    assert not dialog.buttons["restore"].isEnabled()
    assert session.document.snapshots == ()
    keep(dialog, "Paja 1")
    assert lines(dialog) == ["Paja 1", "pohja.blueprint"]
