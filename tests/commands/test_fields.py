from types import MappingProxyType
from typing import Any, get_args

import pytest

from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.field_names import name_field
from blueprint_editor.commands.fields import MIXED, SetField, read_common_field, read_field
from blueprint_editor.commands.registers import AddRecord, MoveRecord
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Barrier,
    CausalArrow,
    CausalNode,
    Comment,
    Connector,
    Duration,
    Handover,
    Link,
    Mark,
    Persona,
    Picture,
    PosterFilter,
    Project,
    Responsibility,
    Tag,
    Variant,
    VariantEmotion,
    Workshop,
)
from tests.commands.documents import make_card, make_document
from tests.model.strategies import make_asset, make_png

ASSET = make_asset(make_png(), "image/png")
DOCUMENT = make_document(
    make_card("a").changed(
        links=(Link(id="u1", url="https://example.org", label="Ohje"),),
        image=Picture(asset=ASSET.id, alt="Kuva"),
        emotions=(VariantEmotion(variant="v1", value=1),),
        variants=("v1",),
    ),
    make_card("b").changed(channel="phone"),
    make_card("c"),
    actors=(Actor(id="anna", name="Anna"), Actor(id="team", name="Tiimi", members=("anna",))),
    variants=(Variant(id="v1", name="A"), Variant(id="v2", name="B")),
    tags=(Tag(id="t1", name="Digi"),),
    personas=(Persona(id="p1", name="P", barriers=(Barrier(id="b1", text="!", kind="person"),)),),
    connectors=(
        Connector(id="ab", source="a", target="b", kind="flow"),
        Connector(id="ba", source="b", target="a", kind="flow"),
    ),
    marks=(
        Mark(id="m1", target="a", kind="critical_point"),
        Mark(id="m2", target="b", kind="critical_point", solves="m1"),
        Mark(id="m3", target="b", kind="solution"),
    ),
    responsibilities=(
        Responsibility(id="r1", actor="anna", first_step="step-1", last_step="step-2"),
    ),
    workshops=(Workshop(id="w1", name="1", groups=("Sini", "Puna")),),
    comments=(Comment(id="q1", text="Linkki ei toimi", target="u1"),),
    assets=(ASSET,),
    translations=MappingProxyType(
        {
            "sv": {
                "u1": {"label": "Anvisning"},
                "w1": {"groups.1": "Röd"},
                "a": {"image.alt": "Bild"},
            }
        }
    ),
)


def _set(records: str, path: str, value: Any) -> Document:
    return SetField(tuple(records.split()), path, value).apply(DOCUMENT)


@pytest.mark.parametrize(
    ("record", "path", "value"),
    [
        ("a", "channel", "phone"),
        ("a", "votes", 4),
        ("a", "duration.min", 0.0),
        ("a", "links.0.label", "Lisää"),
        ("u1", "label", "Lisää"),
        ("b1", "kind", "environment"),
        ("ab", "handover.basis_text", "Laki"),
        ("ab", "handover.giver", "anna"),
        ("doc", "title", "Uusi"),
        ("doc", "project.owner", "Oulu"),
        ("doc", "value.social", "Tuttu"),
        ("doc", "poster.paper", "A0"),
        ("doc", "poster.filter.actors", ("anna",)),
        ("doc", "poster.tiling", None),
        ("w1", "groups.1", "Vihreä"),
        ("lane-front", "hidden", True),
        ("m3", "solves", "m1"),
        ("step-1", "width", 2),
    ],
)
def test_any_field_is_set_and_read(record: str, path: str, value: Any) -> None:
    after = _set(record, path, value)
    assert read_field(after, record, path) == value
    again = SetField((record,), path, value).apply(after)
    assert again is after


def test_only_what_was_set_is_another_object() -> None:
    after = _set("b", "channel", "letter")
    same = [n for n in Document.model_fields if getattr(after, n) is getattr(DOCUMENT, n)]
    assert set(Document.model_fields) - set(same) == {"cards"}
    assert after.cards[0] is DOCUMENT.cards[0]


def test_part_is_made_when_needed_and_goes_when_nothing_is_left_of_it() -> None:
    assert read_field(DOCUMENT, "a", "duration.text") == ""
    assert read_field(DOCUMENT, "a", "duration.min") is None
    after = _set("a", "duration.text", "viikkoja")
    assert after.cards[0].duration == Duration(text="viikkoja")
    assert SetField(("a",), "duration.text", "").apply(after).cards[0].duration is None
    assert _set("ab", "handover", Handover()) is DOCUMENT
    assert _set("doc", "poster.filter", PosterFilter()) is DOCUMENT
    assert _set("doc", "project", Project()) is DOCUMENT
    assert _set("doc", "poster.tiling.paper", "A4").poster.tiling is not None


