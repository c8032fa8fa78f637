import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card
from blueprint_editor.storage.document_changes import apply_changes, describe_changes
from blueprint_editor.storage.format import dump_document, parse_document
from blueprint_editor.storage.private_files import BrokenRecordError
from tests.commands.documents import documents, make_card, make_document


def _apply(base: Document, changes: dict[str, Any]) -> Document:
    envelope = json.loads(dump_document(base))
    written = json.loads(json.dumps(changes))
    envelope["document"] = apply_changes(envelope["document"], written)
    return parse_document(json.dumps(envelope).encode())


@given(documents(), documents(), st.randoms(use_true_random=False))
def test_changes_make_one_document_of_the_other(base: Document, other: Document, random) -> None:
    """Records are kept, changed, moved, dropped and added, as edits do."""
    kept = [card for card in base.cards if random.random() < 0.7]
    cards = [c.changed(text=c.text + "!") if random.random() < 0.3 else c for c in kept]
    known = {card.id for card in cards}
    cards += [card for card in other.cards if card.id not in known and random.random() < 0.5]
    cards = [card.changed(origin=()) if card.origin else card for card in cards]
    random.shuffle(cards)
    now = base.changed(
        title=random.choice([base.title, "Toinen"]),
        cards=tuple(cards),
        connectors=(),
        marks=(),
        comments=(),
        causal_map=None,
        translations={},
    )
    assert _apply(base, describe_changes(base, now)) == now
    assert _apply(now, describe_changes(now, base)) == base


def test_one_edit_is_as_small_as_its_card() -> None:
    base = make_document(*(make_card(f"c{i}") for i in range(500)))
    cards = list(base.cards)
    cards[250] = cards[250].changed(text="Uusi")
    now = base.model_copy(update={"cards": tuple(cards)})
    changes = describe_changes(base, now)
    edited = {"id": "c250", "lane": "lane-customer", "step": "step-1", "text": "Uusi"}
    assert changes["lists"] == {"cards": [[0, 250], edited, [251, 249]]}
    assert len(json.dumps(changes)) < 200


def test_field_that_is_at_its_default_again_is_absent() -> None:
    base = make_document(subtitle="Alaotsikko", actors=(Actor(id="p", name="Asiakas"),))
    now = base.changed(subtitle="", actors=())
    changes = describe_changes(base, now)
    assert (changes["absent"], changes["lists"]) == (["subtitle"], {"actors": []})
    assert _apply(base, changes) == now


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"fields": [], "absent": [], "lists": {}},
        {"fields": {}, "absent": [], "lists": {"cards": {}}},
        {"fields": {}, "absent": [], "lists": {"cards": [[0]]}},
        {"fields": {}, "absent": [], "lists": {"cards": [[0, 3]]}},
        {"fields": {}, "absent": [], "lists": {"cards": [[-1, 1]]}},
        {"fields": {}, "absent": [], "lists": {"cards": [[0, True]]}},
        {"fields": {}, "absent": [], "lists": {"title": [[0, 1]]}},
        {"fields": {}, "absent": [], "lists": {"cards": [[0, 2]] * 300_000}},
    ],
)
def test_changes_of_another_shape_are_refused(changes: dict[str, Any]) -> None:
    base = json.loads(dump_document(make_document(make_card("a"), make_card("b"))))["document"]
    with pytest.raises(BrokenRecordError):
        apply_changes(base, changes)


def test_records_of_the_changes_are_still_judged_by_the_loader() -> None:
    base = make_document(make_card("a"))
    changes = describe_changes(
        base, base.changed(cards=(Card(id="b", lane="lane-front", step="step-1", text="B"),))
    )
    changes["lists"]["cards"][0]["lane"] = "nowhere"
    with pytest.raises(Exception, match="unknown lane"):
        _apply(base, changes)
