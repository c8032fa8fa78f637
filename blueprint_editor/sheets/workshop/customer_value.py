"""W3: what a service is worth to one persona, in three columns and one sentence."""

from blueprint_editor.model.records import Persona, Value
from blueprint_editor.sheets.workshop.parts import rule_alike, write_field
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 92.0


def make_customer_value(sheet: Sheet) -> None:
    """Make a page, or one for each of the document's personas."""
    personas: tuple[Persona | None, ...] = (None,)
    if sheet.is_prefilled and sheet.document.personas:
        personas = sheet.document.personas
    for persona in personas:
        _write_value_page(sheet, persona)


def _write_value_page(sheet: Sheet, persona: Persona | None) -> None:
    page, area = sheet.open_with_guide(side=_SIDE)
    words, gap = sheet.words, page.look.gap
    value = (persona.value if persona else None) or sheet.document.value or Value()
    top, benefits, below, summary = area.rows([0.85, 2.3, 1.15, 0.85], gap)
    who, middle, last = top.columns([1, 1, 1], gap)
    change = middle._replace(x1=last.x1)
    write_field(sheet, page, who, words["persona"], persona.name if persona else "")
    write_field(sheet, page, change, words["change"], persona.goal if persona else "")
    known = {"functional": value.functional, "social": value.social, "emotional": value.emotional}
    rooms = [
        write_field(sheet, page, column, words[name], sheet.known(text), is_ruled=False)
        for column, (name, text) in zip(
            benefits.columns([1, 1, 1], gap), known.items(), strict=True
        )
    ]
    rule_alike(page, rooms)
    close, middle, last = below.columns([1, 1, 1], gap)
    notice = middle._replace(x1=last.x1)
    write_field(sheet, page, close, words["close"])
    write_field(sheet, page, notice, words["notice"])
    write_field(sheet, page, summary, words["summary"], role="customer")
