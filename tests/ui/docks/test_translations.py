"""Every text stands beside its translation and is typed there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.translations.panel import TranslationsPanel
from tests.ui.conftest import Find


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> TranslationsPanel:
    found = window.docks.panel("translations")
    assert isinstance(found, TranslationsPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def rows(panel: TranslationsPanel) -> list[tuple[str, str, str]]:
    model = panel.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


def test_a_language_is_added_typed_and_taken_away(
    panel: TranslationsPanel, session: DocumentSession, qtbot: QtBot, find_window: Find
) -> None:
    assert not panel.table.isVisible()
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    dialog = find_window(QInputDialog)
    dialog.setTextValue("en")
    dialog.accept()
    assert panel.told.text().endswith("missing")
    assert rows(panel)[0] == ("Blueprint · Title", "Polku", "")
    index = panel._model.index(0, 2)
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    editor = panel.table.findChild(QLineEdit)
    QTest.keyClicks(editor, "Path")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(panel)[0][2] == "Path")
    assert session.document.translations["en"]["doc"]["title"] == "Path"
    panel.only_missing.setChecked(True)
    assert rows(panel)[0][1] != "Polku"
    QTest.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.table.isVisible())
    session.undo()
    qtbot.waitUntil(panel.table.isVisible)


def test_the_row_in_hand_is_shown_on_the_poster(
    panel: TranslationsPanel, session: DocumentSession
) -> None:
    panel.add_language("sv")
    place = next(i for i, row in enumerate(rows(panel)) if row[0].startswith("Card 1.2"))
    panel.table.setCurrentIndex(panel._model.index(place, 2))
    assert session.selection.records == ("b",)


def test_a_language_that_is_none_is_refused(
    panel: TranslationsPanel, session: DocumentSession
) -> None:
    before = session.document
    panel.add_language("ei kieli")
    panel.add_language(before.language)
    assert session.document is before
