"""Voting on the canvas: clicks and keys give dots and take them while it is on, and only then."""

from PySide6.QtCore import Qt

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.marks import list_marks
from tests.canvas.hand import SHIFT, Hand


def test_a_click_gives_a_dot_and_with_shift_takes_it(canvas: PosterCanvas, hand: Hand) -> None:
    session = canvas.session
    canvas.voting.turn(is_on=True)
    hand.click(hand.card("a"))
    hand.double_click(hand.card("b"))
    assert not canvas.is_busy
    hand.click(hand.card("a"), SHIFT)
    hand.click(hand.card("a"), SHIFT)
    assert [session.facts.cards[card].votes for card in "ab"] == [0, 2]
    hand.key(Qt.Key.Key_Plus)
    assert session.facts.cards["a"].votes == 1
    hand.key(Qt.Key.Key_Escape)
    assert not canvas.voting.is_on
    hand.click(hand.card("b"))
    assert session.facts.cards["b"].votes == 2


def test_a_mark_takes_votes_of_its_own(poster_canvas: PosterCanvas, poster_hand: Hand) -> None:
    session = poster_canvas.session
    poster_canvas.voting.turn(is_on=True)
    for votes in (1, 2):
        placed = poster_canvas.poster_scene.find_placed("a")
        assert placed is not None
        box = to_rect(list_marks(placed.group)["m1"].moved(placed.x, placed.y))
        poster_hand.click(poster_hand.at(box.center().x(), box.center().y()))
        assert next(mark.votes for mark in session.document.marks if mark.id == "m1") == votes
    assert session.facts.cards["a"].votes == 0
