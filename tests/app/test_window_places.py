"""Windows come up where they stood, and never larger than the screen that shows them."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.settings import WindowPlace
from blueprint_editor.app.window_places import cascade, find_place, put_window


@pytest.mark.parametrize(
    "place",
    [
        None,
        WindowPlace(x=20, y=30, width=400, height=300),
        WindowPlace(x=0, y=0, width=3000, height=2000),
        WindowPlace(x=5000, y=0, width=400, height=300),
    ],
)
def test_window_is_within_its_screen(
    qtbot: QtBot, qapp: QApplication, place: WindowPlace | None
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put_window(window, place, qapp.screens())
    assert window.screen().availableGeometry().contains(window.geometry())
    if place is not None and place.x == 20:
        assert find_place(window) == place


def test_window_beside_another_keeps_its_title_bar_on_the_screen(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, window = QWidget(), QWidget()
    area = qapp.primaryScreen().availableGeometry()
    for widget in (before, window):
        qtbot.addWidget(widget)
    before.setGeometry(area.adjusted(10, 30, -10, -10))
    # As a window manager would have it; the offscreen platform draws no frames.
    monkeypatch.setattr(before, "frameGeometry", lambda: before.geometry().adjusted(-2, -24, 2, 4))
    cascade(window, before)
    assert area.contains(window.geometry().adjusted(-2, -24, 2, 4))
