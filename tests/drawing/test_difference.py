from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.drawing.difference import find_changed_span, find_difference
from blueprint_editor.drawing.drawing import Drawing, Group, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds

GROUPS = [Group(f"g{i}", "card", (), Bounds(0, 0, 1, 1)) for i in range(6)]
RENEWED = [group._replace(label="new") for group in GROUPS]


@st.composite
def _drawings(draw: st.DrawFn) -> Drawing:
    chosen = draw(st.lists(st.integers(0, 5), unique=True, max_size=6))
    placed = tuple(
        Placed(
            draw(st.sampled_from([GROUPS[i], RENEWED[i]])), draw(st.sampled_from([0.0, 5.0])), 0.0
        )
        for i in chosen
    )
    return Drawing(10, 10, placed, Tag("Document"), "", "fi")


@given(_drawings(), _drawings())
def test_difference_names_every_change_once(before: Drawing, after: Drawing) -> None:
    old = {placed.group.key: placed for placed in before.placed}
    new = {placed.group.key: placed for placed in after.placed}
    found = find_difference(before, after)
    assert {placed.group.key for placed in found.added} == new.keys() - old.keys()
    assert {placed.group.key for placed in found.removed} == old.keys() - new.keys()
    both = old.keys() & new.keys()
    renewed = {k for k in both if old[k].group != new[k].group}
    assert set(found.renewed) == {(old[k], new[k]) for k in renewed}
    moved = {k for k in both if old[k].group == new[k].group and old[k].x != new[k].x}
    assert set(found.moved) == {(old[k], new[k]) for k in moved}
    assert found.is_reordered == (list(old) != list(new))


@given(_drawings(), _drawings())
def test_outside_the_span_nothing_differs(before: Drawing, after: Drawing) -> None:
    start, old_end, new_end = find_changed_span(before.placed, after.placed)
    assert 0 <= start <= old_end <= len(before.placed)
    assert start <= new_end <= len(after.placed)
    assert before.placed[:start] == after.placed[:start]
    assert before.placed[old_end:] == after.placed[new_end:]


def test_same_drawing_has_no_difference() -> None:
    placed = tuple(Placed(group, 0.0, 0.0) for group in GROUPS)
    drawing = Drawing(10, 10, placed, Tag("Document"), "", "fi")
    again = drawing._replace(placed=tuple(Placed(group, 0.0, 0.0) for group in GROUPS))
    assert not find_difference(drawing, again)
    assert find_changed_span(drawing.placed, again.placed) == (6, 6, 6)
