"""The list of critical points: what solves each, who sees to it, and what has no answer yet."""

from blueprint_editor.model.records import Mark
from blueprint_editor.sheets.workshop.critical_points import find_place
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_list

_COLUMNS = (("number", 1.0), ("point", 1.9), ("solution", 2.0), ("owner", 1.35), ("gaps", 1.25))
_SIGNS = {"point": "critical_point", "solution": "solution"}
_ROW = 12.0
_GAP = "!"


def make_solution_list(sheet: Sheet) -> None:
    """Make the table: a row for each solution, and for each point that has none."""
    page, area = sheet.open_page(has_meta=False)
    area = write_instructions(sheet, page, area)
    rows = _list_rows(sheet)
    columns = tuple(
        Column(sheet.words[key], weight, is_ours=key == "gaps", sign=_SIGNS.get(key, ""))
        for key, weight in _COLUMNS
    )
    write_list(sheet, page, area, Table(columns, rows, page.look.mm(_ROW), 0))


def _list_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    numbers = sheet.derived.mark_numbers
    marks = sorted(sheet.document.marks, key=lambda mark: numbers[mark.id])
    points = {mark.id: mark for mark in marks if mark.kind == "critical_point"}
    solutions: dict[str, list[Mark]] = {}
    free: list[Mark] = []
    for mark in marks:
        if mark.kind == "solution":
            solved = points.get(mark.solves or "")
            (solutions.setdefault(solved.id, []) if solved else free).append(mark)
    rows = []
    for point in points.values():
        rows += [_tell(sheet, point, answer) for answer in solutions.get(point.id, [None])]
    return rows + [_tell(sheet, None, answer) for answer in free]


def _tell(sheet: Sheet, point: Mark | None, answer: Mark | None) -> tuple[str, ...]:
    """Return a row; what is missing has a sign in its place and a word at last."""
    names = {actor.id: actor.name for actor in sheet.document.actors}
    told = {
        "point": point.text.strip() if point else "",
        "solution": answer.text.strip() if answer else "",
        "owner": names.get(answer.owner or "", "") if answer else "",
    }
    missing = [key for key, text in told.items() if not text]
    gaps = ", ".join(sheet.words[f"missing_{key}"] for key in missing)
    mark = point or answer
    place = ""
    if mark is not None:
        number, where = sheet.derived.mark_numbers[mark.id], find_place(sheet, mark)
        place = " · ".join(filter(None, (str(number), where)))
    return (
        place, *(text or _GAP for text in told.values()),
        f"{_GAP} {gaps}" if gaps else sheet.words["complete"],
    )  # fmt: skip
