"""Posters on many sheets of office paper, as a PDF: guide and all sheets, some, or a test."""

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.jobs import (
    MissingGlyphs,
    count_untranslated,
    describe_pdf,
    make_request,
    name_missing,
    report_nothing,
)
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.sheets.kinds import SheetError, parse_orders
from blueprint_editor.sheets.pack import Report
from blueprint_editor.sheets.paper import UnknownPaperError, parse_paper
from blueprint_editor.sheets.poster_sheet import compose_on_paper
from blueprint_editor.sheets.reading_distance import TextSizes, find_text_sizes, join_smallest
from blueprint_editor.sheets.tile_guide import draw_guide, draw_test_print
from blueprint_editor.sheets.tile_sheets import TileSheets
from blueprint_editor.sheets.tile_source import TileSource, make_tile_source
from blueprint_editor.sheets.tiling import (
    NoSuchSheetError,
    TileOptions,
    TilePlan,
    TilingError,
    plan_tiles,
)
from blueprint_editor.storage.atomic import write_atomically

_STORED = "/document/poster/tiling"
_STAGES = 3
"""Composing, cutting, painting."""


class TileRequest(NamedTuple):
    """Which sheets are wanted.

    Attributes:
        options: how the poster is to be cut.
        codes: of the sheets to print again; none = the guide and all sheets.
        is_test: the test print alone.
        is_stored: the document itself says how to cut; what is wrong with that is wrong with it.
    """

    options: TileOptions
    codes: tuple[str, ...] = ()
    is_test: bool = False
    is_stored: bool = False


class TiledPoster(NamedTuple):
    """One poster of a file.

    Attributes:
        plan: how it is cut.
        codes: of its sheets that are in the file.
        width, height: of the finished poster in mm.
    """

    plan: TilePlan
    codes: tuple[str, ...]
    width: float
    height: float


class TilesResult(NamedTuple):
    """What was written.

    Attributes:
        posters: one, or those among which the phases are shared out.
        width, height: of a sheet in mm.
        size: of the file in bytes.
        untranslated: how many cards keep their original text.
        card_codes: card id → code, for what the plan says of cards.
        text: the smallest sizes of type on any of the sheets, None without text.
    """

    posters: tuple[TiledPoster, ...]
    width: float
    height: float
    size: int
    missing: tuple[MissingGlyphs, ...]
    untranslated: int
    pages: int
    files: tuple[str, ...]
    card_codes: dict[str, str]
    text: TextSizes | None


def find_stored_tiling(document: Document) -> TileOptions | None:
    """Return how the document says that its poster is to be cut, if it does.

    Raises:
        DocumentError: its paper is unknown.
    """
    stored = document.poster.tiling
    if stored is None:
        return None
    try:
        paper = parse_paper(stored.paper)
    except UnknownPaperError as error:
        raise DocumentError((Problem(f"{_STORED}/paper", str(error)),)) from error
    return TileOptions(
        paper,
        stored.overlap,
        stored.margin,
        stored.sheets,
        stored.orientation or paper.natural_orientation,
        stored.repeat_labels,
        stored.enlarges,
    )


def compose_sources(
    document: Document, options: ExportOptions, fonts: FontLibrary
) -> tuple[TileSource, ...]:
    """Compose the posters on their paper, and return what the sheets of each are made from.

    Raises:
        ExportError: the language is unknown, or the poster cannot be fitted as is wished.
        DocumentError: the stored paper or an image of the document is unusable.
    """
    request = make_request(document, options, fonts, parse_orders("poster"))
    try:
        posters = compose_on_paper(request)
    except SheetError as error:
        raise ExportError(str(error)) from error
    return tuple(
        make_tile_source(drawing, poster.grid, request.document, request.typesetter)
        for poster, drawing in posters
    )


def draw_pages(
    source: TileSource, plan: TilePlan, codes: Sequence[str] = (), *, is_test: bool = False
) -> list[Drawing]:
    """Return the pages that are wanted, in the order in which they are printed.

    Raises:
        TilingError: there is no sheet of a code.
    """
    if is_test:
        return [draw_test_print(source, plan)]
    sheets = TileSheets(source, plan)
    if codes:
        chosen = plan.choose(codes)
        return [sheets.draw(tile, is_first=tile is chosen[0]) for tile in chosen]
    if len(plan.tiles) == 1:
        # There is nothing to put together.
        return [sheets.draw(plan.tiles[0], is_first=True)]
    return [draw_guide(source, plan), *map(sheets.draw, plan.tiles)]


