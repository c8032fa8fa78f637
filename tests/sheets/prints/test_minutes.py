"""Minutes gathered of a session: what came, was decided, is open and changed, by headings."""

from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Comment, Mark, Workshop
from blueprint_editor.sheets.prints.minutes import (
    find_before,
    find_version,
    gather_minutes,
    split_minutes,
)
from tests.commands.documents import make_card, make_document

FIRST = make_document(make_card("a"), make_card("b"))


def keep(document: Document, record: str, name: str, day: str) -> Document:
    return KeepVersion(record, name, f"{day}T16:00:00+02:00").apply(document)


def make() -> Document:
    document = keep(FIRST, "z1", "Työpaja 1", "2026-01-12")
    after = document.changed(
        cards=(make_card("a").changed(text="Uusi teksti", votes=3), make_card("c")),
        marks=(
            Mark(id="m1", target="a", kind="decision", text="Yksi numero"),
            Mark(id="m2", target="a", kind="question", text="Kuka vastaa?"),
        ),
        comments=(
            Comment(id="k1", text="Liian pitkä", target="c", author="Liisa"),
            Comment(id="k2", text="Hoidettu", resolved=True),
        ),
        workshops=(
            Workshop(id="w1", name="Työpaja", number=1),
            Workshop(id="w2", name="Työpaja", number=2, date="2026-02-09"),
            Workshop(id="w3", name="Työpaja", number=3, date="2026-03-09"),
        ),
    )
    return keep(after, "z2", "Toinen kerta", "2026-02-09")


def test_each_part_stands_below_its_heading() -> None:
    document = make()
    after, before = document.snapshots[1].document, document.snapshots[0].document
    found = split_minutes(gather_minutes(after, before, document.workshops[2]))
    assert found["decided"] == "– 1.1 Yksi numero"
    assert found["open"].splitlines() == ["– 1.1 Kuka vastaa?", "– 1.2 Liian pitkä (Liisa)"]
    assert "3 ääntä: 1.1 Uusi teksti" in found["produced"]
    assert "C" in found["produced"].split()
    assert "A → Uusi teksti" in found["changed"]
    assert "Poistettu" in found["changed"]
    assert found["next"] == "– Työpaja 3, 9.3.2026"


def test_the_first_session_is_counted_and_free_text_is_what_was_produced() -> None:
    found = split_minutes(gather_minutes(FIRST, None))
    assert found["produced"] == "– 2 vaihetta, 3 askelta, 2 korttia"
    assert found["changed"] == ""
    assert split_minutes("Sovittiin.\n\nWhat was decided:\nKyllä") == {
        "produced": "Sovittiin.",
        "decided": "Kyllä",
    }


def test_a_session_finds_the_version_that_it_left() -> None:
    document = make()
    versions = [find_version(document, workshop) for workshop in document.workshops]
    assert versions == [document.snapshots[0], document.snapshots[1], None]
    assert find_before(document, document.snapshots[1]) == document.snapshots[0]
    assert find_before(document, document.snapshots[0]) is None
    assert find_before(document, None) == document.snapshots[1]
