"""Rows of a table as remarks: finds the columns by their words, loses nothing of what is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from blueprint_editor.language.round_words import ALL_ROUND_WORDS
from blueprint_editor.storage.answers.remarks import Remark

Column = Literal["code", "phase", "lane", "text", "comment", "commenter"]
_COLUMNS: tuple[Column, ...] = get_args(Column)
_WORDS: dict[str, Column] = {
    word.casefold(): column
    for words in ALL_ROUND_WORDS
    for word, column in zip(words.columns, _COLUMNS, strict=True)
}


class Row(NamedTuple):
    """The texts of a row, and what hangs on it as (author, text), such as Word's own comments."""

    cells: Sequence[str]
    notes: tuple[tuple[str, str], ...] = ()


class Table(NamedTuple):
    """What was found in some rows; ``is_known`` if they had the columns of a comment round."""

    remarks: tuple[Remark, ...]
    loose: tuple[str, ...]
    is_known: bool


def read_table(rows: Iterable[Row]) -> Table:
    """Return what the rows say; what stands above the table or beside it is kept as well."""
    remarks: list[Remark] = []
    loose: list[str] = []
    columns: Mapping[int, Column] = {}
    for row in rows:
        if not columns and (columns := _find_columns(row.cells)):
            remarks += [Remark(text, author) for author, text in row.notes]
            continue
        if columns:
            remarks += _read_row(row, columns)
        else:
            loose += [cell for cell in row.cells if cell.strip()]
            remarks += [Remark(text, author) for author, text in row.notes]
    return Table(tuple(remarks), tuple(loose), bool(columns))


def _find_columns(cells: Sequence[str]) -> dict[int, Column]:
    """Return what stands in which column, by the words of a head; empty for any other row."""
    found: dict[int, Column] = {}
    for place, cell in enumerate(cells):
        column = _WORDS.get(" ".join(cell.split()).casefold())
        if column is not None and column not in found.values():
            found[place] = column
    return found if {"code", "comment"} <= set(found.values()) else {}


def _read_row(row: Row, columns: Mapping[int, Column]) -> Iterator[Remark]:
    told: dict[str, str] = {columns[i]: cell for i, cell in enumerate(row.cells) if i in columns}
    beside = [cell for i, cell in enumerate(row.cells) if i not in columns and cell.strip()]
    code, author = tell_code(told.get("code", "")), " ".join(told.get("commenter", "").split())
    comment = told.get("comment", "").strip()
    if any((code, comment, author, told.get("text", "").strip())):
        yield Remark(comment, author, code, told.get("text"))
    yield from (Remark(cell.strip(), author, code) for cell in beside)
    yield from (Remark(text, who, code) for who, text in row.notes)


def tell_code(text: str) -> str:
    """Return a card's code as the program writes it, however it was typed."""
    return "".join(text.split()).replace(",", ".").rstrip(".")
