import pytest

from blueprint_editor.commands.cards import AddCard
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card, Mark, Poster, PosterFilter, Variant
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import move_cursor, select_all, shift_selection
from blueprint_editor.session.filters import (
    choose_filter,
    count_cards,
    drop_from_poster,
    find_filter,
    find_path,
    follow_poster,
    is_as_on_poster,
    keep_with_poster,
    show_everything,
    show_next_path,
    toggle_hiding,
)
from blueprint_editor.session.structure import shift_record
from blueprint_editor.storage.format import save_document
from tests.commands.documents import cell_ids, make_card, make_document
from tests.session.small_poster import SmallComposer

CELL = ("lane-customer", "step-1")
KELA = PosterFilter(actors=("kela",), hide=True)


def make(**fields: object) -> Document:
    """Six cards, of which b, d and f are Kela's; a to d share a cell."""
    cards = [make_card(name, *CELL) for name in "abcd"]
    cards += [make_card("e", "lane-front", "step-2"), make_card("f", "lane-front", "step-3")]
    cards = [
        card.changed(actors=("kela",)) if card.id in {"b", "d", "f"} else card for card in cards
    ]
    return make_document(
        *cards,
        actors=(Actor(id="kela", name="Kela"),),
        variants=(Variant(id="v1", name="Mirja"), Variant(id="v2", name="Jere")),
        marks=(Mark(id="m", target="a", kind="wait"),),
        **fields,
    )


@pytest.fixture
def session(qapp: object) -> DocumentSession:
    return DocumentSession(make(), SmallComposer(), save_document)


def seen(session: DocumentSession) -> str:
    return "".join(sorted(session.poster.grid.cards))


def test_a_window_filters_without_touching_the_document(session: DocumentSession) -> None:
    before = session.document
    choose_filter(session, KELA)
    assert seen(session) == "bdf"
    assert count_cards(session) == (3, 6)
    toggle_hiding(session)
    assert seen(session) == "abcdef"
    assert {"a", "c", "e"} <= session.poster.faded
    assert count_cards(session) == (3, 6)
    show_everything(session)
    assert not session.poster.faded
    assert session.document is before
    assert not session.is_modified
    assert not session.history.done


def test_what_is_made_or_changed_stays_in_view_until_one_filters_again(
    session: DocumentSession,
) -> None:
    choose_filter(session, KELA)
    new = AddCard(Card(id="new", lane="lane-front", step="step-1", text="Uusi"), 0)
    assert session.preview(new)
    assert seen(session) == "bdfnew"
    session.drop_preview()
    assert seen(session) == "bdf"
    session.execute(new)
    session.execute(SetField(("b",), "actors", ()))
    session.execute(SetField(("a",), "text", "Ei näkyvissä"))
    assert seen(session) == "bdfnew"
    choose_filter(session, KELA)
    assert seen(session) == "df"


def test_what_is_gone_to_comes_into_view(session: DocumentSession) -> None:
    choose_filter(session, KELA)
    session.select(("m",))
    assert seen(session) == "abdf"
    assert session.selection.records == ("m",)


def test_keys_pass_over_what_is_hidden(session: DocumentSession) -> None:
    choose_filter(session, KELA)
    session.select(("b",))
    move_cursor(session, "down")
    assert session.selection.records == ("d",)
    move_cursor(session, "up")
    assert session.selection.records == ("b",)
    move_cursor(session, "right")
    assert session.selection.cursor == Cursor("lane-customer", "step-3")
    select_all(session)
    assert session.selection.records == ("b", "d", "f")


def test_a_free_place_below_is_one_among_all_cards(session: DocumentSession) -> None:
    choose_filter(session, PosterFilter(actors=("kela",), lanes=("lane-customer",), hide=True))
    assert seen(session) == "bd"
    session.execute(DeleteRecords(frozenset({"d"})))
    session.select((), Cursor(*CELL, 9))
    move_cursor(session, "up")
    assert session.selection.records == ("b",)


def test_moved_cards_pass_over_what_is_hidden(session: DocumentSession) -> None:
    choose_filter(session, KELA)
    session.select(("b",))
    shift_selection(session, "down")
    assert cell_ids(session.document, *CELL) == ["a", "c", "d", "b"]
    shift_selection(session, "up")
    assert cell_ids(session.document, *CELL) == ["a", "c", "b", "d"]


def test_moved_lanes_and_steps_pass_over_what_is_hidden(session: DocumentSession) -> None:
    choose_filter(session, PosterFilter(lanes=("lane-front", "lane-evidence"), hide=True))
    session.select(("lane-evidence",))
    shift_record(session, "down")
    lanes = [lane.id for lane in session.document.lanes if not lane.hidden]
    assert lanes == ["lane-emotion", "lane-customer", "lane-front", "lane-evidence"]
    choose_filter(session, KELA)
    session.select(("step-3",))
    shift_record(session, "left")
    assert [step.phase for step in session.document.steps] == ["phase-1", "phase-1", "phase-1"]


def test_a_filter_is_kept_with_the_poster_as_one_step(session: DocumentSession) -> None:
    choose_filter(session, KELA)
    session.select(("a",))
    assert seen(session) == "abdf"
    assert not is_as_on_poster(session)
    keep_with_poster(session)
    assert session.document.poster.filter == KELA
    assert is_as_on_poster(session)
    assert seen(session) == "bdf", "the window shows what exports show"
    assert [entry.name for entry in session.history.done] == ["poster filter"]
    session.undo()
    assert session.document.poster.filter is None
    assert find_filter(session) == KELA
    session.redo()
    drop_from_poster(session)
    assert session.document.poster.filter is None


def test_the_posters_own_filter_holds_until_the_window_has_another(qapp: object) -> None:
    document = make(poster=Poster(filter=KELA))
    session = DocumentSession(document, SmallComposer(), save_document)
    assert seen(session) == "bdf"
    assert is_as_on_poster(session)
    show_everything(session)
    assert seen(session) == "abcdef"
    assert session.document.poster.filter == KELA
    follow_poster(session)
    assert seen(session) == "bdf"
    show_everything(session)
    session.open_document(make(poster=Poster(filter=KELA)))
    assert seen(session) == "bdf"


def test_a_filter_by_what_is_gone_lets_everything_through(session: DocumentSession) -> None:
    choose_filter(session, KELA)
    session.execute(DeleteRecords(frozenset({"kela"})))
    assert find_filter(session) is None
    assert seen(session) == "abcdef"
    session.undo()
    assert find_filter(session) == KELA


def test_one_path_after_another_is_shown_alone(session: DocumentSession) -> None:
    found = []
    for _ in range(3):
        show_next_path(session)
        found.append(find_path(session))
    assert found == ["v1", "v2", None]
    assert find_filter(session) is None


def test_what_is_pasted_over_the_filter_keeps_composing_the_same(session: DocumentSession) -> None:
    """A poster made after many edits under a filter equals one made at once."""
    choose_filter(session, KELA)
    session.execute(SetField(("f",), "step", "step-1"))
    session.execute(DeleteRecords(frozenset({"b"})))
    session.undo()
    choose_filter(session, KELA)
    anew = SmallComposer()(
        session.document.changed(poster=session.document.poster.changed(filter=KELA))
    )
    assert anew.grid == session.poster.grid
