import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import CTRL, SHIFT, Hand

KEY = Qt.Key


def test_connecting_by_key_tells_in_the_status_bar_what_comes(
    window: MainWindow, hand: Hand
) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_L, CTRL)
    assert window.status.currentMessage().startswith("Connect card 1.1 to another")
    hand.key(KEY.Key_Right)
    assert window.status.currentMessage() == "Connect to: Card 1.3: C"
    hand.key(KEY.Key_Left)
    assert window.status.currentMessage() == "A card cannot be connected with itself."
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Return)
    assert window.status.currentMessage() == ""
    assert [(c.source, c.target) for c in window.canvas.session.document.connectors] == [("a", "c")]


def test_other_action_ends_the_connecting(window: MainWindow, hand: Hand) -> None:
    document = window.canvas.session.document
    hand.click(hand.card("a"))
    hand.key(KEY.Key_L, CTRL)
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_A, CTRL)
    assert not window.canvas.is_busy
    assert window.canvas.session.shown_document is document


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_menu_asks_for_the_kind(window: MainWindow, hand: Hand, qtbot: QtBot, key: Qt.Key) -> None:
    hand.click(hand.card("a"))
    hand.key(KEY.Key_L, CTRL)
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Return, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "Flow"
    menu.setActiveAction(menu.actions()[1])
    qtbot.keyClick(menu, key)
    qtbot.waitUntil(lambda: not window.canvas.is_busy)
    kinds = [link.kind for link in window.canvas.session.document.connectors]
    assert kinds == (["information"] if key == KEY.Key_Return else [])
