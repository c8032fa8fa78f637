"""The bundled files are found however the program was installed, or named when they are not."""

import sys
from pathlib import Path

import pytest

from blueprint_editor.app.resources import MissingResourceError, ResourceDir

ROOT = Path(__file__).parent.parent


def _make_root(path: Path) -> Path:
    (path / "resources" / "schema").mkdir(parents=True)
    (path / "samples").mkdir()
    (path / "samples" / "a.blueprint.json").write_text("{}", "utf-8")
    return path


def test_source_tree() -> None:
    found = ResourceDir.find()
    assert (found.resources, found.samples) == (ROOT / "resources", ROOT / "samples")


def test_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(_make_root(tmp_path)), raising=False)
    assert ResourceDir.find().sample("a.blueprint.json").read_text("utf-8") == "{}"


def test_licences_are_there_only_in_a_bundle(tmp_path: Path) -> None:
    found = ResourceDir(_make_root(tmp_path))
    assert found.licences is None
    file = tmp_path / "resources" / "licences.txt"
    file.touch()
    assert found.licences == file


def test_missing_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    with pytest.raises(MissingResourceError, match="samples"):
        ResourceDir(tmp_path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    found = ResourceDir(_make_root(tmp_path))
    assert found.resource("schema").is_dir()
    with pytest.raises(MissingResourceError, match=r"nothing\.svg"):
        found.resource("icons/nothing.svg")
    with pytest.raises(MissingResourceError, match="nothing"):
        found.sample("nothing")
