"""The document's personas, a page for each: who they are, what they want, what is in the way."""

from functools import partial
from math import ceil

from blueprint_editor.drawing.primitives import Path
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.picture import PlacedPicture, fit_picture
from blueprint_editor.layout.theme import ACCENTS
from blueprint_editor.model.records import Persona, Value
from blueprint_editor.sheets.prints.fields import Field, write_fields
from blueprint_editor.sheets.prints.flow import Flow, Piece
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip, cut
from blueprint_editor.sheets.workshop.faces import draw_face
from blueprint_editor.sheets.workshop.sheet import Sheet

_FACE = 5.5
"""Radius of a face that tells a feeling, in mm on A4."""
_MOST_FACES = 8
_SHARES = (1.0, 0.75, 0.5)
"""Of the usual distances, tried one after the other until all stands on one page."""
_PORTRAIT = 38.0
"""Side of the picture, in mm on A4."""


def make_personas(sheet: Sheet) -> None:
    """Make the pages; a document without personas says so."""
    personas = sheet.document.personas
    if not personas:
        Flow(sheet).write([Piece(sheet.words["empty"], is_ours=True)])
    for number, persona in enumerate(personas):
        sheet.begin_part(persona.name)
        write = partial(_write_persona, persona, ACCENTS[number % len(ACCENTS)])
        write(sheet, sheet.find_roomy(write, _SHARES, on_one_page=True))


def _write_persona(persona: Persona, colour: str, sheet: Sheet, share: float) -> None:
    """Write the pages of one persona with so much of the usual distances."""
    flow, words = Flow(sheet, missing=sheet.words["missing"]), sheet.words
    _write_head(flow, persona, colour)
    write_fields(flow, [Field(words["situation"], persona.situation)], colour=colour, share=share)
    write_fields(
        flow,
        [Field(words["goal"], persona.goal), Field(words["strengths"], persona.strengths)],
        colour=colour,
        share=share,
    )
    mine, around = (
        "\n".join(b.text.strip() for b in persona.barriers if b.kind == kind)
        for kind in ("person", "environment")
    )
    write_fields(
        flow,
        [
            Field(words["barriers_person"], mine),
            Field(words["barriers_around"], around),
        ],
        colour=colour,
        share=share,
    )
    write_fields(
        flow,
        [Field(words["close"], persona.close_people), Field(words["now"], persona.services_now)],
        colour=colour,
        share=share,
    )
    _write_feelings(flow, persona)
    value = persona.value or Value()
    texts = (value.functional, value.social, value.emotional)
    names = sheet.terms.value_parts
    flow.head(words["value"], keep=6)
    write_fields(
        flow, [Field(n, t) for n, t in zip(names, texts, strict=True)], colour=colour, share=share
    )  # fmt: skip


def _write_feelings(flow: Flow, persona: Persona) -> None:
    """Draw a face for the mean of what the client feels in each phase that tells of it."""
    sheet, look = flow.sheet, flow.sheet.look
    feelings = _find_feelings(sheet, persona)
    if not feelings:
        return
    flow.head(sheet.words["feelings"], keep=7)
    rows = ceil(len(feelings) / _MOST_FACES)
    across = ceil(len(feelings) / rows)
    for start in range(0, len(feelings), across):
        chunk = feelings[start : start + across]
        gap = look.mm(2)
        columns = flow.area.columns([1.0] * across, gap)
        width = columns[0].width
        language = sheet.text_language
        style = flow.page.find_style("note", [n for n, _ in feelings], width, language=language)
        names = [clip(flow.page, name, style, width, 3, language) for name, _ in chunk]
        heights = [flow.page.set_text(n, style, width, language=language).height for n in names]
        radius = look.mm(_FACE)
        row = flow.take(2 * radius + look.mm(1.4) + max(heights), look.mm(2))
        for (_, value), name, column in zip(chunk, names, columns, strict=False):
            middle = (column.x0 + column.x1) / 2
            face = draw_face(middle, row.y0 + radius, radius, value, look.ink)
            y = row.y0 + 2 * radius + look.mm(1.4)
            with flow.page.tagged("LI"), flow.page.tagged("LBody"):
                flow.page.write(
                    name, style, column.x0, y, width, language=language, align="center", role=None
                )  # fmt: skip
                flow.page.figure(sheet.terms.emotions[value], face)


