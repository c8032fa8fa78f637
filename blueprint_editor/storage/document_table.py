"""The cards and actors of a document as tables for spreadsheets, written and read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, get_args

from blueprint_editor.language.table_words import NOTE_KINDS, TABLE_WORDS, find_table_words
from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import ActorKind, Certainty, Channel, NoteKind
from blueprint_editor.model.record import MAX_TEXT_LENGTH
from blueprint_editor.model.records import Actor, Card, Duration, Link, Rating
from blueprint_editor.model.table_rows import (
    COLUMNS,
    TableKind,
    TableRow,
    TableRows,
    iter_rows,
)
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

_CHOICES: Mapping[str, Sequence[str]] = {
    "channel": get_args(Channel),
    "certainty": get_args(Certainty),
    "actor_kind": get_args(ActorKind),
    "note_kind": get_args(NoteKind),
}
_LISTS = frozenset({"actors", "paths", "tags", "members"})
_BETWEEN = "; "
_BETWEEN_LINKS = re.compile(r"\n|\s(?=(?:https?|mailto|tel):)")
_NAME: Mapping[TableKind, str] = {"cards": "text", "actors": "name"}
"""The column without which a row says nothing."""
_MOST_ROWS = 25_000
"""A document has at most 20,000 cards."""
_DURATION = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*[–-]\s*(\d+(?:[.,]\d+)?))?\s+(\D+)")


class FoundRows(NamedTuple):
    """What a table holds.

    Attributes:
        faults: of the lines that are left out, in their order.
        is_old_encoding: its letters were guessed.
    """

    table: TableRows
    faults: tuple[CellFault, ...]
    is_old_encoding: bool


# --- writing


def write_table(document: DocumentContent, kind: TableKind) -> bytes:
    """Return a table with headings and words in the document's language."""
    headings, columns = find_table_words(document.language), COLUMNS[kind]
    rows = [[headings[column] for column in columns]]
    for values in iter_rows(document, kind):
        told = (tell_value(column, values.get(column), document.language) for column in columns)
        rows.append(list(told))
    return write_csv(rows)


def tell_value(column: str, value: Any, language: str) -> str:
    """Return what stands in a cell; a list's parts with semicolons between them."""
    terms = find_terms(language)
    if value is None:
        return ""
    if column in _CHOICES:
        return _list_choices(language)[column][value]
    if column == "emotion":
        return terms.emotions[value]
    if isinstance(value, Duration):
        return terms.duration(value)
    if isinstance(value, tuple):
        # An address may hold a semicolon, and one of a file a space.
        return (_BETWEEN if column in _LISTS else "\n").join(value)
    return str(value)


