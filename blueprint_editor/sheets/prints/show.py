"""Slides under way: a title, a foot, rows and columns that go on where a slide is full."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip, cut
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIZES = tuple(points / 22.0 for points in (32, 30, 28, 26, 24, 22))
"""Of the text, as shares of the smallest."""
_BAR, _BELOW_BAR = 1.2, 0.8
"""Height of the bar over a column and what is left below it, in mm on A4."""


class Cell(NamedTuple):
    """A text of a row or column.

    Attributes:
        marks: a quiet line below it.
        is_gap: it says what is missing.
        is_alarming: the line below it warns.
    """

    text: str
    style: str = "body"
    marks: str = ""
    is_gap: bool = False
    is_alarming: bool = False


class Slide:
    """One slide; ``area`` is what is left of it, ``scale`` how large its text is."""

    def __init__(self, sheet: Sheet, page: SheetPage, area: Area, scale: float) -> None:
        self.sheet, self.page, self.area, self.scale = sheet, page, area, scale

    def find_style(self, name: str) -> TextStyle:
        """Return a style of the look's in the size of this slide's text."""
        style = self.sheet.look.styles[name]
        return style._replace(size=style.size * self.scale, leading=style.leading * self.scale)

    def mm(self, value: float) -> float:
        """Scale a distance that is given in mm for A4 text."""
        return self.sheet.look.mm(value) * self.scale

    def clip(self, text: str, style: TextStyle | str, width: float, lines: int) -> str:
        """Return a text that takes at most so many lines."""
        return clip(self.page, text, style, width, lines, self.sheet.text_language)

    def clip_height(self, text: str, width: float, lines: int) -> float:
        """Return the height of a note that takes at most so many lines."""
        told = self.clip(text, "note", width, lines)
        return self.page.set_text(told, "note", width).height if told.strip() else 0.0

    def write_clipped(self, text: str, area: Area, lines: int, language: str) -> float:
        """Write a note that takes at most so many lines; return the y below it."""
        told = self.clip(text, "note", area.width, lines)
        return self.page.write(told, "note", area.x0, area.y0, area.width, language=language)

    def write_note(self, text: str) -> None:
        """Write in the sheet's own words what there is not."""
        area = self.area
        style = self.find_style("body")
        y = self.page.write(text, style, area.x0, area.y0, area.width)
        self.area = area._replace(y0=y + self.sheet.look.gap)


