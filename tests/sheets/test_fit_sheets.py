"""A poster shaped for whole sheets has larger text on no more of them, and cuts no card."""

from pathlib import Path

import pytest

from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.fit_sheets import fit_to_sheets
from blueprint_editor.sheets.fit_wish import fit_poster
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.paper import parse_paper, put_on_paper
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.tiling import TileOptions, TilePlan, plan_tiles
from blueprint_editor.storage.format import load_document

SAMPLE = Path(__file__).parents[2] / "samples" / "tyohonvalmennus.blueprint.json"
A3 = parse_paper("A3")


def plan(document: Document, options: TileOptions, typesetter: Typesetter) -> TilePlan:
    drawing = PosterComposer(typesetter).compose(document).drawing
    poster = document.poster
    return plan_tiles(put_on_paper(drawing, parse_paper(poster.paper), poster.orientation), options)


def test_text_is_larger_than_that_of_an_enlarged_poster(typesetter: Typesetter) -> None:
    document = load_document(SAMPLE)
    usual = fit_poster(document, parse_paper("A1"), "landscape", FitWish(), typesetter)
    enlarged = plan(usual.apply_to(document), TileOptions(A3, sheets=6), typesetter)
    found = fit_to_sheets(document, TileOptions(A3, sheets=6), typesetter)
    assert found.options.sheets <= 6
    assert found.reach > 1.1 * usual.found.reach * enlarged.scale
    cut = plan(found.fitted.apply_to(document), found.options, typesetter)
    assert len(cut.tiles) == found.options.sheets
    assert cut.scale == pytest.approx(1.0, abs=0.005)
    assert not [one for one in cut.cuts if one.cards or one.labels]
    shown = sum(tile.own.width * tile.own.height for tile in cut.tiles) * cut.scale**2
    assert shown > 0.85 * len(cut.tiles) * (cut.width - 20) * (cut.height - 20)


def test_sheets_that_hold_nothing_are_refused(typesetter: Typesetter) -> None:
    with pytest.raises(SheetError, match="at least 8 mm"):
        fit_to_sheets(load_document(SAMPLE), TileOptions(A3, margin=2, sheets=4), typesetter)
