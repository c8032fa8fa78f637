"""The library's file and its table: whole, strict, and clear about what is wrong where."""

import codecs
import itertools
import json
from pathlib import Path

import pytest

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.model.errors import DocumentError, NewerFormatError
from blueprint_editor.model.library import LIBRARY_FIELDS, LibraryEntry
from blueprint_editor.storage.csv_table import TableError
from blueprint_editor.storage.library_file import LibraryStore, dump_library, load_library
from blueprint_editor.storage.library_table import (
    LibraryTable,
    read_library_table,
    write_library_table,
)

FULL = LibraryEntry(
    id="lib-1",
    revision=4,
    kind="method",
    name='=Haastattelu; "kotona"',
    name_sv="Intervju",
    line="Kysytään\nkahdesti",
    target_group="nuoret",
    channel="visit",
    area="Oulu",
    link="https://example.org/ä",
    role="frontstage",
    actor_kind="ngo",
)
BARE = LibraryEntry(id="lib-2", name="Toike")


def read(data: bytes) -> LibraryTable:
    numbers = itertools.count(1)
    return read_library_table(data, lambda: f"made-{next(numbers)}")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_table_says_all_and_no_cell_is_a_formula(language: str) -> None:
    data = write_library_table((FULL, BARE), language)
    assert data.startswith(codecs.BOM_UTF8)
    assert b";\"'=Haastattelu" in data
    table = read(data)
    assert table.entries.entries == (FULL, BARE)
    assert table.entries.fields == LIBRARY_FIELDS
    assert (table.faults, table.encoding, table.entries.without_id) == ((), "utf-8", frozenset())


def test_a_table_of_a_few_columns_in_an_old_encoding() -> None:
    data = "Kanava,Nimi,Muistio\nKotikäynti,Käynti,\n\n,Puhelu\n".encode("cp1252")
    table = read(data)
    assert table.encoding == "cp1252"
    assert [(e.name, e.channel) for e in table.entries.entries] == [
        ("Käynti", "visit"),
        ("Puhelu", None),
    ]
    assert table.entries.fields == ("name", "channel")
    assert table.entries.without_id == {"made-1", "made-2"}


def test_faults_are_told_by_line_and_column() -> None:
    rows = [
        "Tunnus;Nimi;Kanava;Linkki",
        'a;"Kaksi',
        'riviä";savumerkki;javascript:alert(1)',
        "b;;puhelin",
        "b;Hyvä;Puhelin;https://example.org",
        "b;Sama;;",
        "c;Liikaa;;;viides",
        "9;Väärä;;",
    ]
    table = read("\n".join(rows).encode())
    assert [(f.line, f.column, f.heading, f.kind) for f in table.faults] == [
        (2, 3, "Kanava", "choice"),
        (2, 4, "Linkki", "value"),
        (4, 2, "Nimi", "no_name"),
        (6, 1, "Tunnus", "twice"),
        (7, 5, "", "beyond"),
        (8, 1, "Tunnus", "value"),
    ]
    assert [entry.name for entry in table.entries.entries] == ["Hyvä"]


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n", b"\x81\x00"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(TableError):
        read(data)


def test_a_store_keeps_what_others_have_written(tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.json"
    one, other = LibraryStore(path), LibraryStore(path)
    assert one.read() == ()
    one.change(lambda entries: (*entries, FULL))
    other.change(lambda entries: (*entries, BARE))
    assert one.read() == (FULL, BARE)
    assert b'"channel": null' not in path.read_bytes()


def test_a_broken_file_names_every_place_and_stays(tmp_path: Path) -> None:
    raw = json.loads(dump_library((FULL, BARE, BARE)))
    raw["entries"][0]["channel"] = "smoke"
    raw["more"] = 1
    path = tmp_path / "library.json"
    path.write_text(before := json.dumps(raw))
    with pytest.raises(DocumentError) as caught:
        LibraryStore(path).change(lambda entries: (*entries, FULL))
    pointers = [problem.pointer for problem in caught.value.problems]
    assert pointers == ["/more", "/entries/0/channel", "/entries/2/id"]
    assert path.read_text() == before
    for version, kind in ((2, NewerFormatError), ("x", DocumentError)):
        path.write_text(json.dumps({**raw, "format_version": version}))
        with pytest.raises(kind):
            load_library(path)


def test_what_comes_along_covers_the_field_and_is_sound() -> None:
    entries = load_library(ResourceDir.find().resource("library/field.json"))
    assert {int(entry.id[1:4]) for entry in entries} == set(range(1, 105))
    assert all(entry.line and len(entry.line) < 200 for entry in entries)
    assert all((entry.link or "http").startswith("http") for entry in entries)
    names = [entry.name for entry in entries]
    assert len(names) == len(set(names))
