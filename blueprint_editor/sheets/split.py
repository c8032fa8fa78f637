"""Pages that are larger than the paper of an office printer, each on several sheets of it."""

from collections.abc import Sequence

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.tile_guide import draw_guide
from blueprint_editor.sheets.tile_sheets import TileSheets
from blueprint_editor.sheets.tile_source import TileSource
from blueprint_editor.sheets.tiling import TileOptions, TilingError, plan_tiles


def split_pages(
    pages: Sequence[Drawing], options: TileOptions, typesetter: Typesetter
) -> tuple[Drawing, ...]:
    """Return the pages; each that is larger than the paper as a guide and sheets to glue.

    Raises:
        SheetError: the options fit no sheet.
    """
    found: list[Drawing] = []
    for page in pages:
        if _fits(page, options.paper):
            found.append(page)
            continue
        source = TileSource(page, find_terms(page.language), typesetter)
        try:
            plan = plan_tiles(page, options)
        except TilingError as error:
            raise SheetError(str(error)) from error
        sheets = TileSheets(source, plan)
        found += [draw_guide(source, plan), *map(sheets.draw, plan.tiles)]
    return tuple(found)


def _fits(page: Drawing, paper: Paper) -> bool:
    if paper.height is None:
        return True
    sides = sorted((page.width, page.height))
    return all(side <= room + 1 for side, room in zip(sides, paper.sides, strict=True))
