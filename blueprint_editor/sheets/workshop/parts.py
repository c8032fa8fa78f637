"""The parts that workshop sheets are made of: fields to write in, boxes to tick, arrows, marks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import TagRole
from blueprint_editor.drawing.primitives import Path, PathCommand, Rectangle, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.text import Align, SetText, TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip, cut
from blueprint_editor.sheets.workshop.look import WRITING_PITCH
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_MOST_STRETCH = 1.3
"""So many times as far apart lines to write on may be where they share out what is left over."""


def write_field(
    sheet: Sheet,
    page: SheetPage,
    area: Area,
    label: str,
    value: str = "",
    *,
    hint: str = "",
    number: int = 0,
    is_ruled: bool = True,
    role: str = "",
) -> Area:
    """Draw a box with its label, lines to write on, and what is known; return the room below.

    Args:
        sheet: keeps what the box has no room for.
        page: to draw on.
        area: of the box.
        label: above the lines.
        value: from the document; the lines go on below it.
        hint: quiet words after the label.
        number: of the stage of work that it belongs to, in a disc before the label.
        is_ruled: with lines; without them there is room for notes or a drawing.
        role: of the lane in whose colours the box stands out, such as the customer's.
    """
    look = page.look
    inner = draw_box(page, area, role=role)
    with page.tagged("Sect"):
        y = write_label(page, inner, label, hint=hint, number=number)
        room = inner._replace(y0=y + look.mm(0.8))
        if value:
            room = write_value(sheet, page, room, label, value)
    if is_ruled:
        rule(page, room)
    return room


def draw_box(page: SheetPage, area: Area, *, role: str = "") -> Area:
    """Draw the box of a field, in the colours of a lane if told; return the room inside."""
    look = page.look
    if role:
        colours = look.theme.roles[role]
        stroke = Stroke(colours.border, look.mm(0.28))
        fill = None if look.greyscale else colours.tint
        box = (area.x0, area.y0, area.width, area.height)
        page.draw(
            [
                Rectangle(*box, fill, stroke, look.mm(1.6)),
                Rectangle(
                    area.x0, area.y0 + look.mm(1.6), look.mm(0.9), area.height - look.mm(3.2),
                    colours.bar,
                ),
            ]
        )  # fmt: skip
    else:
        page.box(area)
    return area.inset(look.mm(2.6), look.mm(2.0))


def write_label(
    page: SheetPage, area: Area, label: str, *, hint: str = "", number: int = 0
) -> float:
    """Write a field's label with its number and hint; return the y below it."""
    look, x = page.look, area.x0
    style = look.styles["heading"]
    if number:
        size = style.leading * 1.06
        page.draw([Rectangle(x, area.y0, size, size, look.navy, None, size / 2)])
        numeral = style._replace(colour="#FFFFFF", size=style.size * 0.9)
        digits = page.set_text(str(number), numeral, size, align="center")
        with page.tagged("H2"):
            page.put(digits, x, area.y0 + (size - digits.height) / 2, role=None)
            x += size + look.mm(1.6)
            top = area.y0 + (size - style.leading) / 2
            y = page.write(label, style, x, top, area.x1 - x, role=None)
    else:
        y = page.write(label, style, x, area.y0, area.x1 - x, role="H2")
    if not hint:
        return y
    name = page.set_text(label, style, area.x1 - x)
    beside = x + name.line_widths[-1] + look.mm(2)
    words = page.set_text(hint, "hint", area.width)
    if len(name.line_widths) == 1 and beside + words.width <= area.x1:
        page.put(words, beside, y - (style.leading + words.height) / 2)
        return y
    return page.write(hint, "hint", x, y, area.x1 - x)


def write_value(sheet: Sheet, page: SheetPage, room: Area, label: str, value: str) -> Area:
    """Write what is known into a place, its rest at the end of the sheet; return the room below."""
    language = sheet.text_language
    part, rest = cut(page, value, "body", room.width, room.height, language)
    if rest:
        more = page.set_text(f"→ {sheet.kit.continues}", "note", room.width)
        part, rest = cut(page, value, "body", room.width, room.height - more.height, language)
        if page.set_text(part, "body", room.width, language=language).height > room.height:
            part, rest = "", value
        page.put(more, room.x0, max(room.y1 - more.height, room.y0))
        sheet.keep_rest(label, rest)
    y = page.write(part, "body", room.x0, room.y0, room.width, language=language)
    return room._replace(y0=min(y, room.y1))


