"""The brochure: a path on one page for clients, employers and partners."""

from typing import NamedTuple

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.model.records import Publication, Value
from blueprint_editor.sheets.logos import list_logos
from blueprint_editor.sheets.prints.columns import PageColumn
from blueprint_editor.sheets.prints.duties import list_met
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 56.0
"""Width in mm of the column at the right."""
_QR = 32.0
_LOGO_HEIGHT, _LOGO_WIDTH = 12.0, 45.0
_DISC = 8.0
_WHAT_LINES, _WHOM_LINES, _STEP_LINES = 9, 5, 2
_LINES = (6, 4, 3, 2)
"""Of a step's text, the most first."""
_STEP_GAP = 2.4
_SHARES = (1.0, 0.7, 0.45)
"""Of the usual distances, tried one after the other until all has room."""
_TITLE_LINES, _SUBTITLE_LINES = 3, 4
_ALIKE = 30
"""A subtitle and a text below it say the same if so many letters at their beginning do."""
_ACCENT = "#0B6E74"


class _Step(NamedTuple):
    name: str
    text: str


def make_brochure(sheet: Sheet) -> None:
    """Make the page; texts that have no room on it go on at the end."""
    _write_page(sheet, sheet.find_roomy(_write_page, _SHARES))


def _write_page(sheet: Sheet, share: float) -> None:
    """Write the page with so much of the usual distances."""
    page, _ = sheet.open_page(banded=False)
    top = _write_band(sheet, page)
    page.begin_group()
    area = page.area.inset(sheet.look.margin)
    bottom = _write_foot(sheet, page, area)
    page.begin_group()
    area = area._replace(y0=top + sheet.look.mm(6), y1=bottom - sheet.look.mm(3))
    left, right = area.split_right(_SIDE, sheet.look.mm(8))
    _write_left(sheet, page, left, share)
    _write_right(sheet, page, right)


def _write_band(sheet: Sheet, page: SheetPage) -> float:
    """Write title and subtitle on a coloured band; return the y below it."""
    look, document = sheet.look, sheet.document
    white = look.ink if look.greyscale else "#FFFFFF"
    base = look.styles["title"]
    title = base._replace(colour=white, size=base.size * 1.3, leading=base.leading * 1.3)
    body = look.styles["body"]._replace(colour=white)
    kicker = look.styles["note_strong"]._replace(colour=white)
    area = page.area.inset(look.margin)
    area = area._replace(y0=look.mm(15))
    # Often the subtitle is the short of what is told below; nobody reads that twice.
    subtitle = document.subtitle.strip()
    if subtitle[:_ALIKE] == _tell_what(sheet)[:_ALIKE]:
        subtitle = ""
    rows = (
        (sheet.words["kicker"], kicker, 1, "P" if document.title.strip() else "H1"),
        (document.title, title, _TITLE_LINES, "H1"),
        (subtitle, body, _SUBTITLE_LINES, "P"),
    )
    told = [
        (_shorten(sheet, page, text, style, area.width, lines), style, role)
        for text, style, lines, role in rows
        if text.strip()
    ]
    height = sum(
        page.set_text(text, style, area.width, language=sheet.text_language).height
        for text, style, _ in told
    )
    bottom = area.y0 + height + look.mm(10)
    if look.greyscale:
        page.draw([Rectangle(area.x0, bottom - 1.0, area.width, 1.0, look.ink)])
    else:
        page.draw([Rectangle(0.0, 0.0, page.area.width, bottom, look.navy)])
        page.draw([Rectangle(0.0, bottom - 2.2, page.area.width, 2.2, _ACCENT)])
    y = area.y0
    for text, style, role in told:
        language = sheet.language if style is kicker else sheet.text_language
        y = page.write(
            text, style, area.x0, y, area.width, role="H1" if role == "H1" else "P",
            language=language,
        ) + look.mm(1.2)  # fmt: skip
    return bottom


def _tell_what(sheet: Sheet) -> str:
    texts = sheet.document.publication or Publication()
    return texts.summary.strip() or sheet.document.description.strip()


def _shorten(
    sheet: Sheet, page: SheetPage, text: str, style: TextStyle, width: float, lines: int
) -> str:
    told = clip(page, text, style, width, lines, sheet.text_language)
    if told != text:
        sheet.keep_rest(told, text)
    return told


def _write_foot(sheet: Sheet, page: SheetPage, area: Area) -> float:
    """Write state, funding, disclaimer and logos at the bottom; return the y above them."""
    look, project = sheet.look, sheet.project
    note = look.styles["note"]
    texts = [
        _shorten(sheet, page, text, note, area.width, 3)
        for text in (project.funding_statement, project.disclaimer)
        if text.strip()
    ]
    texts.append(sheet.terms.status_line(sheet.document))
    sizes = [page.set_text(text, note, area.width).height for text in texts]
    logos = list_logos(project, sheet.request.pictures, _LOGO_HEIGHT, _LOGO_WIDTH)
    height = sum(sizes) + (_LOGO_HEIGHT + look.mm(2) if logos else 0.0) + look.mm(2)
    top = area.y1 - height
    page.line(area.x0, top, area.x1, top, width=0.3)
    y = top + look.mm(2)
    for text in texts:
        y = page.write(text, note, area.x0, y, area.width, language=sheet.text_language)
    x = area.x0
    for picture, alt in logos:
        if x + picture.width <= area.x1:
            page.figure(alt or project.name, picture.placed_at(x, y + look.mm(2)))
        x += picture.width + look.mm(5)
    return top


