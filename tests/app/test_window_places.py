"""Windows come up where they stood, and never larger than the screen that shows them."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.app.settings import WindowPlace
from blueprint_editor.app.window_places import find_place, put_window


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
