"""Instructions and help questions, across a workshop sheet or in a column beside it."""

from collections.abc import Sequence

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.inputs import SheetInputs
from blueprint_editor.sheets.workshop.page import SheetPage

_MOST = 0.4
"""Share of a page that questions across it may take."""
_SHORT_LINE = 0.26
"""Share of the width below which a last line looks forgotten."""


def write_instructions(sheet: SheetInputs, page: SheetPage, area: Area) -> Area:
    """Write the instructions across the top; return what is left."""
    look = sheet.look
    pad = look.mm(2.6)
    head = page.set_text(sheet.kit.instructions, "strong", area.width)
    left = area.x0 + pad + head.width + look.mm(4)
    whole = area.x1 - pad - left
    room = min(whole, look.mm(270))
    text = page.set_text(sheet.words.instructions, "body", whole)
    # One long line is read at a glance; of several long ones the next is hard to find.
    if len(text.line_widths) > 1:
        text = page.set_text(sheet.words.instructions, "body", room)
    if len(text.line_widths) > 1 and text.line_widths[-1] < room * _SHORT_LINE:
        text = page.set_text(sheet.words.instructions, "body", room, balance=True)
    panel, rest = area.split_top(text.height + 2 * pad, look.gap)
    page.box(panel, fill=look.panel)
    with page.tagged("Sect"):
        page.put(head, area.x0 + pad, panel.y0 + pad, role="H2")
        page.put(text, left, panel.y0 + pad)
    return rest


def write_side(sheet: SheetInputs, page: SheetPage, column: Area) -> None:
    """Write instructions and questions into a column of their own."""
    look = sheet.look
    page.box(column, fill=look.panel)
    area = column.inset(look.mm(3.4), look.mm(3))
    with page.tagged("Sect"):
        y = page.write(sheet.kit.instructions, "heading", area.x0, area.y0, area.width, role="H2")
        y = page.write(sheet.words.instructions, "body", area.x0, y + look.mm(0.6), area.width)
    write_questions(sheet, page, area._replace(y0=y + look.mm(4.5)), sheet.questions)


def write_questions_below(sheet: SheetInputs, page: SheetPage, area: Area) -> Area:
    """Write the questions across the bottom; return what is left above."""
    look = sheet.look
    pad = look.mm(2.6)
    columns = 3 if area.width > look.mm(330) else 2
    per_column = -(-len(sheet.questions) // columns)
    inner = area.inset(pad, 0)
    widths = inner.columns([1.0] * columns, look.mm(5))
    chunks = [
        sheet.questions[start : start + per_column]
        for start in range(0, len(sheet.questions), per_column)
    ]
    tallest = max(_measure_questions(sheet, page, widths[0].width, chunk) for chunk in chunks)
    head = page.set_text(sheet.kit.questions, "heading", area.width)
    height = tallest + head.height + 2 * pad - look.mm(0.4)
    # Questions that somebody wrote may be long: the places to write in come first.
    rest, panel = area.split_bottom(min(height, area.height * _MOST), look.gap)
    page.box(panel, fill=look.panel)
    y = panel.y0 + pad
    with page.tagged("Sect"):
        y = page.put(head, inner.x0, y, role="H2") + look.mm(0.6)
        with page.tagged("L"):
            number = 1
            for column, chunk in zip(widths, chunks, strict=False):
                _write_list(sheet, page, column._replace(y0=y, y1=panel.y1), chunk, number)
                number += len(chunk)
    return rest


def write_questions(
    sheet: SheetInputs, page: SheetPage, area: Area, questions: Sequence[str]
) -> float:
    """Write the questions as a numbered list; what has no room goes on at the end."""
    look = sheet.look
    with page.tagged("Sect"):
        y = page.write(sheet.kit.questions, "heading", area.x0, area.y0, area.width, role="H2")
        with page.tagged("L"):
            return _write_list(sheet, page, area._replace(y0=y + look.mm(0.6)), questions, 1)


def _indent(sheet: SheetInputs, page: SheetPage) -> float:
    return page.set_text("00.", "strong", 100.0).width + sheet.look.mm(0.8)


def _measure_questions(
    sheet: SheetInputs, page: SheetPage, width: float, questions: Sequence[str]
) -> float:
    room = width - _indent(sheet, page)
    gap = sheet.look.mm(1.5)
    return sum(page.set_text(q, "body", room).height + gap for q in questions)


def _write_list(
    sheet: SheetInputs, page: SheetPage, area: Area, questions: Sequence[str], first: int
) -> float:
    indent, gap = _indent(sheet, page), sheet.look.mm(1.5)
    y = area.y0
    for number, question in enumerate(questions, first):
        text = page.set_text(question, "body", area.width - indent)
        if y + text.height > area.y1 + 0.01:
            sheet.keep_rest(f"{sheet.kit.questions} {number}", question)
            continue
        with page.tagged("LI"), page.tagged("LBody"):
            page.write(f"{number}.", "strong", area.x0, y, indent, role=None)
            page.put(text, area.x0 + indent, y, role=None)
        y += text.height + gap
    return y
