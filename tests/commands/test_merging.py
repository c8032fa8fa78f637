"""Two paths become a general one, and what was merged is split again."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.merging import (
    MERGE_CHOICES,
    MergeDecision,
    MergePaths,
    SplitMerged,
    list_merged,
    propose_decision,
)
from blueprint_editor.commands.path_import import ImportPath
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.alignment import align_paths
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Comment, Connector, Mark, Picture, VariantEmotion
from tests.commands.documents import make_card, make_document
from tests.model.strategies import documents, make_asset, make_png
from tests.model.test_alignment import CHOICES, PATHS, make

VERSION = KeepVersion("version-1", "Ennen", "2026-11-25")


def merge(document: Document, *decisions: MergeDecision) -> Document:
    return MergePaths("path-a", "path-b", decisions, VERSION).apply(document)


def two_cards(**fields: object) -> Document:
    document = make(("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Soittaa neuvontaan"))
    return document.model_copy(update=fields)


def cards_of(document: Document) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {card.id: (card.text, card.variants) for card in document.cards}


def test_common_cards_become_one_of_all_paths_that_names_its_origin() -> None:
    after = merge(two_cards(), MergeDecision(("a1", "b1"), "common", "Ottaa yhteyttä"))
    assert cards_of(after) == {"a1": ("Ottaa yhteyttä", ())}
    assert after.cards[0].origin == ("b1",)
    assert [version.name for version in after.snapshots] == ["Ennen"]
    assert cards_of(after.snapshots[0].document) == cards_of(two_cards())  # type: ignore[arg-type]


def test_what_is_apart_stays_and_what_is_out_goes() -> None:
    after = merge(two_cards(), MergeDecision(("a1",), "apart"), MergeDecision(("b1",), "out"))
    assert cards_of(after) == {"a1": ("Soittaa", ("path-a",))}
    assert merge(two_cards(), MergeDecision(("a1", "b1"), "apart")) == two_cards()


def test_picture_of_a_card_that_is_left_out_stays_for_the_version() -> None:
    asset = make_asset(make_png(), "image/png")
    document = two_cards(assets=(asset,))
    picture = Picture(asset=asset.id)
    cards = (document.cards[0].changed(image=picture), document.cards[1])
    document = document.model_copy(update={"cards": cards})
    after = merge(document, MergeDecision(("a1",), "out"))
    assert after.assets == (asset,)
    assert find_problems(after) == ()


def test_card_of_one_path_can_become_common() -> None:
    after = merge(two_cards(), MergeDecision(("b1",), "common"))
    assert cards_of(after)["b1"] == ("Soittaa neuvontaan", ())


def test_feelings_that_differ_are_kept_for_each_path() -> None:
    document = two_cards()
    a, b = document.cards
    cards = (a.changed(emotion=-1), b.changed(emotion=2))
    after = merge(
        document.model_copy(update={"cards": cards}), MergeDecision(("a1", "b1"), "common")
    )
    assert after.cards[0].emotions == (
        VariantEmotion(variant="path-a", value=-1), VariantEmotion(variant="path-b", value=2),
    )  # fmt: skip


def linked() -> Document:
    document = make(
        ("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Soittaa"),
        ("a2", "a", "2", "Odottaa"), ("b2", "b", "2", "Odottaa"), ("x", "", "3", "Aloittaa"),
    )  # fmt: skip
    return document.model_copy(
        update={
            "connectors": (
                Connector(id="k1", source="a1", target="a2", kind="flow", variants=("path-a",)),
                Connector(id="k2", source="b1", target="b2", kind="flow", variants=("path-b",)),
                Connector(id="k3", source="b2", target="x", kind="flow"),
            ),
            "marks": (
                Mark(id="m1", target="b2", kind="wait"), Mark(id="m2", target="k2", kind="risk"),
            ),
            "comments": (Comment(id="q1", target="b1", text="Hm"),),
        }
    )  # fmt: skip


def proposals(document: Document) -> tuple[MergeDecision, ...]:
    return tuple(
        propose_decision(row)
        for row in align_paths(document, "path-a", "path-b")
        if row.likeness != "shared"
    )


def test_connectors_marks_and_comments_follow_and_doubles_become_one_of_both_paths() -> None:
    after = merge(linked(), *proposals(linked()))
    assert [(c.source, c.target, c.variants) for c in after.connectors] == [
        ("a1", "a2", ()), ("a2", "x", ()),
    ]  # fmt: skip
    assert [mark.target for mark in after.marks] == ["a2", "k1"]
    assert after.comments[0].target == "a1"


def test_what_was_merged_is_split_into_what_it_was() -> None:
    before = linked()
    merged = merge(before, *proposals(before))
    assert list_merged(merged) == ("a1", "a2")
    after = SplitMerged(list_merged(merged)).apply(merged)
    assert cards_of(after) == cards_of(before)
    ways = {(c.source, c.target) for c in before.connectors}
    assert {(c.source, c.target) for c in after.connectors} == ways
    assert after.marks[0].target == "b2"
    assert after.comments == before.comments
    assert list_merged(after) == ()


def test_one_card_is_split_and_leads_to_what_is_still_merged() -> None:
    merged = merge(linked(), *proposals(linked()))
    after = SplitMerged(("a1",)).apply(merged)
    assert {card.id for card in after.cards} == {"a1", "b1", "a2", "x"}
    assert ("b1", "a2") in {(c.source, c.target) for c in after.connectors}
    assert find_problems(after) == ()


def test_path_of_another_document_is_merged_and_split_again() -> None:
    own, other = make_document(make_card("a")), make_document(make_card("a"))
    both = ImportPath(other, own_name="Oma", seed="s").apply(own)
    first, second = (variant.id for variant in both.variants)
    rows = align_paths(both, first, second)
    merged = MergePaths(first, second, tuple(map(propose_decision, rows)), VERSION).apply(both)
    assert [card.id for card in merged.cards] == ["a"]
    assert list_merged(merged) == ("a",)
    assert SplitMerged(("a",)).apply(merged).cards == both.cards


def test_what_was_merged_in_two_rounds_is_split_in_two() -> None:
    document = make(("a1", "a", "1", "A"), ("b1", "b", "1", "B"), ("b2", "b", "1", "C"))
    once = merge(document, MergeDecision(("a1", "b1"), "common"))
    again = KeepVersion("version-2", "Toinen", "2026-11-26")
    decision = MergeDecision(("a1", "b2"), "common")
    twice = MergePaths("path-a", "path-b", (decision,), again).apply(once)
    assert twice.cards[0].origin == ("b1", "b2")
    back = SplitMerged(("a1",)).apply(twice)
    assert cards_of(back) == cards_of(once)
    assert cards_of(SplitMerged(("a1",)).apply(back)) == cards_of(document)


def test_card_that_no_version_keeps_the_origin_of_is_not_split() -> None:
    merged = merge(linked(), *proposals(linked()))
    with pytest.raises(CommandRefusedError, match="not_merged"):
        SplitMerged(("a1",)).apply(merged.model_copy(update={"snapshots": ()}))
    with pytest.raises(CommandRefusedError, match="not_merged"):
        SplitMerged(("x",)).apply(merged)


@given(document=documents(), seed=st.integers(0, 2**32))
def test_any_decisions_keep_the_document_sound_and_can_be_split(
    document: Document, seed: int
) -> None:
    dice = Random(seed)
    cells = [(card.lane, card.step) for card in document.cards[:2]]
    cards = tuple(
        card.changed(lane=lane, step=step, variants=dice.choice(CHOICES))
        for card in document.cards
        for lane, step in [dice.choice(cells)]
    )
    document = document.model_copy(
        update={"cards": cards, "variants": (*document.variants, *PATHS), "snapshots": ()}
    )
    decisions = [
        MergeDecision(row.cards, dice.choice(MERGE_CHOICES))
        for row in align_paths(document, "path-a", "path-b")
        if row.likeness != "shared"
    ]
    before = set(list_merged(document))
    merged = merge(document, *decisions)
    assert find_problems(merged) == ()
    lost = {card for one in decisions if one.choice == "out" for card in one.cards}
    assert lost.isdisjoint(card.id for card in merged.cards)
    pairs = {one.cards[0] for one in decisions if one.choice == "common" and one.cards[1:]}
    wanted = set(list_merged(merged)) - before
    assert wanted == pairs
    split = SplitMerged(tuple(sorted(wanted))).apply(merged)
    assert find_problems(split) == ()
    assert {card.id for card in split.cards} == {card.id for card in document.cards} - lost
