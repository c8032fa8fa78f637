"""W17: who took part, the privacy notice, and slips for groups that should not read names."""

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.feedback import draw_fold_lines
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import write_field
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, measure_head, write_table

_ROWS = 15
_LINE = 7.2
"""Height in mm of a line of what is told above the list."""
_BLANK = "__________________"


def make_attendance(sheet: Sheet) -> None:
    """Make the list, the notice and a page of slips; names are never filled in."""
    _write_list(sheet)
    _write_notice(sheet)
    _write_slips(sheet)


def _write_list(sheet: Sheet) -> None:
    words = sheet.words
    page, area = sheet.open_page(has_meta=False)
    look = page.look
    y = page.write(words.instructions, "body", area.x0, area.y0, area.width)
    area = _write_facts(sheet, page, area._replace(y0=y + look.mm(0.6)))
    columns = (
        Column(words["number"], 0.28, is_ours=True),
        Column(words["name"], 1.5),
        Column(words["organisation"], 1.5),
        Column(words["signature"], 1.4),
    )
    room = area.height - measure_head(page, area.width, columns)
    rows = [(f"{number}", "", "", "") for number in range(1, _ROWS + 1)]
    write_table(
        sheet,
        page,
        area,
        Table(columns, rows, room / _ROWS - 0.01, _ROWS, pad=0.25, is_centred=True),
    )


def _write_facts(sheet: Sheet, page: SheetPage, area: Area) -> Area:
    """Write project and event above the list; return what is left."""
    words, project, look = sheet.words, sheet.project, page.look
    name = (sheet.kit.project, project.name, 1.5)
    funder = (words["funder"], project.funder, 1.5)
    code = (words["project_code"], "", 1.0)
    event = (words["event"], sheet.workshop.name if sheet.workshop else "", 1.5)
    when = (words["when"], sheet.known(_tell_when(sheet)), 2.5)
    rows = [[name, funder, code], [event, when]]
    columns = area.columns([weight for *_, weight in rows[0]], look.gap)
    if not all(
        page.set_text(f"{label} {value}", "strong", 1e4).width < column.width - look.mm(6)
        for column, (label, value, _) in zip(columns, rows[0], strict=True)
    ):
        rows = [[name], [funder, code], [event, when]]
    for fields in rows:
        row, area = area.split_top(look.mm(_LINE))
        columns = row.columns([weight for *_, weight in fields], look.gap)
        for column, (label, value, _) in zip(columns, fields, strict=True):
            write_blank(sheet, page, column, label, value)
    return area._replace(y0=area.y0 + look.mm(2.4))


def _tell_when(sheet: Sheet) -> str:
    workshop = sheet.workshop
    date = sheet.terms.date(workshop.date) if workshop and workshop.date else ""
    return ", ".join(part for part in (date, sheet.project.place) if part)


def _write_notice(sheet: Sheet) -> None:
    words, project = sheet.words, sheet.project
    page, area = sheet.open_page()
    look = page.look
    notes, _ = area.split_bottom(look.mm(44), look.gap)
    lowest = area.y0
    known = (
        (project.organisation or _BLANK,), (_BLANK,), (_BLANK,), (), (),
        (project.contact or _BLANK, _BLANK),
    )  # fmt: skip
    with page.tagged("Sect"):
        y = page.write(words["notice"], "large", area.x0, area.y0, area.width, role="H2")
        columns = notes._replace(y0=y + look.mm(2)).columns([1.0, 1.0], look.mm(10))
        parts = list(zip(words.lists["notice_headings"], words.lists["notice"], known, strict=True))
        for column, chunk in ((columns[0], parts[:3]), (columns[1], parts[3:])):
            y = column.y0
            for heading, text, blanks in chunk:
                y = page.write(heading, "heading", column.x0, y, column.width, role="H3")
                told = text.format(*blanks)
                y = _write_part(sheet, page, column._replace(y0=y), heading, told)
                y += look.mm(3)
            lowest = max(lowest, y)
    foot = area._replace(y0=min(lowest + look.mm(2), notes.y1 + look.gap))
    remote, confirmed = foot.split_bottom(look.mm(9), look.mm(1))
    write_field(sheet, page, remote, words["remote"])
    write_blank(sheet, page, confirmed, words["confirmed"])


def _write_part(sheet: Sheet, page: SheetPage, area: Area, heading: str, text: str) -> float:
    done = page.set_text(text, "body", area.width)
    if done.height <= area.height:
        return page.put(done, area.x0, area.y0)
    sheet.keep_rest(heading, text)
    return page.write(f"→ {sheet.kit.continues}", "note", area.x0, area.y0, area.width)


def _write_slips(sheet: Sheet) -> None:
    page, _ = sheet.open_page(banded=False)
    words, look = sheet.words, page.look
    for cell in page.area.grid(2, 2):
        page.begin_group(cell)
        area = cell.inset(look.mm(10), look.mm(9))
        with page.tagged("Sect"):
            y = page.write(words["slip"], "heading", area.x0, area.y0, area.width, role="H2")
            event = sheet.workshop.name if sheet.workshop else ""
            keys = ("event", "when", "name", "organisation", "signature")
            for row, key in zip(area._replace(y0=y).rows([1.0] * len(keys)), keys, strict=True):
                write_blank(sheet, page, row, words[key], event if key == "event" else "")
    draw_fold_lines(page)
