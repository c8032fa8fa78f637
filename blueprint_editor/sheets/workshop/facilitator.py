"""W1: the facilitator's plan, the agenda with its clock times, and the minutes."""

from collections.abc import Sequence

from blueprint_editor.model.agenda import count_minutes, time_rows
from blueprint_editor.model.records import AgendaRow
from blueprint_editor.sheets.prints.minutes import MINUTE_PARTS, split_minutes
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.guide import write_instructions, write_questions_below
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import (
    draw_box,
    set_choices,
    write_choices,
    write_field,
    write_label,
)
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_LENGTHS = (10, 15, 10, 40, 15, 40, 15, 5, None)
"""Minutes of the parts of the kit's frame of two hours and a half."""
_USUAL_START = "9.00"
_ROW, _FOOT = 14.0, 40.0
"""Heights in mm on A4: of a part of the session, and of what stands below the agenda."""
_LETTERS, _MOST_ROOM = 200.0, 4.0
"""So many letters of the minutes ask for a unit of room, and so many units at most."""


def make_facilitator(sheet: Sheet) -> None:
    """Make plan, agenda and minutes, each on a page of its own."""
    _write_plan(sheet)
    _write_agenda(sheet)
    _write_minutes(sheet)


def _start(sheet: Sheet) -> str:
    own = sheet.workshop.start if sheet.workshop else ""
    return sheet.request.start or own


def _write_plan(sheet: Sheet) -> None:
    words = sheet.words
    page, area = sheet.open_page()
    look = page.look
    area = write_instructions(sheet, page, area)
    if sheet.questions:
        area = write_questions_below(sheet, page, area)
    area = _write_checklist(sheet, page, area)
    first, second = area.rows([1.0, 1.0], look.gap)
    aim, people = first.columns([1.0, 1.0], look.gap)
    write_field(sheet, page, aim, words["aim"])
    write_field(sheet, page, people, words["participants"])
    room, things = second.columns([1.0, 1.0], look.gap)
    write_field(sheet, page, room, words["room"], sheet.known(sheet.project.place))
    write_field(sheet, page, things, words["materials"])


def _write_checklist(sheet: Sheet, page: SheetPage, area: Area) -> Area:
    """Write the list across the bottom; return what is left above."""
    look, items = page.look, sheet.words.lists["checklist"]
    pad = look.mm(2.6)
    half = (area.width - 3 * pad) / 2
    middle = -(-len(items) // 2)
    chunks = (items[:middle], items[middle:])
    height = max(set_choices(page, half, chunk, "body", across=1)[1] for chunk in chunks)
    head = look.styles["heading"].leading
    rest, panel = area.split_bottom(height + head + look.mm(5), look.gap)
    inner = draw_box(page, panel)
    with page.tagged("Sect"):
        y = write_label(page, inner, sheet.words["checklist"]) + look.mm(1)
        columns = inner._replace(y0=y).columns([1.0, 1.0], pad)
        for column, chunk in zip(columns, chunks, strict=True):
            write_choices(page, column, chunk, across=1)
    return rest


def _write_agenda(sheet: Sheet) -> None:
    words = sheet.words
    page, area = sheet.open_page()
    look = page.look
    y = page.write(words["agenda"], "large", area.x0, area.y0, area.width, role="H2")
    start, area = area._replace(y0=y).split_top(look.mm(9), look.mm(3))
    # Who leads a part sees beside the agenda how the group works and what gives way.
    area, foot = area.split_bottom(look.mm(_FOOT), look.gap)
    rules, plan_b = foot.columns([1.0, 1.0], look.gap)
    rows, is_ours, first = _list_rows(sheet)
    write_blank(sheet, page, start._replace(x1=start.x0 + look.mm(60)), words["start"], first)
    columns = (
        Column(words["time"], 0.72, is_ours=True, is_strong=True),
        Column(words["length"], 0.84, is_ours=True),
        Column(words["phase"], 1.5, is_ours=is_ours),
        Column(words["sheet"], 1.4),
        Column(words["group_size"], 1.08),
        Column(words["instruction"], 1.5),
        Column(words["leads"], 1.12),
    )
    write_field(sheet, page, rules, words["rules"])
    write_field(sheet, page, plan_b, words["plan_b"])
    write_table(sheet, page, area, Table(columns, rows, _ROW))


def _list_rows(sheet: Sheet) -> tuple[list[tuple[str, ...]], bool, str]:
    """Return the rows, whether their topics are the kit's own, and the start."""
    if sheet.request.filling == "blank":
        return [], False, sheet.request.start
    parts, is_ours = _find_parts(sheet)
    start = _start(sheet) or (_USUAL_START if is_ours else "")
    unit = sheet.words["minutes_unit"]
    timed = time_rows(parts, start)
    rows: list[tuple[str, ...]] = [
        (
            part.time, unit.format(part.minutes) if part.minutes else "–", part.row.topic,
            part.row.method, part.row.group_size, part.row.instruction, part.row.owner,
        )
        for part in timed
    ]  # fmt: skip
    return rows, is_ours, start or (timed[0].time if timed else "")


def _find_parts(sheet: Sheet) -> tuple[Sequence[AgendaRow], bool]:
    """Return the parts of the session: the document's, else those of the kit's frame."""
    document = sheet.document
    if sheet.is_prefilled:
        first = next((w for w in document.workshops if w.agenda), None)
        workshop = sheet.workshop or first
        if workshop is not None and workshop.agenda:
            return workshop.agenda, False
        phases = [
            AgendaRow(topic=phase.name, minutes=count_minutes(phase.duration))
            for phase in document.phases
        ]
        if phases and any(row.minutes for row in phases):
            return phases, False
    frame = sheet.words.lists["frame"]
    return [
        AgendaRow(topic=topic, minutes=minutes)
        for topic, minutes in zip(frame, _LENGTHS, strict=True)
    ], True


def _write_minutes(sheet: Sheet) -> None:
    words = sheet.words
    page, area = sheet.open_page()
    y = page.write(words["minutes"], "large", area.x0, area.y0, area.width, role="H2")
    area = area._replace(y0=y + page.look.mm(2))
    known = split_minutes(sheet.workshop.minutes) if sheet.workshop else {}
    if not sheet.is_prefilled:
        known = {}
    # What has more to tell has more room, but each part can be written on.
    weights = (1.5, 1.2, 1.0, 1.0, 0.8)
    told = (min(len(known.get(key, "")) / _LETTERS, _MOST_ROOM) for key in MINUTE_PARTS)
    rows = area.rows([sum(pair) for pair in zip(weights, told, strict=True)], page.look.gap)
    for row, key in zip(rows, MINUTE_PARTS, strict=True):
        write_field(sheet, page, row, words[key], known.get(key, ""))
