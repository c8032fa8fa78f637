from types import MappingProxyType

import pytest

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.notes import (
    AddNotes,
    MergeNotes,
    PlaceNotes,
    TakeCardsBack,
    TakeNotes,
    find_equal_notes,
)
from blueprint_editor.model.records import Comment, Connector, Note, Tag, Workshop
from tests.commands.documents import cell_ids, make_card, make_document

DOCUMENT = make_document(
    make_card("a"),
    notes=(
        Note(
            id="n1", text="Jono on pitkä", original_text="kauhee jono", group="Sini", tags=("t1",)
        ),
        Note(id="n2", text="jono  on pitkä", group="Sini", count=2),
        Note(id="n3", text="Puhelin ei vastaa", original_text="ei vastaa", workshop="w1", count=3),
        Note(id="n4", text="Jono on pitkä", group="Puna"),
    ),
    workshops=(Workshop(id="w1", name="Ensimmäinen"),),
    tags=(Tag(id="t1", name="Digi"), Tag(id="t2", name="Aika")),
    comments=(Comment(id="q1", text="Totta", target="n2"), Comment(id="q2", text="!", target="n3")),
    translations=MappingProxyType({"sv": {"n3": {"text": "Ingen svarar", "group": "Blå"}}}),
)


def _said(*notes: Note) -> list[tuple[str, int]]:
    return [(note.text, note.count) for note in notes]


def test_the_same_note_three_times_is_counted() -> None:
    after = AddNotes(("Uusi", "JONO on pitkä", "uusi ", "Uusi"), group="Sini").apply(DOCUMENT)
    assert _said(*after.notes[4:]) == [("Uusi", 3)]
    assert _said(after.notes[0], after.notes[1]) == [("Jono on pitkä", 1), ("jono  on pitkä", 3)]
    assert after.notes[2] is DOCUMENT.notes[2]
    assert {note.group for note in after.notes[4:]} == {"Sini"}


def test_note_of_another_group_or_workshop_is_a_note_of_its_own() -> None:
    after = AddNotes(("Jono on pitkä",), workshop="w1").apply(DOCUMENT)
    assert after.notes[4].workshop == "w1"
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        AddNotes(("Jono",), workshop="w9").apply(DOCUMENT)


def test_equal_notes_become_one_that_tells_how_many_it_stands_for() -> None:
    assert find_equal_notes(DOCUMENT) == (("n1", "n2"),)
    after = MergeNotes(find_equal_notes(DOCUMENT)).apply(DOCUMENT)
    assert _said(*after.notes) == [
        ("Jono on pitkä", 3),
        ("Puhelin ei vastaa", 3),
        ("Jono on pitkä", 1),
    ]
    assert after.notes[0].original_text == "kauhee jono"
    assert after.comments[0].target == "n1"


def test_different_notes_that_are_joined_keep_all_their_words() -> None:
    after = MergeNotes((("n1", "n3"),)).apply(DOCUMENT)
    joined = after.notes[0]
    assert joined.text == "Jono on pitkä\nPuhelin ei vastaa"
    assert joined.original_text == "kauhee jono\nei vastaa"
    assert joined.count == 4
    assert after.translations["sv"]["n1"]["text"] == "Jono on pitkä\nIngen svarar"
    assert "n3" not in after.translations["sv"]


def test_placed_note_is_a_card_with_the_clients_words() -> None:
    after = PlaceNotes(("n3", "n1"), "lane-customer", "step-1", 0).apply(DOCUMENT)
    first, second = (c for c in after.cards if c.id != "a")
    assert cell_ids(after, "lane-customer", "step-1") == [first.id, second.id, "a"]
    assert (first.text, first.note, first.votes) == ("Puhelin ei vastaa", "ei vastaa", 3)
    assert first.origin == ("n3", "w1")
    assert (second.note, second.votes, second.tags) == ("kauhee jono\nSini", 0, ("t1",))
    assert [note.id for note in after.notes] == ["n2", "n4"]
    assert after.comments[1].target == first.id
    assert after.translations == {"sv": {first.id: {"text": "Ingen svarar"}}}


def test_card_goes_back_to_the_note_that_it_was() -> None:
    placed = PlaceNotes(("n3",), "lane-front", "step-1").apply(DOCUMENT)
    (card,) = (c.id for c in placed.cards if c.id != "a")
    joined = placed.changed(
        connectors=(Connector(id="k", source="a", target=card, kind="flow"),),
        translations=placed.translations,
    )
    after = TakeCardsBack((card,)).apply(joined)
    note = after.notes[-1]
    assert note.changed(group="") == DOCUMENT.notes[2]
    assert [c.id for c in after.cards] == ["a"]
    assert after.connectors == ()
    assert after.comments[1].target == "n3"
    assert after.translations == {"sv": {"n3": {"text": "Ingen svarar"}}}


def test_card_that_was_no_note_becomes_a_new_one() -> None:
    after = TakeCardsBack(("a",)).apply(DOCUMENT)
    assert _said(after.notes[-1]) == [("A", 1)]
    with pytest.raises(CommandRefusedError, match="unknown_record: n1"):
        TakeCardsBack(("n1",)).apply(DOCUMENT)


def test_unknown_notes_and_closed_cells_are_refused() -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record: x"):
        PlaceNotes(("n1", "x"), "lane-front", "step-1").apply(DOCUMENT)
    with pytest.raises(CommandRefusedError, match="hidden_lane"):
        PlaceNotes(("n1",), "lane-hidden", "step-1").apply(DOCUMENT)


def test_notes_of_a_colleague_come_with_their_workshop_and_tags() -> None:
    own = make_document(
        tags=(Tag(id="t1", name="Muu"), Tag(id="time", name="aika")),
        workshops=(Workshop(id="w1", name="Ensimmäinen"),),
    )
    notes = (DOCUMENT.notes[0], DOCUMENT.notes[2].changed(tags=("t2",)))
    theirs = DOCUMENT.changed(id="theirs", notes=notes)
    after = TakeNotes(theirs).apply(own)
    assert [note.id for note in after.notes] == ["n1", "n3"]
    assert after.notes[1].workshop == "w1"
    assert after.notes[1].tags == ("time",)
    digi = after.tags[-1]
    assert (digi.name, after.notes[0].tags) == ("Digi", (digi.id,))
    assert digi.id != "t1"
    assert after.translations["sv"]["n3"]["text"] == "Ingen svarar"
    assert TakeNotes(theirs).apply(after) is after


def test_note_that_says_something_else_under_the_same_id_is_kept_beside_it() -> None:
    theirs = DOCUMENT.changed(notes=(Note(id="n1", text="Muuta"), Note(id="a", text="Sama id")))
    after = TakeNotes(theirs).apply(DOCUMENT)
    assert _said(*after.notes[4:]) == [("Muuta", 1), ("Sama id", 1)]
    assert {note.id for note in after.notes[4:]}.isdisjoint({"n1", "a"})


def test_note_that_was_placed_is_not_taken_again() -> None:
    placed = PlaceNotes(("n3",), "lane-front", "step-1").apply(DOCUMENT)
    assert TakeNotes(DOCUMENT).apply(placed) is placed


def test_cards_of_another_document_come_as_notes_when_asked() -> None:
    theirs = make_document(make_card("a"), make_card("z").changed(note="sanatarkasti", votes=2))
    assert TakeNotes(theirs).apply(DOCUMENT) is DOCUMENT
    after = TakeNotes(theirs, with_cards=True).apply(DOCUMENT)
    assert [(n.id, n.text, n.original_text, n.count) for n in after.notes[4:]] == [
        ("z", "Z", "sanatarkasti", 2)
    ]
