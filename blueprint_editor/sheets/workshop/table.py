"""Tables to fill in: columns with headings, rows that grow with what is known, over pages."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.text import SetText
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import (
    measure_scale,
    set_choices,
    write_choices,
    write_scale,
)
from blueprint_editor.sheets.workshop.sheet import Sheet

_TALLEST_SHARE = 0.5
"""Of a page that one row may take; what is more goes on at the end of the sheet."""
_MOST_GROWTH = 0.6
"""Of its height by which a row may grow to fill the page."""
_SIGN_SHARE = 0.8
"""Size of a sign in front of a heading, of the line's height."""


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        label: its heading.
        weight: share of the table's width.
        choices: words of the boxes to tick in each of its cells; a cell's text is the one ticked.
        across: so many boxes stand beside each other.
        is_scale: the words are figures in rings rather than boxes with words.
        sign: name of an icon in front of the heading.
        is_ours: its texts are the sheet's own words, not the document's.
        is_strong: its texts name the row.
    """

    label: str
    weight: float
    choices: tuple[str, ...] = ()
    across: int = 1
    is_scale: bool = False
    sign: str = ""
    is_ours: bool = False
    is_strong: bool = False


class Table(NamedTuple):
    """A table to write: ``rows`` are texts in the order of the columns, in mm of height at least.

    Attributes:
        blank_rows: rows to write in are added until there are so many; None = as many as fit.
        pad: above and below the texts of a row, in mm on A4.
        is_centred: texts stand in the middle of a row's height rather than at its top.
        fills_height: the rows of the last page share out what is left below them, up to a point.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    row_height: float
    blank_rows: int | None = None
    pad: float = 1.8
    is_centred: bool = False
    fills_height: bool = False


class _Row(NamedTuple):
    """A row that is set: its texts, and its height in mm."""

    texts: tuple[str, ...]
    cells: list[SetText | None]
    height: float


def write_table(sheet: Sheet, page: SheetPage, area: Area, table: Table) -> tuple[SheetPage, Area]:
    """Write a table from the top of the area over as many pages as it takes.

    Returns the page that it ends on and what is left of it.
    """
    writer = _TableWriter(sheet, page, area, table)
    rows = list(table.rows)
    if table.blank_rows is not None:
        rows += [("",) * len(table.columns)] * (table.blank_rows - len(rows))
    writer.write(rows, fills_page=table.blank_rows is None)
    return writer.page, writer.area


def write_list(sheet: Sheet, page: SheetPage, area: Area, table: Table) -> None:
    """Write a table of what the document holds; where that is nothing, say so and leave rows.

    The sheet's word ``empty`` says what can be written in them.
    """
    if not table.rows:
        y = page.write(sheet.words["empty"], "body", area.x0, area.y0, area.width)
        area = area._replace(y0=y + page.look.mm(3.0))
        table = table._replace(blank_rows=None)
    write_table(sheet, page, area, table)


def measure_head(page: SheetPage, width: float, columns: Sequence[Column]) -> float:
    """Return the height in mm of the headings of a table."""
    pad = page.look.mm(1.8)
    areas = Area(0.0, 0.0, width, 1.0).columns([column.weight for column in columns])
    texts = [
        page.set_text(column.label, "strong", area.width - 2 * pad - _measure_sign(page, column))
        for column, area in zip(columns, areas, strict=True)
    ]
    return max(text.height for text in texts) + 2 * pad * 0.75


def _measure_sign(page: SheetPage, column: Column) -> float:
    return page.look.styles["strong"].leading * _SIGN_SHARE * 1.3 if column.sign else 0.0


