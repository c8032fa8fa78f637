"""W2: a person whom a group invents, one page for each."""

from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.language.workshop.kit import are_alike
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.picture import fit_picture
from blueprint_editor.model.records import Persona
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.look import WRITING_PITCH
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import (
    draw_box,
    rule,
    rule_alike,
    write_field,
    write_in_place,
    write_label,
    write_value,
)
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 92.0
_COLUMNS = (0.94, 1.08, 1.08)
_ROWS = (1.0, 1.25, 0.98, 1.0)
_LEAST_FRAME = 16.0
"""Width in mm on A4 of a place for a picture; a smaller one is none."""


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
    rows = area.rows(_ROWS, gap)
    tall = rows[0]._replace(y1=rows[1].y1)
    portrait, situation, _ = tall.columns(_COLUMNS, gap)
    _, _, strengths = rows[0].columns(_COLUMNS, gap)
    _, _, barriers = rows[1].columns(_COLUMNS, gap)
    age, goal, now = rows[2].columns(_COLUMNS, gap)
    everyday, quote, close = rows[3].columns(_COLUMNS, gap)
    _write_portrait(sheet, page, portrait, persona)
    write_field(sheet, page, age, words["age"], _tell_age(sheet, persona))
    write_field(sheet, page, everyday, words["everyday"])
    hint = ", ".join(words.lists["situation"])
    write_field(sheet, page, situation, words["situation"], persona.situation, hint=hint)
    write_field(sheet, page, goal, words["goal"], persona.goal)
    write_field(sheet, page, quote, words["quote"], persona.quote, role="customer")
    write_field(sheet, page, strengths, words["strengths"], persona.strengths)
    _write_barriers(sheet, page, barriers, persona)
    write_field(sheet, page, now, words["services"], persona.services_now)
    write_field(sheet, page, close, words["close_people"], persona.close_people)


def _tell_age(sheet: Sheet, persona: Persona) -> str:
    """Return the age, with a word for years where sheet and document speak one language."""
    if persona.age is None:
        return ""
    is_one = are_alike(sheet.language, sheet.text_language)
    return sheet.terms.twin.persona.age.format(persona.age) if is_one else str(persona.age)


def _write_portrait(sheet: Sheet, page: SheetPage, area: Area, persona: Persona) -> None:
    """Write the name, or a line for it, above the picture or a place for it."""
    words, look = sheet.words, page.look
    room = write_field(sheet, page, area, words["name"], is_ruled=False, role="customer")
    if persona.name:
        line = room._replace(y1=room.y0 + 2 * look.styles["large"].leading)
        y = write_in_place(
            sheet, page, line, persona.name, "large", label=words["name"],
            language=sheet.text_language,
        )  # fmt: skip
        room = room._replace(y0=y)
    else:
        line, room = room.split_top(WRITING_PITCH)
        rule(page, line)
    room = room._replace(y0=room.y0 + look.mm(2))
    picture = persona.portrait and fit_picture(
        sheet.request.pictures, persona.portrait.asset, room.width, max(room.height, 1.0)
    )
    if persona.portrait is not None and picture:
        left = (room.x0 + room.x1 - picture.width) / 2
        page.figure(persona.portrait.alt or persona.name, picture.placed_at(left, room.y0))
        return
    side = min(room.width, room.height) * 0.92
    if side < look.mm(_LEAST_FRAME):
        return
    x, y = (room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2
    page.draw([Path(trace_circle(x, y, side / 2), "#FFFFFF", Stroke(look.rule, 0.4, (1.6, 1.4)))])
    text = page.set_text(words["picture"], "hint", side * 0.7, align="center")
    page.put(text, x - side * 0.35, y - text.height / 2)


def _write_barriers(sheet: Sheet, page: SheetPage, area: Area, persona: Persona) -> None:
    words, look = sheet.words, page.look
    inner = draw_box(page, area)
    rooms: list[Area] = []
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
            rooms.append(room)
    rule_alike(page, rooms)
