"""The command package: a ZIP file, what was left out of it, and what may tell of people."""

import zipfile
from pathlib import Path
from typing import Any

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.storage.format import load_document, save_document
from tests.app.test_cli import make_document, run, small  # noqa: F401 - fixtures


def test_a_package_is_written_with_changes_in_the_documents_language(
    run: Any,  # noqa: F811
    tmp_path: Path,
) -> None:
    file, out = tmp_path / "a.blueprint", tmp_path / "a.zip"
    document = KeepVersion("z1", "Paja", "2026-05-04").apply(make_document("Soittaa 040 123 4567"))
    save_document(SetCardText("c1", "Soittaa").apply(document), file)
    found = run("package", file, out, "--json")
    assert found.status == 0
    assert found.json["left_out"] == {"snapshots": 1}
    assert [trace["found"] for trace in found.json["traces"]] == ["040 123 4567"]
    assert "phone number" in found.err
    with zipfile.ZipFile(out) as package:
        assert package.namelist() == found.json["files"]
        told = package.read("muutokset.txt").decode("utf-8-sig")
    assert "Kortti: ”Soittaa 040 123 4567” → ”Soittaa”" in told
    assert load_document(file).snapshots
    assert run("package", file, out).status == 2
    again = run("package", file, out, "--force")
    assert again.out == "left out: named versions (1)\n"


def test_wrong_calls_are_told(run: Any, small: Path) -> None:  # noqa: F811
    assert "must end with .zip" in run("package", small, "a.pdf").err
    out = small.with_name("a.zip")
    assert "unknown part" in run("package", small, out, "--keep", "kaikki").err
    assert run("package", small, out, "--without", "c9").status == 2
    assert not out.exists()
