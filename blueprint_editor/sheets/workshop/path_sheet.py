"""W5: the path with empty lanes, its cells as large as sticky notes where the paper allows it."""

from collections.abc import Sequence

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import has_room, measure_code, write_blank
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import draw_corners, write_choices, write_in_place
from blueprint_editor.sheets.workshop.path_lanes import PathLane, list_lanes, list_phase_pages
from blueprint_editor.sheets.workshop.phase_row import write_phases
from blueprint_editor.sheets.workshop.sheet import Sheet

NOTES: tuple[tuple[str, tuple[float, float]], ...] = (
    ("large_notes", (76.0, 76.0)),
    ("small_notes", (51.0, 38.0)),
    ("small_notes", (38.0, 51.0)),
)
"""(word for it, width and height in mm) of sticky notes, the largest first."""
_CURVE, _CURVE_SMALL, _CURVE_TIGHT = 0.44, 0.72, 0.4
"""Height of the emotion curve, as a share of a lane's."""
_LARGE = 400.0
"""A paper whose shorter side is longer than so many mm hangs on a wall."""
_SIDE_LARGE, _SIDE_SMALL = 124.0, 78.0
_ROOMS = ((8.2, 2.2), (8.2, 3.2), (8.2, 4.4), (11.8, 4.4), (15.4, 4.4))
"""(height in mm on A4 of the row on the person, share of where they start), until that fits."""
_LINE_DASHES = {"visibility": (5.0, 2.5), "internal_interaction": (0.8, 2.2)}


class _Person:
    """For whom the path is: what stands in the row at the top."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        document = sheet.document
        self.variants = [v.name for v in document.variants] or ["A", "B"]
        self.variant = self.name = self.start = ""
        if not sheet.is_prefilled:
            return
        personas = {persona.id: persona for persona in document.personas}
        persona = None
        if document.variants:
            variant = document.variants[number]
            self.variant = variant.name
            persona = personas.get(variant.persona or "")
        elif document.personas:
            persona = document.personas[number]
        if persona is not None:
            self.name, self.start = persona.name, persona.situation


def make_path_sheet(sheet: Sheet) -> None:
    """Make the sheet; filled in, one for each of the document's paths or personas."""
    count = 1
    if sheet.is_prefilled:
        count = len(sheet.document.variants) or len(sheet.document.personas) or 1
    for number in range(count):
        for phases in list_phase_pages(sheet):
            _write_page(sheet, _Person(sheet, number), phases)


def _write_page(sheet: Sheet, person: _Person, phases: Sequence[tuple[int, str]]) -> None:
    is_large = min(sheet.size) > _LARGE
    is_brief = not sheet.questions
    is_tight = is_brief and not is_large
    if is_brief:
        page, area = sheet.open_page(is_first=True)
    else:
        page, area = sheet.open_with_guide(side=_SIDE_LARGE if is_large else _SIDE_SMALL)
    look = page.look
    height, weight = _find_room(sheet, page, area, person, is_tight=is_tight)
    top, grid = area.split_top(height, look.mm(2.2))
    note_row = grid
    if not is_tight:
        grid, note_row = grid.split_bottom(look.styles["note"].leading, look.mm(1.0))
    writer = _GridWriter(sheet, page, grid, phases, has_thin=not is_tight)
    told = sheet.words[writer.find_note()[0]]
    if is_brief:
        instructions = sheet.words.instructions
        _write_beside_title(sheet, page, f"{instructions} {told}" if is_tight else instructions)
    _write_person(sheet, page, _set_columns(top, weight, look.gap, is_tight=is_tight), person)
    writer.write()
    if not is_tight:
        page.begin_group(note_row)
        left = note_row.x0 + look.mm(7)
        page.write(told, "note", left, note_row.y0, note_row.x1 - left)


def _write_beside_title(sheet: Sheet, page: SheetPage, text: str) -> None:
    """Write right of the title, so that the lanes get the height of the instructions."""
    look = page.look
    area = page.area.inset(look.margin)
    title = page.set_text(sheet.words.title, "title", area.width)
    left = area.x0 + title.width + look.mm(8)
    room = area.x1 - left - measure_code(sheet, page)
    page.write(text, "body", left, area.y0, room)


def _find_room(
    sheet: Sheet, page: SheetPage, area: Area, person: _Person, *, is_tight: bool
) -> tuple[float, float]:
    """Return the height in mm of the row on the person, and the share of where they start."""
    look, label = page.look, sheet.words["start"]
    for height, weight in _ROOMS:
        row = area._replace(y1=area.y0 + look.mm(height))
        column = _set_columns(row, weight, look.gap, is_tight=is_tight)[1]
        if not person.start or has_room(sheet, page, column, label, person.start):
            break
    return look.mm(height), weight


def _set_columns(row: Area, weight: float, gap: float, *, is_tight: bool) -> tuple[Area, ...]:
    """Return the columns of the row, that of the paths at the end as wide as ever."""
    weights = (1.3, 2.2, 2.0, 1.2, 1.4, 1.1) if is_tight else (1.3, 2.2, 2.0, 1.1)
    *known, variant = row.columns(weights, gap)
    rest = row._replace(x1=known[-1].x1)
    return (*rest.columns((1.3, weight, *weights[2:-1]), gap), variant)


