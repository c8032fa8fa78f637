"""Tables of spreadsheets as bytes: found, read and written with the csv module, in any encoding."""

import codecs
import contextlib
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.cell_texts import defuse, restore
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.record import clean_text

_DELIMITERS = ";,\t"

CellFaultKind = Literal["no_name", "choice", "value", "twice", "beyond"]
AnyKey = TypeVar("AnyKey")


class CellFault(NamedTuple):
    """What is wrong with a cell.

    Attributes:
        line: of the file, from 1; of a cell with several lines the first.
        column: from 1.
        heading: of the column, as it stands in the file.
        kind: ``no_name``: nothing tells what it is called; ``choice``: none of the words of a
            list; ``value``: not of the form of the field; ``twice``: the id of an earlier line;
            ``beyond``: no heading stands above it.
        value: what the cell holds.
    """

    line: int
    column: int
    heading: str
    kind: CellFaultKind
    value: str


class TableError(BlueprintError):
    """A file is no such table; ``reason`` is ``no_headings``, ``no_text`` or ``large``."""

    def __init__(self, reason: Literal["no_headings", "no_text", "large"]) -> None:
        super().__init__(reason)
        self.reason = reason


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as Excel opens it by a double click.

    UTF-8 with its mark, semicolons between the cells, no cell that could be a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([defuse(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


class CsvTable(NamedTuple):
    """A table that was found.

    Attributes:
        columns: place of a column → the field that it holds; of other columns nothing.
        headings: the cells of the first line.
        lines: (line that it begins on, cells) of each row with anything in it.
        encoding: in which it was written; ``utf-8`` unless it was something older.
    """

    columns: Mapping[int, str]
    headings: Sequence[str]
    lines: Iterator[tuple[int, list[str]]]
    encoding: str

    def list_filled(self, cells: Sequence[str]) -> dict[str, tuple[int, str]]:
        """Return field → (place, text) of the cells that hold something."""
        return {
            name: (place, clean_text(restore(cells[place])))
            for place, name in self.columns.items()
            if place < len(cells) and cells[place].strip()
        }

    def find_place(self, field: str) -> int:
        """Return where the column of a field stands."""
        return next(place for place, name in self.columns.items() if name == field)

    def find_faults(
        self,
        line: int,
        cells: Sequence[str],
        needed: str,
        judge_cell: Callable[[str, str], CellFaultKind | None],
    ) -> Iterator[CellFault]:
        """Yield what is wrong with a row: beyond the last heading, what it needs, each cell.

        ``needed`` may be empty; ``judge_cell`` is asked about a field and its text.
        """
        for place, cell in enumerate(cells[len(self.headings) :], len(self.headings)):
            if cell.strip():
                yield CellFault(line, place + 1, "", "beyond", cell)
        filled = self.list_filled(cells)
        if needed and needed not in filled:
            place = self.find_place(needed)
            yield CellFault(line, place + 1, self.headings[place], "no_name", "")
        for field, (place, text) in filled.items():
            kind = judge_cell(field, text)
            if kind is not None:
                yield CellFault(line, place + 1, self.headings[place], kind, text)


def read_csv(data: bytes, fields: Mapping[str, str], needed: str) -> CsvTable:
    """Return the table in a file of any program.

    Args:
        data: its bytes.
        fields: heading, as :func:`fold` gives it → the field of its column.
        needed: a field without whose column it is no such table.

    Raises:
        TableError: this is no such table; ``large`` may come with a line that is read.
    """
    text, encoding = _decode(data)
    delimiter, columns = _find_columns(text, fields, needed)
    rows = _iter_rows(text, delimiter)
    lines = ((n, cells) for n, cells in rows if any(map(str.strip, cells)))
    return CsvTable(columns, next(lines)[1], lines, encoding)


def fold(text: str) -> str:
    """Return a word of a table without regard to case, spaces and what defused it."""
    return " ".join(restore(text).casefold().split())


def list_term_words(language: str) -> dict[str, Mapping[str, str]]:
    """Return field with a closed list → value → its word on printed documents."""
    terms = find_terms(language)
    return {
        "channel": terms.channels,
        "certainty": terms.certainties,
        "role": {role: words.name for role, words in terms.lanes.items()},
        "actor_kind": terms.actor_kinds,
    }


def invert(words: Mapping[AnyKey, str]) -> dict[str, AnyKey]:
    """Return word, folded → what it stands for."""
    return {fold(word): value for value, word in words.items()}


def judge(make: Callable[[], Any]) -> CellFaultKind | None:
    """Return ``value`` where what is made of a cell is refused, as the format forbids it."""
    try:
        make()
    except ValueError:  # pydantic's is one
        return "value"
    return None


def _decode(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-16"), "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding.removesuffix("-sig")
    raise TableError("no_text")


def _find_columns(text: str, fields: Mapping[str, str], needed: str) -> tuple[str, dict[int, str]]:
    """Return what stands between cells, and which field each column of the first line holds."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in (_sniff(head), *_DELIMITERS):
        cells = next(csv.reader([head], delimiter=delimiter), [])
        columns: dict[int, str] = {}
        for place, cell in enumerate(cells):
            name = fields.get(fold(cell))
            if name is not None and name not in columns.values():
                columns[place] = name
        if needed in columns.values():
            return delimiter, columns
    raise TableError("no_headings")


def _sniff(head: str) -> str:
    try:
        return csv.Sniffer().sniff(head, _DELIMITERS).delimiter
    except csv.Error:
        return _DELIMITERS[0]


def _iter_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line that it begins on, cells) of each row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableError("large") from error
