import pytest

from blueprint_editor.commands.causal import (
    AddCausalArrow,
    AddCausalNode,
    AddSubjects,
    LayOutAnew,
    MoveCausalNodes,
    NodePlace,
    PasteFactors,
    ReverseCausalArrows,
)
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode, Mark
from tests.commands.documents import make_card, make_document

EMPTY = make_document(make_card("a"), make_card("b")).changed(
    marks=(Mark(id="m", target="a", kind="risk", text="Riski"),)
)
NODES = (CausalNode(id="n1", text="Syy"), CausalNode(id="n2", text="Seuraus"))
ARROW = CausalArrow(id="k1", source="n1", target="n2", sign="plus")
MAPPED = EMPTY.changed(causal_map=CausalMap(nodes=NODES, arrows=(ARROW,)))


def map_of(document: Document) -> CausalMap:
    assert document.causal_map is not None
    return document.causal_map


def test_the_first_node_begins_the_map() -> None:
    after = AddCausalNode(NODES[0]).apply(EMPTY)
    assert map_of(after).nodes == (NODES[0],)
    joined = AddCausalNode(NODES[1], ARROW).apply(after)
    assert map_of(joined).arrows == (ARROW,)


def test_cards_and_marks_become_nodes_once() -> None:
    after = AddSubjects(("a", "m", "a"), "seed").apply(EMPTY)
    assert [(node.card, node.mark) for node in map_of(after).nodes] == [("a", None), (None, "m")]
    assert AddSubjects(("m", "a"), "other").apply(after) is after
    more = AddSubjects(("b", "m"), "other").apply(after)
    assert [node.card for node in map_of(more).nodes] == ["a", None, "b"]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (AddCausalArrow(ARROW.changed(id="k2")), "causes_already"),
        (AddCausalArrow(ARROW.changed(id="k2", target="n1")), "causes_itself"),
        (AddCausalArrow(ARROW.changed(id="k2", target="a")), "unknown_record"),
        (AddCausalArrow(ARROW), "id_taken"),
        (AddCausalNode(CausalNode(id="n1")), "id_taken"),
        (AddCausalNode(CausalNode(id="n3", card="m")), "unknown_record"),
        (AddSubjects(("n1",), "seed"), "unknown_record"),
        (ReverseCausalArrows(("n1",)), "unknown_record"),
        (MoveCausalNodes((NodePlace("k1", 0.0, 0.0),)), "unknown_record"),
    ],
)
def test_what_makes_no_sense_is_refused(command, reason: str) -> None:
    with pytest.raises(CommandRefusedError) as refused:
        command.apply(MAPPED)
    assert refused.value.reason == reason


def test_lines_become_nodes() -> None:
    after = PasteFactors(("Yksi", "Kaksi"), "seed").apply(MAPPED)
    assert [node.text for node in map_of(after).nodes[2:]] == ["Yksi", "Kaksi"]
    assert PasteFactors((), "seed").apply(MAPPED) is MAPPED


def test_an_arrow_is_turned_and_changes_its_sign() -> None:
    after = ReverseCausalArrows(("k1",)).apply(MAPPED)
    assert (map_of(after).arrows[0].source, map_of(after).arrows[0].target) == ("n2", "n1")
    both = AddCausalArrow(ARROW.changed(id="k2", source="n2", target="n1")).apply(MAPPED)
    with pytest.raises(CommandRefusedError, match="causes_already"):
        ReverseCausalArrows(("k1",)).apply(both)
    assert map_of(ReverseCausalArrows(("k1", "k2")).apply(both)).arrows[0].source == "n2"
    assert map_of(SetField(("k1",), "sign", "minus").apply(MAPPED)).arrows[0].sign == "minus"


def test_what_was_put_by_hand_is_forgotten_when_laid_out_anew() -> None:
    moved = MoveCausalNodes((NodePlace("n1", 10.123, -4.0),)).apply(MAPPED)
    assert (map_of(moved).nodes[0].x, map_of(moved).nodes[0].y) == (10.12, -4.0)
    assert map_of(moved).nodes[1] is NODES[1]
    assert map_of(LayOutAnew(("n1", "n2")).apply(moved)) == MAPPED.causal_map
    assert LayOutAnew(("n1",)).apply(MAPPED) is MAPPED
