"""Fits that the dialog for printing asks for: of the poster, and of a page for each phase."""

from math import ceil
from typing import TYPE_CHECKING

from blueprint_editor.commands.fit import FitPoster
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import make_theme
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Fit
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.sheets.fit_sheets import fit_to_sheets
from blueprint_editor.sheets.fit_wish import fit_poster
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_distance import PT_MM
from blueprint_editor.sheets.tiling import TileOptions, plan_tiles

if TYPE_CHECKING:
    from blueprint_editor.layout.picture import Pictures
    from blueprint_editor.ui.printing.wish import Order

_NO_FIT = Fit(column_width=62.0, type_scale=1.0)
_BODY_PT = make_theme().styles["body"].size / PT_MM
"""Of text on cards at type scale 1."""


def find_fit(order: "Order", tiles: TileOptions | None) -> FitWish | None:
    """Return how the poster is to be fitted anew; None where it is as it is stored.

    ``tiles``: the sheets that it is cut into, if it is.
    """
    document, wish = order
    if wish.layout == "phases":
        return None
    poster, numbers = document.poster, {p.id: n for n, p in enumerate(document.phases, 1)}
    fit = poster.fit or _NO_FIT
    splits = wish.splits if wish.layout == "posters" else ()
    is_stored = wish.fit == "stored"
    if splits:
        is_stored = (fit.paper, fit.orientation) == (poster.paper, poster.orientation)
    if is_stored and (splits == fit.splits or tiles is not None):
        return None
    is_whole = wish.layout == "poster"
    is_chosen = wish.rows == "chosen" and not splits
    return FitWish(
        type_scale=_find_scale(wish.body_pt) if is_whole and wish.fit == "scale" else None,
        least_text_pt=wish.least_pt if is_whole and wish.fit == "least" else None,
        takes_sheets=tiles is not None,
        split_at=tuple(numbers[phase] for phase in splits),
        rows=1 if wish.rows == "one" or splits else None,
        rows_at=tuple(numbers[phase] for phase in wish.breaks) if is_chosen else (),
        sheets=tiles if wish.fit == "sheets" else None,
    )


def _find_scale(body_pt: float) -> float:
    """Return the scale of type with text on cards of so many points, and no less."""
    return ceil(body_pt / _BODY_PT * 1e4) / 1e4


def fit_paper(document: Document, wish: FitWish, fonts: FontLibrary) -> Document:
    """Return the document with columns and type as they are wished, and the paper for them.

    Raises:
        SheetError: no paper or no sheets hold it so.
    """
    poster, pictures = document.poster, read_pictures(document, document.assets)[0]
    if wish.sheets is not None:
        return _fill_sheets(document, wish, fonts, pictures)
    found = fit_poster(
        document,
        parse_paper(poster.paper),
        poster.orientation,
        wish,
        Typesetter(fonts),
        pictures,
    )
    fitted = FitPoster(found.fit, found.paper.name, found.orientation).apply(document)
    tiling = fitted.poster.tiling
    if tiling is None or not (wish.type_scale or wish.least_text_pt):
        return fitted
    # As many sheets as it takes: any other number would make the type another one.
    tiling = tiling.changed(sheets=0, enlarges=False)
    return fitted.changed(poster=fitted.poster.changed(tiling=tiling))


def _fill_sheets(
    document: Document, wish: FitWish, fonts: FontLibrary, pictures: "Pictures"
) -> Document:
    """Return the document with a poster that fills its sheets, as many as it takes anyway."""
    options, typesetter = wish.sheets, Typesetter(fonts)
    assert options is not None  # noqa: S101 - for the type checker: the caller looked
    if not options.sheets:
        page = PaperComposer(PosterComposer(typesetter))(document).drawing
        options = options._replace(sheets=len(plan_tiles(page, options).tiles))
    fitted, options, _reach = fit_to_sheets(document, options, typesetter, pictures, wish)
    poster, tiling = fitted.apply_to(document).poster, document.poster.tiling
    assert tiling is not None  # noqa: S101 - likewise
    cut = tiling.changed(sheets=options.sheets, orientation=options.orientation)
    return document.changed(poster=poster.changed(tiling=cut))


def make_handouts(document: Document, paper: str, fonts: FontLibrary) -> Document:
    """Return the document with a page of a paper for each phase, all in type of one size."""
    wish = FitWish(split_at=tuple(range(2, len(document.phases) + 1)))
    pictures = read_pictures(document, document.assets)[0]
    found = fit_poster(document, parse_paper(paper), None, wish, Typesetter(fonts), pictures)
    return FitPoster(found.fit, found.paper.name, found.orientation).apply(document)
