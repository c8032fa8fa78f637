"""Fits a poster to whole sheets of office paper, so that hardly any of their paper is wasted."""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from blueprint_editor.layout.picture import Pictures
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.fit_wish import Fitted, fit_poster
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.paper import (
    GREATEST_SIDE,
    Paper,
    UnknownPaperError,
    parse_paper,
    put_on_paper,
)
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.tiling import (
    TileOptions,
    TilePlan,
    TilingError,
    list_reaches,
    plan_tiles,
)

_SHAPES = (0.6, 2.8)
"""Width to height: other posters are hard to hang, and no path suits them."""
_SEAMS = 0.93
"""About what sheets show where seams keep to gaps, as a share of what they could."""
_SHY = 1.0 - 2e-4
_WORTH = 1.02
"""Text must become so much larger to be worth another sheet."""


class SheetFit(NamedTuple):
    """A fit to sheets.

    Attributes:
        fitted: with the finished poster as its paper.
        options: how that is cut, with the number of sheets and how they lie.
        reach: the type scale on the sheets.
    """

    fitted: Fitted
    options: TileOptions
    reach: float


def fit_to_sheets(
    document: DocumentContent,
    options: TileOptions,
    typesetter: Typesetter,
    pictures: Pictures = NO_PICTURES,
    wish: FitWish | None = None,
) -> SheetFit:
    """Find the poster with the largest text that at most ``options.sheets`` sheets hold.

    Raises:
        SheetError: no poster stands on such sheets.
    """
    best: SheetFit | None = None
    for paper, orientation, lying in _iter_pages(document, options):
        fitted = fit_poster(document, paper, orientation, wish or FitWish(), typesetter, pictures)
        plan = _plan(document, fitted, options._replace(orientation=lying), pictures)
        found = _enlarge(fitted, plan)
        if best is None or _is_better(found, best):
            best = found
    if best is None:
        raise SheetError(f"no poster stands on {options.sheets} sheets of {options.paper.name}")
    return best


_Page: TypeAlias = tuple[Paper, Orientation, Orientation | None]
"""A poster's size, how it lies, and how its sheets lie."""


def _iter_pages(document: DocumentContent, options: TileOptions) -> Iterator[_Page]:
    """Yield what might fill the sheets: the poster as it is shaped, and all grids of so many."""
    try:
        reaches = list_reaches(options)
    except TilingError as error:
        raise SheetError(str(error)) from error
    with suppress(UnknownPaperError):
        own = parse_paper(document.poster.paper)
        if own.height is not None:
            yield own, document.poster.orientation, options.orientation
    for lying, (across, down) in reaches.items():
        for columns in range(1, options.sheets + 1):
            rows = options.sheets // columns
            width, height = columns * across * _SEAMS, rows * down * _SEAMS
            if _SHAPES[0] <= width / height <= _SHAPES[1] and max(width, height) <= GREATEST_SIDE:
                paper = parse_paper(f"{width:.0f}x{height:.0f}")
                yield paper, "landscape" if width > height else "portrait", lying


def _plan(
    document: DocumentContent, fitted: Fitted, options: TileOptions, pictures: Pictures
) -> TilePlan:
    (composer,) = fitted.found.composers
    poster = composer.compose(fitted.apply_to(document), pictures)
    page = put_on_paper(poster.drawing, fitted.paper, fitted.orientation)
    try:
        return plan_tiles(page, options)
    except TilingError as error:
        raise SheetError(str(error)) from error


def _enlarge(fitted: Fitted, plan: TilePlan) -> SheetFit:
    """Return a fit as large as its sheets show it: all of it grows by the plan's scale."""
    scale, fit, paper = plan.scale, fitted.fit, fitted.paper
    width, height = (math.floor(side * scale) for side in (paper.width, paper.height or 0.0))
    scale = min(width / paper.width, height / (paper.height or 1.0)) * _SHY
    if fitted.orientation == "landscape":
        width, height = max(width, height), min(width, height)
    larger = parse_paper(f"{width}x{height}")
    grown = fit.changed(
        column_width=round(min(max(fit.column_width * scale, 10.0), 1000.0), 3),
        type_scale=math.floor(fit.type_scale * scale * 1e4) / 1e4,
        paper=larger.name,
    )
    reach = fitted.found.reach * scale
    found = replace(fitted.found, fit=grown, reach=reach)
    options = plan.options._replace(sheets=len(plan.tiles))
    return SheetFit(Fitted(found, larger, fitted.orientation), options, reach)


def _is_better(one: SheetFit, other: SheetFit) -> bool:
    """Tell whether a fit has larger text, or nearly as large text on fewer sheets."""
    sheets, known = one.options.sheets, other.options.sheets
    if sheets == known:
        return one.reach > other.reach
    worth = _WORTH if sheets > known else 1 / _WORTH
    return one.reach > other.reach * worth
