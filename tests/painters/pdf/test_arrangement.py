from collections import Counter

from blueprint_editor.drawing.drawing import Leaf, Tag
from blueprint_editor.painters.pdf.arrangement import arrange
from blueprint_editor.painters.pdf.meaning import Element, Meaning


def list_elements(tags: Tag) -> list[Element]:
    """Return the elements of a tag tree in reading order, each leaf with a piece of content."""
    meaning = Meaning(tags, "fi")
    _tell(tags, meaning)
    order: list[Element] = []
    meaning.root.settle(order)
    return order


def _tell(tag: Tag, meaning: Meaning) -> None:
    for child in tag.children:
        if isinstance(child, Leaf):
            meaning.find_slots(child.group)[child.part].content.append(0)
        else:
            _tell(child, meaning)


def make_poster(rows: int) -> Tag:
    def cell(row: int) -> Tag:
        texts = tuple(Tag("P", (Leaf(f"{row}", f"{i}"),)) for i in range(row % 4))
        return Tag("TD", (*texts, Tag("Figure", (Leaf(f"{row}", "f"),), alt=f"johtaa {row}")))

    return Tag("Document", (Tag("Table", tuple(Tag("TR", (cell(i),)) for i in range(rows))),))


def test_all_elements_stand_in_one_batch_each() -> None:
    elements = list_elements(make_poster(1_500))
    batches = list(arrange(elements))
    found = Counter(id(element) for batch in batches for element in batch.elements)
    assert found == Counter(map(id, elements))


def test_elements_without_words_are_rows_like_each_other() -> None:
    batches = list(arrange(list_elements(make_poster(200))))
    for batch in batches:
        roles = {element.tag.role for element in batch.elements}
        assert batch.are_alike == (batch.are_rows and "Figure" not in roles)
    assert {batch.are_alike for batch in batches if batch.are_rows} == {True, False}


def test_few_elements_share_one_stream() -> None:
    (batch,) = arrange(list_elements(make_poster(5)))
    assert not batch.are_rows


def test_a_reader_that_goes_on_needs_few_batches_at_a_time() -> None:
    elements = list_elements(make_poster(3_000))
    home = {
        id(element): number
        for number, batch in enumerate(arrange(elements))
        for element in batch.elements
    }
    for start in range(0, len(elements) - 500, 500):
        # Some programs keep five of these streams at hand; a stretch ends in between at times.
        assert len({home[id(element)] for element in elements[start : start + 500]}) <= 2 * 5
