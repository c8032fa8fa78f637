"""The bands of a workshop sheet: title and project at the top, name, page and logos at the foot."""

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.language.workshop.kit import write_code
from blueprint_editor.layout.picture import PlacedPicture
from blueprint_editor.layout.text import SetText
from blueprint_editor.sheets.logos import list_logos
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip
from blueprint_editor.sheets.workshop.inputs import SheetInputs
from blueprint_editor.sheets.workshop.page import SheetPage

_LOGO_HEIGHT, _LOGO_WIDTH, _LOGO_GAP = 11.0, 42.0, 7.0
"""Largest logo and what stands between two, in mm on A4."""
_META_HEIGHT, _META_LINES = 9.0, 2
_META_ROOMS = (15.0, 26.0, 22.0)
"""To write number, date and group, in mm on A4."""
_STATEMENT_LINES = 2
_TIGHT = 1.12
"""From line to line of what is known, of its letters' size, where it needs small ones."""
_CODE_SHARE, _CODE_PAD = 0.78, 2.0
"""Size of the sheet's code as a share of the title's, and the plate beside it in mm on A4."""


def write_top(
    sheet: SheetInputs, page: SheetPage, area: Area, *, is_first: bool, has_meta: bool = True
) -> Area:
    """Write the title, on the first page with project, number, date and group below it.

    Returns what is left.
    """
    look = sheet.look
    style = "title" if is_first else "heading"
    room = area.width - measure_code(sheet, page, style)
    title = sheet.words.title if is_first else clip(page, sheet.heading, style, room, 2)
    with page.tagged("H1"):
        _write_code(sheet, page, area, style, is_aside=not is_first)
        y = page.write(
            title, style, area.x0, area.y0, room, role=None, balance=True, is_aside=not is_first
        )
    if is_first and has_meta:
        y = _write_meta(sheet, page, area._replace(y0=y + look.mm(0.6)))
    y += look.mm(1.4)
    page.line(area.x0, y, area.x1, y, width=0.7, colour=look.navy)
    return area._replace(y0=y + look.gap)


def measure_code(sheet: SheetInputs, page: SheetPage, style: str = "title") -> float:
    """Return the width in mm that the sheet's code takes beside a title in a style."""
    code = _set_code(sheet, page, style)
    return code.width + sheet.look.mm(2 * _CODE_PAD + 4) if code else 0.0


def _set_code(sheet: SheetInputs, page: SheetPage, style: str) -> SetText | None:
    code, told = write_code(sheet.request.sheet), sheet.look.styles[style]
    size = max(told.size * _CODE_SHARE, sheet.look.styles["note"].size)
    letters = told._replace(size=size, leading=size * 1.1, colour="#FFFFFF")
    return page.set_text(code, letters, sheet.look.mm(40)) if code else None


def _write_code(
    sheet: SheetInputs, page: SheetPage, area: Area, style: str, *, is_aside: bool
) -> None:
    """Write the sheet's code on a plate at the right, to be found in a pile."""
    code, look = _set_code(sheet, page, style), sheet.look
    if code is None:
        return
    width, line = code.width + look.mm(2 * _CODE_PAD), look.styles[style].leading
    height = min(code.height * 1.28, line)
    top = area.y0 + (line - height) / 2
    page.draw([Rectangle(area.x1 - width, top, width, height, look.navy, None, look.mm(1.1))])
    left = area.x1 - width + look.mm(_CODE_PAD)
    page.put(code, left, top + (height - code.height) / 2, role=None, is_aside=is_aside)


