"""The command comments: a round goes out, answers come in, and FILE keeps both."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from blueprint_editor.storage.format import load_document
from tests.app.test_cli import run, small  # noqa: F401 - fixtures


@pytest.fixture
def answer(run: Any, small: Path) -> Path:  # noqa: F811
    path = small.with_name("vastaus.xlsx")
    assert run("comments", small, path).status == 0
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E6"] = "Kenelle?"
    book.worksheets[0]["F6"] = "Maija"
    book.worksheets[0]["E9"] = "Ilman koodia"
    book.save(path)
    return path


def test_a_round_keeps_the_version_that_it_sends(
    run: Any,  # noqa: F811
    small: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764072000")
    outs = [small.with_name(f"k.{ending}") for ending in ("xlsx", "docx", "pdf")]
    found = run("comments", small, *outs)
    assert found.out.splitlines() == [
        *(f"wrote {out}" for out in outs),
        f'version: "Kommenttikierros 25.11.2025", kept in {small}',
    ]
    assert all(out.stat().st_size for out in outs)
    (version,) = load_document(small).snapshots
    assert version.name == "Kommenttikierros 25.11.2025"
    again = run("comments", small, outs[0], "--force", "--json")
    assert again.json["version"] == {"id": version.id, "name": version.name}
    named = run("comments", small, outs[0], "--force", "--named", "Toinen")
    assert named.out.endswith(f'version: "Toinen", kept in {small}\n')
    run("comments", small, outs[0], "--force", "--named", "Toinen")
    assert [v.name for v in load_document(small).snapshots] == [version.name, "Toinen"]


def test_answers_are_taken_once(run: Any, small: Path, answer: Path) -> None:  # noqa: F811
    found = run("comments", small, "--take", answer, "--dry-run")
    assert found.out.splitlines() == [
        "vastaus.xlsx: 1.1: Kenelle? (Maija)",
        "vastaus.xlsx: –: Ilman koodia (Maija)  [not placed: no code]",
        "1 would be taken, 0 known already, 1 not placed",
    ]
    assert not load_document(small).comments
    assert run("comments", small, "--take", answer).status == 0
    (comment,) = load_document(small).comments
    assert (comment.text, comment.author, comment.target) == ("Kenelle?", "Maija", "c1")
    told = run("comments", small, "--take", answer, "--whole", "--json").json
    assert told["taken"] == 1
    assert [(one["outcome"], one["reason"]) for one in told["remarks"]] == [
        ("known", ""),
        ("unplaced", "no_code"),
    ]
    assert [c.target for c in load_document(small).comments] == ["c1", None]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give either OUT files"),
        (("a.xlsx", "--take", "b.xlsx"), "give either OUT files"),
        (("a.csv",), "OUT must end with"),
        (("a.xlsx", "--whole"), "go with --take only"),
        (("--take", "b.xlsx", "--named", "x"), "--named goes with OUT only"),
    ],
)
def test_wrong_calls_are_told(
    run: Any,  # noqa: F811
    small: Path,  # noqa: F811
    arguments: tuple[str, ...],
    message: str,
) -> None:
    found = run("comments", small, *arguments)
    assert found.status == 2
    assert message in found.err


def test_a_file_that_cannot_be_written_to_is_refused(run: Any, tmp_path: Path) -> None:  # noqa: F811
    assert run("comments", tmp_path / "a.pdf", "b.xlsx").status == 2


def test_what_is_no_answer_is_named(run: Any, small: Path) -> None:  # noqa: F811
    path = small.with_name("b.xlsx")
    path.write_bytes(b"x")
    found = run("comments", small, "--take", path)
    assert found.status == 1
    assert found.err == "b.xlsx: is broken, or not of the kind that its name says\n"
    assert not load_document(small).comments