def _write_person(sheet: Sheet, page: SheetPage, row: Sequence[Area], person: _Person) -> None:
    words, look = sheet.words, page.look
    fields = (
        ("persona", person.name),
        ("start", person.start),
        ("end", ""),
        ("wait", ""),
        ("actors", ""),
    )
    *columns, variant = row
    for column, (key, value) in zip(columns, fields, strict=False):
        write_blank(sheet, page, column, words[key], value)
    label = page.set_text(words["variant"], "hint", variant.width)
    base = variant.y1 - label.height - look.mm(0.3)
    page.put(label, variant.x0, base)
    room = variant._replace(x0=variant.x0 + label.width + look.mm(2), y0=base)
    letters = [chr(ord("A") + n) for n in range(min(len(person.variants), 4))]
    chosen = ""
    if person.variant:
        chosen = chr(ord("A") + min(person.variants.index(person.variant), 3))
    write_choices(page, room, letters, chosen=chosen)


def _place_note(cell: Area, note: tuple[float, float], code_width: float) -> Area:
    """Return where a note goes in a cell, right of the cell's code if there is room for both."""
    width, height = note
    spare = cell.width - width
    left = max(code_width, spare / 2) if spare >= code_width else spare / 2
    top = cell.y0 + (cell.height - height) / 2
    return Area(cell.x0 + left, top, cell.x0 + left + width, top + height)


