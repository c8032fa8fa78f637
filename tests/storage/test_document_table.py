"""Tables of cards, notes and actors: what goes out comes in again, and faults have their places."""

import pytest

from blueprint_editor.commands.table_rows import find_row_changes
from blueprint_editor.model.records import Actor, Duration
from blueprint_editor.storage.csv_table import TableError
from blueprint_editor.storage.document_table import read_duration, read_table, write_table
from tests.model.strategies import make_document


@pytest.mark.parametrize("seed", range(12))
def test_a_table_that_comes_back_changes_nothing(seed: int) -> None:
    document = make_document(seed, 0.8, 6)
    for kind in ("cards", "actors"):
        found = read_table(write_table(document, kind))
        assert found.faults == ()
        assert find_row_changes(document, found.table) == ()


def test_cells_are_defused_and_faults_are_told_by_their_places() -> None:
    actor = Actor(id="a", name="=1+1")
    document = make_document(2, 0.1, 2).changed(actors=(actor,))
    assert b"'=1+1;" in write_table(document, "actors")
    lines = (
        "Lane;Teksti;Känsla;votes;Längd", "Tausta;Eka;raskas;;3–24 kk", ";;1",
        ";Toka;iloinen;x", ";Kolmas;+2;4;;yli",
    )  # fmt: skip
    found = read_table("\n".join(lines).encode())
    first = found.table.rows[0].values
    assert (first["emotion"], first["duration"]) == (-2, Duration(min=3, max=24, unit="months"))
    places = [(fault.line, fault.column, fault.kind) for fault in found.faults]
    assert places == [
        (3, 2, "no_name"), (4, 3, "choice"), (4, 4, "value"), (5, 6, "beyond")
    ]  # fmt: skip
    with pytest.raises(TableError):
        read_table(b"a;b\n1;2")


def test_durations_are_read_as_they_are_told_and_other_words_are_kept() -> None:
    assert read_duration("enintään 2 viikkoa") == Duration(max=2, unit="weeks")
    assert read_duration("1 vuosi") == Duration(min=1, max=1, unit="years")
    assert read_duration("2.5–3 hours") == Duration(min=2.5, max=3, unit="hours")
    assert read_duration("muutama viikko") == Duration(text="muutama viikko")
