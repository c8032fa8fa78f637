"""W9: what a participant gets beforehand, with a part to tear off and return."""

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.guide import write_questions
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import rule, write_field, write_label
from blueprint_editor.sheets.workshop.sheet import Sheet

_THREE = 3
_SMALL = 0.8
"""Share of the usual distances that a small page has."""


def make_pre_task(sheet: Sheet) -> None:
    """Make both halves of a page that is folded, or two small pages."""
    page, area = sheet.open_page()
    if sheet.size[0] > sheet.size[1]:
        left, right = area.columns([1.0, 1.0], page.look.mm(12))
        _write_invitation(sheet, page, left)
        x = (left.x1 + right.x0) / 2
        page.line(x, area.y0, x, area.y1, width=0.3, dash=(2.0, 1.6))
        page.begin_group(right)
        _write_reply(sheet, page, right)
        return
    _write_invitation(sheet, page, area)
    page, area = sheet.open_page()
    page.line(area.x0, area.y0, area.x1, area.y0, width=0.3, dash=(2.0, 1.6))
    _write_reply(sheet, page, area._replace(y0=area.y0 + page.look.mm(2)))


def _write_invitation(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    y = page.write(sheet.words.instructions, "body", area.x0, area.y0, area.width)
    workshop = sheet.workshop
    date = sheet.terms.date(workshop.date) if workshop and workshop.date else ""
    known = {"when": date, "place": sheet.known(sheet.project.place)}
    # A small page gives more of its height to the questions.
    share = 1.0 if sheet.size[0] > sheet.size[1] else _SMALL
    y += look.mm(2 * share)
    for key in ("when", "place", "ride"):
        row = Area(area.x0, y, area.x1, y + look.mm(9 * share))
        write_blank(sheet, page, row, words[key], known.get(key, ""))
        y = row.y1 + look.mm(share)
    theme = sheet.known(workshop.name if workshop else "")
    box = Area(area.x0, y + look.mm(2), area.x1, y + look.mm(25 * share))
    write_field(sheet, page, box, words["theme"], theme, role="custom")
    room = area._replace(y0=box.y1 + look.mm(3))
    if sheet.questions:
        write_questions(sheet, page, room, sheet.questions)
    else:
        rule(page, room)


def _write_reply(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    y = page.write(words["tear"], "large", area.x0, area.y0, area.width, role="H2")
    three, avoid, need = area._replace(y0=y + look.mm(2)).rows([1.25, 0.9, 1.3], look.gap)
    page.box(three)
    inner = three.inset(look.mm(2.6), look.mm(2.0))
    with page.tagged("Sect"):
        y = write_label(page, inner, words["three"])
        pitch = (inner.y1 - y) / _THREE
        with page.tagged("L"):
            for number in range(_THREE):
                base = y + pitch * (number + 1)
                name = page.set_text(f"{number + 1}.", "strong", look.mm(9))
                with page.tagged("LI"), page.tagged("LBody"):
                    page.put(name, inner.x0, base - name.height, role=None)
                page.line(inner.x0 + look.mm(7), base, inner.x1, base, width=0.2)
    write_field(sheet, page, avoid, words["not"])
    write_field(sheet, page, need, words["need"])
