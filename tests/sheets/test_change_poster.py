"""The poster of changes says by words and signs what has changed, in every output."""

import re

import pytest

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.drawing.drawing import iter_text_places
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from blueprint_editor.sheets.change_poster import compose_changes, make_changes
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.poster_sheet import make_side_by_side
from blueprint_editor.sheets.request import SheetRequest
from tests.commands.documents import make_card, make_document
from tests.model.test_alignment import make
from tests.painters.pdf_gate import find_failures
from tests.sheets.test_poster import iter_leaves, keys, text_of

BEFORE = make_document(
    make_card("a"), make_card("b"), make_card("c", "lane-front"), make_card("d", step="step-2")
)


@pytest.fixture
def drawing(typesetter: Typesetter):
    after = SetCardText("a", "Toisin").apply(BEFORE)
    after = DeleteRecords(frozenset({"c"})).apply(after)
    after = SetField(("d",), "step", "step-3").apply(after)
    after = after.model_copy(update={"cards": (*after.cards, make_card("e", "lane-front"))})
    return compose_changes(BEFORE, after, "Työpaja 1", typesetter)


def test_flags_and_former_words_stand_on_the_cards_that_changed(drawing) -> None:
    placed = keys(drawing)
    texts = {card: text_of(placed[card]) for card in "abcde"}
    assert texts["a"].startswith("Muutettu")
    assert "Ennen: A" in texts["a"]
    assert texts["b"] == "B"
    assert texts["c"].startswith("Poistettu")
    assert texts["d"].startswith("Siirretty")
    assert texts["e"].startswith("Uusi")
    assert "Työpaja 1" in text_of(placed["title-block"])


def test_legend_explains_the_signs_and_every_flag_is_read_before_its_card(drawing) -> None:
    legend = text_of(keys(drawing)["footer.legend"])
    assert all(word in legend for word in ("uusi kortti", "poistettu kortti", "himmeä kortti"))
    leaves = [(leaf.group, leaf.part) for leaf in iter_leaves(drawing.tags)]
    assert (
        leaves.index(("a", "change")) < leaves.index(("a", "text")) < leaves.index(("a", "before"))
    )
    assert ("b", "change") not in leaves


def test_flags_are_told_from_each_other_without_colour(typesetter: Typesetter) -> None:
    after = SetCardText("a", "Toisin").apply(BEFORE)
    grey = compose_changes(BEFORE, after, "1", typesetter, greyscale=True)
    assert text_of(keys(grey)["a"]).startswith("Muutettu")
    assert list(iter_text_places(grey))


def request_for(document: Document, typesetter: Typesetter) -> SheetRequest:
    return SheetRequest("changes", document, typesetter, NO_PICTURES)


def test_sheet_of_changes_follows_the_newest_named_version(typesetter: Typesetter) -> None:
    kept = KeepVersion("version-1", "Paja 1", "2026-03-14").apply(BEFORE)
    (page,) = make_changes(request_for(SetCardText("a", "Toisin").apply(kept), typesetter))
    assert text_of(keys(page)["a"]).startswith("Muutettu")
    assert "Paja 1" in text_of(keys(page)["title-block"])
    with pytest.raises(DocumentError, match="a named version is needed"):
        make_changes(request_for(BEFORE, typesetter))


def test_sheet_of_two_paths_has_each_lane_twice(typesetter: Typesetter) -> None:
    document = make(("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Odottaa"))
    (page,) = make_side_by_side(request_for(document, typesetter))
    assert {"a1", "b1.b", "lane-customer", "lane-customer.b"} <= keys(page).keys()
    assert page.fit == (1.0, 0.0, 0.0)
    assert page.width > 0.98 * max(placed.bounds.x1 for placed in page.placed)
    (page,) = make_side_by_side(request_for(document, typesetter)._replace(paths=("J", "Mirja")))
    assert {"b1", "a1.b"} <= keys(page).keys()
    for wrong, told in (
        (("J", "Jere"), "two different"),
        (("J", "Aino"), "(there are: M Mirja, J"),
    ):
        with pytest.raises(SheetError, match=re.escape(told)):
            make_side_by_side(request_for(document, typesetter)._replace(paths=wrong))
    with pytest.raises(DocumentError, match="two paths are needed"):
        make_side_by_side(request_for(BEFORE, typesetter))


def test_both_sheets_make_accessible_pdfs(typesetter: Typesetter) -> None:
    fonts = FontLibrary()
    kept = KeepVersion("version-1", "Paja 1", "2026-03-14").apply(BEFORE)
    changed = DeleteRecords(frozenset({"c"})).apply(SetCardText("a", "Toisin").apply(kept))
    paths = make(("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Odottaa"), ("x", "", "2", "X"))
    for pages in (
        make_changes(request_for(changed, typesetter)),
        make_side_by_side(request_for(paths, typesetter)),
    ):
        assert not find_failures(paint_pdf(pages, fonts, PdfMetadata()))
