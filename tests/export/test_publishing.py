"""The publishing copy: nothing of what it leaves out is in it, and it is a whole document."""

from typing import Any

import pytest
from hypothesis import given

from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.parts import PARTS, Part
from blueprint_editor.export.publishing import (
    LeftOut,
    PublishingChoice,
    count_parts,
    drop_gone,
    make_publishing_copy,
)
from blueprint_editor.model.document import Document, Snapshot
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import (
    Actor,
    Base,
    Card,
    CausalArrow,
    CausalMap,
    CausalNode,
    Comment,
    Note,
    Picture,
    PosterFilter,
    PrincipleScore,
    Variant,
    Workshop,
)
from blueprint_editor.model.texts import iter_texts
from blueprint_editor.storage.format import dump_document, parse_document
from tests.export.twin.documents import FULL, iter_records, make_distinct
from tests.model.strategies import documents, make_asset, make_png

USED, TRACED, ORPHAN = (make_asset(make_png(red), "image/png", "kuva.png") for red in range(3))
SECRETS: dict[Part, tuple[str, ...]] = {
    "comments": ("sanoi luvan kanssa",),
    "comments_without_consent": ("sanoi ilman lupaa", "Kommentoija Kalle"),
    "notes": ("lapun teksti", "omat sanat", "Ryhmä 1"),
    "remarks": ("uusi nimi", "myös etänä", "vaiheen huomio", "sovittu 2025"),
    "snapshots": ("Vanha nimi",),
    "contacts": ("040 123 4567", "maija@example.org", "mailto:ohjaaja@kunta.example"),
    "workshops": ("muistion teksti",),
    "ratings": ("arvion huomio",),
    "votes": ('"votes": ',),
    "causal_map": ("kartan solmu",),
    "hidden_lanes": ("Salainen kortti", "Piilossa"),
    "filtered_out": ("Toisen polun kortti", "Toinen polku"),
    "background": (TRACED.id,),
    "file_names": ("pohja.blueprint", "kuva.png"),
    "unused_images": (ORPHAN.id,),
}
DOCUMENT = FULL.changed(
    actors=(*FULL.actors, Actor(id="a4", name="Ohjaaja 2", link="mailto:ohjaaja@kunta.example")),
    comments=(
        Comment(id="q1", text="sanoi luvan kanssa", consent=True, target="w1"),
        Comment(id="q2", text="sanoi ilman lupaa", author="Kommentoija Kalle", target="c1"),
    ),
    workshops=(Workshop(id="w1", name="Kerta 1", minutes="muistion teksti"),),
    notes=(
        Note(id="n1", text="lapun teksti", original_text="omat sanat", group="Ryhmä 1",
             workshop="w1"),
    ),
    cards=(
        *(
            card.changed(origin=("n1",), image=Picture(asset=USED.id)) if card.id == "c1" else card
            for card in FULL.cards
        ),
        Card(
            id="c9", lane=FULL.cards[0].lane, step=FULL.cards[0].step, text="Toisen polun kortti",
            variants=("x9",),
        ),
    ),
    variants=(*FULL.variants, Variant(id="x9", name="Toinen polku")),
    ratings=(PrincipleScore(question=1, score=2, note="arvion huomio"),),
    causal_map=CausalMap(
        nodes=(CausalNode(id="z1", text="kartan solmu"), CausalNode(id="z2", card="c5")),
        arrows=(CausalArrow(id="z3", source="z1", target="z2", sign="plus"),),
    ),
    base=Base(document="toinen", file_name="pohja.blueprint"),
    assets=(USED, TRACED, ORPHAN),
    poster=FULL.poster.changed(
        background=Picture(asset=TRACED.id),
        filter=PosterFilter(variants=tuple(variant.id for variant in FULL.variants), hide=True),
    ),
    snapshots=(
        Snapshot(id="y1", name="Eka", at="2026-01-01", document=FULL.changed(title="Vanha nimi")),
    ),
    translations={
        "en": {
            "a2": {"contact": "040 123 4567", "note": "uusi nimi", "name": "Coach"},
            "koko": {"project.contact": "maija@example.org", "ratings.0.note": "arvion huomio"},
            "n1": {"text": "lapun teksti"},
            "c2": {"note": "sovittu 2025"},
        }
    },
)  # fmt: skip


def text_of(document: Document) -> str:
    return dump_document(document).decode("utf-8")


