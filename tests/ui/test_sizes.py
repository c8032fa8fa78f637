"""Sizes in words promise no more than there is."""

import pytest

from blueprint_editor.sheets.reading_distance import PT_MM
from blueprint_editor.ui.sizes import tell_distance, tell_paper, tell_points


@pytest.mark.parametrize(
    ("points", "told", "distance"),
    [(14.6, "14", "1.4 m"), (15.0, "15", "1.5 m"), (7.46, "7.5", "0.7 m")],
)
def test_what_falls_short_of_a_size_is_not_told_as_it(
    points: float, told: str, distance: str
) -> None:
    assert tell_points(points * PT_MM) == told
    assert tell_distance(points * PT_MM) == distance


def test_papers_are_named_as_people_do() -> None:
    assert [tell_paper(name) for name in ("A1", "877x619")] == ["A1", "877 × 619"]
