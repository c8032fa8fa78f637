from hypothesis import given

from blueprint_editor.model.comparison import Comparison, Difference, compare_documents
from blueprint_editor.model.document import Document, Snapshot
from blueprint_editor.model.records import Actor, Connector, Mark, Step, Tag
from tests.commands.documents import LANES, PHASES, STEPS, documents, make_card, make_document

CARDS = (make_card("a"), make_card("b"), make_card("c", step="step-2"))


def _ids(found: tuple[Difference, ...]) -> list[str]:
    return [difference.record.id for difference in found]


def _compare(before: Document, after: Document) -> Comparison:
    return compare_documents(before, after)


def test_same_values_do_not_differ_though_the_records_are_others() -> None:
    again = Document.model_validate_json(make_document(*CARDS).model_dump_json())
    assert not _compare(make_document(*CARDS), again)


def test_added_and_removed_cards_are_named() -> None:
    found = _compare(make_document(*CARDS), make_document(*CARDS[1:], make_card("d")))
    assert (_ids(found.added), _ids(found.removed)) == (["d"], ["a"])
    assert [difference.text for difference in found.records] == ["D", "A"]
    assert not found.moved


def test_moved_and_reworded_are_told_apart() -> None:
    a, b, c = CARDS
    after = make_document(
        a.changed(step="step-3"), b.changed(text="Uusi"), c.changed(text="X", lane="lane-front")
    )
    found = _compare(make_document(a, b, c), after)
    assert (_ids(found.moved), _ids(found.reworded)) == (["c", "a"], ["b", "c"])
    assert not found.altered


def test_other_fields_are_named() -> None:
    a, b, c = CARDS
    found = _compare(make_document(a, b, c), make_document(a.changed(note="N", votes=3), b, c))
    assert found.altered[0].other_fields == ("note", "votes")
    assert not found.moved
    assert not found.reworded


def test_only_the_card_that_changed_places_in_a_cell_has_moved() -> None:
    cards = [make_card(name) for name in "abcd"]
    after = make_document(cards[3], *cards[:3])
    found = _compare(make_document(*cards), after)
    assert _ids(found.moved) == ["d"]
    assert found.records[0].is_reordered


def test_order_of_cards_across_cells_is_no_move() -> None:
    a, b, c = CARDS
    assert not _compare(make_document(a, b, c), make_document(c, a, b)).moved


def test_lanes_phases_and_steps_move() -> None:
    lanes = (LANES[1], LANES[0], *LANES[2:])
    steps = (STEPS[0], Step(id="step-2", phase="phase-2"), STEPS[2])
    before = make_document()
    after = before.changed(lanes=lanes, steps=steps, phases=PHASES[::-1])
    found = _compare(before, after)
    moved = [(item.collection, item.record.id) for item in found.moved]
    assert ("steps", "step-2") in moved
    assert sum(collection == "lanes" for collection, _ in moved) == 1
    assert sum(collection == "phases" for collection, _ in moved) == 1


def test_connector_that_leads_elsewhere_and_mark_on_another_card_have_moved() -> None:
    link, mark = (
        Connector(id="k", source="a", target="b", kind="flow"),
        Mark(id="m", target="a", kind="wait"),
    )
    before = make_document(*CARDS, connectors=(link,), marks=(mark,))
    after = before.changed(
        connectors=(link.changed(target="c"),), marks=(mark.changed(target="b"),)
    )
    assert _ids(_compare(before, after).moved) == ["k", "m"]


def test_fields_of_the_document_and_mere_orders_are_told() -> None:
    tags = (Tag(id="t1", name="x"), Tag(id="t2", name="y"))
    before = make_document(tags=tags)
    after = before.changed(title="Toinen", tags=tags[::-1])
    found = _compare(before, after)
    assert [(field.name, field.after) for field in found.fields] == [("title", "Toinen")]
    assert found.reordered == ("tags",)
    assert not found.records


def test_snapshot_content_is_compared_with_a_whole_document() -> None:
    document = make_document(*CARDS, actors=(Actor(id="p", name="Asiakas"),))
    names = type(document).model_fields.keys() - {"snapshots", "assets"}
    content = Snapshot.model_fields["document"].annotation.model_construct(
        **{name: getattr(document, name) for name in names}
    )
    assert not compare_documents(content, document)
    assert _ids(compare_documents(content, document.changed(actors=())).removed) == ["p"]


def test_one_collection_can_be_looked_at() -> None:
    before = make_document(*CARDS)
    after = before.changed(title="T", cards=CARDS[1:], actors=(Actor(id="p", name="P"),))
    found = _compare(before, after)
    assert _ids(found.only("cards").records) == ["a"]
    assert not found.only("marks")
    assert found.only("cards", "actors").added


@given(documents(), documents())
def test_every_record_is_accounted_for(before: Document, after: Document) -> None:
    found = compare_documents(before, after)
    assert not compare_documents(before, before)
    old, new = {c.id for c in before.cards}, {c.id for c in after.cards}
    cards = found.only("cards")
    assert {d.record.id for d in cards.added} == new - old
    assert {d.record.id for d in cards.removed} == old - new
    changed = {c.id for c in before.cards for d in after.cards if c.id == d.id and c != d}
    told = {d.record.id for d in cards.records if d.fields}
    assert told == changed
    assert bool(found) == (before != after)
