"""W18: first-name badges to cut out, and the consent to be photographed."""

from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.faces import draw_camera_off
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_cut_marks, tick, write_choices
from blueprint_editor.sheets.workshop.sheet import Sheet

_WIDTH, _HEIGHT = 90.0, 54.0
_COLUMNS, _ROWS = 2, 5
_CAMERA = 13.6
"""Width in mm of the box to tick and the camera."""
_BELOW = 9.0
"""Margin in mm below the badges; the wider one above them holds the instructions."""


def make_badges(sheet: Sheet) -> None:
    """Make a page of badges and one with two forms."""
    page, _ = sheet.open_page(banded=False)
    left = (page.size[0] - _WIDTH * _COLUMNS) / 2
    top = page.size[1] - _BELOW - _HEIGHT * _ROWS
    whole = Area(left, top, left + _WIDTH * _COLUMNS, top + _HEIGHT * _ROWS)
    note = page.set_text(sheet.words["badge_note"], "note", whole.width, balance=True)
    page.put(note, whole.x0, top - 3.6 - note.height)
    cells = whole.grid(_COLUMNS, _ROWS)
    for cell in cells:
        page.begin_group(cell)
        _write_badge(sheet, page, cell)
    page.begin_group()
    draw_cut_marks(page, cells, length=3.0)
    page, _ = sheet.open_page(banded=False)
    for half in page.area.rows([1.0, 1.0]):
        page.begin_group(half)
        _write_consent(sheet, page, half.inset(12.0, 9.0))
    page.begin_group()
    width, height = page.size
    page.line(5, height / 2, width - 5, height / 2, width=0.2, dash=(2.0, 1.8))


def _write_badge(sheet: Sheet, page: SheetPage, cell: Area) -> None:
    """Leave room for a name in letters of 40 pt: nothing tells clients from staff."""
    words, look = sheet.words, page.look
    area = cell.inset(6.0, 5.0)
    with page.tagged("Sect"):
        page.write(words["first_name"], "hint", area.x0, area.y0, area.width)
        base = area.y0 + 29.0
        page.line(area.x0, base, area.x1, base, width=0.3)
        foot = area._replace(y0=area.y1 - 8.0)
        text = page.set_text(words["no_photos"], "strong", area.width)
        photos = foot._replace(x0=foot.x1 - text.width - _CAMERA)
        group = foot._replace(x1=photos.x0 - 2.5)
        write_blank(sheet, page, group, words["group_no"], style="note")
        size = 7.0
        x = photos.x1 - text.width
        box = 4.2
        middle = (photos.y0 + photos.y1) / 2
        tick(page, x - size - box - 3.4, middle - box / 2, box)
        page.draw(draw_camera_off(x - size - 1.6, middle - size / 2, size, look.ink))
        page.put(text, x, middle - text.height / 2)


def _write_consent(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look = sheet.words, page.look
    with page.tagged("Sect"):
        y = page.write(words["consent"], "title", area.x0, area.y0, area.width, role="H1")
        y = page.write(words["consent_note"], "body", area.x0, y + look.mm(1), area.width)
        row = Area(area.x0, y, area.x1, y + look.mm(13))
        event, who = row.columns([1.2, 1.0], look.gap)
        write_blank(sheet, page, event, words["event"], _tell_event(sheet))
        write_blank(sheet, page, who, words["photographer"])
        y = page.write(words["may"], "strong", area.x0, row.y1 + look.mm(4), area.width, role="H2")
        y = write_choices(page, area._replace(y0=y + look.mm(0.8)), words.lists["may"])
        y = page.write(words["use"], "strong", area.x0, y + look.mm(4), area.width, role="H2")
        y = _write_uses(sheet, page, area._replace(y0=y + look.mm(0.8)))
        # The lines to write on share out what is left of the half.
        for row, keys, weights in zip(
            area._replace(y0=y).rows([1.0, 1.0, 1.0]),
            (("until",), ("whom",), ("name", "signature", "date")),
            ((1.0,), (1.0,), (1.2, 1.4, 0.7)),
            strict=True,
        ):
            for column, key in zip(row.columns(weights, look.gap), keys, strict=True):
                write_blank(sheet, page, column, words[key])


def _tell_event(sheet: Sheet) -> str:
    workshop = sheet.workshop
    if workshop is None:
        return ""
    date = sheet.terms.date(workshop.date) if workshop.date else ""
    return " ".join(part for part in (workshop.name, date) if part)


def _write_uses(sheet: Sheet, page: SheetPage, area: Area) -> float:
    """Write yes and no for each use, in two columns."""
    words, look = sheet.words, page.look
    uses, gap = words.lists["use"], look.mm(0.9)
    lowest = area.y0
    for column, chunk in zip(area.columns([1.0, 1.0], look.gap), (uses[:2], uses[2:]), strict=True):
        y = column.y0
        for use in chunk:
            name, boxes = column._replace(y0=y).split_right(look.mm(31), look.mm(2))
            below = page.write(use, "body", name.x0, y, name.width)
            y = max(below, write_choices(page, boxes, (words["yes"], words["no"]))) + gap
        lowest = max(lowest, y)
    return lowest
