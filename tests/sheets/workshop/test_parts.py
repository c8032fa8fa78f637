"""The parts that sheets are made of."""

import pytest

from blueprint_editor.drawing.primitives import Path
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.look import make_look
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import rule


@pytest.mark.parametrize(
    ("height", "lines"),
    [(9.0, []), (17.0, [17.0]), (27.0, [14.0, 27.0]), (35.9, [12.0, 23.9, 35.9])],
)
def test_lines_to_write_on_share_out_the_room(
    height: float, lines: list[float], typesetter: Typesetter
) -> None:
    page = SheetPage("p", (210.0, 297.0), make_look(210.0, greyscale=False), typesetter, "fi")
    rule(page, Area(0.0, 0.0, 100.0, height))
    drawn = [
        item.commands[0][2]
        for group, _, _ in page.finish("", NO_PICTURES).placed
        for part in group.parts
        for item in part.primitives
        if isinstance(item, Path)
    ]
    assert sorted(drawn) == pytest.approx(lines, abs=0.05)
