"""The list of quality criteria: where each holds, who sees to it, and how it is met."""

from blueprint_editor.sheets.workshop.critical_points import find_place
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_list

_ROW = 14.0


def make_criteria(sheet: Sheet) -> None:
    """Make the table, in the order of the criteria's numbers."""
    page, area = sheet.open_page(has_meta=False)
    area = write_instructions(sheet, page, area)
    rows = _list_rows(sheet)
    words = sheet.words
    columns = (
        Column(words["place"], 1.15),
        Column(words["criterion"], 2.3),
        Column(words["owner"], 1.35),
        Column(words["met"], 0.95, words.lists["met"]),
        Column(words["noticed"], 1.4),
    )
    write_list(sheet, page, area, Table(columns, rows, page.look.mm(_ROW), 0))


def _list_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    numbers = sheet.derived.mark_numbers
    names = {actor.id: actor.name for actor in sheet.document.actors}
    found = [mark for mark in sheet.document.marks if mark.kind == "quality_criterion"]
    found.sort(key=lambda mark: numbers[mark.id])
    return [
        (
            " · ".join(filter(None, (str(numbers[mark.id]), find_place(sheet, mark)))),
            mark.text.strip(), names.get(mark.owner or "", ""), "", "",
        )
        for mark in found
    ]  # fmt: skip
