"""W4: thoughts alone, choices in pairs, and together at the wall."""

from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.model.votes import rank_votes
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_box, rule, write_field, write_label
from blueprint_editor.sheets.workshop.sheet import Sheet

_LINES, _PICKS, _DOTS = 5, 3, 3
_MOST_VOTED = 6


def make_alone_pairs_together(sheet: Sheet) -> None:
    """Make the page."""
    page, area = sheet.open_with_guide()
    words, gap = sheet.words, page.look.gap
    question, own, pair, wall, last = area.rows([0.72, 1.3, 0.96, 1.22, 0.92], gap)
    write_field(sheet, page, question, words["question"], role="custom")
    _write_numbered(sheet, page, own, "own", 1, words["alone"], _LINES)
    _write_numbered(sheet, page, pair, "picks", 2, words["pairs"], _PICKS)
    headings, dots = wall.columns([1.0, 1.0], gap)
    voted = sheet.known("\n".join(_list_voted(sheet)))
    write_field(sheet, page, headings, words["headings"], voted, hint=words["together"], number=3)
    room = write_field(
        sheet, page, dots, words["dots"], hint=words["last"], number=4, is_ruled=False
    )
    _draw_dots(page, room)
    clusters, action = last.columns([1.0, 1.0], gap)
    write_field(sheet, page, clusters, words["clusters"], number=5)
    _write_action(sheet, page, action)


def _list_voted(sheet: Sheet) -> list[str]:
    """Return what has the most votes already, with their number."""
    return [
        f"{sheet.terms.count('vote', record.votes)}: {' '.join(record.text.split())}"
        for record, _card in rank_votes(sheet.derived)[:_MOST_VOTED]
    ]


def _write_numbered(
    sheet: Sheet, page: SheetPage, area: Area, key: str, number: int, hint: str, lines: int
) -> None:
    look = page.look
    inner = draw_box(page, area)
    with page.tagged("Sect"):
        y = write_label(page, inner, sheet.words[key], hint=hint, number=number)
        room = inner._replace(y0=y)
        pitch = room.height / lines
        with page.tagged("L"):
            for line in range(lines):
                base = room.y0 + pitch * (line + 1)
                name = page.set_text(f"{line + 1}.", "strong", look.mm(9))
                with page.tagged("LI"), page.tagged("LBody"):
                    page.put(name, room.x0, base - name.height, role=None)
                page.line(room.x0 + look.mm(7), base, room.x1, base, width=0.22 / look.unit)


def _draw_dots(page: SheetPage, room: Area) -> None:
    """Draw the three places for dots, as large as a dot sticker."""
    radius = 9.0
    gap = (room.width - 2 * radius * _DOTS) / (_DOTS + 1)
    y = (room.y0 + room.y1) / 2
    stroke = Stroke(page.look.rule, 0.4, (1.5, 1.3))
    for number in range(_DOTS):
        x = room.x0 + gap * (number + 1) + radius * (2 * number + 1)
        page.draw([Path(trace_circle(x, y, radius), None, stroke)])


def _write_action(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    inner = draw_box(page, area)
    with page.tagged("Sect"):
        y = write_label(page, inner, words["action"], number=6)
        room = inner._replace(y0=y)
        above, below = room.split_bottom(look.mm(9))
        rule(page, above._replace(y1=above.y1 - look.mm(1)))
        who, date = below.columns([2.1, 1.0], look.gap)
        write_blank(sheet, page, who, words["who"])
        write_blank(sheet, page, date, words["date"])
