"""Fits, pages and texts by the command line."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.storage.format import load_document
from tests.painters.pdf_gate import find_failures

SAMPLE = Path(__file__).parents[2] / "samples" / "kuntouttava-tyotoiminta.blueprint.json"
MM = 25.4 / 72


def export(capsys: pytest.CaptureFixture[str], out: Path, *options: str) -> dict[str, Any]:
    status = main(["export", str(SAMPLE), str(out), "--json", *options])
    told = capsys.readouterr()
    assert status == 0, told.err
    found: dict[str, Any] = json.loads(told.out)
    return found


def test_fit_makes_text_larger_and_leaves_the_file_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = SAMPLE.read_bytes()
    plain = export(capsys, tmp_path / "a.pdf", "--paper", "A3")
    fitted = export(capsys, tmp_path / "b.pdf", "--paper", "A3", "--fit")
    assert fitted["text"]["body_pt"] >= 0.99 * plain["text"]["body_pt"]
    assert (fitted["width_mm"], fitted["height_mm"]) == (420, 297)
    assert fitted["text"]["verdict"] == "too_small"
    assert fitted["text"]["readable_m"] == pytest.approx(
        fitted["text"]["smallest_pt"] / 10, abs=0.01
    )
    assert SAMPLE.read_bytes() == before
    assert find_failures((tmp_path / "b.pdf").read_bytes()) == []


def test_a_fixed_scale_takes_as_long_a_roll_as_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = export(capsys, tmp_path / "a.svg", "--paper", "roll:914", "--fit", "1")
    assert told["height_mm"] == 914
    assert told["text"]["body_pt"] == 18


def test_a_fixed_scale_takes_as_large_a_paper_as_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = export(capsys, tmp_path / "a.svg", "--paper", "A3", "--fit", "0.5")
    assert (told["width_mm"], told["height_mm"]) == (594, 420)
    assert told["text"]["body_pt"] == pytest.approx(9, abs=0.01)
    options = ("--paper", "A3", "--fit", "0.7", "--tile", "A3")
    tiled = export(capsys, tmp_path / "b.pdf", *options)
    assert tiled["tiling"]["scale"] == 1
    assert tiled["tiling"]["poster_width_mm"] > 594
    assert tiled["text"]["body_pt"] == pytest.approx(12.6, abs=0.01)


def test_least_text_takes_the_next_larger_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = export(capsys, tmp_path / "a.svg", "--paper", "A3", "--min-text", "6.5")
    assert told["text"]["smallest_pt"] >= 6.5
    assert (told["width_mm"], told["height_mm"]) == (594, 420)


def test_least_text_on_office_paper_takes_as_many_sheets_as_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--paper", "A3", "--min-text", "9", "--tile", "A4")
    told = export(capsys, tmp_path / "a.pdf", *options)
    assert told["tiling"]["scale"] == 1
    assert told["tiling"]["poster_width_mm"] > 650


def test_several_posters_are_pages_of_one_file_or_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = export(capsys, tmp_path / "a.pdf", "--paper", "A3", "--split", "3")
    assert told["pages"] == 3
    data = (tmp_path / "a.pdf").read_bytes()
    assert find_failures(data) == []
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert [str(entry.title) for entry in pdf.open_outline().root] == [
            f"{number} {phase.name}" for number, phase in enumerate(load_document(SAMPLE).phases, 1)
        ]
    told = export(capsys, tmp_path / "b.svg", "--paper", "A3", "--split", "2")
    assert [Path(file).name for file in told["files"]] == ["b-1.svg", "b-2.svg"]
    export(capsys, tmp_path / "c.pdf", "--paper", "A3", "--split-at", "2, 5")
    with pikepdf.open(tmp_path / "c.pdf") as pdf:
        texts = [[str(e.title)[0] for e in pdf.open_outline().root], len(pdf.pages)]
    assert texts == [["1", "2", "3", "4", "5", "6", "7"], 3]


def test_rows_stand_on_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = export(capsys, tmp_path / "a.pdf", "--paper", "A3", "--rows", "2")
    assert (told["pages"], told["width_mm"], told["height_mm"]) == (1, 420, 297)
    assert find_failures((tmp_path / "a.pdf").read_bytes()) == []
    at = ("--paper", "A3", "--rows-at", "3,5")
    assert export(capsys, tmp_path / "c.pdf", *at)["pages"] == 1
    tiled = export(capsys, tmp_path / "b.pdf", "--rows", "2", "--tile", "A3", "--repeat-labels")
    assert tiled["pages"] > 2
    filled = export(capsys, tmp_path / "d.pdf", "--fit", "--tile", "A3", "--fit-sheets", "4")
    assert filled["tiling"]["sheets"] <= 4
    assert filled["tiling"]["poster_width_mm"] != pytest.approx(filled["width_mm"])


def test_bleed_edge_and_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut = export(capsys, tmp_path / "a.pdf", "--bleed", "3", "--crop-marks", "--edge", "20")
    assert cut["width_mm"] == 841 + 2 * 10.5
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        left, _, right, _ = (float(side) * MM for side in pdf.pages[0].obj.TrimBox)
        assert right - left == pytest.approx(841, abs=0.01)
    proof = export(capsys, tmp_path / "b.pdf", "--proof")
    assert (proof["width_mm"], proof["height_mm"], proof["text"]) == (297, 210, None)


@pytest.mark.parametrize(
    ("out", "options", "told"),
    [
        ("a.html", ("--fit",), "goes with a sheet only"),
        ("a.pdf", ("--fit", "9000"), "--fit takes"),
        ("a.pdf", ("--fit", "x"), "--fit takes"),
        ("a.pdf", ("--fit", "1", "--min-text", "9"), "does not go with a scale"),
        ("a.pdf", ("--min-text", "0"), "--min-text must be from"),
        ("a.pdf", ("--min-text", "nan"), "--min-text must be from"),
        ("a.pdf", ("--split", "5"), "--split must be from 2 to 4"),
        ("a.pdf", ("--split", "2", "--split-at", "3"), "give it or --split-at"),
        ("a.pdf", ("--split-at", "1"), "can begin with phase 1 (2 to 7 can)"),
        ("a.pdf", ("--rows-at", "3;5"), "takes numbers of phases"),
        ("a.pdf", ("--rows", "7"), "--rows must be from 1 to 6"),
        ("a.pdf", ("--bleed", "-1"), "--bleed must be from 0"),
        ("a.pdf", ("--edge", "80"), "--edge must be from 0"),
        ("a.pdf", ("--edge", "50", "--paper", "100x900"), "50 mm leave nothing of a page of"),
        ("a.pdf", ("--min-text", "400", "--paper", "A1"), "no poster of up to 20 m holds"),
        ("a.pdf", ("--paper", "5x5"), "sides of 20 to 20000 mm"),
        ("a.pdf", ("--proof", "A9"), "unknown paper"),
        ("a.pdf", ("--proof", "roll:610"), "a sheet, not a roll"),
        ("a.pdf", ("--bleed", "3", "--tile", "A4"), "does not go with --tile"),
        ("a.pdf", ("--split", "2", "--tile", "A4", "--fit-sheets", "9"), "is for one poster"),
        ("a.pdf", ("--sheet", "W1", "--fit"), "goes with the poster only"),
    ],
)
def test_what_does_not_go_together(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    out: str,
    options: tuple[str, ...],
    told: str,
) -> None:
    assert main(["export", str(SAMPLE), str(tmp_path / out), *options]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_info_tells_the_sizes_of_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(SAMPLE), "--json"]) == 0
    text = json.loads(capsys.readouterr().out)["text"]
    assert text["smallest_pt"] < text["body_pt"]
    assert main(["info", str(SAMPLE)]) == 0
    assert "\ntext: smallest text " in capsys.readouterr().out
