import pytest
from PySide6.QtCore import Qt

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Cursor
from tests.canvas.hand import Hand
from tests.commands.documents import LANES


def _told(canvas: PosterCanvas) -> str:
    return canvas.accessibleDescription()


def test_current_card_is_told_with_its_place_and_connections(
    canvas: PosterCanvas, hand: Hand
) -> None:
    hand.click(hand.card("e1"))
    assert _told(canvas) == "Card 1.1: E1 – leads to 1.4. Palvelutodisteet, Alku"
    hand.key(Qt.Key.Key_Down)
    assert _told(canvas) == "Card 1.2: A. Asiakkaan toiminta, Alku"


@pytest.mark.parametrize(
    ("cursor", "told"),
    [
        (Cursor("lane-front", "step-1"), "Empty cell. Näkyvä palvelu, Alku"),
        (Cursor("lane-customer", "step-1", 2), "Place for a new card. Asiakkaan toiminta, Alku"),
    ],
)
def test_free_places_are_told(canvas: PosterCanvas, cursor: Cursor, told: str) -> None:
    canvas.session.select((), cursor)
    assert _told(canvas) == told


def test_several_cards_and_a_connector_are_told(canvas: PosterCanvas) -> None:
    canvas.session.select(["a", "b"])
    assert _told(canvas) == "2 cards selected"
    canvas.session.select(["e-c"])
    assert _told(canvas) == "Connector from 1.1 to 1.4"
    canvas.session.select()
    assert _told(canvas) == ""


def test_move_is_told_by_the_new_place(canvas: PosterCanvas, hand: Hand) -> None:
    hand.click(hand.card("a"))
    canvas.session.execute(MoveCards((CardPlace("a", "lane-front", "step-2"),)))
    assert LANES[3].name in _told(canvas)
