"""Votes in the window: the bar while voting is on, and clearing all with a way back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blueprint_editor.ui.main_window import MainWindow


def test_all_votes_are_cleared_as_one_step_and_brought_back(window: MainWindow) -> None:
    session, voting = window.canvas.session, window.actions_by_name["voting"]
    voting.trigger()
    assert voting.isChecked()
    assert "+ and −" in window.notices.find_text("votes")
    card = session.document.cards[0].id
    for _vote in range(3):
        window.canvas.voting.cast(card, 1)
    window.actions_by_name["clear_votes"].trigger()
    assert session.facts.cards[card].votes == 0
    bar = window.notices.bar("cleared_votes")
    assert bar.text == "3 votes were cleared."
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert session.facts.cards[card].votes == 3
    window.notices.bar("votes").buttons[1].click()
    assert not voting.isChecked()
    assert window.notices.find_text("votes") == ""
