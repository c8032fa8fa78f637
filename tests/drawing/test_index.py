"""A drawing's groups are found by place, after any number of drawings."""

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.drawing.drawing import Drawing, Group, Placed, Tag
from blueprint_editor.drawing.index import DrawingIndex
from blueprint_editor.drawing.primitives import Bounds

WIDTHS = (1.0, 300.0, 5_000.0)
PLACES = st.sampled_from((-400.0, -1.0, 0.0, 249.0, 250.0, 700.0, 4_000.0))
GROUPS = [Group(f"g{i}", "card", (), Bounds(0, 0, WIDTHS[i % 3], 10.0)) for i in range(8)]


@st.composite
def _drawings(draw: st.DrawFn) -> Drawing:
    chosen = draw(st.lists(st.integers(0, 7), unique=True, max_size=8))
    placed = tuple(Placed(GROUPS[i], draw(PLACES), draw(PLACES)) for i in chosen)
    return Drawing(10, 10, placed, Tag("Document"), "", "fi")


@given(drawings=st.lists(_drawings(), min_size=1, max_size=4), data=st.data())
def test_groups_are_found_by_place_in_paint_order(
    drawings: list[Drawing], data: st.DataObject
) -> None:
    index = DrawingIndex()
    for drawing in drawings:
        index.show(drawing)
        x, y = data.draw(PLACES), data.draw(PLACES)
        area = Bounds(x, y, x + data.draw(st.sampled_from(WIDTHS)), y + 100.0)
        expected = [
            placed
            for placed in drawing.placed
            if placed.x + placed.group.bounds.x1 >= area.x0
            and placed.x + placed.group.bounds.x0 <= area.x1
            and placed.y + placed.group.bounds.y1 >= area.y0
            and placed.y + placed.group.bounds.y0 <= area.y1
        ]
        assert index.find(area) == expected
        assert dict(index.placed) == {placed.group.key: placed for placed in drawing.placed}
        everything = Bounds(-1e9, -1e9, 1e9, 1e9)
        assert index.find(everything) == list(drawing.placed)


def test_an_empty_index_finds_nothing() -> None:
    assert DrawingIndex().find(Bounds(0, 0, 1, 1)) == []
