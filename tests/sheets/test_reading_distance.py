import pytest

from blueprint_editor.drawing.drawing import Drawing, Group, PageFit, Part, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, FaceKey, GlyphRun
from blueprint_editor.sheets.reading_distance import (
    PT_MM,
    find_farthest,
    find_text_sizes,
    judge,
)


def run(size: float, text: str) -> GlyphRun:
    return GlyphRun(0, 0, size, FaceKey(), text, (), 1.0, "#000000")


def draw(scale: float, *groups: tuple[str, list[GlyphRun]]) -> Drawing:
    placed = tuple(
        Placed(Group(f"g{i}", kind, (Part("", tuple(runs)),), Bounds(0, 0, 1, 1)), 0, 0)
        for i, (kind, runs) in enumerate(groups)
    )
    return Drawing(100, 100, placed, Tag("Document"), "", "fi", fit=PageFit(scale))


def test_body_is_what_cards_are_set_in_and_scaling_counts() -> None:
    drawing = draw(
        0.5,
        ("document", [run(20, "Otsikko " * 50)]),
        ("card", [run(6, "Asiakas soittaa"), run(4, "ohjaaja")]),
        ("card", [run(6, "Neuvonta vastaa")]),
        ("decoration", [run(3, "1")]),
    )
    sizes = find_text_sizes(drawing)
    assert sizes == (1.5, 3.0)
    assert sizes.body_pt == pytest.approx(3.0 / PT_MM)
    assert sizes.scaled(2.0) == (3.0, 6.0)


def test_a_sheet_without_cards_has_a_body_and_one_without_text_has_none() -> None:
    assert find_text_sizes(draw(1.0, ("lane", [run(5, "Asiakas")]))) == (5, 5)
    assert find_text_sizes(draw(1.0, ("lane", []))) is None


@pytest.mark.parametrize(
    ("points", "verdict"),
    [(40.0, "comfortable"), (39.9, "readable"), (20.0, "readable"), (19.9, "too_small")],
)
def test_twenty_points_for_a_metre_are_comfortable_and_ten_the_limit(
    points: float, verdict: str
) -> None:
    assert judge(points * PT_MM, 2.0) == verdict


def test_farthest() -> None:
    assert find_farthest(9 * PT_MM) == pytest.approx(0.9)
