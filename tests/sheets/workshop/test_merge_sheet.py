"""The merge sheet shows what the program proposes for two paths."""

from blueprint_editor.drawing.drawing import iter_text_places
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.sheets.kinds import find_sheet
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.request import SheetRequest
from tests.model.test_alignment import make


def test_what_is_alike_stands_in_the_general_path_and_is_counted(typesetter: Typesetter) -> None:
    document = make(
        ("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Soittaa."), ("a2", "a", "1", "Käy hoidossa"),
        ("b2", "b", "3", "Odottaa"),
    )  # fmt: skip
    request = SheetRequest("W11", document, typesetter, NO_PICTURES, filling="prefilled")
    (page,) = find_sheet("W11").make(request)
    words = " ".join(text for text, _x, _y in iter_text_places(page))
    assert words.count("Soittaa") == 3
    assert "sama: 1" in words
    assert words.count("vain toisella: 1") == 2
    assert words.count("Odottaa") == 1
