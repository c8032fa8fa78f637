from types import MappingProxyType

import pytest

from blueprint_editor.commands.command import CommandRefusedError, MissingPlacesError
from blueprint_editor.commands.copies import DuplicateCards
from blueprint_editor.commands.fragment import (
    Fragment,
    copy_fragment,
    dump_fragment,
    read_fragment,
)
from blueprint_editor.commands.pasting import PasteFragment, PasteLines, PasteTable
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.table_text import (
    is_table,
    parse_lines,
    parse_table,
    write_html_table,
    write_plain_text,
    write_table_text,
)
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.records import Actor, Card, Connector, Link, Mark, Tag
from tests.commands.documents import cell_ids, make_card, make_document

DOCUMENT = make_document(
    make_card("a").changed(
        actors=("team",), tags=("t1",), links=(Link(id="u1", url="https://example.org"),), votes=3
    ),
    make_card("b", "lane-front", "step-2"),
    make_card("c", "lane-front", "step-3"),
    actors=(Actor(id="anna", name="Anna"), Actor(id="team", name="Tiimi", members=("anna",))),
    tags=(Tag(id="t1", name="Digi"), Tag(id="t2", name="Muu")),
    connectors=(
        Connector(id="ab", source="a", target="b", kind="flow"),
        Connector(id="bc", source="b", target="c", kind="flow"),
    ),
    marks=(
        Mark(id="m1", target="a", kind="critical_point", text="Jono"),
        Mark(id="m2", target="ab", kind="solution", solves="m1"),
        Mark(id="m3", target="c", kind="solution", solves="m1"),
    ),
    translations=MappingProxyType({"sv": {"a": {"text": "Kort"}, "c": {"text": "Annat"}}}),
)


def _copy(*ids: str, document: Document = DOCUMENT) -> Fragment:
    fragment = copy_fragment(document, ids)
    assert fragment is not None
    return fragment


def _texts(document: Document, lane: str, step: str) -> list[str]:
    return [card.text for card in document.cards if (card.lane, card.step) == (lane, step)]


def test_fragment_holds_what_belongs_to_its_cards_and_no_more() -> None:
    piece = _copy("a", "b").document
    assert [card.id for card in piece.cards] == ["a", "b"]
    assert [connector.id for connector in piece.connectors] == ["ab"]
    assert [mark.id for mark in piece.marks] == ["m1", "m2"]
    assert [actor.id for actor in piece.actors] == ["anna", "team"]
    assert [tag.id for tag in piece.tags] == ["t1"]
    assert [lane.id for lane in piece.lanes] == ["lane-customer", "lane-front"]
    assert [step.id for step in piece.steps] == ["step-1", "step-2"]
    assert piece.translations == {"sv": {"a": {"text": "Kort"}}}


def test_structure_is_copied_with_its_cards() -> None:
    assert {card.id for card in _copy("phase-1").document.cards} == {"a", "b"}
    assert {card.id for card in _copy("lane-front").document.cards} == {"b", "c"}
    assert copy_fragment(DOCUMENT, ("lane-evidence", "ab", "gone")) is None