def test_every_part_is_left_out_and_told() -> None:
    assert find_problems(DOCUMENT) == ()
    copy = make_publishing_copy(DOCUMENT)
    found = text_of(copy.document)
    for secrets in SECRETS.values():
        for secret in secrets:
            assert secret not in found
    assert dict(copy.left_out) == {
        "comments": 2, "notes": 1, "remarks": 4, "snapshots": 1, "contacts": 3, "workshops": 1,
        "ratings": 1, "votes": 2, "causal_map": 1, "hidden_lanes": 1, "filtered_out": 2,
        "background": 1, "file_names": 4, "unused_images": 2,
    }  # fmt: skip
    for kept in ("Koko <polku>", "Soittaa neuvontaan", "Coach", "https://kunta.example", "toinen"):
        assert kept in found


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_kept(part: Part) -> None:
    copy = make_publishing_copy(DOCUMENT, PublishingChoice(keep=frozenset({part})))
    assert part not in [left.part for left in copy.left_out]
    found = text_of(copy.document)
    if part == "comments":
        assert "sanoi ilman lupaa" not in found
    if part not in {"comments_without_consent", "unused_images"}:
        assert any(secret in found for secret in SECRETS[part])
    assert find_problems(copy.document) == ()


def test_kept_versions_are_cleaned_too() -> None:
    copy = make_publishing_copy(DOCUMENT, PublishingChoice(keep=frozenset({"snapshots"})))
    (snapshot,) = copy.document.snapshots
    assert snapshot.document.title == "Vanha nimi"
    assert "uusi nimi" not in text_of(copy.document)
    assert "Salainen kortti" not in text_of(copy.document)


def test_named_records_are_left_out_with_what_hangs_on_them() -> None:
    copy = make_publishing_copy(DOCUMENT, PublishingChoice(without=frozenset({"c2", "p1"})))
    assert "Vastaa ja varaa ajan" not in text_of(copy.document)
    assert copy.document.personas == ()
    assert copy.left_out[-1].part == "records"
    assert find_problems(copy.document) == ()


def test_earlier_states_do_not_tell_what_was_left_out_of_this_one() -> None:
    content = DOCUMENT.snapshots[0].document.changed(cards=DOCUMENT.cards, lanes=DOCUMENT.lanes,
        phases=DOCUMENT.phases, steps=DOCUMENT.steps)  # fmt: skip
    kept = DOCUMENT.changed(snapshots=(DOCUMENT.snapshots[0].changed(document=content),))
    choice = PublishingChoice(frozenset({"snapshots"}), frozenset({"c2", "p1"}))
    copy = make_publishing_copy(kept, choice)
    assert len(copy.document.snapshots[0].document.cards) > 0
    assert "Vastaa ja varaa ajan" not in text_of(copy.document)


def test_a_choice_is_kept_as_far_as_its_records_are_there() -> None:
    choice = PublishingChoice(without=frozenset({"c2", "n1", "gone"}))
    assert drop_gone(DOCUMENT, choice) == PublishingChoice(without=frozenset({"c2"}))
    assert count_parts(DOCUMENT)["notes"] == 1


@pytest.mark.parametrize("record", ["none", "koko", "n1"])
def test_a_record_that_cannot_be_left_out(record: str) -> None:
    with pytest.raises(ExportError, match=f'no record to leave out: "{record}"'):
        make_publishing_copy(DOCUMENT, PublishingChoice(without=frozenset({record})))


@given(document=documents())
def test_a_copy_of_any_document_is_sound_and_has_nothing_left_to_leave_out(
    document: Document,
) -> None:
    before = make_distinct(document)
    copy = make_publishing_copy(before)
    assert find_problems(copy.document) == ()
    assert parse_document(dump_document(copy.document)) == copy.document
    assert make_publishing_copy(copy.document) == (copy.document, ())
    found = text_of(copy.document)
    for record in (*before.notes, *before.comments, *before.workshops):
        assert all(quoted(text) not in found for _, text in iter_texts(record))
    for record in iter_records(before):
        for name in ("note", "contact"):
            text: Any = getattr(record, name, "")
            assert not text or quoted(text) not in found


def quoted(text: str) -> str:
    """Return the sign that tells a text from all others, as it would stand in a file."""
    return f' {text.rsplit(" ", 1)[-1]}"'


def test_a_document_without_papers_stays_as_it_is() -> None:
    plain = Document(id="d", title="T", language="fi")
    assert make_publishing_copy(plain) == (plain, ())
    assert LeftOut("notes", 1).number == 1
