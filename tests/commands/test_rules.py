import pytest

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.connectors import AddConnector
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.rules import find_connection_problem
from blueprint_editor.model.records import Connector, Link
from tests.commands.documents import make_card, make_document

DOCUMENT = make_document(
    make_card("a"),
    make_card("b"),
    connectors=(Connector(id="ab", source="a", target="b", kind="flow"),),
)


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [("a", "a", "connects_itself"), ("a", "b", "already_connected"), ("a", "z", "unknown_record")],
)
def test_senseless_connections_are_refused(source: str, target: str, reason: str) -> None:
    problem = find_connection_problem(DOCUMENT, source, target)
    assert problem is not None
    assert problem.reason == reason
    new = Connector(id="new", source=source, target=target, kind="flow")
    with pytest.raises(CommandRefusedError, match=reason):
        AddConnector(new).apply(DOCUMENT)


def test_same_cards_may_be_connected_in_another_way() -> None:
    new = Connector(id="new", source="a", target="b", kind="information")
    assert AddConnector(new).apply(DOCUMENT).connectors[-1] is new


def test_limits_of_the_format_hold() -> None:
    with pytest.raises(CommandRefusedError, match="too_many_lanes"):
        replace_parts(DOCUMENT, lanes=DOCUMENT.lanes * 50)


def test_new_ids_are_free_in_the_whole_document() -> None:
    linked = make_card("x").changed(links=(Link(id="c-taken", url="https://example.org"),))
    tails = iter(["taken", "taken", "free"])
    assert IdMaker(tails.__next__).make_id(make_document(linked), "c") == "c-free"


def test_random_ids_are_allowed_and_differ() -> None:
    made = {IdMaker().make_id(DOCUMENT, "c") for _ in range(50)}
    assert len(made) == 50
    assert {make_card(new).id for new in made} == made
