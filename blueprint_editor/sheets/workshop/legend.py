"""W14: how a blueprint is read, shown with the document's own lanes, kinds and colours."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Path, PathCommand, Primitive, Rectangle, Stroke
from blueprint_editor.layout.card import draw_frame
from blueprint_editor.layout.icons import draw_icon, trace_circle
from blueprint_editor.layout.wires import draw_sample_wire
from blueprint_editor.model.kinds import CONNECTOR_KINDS, MARK_KINDS, ConnectorKind, MarkKind
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import rule, write_in_place, write_label
from blueprint_editor.sheets.workshop.path_lanes import PathLane, list_lanes
from blueprint_editor.sheets.workshop.sheet import Sheet

_USUAL_MARKS: tuple[MarkKind, ...] = (
    "critical_point",
    "solution",
    "wait",
    "transition",
    "question",
)
_USUAL_WIRES: tuple[ConnectorKind, ...] = ("flow", "information", "handover", "return")
_DASHES = {"visibility": (4.0, 2.0), "internal_interaction": (0.6, 1.8)}
_MOST_LANES = 12
_RULED = 40.0
"""Height in mm of what is left to write in where the document knows nothing."""
_MOST_SHARE = 0.62
"""Of the page that the lanes may take."""
_SAMPLE = 15.0
_BETWEEN, _LANE_GAP, _LANE_PAD = 0.9, 1.1, 1.4
"""In mm on A4: between two signs of a list and two lanes, and around the words of a lane."""
_SHARES = (1.0, 0.6, 0.2)
"""Of those, tried one after the other until all has room."""


class _Entry(NamedTuple):
    """A sign as wide as ``width`` mm, drawn for the middle of its line, and its words."""

    sign: Sequence[Primitive]
    width: float
    words: str


def make_legend(sheet: Sheet) -> None:
    """Make the page."""
    _write_page(sheet, sheet.find_roomy(_write_page, _SHARES))


def _write_page(sheet: Sheet, share: float) -> None:
    """Write the page with so much of the usual distances between lanes and signs."""
    page, area = sheet.open_with_guide()
    look = page.look
    rest = _write_lanes(sheet, page, area, share)
    page.begin_group(rest)
    signs, lines = _list_marks(sheet), _list_wires(sheet)
    between = look.mm(_BETWEEN * share)
    line = look.styles["body"].leading + between
    needed = look.styles["heading"].leading + max(len(signs), len(lines), 4) * line
    first, second = rest.split_top(min(needed + look.mm(1), rest.height * 0.6), look.mm(3))
    marks, wires, curve = first.columns([1.1, 1.25, 0.9], look.gap)
    _write_entries(sheet, page, marks, sheet.words["cards"], signs, between)
    _write_entries(sheet, page, wires, sheet.words["connectors"], lines, between)
    _write_curve(sheet, page, curve)
    short, about = second.columns([1.0, 2.0], look.gap)
    _write_facts(sheet, page, short, sheet.words["abbreviations"], _list_abbreviations(sheet))
    _write_facts(sheet, page, about, sheet.words["about"], _tell_about(sheet))


class _LaneRow:
    """A lane with name and hint in columns, measured for the width of the page."""

    def __init__(
        self, sheet: Sheet, page: SheetPage, area: Area, lane: PathLane, share: float
    ) -> None:
        self.lane = lane
        inner = area.inset(page.look.mm(3), 0.0)
        self.columns = inner.columns([48, 60, 16, 57], page.look.mm(3))
        self.hint = lane.hint or (sheet.terms.lanes["emotion"].hint if lane.is_curve else "")
        self.hint_language = lane.language if lane.hint else ""
        name, hint, *_ = self.columns
        texts = [
            page.set_text(lane.name, "strong", name.width, language=lane.language),
            page.set_text(self.hint, "body", hint.width, language=self.hint_language),
        ]
        self.height = max(text.height for text in texts) + page.look.mm(2 * _LANE_PAD * share)
        self.pad = page.look.mm(_LANE_PAD * share)


def _write_lanes(sheet: Sheet, page: SheetPage, area: Area, share: float) -> Area:
    """Write the lanes, each as high as its texts; return what is left below."""
    look = page.look
    y = page.write(sheet.words["lanes"], "heading", area.x0, area.y0, area.width, role="H2")
    gap = look.mm(_LANE_GAP * share)
    rows = [_LaneRow(sheet, page, area, lane, share) for lane in list_lanes(sheet)[:_MOST_LANES]]
    y += look.mm(1.2)
    room = area.height * _MOST_SHARE - gap * len(rows)
    fits = min(1.0, room / sum(row.height for row in rows))
    places = []
    for row in rows:
        places.append(Area(area.x0, y, area.x1, y + row.height * fits))
        y += row.height * fits + gap
    with page.tagged("L"):
        for row, place in zip(rows, places, strict=True):
            with page.tagged("LI"), page.tagged("LBody"):
                _write_lane(sheet, page, place, row)
    for row, place in zip(rows, places, strict=True):
        if row.lane.line:
            _write_line(sheet, page, place, row.lane.line, gap)
    return area._replace(y0=y + look.mm(2))


def _write_lane(sheet: Sheet, page: SheetPage, place: Area, row: _LaneRow) -> None:
    look, lane = page.look, row.lane
    tint = "#FFFFFF" if look.greyscale else lane.look.tint
    page.draw(
        [
            Rectangle(place.x0, place.y0, place.width, place.height, tint),
            Rectangle(place.x0, place.y0, look.mm(1.2), place.height, lane.look.bar),
        ]
    )
    if look.greyscale:
        page.line(place.x0, place.y1, place.x1, place.y1, width=0.2)
    inset = max(row.pad - look.mm(0.3), 0.0)
    top, bottom = place.y0 + inset, place.y1 - inset
    name, hint, picture, _ = (column._replace(y0=top, y1=bottom) for column in row.columns)
    write_in_place(sheet, page, name, lane.name, "strong", language=lane.language)
    write_in_place(sheet, page, hint, row.hint, "body", label=lane.name, language=row.hint_language)
    _draw_lane_sample(page, picture, lane)


def _write_line(sheet: Sheet, page: SheetPage, place: Area, kind: str, gap: float) -> None:
    """Write a line below a lane, and its name after the last column of the lane."""
    look = page.look
    y = place.y1 + gap / 2
    text = page.set_text(sheet.terms.boundaries[kind], "note_strong", place.width * 0.4)
    dash = tuple(look.mm(part) for part in _DASHES.get(kind, ()))
    width = 0.8 if kind == "visibility" else 0.5
    page.line(place.x0, y, place.x1, y, width=width, colour=look.navy, dash=dash)
    left = place.x1 - text.width - look.mm(4)
    height = text.height + look.mm(0.2)
    stroke = Stroke(look.navy, look.mm(0.25))
    page.draw(
        [
            Rectangle(
                left, y - height / 2, text.width + look.mm(3), height, "#FFFFFF", stroke,
                look.mm(0.8),
            )
        ]
    )  # fmt: skip
    page.put(text, left + look.mm(1.5), y - text.height / 2)


def _draw_lane_sample(page: SheetPage, area: Area, lane: PathLane) -> None:
    """Draw a card as this lane has it, or a piece of the curve."""
    look = page.look
    height = min(area.height, look.mm(6))
    y = area.y0 + (area.height - height) / 2
    if lane.is_curve:
        _draw_curve(page, Area(area.x0, y, area.x0 + look.mm(16), y + height))
        return
    frame = draw_frame(lane.look, look.theme, look.mm(16), height)
    page.draw([shape.moved(area.x0, y) for shape in frame])


def _draw_curve(page: SheetPage, area: Area) -> None:
    look = page.look
    points = [(0.0, 0.35), (0.28, 0.85), (0.6, 0.6), (1.0, 0.12)]
    places = [(area.x0 + area.width * x, area.y0 + area.height * y) for x, y in points]
    course: list[PathCommand] = [("M", *places[0])]
    for (x0, y0), (x1, y1) in pairwise(places):
        middle = (x0 + x1) / 2
        course.append(("C", middle, y0, middle, y1, x1, y1))
    page.draw([Path(tuple(course), None, Stroke(look.navy, look.mm(0.5)))])
    page.draw([Path(trace_circle(x, y, look.mm(0.9)), look.navy) for x, y in places])


def _list_marks(sheet: Sheet) -> list[_Entry]:
    used = {mark.kind for mark in sheet.document.marks} or {*_USUAL_MARKS}
    used |= {"critical_point", "solution"}  # The instructions speak of them.
    look = sheet.look
    size = look.styles["body"].leading * 0.86
    return [
        _Entry(
            draw_icon(kind, 0.0, -size / 2, size, look.theme.marks[kind]), size,
            sheet.terms.legend_mark[kind],
        )
        for kind in MARK_KINDS
        if kind in used
    ]  # fmt: skip


def _list_wires(sheet: Sheet) -> list[_Entry]:
    used = {connector.kind for connector in sheet.document.connectors} or {*_USUAL_WIRES}
    used.add("handover")  # The instructions speak of it.
    length = sheet.look.mm(_SAMPLE)
    return [
        _Entry(
            draw_sample_wire(kind, length, sheet.look.theme), length,
            sheet.terms.legend_connector[kind],
        )
        for kind in CONNECTOR_KINDS
        if kind in used
    ]  # fmt: skip


def _write_entries(
    sheet: Sheet, page: SheetPage, area: Area, heading: str, entries: Sequence[_Entry],
    between: float,
) -> None:  # fmt: skip
    look = page.look
    with page.tagged("Sect"):
        y = write_label(page, area, heading) + look.mm(0.8)
        with page.tagged("L"):
            for sign, width, words in entries:
                left = area.x0 + width + look.mm(2)
                text = page.set_text(words, "body", area.x1 - left)
                if y + text.height > area.y1 + 0.01:
                    sheet.keep_rest(heading, words)
                    continue
                middle = y + look.styles["body"].leading / 2
                page.draw([item.moved(area.x0, middle) for item in sign])
                with page.tagged("LI"), page.tagged("LBody"):
                    page.put(text, left, y, role=None)
                y += text.height + between


def _write_curve(sheet: Sheet, page: SheetPage, area: Area) -> None:
    look = page.look
    low, high = sheet.terms.emotion_axis
    with page.tagged("Sect"):
        y = write_label(page, area, sheet.words["curve"]) + look.mm(1.2)
        y = page.write(f"+2 {high}", "hint", area.x0, y, area.width)
        lowest = area.y1 - look.styles["hint"].leading - look.mm(0.6)
        y += look.mm(0.6)
        box = Area(area.x0, y, area.x1 - look.mm(2), max(y, min(y + look.mm(17), lowest)))
        page.line(box.x0, box.y0, box.x1, box.y0, width=0.2)
        page.line(box.x0, box.y1, box.x1, box.y1, width=0.2)
        _draw_curve(page, box.inset(look.mm(2), look.mm(1)))
        page.write(f"−2 {low}", "hint", area.x0, box.y1 + look.mm(0.6), area.width)


def _list_abbreviations(sheet: Sheet) -> list[str]:
    return [f"{item.short} = {item.text}" for item in sheet.document.abbreviations]


def _tell_about(sheet: Sheet) -> list[str]:
    project, terms = sheet.project, sheet.terms
    who = [project.name, project.organisation, project.contributors, project.producer]
    who.append(terms.status_line(sheet.document))
    told = [" · ".join(dict.fromkeys(name for name in who if name))]
    told.append(terms.owner_line(project))
    told.append(sheet.document.subtitle or sheet.document.description)
    return [line for line in told if line]


def _write_facts(
    sheet: Sheet, page: SheetPage, area: Area, heading: str, lines: Sequence[str]
) -> None:
    """Write lines of the document below a heading, or lines to write on where it has none."""
    look = page.look
    with page.tagged("Sect"):
        y = write_label(page, area, heading) + look.mm(0.8)
        room = area._replace(y0=y)
        if not lines:
            rule(page, room._replace(y1=min(room.y1, y + _RULED)))
        for line in lines:
            if room.height < look.styles["body"].leading:
                sheet.keep_rest(heading, line)
                continue
            y = write_in_place(
                sheet, page, room, line, "body", label=heading, language=sheet.text_language
            )
            room = room._replace(y0=y + look.mm(0.8))
