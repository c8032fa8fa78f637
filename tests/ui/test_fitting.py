"""Fitting in the editor: by key, one undoable step; offered again; how far it can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.commands.fields import SetField
from blueprint_editor.ui.docks.reading import ReadingPanel
from blueprint_editor.ui.fit_desk import FitDesk
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, SHIFT, Hand

KEY = Qt.Key
TEXT = "Asiakas soittaa neuvontaan ja kertoo tilanteestaan omin sanoin. " * 12


@pytest.fixture
def desk(window: MainWindow) -> FitDesk:
    (found,) = window.findChildren(FitDesk)
    return found


def fit(hand: Hand, desk: FitDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.fitted, timeout=10_000):
        hand.key(KEY.Key_F, CTRL | SHIFT)


def test_fit_by_key_is_one_step_that_can_be_undone(
    window: MainWindow, hand: Hand, desk: FitDesk, qtbot: QtBot
) -> None:
    session = window.canvas.session
    before = session.document
    window.canvas.fit_page()
    fit(hand, desk, qtbot)
    seen = window.canvas.mapToScene(window.canvas.viewport().rect()).boundingRect()
    assert seen.contains(window.canvas.page)
    poster = session.document.poster
    assert poster.fit is not None
    assert (poster.fit.paper, poster.fit.orientation) == (poster.paper, poster.orientation)
    assert session.poster.drawing.fit.scale == 1.0
    assert window.actions_by_name["undo"].text().replace("&", "") == "Undo fit to paper"
    hand.key(KEY.Key_Z, CTRL)
    assert session.document is before
    hand.key(KEY.Key_Y, CTRL)
    window.actions_by_name["drop_fit"].trigger()
    assert session.document.poster.fit is None


def test_several_posters_are_shown_as_one_at_their_size(
    window: MainWindow, desk: FitDesk, qtbot: QtBot
) -> None:
    session = window.canvas.session
    with qtbot.waitSignal(desk.fitted, timeout=10_000):
        window.actions_by_name["split_2"].trigger()
    fit = session.document.poster.fit
    assert fit is not None
    assert fit.splits == (session.document.phases[1].id,)
    assert session.poster.drawing.fit.scale == 1.0
    assert not window.actions_by_name["split_3"].isEnabled()
    desk.look()
    assert not window.notices.bar("fit").isVisible()


def test_an_edit_never_refits_but_offers_it(
    window: MainWindow, hand: Hand, desk: FitDesk, qtbot: QtBot
) -> None:
    session, bar = window.canvas.session, window.notices.bar("fit")
    fit(hand, desk, qtbot)
    stored = session.document.poster.fit
    session.execute(SetField(("a", "b", "c"), "text", TEXT))
    assert session.document.poster.fit == stored
    assert session.poster.drawing.fit.scale < 1.0
    desk.look()
    assert "no longer fits" in bar.text
    with qtbot.waitSignal(desk.fitted, timeout=10_000):
        bar.buttons[0].click()
    assert session.poster.drawing.fit.scale == 1.0
    assert session.document.poster.fit != stored
    desk.look()
    assert not bar.isVisible()


def test_another_paper_is_told(window: MainWindow, hand: Hand, desk: FitDesk, qtbot: QtBot) -> None:
    session, bar = window.canvas.session, window.notices.bar("fit")
    fit(hand, desk, qtbot)
    session.execute(SetField((session.document.id,), "poster.paper", "A3"))
    desk.look()
    assert "fitted to A1, but lies on A3" in bar.text
    bar.hide()
    desk.look()
    assert not bar.isVisible()
    session.undo()
    desk.look()
    session.redo()
    desk.look()
    assert bar.isVisible()


def test_status_bar_tells_how_far_and_leads_to_advice(
    editor: Editor, window: MainWindow, qtbot: QtBot
) -> None:
    button = window.status.reading_button
    qtbot.waitUntil(lambda: "readable at" in button.text())
    assert button.text().startswith("A1 · ")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (panel,) = window.findChildren(ReadingPanel)
    qtbot.waitUntil(lambda: bool(panel.rows) or "comfortable" in panel.state.text())
    assert panel.distance.hasFocus()
    assert " pt (" in panel.smallest.text()


def test_advice_is_followed_by_a_button(
    editor: Editor, window: MainWindow, desk: FitDesk, qtbot: QtBot
) -> None:
    session = window.canvas.session
    session.execute(SetField((session.document.id,), "poster.paper", "A4"))
    panel = window.docks.enter("reading")
    (panel,) = window.findChildren(ReadingPanel)
    panel.distance.setValue(3.0)
    assert session.document.poster.reading_distance == 3.0
    qtbot.waitUntil(lambda: any("instead of A4" in row.label.text() for row in panel.rows))
    row = next(row for row in panel.rows if "instead of A4" in row.label.text())
    with qtbot.waitSignal(desk.fitted, timeout=10_000):
        row.button.click()
    assert session.document.poster.paper == row.label.text().split(" ")[0]
    assert session.document.poster.fit is not None
