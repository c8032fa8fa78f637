"""W10: a participant's rings of people and services, and the project's table of actors."""

from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_SIDE = 92.0
_ROW = 17.0
_KEYS = (("actor", 1.5), ("role", 1.2), ("contact", 1.3), ("does", 1.9), ("information", 1.9))


def make_network(sheet: Sheet) -> None:
    """Make both versions; only the participant's asks for no real names."""
    page, area = sheet.open_with_guide(side=_SIDE)
    _write_rings(sheet, page, area)
    sheet.no_names = False
    page, area = sheet.open_page()
    words = sheet.words
    columns = (
        *(Column(words[key], weight) for key, weight in _KEYS),
        Column(words["link"], 1.15, words.lists["links"]),
        Column(words["transition"], 1.15, (words["yes"], words["no"])),
    )
    rows = [
        (actor.name, actor.role, actor.contact, "", "", "", "")
        for actor in (sheet.document.actors if sheet.is_prefilled else ())
        if actor.kind != "system"
    ]
    write_table(sheet, page, area, Table(columns, rows, _ROW))


def _write_rings(sheet: Sheet, page: SheetPage, area: Area) -> None:
    names, look = sheet.words.lists["rings"], page.look
    page.write(sheet.words["rings_title"], "heading", area.x0, area.y0, look.mm(60), role="H2")
    cx, cy = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
    outer = min(area.width, area.height) / 2
    shares = (0.2, 0.48, 0.75, 1.0)
    rings = [
        Path(
            trace_circle(cx, cy, outer * share),
            (look.panel if number % 2 else "#FFFFFF"),
            Stroke(look.rule, look.mm(0.35)),
        )
        for number, share in reversed(list(enumerate(shares)))
    ]
    page.figure(sheet.words["rings_alt"].format(", ".join(names)), rings)
    for number, (name, share) in enumerate(zip(names, shares, strict=True)):
        text = page.set_text(name, "strong", outer * 0.8, align="center")
        y = cy - outer * share + look.mm(1.6)
        if number == 0:
            y = cy - text.height / 2
        page.put(text, cx - outer * 0.4, y)