class _TableWriter:
    def __init__(self, sheet: Sheet, page: SheetPage, area: Area, table: Table) -> None:
        self.sheet, self.page, self.area, self.table = sheet, page, area, table
        self.pad = page.look.mm(1.8)
        self.above = page.look.mm(table.pad)

    def write(self, rows: list[tuple[str, ...]], *, fills_page: bool) -> None:
        rest = rows
        while True:
            with self.page.tagged("Table"):
                rest = self._write_page(rest, fills_page=fills_page)
            if not rest:
                return
            self.page, self.area = self.sheet.open_page()

    def _write_page(
        self, rows: list[tuple[str, ...]], *, fills_page: bool
    ) -> list[tuple[str, ...]]:
        """Write headings and rows until the page is full; return the rows that are left."""
        top = self.area.y0
        self._write_head()
        lines = [self.area.y0]
        for row in self._set_rows(rows, fills_page=fills_page):
            self._write_row(row)
            lines.append(self.area.y0)
        self._draw_grid(top, lines)
        return rows[len(lines) - 1 :]

    def _set_rows(self, rows: list[tuple[str, ...]], *, fills_page: bool) -> list[_Row]:
        """Set the rows that the page holds, higher where there is room to spare."""
        found: list[_Row] = []
        room = left = self.area.height
        blank = ("",) * len(self.table.columns)
        while len(found) < len(rows) or fills_page:
            row = self._set_row(rows[len(found)] if len(found) < len(rows) else blank, room)
            if row.height > left + 0.05 and found:
                break
            found.append(row)
            left -= row.height
        if len(found) < len(rows) or not (fills_page or self.table.fills_height):
            return found
        # What is blank grows first, as it is to be written in.
        growing = [row for row in found if row.texts == blank] or found
        more = max(left, 0.0) / max(len(growing), 1)
        if self.table.fills_height:
            more = min(more, growing[0].height * _MOST_GROWTH)
        grown = {id(row) for row in growing}
        return [
            row._replace(height=row.height + more) if id(row) in grown else row for row in found
        ]

    def _columns(self) -> tuple[Area, ...]:
        return self.area.columns([column.weight for column in self.table.columns])

    def _write_head(self) -> None:
        page = self.page
        height = measure_head(page, self.area.width, self.table.columns)
        head, self.area = self.area.split_top(height)
        page.box(head, fill=page.look.panel, radius=0.0)
        with page.tagged("TR"):
            areas = head.columns([column.weight for column in self.table.columns])
            for column, area in zip(self.table.columns, areas, strict=True):
                inner = area.inset(self.pad, self.pad * 0.75)
                if column.sign:
                    line = page.look.styles["strong"].leading
                    size = line * _SIGN_SHARE
                    colour = page.look.theme.marks[column.sign]
                    top = inner.y0 + (line - size) / 2
                    page.draw(draw_icon(column.sign, inner.x0, top, size, colour))
                    inner = inner._replace(x0=inner.x0 + _measure_sign(page, column))
                told = page.tagged("TH", scope="Column") if column.label else page.tagged("TD")
                with told:
                    page.write(column.label, "strong", inner.x0, inner.y0, inner.width)

    def _set_row(self, texts: tuple[str, ...], room: float) -> _Row:
        """Set a row's texts and find its height."""
        page, height = self.page, self.table.row_height
        cells: list[SetText | None] = []
        most = min(page.area.height * _TALLEST_SHARE, room - 2 * self.above)
        limit = max(most, page.look.styles["body"].leading)
        for column, area, text in zip(self.table.columns, self._columns(), texts, strict=True):
            done = None
            width = area.width - 2 * self.pad
            if column.choices:
                height = max(height, self._measure_choices(column, width) + 2 * self.above)
            elif text:
                language = "" if column.is_ours else self.sheet.text_language
                style = "strong" if column.is_strong else "body"
                told = language or self.sheet.language
                part, rest = cut(page, text, style, width, limit, told, spare_hyphens=True)
                if rest:
                    part, rest = self._keep(column, text, style, width, limit)
                done = page.set_text(part, style, width, language=language, spare_hyphens=True)
                height = max(height, done.height + 2 * self.above)
            cells.append(done)
        return _Row(texts, cells, height)

    def _measure_choices(self, column: Column, width: float) -> float:
        if column.is_scale:
            return measure_scale(self.page, width, column.choices)
        return set_choices(self.page, width, column.choices, "body", across=column.across)[1]

    def _keep(
        self, column: Column, text: str, style: str, width: float, limit: float
    ) -> tuple[str, str]:
        """Cut a text that is too long for any row; its rest goes on at the end."""
        language = self.sheet.text_language
        more = f" → {self.sheet.kit.continues}"
        shorter = limit - 2 * self.page.look.styles[style].leading
        part, rest = cut(
            self.page, text, style, width, max(shorter, 1.0), language, spare_hyphens=True
        )
        self.sheet.keep_rest(column.label, rest)
        return part + more, rest

    def _write_row(self, written: _Row) -> None:
        row, self.area = self.area.split_top(written.height)
        areas = row.columns([column.weight for column in self.table.columns])
        with self.page.tagged("TR"):
            for column, area, cell, text in zip(
                self.table.columns, areas, written.cells, written.texts, strict=True
            ):
                with self._tag_cell(column, text):
                    self._write_cell(column, area.inset(self.pad, self.above), cell, text)

    def _tag_cell(self, column: Column, text: str) -> AbstractContextManager[None]:
        """Tag a cell; what is written in the first column names the row."""
        if column is self.table.columns[0] and text.strip() and not column.choices:
            return self.page.tagged("TH", scope="Row")
        return self.page.tagged("TD")

    def _write_cell(self, column: Column, inner: Area, cell: SetText | None, text: str) -> None:
        page = self.page
        if column.is_scale:
            write_scale(page, inner, column.choices, chosen=text)
        elif column.choices:
            write_choices(page, inner, column.choices, chosen=text, across=column.across)
        elif cell is not None:
            spare = (inner.height - cell.height) / 2 if self.table.is_centred else 0.0
            page.put(cell, inner.x0, inner.y0 + spare)

    def _draw_grid(self, top: float, lines: list[float]) -> None:
        page, area = self.page, self.area
        bottom = lines[-1]
        for y in lines:
            page.line(area.x0, y, area.x1, y, width=0.25)
        for column in area.columns([column.weight for column in self.table.columns]):
            page.line(column.x0, top, column.x0, bottom, width=0.2)
        page.line(area.x1, top, area.x1, bottom, width=0.2)
        page.line(area.x0, top, area.x1, top, width=0.25)
