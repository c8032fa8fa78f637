"""A piece of a drawing is a page of its own, with its ink at its place."""

import pytest

from blueprint_editor.drawing.drawing import Drawing, Group, Placed, Tag
from blueprint_editor.drawing.excerpt import cut_out, find_area
from blueprint_editor.drawing.primitives import Bounds

BOX = Bounds(0, 0, 10, 5)
DRAWING = Drawing(
    100,
    80,
    tuple(Placed(Group(key, "card", (), BOX), x, y) for key, x, y in (("a", 5, 5), ("b", 50, 40))),
    Tag("Document"),
    "",
    "fi",
)


def test_an_area_takes_what_meets_it() -> None:
    cut = cut_out(DRAWING, Bounds(0, 0, 30, 20))
    assert [item.group.key for item in cut.placed] == ["a"]
    assert (cut.width, cut.height) == (30, 20)


def test_records_are_cut_out_alone() -> None:
    area = find_area(DRAWING, {"b"}, 2.0)
    assert area == Bounds(48, 38, 62, 47)
    cut = cut_out(DRAWING._replace(fit=DRAWING.fit._replace(scale=2.0)), area, {"b"})
    assert [item.group.key for item in cut.placed] == ["b"]
    assert (cut.width, cut.height) == pytest.approx((28, 18))
    assert 50 * cut.fit.scale + cut.fit.dx == pytest.approx(4)
    assert find_area(DRAWING, {"zzz"}, 2.0) is None
