"""One workshop sheet under way: its pages, and what goes on at the end."""

from collections import Counter
from collections.abc import Callable, Sequence
from copy import copy
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import measure_foot, write_foot, write_top
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.guide import (
    write_instructions,
    write_questions_below,
    write_side,
)
from blueprint_editor.sheets.workshop.inputs import SheetInputs
from blueprint_editor.sheets.workshop.page import SheetPage


class _Bands(NamedTuple):
    """What stands around a page; ``part`` names the booklet that it belongs to, by its number."""

    are_shown: bool
    no_names: bool
    part: str
    booklet: int


class Sheet(SheetInputs):
    """Makes pages with the kit's bands and gives them numbers at the end.

    Args:
        request: what is wanted.
        size: of the pages, width and height in mm.
        words: where they are not the kit's words of the sheet asked for.
        no_names: print the line that asks for no real names on the pages opened from now on.
        body, margin: of the text in points and of the page in mm, where a sheet asks for others.
    """

    def __init__(
        self,
        request: SheetRequest,
        size: tuple[float, float],
        *,
        words: SheetWords | None = None,
        no_names: bool = True,
        body: float | None = None,
        margin: float | None = None,
    ) -> None:
        super().__init__(request, size, words, body, margin)
        self.no_names = no_names
        self._booklet = 0
        self._pages: list[tuple[SheetPage, _Bands]] = []

    def make_trial(self) -> "Sheet":
        """Return a sheet like this one without pages, to see what something takes."""
        trial = copy(self)
        vars(trial).update(_pages=[], rest=[])
        return trial

    def find_roomy(
        self,
        write: Callable[["Sheet", float], None],
        shares: Sequence[float],
        *,
        on_one_page: bool = False,
    ) -> float:
        """Return the first of the shares of the usual distances with which nothing is left over.

        ``on_one_page``: nor goes on on a second page.
        """
        for share in shares[:-1]:
            trial = self.make_trial()
            write(trial, share)
            if not trial.rest and not (on_one_page and trial.count_pages() > 1):
                return share
        return shares[-1]

    def count_pages(self) -> int:
        return len(self._pages)

    def begin_part(self, name: str) -> None:
        """Let the pages from now on be a booklet of their own, with numbers from 1."""
        self._write_rest()
        self.part = name
        self._booklet += 1

    def open_page(
        self, *, banded: bool = True, is_first: bool = False, has_meta: bool = True
    ) -> tuple[SheetPage, Area]:
        """Begin a page; return it and the area between its bands.

        ``is_first`` gives it the full title, as the first page of the sheet always has, with
        project, number, date and group if it ``has_meta``.
        """
        number = len(self._pages) + 1
        key = f"{self.request.sheet}.{number}"
        page = SheetPage(key, self.size, self.look, self.request.typesetter, self.language)
        if not self._pages or self._pages[-1][1].booklet != self._booklet:
            page.bookmark(self.coded_heading)
        self._pages.append((page, _Bands(banded, self.no_names, self.part, self._booklet)))
        area = page.area.inset(self.look.margin)
        if not banded:
            return page, area
        area = write_top(self, page, area, is_first=is_first or number == 1, has_meta=has_meta)
        page.begin_group()
        foot = measure_foot(self, page, no_names=self.no_names)
        return page, area._replace(y1=area.y1 - foot - self.look.gap)

    def open_with_guide(self, *, side: float = 0.0) -> tuple[SheetPage, Area]:
        """Begin a page with the full title; return it and what the guide leaves of it.

        ``side`` is the width in mm of their column at the right where the page has one; without
        questions they need no column.
        """
        page, area = self.open_page(is_first=True)
        if side and self.questions:
            area, column = area.split_right(side, self.look.gap)
            write_side(self, page, column)
        else:
            area = write_instructions(self, page, area)
            if self.questions:
                area = write_questions_below(self, page, area)
        page.begin_group()
        return page, area

    def finish(self) -> tuple[Drawing, ...]:
        """Add what went on at the end, number the pages and return them."""
        self._write_rest()
        counts = Counter(bands.booklet for _, bands in self._pages)
        numbers: Counter[int] = Counter()
        drawings = []
        for page, bands in self._pages:
            self.part = bands.part
            numbers[bands.booklet] += 1
            if bands.are_shown:
                number, count = numbers[bands.booklet], counts[bands.booklet]
                write_foot(self, page, number, count, no_names=bands.no_names)
            drawings.append(page.finish(self.name, self.request.pictures))
        return tuple(drawings)

    def _write_rest(self) -> None:
        page: SheetPage | None = None
        area = Area(0.0, 0.0, 0.0, 0.0)
        heading = self.look.styles["heading"].leading
        for label, text in self.rest:
            rest = text
            while rest:
                if page is None or area.height < heading + 2 * self.look.styles["body"].leading:
                    page, area = self._open_rest()
                y = page.write(label, "heading", area.x0, area.y0, area.width, role="H3")
                width = min(area.width, self.look.mm(190))
                room = area.y1 - y
                part, rest = cut(page, rest, "body", width, room, self.text_language)
                y = page.write(part, "body", area.x0, y, width, language=self.text_language)
                area = area._replace(y0=y + self.look.gap if not rest else area.y1)
        self.rest.clear()

    def _open_rest(self) -> tuple[SheetPage, Area]:
        page, area = self.open_page()
        y = page.write(self.kit.continued, "large", area.x0, area.y0, area.width, role="H2")
        return page, area._replace(y0=y + self.look.gap)
