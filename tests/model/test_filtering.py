import pytest

from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.filter_words import tell_filter
from blueprint_editor.model.filtering import apply_filter, find_unmatched
from blueprint_editor.model.records import (
    Actor,
    Connector,
    Mark,
    Persona,
    PosterFilter,
    Responsibility,
    Step,
    Tag,
    Variant,
    VariantEmotion,
)
from tests.commands.documents import make_card, make_document


@pytest.fixture
def document() -> Document:
    made = make_document(
        make_card("a", "lane-customer", "step-1").changed(variants=("v1",)),
        make_card("b", "lane-customer", "step-1").changed(variants=("v2",), tags=("t",)),
        make_card("c", "lane-customer", "step-2"),
        make_card("d", "lane-front", "step-2").changed(actors=("nurse",)),
        make_card("e", "lane-front", "step-3").changed(actors=("team",)),
        make_card("f", "lane-evidence", "step-3"),
        connectors=(
            Connector(id="a-d", source="a", target="d", kind="flow"),
            Connector(id="d-e", source="d", target="e", kind="flow", variants=("v2",)),
        ),
        marks=(
            Mark(id="m1", target="c", kind="wait"),
            Mark(id="m2", target="d-e", kind="critical_point"),
            Mark(id="m3", target="a", kind="critical_point"),
            Mark(id="m4", target="e", kind="solution", solves="m2"),
            Mark(id="m5", target="f", kind="barrier", barrier_kind="environment"),
        ),
        actors=(
            Actor(id="nurse", name="Hoitaja"),
            Actor(id="kela", name="Kela"),
            Actor(id="team", name="Tiimi", members=("nurse",)),
        ),
        tags=(Tag(id="t", name="kiire"),),
        personas=(Persona(id="p1", name="Mirja"), Persona(id="p2", name="Jere")),
        variants=(
            Variant(id="v1", name="Mirja", short="A", persona="p1"),
            Variant(id="v2", name="Jere", short="B", persona="p2"),
        ),
        responsibilities=(
            Responsibility(id="band", actor="nurse", first_step="step-1", last_step="step-3"),
        ),
    )
    lanes = tuple(
        lane.changed(actor="kela") if lane.id == "lane-evidence" else lane for lane in made.lanes
    )
    return made.changed(lanes=lanes, steps=(*made.steps, Step(id="step-4", phase="phase-2")))


def matched(document: Document, **criteria: tuple[str, ...]) -> str:
    unmatched = find_unmatched(document, PosterFilter(**criteria))
    return "".join(card.id for card in document.cards if card.id not in unmatched)


@pytest.mark.parametrize(
    ("criteria", "cards"),
    [
        ({"actors": ("nurse",)}, "d"),
        ({"actors": ("team",)}, "de"),
        ({"actors": ("kela",)}, "f"),
        ({"variants": ("v1",)}, "acdef"),
        ({"variants": ("v1", "v2")}, "abcdef"),
        ({"tags": ("t",)}, "b"),
        ({"mark_kinds": ("wait",)}, "c"),
        ({"mark_kinds": ("critical_point",)}, "ad"),
        ({"barrier_kinds": ("environment",)}, "f"),
        ({"barrier_kinds": ("person",)}, ""),
        ({"lanes": ("lane-front", "lane-evidence")}, "def"),
        ({"lanes": ("lane-front",), "actors": ("nurse", "kela")}, "d"),
    ],
)
def test_cards_pass_all_criteria_each_by_any_of_its_values(
    document: Document, criteria: dict[str, tuple[str, ...]], cards: str
) -> None:
    assert matched(document, **criteria) == cards


def filtered(document: Document, **criteria: object) -> Document:
    wanted = PosterFilter(**criteria)
    return document.changed(poster=document.poster.changed(filter=wanted))


def test_what_only_stands_back_stays_in_the_document(document: Document) -> None:
    shown = filtered(document, variants=("v1",))
    seen = apply_filter(shown)
    assert seen.document is seen.whole is shown
    assert seen.faded == {"b", "d-e", "v2"}


def test_without_criteria_everything_is_shown(document: Document) -> None:
    for shown in (document, filtered(document, hide=True)):
        seen = apply_filter(shown)
        assert seen.document is shown
        assert not seen.faded


def ids(records: tuple) -> list[str]:
    return [record.id for record in records]


def test_what_is_hidden_leaves_no_gap(document: Document) -> None:
    seen = apply_filter(filtered(document, actors=("nurse",), hide=True))
    shown = seen.document
    assert ids(shown.cards) == ["d"]
    assert ids(shown.steps) == ["step-2", "step-4"]  # the fourth step was empty before
    assert "lane-customer" not in ids(shown.lanes)
    assert "lane-emotion" not in ids(shown.lanes)
    assert ids(shown.marks) == ["m2"]
    assert [(b.first_step, b.last_step) for b in shown.responsibilities] == [("step-2", "step-2")]
    assert DerivedFacts(shown, DerivedFacts(seen.whole)).card_codes["d"] == "1.4"


def test_one_path_alone_has_its_own_persona_and_feelings(document: Document) -> None:
    felt = tuple(
        card.changed(emotion=0, emotions=(VariantEmotion(variant="v1", value=2),))
        if card.id == "c"
        else card
        for card in document.cards
    )
    shown = apply_filter(filtered(document.changed(cards=felt), variants=("v1",), hide=True))
    assert ids(shown.document.variants) == ["v1"]
    assert ids(shown.document.personas) == ["p1"]
    assert ids(shown.document.cards) == ["a", "c", "d", "e", "f"]
    assert ids(shown.document.connectors) == ["a-d"]
    card = next(card for card in shown.document.cards if card.id == "c")
    assert (card.emotion, card.emotions) == (2, ())
    assert DerivedFacts(shown.document).limits(("v1",)) == ()


def test_what_is_in_hand_stays_with_what_it_hangs_on(document: Document) -> None:
    seen = apply_filter(filtered(document, actors=("nurse",), hide=True), {"m3"}).document
    assert ids(seen.cards) == ["a", "d"]
    assert ids(seen.steps) == ["step-1", "step-2", "step-4"]
    assert {"lane-customer", "lane-emotion"} <= set(ids(seen.lanes))
    assert "a-d" in ids(seen.connectors)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Näytetään vain: Hoitaja, Kela; polku A Mirja; #kiire; odotus; kaista Tunnekäyrä"),
        ("sv", "Visas bara: Hoitaja, Kela; stig A Mirja; #kiire; väntan; bana Tunnekäyrä"),
        ("en", "Showing only: Hoitaja, Kela; path A Mirja; #kiire; wait; lane Tunnekäyrä"),
    ],
)
def test_a_filter_in_words(document: Document, language: str, words: str) -> None:
    wanted = PosterFilter(
        actors=("nurse", "kela"),
        variants=("v1",),
        tags=("t",),
        mark_kinds=("wait",),
        lanes=("lane-emotion",),
        hide=True,
    )
    assert tell_filter(document, wanted, find_terms(language)) == words
