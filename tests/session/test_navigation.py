import pytest

from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.session.navigation import (
    Direction,
    keep_existing,
    plan_card_shift,
    select_place,
    step_selection,
)
from tests.commands.documents import cell_ids, make_card, make_document

DOCUMENT = make_document(
    make_card("e1", "lane-evidence", "step-1"),
    make_card("a1"),
    make_card("a2"),
    make_card("b1", "lane-customer", "step-2"),
    make_card("f3", "lane-front", "step-3"),
)
FACTS = DerivedFacts(DOCUMENT)


@pytest.mark.parametrize(
    ("start", "direction", "records", "cursor"),
    [
        ("a1", "down", ("a2",), Cursor("lane-customer", "step-1", 1)),
        ("a2", "down", (), Cursor("lane-front", "step-1")),
        ("a2", "up", ("a1",), Cursor("lane-customer", "step-1")),
        ("a1", "up", ("e1",), Cursor("lane-evidence", "step-1")),
        ("e1", "up", ("e1",), Cursor("lane-evidence", "step-1")),
        ("e1", "down", ("a1",), Cursor("lane-customer", "step-1")),
        ("a2", "right", ("b1",), Cursor("lane-customer", "step-2")),
        ("b1", "right", (), Cursor("lane-customer", "step-3")),
        ("f3", "right", ("f3",), Cursor("lane-front", "step-3")),
        ("b1", "left", ("a1",), Cursor("lane-customer", "step-1")),
        ("f3", "up", (), Cursor("lane-customer", "step-3")),
    ],
)
def test_arrows_lead_to_the_next_card_or_cell(
    start: str, direction: Direction, records: tuple[str, ...], cursor: Cursor
) -> None:
    selected = keep_existing(FACTS, Selection((start,)))
    assert step_selection(FACTS, selected, direction) == Selection(records, cursor)


def test_first_arrow_selects_the_first_cell() -> None:
    first = Selection(("e1",), Cursor("lane-evidence", "step-1"))
    assert step_selection(FACTS, Selection(), "down") == first


def test_arrow_from_an_empty_cell_comes_to_the_last_card_above() -> None:
    empty = select_place(FACTS, Cursor("lane-front", "step-1"))
    assert step_selection(FACTS, empty, "up").records == ("a2",)


def test_document_without_cells_keeps_the_selection() -> None:
    bare = DerivedFacts(DOCUMENT.changed(cards=(), steps=()))
    assert step_selection(bare, Selection(), "right") == Selection()


def test_selection_lets_go_of_what_is_no_more() -> None:
    gone = Selection(("x", "a1", "y"), Cursor("lane-front", "step-9"))
    assert keep_existing(FACTS, gone) == Selection(("a1",), Cursor("lane-customer", "step-1"))
    place = Selection((), Cursor("lane-customer", "step-1", 9))
    assert keep_existing(FACTS, place).cursor == Cursor("lane-customer", "step-1", 2)


def test_any_record_can_be_selected_and_the_arrows_still_walk_the_cells() -> None:
    cell = Cursor("lane-customer", "step-2")
    chosen = Selection(("lane-front", "phase-1", "step-2"), cell)
    assert keep_existing(FACTS, chosen) == chosen
    right = step_selection(FACTS, chosen, "right")
    assert right == Selection((), Cursor("lane-customer", "step-3"))


def _shift(direction: Direction, *cards: str) -> dict[tuple[str, str], list[str]]:
    after = MoveCards(plan_card_shift(FACTS, cards, direction)).apply(DOCUMENT)
    cells = {(card.lane, card.step) for card in after.cards}
    return {cell: cell_ids(after, *cell) for cell in cells}


def test_card_moves_within_its_cell_first() -> None:
    assert _shift("down", "a1")["lane-customer", "step-1"] == ["a2", "a1"]
    assert _shift("up", "a2")["lane-customer", "step-1"] == ["a2", "a1"]


def test_card_moves_on_to_the_next_lane_that_takes_cards() -> None:
    assert _shift("down", "a2")["lane-front", "step-1"] == ["a2"]
    assert _shift("up", "a1")["lane-evidence", "step-1"] == ["e1", "a1"]


def test_card_moves_to_the_next_step_at_the_same_height() -> None:
    assert _shift("right", "a1")["lane-customer", "step-2"] == ["a1", "b1"]
    assert _shift("right", "a2")["lane-customer", "step-2"] == ["b1", "a2"]


def test_several_cards_move_together() -> None:
    cells = _shift("right", "e1", "b1", "a1")
    assert cells["lane-customer", "step-2"] == ["a1"]
    assert cells["lane-customer", "step-3"] == ["b1"]
    assert cells["lane-evidence", "step-2"] == ["e1"]


@pytest.mark.parametrize(("card", "direction"), [("a1", "left"), ("f3", "down"), ("f3", "right")])
def test_card_at_the_edge_is_refused(card: str, direction: Direction) -> None:
    with pytest.raises(CommandRefusedError, match="outside_grid"):
        plan_card_shift(FACTS, (card,), direction)
