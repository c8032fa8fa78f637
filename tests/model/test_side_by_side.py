"""Each lane twice, for the one path and the other."""

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Connector, Mark
from blueprint_editor.model.side_by_side import lay_side_by_side
from tests.model.strategies import documents
from tests.model.test_alignment import PATHS, make


def test_lanes_of_a_role_stay_together_and_cards_stand_in_their_path() -> None:
    document = make(("a", "a", "1", "A"), ("b", "b", "1", "B"), ("x", "", "2", "X"))
    document = document.model_copy(
        update={
            "connectors": (
                Connector(id="k", source="a", target="x", kind="flow"),
                Connector(id="l", source="a", target="b", kind="flow"),
            ),
            "marks": (Mark(id="m", target="x", kind="wait"),),
        }
    )
    shown = lay_side_by_side(document, "path-a", "path-b")
    assert [lane.id for lane in shown.lanes] == [
        "lane-evidence", "lane-emotion", "lane-emotion.b", "lane-customer", "lane-customer.b",
        "lane-front", "lane-hidden",
    ]  # fmt: skip
    assert [lane.name for lane in shown.lanes[3:5]] == [
        "M · Asiakkaan toiminta", "J · Asiakkaan toiminta",
    ]  # fmt: skip
    assert [(c.id, c.lane) for c in shown.cards] == [
        ("a", "lane-customer"), ("x", "lane-customer"),
        ("b.b", "lane-customer.b"), ("x.b", "lane-customer.b"),
    ]  # fmt: skip
    assert [(k.source, k.target) for k in shown.connectors] == [("a", "x")]
    assert [mark.target for mark in shown.marks] == ["x", "x.b"]


@given(document=documents(), number=st.integers(0, 2))
def test_any_two_paths_have_the_steps_and_lines_of_the_blueprint(
    document: Document, number: int
) -> None:
    paths = (*document.variants, *PATHS)
    document = document.model_copy(update={"variants": paths})
    first, second = paths[number % len(paths)].id, PATHS[-1].id
    if first == second:
        return
    shown = lay_side_by_side(document, first, second)
    lanes = {lane.id for lane in shown.lanes}
    assert len(lanes) == len(shown.lanes)
    cards = {card.id for card in shown.cards}
    assert all(card.lane in lanes for card in shown.cards)
    assert all({link.source, link.target} <= cards for link in shown.connectors)
    assert shown.steps is document.steps
    kinds = DerivedFacts(document).boundaries.values()
    assert list(DerivedFacts(shown).boundaries.values()) == list(kinds)
    both = [card for card in document.cards if not card.variants]
    assert len(
        [card for card in shown.cards if card.id.removesuffix(".b") in {c.id for c in both}]
    ) == 2 * len(both)