def _find_feelings(sheet: Sheet, persona: Persona) -> list[tuple[str, int]]:
    """Return (name of the phase, feeling from −2 to 2) along the paths of a persona."""
    derived = sheet.derived
    paths = {v.id for v in sheet.document.variants if v.persona == persona.id}
    lanes = {lane.id for lane in derived.lanes if lane.role == "customer"}
    felt: dict[str, list[int]] = {}
    for card in derived.reading_order:
        is_other = bool(card.variants) and bool(paths) and paths.isdisjoint(card.variants)
        own = [emotion.value for emotion in card.emotions if emotion.variant in paths]
        value = own[0] if own else card.emotion
        if card.lane in lanes and not is_other and value is not None:
            felt.setdefault(derived.phase_of_step[card.step].id, []).append(value)
    return [
        (phase.name, round(sum(felt[phase.id]) / len(felt[phase.id])))
        for phase in sheet.document.phases
        if phase.id in felt
    ]


def _write_head(flow: Flow, persona: Persona, colour: str) -> None:
    """Write name, age, path and words of the persona beside the picture."""
    sheet, look, words = flow.sheet, flow.sheet.look, flow.sheet.words
    side = look.mm(_PORTRAIT)
    row = flow.take(side, look.mm(4.0))
    page = flow.page
    picture = None
    if persona.portrait is not None:
        picture = fit_picture(sheet.request.pictures, persona.portrait.asset, side, side)
    if picture is not None and persona.portrait is not None:
        _draw_picture(flow, picture, persona.portrait.alt or persona.name, (row.x0, row.y0, side))
    else:
        _draw_initial(flow, persona, colour, (row.x0, row.y0, side))
    area = row._replace(x0=row.x0 + side + look.mm(6))
    language = sheet.text_language
    y = area.y0
    told, rest = cut(page, persona.name, "title", area.width, area.height * 0.45, language)
    if rest:
        sheet.keep_rest(words["name"], persona.name)
    y = page.write(told, "title", area.x0, y, area.width, role="H2", language=language)
    age = sheet.terms.twin.persona.age.format(persona.age) if persona.age is not None else ""
    paths = ", ".join(v.name for v in sheet.document.variants if v.persona == persona.id)
    about = " · ".join(filter(None, (age, words["path"].format(paths) if paths else "")))
    if about:
        about_rows = page.set_text(about, "body", area.width)
        if y + about_rows.height <= area.y1:
            y = page.put(about_rows, area.x0, y)
        else:
            sheet.keep_rest(words["name"], about)
    _write_quote(flow, persona, area._replace(y0=y + look.mm(1.6)))


def _write_quote(flow: Flow, persona: Persona, area: Area) -> None:
    """Write what the persona says, as far as it stands beside the picture."""
    sheet, page, quote = flow.sheet, flow.page, persona.quote.strip()
    if not quote:
        return
    text, language = sheet.terms.twin.quoted.format(quote), sheet.text_language
    told, rest = text, ""
    if page.set_text(text[:4000], "large", area.width, language=language).height > area.height:
        leading = sheet.look.styles["large"].leading
        told, rest = cut(page, text, "large", area.width, max(area.height, leading), language)
    if rest or page.set_text(told, "large", area.width, language=language).height > area.height:
        sheet.keep_rest(sheet.words["quote"], text)
        told = ""
    page.write(told, "large", area.x0, area.y0, area.width, role="P", language=language)


def _draw_picture(
    flow: Flow, picture: PlacedPicture, alt: str, place: tuple[float, float, float]
) -> None:
    x, y, side = place
    left, top = x + (side - picture.width) / 2, y + (side - picture.height) / 2
    flow.page.figure(alt, picture.placed_at(left, top))


def _draw_initial(
    flow: Flow, persona: Persona, colour: str, place: tuple[float, float, float]
) -> None:
    """Draw a disc with the first letter of the name, where there is no picture."""
    x, y, side = place
    look, page = flow.sheet.look, flow.page
    fill = look.quiet if look.greyscale else colour
    size = look.styles["title"].size * 2
    style = look.styles["title"]._replace(colour="#FFFFFF", size=size, leading=size * 1.2)
    letter = page.typesetter.set_line((persona.name.strip() or "?")[0].upper(), style, "")
    middle = (x + side / 2, y + side / 2)
    left, top = middle[0] - letter.width / 2, middle[1] - letter.height / 2
    page.draw([Path(trace_circle(*middle, side / 2), fill), *letter.placed_at(left, top)])
