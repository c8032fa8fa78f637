"""The small map shows what is in view, leads elsewhere, and is away where it is of no use."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.cards import SetCardText


@pytest.fixture
def zoomed(canvas: PosterCanvas, qtbot: QtBot) -> PosterCanvas:
    canvas.set_zoom(1.5)
    qtbot.waitUntil(lambda: not canvas.minimap._picture.isNull())
    return canvas


def test_hidden_while_the_whole_page_is_in_view(canvas: PosterCanvas) -> None:
    canvas.fit_page()
    assert canvas.minimap.isHidden()
    canvas.set_zoom(1.5)
    assert not canvas.minimap.isHidden()
    canvas.minimap.set_wanted(is_wanted=False)
    assert canvas.minimap.isHidden()


def test_a_click_and_a_drag_lead_elsewhere(zoomed: PosterCanvas) -> None:
    minimap, view = zoomed.minimap, zoomed.viewport()

    def middle() -> tuple[float, float]:
        at = zoomed.to_scene(view.rect().center().toPointF())
        page = zoomed.page
        return (at.x() - page.left()) / page.width(), (at.y() - page.top()) / page.height()

    for share in (0.25, 0.75):
        at = QPoint(round(minimap.width() * share), round(minimap.height() * share))
        QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=at)
        assert middle() == pytest.approx((share, share), abs=0.06)
    assert zoomed.session.selection.records == ()


def test_it_is_painted_anew_after_an_edit(zoomed: PosterCanvas, qtbot: QtBot) -> None:
    before = zoomed.minimap._painted
    zoomed.session.execute(SetCardText("a", "Uusi teksti " * 10))
    qtbot.waitUntil(lambda: zoomed.minimap._painted is zoomed.session.poster.drawing)
    assert zoomed.minimap._painted is not before


def test_it_waits_for_the_last_of_several_edits(zoomed: PosterCanvas) -> None:
    before = zoomed.minimap._painted
    for text in ("Uusi", "Uudempi"):
        zoomed.session.execute(SetCardText("a", text))
        QApplication.processEvents()
    assert zoomed.minimap._painted is before
    assert zoomed.minimap._timer.isActive()
