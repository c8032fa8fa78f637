import pytest

from blueprint_editor.commands.cards import AddCard, MoveCards, SetCardText
from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.rules import CardPlace, plan_block_move
from blueprint_editor.model.derived import DerivedFacts
from tests.commands.documents import cell_ids, make_card, make_document

A, B, C, D = (make_card(name) for name in "abcd")


def test_text_is_set_and_the_rest_stays_the_same_object() -> None:
    before = make_document(A, B)
    after = SetCardText("b", "Uusi\nteksti").apply(before)
    assert after.cards[1].text == "Uusi\nteksti"
    assert after.cards[0] is before.cards[0]
    assert after.lanes is before.lanes


def test_same_text_changes_nothing() -> None:
    document = make_document(A)
    assert SetCardText("a", "A").apply(document) is document


def test_text_with_a_forbidden_character_is_an_error() -> None:
    with pytest.raises(InvalidValueError):
        SetCardText("a", "\x07").apply(make_document(A))


def test_unknown_card_is_refused() -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record: x"):
        SetCardText("x", "").apply(make_document(A))


@pytest.mark.parametrize(
    ("moved", "position", "expected"),
    [
        ("d", 0, ["d", "a", "b", "c"]),
        ("d", 2, ["a", "b", "d", "c"]),
        ("a", 0, ["a", "b", "c", "d"]),
        ("a", 1, ["b", "a", "c", "d"]),
        ("a", None, ["b", "c", "d", "a"]),
        ("b", 99, ["a", "c", "d", "b"]),
        ("b", -3, ["b", "a", "c", "d"]),
    ],
)
def test_card_moves_within_its_cell(moved: str, position: int | None, expected: list[str]) -> None:
    place = CardPlace(moved, "lane-customer", "step-1", position)
    after = MoveCards((place,)).apply(make_document(A, B, C, D))
    assert cell_ids(after, "lane-customer", "step-1") == expected


def test_card_that_stays_where_it_is_changes_nothing() -> None:
    document = make_document(A, B)
    place = CardPlace("a", "lane-customer", "step-1", 0)
    assert MoveCards((place,)).apply(document) is document


def test_card_moved_to_an_empty_cell_keeps_its_line_in_the_file() -> None:
    after = MoveCards((CardPlace("b", "lane-front", "step-3"),)).apply(make_document(A, B, C))
    assert [card.id for card in after.cards] == ["a", "b", "c"]
    assert cell_ids(after, "lane-front", "step-3") == ["b"]


def test_several_cards_keep_the_order_given() -> None:
    there = make_card("x", "lane-front", "step-2")
    places = tuple(CardPlace(name, "lane-front", "step-2", 0) for name in ("c", "a"))
    after = MoveCards(places).apply(make_document(A, B, C, there))
    assert cell_ids(after, "lane-front", "step-2") == ["c", "a", "x"]
    empty = tuple(CardPlace(name, "lane-front", "step-3") for name in ("c", "a"))
    assert cell_ids(MoveCards(empty).apply(after), "lane-front", "step-3") == ["c", "a"]


@pytest.mark.parametrize(
    ("lane", "step", "reason"),
    [
        ("lane-emotion", "step-1", "curve_lane"),
        ("lane-hidden", "step-1", "hidden_lane"),
        ("lane-none", "step-1", "unknown_record"),
        ("lane-front", "step-9", "unknown_record"),
    ],
)
def test_cells_that_take_no_cards_refuse_them(lane: str, step: str, reason: str) -> None:
    with pytest.raises(CommandRefusedError, match=reason):
        MoveCards((CardPlace("a", lane, step),)).apply(make_document(A))
    with pytest.raises(CommandRefusedError, match=reason):
        AddCard(make_card("new", lane, step)).apply(make_document(A))


def test_new_card_stands_where_it_was_asked_for() -> None:
    after = AddCard(make_card("new"), 1).apply(make_document(A, B))
    assert cell_ids(after, "lane-customer", "step-1") == ["a", "new", "b"]


def test_block_follows_its_anchor() -> None:
    beside = make_card("beside", "lane-customer", "step-2")
    facts = DerivedFacts(make_document(A, B, beside))
    place = CardPlace("a", "lane-front", "step-2", 0)
    plan = plan_block_move(facts, ("b", "beside", "a"), "a", place)
    after = MoveCards(plan).apply(make_document(A, B, beside))
    assert cell_ids(after, "lane-front", "step-2") == ["a", "b"]
    assert cell_ids(after, "lane-front", "step-3") == ["beside"]


def test_block_skips_lanes_without_cards() -> None:
    evidence = make_card("e", "lane-evidence")
    facts = DerivedFacts(make_document(evidence, A))
    plan = plan_block_move(facts, ("e", "a"), "e", CardPlace("e", "lane-customer", "step-1"))
    assert {(place.card, place.lane) for place in plan} == {
        ("e", "lane-customer"),
        ("a", "lane-front"),
    }


def test_block_that_would_leave_the_grid_is_refused() -> None:
    last = make_card("last", "lane-customer", "step-3")
    facts = DerivedFacts(make_document(A, last))
    with pytest.raises(CommandRefusedError, match="outside_grid: last"):
        plan_block_move(facts, ("a", "last"), "a", CardPlace("a", "lane-customer", "step-2"))
