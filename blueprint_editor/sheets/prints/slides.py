"""Slides in 16:9: the path, each phase, critical points, what is to be decided, next steps."""

from collections.abc import Sequence
from itertools import pairwise

from blueprint_editor.drawing.primitives import Path, PathCommand, Primitive, Rectangle, Stroke
from blueprint_editor.language.terms import UNTITLED
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.model.records import Card, Mark, Phase
from blueprint_editor.sheets.logos import list_logos
from blueprint_editor.sheets.prints.open_points import list_next_steps
from blueprint_editor.sheets.prints.show import Cell, Show, Slide
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.critical_points import find_place
from blueprint_editor.sheets.workshop.sheet import Sheet

_COLUMNS = (
    ("customer", ("customer",)),
    ("frontstage", ("frontstage", "frontstage_technology")),
    ("backstage", ("backstage", "backstage_technology", "support", "custom", "policy", "metric")),
)
"""(role that gives name and colour, roles of the lanes that stand there)."""
_MOST_IN_ROW = 7
_LOGO_HEIGHT, _LOGO_WIDTH = 16.0, 60.0
_BESIDE = 1.6
"""Between the names of two phases, in mm on A4."""
_BAND = 92.0
"""Width in mm of the coloured band of the first slide."""


def make_slides(sheet: Sheet) -> None:
    """Make all slides; those without anything to show say so."""
    show = Show(sheet)
    _write_title(sheet, show)
    for write in (_write_glance, _write_phases, _write_lists):
        show.write_large(write)


def _write_phases(show: Show) -> None:
    for phase in show.sheet.document.phases:
        _write_phase(show.sheet, show, phase)


def _write_lists(show: Show) -> None:
    for write in (_write_points, _write_decisions, _write_next):
        write(show.sheet, show)


def _write_title(sheet: Sheet, show: Show) -> None:
    slide = show.open_plain()
    page, look, document = slide.page, sheet.look, sheet.document
    band = slide.page.area._replace(x1=_BAND)
    page.draw(_draw_cover(sheet, band))
    area = page.area.inset(look.margin)._replace(x0=_BAND + look.margin)
    title = look.styles["title"]
    area, foot = area.split_bottom(_measure_foot(sheet, slide, area.width), look.gap)
    lines = min(title.leading * 4, area.height * 0.6)
    name = document.title.strip() or UNTITLED
    told, rest = cut(page, name, title, area.width, lines, sheet.text_language)
    if rest:
        sheet.keep_rest(sheet.words["title"], document.title)
    height = page.set_text(told, title, area.width, language=sheet.text_language).height
    y = page.write(
        f"{told}…" if rest else told, title, area.x0, area.y0 + (area.height - height) * 0.3,
        area.width, role="H1", language=sheet.text_language, balance=not rest,
    )  # fmt: skip
    part, rest = cut(
        page, document.subtitle, "body", area.width, max(area.y1 - y, 1.0), sheet.text_language
    )
    fits = page.set_text(part, "body", area.width).height <= area.y1 - y
    if rest or not fits:
        sheet.keep_rest(sheet.words["title"], document.subtitle)
    else:
        page.write(
            part, "body", area.x0, y + look.mm(2), area.width, language=sheet.text_language
        )  # fmt: skip
    _write_title_foot(sheet, slide, foot)


def _tell_makers(sheet: Sheet) -> tuple[str, str]:
    project = sheet.project
    makers = (project.organisation.strip(), project.name.strip())
    return " · ".join(filter(None, makers)), sheet.terms.status_line(sheet.document)


def _measure_foot(sheet: Sheet, slide: Slide, width: float) -> float:
    look = sheet.look
    makers, state = _tell_makers(sheet)
    height = sum(slide.clip_height(text, width, 2) for text in (makers, state))
    if sheet.project.funding_statement.strip():
        height += slide.clip_height(sheet.project.funding_statement, width, 2)
    logos = list_logos(sheet.project, sheet.request.pictures, _LOGO_HEIGHT, _LOGO_WIDTH)
    return height + (_LOGO_HEIGHT + look.mm(1.5) if logos else 0.0)


def _write_title_foot(sheet: Sheet, slide: Slide, area: Area) -> None:
    page, look = slide.page, sheet.look
    makers, state = _tell_makers(sheet)
    y = slide.write_clipped(makers, area, 2, sheet.text_language)
    y = slide.write_clipped(state, area._replace(y0=y), 2, sheet.language)
    statement = sheet.project.funding_statement.strip()
    if statement:
        y = slide.write_clipped(statement, area._replace(y0=y), 2, sheet.text_language)
    logos = list_logos(sheet.project, sheet.request.pictures, _LOGO_HEIGHT, _LOGO_WIDTH)
    x = area.x0
    for picture, alt in logos:
        if x + picture.width <= area.x1:
            page.figure(alt or sheet.project.name, picture.placed_at(x, y + look.mm(1.5)))
        x += picture.width + look.mm(4)


