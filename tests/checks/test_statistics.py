"""Counts by actor, lane and path, and feelings against marks."""

from blueprint_editor.checks.statistics import (
    ActorCount,
    FeelingCount,
    PlaceCount,
    count_actors,
    count_feelings,
    count_lanes,
    count_paths,
)
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Handover, Variant, VariantEmotion
from tests.checks.blueprints import change, link, make_blueprint, mark

MARKS = (
    mark("m1", "c1", "critical_point"),
    mark("m2", "k1", "wait"),
    mark("m3", "f1", "solution", solves="m1", owner="a-worker"),
    mark("m4", "f1", "idea"),
)


def make() -> Document:
    paths = (Variant(id="va", name="A"), Variant(id="vb", name="B"))
    handover = Handover(giver="a-office", receiver="a-worker")
    document = make_blueprint(
        marks=MARKS,
        variants=paths,
        connectors=(link("k9", "b1", "f3", "handover", handover=handover),),
    )
    document = change(document, "c1", emotion=1, emotions=(VariantEmotion(variant="vb", value=-2),))
    document = change(document, "c2", emotion=2, variants=("va",))
    return change(document, "f3", actors=("a-office", "a-worker"))


def test_actors_lead_join_hand_over_and_own() -> None:
    assert count_actors(make()) == (
        ActorCount("a-client", 3, 0, 0, 0, 0),
        ActorCount("a-worker", 2, 1, 0, 1, 1),
        ActorCount("a-office", 2, 0, 1, 0, 0),
    )


def test_lanes_hold_cards_and_marks() -> None:
    assert count_lanes(DerivedFacts(make())) == (
        PlaceCount("l-evidence", 3, 3, 0, 0),
        PlaceCount("l-customer", 3, 3, 2, 0),
        PlaceCount("l-front", 3, 3, 0, 1),
        PlaceCount("l-back", 1, 1, 0, 0),
    )


def test_paths_share_what_names_none() -> None:
    assert count_paths(DerivedFacts(make())) == (
        PlaceCount("va", 10, 1, 2, 1),
        PlaceCount("vb", 9, 0, 2, 1),
    )


def test_feelings_stand_against_marks() -> None:
    facts = DerivedFacts(make())
    assert count_feelings(facts) == (
        FeelingCount(2, 1, 0, 0, 0),
        FeelingCount(1, 0, 0, 0, 0),
        FeelingCount(0, 0, 0, 0, 0),
        FeelingCount(-1, 0, 0, 0, 0),
        FeelingCount(-2, 1, 1, 1, 0),
        FeelingCount(None, 1, 0, 0, 0),
    )
    on_a = {count.feeling: count.cards for count in count_feelings(facts, "va")}
    assert on_a == {2: 1, 1: 1, 0: 0, -1: 0, -2: 0, None: 1}
    on_b = {count.feeling: count.cards for count in count_feelings(facts, "vb")}
    assert on_b == {2: 0, 1: 0, 0: 0, -1: 0, -2: 1, None: 1}
