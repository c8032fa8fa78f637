"""W12: the feedback form in two versions, and the slip that is returned apart from it."""

from collections.abc import Sequence

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.faces import draw_face
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_ring, tick, write_choices, write_field
from blueprint_editor.sheets.workshop.sheet import Sheet

_SCALE = (1, 2, 3, 4, 5)
_OPEN = 2
"""The last questions are open ones."""
_AT_WORK_ONLY = slice(6, 8)
"""Of the kit's own statements: those for people who are there in their work."""
_USUAL_COUNT = 10


def make_feedback(sheet: Sheet) -> None:
    """Make both versions and a page of slips."""
    questions = sheet.all_questions
    statements, asked = list(questions[:-_OPEN]), questions[-_OPEN:]
    for_clients = list(statements)
    if len(questions) == _USUAL_COUNT:
        del for_clients[_AT_WORK_ONLY]
    for version, told in (("at_client", for_clients), ("at_work", statements)):
        _write_form(sheet, version, told, asked)
    sheet.no_names = False
    _write_slips(sheet)


def _write_form(
    sheet: Sheet, version: str, statements: Sequence[str], asked: Sequence[str]
) -> None:
    words = sheet.words
    page, area = sheet.open_page(is_first=True)
    look = page.look
    area = write_instructions(sheet, page, area)
    role = page.set_text(words["role"], "strong", area.width)
    page.put(role, area.x0, area.y0)
    choices = (words["at_client"], words["at_work"])
    room = area._replace(x0=area.x0 + role.width + look.mm(5))
    y = write_choices(page, room, choices, chosen=words[version])
    area = area._replace(y0=y + look.mm(3))
    table, opens = area.split_bottom(area.height * 0.34, look.gap)
    table = _write_statements(sheet, page, table, statements)
    opens = opens._replace(y0=table.y0 + look.gap)
    for row, question in zip(opens.rows([1.0] * len(asked), look.gap), asked, strict=True):
        write_field(sheet, page, row, question)


def _columns(page: SheetPage, area: Area) -> tuple[Area, list[Area]]:
    """Return the column of the statements and those of the answers, the last one cannot say."""
    look = page.look
    answers = [look.mm(12.5)] * len(_SCALE) + [look.mm(21)]
    first, rest = area.split_left(area.width - sum(answers))
    return first, list(rest.columns(answers))


def _write_statements(sheet: Sheet, page: SheetPage, area: Area, statements: Sequence[str]) -> Area:
    """Write the table; return what is left below it."""
    words, look = sheet.words, page.look
    with page.tagged("Table"):
        area = _write_scale(sheet, page, area)
        pad = look.mm(1.9)
        for number, statement in enumerate(statements, 1):
            first, answers = _columns(page, area)
            indent = look.mm(8)
            text = page.set_text(statement, "body", first.width - indent - pad)
            height = max(text.height + 2 * pad, look.mm(9.4))
            if height > area.height:
                sheet.keep_rest(f"{words['statement']} {number}", statement)
                continue
            row, area = area.split_top(height)
            middle = (row.y0 + row.y1) / 2
            with page.tagged("TR"):
                with page.tagged("TH", scope="Row"), page.tagged("P"):
                    page.write(
                        f"{number}.", "strong", row.x0, middle - text.height / 2, indent, role=None
                    )
                    page.put(text, row.x0 + indent, middle - text.height / 2, role=None)
                _write_answers(page, answers, middle)
            page.line(row.x0, row.y1, row.x1, row.y1, width=0.2)
    return area


def _write_answers(page: SheetPage, answers: list[Area], middle: float) -> None:
    look = page.look
    for value, column in zip(_SCALE, answers, strict=False):
        with page.tagged("TD"), page.tagged("P"):
            draw_ring(page, (column.x0 + column.x1) / 2, middle, look.mm(3.2), str(value))
    size = look.mm(4.6)
    last = answers[-1]
    with page.tagged("TD"):
        tick(page, (last.x0 + last.x1 - size) / 2, middle - size / 2, size)


def _write_scale(sheet: Sheet, page: SheetPage, area: Area) -> Area:
    """Write faces and words above the answers."""
    words, look = sheet.words, page.look
    radius = look.mm(4.2)
    _, answers = _columns(page, area)
    low = page.set_text(f"1 = {words['low']}", "hint", look.mm(60))
    high = page.set_text(f"5 = {words['high']}", "hint", look.mm(60))
    lines = look.styles["hint"].leading
    with page.tagged("TR"):
        with page.tagged("TH", scope="Column"):
            page.write(words["statement"], "strong", area.x0, area.y0, look.mm(50))
            y = area.y0 + look.styles["strong"].leading
            y = page.put(low, area.x0, y)
            page.put(high, area.x0, y)
        top = area.y0 + radius + look.mm(0.6)
        for value, column in zip(_SCALE, answers, strict=False):
            x = (column.x0 + column.x1) / 2
            with page.tagged("TH", scope="Column"):
                page.figure(
                    sheet.terms.emotions[value - 3], draw_face(x, top, radius, value - 3, look.ink)
                )
        last = answers[-1]
        with page.tagged("TH", scope="Column"):
            page.write(
                words["cannot"], "hint", last.x0, area.y0 + look.mm(0.6), last.width,
                align="center",
            )  # fmt: skip
    height = max(look.styles["strong"].leading + 2 * lines, 2 * radius + look.mm(2)) + look.mm(1.5)
    page.line(area.x0, area.y0 + height, area.x1, area.y0 + height, width=0.35)
    return area._replace(y0=area.y0 + height)


def _write_slips(sheet: Sheet) -> None:
    """Write four slips, each a quarter of the page, with lines to cut along."""
    page, _ = sheet.open_page(banded=False)
    words, look = sheet.words, page.look
    for cell in page.area.grid(2, 2):
        page.begin_group(cell)
        area = cell.inset(look.mm(10), look.mm(12))
        with page.tagged("Sect"):
            y = write_choices(page, area, (words["wish"],), style="strong")
            note = page.set_text(words["return_apart"], "hint", area.width, balance=True)
            page.put(note, area.x0, area.y1 - note.height)
            rows = area._replace(y0=y, y1=area.y1 - note.height - look.mm(2)).rows([1.0] * 3)
            for row, key in zip(rows, ("name", "phone", "when"), strict=True):
                line = look.styles["hint"].leading
                # Label and line belong together, with room for a hand between them.
                base = row.y1 - look.mm(5)
                page.write(words[key], "hint", area.x0, base - line - look.mm(12), area.width)
                page.line(area.x0, base, area.x1, base)
    draw_fold_lines(page)


def draw_fold_lines(page: SheetPage) -> None:
    """Draw the two lines along which a page is cut into quarters."""
    width, height = page.size
    page.begin_group()
    dash = (2.0, 1.8)
    page.line(width / 2, 5, width / 2, height - 5, width=0.2, dash=dash)
    page.line(5, height / 2, width - 5, height / 2, width=0.2, dash=dash)
