"""Cards go out as a table and come in again on the command line."""

import json
from pathlib import Path
from typing import Any

from blueprint_editor.storage.format import load_document
from tests.app.test_cli import run  # noqa: F401 - a fixture

SAMPLE = Path(__file__).parents[2] / "samples/osatyokykyisen-palvelupolku.blueprint.json"


def test_a_table_goes_out_and_what_was_typed_in_it_comes_in(run: Any, tmp_path: Path) -> None:  # noqa: F811
    file, table = tmp_path / "polku.blueprint", tmp_path / "kortit.csv"
    file.write_bytes(SAMPLE.read_bytes())
    assert run("export", file, table).status == 0
    assert json.loads(run("table", file, table, "--json").out)["rows"] == []
    table.write_text("Teksti;Äänet\nUusi lappu;2\nRikki;x\n", "utf-8")
    assert "new in notes: Uusi lappu" in run("table", file, table, "--dry-run").out
    done = run("table", file, table)
    assert (done.status, "Line 3, column 2 (Äänet)" in done.err) == (1, True)
    assert [note.text for note in load_document(file).notes] == ["Uusi lappu"]
    assert "“Text” or “Name”" in run("table", file, SAMPLE).err
    assert run("export", file, tmp_path / "a.csv", "--table", "actors").status == 0
    assert run("export", file, tmp_path / "a.pdf", "--table", "actors").status == 2
