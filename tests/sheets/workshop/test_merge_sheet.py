"""The merge sheet shows what the program proposes for two paths."""

from blueprint_editor.drawing.drawing import iter_text_places
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.kinds import find_sheet
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.request import SheetRequest
from tests.model.test_alignment import make as make_paths
from tests.sheets.workshop.conftest import Make


def test_what_is_alike_stands_in_the_general_path_and_is_counted(typesetter: Typesetter) -> None:
    document = make_paths(
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


def test_paths_come_from_the_version_before_the_merge_and_the_general_one_from_now(
    sample: Document, make: Make
) -> None:
    one_path = sample.changed(
        variants=(), cards=tuple(card.changed(variants=(), emotions=()) for card in sample.cards)
    )  # fmt: skip
    version = sample.snapshots[-1].name
    for document, since in ((sample, version), (one_path, "")):
        told = " ".join(
            text
            for text, _x, _y in iter_text_places(
                make("W11", document, filling="prefilled", since=since)[0]
            )
        )
        for words in ("Selkä ei enää kestä", "Jää pois opinnoista", "Asettaa oman tavoitteen"):
            assert words in told
    assert "Käy tutkimuksissa" in told
