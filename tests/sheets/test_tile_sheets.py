"""The sheets of a tiled poster: each shows its part, and all that helps to print and glue."""

from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path as FilePath

import pikepdf
import pytest
from PySide6.QtGui import QImage, QPainter

from blueprint_editor.drawing.drawing import Drawing, Leaf, Tag
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Inset, Path
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.export.tiles import compose_sources, draw_pages
from blueprint_editor.language.terms import find_terms
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from blueprint_editor.painters.qt import PreparedDrawing, QtFonts, QtInsets
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.tile_marks import draw_rule, hatch, list_glue_strips
from blueprint_editor.sheets.tile_sheets import TileSheets, describe_tile, place_tile
from blueprint_editor.sheets.tile_source import TileSource, list_names
from blueprint_editor.sheets.tiling import TileOptions, TilePlan, plan_tiles
from blueprint_editor.storage.format import load_document
from tests.painters.drawings import fonts
from tests.painters.pdf_gate import find_failures
from tests.painters.pdf_reader import MM_PER_POINT, read_tags
from tests.painters.pixels import make_image
from tests.sheets.conftest import SAMPLES

SCALE = 2.0
"""Pixels to a mm."""


@cache
def make_source(index: int, size: str = "A1", language: str = "") -> TileSource:
    options = ExportOptions(paper=parse_paper(size))
    (source,) = compose_sources(load_document(SAMPLES[index]), options, fonts())
    if not language:
        return source
    poster = source.poster._replace(language=language)
    return source._replace(poster=poster, terms=find_terms(language))


def make_plan(source: TileSource, paper: str = "A4", **options) -> TilePlan:
    return plan_tiles(source.poster, TileOptions(parse_paper(paper), **options))


def list_words(page: Drawing) -> list[str]:
    """Return the texts that a page adds to the poster, those of its layers among them."""
    pages = [page, *(inset for name, inset in page.insets.items() if name != "poster")]
    parts = chain.from_iterable(placed.group.parts for one in pages for placed in one.placed)
    return [item.text for part in parts for item in part.primitives if isinstance(item, GlyphRun)]


def paint_part(prepared: PreparedDrawing, area: Bounds) -> QImage:
    """Paint an area of a page so that its corner is a pixel's corner."""
    image = make_image(int(area.width * SCALE), int(area.height * SCALE))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    painter.translate(-area.x0, -area.y0)
    prepared.paint(painter, SCALE, area)
    painter.end()
    return image


def count_unlike(one: QImage, other: QImage) -> int:
    """Count the pixels that clearly differ."""
    first, second = map(read_greys, (one, other))
    return sum(abs(x - y) > 90 for x, y in zip(first, second, strict=True))


def read_greys(image: QImage) -> bytes:
    """Return a byte for each pixel."""
    # A copy that lives until its bytes are read; its rows are padded.
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pitch, data = grey.bytesPerLine(), bytes(grey.constBits())
    return b"".join(data[y * pitch : y * pitch + grey.width()] for y in range(grey.height()))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("sheets", "repeats"), [(0, False), (4, True)])
