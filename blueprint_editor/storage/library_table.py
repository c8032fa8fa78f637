"""A service library as a table for spreadsheets, written and read with the csv module."""

import codecs
import contextlib
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args

from pydantic import ValidationError

from blueprint_editor.language.library_words import LIBRARY_WORDS, find_library_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.cell_texts import defuse, restore
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.kinds import ActorKind, Channel, Role
from blueprint_editor.model.library import (
    ENTRY_KINDS,
    LIBRARY_FIELDS,
    MOST_ENTRIES,
    LibraryEntry,
    ReadEntries,
)
from blueprint_editor.model.record import MAX_TEXT_LENGTH, clean_text

TABLE_ENDING: Final = ".csv"
_COLUMNS = ("id", "revision", *LIBRARY_FIELDS)
_CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "kind": ENTRY_KINDS,
    "channel": get_args(Channel),
    "role": get_args(Role),
    "actor_kind": get_args(ActorKind),
}
_DELIMITERS = ";,\t"

CellFaultKind = Literal["no_name", "choice", "value", "twice", "beyond"]


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


class LibraryTableError(BlueprintError):
    """A file is no such table; ``reason`` is ``no_headings``, ``no_text`` or ``large``."""

    def __init__(self, reason: Literal["no_headings", "no_text", "large"]) -> None:
        super().__init__(reason)
        self.reason = reason


class LibraryTable(NamedTuple):
    """What a table holds.

    Attributes:
        faults: of the lines that are not among the entries, in their order.
        encoding: in which it was written; ``utf-8`` unless it was something older.
    """

    entries: ReadEntries
    faults: tuple[CellFault, ...]
    encoding: str


# --- writing


def write_library_table(entries: Iterable[LibraryEntry], language: str) -> bytes:
    """Return a table with headings and words in a language, as Excel opens it by a double click.

    UTF-8 with its mark, semicolons between the cells, no cell that could be a formula.
    """
    headings = find_library_words(language).fields
    words = _list_choices(language)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([headings[column] for column in _COLUMNS])
    for entry in entries:
        values = (_tell_value(getattr(entry, column), words.get(column)) for column in _COLUMNS)
        writer.writerow([defuse(value) for value in values])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _tell_value(value: object, words: Mapping[str, str] | None) -> str:
    if value is None:
        return ""
    return words[str(value)] if words is not None else str(value)


def _list_choices(language: str) -> dict[str, Mapping[str, str]]:
    """Return field with a closed list → value → its word."""
    terms = find_terms(language)
    return {
        "kind": find_library_words(language).kinds,
        "channel": terms.channels,
        "role": {role: words.name for role, words in terms.lanes.items()},
        "actor_kind": terms.actor_kinds,
    }


# --- reading


def read_library_table(data: bytes, make_id: Callable[[], str]) -> LibraryTable:
    """Return what a table of any program says; ``make_id`` gives ids to entries without one.

    Headings and words may be in any language of the program, in any order; columns may be
    missing. A line with a fault is left out and told about.

    Raises:
        LibraryTableError: this is no such table.
    """
    text, encoding = _decode(data)
    delimiter, columns = _find_columns(text)
    lines = ((n, cells) for n, cells in _iter_rows(text, delimiter) if any(map(str.strip, cells)))
    rows = _Rows(make_id, columns, next(lines)[1])
    for line, cells in lines:
        rows.read(line, cells)
    fields = tuple(name for name in LIBRARY_FIELDS if name in columns.values())
    entries = ReadEntries(tuple(rows.entries), fields, frozenset(rows.made))
    return LibraryTable(entries, tuple(rows.faults), encoding)


