"""A comment round as a spreadsheet: every text is text, whatever it begins with."""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from blueprint_editor.export.round.rows import Round
from blueprint_editor.export.twin.looks import LIGHT
from blueprint_editor.export.zip_moments import FIRST_MOMENT, fix_moments

_WIDTHS = (8, 24, 24, 52, 60, 24)
"""Of the columns, in characters."""
_MOST_LETTERS = 32_000
"""A cell holds no more than 32,767."""
_FILLED_IN = 4
"""The first column that is filled in."""


def write_sheet(told: Round, created: datetime | None) -> bytes:
    """Return the workbook; the same arguments give the same bytes."""
    moment = max(created or FIRST_MOMENT, FIRST_MOMENT).astimezone(UTC)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = told.words.columns[_FILLED_IN]
    for text, height, font in (
        (told.title, 24, Font(bold=True, size=15)),
        (told.words.instructions, 48, Font(size=11)),
        (told.version, 16, Font(size=10, color="555555")),
    ):
        _add_line(sheet, text, height, font)
    _add_row(sheet, told.words.columns, is_head=True)
    for row in told.rows:
        _add_row(sheet, (*row, "", ""), is_head=False)
    _set_page(sheet)
    book.properties.title = told.title[:255]
    book.properties.identifier = told.key
    book.properties.language = told.language
    book.properties.creator = ""
    book.properties.created = book.properties.modified = moment.replace(tzinfo=None)
    file = BytesIO()
    book.save(file)
    return fix_moments(file.getvalue(), moment, told_in="docProps/core.xml")


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - only merged ones are others
    if text:
        cut = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
        cell.value = cut
        # openpyxl takes "=1+1" for a formula, and Excel does once such a cell is edited.
        cell.data_type = "s"
        cell.quotePrefix = cut.startswith(("=", "+", "-", "@"))
    return cell


def _add_line(sheet: Worksheet, text: str, height: float, font: Font) -> None:
    row = sheet.max_row + 1 if sheet["A1"].value else 1
    cell = _put(sheet, row, 1, text)
    cell.font = font
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_WIDTHS))
    sheet.row_dimensions[row].height = height


def _add_row(sheet: Worksheet, texts: tuple[str, ...], *, is_head: bool) -> None:
    row = sheet.max_row + 1
    side = Side("thin", LIGHT.rule.removeprefix("#"))
    for column, text in enumerate(texts, 1):
        cell = _put(sheet, row, column, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(side, side, side, side)
        if is_head:
            cell.font = Font(bold=True, color=LIGHT.on_band.removeprefix("#"))
            cell.fill = PatternFill("solid", LIGHT.band.removeprefix("#"))
        elif column > _FILLED_IN:
            cell.fill = PatternFill("solid", "FFF9DB")
        # Numbers that are dates in some languages stay what they are.
        cell.number_format = "@"


_HEAD_ROW = 4


def _set_page(sheet: Worksheet) -> None:
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:F{sheet.max_row}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