def rule(page: SheetPage, area: Area, pitch: float = WRITING_PITCH) -> None:
    """Draw lines to write on, ``pitch`` mm apart or some more, the lowest at the bottom."""
    count = int((area.height + 0.5) // pitch)
    # What is left over is shared out, so that no gap stands out below the label.
    step = min(area.height / max(count, 1), pitch * _MOST_STRETCH)
    for number in range(count):
        y = area.y1 - number * step
        page.line(area.x0, y, area.x1, y, width=0.22 / page.look.unit)


def rule_alike(page: SheetPage, areas: Sequence[Area]) -> None:
    """Draw lines in areas beside each other at one height, whichever has more text above them."""
    top = max(area.y0 for area in areas)
    for area in areas:
        rule(page, area._replace(y0=top))


class _Choice(NamedTuple):
    """A choice with the corner of its line in mm from the corner of them all."""

    text: SetText
    x: float
    y: float


def set_choices(
    page: SheetPage, width: float, choices: Sequence[str], style: str, *, across: int = 0
) -> tuple[list[_Choice], float]:
    """Arrange boxes to tick with their words; return them and their height in mm.

    ``across`` many stand beside each other in columns; 0 = as many as there is room for.
    """
    look = page.look
    leading = look.styles[style].leading
    left, between = leading * 0.62 + look.mm(1.5), look.mm(4)
    column = (width + between) / across if across else 0.0
    found: list[_Choice] = []
    x = y = row = 0.0
    for number, choice in enumerate(choices):
        room = column - between if across else width
        text = page.set_text(choice, style, max(room - left, 1.0))
        is_full = number % across == 0 if across else x + left + text.width > width + 0.01
        if found and is_full:
            x, y, row = 0.0, y + row + look.mm(0.6), 0.0
        found.append(_Choice(text, x, y))
        x += column or left + text.width + between
        row = max(row, text.height)
    return found, y + row


def write_choices(
    page: SheetPage,
    area: Area,
    choices: Sequence[str],
    *,
    chosen: str = "",
    style: str = "body",
    across: int = 0,
) -> float:
    """Write boxes to tick with their words, see :func:`set_choices`; return the y below."""
    leading = page.look.styles[style].leading
    size = leading * 0.62
    found, height = set_choices(page, area.width, choices, style, across=across)
    with page.tagged("L"):
        for choice, (text, x, y) in zip(choices, found, strict=True):
            left, top = area.x0 + x, area.y0 + y
            tick(page, left, top + (leading - size) / 2, size, is_ticked=choice == chosen)
            with page.tagged("LI"), page.tagged("LBody"):
                page.put(text, left + size + page.look.mm(1.5), top, role=None)
    return area.y0 + height


def tick(page: SheetPage, x: float, y: float, size: float, *, is_ticked: bool = False) -> None:
    """Draw a box to tick with its corner at (x, y)."""
    look = page.look
    stroke = Stroke(look.ink, look.mm(0.35))
    page.draw([Rectangle(x, y, size, size, "#FFFFFF", stroke, size * 0.12)])
    if is_ticked:
        pen = Stroke(look.ink, look.mm(0.55), (), round_cap=True)
        a, b = size * 0.22, size * 0.78
        page.draw(
            [
                Path(
                    (
                        ("M", x + a, y + a), ("L", x + b, y + b),
                        ("M", x + b, y + a), ("L", x + a, y + b),
                    ),
                    None,
                    pen,
                )
            ]
        )  # fmt: skip


def measure_scale(page: SheetPage, width: float, figures: Sequence[str]) -> float:
    """Return the height in mm of figures to choose from."""
    return 2 * _ring(page, width, figures)


def _ring(page: SheetPage, width: float, figures: Sequence[str]) -> float:
    """Return the radius in mm of a ring around a figure."""
    leading = page.look.styles["body"].leading
    return max(min(leading * 0.56, width / (2.3 * len(figures))), leading * 0.44)


def write_scale(page: SheetPage, area: Area, figures: Sequence[str], *, chosen: str = "") -> None:
    """Write figures beside each other, one of which is to be ringed or is marked already.

    There are rings around them where there is room for rings that do not touch.
    """
    radius = _ring(page, area.width, figures)
    pitch = min(area.width / len(figures), 2.6 * radius)
    has_rings = pitch >= 2.2 * radius
    with page.tagged("P"):
        for number, figure in enumerate(figures):
            x, y = area.x0 + number * pitch + min(radius, pitch / 2), area.y0 + radius
            is_marked = figure == chosen
            if has_rings or is_marked:
                draw_ring(page, x, y, min(radius, pitch / 2), figure, is_marked=is_marked)
            else:
                _put_figure(page, x, y, figure, "hint")


def draw_ring(
    page: SheetPage, x: float, y: float, radius: float, figure: str, *, is_marked: bool = False
) -> None:
    """Draw a figure in a ring with its middle at (x, y), filled if it is marked."""
    look = page.look
    fill = look.navy if is_marked else "#FFFFFF"
    page.draw([Path(trace_circle(x, y, radius), fill, Stroke(look.ink, look.mm(0.3)))])
    style = look.styles["hint"]
    _put_figure(page, x, y, figure, style._replace(colour="#FFFFFF") if is_marked else style)


def _put_figure(page: SheetPage, x: float, y: float, figure: str, style: TextStyle | str) -> None:
    digit = page.set_text(figure, style, page.look.mm(10), align="center")
    page.put(digit, x - page.look.mm(5), y - digit.height / 2, role=None)


def write_in_place(
    sheet: Sheet,
    page: SheetPage,
    area: Area,
    text: str,
    style: TextStyle | str,
    *,
    label: str = "",
    language: str = "",
    align: Align = "left",
    role: TagRole | None = "P",
) -> float:
    """Write a text that must stay in its place; one that is cut goes on at the end in full.

    Returns the y below it.
    """
    if not text.strip():
        return area.y0
    leading = (style if isinstance(style, TextStyle) else page.look.styles[style]).leading
    lines = max(int((area.height + 0.05) / leading), 1)
    told = clip(page, text, style, area.width, lines, language)
    if told != text:
        sheet.keep_rest(label or told, text)
    return page.write(
        told, style, area.x0, area.y0, area.width, language=language, align=align, role=role
    )  # fmt: skip


def arrow(
    page: SheetPage, points: Sequence[tuple[float, float]], *, width: float = 0.5, colour: str = ""
) -> None:
    """Draw a line through the points with a head at its end; ``width`` is for A4."""
    look = page.look
    told = colour or look.ink
    (x0, y0), (x1, y1) = points[-2], points[-1]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    head = look.mm(width * 6)
    bx, by = x1 - ux * head, y1 - uy * head
    half = head * 0.42
    course: list[PathCommand] = [("M", *points[0])]
    course += [("L", *point) for point in points[1:-1]]
    course.append(("L", bx + ux * head * 0.2, by + uy * head * 0.2))
    page.draw(
        [
            Path(tuple(course), None, Stroke(told, look.mm(width))),
            Path(
                (
                    ("M", x1, y1), ("L", bx - uy * half, by + ux * half),
                    ("L", bx + uy * half, by - ux * half), ("Z",),
                ),
                told,
            ),
        ]
    )  # fmt: skip


def draw_cut_marks(page: SheetPage, cells: Iterable[Area], length: float = 4.0) -> None:
    """Draw short lines outside the corners of cells, where scissors or a cutter go."""
    commands: list[PathCommand] = []
    for cell in cells:
        for x, dx in ((cell.x0, -1), (cell.x1, 1)):
            for y, dy in ((cell.y0, -1), (cell.y1, 1)):
                commands += [
                    ("M", x + dx * length, y), ("L", x + dx * 1.0, y),
                    ("M", x, y + dy * length), ("L", x, y + dy * 1.0),
                ]  # fmt: skip
    page.draw([Path(tuple(commands), None, Stroke(page.look.rule, 0.2))])


def draw_corners(page: SheetPage, area: Area, length: float, width: float, colour: str) -> None:
    """Draw the four corners of a rectangle, such as a place for a sticky note."""
    commands: list[PathCommand] = []
    for x, dx in ((area.x0, 1), (area.x1, -1)):
        for y, dy in ((area.y0, 1), (area.y1, -1)):
            commands += [
                ("M", x + dx * length, y), ("L", x, y), ("L", x, y + dy * length)
            ]  # fmt: skip
    page.draw([Path(tuple(commands), None, Stroke(colour, width))])