def _list_choices(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return column with a closed list → value → its word."""
    tag = language.partition("-")[0].lower()
    return {**list_term_words(language), "note_kind": NOTE_KINDS.get(tag, NOTE_KINDS["en"])}


# --- reading


def read_table(data: bytes) -> FoundRows:
    """Return what a table of any program says of cards and notes, or of actors.

    Headings and words may be in any language of the program, in any order; columns may be
    missing. A line with a fault is left out and told about.

    Raises:
        TableError: this is no such table.
    """
    try:
        kind: TableKind = "cards"
        table = read_csv(data, _list_headings(kind), "text")
    except TableError as error:
        if error.reason != "no_headings":
            raise
        kind = "actors"
        table = read_csv(data, _list_headings(kind), "name")
    rows = _Rows(kind, table)
    for line, cells in table.lines:
        rows.read(line, cells)
    return FoundRows(
        TableRows(kind, tuple(rows.rows)), tuple(rows.faults), table.encoding == "cp1252"
    )


@cache
def _list_headings(kind: TableKind) -> dict[str, str]:
    """Return heading in any language, or the column's own name → column."""
    found = {name: name for name in COLUMNS[kind]}
    for words in TABLE_WORDS.values():
        found |= invert({name: words[name] for name in COLUMNS[kind]})
    return found


@cache
def _list_words() -> dict[str, dict[str, Any]]:
    """Return column with a closed list → word in any language, or the value itself → value."""
    found: dict[str, dict[str, Any]] = {
        name: {fold(value): value for value in values} for name, values in _CHOICES.items()
    }
    found["emotion"] = {f"{value:+}".replace("+0", "0"): value for value in range(-2, 3)}
    found["emotion"] |= {"−2": -2, "−1": -1, "1": 1, "2": 2}
    for language in TABLE_WORDS:
        words = _list_choices(language)
        for name in _CHOICES:
            found[name] |= invert(words[name])
        found["emotion"] |= invert(find_terms(language).emotions)
    return found


@dataclass
class _Rows:
    """What was read so far."""

    kind: TableKind
    table: CsvTable
    rows: list[TableRow] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def read(self, line: int, cells: list[str]) -> None:
        """Take a line in, or note what is wrong with it."""
        if len(self.rows) >= _MOST_ROWS:
            raise TableError("large")
        filled = self.table.list_filled(cells)
        needed = "" if "id" in filled else _NAME[self.kind]
        found = tuple(self.table.find_faults(line, cells, needed, self._judge))
        if found:
            self.faults += found
            return
        values = {
            name: _convert(name, filled[name][1] if name in filled else "")
            for name in self.table.columns.values()
            if name != "code"
        }
        if values.get("id"):
            self.known.add(values["id"])
        self.rows.append(TableRow(line, values))

    def _judge(self, column: str, text: str) -> CellFaultKind | None:
        if column in _list_words():
            return None if fold(text) in _list_words()[column] else "choice"
        if column == "id" and text in self.known:
            return "twice"
        if len(text) >= MAX_TEXT_LENGTH:
            return "value"
        return judge(lambda: _try(column, text))


def _try(column: str, text: str) -> None:
    """Make a record with the value of a cell.

    Raises:
        ValueError: the format forbids it.
    """
    value = _convert(column, text)
    match column:
        case "links":
            for url in value:
                Link(id="a", url=url)
        case "link":
            Actor(id="a", name="", link=value)
        case "before" | "after":
            Rating(before=value)
        case "votes" | "id":
            Card(**{"id": "a", "lane": "a", "step": "a", "text": "", column: value})
        case _:
            pass


def _convert(column: str, text: str) -> Any:
    """Return the value that a cell's text stands for, nothing for an empty one.

    Raises:
        ValueError: it stands for none.
    """
    if column in _LISTS:
        parts = (" ".join(part.split()) for part in re.split(r"[;\n]", text))
        return tuple(dict.fromkeys(part for part in parts if part))
    if column == "links":
        return tuple(dict.fromkeys(filter(None, map(str.strip, _BETWEEN_LINKS.split(text)))))
    read = _READERS.get(column)
    if read is None and column not in _list_words():
        return text
    if not text:
        return None
    return read(text) if read is not None else _list_words()[column][fold(text)]


def read_duration(text: str) -> Duration:
    """Return a duration as :meth:`Terms.duration` writes it in any language, else the words."""
    found = None
    for language in TABLE_WORDS:
        found = found or _read_numbers(text, find_terms(language))
    return found or Duration(text=text)


def _read_numbers(text: str, terms: Terms) -> Duration | None:
    for pattern, ends in ((terms.at_most, "max"), (terms.at_least, "min"), ("{}", "")):
        before, _, after = pattern.partition("{}")
        inner = text.removeprefix(before).removesuffix(after)
        if pattern.format(inner) != text:
            continue
        match = _DURATION.fullmatch(inner)
        unit = _find_unit(match[3], terms) if match else None
        if match is None or unit is None:
            continue
        first, last = (float(n.replace(",", ".")) if n else None for n in match.group(1, 2))
        if last is None and ends:
            return Duration(**{ends: first, "unit": unit})
        return Duration(min=first, max=first if last is None else last, unit=unit)
    return None


def _find_unit(word: str, terms: Terms) -> Any:
    units = {fold(form): unit for unit, noun in terms.units.items() for form in noun}
    return units.get(fold(word))


_READERS: Mapping[str, Callable[[str], Any]] = {
    "votes": int, "before": int, "after": int, "duration": read_duration, "link": str
}  # fmt: skip
"""Column → how its value is read from a text that is not empty."""
