"""Older files are brought up to date step by step; the chain here is made up for the test."""

import json
from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.model.errors import DocumentError
from blueprint_editor.storage.format import load_document, parse_document, save_document
from blueprint_editor.storage.migrations import MIGRATIONS, keep_older_version, migrate

FIXTURE = Path(__file__).parent / "fixtures" / "made-up-version-0.json"


def name_title(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 0 of the fixture called the title a name and had no language."""
    document = raw["document"]
    document["title"] = document.pop("name")
    document["language"] = "fi"
    return raw


def test_an_older_file_is_read_through_the_chain() -> None:
    document = parse_document(FIXTURE.read_bytes(), migrations={0: name_title})
    assert (document.id, document.title, document.language) == ("old1", "Vanha polku", "fi")


def test_problems_after_the_chain_are_told() -> None:
    raw = json.loads(FIXTURE.read_bytes())
    raw["document"]["colr"] = 1
    raw["document"]["cards"] = [{"id": "c1", "lane": "l1", "step": "s1", "text": ""}]
    with pytest.raises(DocumentError) as caught:
        parse_document(json.dumps(raw).encode(), migrations={0: name_title})
    assert 'unknown field "colr"' in str(caught.value)


def test_steps_follow_each_other() -> None:
    steps = {n: lambda raw, n=n: raw | {"seen": [*raw.get("seen", []), n]} for n in range(5)}
    found = migrate({"format_version": 1}, 1, 4, steps)
    assert found == {"format_version": 4, "seen": [1, 2, 3]}


@pytest.mark.parametrize(
    ("document", "part"),
    [(None, "/document: cannot be brought from format version 0 to 1"), ({}, "cannot be brought")],
)
def test_a_step_that_finds_something_else_tells_so(document: Any, part: str) -> None:
    raw = {"format": "service-blueprint", "format_version": 0, "document": document}
    with pytest.raises(DocumentError) as caught:
        parse_document(json.dumps(raw).encode(), migrations={0: name_title})
    assert part in str(caught.value)


def test_the_program_has_no_step_from_before_the_first_version() -> None:
    assert dict(MIGRATIONS) == {}
    with pytest.raises(DocumentError, match="version 0 was never released"):
        load_document(FIXTURE)


def test_the_older_file_is_kept_at_the_first_save(tmp_path: Path) -> None:
    path = tmp_path / "polku.blueprint"
    path.write_bytes(FIXTURE.read_bytes())
    document = parse_document(path.read_bytes(), migrations={0: name_title})
    save_document(document, path)
    copy = tmp_path / "polku.blueprint.v0.bak"
    assert copy.read_bytes() == FIXTURE.read_bytes()
    assert load_document(path) == document
    save_document(document.changed(title="Uusi"), path)
    assert copy.read_bytes() == FIXTURE.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == [path.name, copy.name]


def test_a_copy_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.blueprint", tmp_path / "a.blueprint.v0.bak"
    path.write_bytes(FIXTURE.read_bytes())
    copy.write_bytes(b"first")
    assert keep_older_version(path, 1) is None
    assert copy.read_bytes() == b"first"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b'{"format": "service-blueprint", "format_version": 3, "x": 1}', True),
        (b'{"document": {"format_version": 9}, "format_version": 3}', True),
        (b'{"format": "service-blueprint", "format_version": 4, "x": 1}', False),
        (b'{"format_version": "3"}', False),
        (b"[" * 100_000, False),
        (b"no JSON", False),
        (b"\xff\xfe", False),
        (b"", False),
    ],
)
def test_only_older_documents_are_kept(tmp_path: Path, content: bytes, kept: bool) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    copy = keep_older_version(path, 4)
    assert copy == (tmp_path / "a.v3.bak" if kept else None)
    assert copy is None or copy.read_bytes() == content


def test_a_new_file_has_nothing_to_keep(tmp_path: Path) -> None:
    assert keep_older_version(tmp_path / "none", 4) is None
