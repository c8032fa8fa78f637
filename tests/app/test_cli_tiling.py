"""``export --tile``: what is written and told, what the document decides, what is refused."""

from pathlib import Path

import pikepdf
import pytest

from blueprint_editor.model.records import Poster, Tiling
from blueprint_editor.storage.format import save_document
from tests.app.test_cli import make_document, run, small

__all__ = ["run", "small"]


def count_pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


@pytest.fixture
def tiled(tmp_path: Path) -> Path:
    """A document that says how its poster is cut."""
    path = tmp_path / "arkeille.blueprint"
    tiling = Tiling(paper="A3", overlap=12.0)
    save_document(make_document(poster=Poster(tiling=tiling)), path)
    return path


def test_sheets_are_written_and_told(run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    done = run("export", small, out, "--tile", "A3", "--overlap", "5", "--margin", "12", "--json")
    assert (done.status, done.err) == (0, "")
    told = done.json["tiling"]
    assert (told["paper"], told["scale"], told["printed"][0]) == ("A3", 1.0, "A1")
    assert told["sheets"] == told["rows"] * told["columns"] == count_pages(out) - 1
    assert (told["poster_width_mm"], told["poster_height_mm"]) == (841.0, 594.0)
    assert len(told["cuts"]) == told["rows"] + told["columns"] - 2
    assert {cut["axis"] for cut in told["cuts"]} == {"x", "y"}
    assert not [cut for cut in told["cuts"] if cut["cards"] or cut["labels"]]
    assert {done.json["width_mm"], done.json["height_mm"]} == {297, 420}


def test_a_person_is_told_how_many_sheets(run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    done = run("export", small, out, "--tile", "a4", "--fit-sheets", "6", "--repeat-labels")
    assert done.status == 0
    assert f"wrote {out} (" in done.out
    assert " on 6 sheets of A4 " in done.out
    assert count_pages(out) == 7


def test_chosen_sheets_and_test_print(run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    done = run("export", small, out, "--tile", "A4", "--sheets", "B2, a1", "--json")
    assert done.json["tiling"]["printed"] == ["A1", "B2"]
    assert count_pages(out) == 2
    assert run("export", small, out, "--tile", "A4", "--test-print", "--force").status == 0
    assert count_pages(out) == 1
    asked = ["--sheet-orientation", "portrait", "--enlarge", "--sheets", "A1-A3", "--force"]
    told = run("export", small, out, "--tile", "A4", *asked, "--json").json["tiling"]
    assert (told["orientation"], told["printed"]) == ("portrait", ["A1", "A2", "A3"])
    assert told["scale"] > 1.0


def test_document_decides_where_the_call_does_not(run, tiled: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    done = run("export", tiled, out, "--json")
    assert done.json["tiling"]["paper"] == "A3"
    many = count_pages(out)
    assert many > 2
    done = run("export", tiled, out, "--tile", "A4", "--json", "--force")
    assert done.json["tiling"]["paper"] == "A4"
    done = run("export", tiled, out, "--fit-sheets", "2", "--json", "--force")
    assert done.json["tiling"]["sheets"] <= 2
    for asked in (["--tile", "none"], ["--paper", "A2"], ["--publish"], ["--attach-source"]):
        assert run("export", tiled, out, *asked, "--force").status == 0
        assert count_pages(out) == 1
    assert run("export", tiled, tmp_path / "a.svg").status == 0


@pytest.mark.parametrize(
    ("out", "asked", "message"),
    [
        ("a.svg", ["--tile", "A4"], "--tile goes with a PDF only"),
        ("a.png", ["--test-print"], "--tile goes with a PDF only"),
        ("a.html", ["--tile", "A4"], "--tile goes with a PDF only"),
        ("a.pdf", ["--tile", "A77"], 'unknown paper "A77"'),
        ("a.pdf", ["--tile", "none", "--fit-sheets", "3"], "--fit-sheets does not go with"),
        ("a.pdf", ["--overlap", "3"], "--overlap needs --tile"),
        ("a.pdf", ["--tile", "A4", "--fit-sheets", "0"], "at least 1"),
        ("a.pdf", ["--tile", "A4", "--sheets", "Z9"], 'no sheet "Z9"'),
        ("a.pdf", ["--tile", "A4", "--sheets", "A1", "--test-print"], "--test-print prints"),
        ("a.pdf", ["--tile", "roll:610"], "is a roll"),
        ("a.pdf", ["--tile", "A4", "--margin", "2"], "at least 8 mm"),
        ("a.pdf", ["--tile", "A4", "--enlarge", "--fit-sheets", "4"], "--enlarge keeps"),
        ("a.pdf", ["--tile", "A4", "--overlap", "nan"], "number"),
        ("a.pdf", ["--tile", "A4", "--margin", "inf"], "number"),
    ],
)
def test_wrong_calls_are_told_in_one_line(
    run, small: Path, tmp_path: Path, out: str, asked: list[str], message: str
) -> None:
    done = run("export", small, tmp_path / out, *asked)
    assert done.status == 2
    assert message in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / out).exists()
