"""W16: the tasks of a workplace split, sorted and composed into a job for one person."""

from collections.abc import Sequence

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.look import WRITING_PITCH
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_box, rule, write_label
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 88.0
_BETWEEN = 3.4
"""Between a line and the next heading, in mm on A4: a heading belongs to what is below it."""


def make_job_design(sheet: Sheet) -> None:
    """Make the page."""
    page, area = sheet.open_with_guide(side=_SIDE)
    words, look = sheet.words, page.look
    top, area = area.split_top(look.mm(8), look.gap)
    write_blank(sheet, page, top, words["workplace"])
    area, foot = area.split_bottom(look.mm(8), look.gap)
    trial, review = foot.columns([1.0, 1.0], look.gap)
    write_blank(sheet, page, trial, words["trial"])
    write_blank(sheet, page, review, words["review"])
    split, sort, compose = area.columns([1.0, 1.0, 1.0], look.gap)
    _write_split(sheet, page, split)
    _write_parts(sheet, page, sort, "sort", 2, ("skill", "move", "drop"))
    _write_parts(sheet, page, compose, "compose", 3, ("job", "hours", "mentor", "aids", "load"))


def _write_split(sheet: Sheet, page: SheetPage, area: Area) -> None:
    """Write lines with a place for the time at their ends."""
    words, look = sheet.words, page.look
    inner = draw_box(page, area)
    with page.tagged("Sect"):
        y = write_label(page, inner, words["split"], hint=words["tasks"], number=1)
    room = inner._replace(y0=y + look.mm(1))
    tasks, times = room.split_right(look.mm(15), look.mm(2))
    rule(page, tasks, WRITING_PITCH)
    rule(page, times, WRITING_PITCH)


def _write_parts(
    sheet: Sheet, page: SheetPage, area: Area, key: str, number: int, parts: Sequence[str]
) -> None:
    words, look = sheet.words, page.look
    inner = draw_box(page, area)
    with page.tagged("Sect"):
        y = write_label(page, inner, words[key], number=number)
        rows = inner._replace(y0=y + look.mm(1.4)).rows([1.0] * len(parts), look.mm(_BETWEEN))
        for row, part in zip(rows, parts, strict=True):
            told = words[part][0].upper() + words[part][1:]
            y = page.write(told, "strong", row.x0, row.y0, row.width, role="H3")
            rule(page, row._replace(y0=y))
