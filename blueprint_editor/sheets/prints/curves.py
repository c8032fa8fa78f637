"""The curves of feelings, now and in a version before, and of self-ratings before and after."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Path, Primitive, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.layout.lanes import smooth
from blueprint_editor.model.curves import CurvePoint, list_feelings, list_ratings
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.naming import name_variant
from blueprint_editor.sheets.versions import find_version
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_MOST_POINTS = 24
"""Beside each other, so that their codes can be read."""
_HEIGHT = 52.0
_LABEL = 24.0
_ROW = 9.0


class _Chart(NamedTuple):
    """One chart: ``levels`` are (value, word) from the lowest, ``names`` of the two lines."""

    title: str
    levels: Sequence[tuple[int, str]]
    names: tuple[str, str]
    points: Sequence[CurvePoint]


def make_curves(sheet: Sheet) -> None:
    """Make the charts, and below them a table of what they show."""
    page, area = sheet.open_page(has_meta=False)
    area = write_instructions(sheet, page, area)
    version = _find_before(sheet)
    charts = list(_iter_charts(sheet, version))
    if not charts:
        page.write(sheet.words["empty"], "body", area.x0, area.y0, area.width)
        return
    height = page.look.mm(_HEIGHT)
    for chart in charts:
        if area.height < height:
            page, area = sheet.open_page()
        page.begin_group()
        room, area = area.split_top(height, page.look.gap)
        _Painter(sheet, page, room, chart).paint()
    _write_values(sheet, page, area, charts)


def _find_before(sheet: Sheet) -> Snapshot | None:
    """Return the version that is asked for, else the newest in which something was felt else."""
    document = sheet.document
    if sheet.request.since:
        return find_version(document, sheet.request.since)
    now = list_feelings(document)
    versions = document.snapshots if isinstance(document, Document) else ()
    for version in reversed(versions):
        told = list_feelings(document, version.document)
        if any(curve.has_before for curve in told) and list_feelings(version.document) != now:
            return version
    return None


def _iter_charts(sheet: Sheet, version: Snapshot | None) -> Iterator[_Chart]:
    document, words, terms = sheet.document, sheet.words, sheet.terms
    before: DocumentContent | None = version.document if version is not None else None
    names = (version.name if version is not None else "", words["now"])
    levels = tuple(sorted(terms.emotions.items()))
    lanes = {lane.id: lane.name for lane in document.lanes}
    variants = {variant.id: name_variant(variant) for variant in document.variants}
    for curve in list_feelings(document, before):
        of = (lanes[curve.lane], variants.get(curve.variant or "", ""))
        title = " · ".join(filter(None, (words["feelings"], *of)))
        yield from _split(_Chart(title, levels, names, curve.points))
    ratings = list_ratings(document)
    if ratings:
        scale = tuple((n, str(n)) for n in range(1, 6))
        told = (words["before"], words["after"])
        yield from _split(_Chart(words["ratings"], scale, told, ratings))


def _split(chart: _Chart) -> Iterator[_Chart]:
    """Yield a chart in parts of so many points as can stand beside each other."""
    parts = -(-len(chart.points) // _MOST_POINTS)
    size = -(-len(chart.points) // parts)
    for start in range(0, len(chart.points), size):
        yield chart._replace(points=chart.points[start : start + size])


class _Painter:
    """Puts one chart on a page: a figure that is told in words."""

    def __init__(self, sheet: Sheet, page: SheetPage, area: Area, chart: _Chart) -> None:
        self._sheet, self._page, self._chart = sheet, page, chart
        look = page.look
        y = page.write(chart.title, "strong", area.x0, area.y0, area.width * 0.62, role="H2",
                       language=sheet.text_language)  # fmt: skip
        self._title_y = area.y0
        left = area.x0 + look.mm(_LABEL)
        foot = look.styles["note"].leading
        top = max(y, area.y0) + look.mm(2.5)
        self._plot = Area(left, top, area.x1, area.y1 - foot - look.mm(1.5))
        self._right = area.x1

    def paint(self) -> None:
        self._write_legend()
        shapes = [*self._draw_axis(), *self._draw_codes()]
        shapes += [*self._draw_line(is_now=False), *self._draw_line(is_now=True)]
        self._page.figure(self._tell(), shapes)

    def _x(self, number: int) -> float:
        return self._plot.x0 + self._plot.width * (number + 0.5) / len(self._chart.points)

    def _y(self, value: int) -> float:
        lowest, highest = self._chart.levels[0][0], self._chart.levels[-1][0]
        share = (value - lowest) / (highest - lowest)
        return self._plot.y1 - self._plot.height * (0.06 + 0.88 * share)

    def _draw_axis(self) -> Iterator[Primitive]:
        page, look = self._page, self._page.look
        for value, word in self._chart.levels:
            y = self._y(value)
            page.line(self._plot.x0, y, self._plot.x1, y, width=0.15)
            text = page.set_text(word, "note", look.mm(_LABEL - 2))
            x = self._plot.x0 - look.mm(2) - text.width
            yield from text.placed_at(x, y - text.height / 2)

    def _draw_codes(self) -> Iterator[Primitive]:
        page, codes = self._page, self._sheet.derived.card_codes
        for number, point in enumerate(self._chart.points):
            text = page.set_text(codes.get(point.card, ""), "note", page.look.mm(20))
            x = self._x(number) - text.width / 2
            yield from text.placed_at(x, self._plot.y1 + page.look.mm(1.0))

    def _write_legend(self) -> None:
        """Write what the two lines are at the right of the title."""
        page, look = self._page, self._page.look
        x = self._right
        for name, is_now in ((self._chart.names[1], True), (self._chart.names[0], False)):
            if not name:
                continue
            text = page.set_text(name, "note", look.mm(90), language=self._sheet.text_language)
            x -= text.width
            page.put(text, x, self._title_y)
            middle = self._title_y + look.styles["note"].leading / 2
            sample = ((x - look.mm(14), middle), (x - look.mm(2), middle))
            page.draw([self._trace(sample, is_now=is_now), self._dot(*sample[0], is_now=is_now)])
            x -= look.mm(22)

    def _draw_line(self, *, is_now: bool) -> list[Primitive]:
        places = [
            (self._x(number), self._y(value))
            for number, point in enumerate(self._chart.points)
            if (value := point.now if is_now else point.before) is not None
        ]
        dots: list[Primitive] = [self._dot(x, y, is_now=is_now) for x, y in places]
        return [self._trace(places, is_now=is_now), *dots] if len(places) > 1 else dots

    def _trace(self, places: Sequence[tuple[float, float]], *, is_now: bool) -> Path:
        look = self._page.look
        dash = () if is_now else (look.mm(2.4), look.mm(1.6))
        stroke = Stroke(self._colour(is_now=is_now), look.mm(0.8 if is_now else 0.55), dash)
        return Path(smooth(tuple(places)), None, stroke)

    def _dot(self, x: float, y: float, *, is_now: bool) -> Path:
        look, colour = self._page.look, self._colour(is_now=is_now)
        fill = colour if is_now else "#FFFFFF"
        return Path(trace_circle(x, y, look.mm(1.4)), fill, Stroke(colour, look.mm(0.5)))

    def _colour(self, *, is_now: bool) -> str:
        return self._page.look.navy if is_now else self._page.look.quiet

    def _tell(self) -> str:
        """Return the chart in words: each card with both values."""
        codes, words = self._sheet.derived.card_codes, dict(self._chart.levels)
        told = (
            f"{codes.get(point.card, '')}: {_tell_change(point, words)}"
            for point in self._chart.points
        )
        return f"{self._chart.title}. {'; '.join(told)}"


def _tell_change(point: CurvePoint, words: Mapping[int, str]) -> str:
    values = [words[value] for value in (point.before, point.now) if value is not None]
    return " → ".join(dict.fromkeys(values))


def _write_values(sheet: Sheet, page: SheetPage, area: Area, charts: Sequence[_Chart]) -> None:
    """Write a line for each card of each chart."""
    cards, codes = sheet.derived.cards, sheet.derived.card_codes
    rows = []
    for chart in charts:
        words = dict(chart.levels)
        for point in chart.points:
            text = " ".join(cards[point.card].text.split())
            values = (words.get(value, "") if value is not None else ""
                      for value in (point.before, point.now))  # fmt: skip
            rows.append((f"{codes.get(point.card, '')} {text}", chart.title, *values))
    titles = sheet.words
    columns = (
        Column(titles["card"], 3.2), Column(titles["curve"], 2.0),
        Column(_begin(titles["before"]), 1.0), Column(_begin(titles["after_or_now"]), 1.0),
    )  # fmt: skip
    page.begin_group()
    if area.height < page.look.mm(3 * _ROW):
        page, area = sheet.open_page()
    write_table(sheet, page, area, Table(columns, rows, page.look.mm(_ROW), 0, pad=1.2))


def _begin(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
