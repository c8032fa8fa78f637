"""W7: a situation with its causes at the left and its effects at the right."""

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.causal_drawing import PageMap, explain_signs, list_loops
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import arrow, write_field
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 108.0
_COLUMNS = (1.25, 0.9, 1.25)
_COLUMNS_OF_KNOWN = (0.8, 1.9, 0.9)
_FOOT, _FOOT_OF_KNOWN = 26.0, 48.0
"""Heights in mm on A4; the loops of a map that is known may take more, and all that it leaves."""
_INSET = 2.6
"""Between the edge of a field and what stands in it, in mm on A4."""


def make_causal_map(sheet: Sheet) -> None:
    """Make the sheet, empty or with the document's map."""
    page, area = sheet.open_with_guide(side=_SIDE)
    look = page.look
    known = sheet.document.causal_map if sheet.is_prefilled else None
    loops = list_loops(sheet) if known is not None else ()
    told, height = "\n".join(loops), look.mm(_FOOT)
    page_map = PageMap(sheet, page) if known is not None and known.nodes else None
    if page_map is not None and loops:
        left = area.height - look.gap - page_map.find_height(area.width)
        wanted = _measure_foot(page, area, told)
        height = min(max(height, wanted), max(look.mm(_FOOT_OF_KNOWN), left))
    area, foot = area.split_bottom(height, look.gap)
    page.begin_group(area)
    if page_map is not None:
        page_map.draw(area)
    else:
        _write_empty(sheet, page, area)
    page.begin_group(foot)
    _write_foot(sheet, page, foot, told)


def _measure_foot(page: SheetPage, area: Area, told: str) -> float:
    """Return the height that the box of the loops needs for all of them."""
    look = page.look
    width = area.columns(_COLUMNS_OF_KNOWN, look.gap)[1].inset(look.mm(_INSET), 0.0).width
    return page.set_text(told, "body", width).height + look.styles["body"].leading * 2.5


def _write_empty(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    causes, middle, effects = area.columns(_COLUMNS, look.mm(12))
    for side, key in ((causes, "causes"), (effects, "effects")):
        page.box(side, dashed=True)
        inner = side.inset(look.mm(2.6), look.mm(2.0))
        page.write(words[key], "heading", inner.x0, inner.y0, inner.width, role="H2")
    height = middle.height * 0.4
    centre = middle._replace(
        y0=middle.y0 + (middle.height - height) / 2, y1=middle.y1 - (middle.height - height) / 2
    )
    write_field(sheet, page, centre, words["situation"], is_ruled=False, role="custom")
    y = (centre.y0 + centre.y1) / 2
    gap = look.mm(1.5)
    arrow(page, [(causes.x1 + gap, y), (centre.x0 - gap, y)], width=0.9, colour=look.navy)
    arrow(page, [(centre.x1 + gap, y), (effects.x0 - gap, y)], width=0.9, colour=look.navy)


def _write_foot(sheet: Sheet, page: SheetPage, area: Area, known_loops: str) -> None:
    words, look = sheet.words, page.look
    signs, loops, point = area.columns(_COLUMNS, look.mm(12))
    if known_loops:
        signs, loops, point = area.columns(_COLUMNS_OF_KNOWN, look.gap)
    else:
        spare = look.mm(12) - look.gap
        loops = loops._replace(x0=loops.x0 - spare, x1=loops.x1 + spare)
    room = write_field(sheet, page, signs, words["signs"], is_ruled=False)
    explain_signs(page, room, words["plus"], words["minus"])
    write_field(sheet, page, loops, words["loops"], known_loops)
    write_field(sheet, page, point, words["point"])
