"""Remarks of a spreadsheet (.xlsx): cells as plain text, formulas too, and the notes on cells."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
from defusedxml.ElementTree import fromstring

from blueprint_editor.storage.answers.packages import BROKEN, check_package
from blueprint_editor.storage.answers.remarks import AnswerError, Answers
from blueprint_editor.storage.answers.tables import Row, Table, read_table

_MAX_ROWS, _MAX_COLUMNS = 25_000, 40
_NOTES = re.compile(r"xl/(?:comments/)?comments?\d*\.xml")
_THREADS = re.compile(r"xl/threadedComments/[^/]+\.xml")
_PEOPLE = re.compile(r"xl/persons/[^/]+\.xml")
_STAND_IN = "tc="
"""How the author of a note begins that only stands for a thread, for older programs."""
_ROW_NUMBER = re.compile(r"[A-Za-z]+([0-9]+)")


def read_sheet_answers(data: bytes, source: str) -> Answers:
    """Return what a workbook says.

    Raises:
        DocumentError: it is broken, locked, too large or holds no table of a comment round.
    """
    check_package(data, source)
    try:
        with warnings.catch_warnings():
            # Of what a workbook holds besides its cells.
            warnings.simplefilter("ignore")
            tables = _read_tables(data)
    except BROKEN as error:
        raise AnswerError("broken", source) from error
    if not any(table.is_known for table in tables):
        raise AnswerError("no_table", source)
    return Answers(
        source,
        tuple(remark for table in tables for remark in table.remarks),
        tuple(text for table in tables for text in table.loose),
    )


def _read_tables(data: bytes) -> list[Table]:
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
        notes = _read_notes(data) if sheets else {}
        # Notes do not say of which sheet they are; what we send has one.
        return [
            read_table(_iter_rows(sheet, notes if place == 0 else {}))
            for place, sheet in enumerate(sheets)
        ]
    finally:
        book.close()


def _iter_rows(sheet: Any, notes: Mapping[int, list[tuple[str, str]]]) -> Iterator[Row]:
    # What a file says of its size need not be true.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=_MAX_ROWS, max_col=_MAX_COLUMNS, values_only=True)
    for number, values in enumerate(rows, 1):
        yield Row([_write(value) for value in values], tuple(notes.get(number, ())))


def _write(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "text", value))


def _read_notes(data: bytes) -> dict[int, list[tuple[str, str]]]:
    """Return row → (author, text) of the notes and threads that hang on its cells."""
    found: dict[int, list[tuple[str, str]]] = {}
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = sorted(package.namelist())
        people: dict[str, str] = {}
        for name in filter(_PEOPLE.fullmatch, names):
            for person in fromstring(package.read(name)).findall(".//{*}person"):
                people[person.get("id", "")] = person.get("displayName", "")
        for name in filter(_THREADS.fullmatch, names):
            for thread in fromstring(package.read(name)).findall(".//{*}threadedComment"):
                author = people.get(thread.get("personId", ""), "")
                _keep(found, thread, author)
        for name in filter(_NOTES.fullmatch, names):
            root = fromstring(package.read(name))
            authors = [author.text or "" for author in root.findall(".//{*}author")]
            for note in root.findall(".//{*}comment"):
                author = authors[int(note.get("authorId", "0"))]
                if not author.startswith(_STAND_IN):
                    _keep(found, note, author)
    return found


def _keep(found: dict[int, list[tuple[str, str]]], note: Any, author: str) -> None:
    place = _ROW_NUMBER.fullmatch(note.get("ref", ""))
    texts = [
        part.text or "" for part in note.iter() if part.tag.rpartition("}")[2] in {"t", "text"}
    ]
    text = "".join(texts).strip()
    # Excel begins a note with its author's name.
    text = text.removeprefix(f"{author}:").strip() if author else text
    if text:
        found.setdefault(int(place.group(1)) if place else 0, []).append((author, text))
