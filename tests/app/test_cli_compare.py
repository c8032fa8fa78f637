"""The commands diff and merge."""

from collections.abc import Callable
from pathlib import Path

import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import load_document, save_document
from tests.app.test_cli import Run, make_document
from tests.model.test_alignment import make

Call = Callable[..., Run]


@pytest.fixture(name="run")
def _run(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: object) -> Run:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return call


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A document with a named version, and what it became."""
    before = KeepVersion("version-1", "Paja 1", "2026-03-14").apply(make_document())
    after = SetCardText("c1", "Ottaa yhteyttä").apply(before)
    paths = tmp_path / "ennen.blueprint", tmp_path / "nyt.blueprint"
    for path, document in zip(paths, (before, after), strict=True):
        save_document(document, path)
    return paths


def test_diff_names_what_differs_in_words_and_as_json(run: Call, files: tuple[Path, Path]) -> None:
    done = run("diff", *files, "--language", "en")
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "Reworded (1)\n  Card: “Soittaa neuvontaan” → “Ottaa yhteyttä”\n1 reworded\n"
    )
    found = run("diff", *files, "--json").json
    assert found["counts"] == {"added": 0, "removed": 0, "moved": 0, "reworded": 1, "altered": 0}
    assert found["records"] == [
        {
            "collection": "cards", "id": "c1", "changes": ["reworded"], "fields": ["text"],
            "before": "Soittaa neuvontaan", "after": "Ottaa yhteyttä",
        }
    ]  # fmt: skip


def test_diff_since_a_named_version_with_its_poster_and_list(
    run: Call,
    files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    poster = tmp_path / "muutokset.svg"
    told = tmp_path / "muutokset.pdf"
    prints = ("--poster", poster, "--list", told)
    done = run("diff", files[1], "--since", "Paja 1", *prints, "--language", "fi")
    assert done.status == 0
    assert "Soittaa neuvontaan" in done.out
    assert poster.read_bytes().startswith(b"<?xml")
    assert told.read_bytes().startswith(b"%PDF")
    again = run("diff", files[1], "--since", "Paja 1", "--poster", poster)
    assert again.status == 2
    assert "--force" in again.err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "give OTHER"),
        (("--since", "Paja 9"), 'no named version "Paja 9" (one of: Paja 1)'),
        (("--since", "Paja 1", "--language", "xx"), "unknown language"),
        (("--since", "Paja 1", "--poster", "kuva.gif"), "unknown ending"),
        (("--since", "Paja 1", "--list", "kuva.png"), "--list writes a PDF"),
    ],
)
def test_wrong_calls_of_diff_are_told_in_a_line(
    run: Call,
    files: tuple[Path, Path],
    more: tuple[str, ...],
    told: str,
) -> None:
    done = run("diff", files[0], *more)
    assert done.status == 2
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.fixture
def two_paths() -> Document:
    return make(
        ("a1", "a", "1", "Soittaa"), ("b1", "b", "1", "Soittaa."), ("b2", "b", "2", "Odottaa"),
    )  # fmt: skip


def test_merge_makes_common_what_is_proposed(
    run: Call,
    tmp_path: Path,
    two_paths: Document,
) -> None:
    source, out = tmp_path / "kaksi.blueprint", tmp_path / "yleinen.blueprint"
    save_document(two_paths, source)
    done = run("merge", source, out, "--first", "Mirja", "--json")
    assert (done.json["common"], done.json["apart"]) == (1, 1)
    merged = load_document(out)
    assert {card.id: card.variants for card in merged.cards} == {"a1": (), "b2": ("path-b",)}
    assert merged.snapshots[0].name == "Before merging M Mirja + J Jere"
    everything = run("merge", source, out, "--decide", "all", "--force")
    assert "2.1" not in everything.out.splitlines()[-1]
    assert all(card.variants == () for card in load_document(out).cards)


def test_merge_takes_a_path_of_another_file_in_and_does_so_alike_each_time(
    run: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one, two, out = (tmp_path / f"{name}.blueprint" for name in ("yksi", "kaksi", "ulos"))
    save_document(make_document(), one)
    save_document(make_document(title="Toinen"), two)
    assert run("merge", one, out, "--with", two).status == 0
    first = out.read_bytes()
    assert run("merge", one, out, "--with", two, "--force").status == 0
    assert out.read_bytes() == first
    assert [card.text for card in load_document(out).cards] == ["Soittaa neuvontaan"]


def test_document_without_a_second_path_is_told(run: Call, tmp_path: Path) -> None:
    source = tmp_path / "yksi.blueprint"
    save_document(make_document(), source)
    done = run("merge", source, tmp_path / "ulos.blueprint")
    assert done.status == 2
    assert "two are needed" in done.err
    assert run("merge", source, tmp_path / "ulos.pdf").status == 2