def test_what_is_seen_of_a_sheet_is_its_part_of_the_poster(sheets: int, repeats: bool) -> None:
    source = make_source(0)
    plan = make_plan(source, "A3", sheets=sheets, repeat_labels=repeats)
    insets = QtInsets(QtFonts(fonts()))
    whole, maker = insets.find(source.poster), TileSheets(source, plan)
    for tile in (plan.tiles[0], plan.tiles[len(plan.tiles) // 2], plan.tiles[-1]):
        place = place_tile(plan, tile)
        page = PreparedDrawing(maker.draw(tile), QtFonts(fonts()), insets=insets)
        part = paint_part(page, place.own)
        image = make_image(part.width(), part.height())
        painter = QPainter(image)
        painter.scale(SCALE * plan.scale, SCALE * plan.scale)
        painter.translate(-tile.own.x0, -tile.own.y0)
        whole.paint(painter, SCALE * plan.scale)
        painter.end()
        # A letter may stand a fraction of a pixel elsewhere.
        assert count_unlike(part, image) <= part.width() * part.height() * 0.002


@pytest.mark.usefixtures("qapp")
def test_poster_goes_on_under_the_glue_as_on_the_next_sheet() -> None:
    source = make_source(0)
    plan = make_plan(source, "A3", overlap=12.0)
    insets, maker = QtInsets(QtFonts(fonts())), TileSheets(source, plan)
    first, second = plan.tiles[0], plan.tiles[1]
    pages = [
        PreparedDrawing(maker.draw(tile), QtFonts(fonts()), insets=insets)
        for tile in (first, second)
    ]
    seam = place_tile(plan, first).own.x1
    start = place_tile(plan, second).own
    # Before the hatching begins, where they must agree to the pixel.
    spared = Bounds(seam, start.y0, seam + 1.0, start.y1)
    beside = Bounds(start.x0, start.y0, start.x0 + 1.0, start.y1)
    one, other = paint_part(pages[0], spared), paint_part(pages[1], beside)
    assert count_unlike(one, other) <= 4


def test_glue_margins_lie_at_the_right_and_below_where_sheets_follow() -> None:
    source = make_source(0)
    plan = make_plan(source, overlap=8.0)
    glue = find_terms("fi").tiles.glue
    for tile in plan.tiles:
        place = place_tile(plan, tile)
        right, below = tile.column < plan.columns - 1, tile.row < plan.rows - 1
        strips = list(list_glue_strips(place))
        assert len(strips) == right + below
        for strip in strips:
            assert min(strip.width, strip.height) == pytest.approx(8.0, abs=1e-6)
        words = " ".join(list_words(TileSheets(source, plan).draw(tile)))
        assert all(word in words for word in glue.split()) == (right or below)


def test_hatching_stays_in_its_strip() -> None:
    points = [command[1:] for command in hatch(Bounds(10, 20, 18, 90)).commands]
    assert all(10 <= x <= 18 and 20 <= y <= 90 for x, y in points)
    assert len(points) > 40


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_sheet_tells_its_code_its_neighbours_and_how_to_print(language: str) -> None:
    source = make_source(0, language=language)
    plan, words = make_plan(source), find_terms(language).tiles
    maker = TileSheets(source, plan)
    for tile in plan.tiles:
        told = list_words(maker.draw(tile))
        assert tile.code in told
        whole = " ".join(told)
        assert f"100 mm · {words.true_size}" in whole
        assert words.sheet.format(tile.code) in whole
        for row, column in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            neighbour = plan.find_tile(tile.row + row, tile.column + column)
            if neighbour is not None:
                assert neighbour.code in told
        assert plan.find_tile(tile.row, tile.column) is tile


def test_rule_is_exactly_100_mm_long() -> None:
    for upright in (False, True):
        first, last = draw_rule(12, 30, upright=upright).commands[:2]
        assert (last[1] - first[1], last[2] - first[2]) == ((0, 100) if upright else (100, 0))


def test_sheet_is_a_figure_that_tells_what_it_shows() -> None:
    source = make_source(1)
    plan = make_plan(source)
    tile = plan.find_tile(1, 1)
    page = TileSheets(source, plan).draw(tile)
    heading, figure = page.tags.children
    assert (heading.role, figure.role) == ("H2", "Figure")
    assert figure.alt == describe_tile(source, tile)
    assert figure.alt.startswith("Julisteen osa. "), "the heading tells the place"
    lanes = list_names(source.lanes, tile.own.y0, tile.own.y1)
    assert lanes
    assert f"Kaistat: {', '.join(lanes)}." in figure.alt


def test_repeated_labels_name_the_lanes_and_phases_of_each_sheet() -> None:
    source = make_source(0)
    plan = make_plan(source, repeat_labels=True)
    maker = TileSheets(source, plan)
    for tile in plan.tiles:
        shows = "".join(list_words(maker.draw(tile))).replace(" ", "")
        high = [
            stretch.name
            for stretch in source.lanes
            if min(stretch.end, tile.own.y1) - max(stretch.start, tile.own.y0) > 30
        ]
        if tile.column:
            assert all(name.replace(" ", "") in shows for name in high)
        place = place_tile(plan, tile)
        assert place.own.x0 == plan.options.margin + (24 if tile.column else 0)
        assert place.own.y0 == plan.options.margin + (14 if tile.row else 0)
        assert place.shown.x1 <= plan.width - plan.options.margin + 1e-6


def test_headers_are_not_repeated_above_themselves() -> None:
    source = make_source(0)
    low = make_plan(source, repeat_labels=True).find_tile(1, 1)
    assert low is not None
    deck = source.decks[0]
    (phase,) = [one.name for one in deck.phases if one.start > low.own.x0][:1]
    for top, is_told in ((low.own.y0 - 5.0, True), (low.own.y0 + 5.0, False)):
        moved = source._replace(decks=(deck._replace(top=top, bottom=low.own.y1),))
        told = list_words(TileSheets(moved, make_plan(source, repeat_labels=True)).draw(low))
        assert (phase in told) is is_told


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter", "A5"])
def test_all_ink_besides_the_poster_stays_where_printers_print(paper: str) -> None:
    source = make_source(0)
    plan = make_plan(source, paper, margin=8.0, repeat_labels=True)
    edge = 3.0
    for page in draw_pages(source, plan)[:6] + draw_pages(source, plan, is_test=True):
        for placed in page.placed:
            for item in chain.from_iterable(part.primitives for part in placed.group.parts):
                if isinstance(item, GlyphRun):
                    assert item.x >= edge - 0.1
                    assert item.x + item.width <= page.width - edge + 0.1
                    assert edge - 0.6 <= item.baseline <= page.height - edge + 0.1
                elif isinstance(item, Path):
                    xs = [x for command in item.commands for x in command[1::2]]
                    assert edge - 0.6 <= min(xs)
                    assert max(xs) <= page.width - edge + 0.6
                elif isinstance(item, Inset) and item.drawing == "poster":
                    assert item.x + item.width <= page.width - 8.0 + 1e-6


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("overlap", [10.0, 0.0])
def test_guide_tells_how_the_sheets_become_a_poster(language: str, overlap: float) -> None:
    source = make_source(0, language=language)
    plan, words = make_plan(source, overlap=overlap), find_terms(language).tiles
    guide, *sheets = draw_pages(source, plan)
    assert len(sheets) == len(plan.tiles)
    told = " ".join(list_words(guide))
    steps = words.steps_to_do if overlap else words.steps_without_glue
    for step in steps:
        assert step.split()[0] in told
    assert "841 × 594 mm" in told
    assert all(tile.code in told for tile in plan.tiles)
    assert " 2A1 " in draw_pages(source, plan.number(2))[0].tags.children[2].alt
    roles = [tag.role for tag in guide.tags.children]
    assert (roles[0], roles.count("Figure"), roles.count("L")) == ("H1", 1, 1)


def test_map_of_a_long_poster_stands_in_bands_whose_names_can_be_read() -> None:
    source = make_source(0)
    source = source._replace(poster=source.poster._replace(width=8_000.0, height=900.0))
    plan = make_plan(source, orientation="landscape")
    parts = draw_pages(source, plan)[0].placed[0].group.parts
    items = list(chain.from_iterable(part.primitives for part in parts if part.name == "map"))
    bands = [item for item in items if isinstance(item, Inset)]
    assert len(bands) > 1
    assert bands[0].left == 0.0
    shown = sum(band.width / band.scale for band in bands)
    assert shown == pytest.approx(8_000.0)
    names = [item for item in items if isinstance(item, GlyphRun)]
    assert {name.text for name in names} == {tile.code for tile in plan.tiles}
    assert len(names) == len(plan.tiles)
    assert min(name.size for name in names) >= 1.5
    assert sum(name.size > 2.0 for name in names) > len(names) / 2


def test_guide_names_the_cards_that_have_to_be_cut() -> None:
    source = make_source(1, "A0")
    plan = make_plan(source, orientation="landscape")
    cut = {source.codes[card] for one in plan.cuts for card in one.cards}
    assert cut
    told = " ".join(list_words(draw_pages(source, plan)[0]))
    assert f"Näiden korttien läpi on leikattava: {', '.join(sorted(cut))}" in told
    assert not any(one.words for one in plan.cuts)
    plan = plan._replace(cuts=(plan.cuts[0]._replace(words=("Tilanteen kartoitus",)),))
    told = " ".join(list_words(draw_pages(source, plan)[0]))
    assert "Näiden tekstien läpi on leikattava: Tilanteen kartoitus" in told


def find_lowest(page: Drawing) -> float:
    runs = [
        item.baseline
        for placed in page.placed
        for part in placed.group.parts
        for item in part.primitives
        if isinstance(item, GlyphRun) and part.name
    ]
    return max(runs)


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter", "A5"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_guide_and_test_print_fit_their_page(paper: str, orientation) -> None:
    source = make_source(0)
    plan = make_plan(source, paper, orientation=orientation)
    for page in (draw_pages(source, plan)[0], *draw_pages(source, plan, is_test=True)):
        assert find_lowest(page) <= page.height - plan.options.margin
        leaves = list(iter_leaves(page.tags))
        (placed,) = page.placed
        assert {leaf.part for leaf in leaves} == {p.name for p in placed.group.parts if p.name}


def iter_leaves(tag: Tag):
    for child in tag.children:
        if isinstance(child, Leaf):
            yield child
        else:
            yield from iter_leaves(child)


def test_test_print_shows_a_part_at_its_true_size() -> None:
    source = make_source(0)
    plan = make_plan(source)
    (page,) = draw_pages(source, plan, is_test=True)
    insets = [
        item
        for part in page.placed[0].group.parts
        for item in part.primitives
        if isinstance(item, Inset)
    ]
    (inset,) = insets
    assert inset.scale == plan.scale == 1.0
    assert inset.left + inset.width <= source.poster.width
    assert min(inset.width, inset.height) > 60


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sheets_conform_and_have_their_exact_size(path: FilePath) -> None:
    number = SAMPLES.index(path)
    source = make_source(number)
    plan = make_plan(source, "A3" if number else "A4")
    pages = draw_pages(source, plan)
    data = paint_pdf(pages, fonts(), PdfMetadata(is_for_office=True))
    assert find_failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(plan.tiles) + 1
        for page in pdf.pages:
            sides = [float(side) * MM_PER_POINT for side in page.mediabox]
            assert sides == pytest.approx([0, 0, plan.width, plan.height], abs=0.01)
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/Simplex")
        assert wishes.PickTrayByPDFSize
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles == ["Kokoamisohje", *(f"Arkki {tile.code}" for tile in plan.tiles)]
    figures = list(read_tags(data).find_all("Figure"))
    assert len(figures) == len(plan.tiles) + 1
    assert all(figure.element["/Alt"] for figure in figures)


@pytest.mark.parametrize(
    "options", [{"is_test": True}, {"codes": ("B2", "A1")}], ids=["test", "chosen"]
)
def test_other_prints_conform_too(options) -> None:
    source = make_source(2)
    source = source._replace(poster=source.poster._replace(title="Polku 字"))
    plan = make_plan(source, "A3", repeat_labels=True)
    pages = draw_pages(source, plan, **options)
    data = paint_pdf(pages, fonts())
    assert find_failures(data) == []
    assert [tag.role for tag in read_tags(data).find_all("H1")] == ["H1"]