def test_fragment_survives_the_clipboard() -> None:
    fragment = _copy("a", "b", "c")
    assert read_fragment(dump_fragment(fragment)) == fragment


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"\xff\xfe",
        b'{"format": "service-blueprint", "format_version": 1}',
        dump_fragment(_copy("a")).replace(b'"team"', b'"nobody"', 1),
        dump_fragment(_copy("a")).replace(b'"format_version":1', b'"format_version":2'),
        dump_fragment(_copy("a")).replace(b"https:", b"javascript:"),
        b"[" * 100_000,
    ],
)
def test_foreign_data_that_breaks_the_format_is_an_error(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_fragment(data)


def test_pasted_cards_keep_their_distances_and_all_that_belongs_to_them() -> None:
    command = PasteFragment(_copy("a", "b"), Cursor("lane-customer", "step-2", 0))
    after = command.apply(DOCUMENT)
    (first,) = (card for card in after.cards if card.text == "A" and card.id != "a")
    (second,) = (card for card in after.cards if card.text == "B" and card.id != "b")
    assert (first.lane, first.step, first.text) == ("lane-customer", "step-2", "A")
    assert (second.lane, second.step, second.text) == ("lane-front", "step-3", "B")
    assert cell_ids(after, "lane-front", "step-3") == ["c", second.id]
    assert (first.actors, first.tags) == (("team",), ("t1",))
    assert first.links[0].id != "u1"
    assert (after.connectors[-1].source, after.connectors[-1].target) == (first.id, second.id)
    point, solution = after.marks[3:]
    assert (point.target, solution.target) == (first.id, after.connectors[-1].id)
    assert solution.solves == point.id
    assert after.translations["sv"][first.id] == {"text": "Kort"}
    assert after.actors is DOCUMENT.actors


def test_registers_are_found_by_name_in_another_document_or_come_along() -> None:
    other = make_document(
        tags=(Tag(id="digital", name=" digi "), Tag(id="anna", name="Nimi sama kuin id")),
        actors=(Actor(id="team", name="Toinen tiimi"),),
    )
    other = other.changed(id="other")
    after = PasteFragment(_copy("a"), Cursor("lane-front", "step-1")).apply(other)
    (card,) = after.cards
    assert card.tags == ("digital",)
    anna, team = after.actors[1:]
    assert (anna.name, team.name) == ("Anna", "Tiimi")
    assert card.actors == (team.id,)
    assert team.members == (anna.id,)
    assert {anna.id, team.id}.isdisjoint({"team", "anna"})


def test_steps_that_are_missing_are_added_when_asked() -> None:
    place = Cursor("lane-customer", "step-3")
    with pytest.raises(MissingPlacesError) as missing:
        PasteFragment(_copy("a", "b"), place).apply(DOCUMENT)
    assert (missing.value.lanes, missing.value.steps) == (0, 1)
    after = PasteFragment(_copy("a", "b"), place, adds_steps=True).apply(DOCUMENT)
    assert after.steps[-1].phase == "phase-2"
    assert _texts(after, "lane-front", after.steps[-1].id) == ["B"]
    with pytest.raises(MissingPlacesError) as missing:
        PasteFragment(_copy("a", "b"), Cursor("lane-front", "step-1"), adds_steps=True).apply(
            DOCUMENT
        )
    assert missing.value.lanes == 1


def test_nothing_is_pasted_where_no_cards_stand() -> None:
    with pytest.raises(CommandRefusedError, match="curve_lane"):
        PasteLines(("x",), Cursor("lane-emotion", "step-1")).apply(DOCUMENT)


def test_table_fills_the_cells_from_the_cursor_on() -> None:
    rows = parse_table('Soittaa\t"Sanoo ""hei""\nja lähtee"\n\t"Yksi\n\nKaksi"\n')
    assert rows == (("Soittaa", 'Sanoo "hei"\nja lähtee'), ("", "Yksi\n\nKaksi"))
    after = PasteTable(rows, Cursor("lane-customer", "step-1", 0)).apply(DOCUMENT)
    assert _texts(after, "lane-customer", "step-1") == ["Soittaa", "A"]
    assert _texts(after, "lane-customer", "step-2") == ['Sanoo "hei"\nja lähtee']
    assert _texts(after, "lane-front", "step-2") == ["B", "Yksi", "Kaksi"]
    wide = PasteTable((("1", "2", "3", "4"),), Cursor("lane-front", "step-2"), adds_steps=True)
    assert len(wide.apply(DOCUMENT).steps) == 5


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('5" putki\tb', (('5" putki', "b"),)),
        ('"alkaa\tb', (('"alkaa', "b"),)),
        ("'=1+1\t'nimi\t-", (("=1+1", "'nimi", "-"),)),
        ("a\x07\t\ud800b", (("a", "b"),)),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(text: str, rows: object) -> None:
    assert is_table(text)
    assert parse_table(text) == rows


def test_lines_become_cards_below_each_other() -> None:
    lines = parse_lines("  Yksi\n\n\tKaksi  \r\n")
    assert lines == ("Yksi", "Kaksi")
    assert not is_table("Yksi\nKaksi\n")
    after = PasteLines(lines, Cursor("lane-customer", "step-1", 1)).apply(DOCUMENT)
    assert _texts(after, "lane-customer", "step-1") == ["A", "Yksi", "Kaksi"]


def test_cards_are_told_as_text_and_tables() -> None:
    extra = Card(id="d", lane="lane-front", step="step-2", text="=1+1 <b>")
    fragment = _copy("a", "b", "d", document=DOCUMENT.changed(cards=(*DOCUMENT.cards, extra)))
    assert write_plain_text(fragment) == "A\nB\n=1+1 <b>"
    assert write_table_text(fragment) == 'A\t\n\t"B\n\n=1+1 <b>"\n'
    assert parse_table(write_table_text(fragment)) == (("A", ""), ("", "B\n\n=1+1 <b>"))
    table = write_html_table(fragment)
    assert '<th scope="row">Näkyvä palvelu</th><td></td><td>B<br><br>=1+1 &lt;b&gt;</td>' in table
    assert '<table lang="fi">' in table
    lonely = _copy("d", document=DOCUMENT.changed(cards=(extra,)))
    assert write_table_text(lonely) == "'=1+1 <b>\n"
    assert "<td>&#x27;=1+1 &lt;b&gt;</td>" in write_html_table(lonely)


def test_duplicate_stands_below_with_its_marks_and_without_votes() -> None:
    after = DuplicateCards(("a",)).apply(DOCUMENT)
    copied = after.cards[1]
    assert cell_ids(after, "lane-customer", "step-1") == ["a", copied.id]
    assert (copied.text, copied.votes, copied.actors) == ("A", 0, ("team",))
    assert [mark.text for mark in after.marks if mark.target == copied.id] == ["Jono"]
    assert after.connectors is DOCUMENT.connectors
    assert after.translations["sv"][copied.id] == {"text": "Kort"}


def test_duplicates_are_connected_as_the_originals_are() -> None:
    after = DuplicateCards(("a", "b"), with_connectors=True).apply(DOCUMENT)
    (a,) = (card.id for card in after.cards if card.text == "A" and card.id != "a")
    (b,) = (card.id for card in after.cards if card.text == "B" and card.id != "b")
    assert [(k.source, k.target) for k in after.connectors[2:]] == [(a, b), (b, "c")]


@pytest.mark.parametrize("card", ["x", "lane-front"])
def test_only_cards_are_duplicated(card: str) -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        DuplicateCards((card,)).apply(DOCUMENT)
