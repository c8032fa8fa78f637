"""Two paths beside each other: who is a pair with whom."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.model.alignment import AlignedRow, align_paths
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, Variant
from tests.commands.documents import CARD_LANES, STEPS, make_document

PATHS = (Variant(id="path-a", name="Mirja"), Variant(id="path-b", name="Jere"))
CHOICES = ((), ("path-a",), ("path-b",), ("path-a", "path-b"))
WORDS = ("Soittaa neuvontaan", "Soittaa heti neuvontaan", "Saa kutsun", "Odottaa", "")


def make(*cards: tuple[str, str, str, str]) -> Document:
    """Make a document of (id, path a, b or ab, step number, text)."""
    made = [
        Card(
            id=name, lane="lane-customer", step=f"step-{step}", text=text,
            variants=tuple(f"path-{letter}" for letter in paths),
        )
        for name, paths, step, text in cards
    ]  # fmt: skip
    return make_document(*made, variants=PATHS)


def align(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (row.first, row.second, row.likeness) for row in align_paths(document, "path-a", "path-b")
    ]


def test_same_text_is_common_and_similar_text_too() -> None:
    document = make(
        ("a1", "a", "1", "Soittaa neuvontaan."), ("b1", "b", "1", "soittaa  neuvontaan"),
        ("a2", "a", "2", "Odottaa lausuntoa kotona"),
        ("b2", "b", "2", "Odottaa lausuntoa rauhassa kotona"),
    )  # fmt: skip
    assert align(document) == [("a1", "b1", "common"), ("a2", "b2", "common")]


def test_other_words_in_the_same_place_are_different_and_in_another_are_alone() -> None:
    document = make(
        ("a1", "a", "1", "Soittaa neuvontaan"), ("b1", "b", "1", "Saa kutsun kirjeenä"),
        ("a2", "a", "2", "Käy tutkimuksissa"), ("b2", "b", "3", "Kokeilee opintoja"),
    )  # fmt: skip
    assert align(document) == [
        ("a1", "b1", "different"), ("a2", None, "only_first"), (None, "b2", "only_second"),
    ]  # fmt: skip


def test_same_text_is_found_in_another_step_before_another_text_in_the_same() -> None:
    document = make(
        ("a1", "a", "1", "Saa kutsun"), ("b1", "b", "1", "Soittaa"), ("b2", "b", "2", "Saa kutsun"),
    )  # fmt: skip
    assert align(document) == [("a1", "b2", "common"), (None, "b1", "only_second")]


def test_cards_of_both_paths_are_shared_already() -> None:
    document = make(("x", "", "1", "Kaikki"), ("y", "ab", "1", "Molemmat"))
    assert align(document) == [("x", "x", "shared"), ("y", "y", "shared")]


def test_origin_makes_a_pair_whatever_the_texts_say() -> None:
    document = make(("a1", "a", "1", "Saa kutsun"), ("b1", "b", "3", "Jotain ihan muuta"))
    card = document.cards[1].changed(origin=("a1",))
    document = document.model_copy(update={"cards": (document.cards[0], card)})
    assert align(document) == [("a1", "b1", "common")]


@st.composite
def two_paths(draw: st.DrawFn) -> Document:
    dice = Random(draw(st.integers(0, 2**32)))
    cards = [
        Card(
            id=f"c{number}", lane=dice.choice(CARD_LANES), step=dice.choice(STEPS).id,
            text=dice.choice(WORDS), variants=dice.choice(CHOICES),
        )
        for number in range(draw(st.integers(0, 24)))
    ]  # fmt: skip
    return make_document(*cards, variants=PATHS)


def _crosses(row: AlignedRow, other: AlignedRow, places: dict[str, int]) -> bool:
    ends = [places[str(card)] for card in (row.first, other.first, row.second, other.second)]
    return (ends[0] < ends[1]) != (ends[2] < ends[3])


@given(document=two_paths())
def test_every_card_stands_in_one_row_and_pairs_do_not_cross(document: Document) -> None:
    rows = align_paths(document, "path-a", "path-b")
    told = [card for row in rows for card in row.cards]
    assert sorted(told) == sorted(card.id for card in document.cards)
    facts = DerivedFacts(document)
    places = {card.id: place for place, card in enumerate(facts.reading_order)}
    pairs = [row for row in rows if row.first and row.second and row.first != row.second]
    for row in pairs:
        mine, theirs = facts.cards[str(row.first)], facts.cards[str(row.second)]
        assert (mine.lane, row.lane) == (theirs.lane, mine.lane)
        if row.likeness == "different":
            assert mine.step == theirs.step
        same_lane = [other for other in pairs if other.lane == row.lane and other is not row]
        assert not any(_crosses(row, other, places) for other in same_lane)
    assert [places[row.cards[0]] for row in rows if row.likeness == "shared"] == sorted(
        places[row.cards[0]] for row in rows if row.likeness == "shared"
    )


@given(document=two_paths())
def test_a_path_and_its_copy_have_everything_in_common(document: Document) -> None:
    own = [card for card in document.cards if card.variants == ("path-a",) and card.text]
    copies = [card.changed(id=f"{card.id}-b", variants=("path-b",)) for card in own]
    both = document.model_copy(update={"cards": (*own, *copies)})
    assert {row.likeness for row in align_paths(both, "path-a", "path-b")} <= {"common"}
