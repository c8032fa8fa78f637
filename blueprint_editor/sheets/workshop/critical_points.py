"""W6: where the journey may break off, and what helps, in a table."""

from blueprint_editor.model.records import Mark
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, measure_head, write_table

_ROWS = 8
_KEYS = (
    ("place", 1.3), ("what", 1.86), ("notices", 1.0), ("why", 1.22), ("effect", 1.3),
    ("solution", 1.98), ("who", 1.2), ("needed", 1.08), ("helped", 1.24), ("dots", 0.75),
)  # fmt: skip
_SIGNS = {"what": "critical_point", "solution": "solution"}
_EFFECTS = ("1", "2", "3", "4", "5")


def make_critical_points(sheet: Sheet) -> None:
    """Make the table, with the document's critical points where it is to be filled in."""
    page, area = sheet.open_with_guide()
    columns = tuple(
        Column(
            sheet.words[key], weight, _EFFECTS if key == "effect" else (),
            is_scale=key == "effect", sign=_SIGNS.get(key, ""),
        )
        for key, weight in _KEYS
    )  # fmt: skip
    room = area.height - measure_head(page, area.width, columns)
    rows = _list_rows(sheet) if sheet.is_prefilled else []
    write_table(
        sheet,
        page,
        area,
        Table(columns, rows, room / _ROWS - 0.01, None if rows else _ROWS, pad=1.4),
    )


def _list_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    document, derived = sheet.document, sheet.derived
    numbers = derived.mark_numbers
    solutions = {mark.solves: mark for mark in document.marks if mark.solves}
    names = {actor.id: actor.name for actor in document.actors}
    points = [mark for mark in document.marks if mark.kind == "critical_point"]
    points.sort(key=lambda mark: numbers[mark.id])
    rows: list[tuple[str, ...]] = []
    for point in points:
        answer = solutions.get(point.id)
        owner = names.get(answer.owner or "", "") if answer else ""
        rows.append(
            (
                f"{numbers[point.id]} · {_tell_place(sheet, point)}", point.text,
                names.get(point.owner or "", ""), "", "", answer.text if answer else "", owner,
                "", "", str(point.votes or ""),
            )
        )  # fmt: skip
    return rows


def _tell_place(sheet: Sheet, point: Mark) -> str:
    """Return the card's code and its phase, which says more to who has no poster at hand."""
    place, derived = find_place(sheet, point), sheet.derived
    card = derived.cards.get(point.target)
    return f"{place}\n{derived.phase_of_step[card.step].name}" if card else place


def find_place(sheet: Sheet, mark: Mark) -> str:
    """Return where a mark stands: a card by its code, a phase or step by its name."""
    derived, document = sheet.derived, sheet.document
    code = derived.card_codes.get(mark.target)
    if code:
        return code
    for connector in document.connectors:
        if connector.id == mark.target:
            return derived.card_codes.get(connector.source, "")
    for phase in document.phases:
        if phase.id == mark.target:
            return phase.name
    return next((step.name for step in document.steps if step.id == mark.target), "")
