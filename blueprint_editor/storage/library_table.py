"""A service library as a table for spreadsheets, written and read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from blueprint_editor.language.library_words import LIBRARY_WORDS, find_library_words
from blueprint_editor.model.kinds import ActorKind, Channel, Role
from blueprint_editor.model.library import (
    ENTRY_KINDS,
    LIBRARY_FIELDS,
    MOST_ENTRIES,
    SECTORS,
    LibraryEntry,
    ReadEntries,
)
from blueprint_editor.model.record import MAX_TEXT_LENGTH
from blueprint_editor.storage.csv_table import (
    CellFault,
    CellFaultKind,
    CsvTable,
    TableError,
    fold,
    invert,
    judge,
    list_term_words,
    read_csv,
    write_csv,
)

TABLE_ENDING: Final = ".csv"
_COLUMNS = ("id", "revision", *LIBRARY_FIELDS)
_CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "kind": ENTRY_KINDS,
    "sector": SECTORS,
    "channel": get_args(Channel),
    "role": get_args(Role),
    "actor_kind": get_args(ActorKind),
}


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
    """Return a table with headings and words in a language, see :func:`write_csv`."""
    headings = find_library_words(language).fields
    words = _list_choices(language)
    rows = [[headings[column] for column in _COLUMNS]]
    rows += [
        [_tell_value(getattr(entry, column), words.get(column)) for column in _COLUMNS]
        for entry in entries
    ]
    return write_csv(rows)


def _tell_value(value: object, words: Mapping[str, str] | None) -> str:
    if value is None:
        return ""
    return words[str(value)] if words is not None else str(value)


def _list_choices(language: str) -> dict[str, Mapping[str, str]]:
    """Return field with a closed list → value → its word."""
    own = find_library_words(language)
    words = {"kind": own.kinds, "sector": own.sectors, **list_term_words(language)}
    return {name: words[name] for name in _CHOICES}


# --- reading


def read_library_table(data: bytes, make_id: Callable[[], str]) -> LibraryTable:
    """Return what a table of any program says; ``make_id`` gives ids to entries without one.

    Headings and words may be in any language of the program, in any order; columns may be
    missing. A line with a fault is left out and told about.

    Raises:
        TableError: this is no such table.
    """
    table = read_csv(data, _list_headings(), "name")
    rows = _Rows(make_id, table)
    for line, cells in table.lines:
        rows.read(line, cells)
    fields = tuple(name for name in LIBRARY_FIELDS if name in table.columns.values())
    entries = ReadEntries(tuple(rows.entries), fields, frozenset(rows.made))
    return LibraryTable(entries, tuple(rows.faults), table.encoding)


@cache
def _list_headings() -> dict[str, str]:
    """Return heading in any language, or the field's own name → field."""
    found = {name: name for name in _COLUMNS}
    for words in LIBRARY_WORDS.values():
        found |= invert(words.fields)
    return found


@cache
def _list_words() -> dict[str, dict[str, str]]:
    """Return field with a closed list → word in any language, or the value itself → value."""
    found = {name: {fold(value): value for value in values} for name, values in _CHOICES.items()}
    for language in LIBRARY_WORDS:
        for name, words in _list_choices(language).items():
            found[name] |= invert(words)
    return found


@dataclass
class _Rows:
    """What was read so far."""

    make_id: Callable[[], str]
    table: CsvTable
    entries: list[LibraryEntry] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def read(self, line: int, cells: list[str]) -> None:
        """Take a line in, or note what is wrong with it."""
        if len(self.entries) >= MOST_ENTRIES:
            raise TableError("large")
        filled = self.table.list_filled(cells)
        found = tuple(self.table.find_faults(line, cells, "name", self._judge))
        if found:
            self.faults += found
            return
        values = {name: _convert(name, text) for name, (_, text) in filled.items()}
        entry_id = values.setdefault("id", self.make_id())
        if "id" not in filled:
            self.made.add(entry_id)
        self.known.add(entry_id)
        self.entries.append(LibraryEntry(**values))

    def _judge(self, name: str, text: str) -> CellFaultKind | None:
        if name in _CHOICES:
            return None if fold(text) in _list_words()[name] else "choice"
        if name == "id" and text in self.known:
            return "twice"
        if len(text) >= MAX_TEXT_LENGTH:
            return "value"
        return judge(lambda: LibraryEntry(**{"id": "a", "name": "a", name: _convert(name, text)}))


def _convert(name: str, text: str) -> Any:
    """Return the value of a field that a cell's text stands for; may raise ValueError."""
    if name in _CHOICES:
        return _list_words()[name][fold(text)]
    return int(text) if name == "revision" else text
