"""The comment round in a window: files go out of a named version, answers enter when they may."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.round.dialog import AnswersDialog
from tests.ui.conftest import Find


def send(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window._desk.rounds.send(path)
    bar = window.notices.bar("round")
    qtbot.waitUntil(lambda: "is ready" in bar.text, timeout=10_000)


@pytest.fixture
def answer(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Path:
    """A file that came back: a comment on a card, one on the whole, one without a place."""
    path = tmp_path / "vastaus.xlsx"
    send(window, path, qtbot)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["E5"], sheet["E6"], sheet["F6"] = "Hyvä", "<b>Kenelle?</b>", "Maija"
    sheet["A9"], sheet["E9"] = "9.9", "Mihin?"
    book.save(path)
    return path


def open_answers(
    window: MainWindow, paths: list[Path], qtbot: QtBot, find_window: Find
) -> AnswersDialog:
    window._desk.rounds.take(paths)
    qtbot.waitUntil(lambda: find_window(AnswersDialog) is not None, timeout=10_000)
    found = find_window(AnswersDialog)
    assert isinstance(found, AnswersDialog)
    return found


def list_rows(dialog: AnswersDialog) -> list[str]:
    """Return the groups and what stands in them: tick, card, comment, commenter, where."""
    rows = []
    for place in range(dialog.list.topLevelItemCount()):
        group = dialog.list.topLevelItem(place)
        rows.append(group.text(0))
        for number in range(group.childCount()):
            item = group.child(number)
            tick = "x" if item.checkState(0) == Qt.CheckState.Checked else "-"
            rows.append(" | ".join([tick, *(item.text(column) for column in range(4))]))
    return rows


def test_a_file_to_send_is_made_from_a_named_version(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for ending in ("docx", "pdf"):
        send(window, tmp_path / f"a.{ending}", qtbot)
        assert (tmp_path / f"a.{ending}").stat().st_size > 1000
        window.notices.bar("round").hide()
        window.notices.bar("round").tell("")
    # Nothing has changed between the two.
    (version,) = window.canvas.session.document.snapshots
    assert version.name.startswith("Kommenttikierros")


def test_the_kind_of_file_is_chosen_where_its_name_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.actions_by_name["send_round"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "xlsx"
    dialog.selectNameFilter(dialog.nameFilters()[2])
    dialog.filterSelected.emit(dialog.nameFilters()[2])
    assert dialog.defaultSuffix() == "pdf"
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_answers_are_shown_before_they_enter_and_enter_as_one_step(
    window: MainWindow, answer: Path, qtbot: QtBot, find_window: Find
) -> None:
    session = window.canvas.session
    broken = answer.with_name("rikki.docx")
    broken.write_bytes(b"x")
    dialog = open_answers(window, [answer, broken], qtbot, find_window)
    assert list_rows(dialog) == [
        "Could not be placed: enter as comments on the whole (1)",
        "x | 9.9 | 9.9: Mihin? | Maija | no card has this code",
        "Placed (2)",
        "x |  | Hyvä | Maija | the whole blueprint",
        "x | 1.1 | <b>Kenelle?</b> | Maija | ",
    ]
    assert dialog.faults == (
        "rikki.docx: The file is broken, or not of the kind that its name says.",
    )
    assert not session.document.comments
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert list_rows(dialog)[1].startswith("- | 9.9")
    assert dialog.take_button.text() == "&Take In 2 Comments"
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    comments = session.document.comments
    assert [(c.text, c.author, c.kind) for c in comments] == [
        ("Hyvä", "Maija", "comment_round"),
        ("<b>Kenelle?</b>", "Maija", "comment_round"),
    ]
    bar = window.notices.bar("round")
    assert bar.text == "2 comments were taken in"
    bar.buttons[0].click()
    assert window.docks.is_shown("comments")
    session.undo()
    assert not session.document.comments
    session.redo()
    again = open_answers(window, [answer], qtbot, find_window)
    assert list_rows(again)[1:] == [
        "x | 9.9 | 9.9: Mihin? | Maija | no card has this code",
        "Taken in before (2)",
        "- |  | Hyvä | Maija | the whole blueprint",
        "- | 1.1 | <b>Kenelle?</b> | Maija | ",
    ]
    again.reject()
    QApplication.processEvents()


def test_a_handover_package_is_written_from_the_menu(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, find_window: Find
) -> None:
    window.actions_by_name["handover"].trigger()
    leaving = find_window(LeavingOutDialog)
    assert isinstance(leaving, LeavingOutDialog)
    leaving.take_button.click()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "zip"
    dialog.fileSelected.emit(str(tmp_path / "a.zip"))
    dialog.reject()
    qtbot.waitUntil(lambda: "is ready" in window.notices.bar("export").text, timeout=10_000)
    assert (tmp_path / "a.zip").read_bytes().startswith(b"PK")
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
