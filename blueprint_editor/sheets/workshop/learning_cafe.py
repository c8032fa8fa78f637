"""W8: the sheet of one station of a learning café, with rounds that build on each other."""

from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import (
    arrow,
    draw_box,
    write_field,
    write_in_place,
    write_label,
)
from blueprint_editor.sheets.workshop.sheet import Sheet

_SUMMARY_LINES = 3
_SIZES = ("title", "large")
"""Of a question: it is read by all around the table."""
_NUMBER_SHARE = 0.16
"""Of the page's height: on A2 the number is 70 mm high and can be read from four metres."""


def make_learning_cafe(sheet: Sheet) -> None:
    """Make a page for each question, or one without number and question."""
    questions = sheet.questions or ("",)
    for number, question in enumerate(questions, 1):
        page, area = sheet.open_page(is_first=True)
        area = write_instructions(sheet, page, area)
        _write_station(sheet, page, area, number if question else 0, question)


def _write_station(sheet: Sheet, page: SheetPage, area: Area, number: int, question: str) -> None:
    words, look = sheet.words, page.look
    head, area = area.split_top(sheet.size[1] * _NUMBER_SHARE, look.gap)
    place, told = head.split_left(head.height * 0.86, look.gap)
    _write_number(sheet, page, place, number)
    theme, asked = told.rows([1.0, 1.9], look.gap)
    write_field(sheet, page, theme, words["theme"], is_ruled=False)
    inner = draw_box(page, asked, role="custom")
    with page.tagged("Sect"):
        y = write_label(page, inner, words["question"])
        room = inner._replace(y0=y + look.mm(1.2))
        style = next((name for name in _SIZES if _fits(page, question, name, room)), _SIZES[-1])
        write_in_place(sheet, page, room, question, style, label=words["question"])
    rounds, foot = area.split_bottom(look.mm(47), look.gap)
    _write_rounds(sheet, page, rounds)
    summary, lead = foot.split_bottom(look.mm(9), look.mm(2))
    write_field(sheet, page, summary, words["summary"])
    write_blank(sheet, page, lead, words["lead"])


def _fits(page: SheetPage, text: str, style: str, room: Area) -> bool:
    return page.set_text(text, style, room.width).height <= room.height


def _write_number(sheet: Sheet, page: SheetPage, area: Area, number: int) -> None:
    look = page.look
    page.box(area)
    inner = area.inset(look.mm(2.0))
    with page.tagged("H2"):
        y = page.write(
            sheet.words["station"], "heading", inner.x0, inner.y0, inner.width, role=None,
            align="center",
        )  # fmt: skip
        if number:
            strong = look.styles["title"]
            size = min((inner.y1 - y) * 0.95, inner.width * 1.4)
            style = TextStyle(strong.face, size, size, strong.colour)
            digits = page.set_text(str(number), style, inner.width, align="center")
            page.put(digits, inner.x0, (y + inner.y1 - digits.height) / 2, role=None)


def _write_rounds(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    between = look.mm(8.5)
    rows = area.rows([1.0] * 4, between)
    for number, row in enumerate(rows, 1):
        write_field(sheet, page, row, words["round"].format(number), is_ruled=False)
        if number < len(rows):
            x = row.x0 + look.mm(9)
            middle = row.y1 + between / 2
            arrow(page, [(x, row.y1 + look.mm(0.8)), (x, row.y1 + between - look.mm(0.8))])
            text = page.set_text(words["build_on"], "body", row.width - look.mm(14))
            page.put(text, x + look.mm(4), middle - text.height / 2)