def _decode(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-16"), "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding.removesuffix("-sig")
    raise LibraryTableError("no_text")


def _find_columns(text: str) -> tuple[str, dict[int, str]]:
    """Return what stands between cells, and which field each column of the first line holds."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in (_sniff(head), *_DELIMITERS):
        cells = next(csv.reader([head], delimiter=delimiter), [])
        columns: dict[int, str] = {}
        for place, cell in enumerate(cells):
            name = _list_headings().get(_fold(cell))
            if name is not None and name not in columns.values():
                columns[place] = name
        if "name" in columns.values():
            return delimiter, columns
    raise LibraryTableError("no_headings")


def _sniff(head: str) -> str:
    try:
        return csv.Sniffer().sniff(head, _DELIMITERS).delimiter
    except csv.Error:
        return _DELIMITERS[0]


@cache
def _list_headings() -> dict[str, str]:
    """Return heading in any language, or the field's own name → field."""
    found = {name: name for name in _COLUMNS}
    for words in LIBRARY_WORDS.values():
        found |= {_fold(heading): name for name, heading in words.fields.items()}
    return found


@cache
def _list_words() -> dict[str, dict[str, str]]:
    """Return field with a closed list → word in any language, or the value itself → value."""
    found = {name: {_fold(value): value for value in values} for name, values in _CHOICES.items()}
    for language in LIBRARY_WORDS:
        for name, words in _list_choices(language).items():
            found[name] |= {_fold(word): value for value, word in words.items()}
    return found


def _fold(text: str) -> str:
    return " ".join(restore(text).casefold().split())


def _iter_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line that it begins on, cells) of each row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise LibraryTableError("large") from error


@dataclass
class _Rows:
    """What was read so far."""

    make_id: Callable[[], str]
    columns: Mapping[int, str]
    headings: Sequence[str]
    entries: list[LibraryEntry] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def read(self, line: int, cells: list[str]) -> None:
        """Take a line in, or note what is wrong with it."""
        if len(self.entries) >= MOST_ENTRIES:
            raise LibraryTableError("large")
        found = list(self._find_faults(line, cells))
        if found:
            self.faults += found
            return
        values = self._read_values(cells)
        entry_id = values.setdefault("id", self.make_id())
        entry = LibraryEntry(**values)
        if "id" not in self._list_filled(cells):
            self.made.add(entry_id)
        self.known.add(entry_id)
        self.entries.append(entry)

    def _list_filled(self, cells: list[str]) -> dict[str, tuple[int, str]]:
        """Return field → (place, text) of the cells that hold something."""
        return {
            name: (place, clean_text(restore(cells[place])))
            for place, name in self.columns.items()
            if place < len(cells) and cells[place].strip()
        }

    def _find_faults(self, line: int, cells: list[str]) -> Iterator[CellFault]:
        filled, headings = self._list_filled(cells), self.headings
        for place, cell in enumerate(cells[len(headings) :], len(headings)):
            if cell.strip():
                yield CellFault(line, place + 1, "", "beyond", cell)
        if "name" not in filled:
            place = next(place for place, name in self.columns.items() if name == "name")
            yield CellFault(line, place + 1, headings[place], "no_name", "")
        for name, (place, text) in filled.items():
            kind = self._judge(name, text)
            if kind is not None:
                yield CellFault(line, place + 1, headings[place], kind, text)

    def _judge(self, name: str, text: str) -> CellFaultKind | None:
        if name in _CHOICES:
            return None if _fold(text) in _list_words()[name] else "choice"
        if name == "id" and text in self.known:
            return "twice"
        if len(text) >= MAX_TEXT_LENGTH:
            return "value"
        try:
            LibraryEntry(**{"id": "a", "name": "a", name: _convert(name, text)})
        except (ValidationError, ValueError):
            return "value"
        return None

    def _read_values(self, cells: list[str]) -> dict[str, Any]:
        return {name: _convert(name, text) for name, (_, text) in self._list_filled(cells).items()}


def _convert(name: str, text: str) -> Any:
    """Return the value of a field that a cell's text stands for; may raise ValueError."""
    if name in _CHOICES:
        return _list_words()[name][_fold(text)]
    return int(text) if name == "revision" else text
