"""The causal map as a print: the map on the whole page, below it its signs and its loops."""

from collections.abc import Sequence
from typing import Final

from blueprint_editor.drawing.primitives import Point
from blueprint_editor.language.causal_words import find_causal_words
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.causal_drawing import PageMap, explain_signs, list_loops
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_FEW: Final = 3
_SIGNS: Final = 62.0
"""Room in mm on A4 for what the signs mean."""
_MOST, _MOST_FOR_ALL = 0.3, 0.42
"""Share of the page that the loops may take, or all that the map leaves; the rest of them goes on
at the end. They take some more where all of them have room then."""
_LEAST_UNIT: Final = 0.65
"""Of a map whose words are read at arm's length; a smaller one has the page to itself."""


def make_causal_sheet(sheet: Sheet) -> None:
    """Make the print of the document's map, whatever else is to be filled in."""
    page, area = sheet.open_page(has_meta=False)
    look = page.look
    y = page.write(
        sheet.document.title, "strong", area.x0, area.y0, area.width,
        language=sheet.text_language, role="P",
    )  # fmt: skip
    area = area._replace(y0=y + look.gap)
    known = sheet.document.causal_map
    if known is None or not known.nodes:
        page.write(sheet.words["empty"], "body", area.x0, area.y0, area.width)
        return
    loops = list_loops(sheet) or (find_causal_words(sheet.language).no_loops,)
    foot = _Foot(sheet, page, area.width, loops)
    page_map = PageMap(sheet, page)
    room, below = area.split_bottom(_choose_height(page_map, foot, area, look.gap), look.gap)
    page.begin_group(room)
    page_map.draw(room)
    page.begin_group(below)
    foot.write(below)


def _choose_height(page_map: PageMap, foot: "_Foot", area: Area, gap: float) -> float:
    """Return the foot's height in mm: with all loops, or fewer where the map needs the room."""
    left = area.height - gap - page_map.find_height(area.width)
    most = max(area.height * _MOST, left)
    wished = [foot.height] if foot.height <= max(area.height * _MOST_FOR_ALL, left) else []
    for height in (*wished, min(foot.height, most)):
        if page_map.find_unit(area.split_bottom(height, gap)[0]) >= _LEAST_UNIT:
            return height
    return foot.least


class _Foot:
    """What the signs mean, and beside that the loops in two columns."""

    def __init__(self, sheet: Sheet, page: SheetPage, width: float, loops: Sequence[str]) -> None:
        self._sheet, self._page, self._loops = sheet, page, loops
        look = page.look
        self._gap = look.mm(1.0)
        self._columns = 2 if len(loops) > _FEW else 1
        room = Area(0.0, 0.0, width - look.mm(_SIGNS) - look.gap, 1.0)
        self._width = room.columns([1.0] * self._columns, look.gap)[0].width
        self._texts = [page.set_text(loop, "body", self._width) for loop in loops]
        self._heading = look.styles["heading"].leading
        heights = [text.height + self._gap for text in self._texts]
        # How many stand in the first column, so that both end at about one height.
        self._first, tallest = len(loops), sum(heights)
        if self._columns > 1:
            sides = ((n, max(sum(heights[:n]), sum(heights[n:]))) for n in range(len(loops) + 1))
            self._first, tallest = min(sides, key=lambda side: side[1])
        self.least = self._heading + look.styles["body"].leading * 2 + look.mm(2.4)
        self.height = max(self._heading + tallest, self.least)

    def write(self, area: Area) -> None:
        """Write both; loops without room go on at the end of the sheet."""
        page, words, look = self._page, self._sheet.words, self._page.look
        signs, loops = area.split_left(look.mm(_SIGNS), look.gap)
        with page.tagged("Sect"):
            y = page.write(words["signs"], "heading", signs.x0, signs.y0, signs.width, role="H2")
            explain_signs(page, signs._replace(y0=y), words["plus"], words["minus"])
        columns = list(loops._replace(y0=loops.y0 + self._heading).columns(
            [1.0] * self._columns, look.gap))  # fmt: skip
        spots = self._place_loops(columns)
        with page.tagged("Sect"):
            page.write(words["loops"], "heading", loops.x0, loops.y0, loops.width, role="H2")
            with page.tagged("L"):
                for text, (x, y) in zip(self._texts, spots, strict=False):
                    with page.tagged("LI"), page.tagged("LBody"):
                        page.put(text, x, y, role=None)
            if len(spots) < len(self._texts):
                self._go_on(len(spots), columns[-1])

    def _place_loops(self, columns: Sequence[Area]) -> list[Point]:
        """Return where the loops stand, one after another, as many as there is room for."""
        is_whole = columns[0].height + self._heading >= self.height - 0.01
        spots: list[Point] = []
        left = list(columns)
        y = left[0].y0
        for number, text in enumerate(self._texts):
            is_full = y + text.height > left[0].y1 + 0.01
            if (is_full or (is_whole and number == self._first)) and len(left) > 1:
                del left[0]
                y = left[0].y0
            if y + text.height > left[0].y1 + 0.01:
                break
            spots.append((left[0].x0, y))
            y += text.height + self._gap
        return spots

    def _go_on(self, count: int, column: Area) -> None:
        """Tell beside the heading that the loops after the first ``count`` go on at the end."""
        page, sheet = self._page, self._sheet
        more = page.set_text(f"→ {sheet.kit.continues}", "note", column.width, align="right")
        page.put(more, column.x0, column.y0 - (self._heading + more.height) / 2)
        for loop in self._loops[count:]:
            sheet.keep_rest(sheet.words["loops"], loop)
