"""Tables to fill in: columns with headings, rows that grow with what is known, over pages."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.layout.text import SetText
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import set_choices, write_choices
from blueprint_editor.sheets.workshop.sheet import Sheet

_TALLEST_SHARE = 0.6
"""Of a page that one row may take; what is more goes on at the end of the sheet."""


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        label: its heading.
        weight: share of the table's width.
        choices: words of the boxes to tick in each of its cells; a cell's text is the one ticked.
        stacked: the boxes stand below each other.
        is_ours: its texts are the sheet's own words, not the document's.
        is_strong: its texts name the row.
    """

    label: str
    weight: float
    choices: tuple[str, ...] = ()
    stacked: bool = True
    is_ours: bool = False
    is_strong: bool = False


class Table(NamedTuple):
    """A table to write: ``rows`` are texts in the order of the columns, in mm of height at least.

    Attributes:
        blank_rows: rows to write in are added until there are so many; None = as many as fit.
        pad: above and below the texts of a row, in mm on A4.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    row_height: float
    blank_rows: int | None = None
    pad: float = 1.8


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


def measure_head(page: SheetPage, width: float, columns: Sequence[Column]) -> float:
    """Return the height in mm of the headings of a table."""
    pad = page.look.mm(1.8)
    areas = Area(0.0, 0.0, width, 1.0).columns([column.weight for column in columns])
    texts = [
        page.set_text(column.label, "strong", area.width - 2 * pad)
        for column, area in zip(columns, areas, strict=True)
    ]
    return max(text.height for text in texts) + 2 * pad * 0.75


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
        room = self.area.height
        blank = ("",) * len(self.table.columns)
        done = 0
        while done < len(rows) or fills_page:
            texts = rows[done] if done < len(rows) else blank
            cells, height = self._set_row(texts, room)
            if height > self.area.height + 0.05 and done:
                break
            self._write_row(cells, texts, height)
            lines.append(self.area.y0)
            done += 1
        self._draw_grid(top, lines)
        return rows[done:]

    def _columns(self) -> tuple[Area, ...]:
        return self.area.columns([column.weight for column in self.table.columns])

    def _write_head(self) -> None:
        height = measure_head(self.page, self.area.width, self.table.columns)
        head, self.area = self.area.split_top(height)
        self.page.box(head, fill=self.page.look.panel, radius=0.0)
        with self.page.tagged("TR"):
            areas = head.columns([column.weight for column in self.table.columns])
            for column, area in zip(self.table.columns, areas, strict=True):
                inner = area.inset(self.pad, self.pad * 0.75)
                with self.page.tagged("TH", scope="Column"):
                    self.page.write(column.label, "strong", inner.x0, inner.y0, inner.width)

    def _set_row(self, texts: tuple[str, ...], room: float) -> tuple[list[SetText | None], float]:
        """Set a row's texts; return them and the row's height."""
        page, height = self.page, self.table.row_height
        cells: list[SetText | None] = []
        limit = max(room * _TALLEST_SHARE, page.look.styles["body"].leading)
        for column, area, text in zip(self.table.columns, self._columns(), texts, strict=True):
            done = None
            if column.choices:
                _, boxes = set_choices(
                    page, area.width - 2 * self.pad, column.choices, "body", stacked=column.stacked
                )
                height = max(height, boxes + 2 * self.above)
            elif text:
                language = "" if column.is_ours else self.sheet.text_language
                style = "strong" if column.is_strong else "body"
                width = area.width - 2 * self.pad
                told = language or self.sheet.language
                part, rest = cut(page, text, style, width, limit, told)
                if rest:
                    part, rest = self._keep(column, text, style, width, limit)
                done = page.set_text(part, style, width, language=language)
                height = max(height, done.height + 2 * self.above)
            cells.append(done)
        return cells, height

    def _keep(
        self, column: Column, text: str, style: str, width: float, limit: float
    ) -> tuple[str, str]:
        """Cut a text that is too long for any row; its rest goes on at the end."""
        language = self.sheet.text_language
        more = f" → {self.sheet.kit.continues}"
        shorter = limit - 2 * self.page.look.styles[style].leading
        part, rest = cut(self.page, text, style, width, max(shorter, 1.0), language)
        self.sheet.keep_rest(column.label, rest)
        return part + more, rest

    def _write_row(
        self, cells: list[SetText | None], texts: tuple[str, ...], height: float
    ) -> None:
        row, self.area = self.area.split_top(height)
        areas = row.columns([column.weight for column in self.table.columns])
        with self.page.tagged("TR"):
            for column, area, cell, text in zip(
                self.table.columns, areas, cells, texts, strict=True
            ):
                inner = area.inset(self.pad, self.above)
                with self.page.tagged("TD"):
                    if column.choices:
                        write_choices(
                            self.page, inner, column.choices, chosen=text, style="body",
                            stacked=column.stacked,
                        )  # fmt: skip
                    elif cell is not None:
                        self.page.put(cell, inner.x0, inner.y0)

    def _draw_grid(self, top: float, lines: list[float]) -> None:
        page, area = self.page, self.area
        bottom = lines[-1]
        for y in lines:
            page.line(area.x0, y, area.x1, y, width=0.25)
        for column in area.columns([column.weight for column in self.table.columns]):
            page.line(column.x0, top, column.x0, bottom, width=0.2)
        page.line(area.x1, top, area.x1, bottom, width=0.2)
        page.line(area.x0, top, area.x1, top, width=0.25)