class Show:
    """All slides of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.count = 0
        self.scale = 1.0

    def write_large(self, write: "Callable[[Show], None]") -> None:
        """Write slides in one size, the largest that takes no more of them than the smallest."""

        def count(scale: float) -> int:
            trial = Show(self.sheet.make_trial())
            trial.scale = scale
            write(trial)
            return trial.count

        fewest = count(1.0)
        self.scale = next((scale for scale in _SIZES[:-1] if count(scale) <= fewest), 1.0)
        write(self)
        self.scale = 1.0

    def open_plain(self) -> Slide:
        """Begin a slide without title and foot."""
        self.count += 1
        page, area = self.sheet.open_page(banded=False)
        return Slide(self.sheet, page, area, self.scale)

    def open(self, title: str, *, is_continued: bool = False) -> Slide:
        """Begin a slide with a title in at most two lines, and a foot."""
        slide = self.open_plain()
        page, look, sheet = slide.page, self.sheet.look, self.sheet
        area = slide.area
        head = f"{title} {sheet.words['continued']}" if is_continued else title
        if not is_continued:
            page.bookmark(title, 1)
        told = clip(page, head, "title", area.width, 2, sheet.text_language)
        if told != head and not is_continued:
            sheet.keep_rest(told, title)
        y = page.write(
            told, "title", area.x0, area.y0, area.width, role="H2",
            language=sheet.text_language, balance=True,
        )  # fmt: skip
        y += look.mm(2.0)
        page.draw([Rectangle(area.x0, y, look.mm(14), look.mm(0.9), look.navy)])
        foot = self._write_foot(slide)
        page.begin_group()
        slide.area = area._replace(y0=y + look.mm(4), y1=foot - look.mm(1.5))
        return slide

    def _write_foot(self, slide: Slide) -> float:
        """Write the document's name and the slide's number; return the y above them."""
        page, area = slide.page, slide.area
        number = page.set_text(str(self.count), "note", area.width)
        y = area.y1 - number.height
        width = area.width - number.width - self.sheet.look.mm(6)
        told = slide.clip(self.sheet.document.title, "note", width, 1)
        language = self.sheet.text_language
        page.write(told, "note", area.x0, y, width, language=language, is_aside=True)
        page.put(number, area.x1 - number.width, y, is_aside=True)
        return y

    def write_rows(
        self,
        slide: Slide,
        title: str,
        rows: Sequence[Sequence[Cell]],
        weights: Sequence[float],
        head: Sequence[Cell] = (),
    ) -> Slide:
        """Write rows of cells, on further slides where one is full; return the last slide."""
        self._write_head(slide, head, weights)
        for row in rows:
            left = list(row)
            while any(cell.text.strip() or cell.marks for cell in left):
                if self._measure_row(slide, left, weights) > slide.area.height and (
                    slide.area.height < self._room(slide) * 0.99
                ):
                    slide = self.open(title, is_continued=True)
                    self._write_head(slide, head, weights)
                left = self._write_row(slide, left, weights)
                if any(cell.text.strip() for cell in left):
                    slide = self.open(title, is_continued=True)
            slide.area = slide.area._replace(y0=min(slide.area.y0 + slide.mm(2.2), slide.area.y1))
        return slide

    def _write_head(self, slide: Slide, head: Sequence[Cell], weights: Sequence[float]) -> None:
        if head:
            self._write_row(slide, head, weights, "heading")
            slide.area = slide.area._replace(y0=slide.area.y0 + slide.mm(1.6))

    def _room(self, slide: Slide) -> float:
        """Return the height in mm of a slide below its title, roughly."""
        look = self.sheet.look
        return slide.page.area.height - 2 * look.margin - 3 * look.styles["title"].leading

    def _columns(self, slide: Slide, weights: Sequence[float]) -> tuple[Area, ...]:
        return slide.area.columns(weights, self.sheet.look.gap)

    def _style(self, slide: Slide, cell: Cell, style: str) -> TextStyle:
        return slide.find_style(style or ("strong" if cell.is_gap else cell.style))

    def _marks_style(self, slide: Slide, cell: Cell) -> TextStyle:
        look = self.sheet.look
        if not cell.is_alarming:
            return slide.find_style("note")
        red = look.ink if look.greyscale else look.theme.marks["critical_point"]
        return slide.find_style("note_strong")._replace(colour=red)

    def _measure_row(self, slide: Slide, cells: Sequence[Cell], weights: Sequence[float]) -> float:
        columns = self._columns(slide, weights)
        return max(
            self._measure_cell(slide, cell, area.width)
            for cell, area in zip(cells, columns, strict=True)
        )

    def _measure_cell(self, slide: Slide, cell: Cell, width: float) -> float:
        language = self.sheet.text_language
        text = slide.page.set_text(
            cell.text[:4000], self._style(slide, cell, ""), width, language=language,
            spare_hyphens=True,
        ).height  # fmt: skip
        marks = slide.page.set_text(cell.marks, self._marks_style(slide, cell), width).height
        return (text if cell.text.strip() else 0.0) + (marks if cell.marks else 0.0)

    def _write_row(
        self, slide: Slide, cells: Sequence[Cell], weights: Sequence[float], style: str = ""
    ) -> list[Cell]:
        """Write a row as far as the slide has room; return the cells with what is left."""
        rest, bottom = [], slide.area.y0
        with slide.page.tagged("Sect"):
            for cell, area in zip(cells, self._columns(slide, weights), strict=True):
                y, left = self._write_cell(slide, cell, area, style)
                bottom = max(bottom, y)
                rest.append(left)
        slide.area = slide.area._replace(y0=min(bottom, slide.area.y1))
        return rest

    def _write_cell(
        self, slide: Slide, cell: Cell, area: Area, style: str = ""
    ) -> tuple[float, Cell]:
        page, language, told = slide.page, self.sheet.text_language, self._style(slide, cell, style)
        y, rest = area.y0, ""
        if cell.text.strip():
            height = max(area.height, told.leading)
            part, rest = cut(
                page, cell.text, told, area.width, height, language, spare_hyphens=True
            )
            y = page.write(
                part, told, area.x0, y, area.width, language=language, spare_hyphens=True
            )
        if rest:
            return y, cell._replace(text=rest)
        if cell.marks:
            marks = self._marks_style(slide, cell)
            if area.y0 < y and area.y1 - y < marks.leading:
                return y, cell._replace(text="")
            height = max(area.y1 - y, marks.leading)
            part, left = cut(page, cell.marks, marks, area.width, height, language)
            y = page.write(part, marks, area.x0, y, area.width, language=language)
            return y, cell._replace(text="", marks=left)
        return y, Cell("")

    def write_columns(
        self, title: str, columns: Sequence[tuple[str, str, Sequence[Cell]]], nothing: str
    ) -> None:
        """Write columns (name, colour, texts) beside each other, over as many slides as need be."""
        queues = [list(cells) for _, _, cells in columns]
        is_continued = False
        while True:
            slide = self.open(title, is_continued=is_continued)
            areas = slide.area.columns([1.0] * len(columns), self.sheet.look.mm(5))
            top = max(
                self._find_column_top(slide, area, name)
                for (name, _, _), area in zip(columns, areas, strict=True)
            )
            for number, queue in enumerate(queues):
                name, colour, _ = columns[number]
                self._write_column_head(slide, areas[number], name, colour)
                area = areas[number]._replace(y0=top)
                if not columns[number][2]:
                    slide.page.write(
                        nothing, slide.find_style("hint"), area.x0, area.y0, area.width
                    )
                slide.page.begin_group()
                queues[number] = self._fill_column(slide, area, queue)
            if not any(queues):
                return
            is_continued = True

    def _find_column_top(self, slide: Slide, area: Area, name: str) -> float:
        """Return the y below the head of a column, in mm."""
        look, style = self.sheet.look, slide.find_style("heading")
        height = slide.page.set_text(name, style, area.width).height if name.strip() else 0.0
        return area.y0 + look.mm(_BAR + _BELOW_BAR) + height + look.mm(1.2)

    def _write_column_head(self, slide: Slide, area: Area, name: str, colour: str) -> None:
        look, page = self.sheet.look, slide.page
        fill = look.ink if look.greyscale else colour
        page.draw([Rectangle(area.x0, area.y0, area.width, look.mm(_BAR), fill)])
        y, style = area.y0 + look.mm(_BAR + _BELOW_BAR), slide.find_style("heading")
        page.write(name, style, area.x0, y, area.width, role="H3")

    def _fill_column(self, slide: Slide, area: Area, queue: Sequence[Cell]) -> list[Cell]:
        """Write what the column has room for; return the rest."""
        left = list(queue)
        top = area.y0
        with slide.page.tagged("L"):
            while left:
                height = self._measure_cell(slide, left[0], area.width)
                if height > area.height and area.y0 > top:
                    break
                with slide.page.tagged("LI"), slide.page.tagged("LBody"):
                    y, rest = self._write_cell(slide, left[0], area)
                area = area._replace(y0=min(y + slide.mm(2.0), area.y1))
                if rest.text.strip() or rest.marks:
                    return [rest, *left[1:]]
                left.pop(0)
        return left