def _draw_cover(sheet: Sheet, band: Area) -> list[Primitive]:
    """Draw a band with a path that leads upwards through as many stops as there are phases."""
    look = sheet.look
    ground = "#FFFFFF" if look.greyscale else look.navy
    ink = look.ink if look.greyscale else "#FFFFFF"
    shapes: list[Primitive] = [Rectangle(band.x0, band.y0, band.width, band.height, ground)]
    if look.greyscale:
        shapes.append(Rectangle(band.x1 - 1.2, band.y0, 1.2, band.height, ink))
    count = max(2, min(len(sheet.document.phases), 12))
    inner = band.inset(22.0, 24.0)
    stops = [
        (inner.x0 if n % 2 == 0 else inner.x1, inner.y1 - inner.height * n / (count - 1))
        for n in range(count)
    ]
    course: list[PathCommand] = [("M", *stops[0])]
    for (x0, y0), (x1, y1) in pairwise(stops):
        middle = (y0 + y1) / 2
        course.append(("C", x0, middle, x1, middle, x1, y1))
    shapes.append(Path(tuple(course), None, Stroke(ink, 1.1)))
    size = 6.5
    shapes += [
        Rectangle(x - size / 2, y - size / 2, size, size, ground, Stroke(ink, 1.1), size / 2)
        for x, y in stops
    ]
    return shapes