def test_several_records_have_a_common_value_or_a_mixed_one() -> None:
    assert read_common_field(DOCUMENT, ("a", "c"), "channel") is None
    assert read_common_field(DOCUMENT, ("a", "b"), "channel") is MIXED
    after = _set("a b", "channel", "visit")
    assert read_common_field(after, ("a", "b"), "channel") == "visit"
    assert read_common_field(DOCUMENT, ("a", "lane-front"), "note") == ""


def test_records_of_different_kinds_are_set_at_once() -> None:
    after = _set("a phase-1 m1", "duration.min", 3.0)
    assert [read_field(after, r, "duration.min") for r in ("a", "phase-1", "m1")] == [3.0] * 3


def test_history_has_a_name_for_every_field() -> None:
    """A new field of the format needs its word in ``commands/field_names.py``."""
    types: list[Any] = [Document, Link, Barrier, CausalNode, CausalArrow]
    types += [get_args(Document.model_fields[name].annotation)[0] for name in COLLECTIONS]
    fields = {name for record_type in types for name in record_type.model_fields}
    values = {"data", "media_type", "document", "snapshots", "assets", "translations", "id"}
    unnamed = {name for name in fields - values if name_field(name) == "edit"}
    assert unnamed - set(COLLECTIONS) == set()


@pytest.mark.parametrize(
    ("record", "path", "value", "kind", "limit"),
    [
        ("a", "text", "\x07", "character", None),
        ("a", "text", "x" * 100_001, "too_long", 100_000),
        ("p1", "age", 151, "too_large", 150),
        ("step-1", "width", 0.1, "too_small", 0.25),
        ("doc", "poster.reading_distance", 0, "not_above", 0),
        ("u1", "url", "javascript:alert()", "url", None),
        ("doc", "project.published_url", "www", "url", None),
        ("doc", "project.valid_until", "22.11.2026", "date", None),
        ("doc", "changed_on", "2026-02-30", "date", None),
        ("anna", "colour", "red", "colour", None),
        ("a", "language", "finnish!", "language", None),
        ("a", "channel", "pigeon", "type", None),
        ("a", "votes", "3", "type", None),
        ("a", "lane", None, "type", None),
    ],
)
def test_value_that_the_format_forbids_is_refused_with_its_fault(
    record: str, path: str, value: Any, kind: str, limit: float | None
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        _set(record, path, value)
    assert refused.value.path == path
    assert refused.value.fault == (kind, limit)


@pytest.mark.parametrize(
    ("record", "path", "value", "reason"),
    [
        ("x", "text", "", "unknown_record"),
        ("a", "colour", "#000000", "unknown_field"),
        ("a", "duration.minutes", 1.0, "unknown_field"),
        ("a", "text.x", "", "unknown_field"),
        ("c", "image.alt", "Kuva", "unknown_field"),
        ("w1", "groups.2", "", "unknown_field"),
        ("w1", "groups.x", "", "unknown_field"),
        ("a", "id", "b", "fixed_field"),
        ("a", "links.0.id", "u2", "fixed_field"),
        ("doc", "cards", (), "fixed_field"),
        ("doc", "translations", {}, "fixed_field"),
        (ASSET.id, "data", "", "fixed_field"),
        ("a", "actors", ("t1",), "unknown_record"),
        ("a", "emotions", (VariantEmotion(variant="x", value=0),), "unknown_record"),
        ("a", "emotions", (VariantEmotion(variant="v1", value=0),) * 2, "repeated_variant"),
        ("a", "image", Picture(asset="none"), "unknown_picture"),
        ("a", "links", (Link(id="b", url="tel:1"),), "id_taken"),
        ("b", "links", (Link(id="u1", url="tel:1"),), "id_taken"),
        ("b", "links", (Link(id="new", url="tel:1"),) * 2, "id_taken"),
        ("a", "lane", "lane-hidden", "hidden_lane"),
        ("a", "lane", "lane-emotion", "curve_lane"),
        ("a", "step", "phase-1", "unknown_record"),
        ("ab", "handover.giver", "a", "unknown_record"),
        ("ab", "target", "a", "connects_itself"),
        ("ab ba", "source", "b", "connects_itself"),
        ("ba", "kind", "flow", ""),
        ("m1", "solves", "m2", "leads_back"),
        ("m1", "solves", "m1", "leads_back"),
        ("m3", "solves", "m3", "leads_back"),
        ("m2", "solves", "m3", "cannot_be_solved"),
        ("m1", "kind", "solution", "cannot_be_solved"),
        ("m1", "target", "lane-front", "unknown_record"),
        ("anna", "members", ("team",), "leads_back"),
        ("r1", "last_step", "step-3", ""),
        ("r1", "first_step", "step-3", "ends_before_it_begins"),
        ("lane-emotion", "of", "lane-front", "not_a_customer_lane"),
        ("lane-customer", "role", "backstage", "not_a_customer_lane"),
        ("lane-evidence", "role", "frontstage", ""),
        ("lane-front", "role", "customer", ""),
        ("lane-hidden", "role", "customer", ""),
        ("doc", "poster.filter.lanes", ("anna",), "unknown_record"),
        ("q1", "target", "nothing", "unknown_record"),
        ("step-1", "phase", "step-2", "unknown_record"),
    ],
)
def test_rules_between_records_are_kept(record: str, path: str, value: Any, reason: str) -> None:
    if not reason:
        _set(record, path, value)
        return
    with pytest.raises(CommandRefusedError) as refused:
        _set(record, path, value)
    assert refused.value.reason == reason


def test_hidden_customer_lane_may_not_appear_below_the_line() -> None:
    below = _set("lane-hidden", "role", "customer")
    with pytest.raises(CommandRefusedError, match="customer_below: lane-hidden"):
        SetField(("lane-hidden",), "hidden", False).apply(below)


def test_double_connectors_are_refused_where_they_come_to_be() -> None:
    other = Connector(id="other", source="a", target="b", kind="information")
    document = DOCUMENT.changed(connectors=(*DOCUMENT.connectors, other))
    with pytest.raises(CommandRefusedError, match="already_connected: ab, other"):
        SetField(("other",), "kind", "flow").apply(document)
    double = document.changed(connectors=(*DOCUMENT.connectors, other.changed(kind="flow")))
    assert SetField(("other",), "label", "Ohje").apply(double).connectors[-1].label == "Ohje"


def test_step_that_changes_its_phase_goes_to_the_end_of_it() -> None:
    after = _set("step-1", "phase", "phase-2")
    assert [step.id for step in after.steps] == ["step-2", "step-3", "step-1"]


def test_what_a_field_held_is_let_go_of() -> None:
    after = _set("a", "links", ())
    assert after.comments[0].target is None
    assert "u1" not in after.translations["sv"]
    shorter = _set("w1", "groups", ("Sini",))
    assert "w1" not in {k for k, v in shorter.translations["sv"].items() if v}
    bare = _set("a", "image", None)
    assert bare.assets == ()
    assert not bare.translations["sv"]["a"]


def test_picture_that_is_shown_elsewhere_stays() -> None:
    twice = _set("b", "image", Picture(asset=ASSET.id))
    assert SetField(("a",), "image", None).apply(twice).assets == (ASSET,)
    kept = KeepVersion("z1", "Ensimmäinen", "2026-11-22").apply(DOCUMENT)
    assert kept.snapshots[0].document.cards is DOCUMENT.cards
    assert SetField(("a",), "image", None).apply(kept).assets == (ASSET,)
    assert DeleteRecords(frozenset({"a"})).apply(DOCUMENT).assets == ()


def test_typing_in_one_field_has_one_merge_key() -> None:
    one, two = (SetField(("a",), "note", text) for text in ("K", "Ky"))
    assert one.merge_key == two.merge_key != SetField(("b",), "note", "K").merge_key


def test_new_record_needs_a_free_id_and_known_neighbours() -> None:
    after = AddRecord("actors", Actor(id="new", name="Uusi", members=("anna",)), 0).apply(DOCUMENT)
    assert [actor.id for actor in after.actors] == ["new", "anna", "team"]
    for record, reason in (
        (Actor(id="u1", name=""), "id_taken"),
        (Actor(id="new", name="", members=("a",)), "unknown_record"),
    ):
        with pytest.raises(CommandRefusedError, match=reason):
            AddRecord("actors", record).apply(DOCUMENT)


def test_records_move_within_their_list() -> None:
    assert [a.id for a in MoveRecord("actors", "team", 0).apply(DOCUMENT).actors] == [
        "team",
        "anna",
    ]
    assert MoveRecord("actors", "anna", 0).apply(DOCUMENT) is DOCUMENT
    after = MoveRecord("cards", "c", 0).apply(DOCUMENT)
    assert [card.id for card in after.cards] == ["c", "a", "b"]
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        MoveRecord("actors", "t1", 0).apply(DOCUMENT)


@pytest.mark.parametrize("record", ["anna", "v1", "t1", "w1", "p1", "b1", "u1", "ab", "m1", "q1"])
def test_every_record_can_be_deleted(record: str) -> None:
    after = DeleteRecords(frozenset({record})).apply(DOCUMENT)
    with pytest.raises(CommandRefusedError):
        read_field(after, record, "id")


def test_deleted_actor_and_variant_leave_their_cards() -> None:
    after = DeleteRecords(frozenset({"anna", "v1"})).apply(DOCUMENT)
    assert [card.id for card in after.cards] == ["a", "b", "c"]
    assert (after.cards[0].variants, after.cards[0].emotions) == ((), ())
    assert after.actors[0].members == ()
    assert after.responsibilities == ()


@pytest.mark.parametrize("record", ["doc", ASSET.id])
def test_document_and_its_images_are_not_deleted_by_hand(record: str) -> None:
    with pytest.raises(CommandRefusedError, match="fixed_record"):
        DeleteRecords(frozenset({record})).apply(DOCUMENT)