def _write_meta(sheet: SheetInputs, page: SheetPage, area: Area) -> float:
    """Write what every sheet tells; a long project's name gets a row of its own."""
    kit, look, workshop = sheet.kit, sheet.look, sheet.workshop
    date = sheet.terms.date(workshop.date) if workshop and workshop.date else ""
    number = str(workshop.number) if workshop and workshop.number else ""
    entries = [(kit.workshop_number, number), (kit.date, date), (kit.group, "")]
    gap, name = look.mm(5), sheet.project.name
    labels = [page.set_text(words, "note", area.width).width for words, _ in entries]
    # A small page has less room to write in, but labels stay whole.
    most = area.width - sum(labels) - gap * (len(labels) - 1)
    share = min(1.0, most / look.mm(sum(_META_ROOMS)))
    widths = [
        words + look.mm(room * share) for words, room in zip(labels, _META_ROOMS, strict=True)
    ]
    left = area.width - sum(widths) - gap * len(widths)
    label = page.set_text(kit.project, "note", area.width).width + look.mm(1.8)
    told = page.set_text(name, "note_strong", max(left - label, 1.0))
    height = look.mm(_META_HEIGHT)
    if len(told.line_widths) == _META_LINES:
        height = max(height, told.height + look.mm(1.6))
    row, rest = area.split_top(height)
    if len(told.line_widths) > _META_LINES:
        write_blank(sheet, page, row, kit.project, name, style="note")
        row, rest = rest.split_top(look.mm(_META_HEIGHT))
        columns = row.columns(widths, gap)
    else:
        columns = row.columns([max(left, area.width * 0.25), *widths], gap)
        write_blank(sheet, page, columns[0], kit.project, name, style="note")
        columns = columns[1:]
    for column, (words, value) in zip(columns, entries, strict=True):
        write_blank(sheet, page, column, words, value, style="note")
    return rest.y0


def has_room(sheet: SheetInputs, page: SheetPage, area: Area, label: str, value: str) -> bool:
    """Tell whether a value stands whole beside its label; see :func:`write_blank`."""
    look = sheet.look
    most = max(area.width * 0.62, area.width - look.mm(14))
    left = page.set_text(label, "hint", most).width + look.mm(1.8)
    room, letters = max(area.width - left, 1.0), look.styles["note_strong"]
    done = page.set_text(value[:2000], letters, room, language=sheet.text_language)
    return len(done.line_widths) <= int(area.height / (letters.size * _TIGHT))


def write_blank(
    sheet: SheetInputs,
    page: SheetPage,
    area: Area,
    label: str,
    value: str = "",
    *,
    style: str = "hint",
) -> None:
    """Write a label with a line beside it to write on, or what is known."""
    look = sheet.look
    strong = "note_strong" if style == "note" else "strong"
    most = max(area.width * 0.62, area.width - look.mm(14))
    name = page.set_text(label, style, most)
    base = area.y1 - look.mm(1.2)
    with page.tagged("P"):
        page.put(name, area.x0, base - name.height + look.mm(0.9), role=None)
        left = area.x0 + name.width + look.mm(1.8)
        page.line(left, base, area.x1, base)
        if value:
            room, letters = max(area.x1 - left, 1.0), look.styles[strong]
            lines = 2 if area.height >= 2 * letters.leading - look.mm(1.3) else 1
            done = page.set_text(value, letters, room, language=sheet.text_language)
            if len(done.line_widths) > lines and letters.size > look.styles["note"].size:
                letters = look.styles["note_strong"]
                letters = letters._replace(leading=letters.size * _TIGHT)
                lines = max(int(area.height / letters.leading), 1)
            told = clip(page, value, letters, room, lines, sheet.text_language)
            done = page.set_text(told, letters, room, language=sheet.text_language)
            page.put(done, left, base - done.height + look.mm(0.5), role=None)


def _find_logos(sheet: SheetInputs) -> list[tuple[PlacedPicture, str]]:
    """Return the logos, smaller where the row would be wider than the page."""
    height, width = sheet.look.mm(_LOGO_HEIGHT), sheet.look.mm(_LOGO_WIDTH)
    project, pictures = sheet.document.project, sheet.request.pictures
    logos = list_logos(project, pictures, height, width)
    gaps = sheet.look.mm(_LOGO_GAP) * max(len(logos) - 1, 0)
    needed = sum(picture.width for picture, _ in logos)
    share = max(_foot_width(sheet) - gaps, 1.0) / needed if logos else 1.0
    return list_logos(project, pictures, height * share, width * share) if share < 1 else logos