def _write_glance(show: Show) -> None:
    sheet = show.sheet
    slide = show.open(sheet.words["glance"])
    phases, look = sheet.document.phases, sheet.look
    if not phases:
        slide.write_note(sheet.words["no_phases"])
        return
    entries = list(enumerate(phases, 1))
    rows = -(-len(entries) // _MOST_IN_ROW)
    per_row = -(-len(entries) // rows)
    gap = look.mm(1.2)
    width = (slide.area.width - gap * (per_row - 1)) / per_row
    height = look.mm(11)
    room, language = width - look.mm(_BESIDE), sheet.text_language
    style = slide.page.find_style(
        "note_strong", [phase.name for phase in phases], room, language=language
    )
    for start in range(0, len(entries), per_row):
        chunk = entries[start : start + per_row]
        names = [slide.clip(p.name, style, room, 4) for _, p in chunk]
        tallest = max(slide.page.set_text(n, style, room, language=language).height for n in names)
        if slide.area.height < height + tallest + look.mm(4):
            slide = show.open(sheet.words["glance"], is_continued=True)
        row, rest = slide.area.split_top(height + look.mm(1.4) + tallest, look.gap)
        for column, ((number, _), name) in enumerate(zip(chunk, names, strict=True)):
            x = row.x0 + column * (width + gap)
            cell = Area(x, row.y0, x + width, row.y1)
            _write_stop(sheet, slide, cell, height, number, name, style)
        slide.area = rest
    text = sheet.document.description.strip()
    if text:
        show.write_rows(slide, sheet.words["glance"], [(Cell(text),)], (1.0,))


def _write_stop(
    sheet: Sheet,
    slide: Slide,
    cell: Area,
    height: float,
    number: int,
    name: str,
    name_style: TextStyle,
) -> None:
    page, look = slide.page, sheet.look
    tip = look.mm(2.4)
    x0, x1, y0, y1 = cell.x0, cell.x1, cell.y0, cell.y0 + height
    fill = "#FFFFFF" if look.greyscale else look.navy
    page.draw([
        Path((("M", x0, y0), ("L", x1 - tip, y0), ("L", x1, (y0 + y1) / 2), ("L", x1 - tip, y1),
              ("L", x0, y1), ("L", x0 + tip, (y0 + y1) / 2), ("Z",)),
             fill, Stroke(look.navy, look.mm(0.3))),
    ])  # fmt: skip
    style = look.styles["numeral"]._replace(colour=look.ink if look.greyscale else "#FFFFFF")
    digits = page.set_text(str(number), style, cell.width, align="center")
    with page.tagged("P"):
        page.put(digits, cell.x0, y0 + (height - digits.height) / 2, role=None)
        page.write(
            name, name_style, cell.x0, y1 + look.mm(1.4), cell.width - look.mm(_BESIDE),
            role=None,
            language=sheet.text_language,
        )  # fmt: skip


def _write_phase(sheet: Sheet, show: Show, phase: Phase) -> None:
    number = sheet.derived.phase_numbers[phase.id]
    title = f"{number} {phase.name}".strip()
    columns = []
    for role, roles in _COLUMNS:
        cells = [
            Cell(_tell_card(sheet, card), marks=_tell_marks(sheet, card), is_alarming=True)
            for card in _list_cards(sheet, phase, roles)
        ]
        columns.append((sheet.terms.lanes[role].name, sheet.look.theme.roles[role].bar, cells))
    show.write_columns(title, columns, sheet.words["no_cards"])


def _list_cards(sheet: Sheet, phase: Phase, roles: Sequence[str]) -> list[Card]:
    lanes = {lane.id for lane in sheet.derived.lanes if lane.role in roles}
    phases = sheet.derived.phase_of_step
    return [
        card
        for card in sheet.derived.reading_order
        if card.lane in lanes and phases[card.step].id == phase.id
    ]


def _tell_card(sheet: Sheet, card: Card) -> str:
    return f"{sheet.derived.card_codes[card.id]} {card.text}"


def _tell_marks(sheet: Sheet, card: Card) -> str:
    """Return the critical points at a card in words."""
    numbers = sheet.derived.mark_numbers
    points = [m for m in sheet.derived.marks_of.get(card.id, ()) if m.kind == "critical_point"]
    return ", ".join(sheet.words["point"].format(numbers[point.id]) for point in points)


def _write_points(sheet: Sheet, show: Show) -> None:
    title = sheet.words["points"]
    numbers = sheet.derived.mark_numbers
    names = {actor.id: actor.name for actor in sheet.document.actors}
    marks = sorted(sheet.document.marks, key=lambda mark: numbers[mark.id])
    rows = []
    for point in marks:
        if point.kind != "critical_point":
            continue
        answers = [m for m in marks if m.kind == "solution" and m.solves == point.id]
        told = "\n".join(_tell_answer(answer, names) for answer in answers)
        has_gap = any(answer.owner is None for answer in answers)
        place = find_place(sheet, point)
        rows.append(
            (
                Cell(str(numbers[point.id]), style="numeral"),
                Cell(point.text, marks=place),
                Cell(
                    told or sheet.words["no_solution"],
                    marks=sheet.words["no_owner"] if has_gap else "",
                    is_gap=not told,
                    is_alarming=True,
                ),
            )
        )
    slide = show.open(title)
    if not rows:
        slide.write_note(sheet.words["no_points"])
        return
    head = (Cell(""), Cell(sheet.words["point_head"]), Cell(sheet.words["solution_head"]))
    show.write_rows(slide, title, rows, (0.14, 1.0, 1.0), head)


def _tell_answer(answer: Mark, names: dict[str, str]) -> str:
    owner = names.get(answer.owner or "", "")
    return f"{answer.text.strip()} ({owner})" if owner else answer.text.strip()


def _write_decisions(sheet: Sheet, show: Show) -> None:
    title = sheet.words["decisions"]
    numbers, order = sheet.derived.mark_numbers, {"decision": 0, "question": 1}
    asked = [mark for mark in sheet.document.marks if mark.kind in order]
    asked.sort(key=lambda mark: (order[mark.kind], numbers[mark.id]))
    slide = show.open(title)
    if not asked:
        slide.write_note(sheet.words["no_decisions"])
        return
    rows = [
        (
            Cell(str(number), style="numeral"),
            Cell(mark.text, marks=_tell_asked(sheet, mark)),
        )
        for number, mark in enumerate(asked, 1)
    ]
    show.write_rows(slide, title, rows, (0.07, 1.0))


def _tell_asked(sheet: Sheet, mark: Mark) -> str:
    names = {actor.id: actor.name for actor in sheet.document.actors}
    kind = sheet.terms.marks[mark.kind]
    parts = (kind[0].upper() + kind[1:], find_place(sheet, mark), names.get(mark.owner or "", ""))
    return " · ".join(filter(None, parts))


def _write_next(sheet: Sheet, show: Show) -> None:
    title = sheet.words["next"]
    rows = [
        (Cell(str(number), style="numeral"), Cell(told))
        for number, told in enumerate(list_next_steps(sheet), 1)
    ]
    slide = show.open(title)
    slide = show.write_rows(slide, title, rows, (0.07, 1.0)) if rows else slide
    if not rows:
        slide.write_note(sheet.words["no_next"])
    contact = " · ".join(filter(None, (sheet.project.owner, sheet.project.contact)))
    told = sheet.words["contact"].format(contact) if contact else sheet.words["no_contact"]
    show.write_rows(slide, title, [(Cell(told, is_gap=not contact),)], (1.0,))
