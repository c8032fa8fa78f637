from types import MappingProxyType

import pytest

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.removal import DeleteRecords, find_lost
from blueprint_editor.model.records import CausalMap, CausalNode, Comment, Connector, Mark
from tests.commands.documents import make_card, make_document

CARDS = (make_card("a"), make_card("b"), make_card("c").changed(origin=("a", "b")))
DOCUMENT = make_document(
    *CARDS,
    connectors=(
        Connector(id="ab", source="a", target="b", kind="flow"),
        Connector(id="bc", source="b", target="c", kind="flow"),
    ),
    marks=(
        Mark(id="problem", target="ab", kind="critical_point", text="Hidas"),
        Mark(id="cure", target="c", kind="solution", solves="problem"),
    ),
    comments=(Comment(id="said", text="Näin on", target="a"),),
    causal_map=CausalMap(
        nodes=(CausalNode(id="n1", card="a"), CausalNode(id="n2", mark="problem", text="Oma"))
    ),
    translations=MappingProxyType({"sv": {"a": {"text": "Kort"}, "b": {"text": "Kort"}}}),
)


def test_card_takes_its_connectors_and_their_marks_along() -> None:
    assert find_lost(DOCUMENT, {"a"}).ids == {"a", "ab", "problem"}
    after = DeleteRecords(frozenset({"a"})).apply(DOCUMENT)
    assert [card.id for card in after.cards] == ["b", "c"]
    assert [connector.id for connector in after.connectors] == ["bc"]
    assert [mark.id for mark in after.marks] == ["cure"]


def test_what_stays_lets_go_of_what_went() -> None:
    after = DeleteRecords(frozenset({"a"})).apply(DOCUMENT)
    assert after.marks[0].solves is None
    assert after.cards[1].origin == ("b",)
    assert after.comments[0].text == "Näin on"
    assert after.comments[0].target is None
    assert after.translations == {"sv": {"b": {"text": "Kort"}}}


def test_causal_map_keeps_the_words() -> None:
    nodes = DeleteRecords(frozenset({"a"})).apply(DOCUMENT).causal_map
    assert nodes is not None
    assert [(node.text, node.card, node.mark) for node in nodes.nodes] == [
        ("A", None, None),
        ("Oma", None, None),
    ]


def test_connector_alone_leaves_the_cards_untouched() -> None:
    after = DeleteRecords(frozenset({"bc"})).apply(DOCUMENT)
    assert after.cards is DOCUMENT.cards
    assert after.marks is DOCUMENT.marks
    assert [connector.id for connector in after.connectors] == ["ab"]


def test_unknown_record_is_refused() -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record: x"):
        DeleteRecords(frozenset({"x", "a"})).apply(DOCUMENT)