def _set_name(sheet: SheetInputs, page: SheetPage, *, no_names: bool) -> SetText:
    """Set the sheet's and the document's name beside what stands at the right of the foot."""
    beside = sheet.kit.page.format(number=88, count=88)
    width = _foot_width(sheet) - page.set_text(beside, "note", 1e4).width
    if no_names:
        width -= page.set_text(sheet.kit.no_names, "note_strong", 1e4).width + sheet.look.mm(6)
    width -= sheet.look.mm(7)
    name = clip(page, sheet.name, "note", width, 2)
    return page.set_text(name, "note", width, spare_hyphens=True)


def _foot_width(sheet: SheetInputs) -> float:
    return sheet.size[0] - 2 * sheet.look.margin


def _statement(sheet: SheetInputs, page: SheetPage) -> str:
    text = sheet.project.funding_statement
    lines = _STATEMENT_LINES + (1 if sheet.size[0] < sheet.size[1] else 0)
    return clip(page, text, "note", _foot_width(sheet), lines, sheet.text_language)


class _Foot:
    """The band at the foot: what it says, and logos beside or below that."""

    def __init__(self, sheet: SheetInputs, page: SheetPage, *, no_names: bool) -> None:
        look, width = sheet.look, _foot_width(sheet)
        self.name = _set_name(sheet, page, no_names=no_names)
        statement = _statement(sheet, page)
        self.statement = None
        if statement.strip():
            self.statement = page.set_text(statement, "note", width, language=sheet.text_language)
        self.logos = _find_logos(sheet)
        gaps = look.mm(_LOGO_GAP) * max(len(self.logos) - 1, 0)
        self.logos_width = sum(picture.width for picture, _ in self.logos) + gaps
        texts = self.name.width if self.name else 0.0
        if self.statement:
            texts = max(texts, *self.statement.line_widths)
        self.is_beside = texts + look.mm(12) + self.logos_width <= width
        said = self.name.height + (self.statement.height if self.statement else 0.0)
        self.logos_top = (look.styles["note"].leading if self.is_beside else said) + look.mm(1.6)
        shown = max((picture.height for picture, _ in self.logos), default=0.0)
        self.height = look.mm(1.4) + max(said, self.logos_top + shown if self.logos else 0.0)


def measure_foot(sheet: SheetInputs, page: SheetPage, *, no_names: bool) -> float:
    """Return the height in mm of the band at the foot; see also ``Sheet.no_names``."""
    return _Foot(sheet, page, no_names=no_names).height


def write_foot(
    sheet: SheetInputs, page: SheetPage, number: int, count: int, *, no_names: bool
) -> None:
    """Write the sheet's name, the page's number and the logos; see also ``Sheet.no_names``.

    What stands there is for the eye, and is heard on the first page only if it says more.
    """
    look, is_again = sheet.look, number > 1
    foot = _Foot(sheet, page, no_names=no_names)
    area = page.area.inset(look.margin)
    y = area.y1 - foot.height
    page.begin_group()
    page.line(area.x0, y, area.x1, y, width=0.3)
    y += look.mm(1.4)
    told = sheet.kit.page.format(number=number, count=count)
    pages = page.set_text(told, "note", area.width)
    right = area.x1 - pages.width
    page.put(pages, right, y, is_aside=True)
    if no_names:
        warning = page.set_text(sheet.kit.no_names, "note_strong", area.width)
        right -= warning.width + look.mm(6)
        page.put(warning, right, y, is_aside=is_again)
    below = page.put(foot.name, area.x0, y, is_aside=True)
    if foot.statement:
        page.put(foot.statement, area.x0, below, is_aside=is_again)
    x = area.x1 - foot.logos_width if foot.is_beside else area.x0
    for picture, alt in foot.logos:
        shapes = picture.placed_at(x, y + foot.logos_top)
        if is_again:
            page.draw(shapes)
        else:
            page.figure(alt or sheet.project.name, shapes)
        x += picture.width + look.mm(_LOGO_GAP)
