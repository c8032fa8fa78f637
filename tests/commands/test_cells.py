"""A cell written as a whole keeps its cards where their texts stay."""

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.commands.cells import SetCellTexts
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Card, Mark
from tests.commands.documents import make_card, make_document

LANE, STEP = "lane-customer", "step-1"


def texts_of(document: Document) -> list[tuple[str, str]]:
    return [(c.id, c.text) for c in document.cards if (c.lane, c.step) == (LANE, STEP)]


def write(document: Document, *texts: str) -> Document:
    return SetCellTexts(LANE, STEP, texts).apply(document)


def test_lines_keep_their_cards() -> None:
    document = make_document(
        make_card("a"),
        make_card("b"),
        make_card("c"),
        marks=(Mark(id="m", target="c", kind="idea"),),
    )
    inserted = write(document, "A", "uusi", "B", "C")
    assert [i for i, _ in texts_of(inserted)][::2] == ["a", "b"]
    assert texts_of(inserted)[3] == ("c", "C")
    assert texts_of(write(document, "A", "B!", "C")) == [("a", "A"), ("b", "B!"), ("c", "C")]
    shorter = write(document, "B", "C")
    assert texts_of(shorter) == [("b", "B"), ("c", "C")]
    emptied = write(document, "", " ")
    assert texts_of(emptied) == []
    assert emptied.marks == ()
    assert write(document, "A", "B", "C") is document


words = st.sampled_from(("A", "B", "C", "D", ""))


@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_the_cell_reads_as_it_was_written(before: list[str], after: list[str]) -> None:
    cards = tuple(
        Card(id=f"c{i}", lane=LANE, step=STEP, text=text) for i, text in enumerate(before)
    )
    other = make_card("x", "lane-front", "step-2")
    document = make_document(*cards, other)
    written = write(document, *after)
    assert [text for _, text in texts_of(written)] == [text for text in after if text]
    assert other in written.cards
    assert not find_problems(written)
