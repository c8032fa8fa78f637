"""The theme board: by theme what is needed, what ideas there are, what works, and the cards."""

from blueprint_editor.model.themes import THEME_COLUMNS, Theme, ThemeColumn, ThemeEntry, list_themes
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_ROW = 24.0
_BLANK_ROWS = 6
_THEME_WIDTH = 0.72


def make_theme_board(sheet: Sheet) -> None:
    """Make the table; a blank sheet has the themes and room to write, or rows without themes."""
    page, area = sheet.open_page(has_meta=False)
    area = write_instructions(sheet, page, area)
    themes = list_themes(sheet.document)
    shown: tuple[ThemeColumn, ...] = THEME_COLUMNS
    is_blank = sheet.request.filling == "blank"
    if is_blank or not any(theme.columns["unsorted"] for theme in themes):
        shown = THEME_COLUMNS[1:]
    rows = [_tell_theme(sheet, theme, shown) for theme in themes]
    if is_blank:
        rows = [(theme.name, *("" for _ in shown)) for theme in themes if theme.tag is not None]
    names = sheet.words.lists["columns"][-len(shown) :]
    columns = (
        Column(sheet.words["theme"], _THEME_WIDTH, is_strong=True),
        *(Column(name, 1.0) for name in names),
    )
    blank = 0 if rows else _BLANK_ROWS
    write_table(
        sheet, page, area,
        Table(columns, rows, page.look.mm(_ROW), blank, fills_height=True),
    )  # fmt: skip


def _tell_theme(sheet: Sheet, theme: Theme, shown: tuple[ThemeColumn, ...]) -> tuple[str, ...]:
    name = theme.name if theme.tag is not None else sheet.words["no_theme"]
    return (name, *("\n".join(map(_tell, theme.columns[column])) for column in shown))


def _tell(entry: ThemeEntry) -> str:
    """Return an entry on a line: the code of its card, what it says, and how many say so."""
    count = f"(× {entry.times})" if entry.times > 1 else ""
    return " ".join(filter(None, ("•", entry.code, *entry.text.split(), count)))