def _write_left(sheet: Sheet, page: SheetPage, area: Area, share: float) -> None:
    words, texts = sheet.words, sheet.document.publication or Publication()
    column = PageColumn(sheet, page, area, colour=_ACCENT)
    column.head(words["what"])
    what = _tell_what(sheet)
    column.text_or_gap(words["what"], what, words["missing_what"], lines=_WHAT_LINES)
    column.skip(5 * share)
    column.head(words["whom"])
    column.text_or_gap(
        words["whom"], texts.target_group, words["missing_whom"], lines=_WHOM_LINES
    )  # fmt: skip
    column.skip(5 * share)
    column.head(words["steps"])
    column.skip(share)
    _write_steps(column, _STEP_GAP * share)


def _list_steps(sheet: Sheet) -> list[_Step]:
    """Return the client's sentences, or the phases with the first that the client does there."""
    document, derived = sheet.document, sheet.derived
    sentences = [text.strip() for text in document.client_path if text.strip()]
    if sentences and len(sentences) != len(document.phases):
        return [_Step("", text) for text in sentences]
    if sentences:
        return [_Step(p.name, text) for p, text in zip(document.phases, sentences, strict=True)]
    lanes = {lane.id for lane in derived.lanes if lane.role == "customer"}
    first: dict[str, str] = {}
    for card in derived.reading_order:
        if card.lane in lanes:
            phase = derived.phase_of_step[card.step].id
            first.setdefault(phase, card.plain_text.strip() or card.text.strip())
    return [_Step(phase.name, first.get(phase.id, "")) for phase in document.phases]


def _write_steps(column: PageColumn, between: float) -> None:
    """Write the steps, ``between`` mm on A4 apart."""
    sheet, steps = column.sheet, _list_steps(column.sheet)
    if not steps:
        column.gap(sheet.words["missing_steps"])
        return
    page, look, language = column.page, sheet.look, sheet.text_language
    indent = look.mm(_DISC + 3)
    width = column.area.width - indent

    def measure(step: _Step) -> float:
        name = page.set_text(step.name, "strong", width, language=language).height
        text = page.set_text(step.text, "body", width, language=language).height
        told = (name if step.name.strip() else 0.0) + (text if step.text.strip() else 0.0)
        return max(told, look.mm(_DISC)) + look.mm(between)

    def shorten(lines: int) -> list[_Step]:
        return [
            step._replace(
                name=clip(page, step.name, "strong", width, _STEP_LINES, language),
                text=clip(page, step.text, "body", width, lines, language),
            )
            for step in steps
        ]

    texts = next(
        (
            found
            for lines in _LINES
            if sum(map(measure, found := shorten(lines))) <= column.area.height
        ),
        None,
    )
    if texts is None:
        if between > _STEP_GAP * _SHARES[-1]:
            # Only a trial: closer together there may be room for all.
            sheet.keep_rest(sheet.words["steps"], " ".join(step.text for step in steps))
        # Without room for all, what each phase is called tells more than a few steps in full.
        between = _STEP_GAP
        texts = [s._replace(text="") if s.name.strip() else s for s in shorten(_STEP_LINES)]
    left = list(enumerate(zip(steps, texts, strict=True), 1))
    with page.tagged("L"):
        while left and measure(left[0][1][1]) <= column.area.height + look.mm(between):
            number, (step, told) = left.pop(0)
            if told.text and told.text != step.text:
                sheet.keep_rest(f"{sheet.words['steps']} {number}", step.text)
            with page.tagged("LI"), page.tagged("LBody"):
                column.disc(str(number), look.mm(_DISC))
                x, y = column.area.x0 + indent, column.area.y0
                for text, style in ((told.name, "strong"), (told.text, "body")):
                    y = page.write(text, style, x, y, width, language=language)
            column.skip(measure(told) / look.unit)
    for number, (step, _) in left:
        text = ": ".join(filter(None, (step.name.strip(), step.text.strip())))
        sheet.keep_rest(f"{sheet.words['steps']} {number}", text)


def _write_right(sheet: Sheet, page: SheetPage, area: Area) -> None:
    words, look, project = sheet.words, sheet.look, sheet.project
    page.box(area, fill=look.panel)
    column = PageColumn(sheet, page, area.inset(look.mm(4)), colour=_ACCENT)
    column.head(words["value"])
    value = sheet.document.value or Value()
    texts = (value.functional, value.social, value.emotional)
    for name, text in zip(sheet.terms.value_parts, texts, strict=True):
        column.skip(1)
        column.head(name, "note_strong", "H3")
        column.text_or_gap(name, text, words["missing"], lines=6)
        column.skip(1.6)
    column.skip(3)
    column.head(words["contact"])
    who = "\n".join(filter(None, (project.organisation.strip(), project.contact.strip())))
    if who:
        column.text(words["contact"], who, lines=6)
    if not project.contact.strip():
        column.gap(words["missing_contact"])
    column.skip(4)
    side = min(look.mm(_QR), column.area.width, column.area.height)
    if side >= look.mm(_QR) * 0.7:
        column.code(project.published_url or "", side, words["more"], words["missing_url"])
    elif project.published_url:
        sheet.keep_rest(words["more"], project.published_url)
    _write_met(column)


def _write_met(column: PageColumn) -> None:
    """Write whom the client meets on the path, where there is room for all of them."""
    sheet, page = column.sheet, column.page
    names = [actor.name.strip() for actor in list_met(sheet.derived) if actor.name.strip()]
    column.skip(5)
    head = sheet.look.styles["large"].leading + sheet.look.mm(1)
    for joint in ("\n", ", "):
        text, width = joint.join(names)[:4000], column.area.width
        told = page.set_text(text, "body", width, language=sheet.text_language)
        if names and head + told.height <= column.area.height:
            column.head(sheet.words["met"])
            page.put(told, column.area.x0, column.area.y0)
            return
