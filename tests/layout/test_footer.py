"""The foot of a poster: what is long takes more columns, so that it does not push all else up."""

from functools import partial

import pytest

from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.layout.footer import (
    Entry,
    Section,
    SetSection,
    Wanted,
    arrange_sections,
    set_section,
)
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import make_theme
from tests.painters.drawings import fonts

THEME = make_theme()


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(fonts())


def make_section(key: str, count: int) -> Section:
    entries = tuple(Entry(f"sana {number}", strong="Kenttä") for number in range(count))
    return Section(key, "Hanke", entries)


def find_lefts(section: SetSection) -> list[float]:
    """Return where the entries begin, in mm, in their order."""
    return [
        min(item.x for item in part.primitives if isinstance(item, GlyphRun))
        for part in section.group.parts
        if part.name.startswith("label:")
    ]


def test_a_long_section_stands_in_columns_where_there_is_room(typesetter: Typesetter) -> None:
    section = make_section("long", 16)
    narrow = set_section(section, 120.0, THEME, typesetter, "fi")
    wide = set_section(section, 260.0, THEME, typesetter, "fi")
    assert set(find_lefts(narrow)) == {0.0}
    lefts = find_lefts(wide)
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 2
    assert wide.height < 0.7 * narrow.height
    short = set_section(make_section("short", 5), 260.0, THEME, typesetter, "fi")
    assert set(find_lefts(short)) == {0.0}


def test_long_sections_are_given_room_and_no_section_is_pushed_out(typesetter: Typesetter) -> None:
    def arrange(width: float) -> tuple[list[tuple[float, float]], float]:
        wanted = [
            Wanted(partial(set_section, make_section(f"s{n}", rows), theme=THEME,
                           typesetter=typesetter, language="fi"), 1.0, rows)
            for n, rows in enumerate((3, 3, 16))
        ]  # fmt: skip
        placed, height = arrange_sections(wanted, width, THEME)
        edges = [(item.x, item.x + item.section.group.bounds.x1) for item in placed]
        assert all(right <= width + 0.01 for _, right in edges)
        return edges, height

    for_two, high = arrange(290.0)
    for_three, low = arrange(450.0)
    for_four, _ = arrange(600.0)
    # The short ones stand below each other and leave two columns' width to the long one.
    assert for_three[0] == for_three[1]
    assert low < 0.7 * high
    widths = [right - left for left, right in for_four]
    assert widths[2] == pytest.approx(2 * widths[0], rel=0.01)
    assert len({left for left, _ in for_two}) == 2
