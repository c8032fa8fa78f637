"""The choice of what goes out: parts with counts, what tells who somebody is with its place."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.notes import AddNotes
from blueprint_editor.export.publishing import PublishingChoice
from blueprint_editor.model.document import Document
from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find

KEY = Qt.Key
MAIJA = "Soita Maija Virtaselle"


def _prepare(window: MainWindow) -> Document:
    session = window.canvas.session
    session.execute(AddNotes(("Pekka Virtanen, 040 123 4567",), "", None))
    session.execute(SetField(("a",), "text", MAIJA))
    session.execute(SetField((session.document.id,), "title", "Polku, 040 765 4321"))
    return session.document


def _list(dialog: LeavingOutDialog) -> list[str]:
    table = dialog.table
    items = [
        [table.item(row, column) for column in range(3)]
        for row in range(table.rowCount())
        if not table.isRowHidden(row)
    ]
    return [" | ".join(item.text() for item in row if item is not None) for row in items]


def test_parts_and_findings_are_ticked_by_keys(window: MainWindow) -> None:
    document = _prepare(window)
    dialog = LeavingOutDialog(document, PublishingChoice(), window)
    choices: list[PublishingChoice] = []
    dialog.chosen.connect(choices.append)
    dialog.open()
    assert _list(dialog) == [
        "Sticky notes |  | 1",
        "Hidden lanes |  | 1",
        "The document | Polku, 040 765 4321 | Phone number",
        f"Card 1.1 “{MAIJA}” | {MAIJA} | Name",
    ]
    QTest.keyClick(dialog.table, KEY.Key_Space)
    assert _list(dialog)[-1].endswith("Pekka Virtanen, 040 123 4567 | Name, Phone number")
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space):
        QTest.keyClick(dialog.table, key)
    dialog.take_button.click()
    assert choices == [PublishingChoice(frozenset({"notes"}), frozenset({"a"}))]


def test_what_is_not_listed_is_not_chosen(window: MainWindow) -> None:
    document = _prepare(window)
    note = document.notes[0].id
    choice = PublishingChoice(frozenset({"notes"}), frozenset({note}))
    dialog = LeavingOutDialog(document, choice, window)
    dialog.open()
    dialog.buttons["all"].click()
    assert dialog._read() == PublishingChoice(without=frozenset({"a"}))
    dialog.buttons["usual"].click()
    assert dialog._read() == PublishingChoice()
    dialog.reject()


def test_the_package_holds_what_was_chosen(
    window: MainWindow, find_window: Find, tmp_path: Path, qtbot: QtBot
) -> None:
    _prepare(window)
    window._desk.handovers.ask()
    dialog = find_window(LeavingOutDialog)
    assert isinstance(dialog, LeavingOutDialog)
    dialog.buttons["all"].click()
    dialog.take_button.click()
    files = find_window(QFileDialog)
    assert isinstance(files, QFileDialog)
    path = tmp_path / "paketti.zip"
    files.fileSelected.emit(str(path))
    files.close()
    qtbot.waitUntil(lambda: "is ready" in window.notices.find_text("export"))
    with zipfile.ZipFile(path) as package:
        assert not any(b"Maija" in package.read(name) for name in package.namelist())
