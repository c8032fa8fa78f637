"""What differs between a document and the library, and between two libraries."""

from blueprint_editor.model.library import (
    LibraryEntry,
    ReadEntries,
    find_library_differences,
    find_name,
    list_entry_changes,
    put_entries,
)
from blueprint_editor.model.records import Actor, LibraryReference, Link
from tests.commands.documents import make_card, make_document

TOWN = LibraryEntry(
    id="town",
    revision=3,
    name="Ohjaamo",
    name_sv="Navigatorn",
    line="Neuvontaa alle 30-vuotiaille.",
    channel="on_site",
    link="https://ohjaamot.example.org",
    actor_kind="authority",
)


def test_a_name_is_in_the_language_or_else_the_first() -> None:
    assert [find_name(TOWN, tag) for tag in ("fi", "sv-FI", "en")] == [
        "Ohjaamo",
        "Navigatorn",
        "Ohjaamo",
    ]


def test_only_what_an_entry_says_can_differ() -> None:
    kept = LibraryReference(id="town", revision=2)
    card = make_card("a").changed(
        text="Ohjaamo",
        note="Vanha",
        links=(Link(id="u1", url="https://muu.example.org"), Link(id="u2", url=TOWN.link or "")),
        library=kept,
    )
    lost = make_card("b").changed(library=LibraryReference(id="gone"))
    actor = Actor(
        id="act", name="Ohjaamo", note=TOWN.line, library=kept.changed(revision=3), contact="x"
    )
    document = make_document(card, lost).changed(actors=(actor,), language="fi")
    found = find_library_differences(document, {"town": TOWN})
    assert [(d.record, d.field, d.here, d.there, d.is_newer) for d in found] == [
        ("a", "note", "Vanha", TOWN.line, True),
        ("a", "channel", None, "on_site", True),
        ("act", "kind", None, "authority", False),
        ("act", "link", None, TOWN.link, False),
    ]


def test_another_library_tells_what_is_new_changed_and_older() -> None:
    own = (TOWN, LibraryEntry(id="x", name="Toike"))
    read = ReadEntries(
        (
            TOWN.changed(revision=1, line="Toisin"),
            LibraryEntry(id="made", name=" toike ", area="Lappi"),
            LibraryEntry(id="new", name="Uusi"),
            own[1],
        ),
        without_id=frozenset({"made"}),
        fields=("line", "area"),
    )
    changes = list_entry_changes(own, read)
    assert [(c.entry.id, c.fields, c.is_older) for c in changes] == [
        ("town", ("line",), True),
        ("x", ("area",), False),
        ("new", (), False),
    ]
    after = put_entries(own, [change.entry for change in changes])
    assert [(e.id, e.revision, e.line, e.area) for e in after] == [
        ("town", 4, "Toisin", ""),
        ("x", 2, "", "Lappi"),
        ("new", 1, "", ""),
    ]
    assert after[0].link == TOWN.link
