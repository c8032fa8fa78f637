"""Cards and actors from the library are sound, and follow it link by link."""

from blueprint_editor.commands.library import draft_entries, make_actors, make_cards, make_update
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.library import LibraryEntry, find_library_differences
from blueprint_editor.model.records import Link
from tests.commands.documents import make_card, make_document

ENTRIES = (
    LibraryEntry(id="one", name="Yksi", name_sv="Ett", link="https://www.one.example.org/a/b"),
    LibraryEntry(id="two", name="Kaksi", line="Toinen", channel="phone", actor_kind="ngo"),
)


def test_several_come_in_their_order_in_the_language_of_the_document() -> None:
    document = make_document(make_card("a"), make_card("b")).changed(language="sv")
    place = Cursor("lane-customer", "step-1", 1)
    after = make_actors(document, ENTRIES).apply(
        make_cards(document, ENTRIES, place).apply(document)
    )
    assert [card.text for card in after.cards] == ["A", "Ett", "Kaksi", "B"]
    assert [link.label for link in after.cards[1].links] == ["one.example.org"]
    assert [(actor.name, actor.kind) for actor in after.actors] == [("Ett", None), ("Kaksi", "ngo")]
    assert not find_problems(after)
    assert not find_library_differences(after, {entry.id: entry for entry in ENTRIES})


def test_a_link_that_somebody_named_keeps_its_name() -> None:
    document = make_document(make_card("a"))
    place = Cursor("lane-customer", "step-1", 0)
    after = make_cards(document, ENTRIES[:1], place).apply(document)
    mine = Link(id="mine", label="Hakemus", url="https://old.example.org")
    cards = tuple(c.changed(links=(mine,)) if c.library else c for c in after.cards)
    after = after.changed(cards=cards)
    newer = ENTRIES[0].changed(revision=7)
    updated = make_update(after, find_library_differences(after, {"one": newer})).apply(after)
    card = next(card for card in updated.cards if card.library is not None)
    assert card.links == (mine.changed(url=ENTRIES[0].link),)
    assert card.library is not None
    assert card.library.revision == 7


def test_what_leads_nowhere_outside_is_left_out_of_an_entry() -> None:
    card = make_card("a").changed(links=(Link(id="u1", url="toinen.blueprint"),))
    silent = make_card("b").changed(text=" ")
    (draft,) = draft_entries(make_document(card, silent), ("a", "b", "step-1"))
    assert (draft.record, draft.entry.name, draft.entry.link) == ("a", "A", None)
    assert draft.entry.role == "customer"