def export_tiles(
    document: Document,
    path: str | os.PathLike[str],
    options: ExportOptions,
    request: TileRequest,
    fonts: FontLibrary,
    report: Report = report_nothing,
) -> TilesResult:
    """Write sheets of the document's poster as a PDF, replacing what is there as a whole.

    Until it is written ``report`` may end the work by an exception, which leaves no trace.

    Raises:
        ExportError: the language or a code is unknown, or the options fit no sheet.
        DocumentError: something in the document cannot be shown.
        FileAccessError: the operating system refused.
    """
    from blueprint_editor.painters.pdf import paint_pdf  # noqa: PLC0415 - loaded for a PDF only

    report(0, _STAGES)
    sources = compose_sources(document, options, fonts)
    report(1, _STAGES)
    try:
        plans = _plan(sources, request.options)
    except TilingError as error:
        if request.is_stored:
            raise DocumentError((Problem(_STORED, str(error)),)) from error
        raise ExportError(str(error)) from error
    try:
        codes = _share_out(request.codes, plans)
        pages = _draw(sources, plans, codes, request)
        posters = tuple(map(_tell, sources, plans, codes))
    except TilingError as error:
        raise ExportError(str(error)) from error
    if request.is_test:
        posters = tuple(poster._replace(codes=()) for poster in posters)
    report(2, _STAGES)
    data = paint_pdf(pages, fonts, describe_pdf(document, options)._replace(is_for_office=True))
    report(_STAGES, _STAGES)
    write_atomically(path, data)
    missing = dict.fromkeys(letters for source in sources for letters in source.poster.missing)
    return TilesResult(
        posters,
        plans[0].width,
        plans[0].height,
        len(data),
        name_missing(document, tuple(missing)),
        count_untranslated(document, options),
        len(pages),
        (os.fspath(path),),
        dict(sources[0].codes),
        _find_text(sources, plans),
    )


def _find_text(sources: Sequence[TileSource], plans: Sequence[TilePlan]) -> TextSizes | None:
    found = (
        (find_text_sizes(source.poster), plan.scale)
        for source, plan in zip(sources, plans, strict=True)
    )
    return join_smallest(sizes.scaled(scale) for sizes, scale in found if sizes is not None)


def _plan(sources: Sequence[TileSource], options: TileOptions) -> list[TilePlan]:
    plans = [plan_tiles(source.poster, options) for source in sources]
    if len(plans) == 1:
        return plans
    return [plan.number(number) for number, plan in enumerate(plans, 1)]


def _share_out(codes: Sequence[str], plans: Sequence[TilePlan]) -> list[tuple[str, ...] | None]:
    """Return for each poster the codes that are its own, None where others are wanted only."""
    if not codes:
        return [() for _plan in plans]
    found: list[tuple[str, ...] | None] = []
    known = [code.strip() for code in codes]
    for plan in plans:
        poster = re.compile(rf"{plan.tiles[0].poster}(?!\d)")
        own = tuple(code for code in known if poster.match(code))
        known = [code for code in known if code not in own]
        found.append(own or None)
    if known:
        raise NoSuchSheetError(known[0], plans[0].tiles[0].code, plans[-1].tiles[-1].code)
    return found


def _draw(
    sources: Sequence[TileSource],
    plans: Sequence[TilePlan],
    codes: Sequence[tuple[str, ...] | None],
    request: TileRequest,
) -> list[Drawing]:
    if request.is_test:
        return draw_pages(sources[0], plans[0], is_test=True)
    return [
        page
        for source, plan, own in zip(sources, plans, codes, strict=True)
        for page in (draw_pages(source, plan, own) if own is not None else ())
    ]


def _tell(source: TileSource, plan: TilePlan, codes: tuple[str, ...] | None) -> TiledPoster:
    chosen = plan.choose(codes) if codes is not None else ()
    size = source.poster.width * plan.scale, source.poster.height * plan.scale
    return TiledPoster(plan, tuple(tile.code for tile in chosen), *size)
