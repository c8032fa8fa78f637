"""W2: a person whom a group invents, one page for each."""

from blueprint_editor.layout.picture import fit_picture
from blueprint_editor.model.records import Persona
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import rule, write_field, write_label, write_value
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 92.0


def make_persona(sheet: Sheet) -> None:
    """Make a page, or one for each of the document's personas."""
    personas: tuple[Persona | None, ...] = (None,)
    if sheet.is_prefilled and sheet.document.personas:
        personas = sheet.document.personas
    for persona in personas:
        page, area = sheet.open_with_guide(side=_SIDE)
        _write_persona(sheet, page, area, persona or Persona(id="p", name=""))


def _write_persona(sheet: Sheet, page: SheetPage, area: Area, persona: Persona) -> None:
    words, gap = sheet.words, page.look.gap
    person, life, service = area.columns([0.92, 1.1, 1.1], gap)
    portrait, age, everyday = person.rows([2.0, 0.8, 1.25], gap)
    room = write_field(sheet, page, portrait, words["name"], persona.name, is_ruled=False)
    _write_portrait(sheet, page, room, persona)
    years = str(persona.age) if persona.age is not None else ""
    write_field(sheet, page, age, words["age"], years)
    write_field(sheet, page, everyday, words["everyday"])
    situation, goal, quote = life.rows([1.9, 1.0, 1.0], gap)
    hint = ", ".join(words.lists["situation"])
    write_field(sheet, page, situation, words["situation"], persona.situation, hint=hint)
    write_field(sheet, page, goal, words["goal"], persona.goal)
    write_field(sheet, page, quote, words["quote"], persona.quote, fill=sheet.look.panel)
    strengths, barriers, now, close = service.rows([1.0, 1.35, 1.0, 0.9], gap)
    write_field(sheet, page, strengths, words["strengths"], persona.strengths)
    _write_barriers(sheet, page, barriers, persona)
    write_field(sheet, page, now, words["services"], persona.services_now)
    write_field(sheet, page, close, words["close_people"], persona.close_people)


def _write_portrait(sheet: Sheet, page: SheetPage, room: Area, persona: Persona) -> None:
    if persona.portrait is None:
        return
    picture = fit_picture(
        sheet.request.pictures, persona.portrait.asset, room.width, max(room.height, 1.0)
    )
    if picture is not None:
        page.figure(persona.portrait.alt or persona.name, picture.placed_at(room.x0, room.y0))


def _write_barriers(sheet: Sheet, page: SheetPage, area: Area, persona: Persona) -> None:
    words, look = sheet.words, page.look
    page.box(area)
    inner = area.inset(look.mm(2.6), look.mm(2.0))
    with page.tagged("Sect"):
        y = write_label(page, inner, words["barriers"])
        for column, kind, label in zip(
            inner._replace(y0=y + look.mm(0.4)).columns([1, 1], look.gap),
            ("person", "environment"),
            ("in_me", "around_me"),
            strict=True,
        ):
            below = page.write(words[label], "strong", column.x0, column.y0, column.width)
            room = column._replace(y0=below)
            told = "\n".join(b.text for b in persona.barriers if b.kind == kind)
            if told:
                name = f"{words['barriers']}: {words[label]}"
                room = write_value(sheet, page, room, name, told)
            rule(page, room)
