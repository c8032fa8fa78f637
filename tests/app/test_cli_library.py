"""The command library: a table out, the same table in, and what is wrong with one."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_cli import run  # noqa: F401 - a fixture


@pytest.fixture(autouse=True)
def _own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_table_goes_out_and_comes_in_once(run: Any, tmp_path: Path) -> None:  # noqa: F811
    table = tmp_path / "services.csv"
    assert run("library", "export", table, "--field", "--language", "sv").status == 0
    assert "exists already" in run("library", "export", table).err
    assert run("library", "list").out == ""
    assert "new: Kykyviisari" in run("library", "import", table, "--dry-run").out
    done = run("library", "import", table, "--json")
    assert len(json.loads(done.out)["new"]) > 100
    assert json.loads(run("library", "import", table, "--json").out)["new"] == []
    listed = json.loads(run("library", "list", "--json").out)
    assert listed == json.loads(run("library", "list", "--field", "--json").out)


def test_faults_are_told_by_line_and_the_rest_is_taken(run: Any, tmp_path: Path) -> None:  # noqa: F811
    table = tmp_path / "omat.csv"
    table.write_text("Nimi,Kanava\nOhjaamo,puhelin\nToike,savu\n", "utf-8")
    done = run("library", "import", table)
    assert (done.status, done.out.splitlines()[0]) == (1, "new: Ohjaamo")
    assert "Line 3, column 2 (Kanava): “savu” is none of the words" in done.err
    assert run("library", "list").out == "Ohjaamo\n"
    table.write_text("a,b\n", "utf-8")
    assert "No column of the first line is called “Name”" in run("library", "import", table).err
    assert run("library", "import", tmp_path / "x.txt").status == 2
    assert run("library", "export").status == 2