class _GridWriter:
    """Writes phases and lanes."""

    def __init__(
        self,
        sheet: Sheet,
        page: SheetPage,
        area: Area,
        phases: Sequence[tuple[int, str]],
        *,
        has_thin: bool,
    ) -> None:
        self.sheet, self.page, self.phases = sheet, page, phases
        self.lanes = list_lanes(sheet)
        self.look = page.look
        mm = self.look.mm
        self.is_large = min(sheet.size) > _LARGE
        self.has_thin = has_thin
        thin = mm(7.0)
        self.label_width = mm(37.0) if self.is_large else mm(36.0)
        self.head, body = area.split_top(
            mm(11.6 if self.is_large else 12.6 if has_thin else 10.6), mm(1.0)
        )
        self.lowest = body.y1
        if has_thin:
            body, self.actors = body.split_bottom(thin, mm(0.8))
            body, self.wait = body.split_bottom(thin, mm(0.8))
        share = _CURVE if self.is_large else _CURVE_SMALL if has_thin else _CURVE_TIGHT
        weights = [share if lane.is_curve else 1.0 for lane in self.lanes]
        self.rows = body.rows(weights, mm(0.8))

    def write(self) -> None:
        self._write_head()
        letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 9)
        for lane, row in zip(self.lanes, self.rows, strict=True):
            self.page.begin_group(row)
            self._write_label(lane, row)
            if lane.is_curve:
                self._draw_axis(row)
            else:
                self._write_cells(row, next(letters))
        for row, lane in zip(self.rows, self.lanes, strict=True):
            if lane.line:
                self._draw_line(row, lane.line)
        if self.has_thin:
            self._write_thin(self.wait, "wait", "wait")
            self._write_thin(self.actors, "actors", "icon.people")
        self.page.begin_group()
        frame = Area(self.head.x0, self.head.y0, self.head.x1, self.lowest)
        outer = frame.inset(-self.look.mm(1.0))
        draw_corners(self.page, outer, self.look.mm(5), self.look.mm(0.8), self.look.ink)

    def _columns(self, row: Area) -> tuple[Area, ...]:
        _, cells = row.split_left(self.label_width)
        return cells.columns([1.0] * len(self.phases))

    def find_note(self) -> tuple[str, tuple[float, float]]:
        """Return the largest note that has room in a cell, or none."""
        row = next(
            row for row, lane in zip(self.rows, self.lanes, strict=True) if not lane.is_curve
        )
        cell = self._columns(row)[0]
        for name, (width, height) in NOTES:
            if cell.width >= width and cell.height >= height:
                return name, (width, height)
        return "pens", (0.0, 0.0)

    def _write_head(self) -> None:
        page, look = self.page, self.look
        page.begin_group(self.head)
        name = page.set_text(self.sheet.words["phases"], "strong", self.label_width)
        middle = (self.head.y0 + self.head.y1) / 2
        page.put(name, self.head.x0 + look.mm(2.4), middle - name.height / 2)
        columns = self._columns(self.head)
        write_phases(self.sheet, page, columns, self.phases, is_large=self.is_large)

    def _write_label(self, lane: PathLane, row: Area) -> None:
        page, look = self.page, self.look
        box, _ = row.split_left(self.label_width)
        tint = "#FFFFFF" if look.greyscale else lane.look.tint
        page.draw(
            [
                Rectangle(row.x0, row.y0, row.width, row.height, tint),
                Rectangle(row.x0, row.y0, look.mm(1.1), row.height, lane.look.bar),
            ]
        )
        self._part(row)
        inner = Area(box.x0 + look.mm(2.4), box.y0 + look.mm(1.4), box.x1 - look.mm(1), box.y1)
        if lane.is_curve:
            inner = inner._replace(x1=box.x1 - look.mm(12 if self.is_large else 6))
        room = inner._replace(y1=row.y1 - look.mm(0.6))
        with page.tagged("Sect"):
            style = self._find_lane_style(lane, room)
            y = write_in_place(self.sheet, page, room, lane.name, style, language=lane.language)
            bottom = room.y1
            if lane.line:
                told = self.sheet.terms.boundaries[lane.line]
                line = page.set_text(told, "note", inner.width)
                if line.height <= bottom - y:
                    bottom -= line.height
            if lane.hint:
                hint = page.set_text(lane.hint, "note", room.width, language=lane.language)
                if hint.height <= bottom - y:
                    page.put(hint, room.x0, y)
            if bottom < room.y1:
                page.put(line, inner.x0, bottom)

    def _find_lane_style(self, lane: PathLane, room: Area) -> TextStyle:
        """Return letters in which a lane's name has room, smaller or narrow ones if need be."""
        page, language = self.page, lane.language
        small = page.find_style("note_strong", [lane.name], room.width, language=language)
        found = [self.look.styles["strong"], self.look.styles["note_strong"], small]
        for style in found:
            done = page.set_text(lane.name, style, room.width, language=language)
            if done.height <= room.height:
                return style
        return found[-1]

    def _part(self, row: Area) -> None:
        """Draw a line below a row where no tints part it from the next one."""
        if self.look.greyscale:
            y = row.y1 + self.look.mm(0.4)
            self.page.line(row.x0, y, row.x1, y, width=0.2)

    def _write_cells(self, row: Area, letter: str) -> None:
        page, look = self.page, self.look
        _, note = self.find_note()
        dash = (look.mm(0.8), look.mm(0.8))
        for cell, (number, _) in zip(self._columns(row), self.phases, strict=True):
            page.line(cell.x0, cell.y0, cell.x0, cell.y1, width=0.2, dash=dash)
            code = page.set_text(f"{letter}{number}", "note", look.mm(14))
            x = cell.x0 + look.mm(1.0)
            if note[0]:
                place = _place_note(cell, note, code.width + look.mm(1.6))
                length = min(note) * 0.08
                draw_corners(page, place, length, 0.3, look.rule)
                if place.x0 < x + code.width:
                    x = place.x0 + look.mm(0.9)
            page.put(code, x, cell.y0 + look.mm(0.8))

    def _draw_axis(self, row: Area) -> None:
        page, look = self.page, self.look
        _, cells = row.split_left(self.label_width)
        inner = cells.inset(0, look.mm(2.6))
        low, high = self.sheet.terms.emotion_axis
        for step, value in enumerate((2, 1, 0, -1, -2)):
            y = inner.y0 + inner.height * step / 4
            dash = () if value == 0 else (look.mm(0.5), look.mm(1.1))
            page.line(cells.x0, y, cells.x1, y, width=0.3 if value == 0 else 0.2, dash=dash)
            if value in {2, 0, -2}:
                word = {2: high, 0: "", -2: low}[value] if self.is_large else ""
                sign = f"{'+' if value > 0 else '−' if value else ''}{abs(value)} {word}".strip()
                text = page.set_text(sign, "note", look.mm(24), align="right")
                page.put(text, cells.x0 - look.mm(25), y - text.height / 2)
        for cell in self._columns(row):
            page.line(cell.x0, row.y0, cell.x0, row.y1, width=0.2, dash=(look.mm(0.8),) * 2)

    def _draw_line(self, row: Area, kind: str) -> None:
        look = self.look
        y = row.y1 + look.mm(0.4)
        width = 0.8 if kind == "visibility" else 0.5
        dash = tuple(look.mm(part) for part in _LINE_DASHES.get(kind, ()))
        self.page.line(row.x0, y, row.x1, y, width=width, colour=look.navy, dash=dash)

    def _write_thin(self, row: Area, key: str, icon: str) -> None:
        """Write a low row across all phases."""
        page, look = self.page, self.look
        page.begin_group(row)
        page.draw([Rectangle(row.x0, row.y0, row.width, row.height, look.panel)])
        self._part(row)
        size = row.height * 0.56
        colour = look.theme.marks.get(icon, look.navy)
        top = row.y0 + (row.height - size) / 2
        page.draw(draw_icon(icon, row.x0 + look.mm(2.4), top, size, colour, look.panel))
        name = page.set_text(self.sheet.words[key], "strong", self.label_width)
        left = row.x0 + look.mm(4) + size
        page.put(name, left, (row.y0 + row.y1 - name.height) / 2)
        for cell in self._columns(row):
            page.line(cell.x0, row.y0, cell.x0, row.y1, width=0.2, dash=(look.mm(0.8),) * 2)
