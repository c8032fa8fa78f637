"""The window of statistics: opened by the menu or the dock, follows edits, can be copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.commands.fields import SetField
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Duration, Variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.problems.panel import ProblemsPanel
from blueprint_editor.ui.statistics.dialog import StatisticsDialog
from tests.checks.blueprints import change, make_blueprint


@pytest.fixture
def document() -> Document:
    paths = (Variant(id="va", name="Aino"), Variant(id="vb", name="Bo"))
    document = make_blueprint(variants=paths, actors=(Actor(id="a9", name="=1+1"),))
    return change(document, "c2", variants=("vb",), duration=Duration(min=2, max=2, unit="days"))


@pytest.fixture
def session(window: MainWindow) -> DocumentSession:
    return window.canvas.session


@pytest.fixture
def dialog(window: MainWindow) -> StatisticsDialog:
    window.actions_by_name["statistics"].trigger()
    (found,) = window.findChildren(StatisticsDialog)
    return found


def cell(dialog: StatisticsDialog, page: int, row: int, column: int) -> str:
    view = dialog.pages.widget(page).findChild(QTableWidget)
    return str(view.item(row, column).text())


def test_each_table_is_a_page(dialog: StatisticsDialog) -> None:
    titles = [dialog.pages.tabText(number) for number in range(dialog.pages.count())]
    assert titles == ["Times", "Actors", "Lanes", "Paths"]
    assert not dialog.isModal()
    assert cell(dialog, 0, 1, 1) == "2 days"


def test_it_follows_edits_and_stays_on_its_page(
    dialog: StatisticsDialog, session: DocumentSession, qtbot: QtBot
) -> None:
    dialog.pages.setCurrentIndex(1)
    session.execute(SetField(("c2",), "duration.max", 5.0))
    qtbot.waitUntil(lambda: cell(dialog, 0, 1, 1) == "2–5 days")
    assert dialog.pages.currentIndex() == 1


def test_one_path_is_chosen_with_keys(dialog: StatisticsDialog) -> None:
    dialog.path.setFocus()
    QTest.keyClick(dialog.path, Qt.Key.Key_Down)
    assert dialog.path.currentText() == "Aino"
    assert cell(dialog, 0, 1, 1) == "–"


def test_a_table_is_copied_and_no_spreadsheet_takes_names_for_formulas(
    dialog: StatisticsDialog,
) -> None:
    dialog.pages.setCurrentIndex(1)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Actor", "First on cards"]
    assert lines[-1].startswith("'=1+1\t0")


def test_the_dock_of_problems_opens_it_too(window: MainWindow) -> None:
    panel = window.docks.panel("problems")
    assert isinstance(panel, ProblemsPanel)
    QTest.mouseClick(panel.statistics, Qt.MouseButton.LeftButton)
    (found,) = panel.findChildren(StatisticsDialog)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()
