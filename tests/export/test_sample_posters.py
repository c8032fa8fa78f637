"""Every sample on every paper that people hang up or print: exact, whole, legible, accessible.

All of them take a minute and a half: ``packaging/dev.py endurance tests/export``.
"""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.fitting import FitGoal, find_fit
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.paper import find_page, parse_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.poster_grid import Row
from blueprint_editor.storage.format import load_document
from tests.painters.pdf_gate import PROFILES, find_failures
from tests.painters.pdf_reader import read_hidden_runs, read_runs
from tests.sheets.looks import find_blemishes

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.blueprint.json"))
SMALL = next(sample for sample in SAMPLES if sample.name.startswith("kuntouttava"))
PAPERS = ("A0", "A1", "A3", "roll:914")
TILES = ("A4", "A3")
TILE_MARGIN, OVERLAP = 10.0, 10.0
MM = 25.4 / 72
WITH_SOURCE = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)

Export = Callable[..., dict[str, Any]]


@pytest.fixture
def export(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Export:
    """Write a sample as a poster by the command line; what it tells, and the file as ``data``."""

    def run(sample: Path, *options: str) -> dict[str, Any]:
        out = tmp_path / "poster.pdf"
        status = main(["export", str(sample), str(out), "--force", "--json", *options])
        told = capsys.readouterr()
        assert status == 0, told.err
        return {**json.loads(told.out), "data": out.read_bytes(), "path": out}

    return run


def identify(sample: object) -> str:
    return sample.name.partition(".")[0] if isinstance(sample, Path) else str(sample)


def list_page_sizes(path: Path) -> list[tuple[float, float]]:
    with pikepdf.open(path) as pdf:
        boxes = [[float(edge) for edge in one.mediabox] for one in pdf.pages]
    return [((x1 - x0) * MM, (y1 - y0) * MM) for x0, y0, x1, y1 in boxes]


def squeeze(text: str) -> str:
    """Return a text without what only breaks its lines, and without arrows, which are drawn."""
    return "".join(text.replace("→", "").split()).replace("\u00ad", "")


def iter_texts(document: Document) -> Iterator[str]:
    """Yield all that a sample's poster has to say."""
    # A card does not name the actor whose lane it stands in.
    own = {lane.id: lane.actor for lane in document.lanes}
    named = {actor for c in document.cards for actor in c.actors if actor != own[c.lane]}
    yield from (document.title, document.subtitle)
    yield from (phase.name for phase in document.phases)
    yield from (words for step in document.steps for words in (step.name, step.repeats))
    yield from (words for lane in document.lanes for words in (lane.name, lane.hint))
    yield from (card.text for card in document.cards)
    yield from (card.legal_basis for card in document.cards)
    yield from (link.label for card in document.cards for link in card.links)
    yield from (connector.label for connector in document.connectors)
    yield from (mark.text for mark in document.marks)
    yield from (band.text for band in document.responsibilities)
    yield from (source.title for source in document.sources)
    yield from (actor.name for actor in document.actors if actor.id in named)
    for persona in document.personas:
        yield from (persona.name, persona.situation, persona.goal, persona.quote)
        yield from (barrier.text for barrier in persona.barriers)
    if document.project is not None:
        yield document.project.disclaimer
        yield from (link.label for link in document.project.links)


def find_lost_texts(document: Document, told: dict[str, Any]) -> list[str]:
    """Return the texts that stand on no page, neither in sight nor to be found only."""
    runs = [
        run
        for index in range(told["pages"])
        for run in (*read_runs(told["data"], index), *read_hidden_runs(told["data"], index))
    ]
    words = squeeze("".join(run.text for run in runs))
    return [text for text in iter_texts(document) if squeeze(text) not in words]


def check_poster(export: Export, sample: Path, paper: str) -> None:
    told = export(sample, "--paper", paper, "--tile", "none", "--fit")
    width, height = find_page(parse_paper(paper), "landscape")
    ((found_width, found_height),) = list_page_sizes(told["path"])
    assert found_height == pytest.approx(height, abs=0.1)
    assert found_width == pytest.approx(width or told["width_mm"], abs=0.1)
    assert find_lost_texts(load_document(sample), told) == []
    assert told["missing_glyphs"] == []
    assert find_failures(told["data"], PROFILES) == []


def check_tiles(export: Export, sample: Path, tile: str) -> None:
    told = export(sample, "--paper", "A1", "--tile", tile, "--fit")
    tiling = told["tiling"]
    assert (tiling["poster_width_mm"], tiling["poster_height_mm"]) == (841, 594)
    assert tiling["scale"] == 1
    assert all(not cut["cards"] and not cut["labels"] for cut in tiling["cuts"])
    assert tiling["sheets"] == tiling["rows"] * tiling["columns"] == told["pages"] - 1
    sides = parse_paper(tile).sides
    sheet = sides if tiling["orientation"] == "portrait" else sides[::-1]
    for found in list_page_sizes(told["path"]):
        assert found == pytest.approx(sheet, abs=0.1)
    assert tiling["sheets"] >= count_fewest_sheets(sheet)
    assert find_lost_texts(load_document(sample), told) == []
    assert find_failures(told["data"], PROFILES) == []


def count_fewest_sheets(sheet: tuple[float, float]) -> int:
    """Return by hand how many sheets A1 takes at the least, wherever the cuts run."""
    count = 1
    for length, side in zip((841.0, 594.0), sheet, strict=True):
        room = side - 2 * TILE_MARGIN
        count *= max(1, math.ceil((length - OVERLAP) / (room - OVERLAP)))
    return count


def compose_fitted(sample: Path, paper: str) -> tuple[Poster, float]:
    """Return a sample's poster fitted to a paper, and its type scale."""
    typesetter = Typesetter(FontLibrary())
    document = load_document(sample)
    fit = find_fit(document, FitGoal(parse_paper(paper), "landscape"), typesetter).fit
    poster = document.poster.changed(fit=fit, paper=paper, orientation="landscape")
    found = PosterComposer(typesetter).compose(document.changed(poster=poster))
    return found, fit.type_scale


def check_looks(sample: Path, paper: str) -> None:
    poster, scale = compose_fitted(sample, paper)
    assert find_blemishes(poster.drawing, poster.grid, scale) == []


def test_a_sample_on_a_desktop_paper(export: Export) -> None:
    check_poster(export, SMALL, "A3")
    check_looks(SMALL, "A3")


def test_blemishes_are_noticed() -> None:
    poster, scale = compose_fitted(SMALL, "A3")
    moved = tuple(
        one._replace(x=one.x - 7.0, y=one.y + 9.0) if one.group.kind == "connector" else one
        for one in poster.drawing.placed
    )
    found = "\n".join(find_blemishes(poster.drawing._replace(placed=moved), poster.grid, scale))
    assert "runs through card" in found
    assert "stand on card" in found
    rows = tuple(Row("", float(y), 1.0) for y in range(297))
    grid = poster.grid._replace(decks=(poster.grid.decks[0]._replace(rows=rows),))
    found = "\n".join(find_blemishes(poster.drawing, grid, scale))
    assert "runs along the edge of a lane" in found
    assert "stand on the edge of a lane" in found
    found = "\n".join(find_blemishes(poster.drawing, poster.grid, 10 * scale))
    assert "no room for its head" in found


def test_a_sample_on_office_paper(export: Export) -> None:
    check_tiles(export, SMALL, "A3")


@pytest.mark.endurance
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_every_sample_on_every_paper(export: Export, sample: Path, paper: str) -> None:
    check_poster(export, sample, paper)


@pytest.mark.endurance
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_nothing_is_in_the_way_on_any_paper(sample: Path, paper: str) -> None:
    check_looks(sample, paper)


@pytest.mark.endurance
@pytest.mark.parametrize("tile", TILES)
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_every_sample_on_office_paper(export: Export, sample: Path, tile: str) -> None:
    check_tiles(export, sample, tile)


@pytest.mark.endurance
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_every_sample_in_its_other_language(export: Export, sample: Path) -> None:
    told = export(sample, "--paper", "A1", "--tile", "none", "--fit", "--language", "en")
    assert find_lost_texts(translate(load_document(sample), "en"), told) == []
    assert find_failures(told["data"], PROFILES) == []


@pytest.mark.endurance
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_every_sample_with_its_source_inside(export: Export, sample: Path) -> None:
    told = export(sample, "--paper", "A1", "--tile", "none", "--fit", "--attach-source")
    assert find_failures(told["data"], WITH_SOURCE) == []


@pytest.mark.endurance
@pytest.mark.parametrize("sheet", [name for name in SHEETS if name not in {"poster", "changes"}])
@pytest.mark.parametrize("sample", SAMPLES, ids=identify)
def test_every_sheet_of_every_sample(export: Export, sample: Path, sheet: str) -> None:
    if sheet == "paths" and len(load_document(sample).variants) < 2:
        pytest.skip("has no two paths")
    told = export(sample, "--sheet", sheet)
    assert find_failures(told["data"], PROFILES) == []
    assert told["missing_glyphs"] == []
