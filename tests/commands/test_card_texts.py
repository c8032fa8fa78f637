from types import MappingProxyType

import pytest

from blueprint_editor.commands.card_texts import ChangeVotes, JoinCards, SplitCard
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.connectors import ReverseConnectors
from blueprint_editor.model.records import (
    Actor,
    Comment,
    Connector,
    Handover,
    Link,
    Mark,
    Tag,
    Variant,
    VariantEmotion,
)
from tests.commands.documents import cell_ids, make_card, make_document

DOCUMENT = make_document(
    make_card("a").changed(
        text="Soittaa\n\n Jonottaa \nLähtee",
        actors=("anna",),
        tags=("t1",),
        variants=("v1",),
        votes=2,
        origin=("n1",),
        emotions=(VariantEmotion(variant="v1", value=-1),),
    ),
    make_card("b"),
    make_card("c", "lane-front", "step-2").changed(
        note="Muista",
        actors=("anna", "bert"),
        channel="phone",
        variants=("v2",),
        votes=1,
        links=(Link(id="u1", url="https://example.org"),),
        emotions=(VariantEmotion(variant="v1", value=2), VariantEmotion(variant="v2", value=1)),
    ),
    make_card("d", "lane-front", "step-3"),
    actors=(Actor(id="anna", name="Anna"), Actor(id="bert", name="Bert")),
    tags=(Tag(id="t1", name="Digi"),),
    variants=(Variant(id="v1", name="A"), Variant(id="v2", name="B")),
    connectors=(
        Connector(id="ac", source="a", target="c", kind="flow"),
        Connector(id="ad", source="a", target="d", kind="flow"),
        Connector(id="cd", source="c", target="d", kind="flow"),
        Connector(
            id="dc",
            source="d",
            target="c",
            kind="handover",
            handover=Handover(giver="anna", receiver="bert"),
        ),
    ),
    marks=(
        Mark(id="m1", target="c", kind="critical_point", votes=1),
        Mark(id="m2", target="ac", kind="wait"),
        Mark(id="m3", target="cd", kind="question"),
    ),
    comments=(Comment(id="q1", text="Linkki", target="u1"),),
    translations=MappingProxyType(
        {
            "sv": {"a": {"text": "Ringer\nVäntar\nGår"}, "c": {"note": "Kom ihåg"}},
            "en": {"a": {"text": "Calls and waits"}},
        }
    ),
)


def test_card_is_split_into_its_lines() -> None:
    after = SplitCard("a").apply(DOCUMENT)
    ids = cell_ids(after, "lane-customer", "step-1")
    cards = {card.id: card for card in after.cards}
    assert [cards[i].text for i in ids] == ["Soittaa", "Jonottaa", "Lähtee", "B"]
    first, second = cards[ids[0]], cards[ids[1]]
    assert (first.id, first.votes, first.origin) == ("a", 2, ("n1",))
    assert (second.actors, second.tags, second.votes) == (("anna",), ("t1",), 0)
    assert second.origin == ("a",)
    assert [after.translations["sv"][i]["text"] for i in ids[:3]] == ["Ringer", "Väntar", "Går"]
    assert after.translations["en"] == DOCUMENT.translations["en"]


@pytest.mark.parametrize("card", ["b", "m1"])
def test_card_of_one_line_is_not_split(card: str) -> None:
    with pytest.raises(CommandRefusedError, match="one_line"):
        SplitCard(card).apply(DOCUMENT)


def test_joined_card_holds_all_that_the_cards_held() -> None:
    after = JoinCards(("c", "a")).apply(DOCUMENT)
    joined = next(card for card in after.cards if card.id == "a")
    assert [card.id for card in after.cards] == ["a", "b", "d"]
    assert joined.text == "Soittaa\n\n Jonottaa \nLähtee\nC"
    assert (joined.note, joined.channel, joined.votes) == ("Muista", "phone", 3)
    assert (joined.actors, joined.tags) == (("anna", "bert"), ("t1",))
    assert joined.variants == ("v1", "v2")
    assert {(e.variant, e.value) for e in joined.emotions} == {("v1", -1), ("v2", 1)}
    assert joined.links[0].id == "u1"
    assert after.comments[0].target == "u1"
    assert joined.origin == ("n1", "c")
    assert after.translations["sv"]["a"] == {
        "text": "Ringer\nVäntar\nGår\nC",
        "note": "Kom ihåg",
    }


def test_joined_card_keeps_the_connectors_that_still_say_something() -> None:
    after = JoinCards(("a", "c")).apply(DOCUMENT)
    assert [(k.id, k.source, k.target) for k in after.connectors] == [
        ("ad", "a", "d"),
        ("dc", "d", "a"),
    ]
    assert [(mark.id, mark.target) for mark in after.marks] == [
        ("m1", "a"),
        ("m2", "a"),
        ("m3", "ad"),
    ]


def test_card_of_all_variants_makes_the_joined_one_of_all() -> None:
    after = JoinCards(("a", "b")).apply(DOCUMENT)
    assert after.cards[0].variants == ()


@pytest.mark.parametrize(
    ("cards", "reason"), [(("a",), "one_card"), (("a", "x"), "unknown_record: x")]
)
def test_one_card_alone_is_not_joined(cards: tuple[str, ...], reason: str) -> None:
    with pytest.raises(CommandRefusedError, match=reason):
        JoinCards(cards).apply(DOCUMENT)


def test_votes_are_counted_on_cards_and_marks_and_never_below_nought() -> None:
    after = ChangeVotes(("a", "m1", "b"), -2).apply(DOCUMENT)
    assert [card.votes for card in after.cards] == [0, 0, 1, 0]
    assert after.cards[1] is DOCUMENT.cards[1]
    assert after.marks[0].votes == 0
    with pytest.raises(CommandRefusedError, match="unknown_field: lane-front"):
        ChangeVotes(("lane-front",), 1).apply(DOCUMENT)


def test_connector_is_turned_with_its_handover() -> None:
    after = ReverseConnectors(("dc",)).apply(DOCUMENT)
    turned = after.connectors[3]
    assert (turned.source, turned.target) == ("c", "d")
    assert turned.handover == Handover(giver="bert", receiver="anna")
    both = DOCUMENT.changed(
        connectors=(
            *DOCUMENT.connectors,
            Connector(id="da", source="d", target="a", kind="flow"),
        )
    )
    with pytest.raises(CommandRefusedError, match="already_connected: ad, da"):
        ReverseConnectors(("ad",)).apply(both)
    assert ReverseConnectors(("ad", "da")).apply(both).connectors[1].source == "d"
    with pytest.raises(CommandRefusedError, match="unknown_record: a"):
        ReverseConnectors(("a",)).apply(DOCUMENT)
