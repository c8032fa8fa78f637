"""Plans of sheets: counts worked out by hand, overlaps, what is cut, what cannot be."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.drawing.drawing import Drawing, Group, PageFit, Part, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, Rectangle
from blueprint_editor.export.jobs import make_pages
from blueprint_editor.export.options import ExportOptions
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.tiling import (
    TileOptions,
    TilingError,
    find_fewer,
    is_held_by_cuts,
    name_row,
    plan_tiles,
)
from blueprint_editor.sheets.tiling_items import Importance, list_items
from blueprint_editor.storage.format import load_document
from tests.painters.drawings import WHOLE, fonts, set_run
from tests.sheets.conftest import SAMPLES

A4, A3, LETTER = (parse_paper(name) for name in ("A4", "A3", "Letter"))


def make_page(width: float, height: float, *boxes: Bounds, fit: PageFit = WHOLE) -> Drawing:
    """A page with cards at boxes."""
    placed = []
    for number, box in enumerate(boxes):
        part = Part("text", (Rectangle(0, 0, box.width, box.height, "#FFE79E"),))
        bounds = Bounds(0, 0, box.width, box.height)
        placed.append(Placed(Group(f"c{number}", "card", (part,), bounds), box.x0, box.y0))
    return Drawing(width, height, tuple(placed), Tag("Document"), "Sivu", "fi", fit=fit)


@pytest.mark.parametrize(
    ("size", "paper", "margin", "overlap", "expected"),
    [
        # Portrait A4 shows 190 × 277 of which 180 × 267 are new: 1 + ⌈(1189 − 190) / 180⌉ = 7
        # columns, 1 + ⌈(841 − 277) / 267⌉ = 4 rows; landscape 5 × 5 is fewer.
        ((1189, 841), A4, 10, 10, ("landscape", 5, 5)),
        # Portrait 1 + ⌈651 / 180⌉ = 5 columns × 1 + ⌈317 / 267⌉ = 3 rows, landscape 4 × 4.
        ((841, 594), A4, 10, 10, ("portrait", 5, 3)),
        # Portrait A3 shows 277 × 400: 1 + ⌈564 / 267⌉ = 4 × 2; landscape 3 × 3.
        ((841, 594), A3, 10, 10, ("portrait", 4, 2)),
        # Without glue and with the least margin: 194 × 281, ⌈841 / 194⌉ = 5, ⌈594 / 281⌉ = 3;
        # landscape ⌈841 / 281⌉ = 3 × ⌈594 / 194⌉ = 4.
        ((841, 594), A4, 8, 0, ("landscape", 3, 4)),
        # Letter shows 195.9 × 259.4, landscape 259.4 × 195.9: 1 + ⌈581.6 / 249.4⌉ = 4, and
        # 1 + ⌈398.1 / 185.9⌉ = 4; portrait 1 + ⌈645.1 / 185.9⌉ = 5 × 1 + ⌈334.6 / 249.4⌉ = 3.
        ((841, 594), LETTER, 10, 10, ("portrait", 5, 3)),
        # A sheet's worth and a little more.
        ((190, 277), A4, 10, 10, ("portrait", 1, 1)),
        ((191, 277), A4, 10, 10, ("portrait", 2, 1)),
    ],
)
def test_sheets_are_as_many_as_counted_by_hand(size, paper, margin, overlap, expected) -> None:
    plan = plan_tiles(make_page(*size), TileOptions(paper, overlap, margin))
    assert (plan.options.orientation, plan.columns, plan.rows) == expected
    assert len(plan.tiles) == plan.columns * plan.rows


def test_codes_name_rows_and_columns() -> None:
    plan = plan_tiles(make_page(400, 600), TileOptions(A4, orientation="portrait"))
    codes = [tile.code for tile in plan.tiles]
    assert codes == ["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"]
    names = [name_row(row) for row in (0, 25, 26, 27, 701, 702)]
    assert names == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert plan.find_tile(1, 1) is plan.tiles[4]
    assert (plan.find_tile(-1, 0), plan.find_tile(0, 3)) == (None, None)


def test_chosen_sheets_come_in_the_order_of_the_plan() -> None:
    plan = plan_tiles(make_page(400, 600), TileOptions(A4, orientation="portrait"))
    assert [tile.code for tile in plan.choose(["b3", " A2 "])] == ["A2", "B3"]
    assert plan.choose([]) == plan.tiles
    assert [tile.code for tile in plan.choose(["A3–b2", "c1 - c1"])] == ["A3", "B1", "B2", "C1"]
    with pytest.raises(TilingError, match=r'no sheet "D1" \(A1 to C3\)'):
        plan.choose(["A1", "D1"])


@given(
    st.floats(50, 1500), st.floats(50, 1500), st.sampled_from([A4, A3, LETTER]),
    st.floats(8, 20), st.floats(0, 30), st.booleans(), st.integers(0, 20),
)  # fmt: skip
def test_sheets_cover_the_poster_and_overlap_exactly(
    width, height, paper, margin, overlap, repeats, most
) -> None:
    options = TileOptions(paper, overlap, margin, most, repeat_labels=repeats)
    plan = plan_tiles(make_page(width, height), options)
    if most:
        assert len(plan.tiles) <= most
    room = (plan.width - 2 * margin, plan.height - 2 * margin)
    for tile in plan.tiles:
        strips = plan.strip_width * bool(tile.column), plan.strip_height * bool(tile.row)
        shown = tile.shown.width * plan.scale, tile.shown.height * plan.scale
        assert shown[0] + strips[0] <= room[0] + 1e-3
        assert shown[1] + strips[1] <= room[1] + 1e-3
        right, below = (
            plan.find_tile(tile.row, tile.column + 1), plan.find_tile(tile.row + 1, tile.column)
        )  # fmt: skip
        glue = overlap / plan.scale
        if right is None:
            assert tile.shown.x1 == tile.own.x1 == width
        else:
            assert tile.own.x1 == right.own.x0
            assert tile.shown.x1 - right.own.x0 == pytest.approx(glue, abs=1e-6)
        if below is None:
            assert tile.shown.y1 == tile.own.y1 == height
        else:
            assert tile.own.y1 == below.own.y0
            assert tile.shown.y1 - below.own.y0 == pytest.approx(glue, abs=1e-6)
    assert (plan.tiles[0].own.x0, plan.tiles[0].own.y0) == (0, 0)


def test_cuts_go_between_cards_on_a_page_that_is_scaled() -> None:
    boxes = [Bounds(x, y, x + 50, y + 30) for x, y in product(range(10, 500, 60), (10, 60, 110))]
    page = make_page(1000, 320, *boxes, fit=PageFit(2.0, 3.0, 1.0))
    plan = plan_tiles(page, TileOptions(A4))
    assert not any(cut.cards or cut.labels for cut in plan.cuts)
    # The gaps between columns lie at 123 + 120 n to 143 + 120 n mm of the page.
    upright = [cut.place for cut in plan.cuts if cut.axis == "x"]
    assert [(place - 123) % 120 for place in upright] == [pytest.approx(10)] * len(upright)


def test_what_has_to_be_cut_is_told() -> None:
    page = make_page(600, 200, Bounds(20, 20, 580, 60), Bounds(20, 80, 60, 120))
    plan = plan_tiles(page, TileOptions(A4))
    upright = [cut for cut in plan.cuts if cut.axis == "x"]
    assert upright
    assert {cut.cards for cut in upright} == {("c0",)}


def test_labels_and_badges_stay_whole_but_lines_and_frames_do_not_matter() -> None:
    def place(key: str, kind, name: str, item, x: float) -> Placed:
        return Placed(Group(key, kind, (Part(name, (item,)),), Bounds(0, 0, 900, 40)), x, 20)

    word = set_run("Työkykykoordinaattori", 0, 20, 3.0)
    label = place("lane", "lane", "name", word, 220)
    frame = place("band", "decoration", "", Rectangle(0, 0, 500, 30), 10)
    line = place("wire", "connector", "line", Rectangle(0, 0, 30, 0.5), 245)
    page = make_page(520, 200)._replace(placed=(label, frame, line))
    plan = plan_tiles(page, TileOptions(A4, orientation="landscape"))
    assert plan.columns == 2
    assert not plan.cuts[0].labels
    assert 220 + word.width < plan.cuts[0].place <= 267


def test_a_label_that_has_to_be_cut_is_told_by_its_words() -> None:
    words = set_run("Työkykykoordinaattori kulkee mukana koko polun", 0, 30, 26.0)
    parts = Part("name", (words,)), Part("dot", (Rectangle(0, 60, 400, 1),))
    group = Group("v1", "phase", parts, Bounds(0, 0, words.width, 60), "Polku")
    page = make_page(600, 200)._replace(placed=(Placed(group, 10, 0),))
    upright = [cut for cut in plan_tiles(page, TileOptions(A4)).cuts if cut.axis == "x"]
    assert {(cut.labels, cut.words) for cut in upright} == {(("v1",), (words.text,))}


@pytest.mark.parametrize("key", ["l1.line", "l1.line.row2", "l1.curve.row12", "row-break.1"])
def test_words_of_lines_and_of_further_rows_are_labels(key: str) -> None:
    words = set_run("jatkuu alla: 4 Suunnitelma", 0, 8, 6.0)
    frame = Rectangle(0, 0, 300, 20)
    part = Part("" if key.startswith("row") else "interaction", (frame, words))
    group = Group(key, "decoration", (part,), Bounds(0, 0, 300, 20))
    items = list_items(make_page(600, 200)._replace(placed=(Placed(group, 0, 0),)))
    labels = [item for item in items if item.importance == Importance.LABEL]
    assert [(item.box.width, item.words) for item in labels] == [(words.width, words.text)]


def test_signs_of_the_footer_stay_whole_like_words() -> None:
    sign = Part("", (Rectangle(0, 0, 8, 5),))
    group = Group("footer.legend", "decoration", (sign,), Bounds(0, 0, 8, 5))
    (item,) = list_items(make_page(600, 200)._replace(placed=(Placed(group, 100, 190),)))
    assert (item.box, item.importance) == (Bounds(100, 190, 108, 195), Importance.WORD)


def test_fewer_sheets_of_another_margin_or_lying_otherwise_are_found() -> None:
    # Portrait A4 with margins of 12 shows 186 × 273, of which 176 × 263 are new: 5 × 3; with 8 mm
    # 194 × 281, of which 184 × 271 are new: 1 + ⌈(841 - 194) / 184⌉ = 5 and 1 + ⌈313 / 271⌉ = 3.
    page = make_page(841, 594)
    assert find_fewer(page, plan_tiles(page, TileOptions(A4, margin=12.0))) is None
    lying = plan_tiles(page, TileOptions(A4, orientation="landscape"))
    found = find_fewer(page, lying)
    assert (len(lying.tiles), found) == (16, (15, "portrait", 10.0))
    # Between margins of 20 A4 shows 170 of which 160 are new: 190 take two, with 8 mm one.
    small = make_page(190, 250)
    found = find_fewer(small, plan_tiles(small, TileOptions(A4, margin=20.0)))
    assert found == (1, "portrait", 8.0)
    card = make_page(841, 594, Bounds(50, 50, 300, 90))
    assert find_fewer(card, plan_tiles(card, TileOptions(A4, orientation="landscape"))) is None
    assert find_fewer(page, plan_tiles(page, TileOptions(A4, sheets=20))) is None


def test_a_long_text_is_cut_between_words() -> None:
    run = set_run("Osatyökykyisen palvelupolku työssä ja työn alussa", 0, 40, 20.0)
    title = Group("title", "document", (Part("title", (run,)),), Bounds(0, 0, run.width, 60))
    page = make_page(600, 200)._replace(placed=(Placed(title, 10, 0),))
    plan = plan_tiles(page, TileOptions(A4, orientation="landscape"))
    upright = [cut.place - 10 for cut in plan.cuts if cut.axis == "x"]
    ends, at = [], 0.0
    unit = run.width / sum(glyph.advance for glyph in run.glyphs)
    for glyph in run.glyphs:
        at += glyph.advance * unit
        if run.text[glyph.cluster] == " ":
            ends.append((at - glyph.advance * unit, at))
    assert upright
    for place in upright:
        assert any(left < place < right for left, right in ends) or place > run.width


@pytest.mark.parametrize("most", [1, 4, 7, 16])
def test_so_many_sheets_are_used_as_far_as_they_reach(most: int) -> None:
    page = make_page(841, 594)
    plan = plan_tiles(page, TileOptions(A4, sheets=most))
    assert len(plan.tiles) <= most
    larger = page._replace(width=841 * plan.scale * 1.001, height=594 * plan.scale * 1.001)
    assert len(plan_tiles(larger, TileOptions(A4)).tiles) > most


def test_a_poster_that_cards_keep_small_is_told() -> None:
    wide = make_page(841, 594, Bounds(20, 50, 800, 90))
    held = plan_tiles(wide, TileOptions(A4, sheets=12))
    assert len(held.tiles) < 12
    assert not any(cut.cards for cut in held.cuts)
    assert is_held_by_cuts(held)
    assert not is_held_by_cuts(plan_tiles(make_page(841, 594), TileOptions(A4, sheets=12)))
    assert not is_held_by_cuts(plan_tiles(wide, TileOptions(A4)))


def test_an_enlarged_poster_takes_as_many_sheets_and_more_of_each() -> None:
    page = make_page(841, 594)
    plain, enlarged = (plan_tiles(page, TileOptions(A4, enlarges=on)) for on in (False, True))
    assert len(enlarged.tiles) == len(plain.tiles)
    assert enlarged.scale > 1.02
    assert plan_tiles(page, TileOptions(A4, sheets=4, enlarges=True)).scale < 1.0


def test_repeated_labels_take_room() -> None:
    page = make_page(841, 594)
    plain, told = (plan_tiles(page, TileOptions(A4, repeat_labels=on)) for on in (False, True))
    assert len(told.tiles) > len(plain.tiles)
    assert (plain.strip_width, told.strip_width) == (0, 24)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (TileOptions(parse_paper("roll:610")), "is a roll"),
        (TileOptions(A4, margin=7.9), "at least 8 mm"),
        (TileOptions(A4, overlap=-1), "cannot be negative"),
        (TileOptions(A4, sheets=-1), "cannot be negative"),
        (TileOptions(A4, overlap=260), "too little of A4"),
        (TileOptions(parse_paper("60x90")), "too little of 60x90"),
        (TileOptions(A4, overlap=130), "more than 1000 sheets"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: TileOptions, message: str) -> None:
    with pytest.raises(TilingError, match=message):
        plan_tiles(make_page(6_000, 4_000), options)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_card_of_a_sample_is_cut(path: Path) -> None:
    (drawing,), _ = make_pages(load_document(path), ExportOptions(paper=parse_paper("A1")), fonts())
    for paper in (A4, A3):
        plan = plan_tiles(drawing, TileOptions(paper))
        assert not [cut for cut in plan.cuts if cut.cards]
        for tile in plan.tiles:
            edges = {*tile.own[::2]}, {*tile.own[1::2]}
            for group, x, y in drawing.placed:
                if group.kind == "card":
                    scale, dx, dy = drawing.fit
                    box = [side * scale for side in group.bounds.moved(x, y)]
                    assert not any(box[0] + dx < edge < box[2] + dx for edge in edges[0])
                    assert not any(box[1] + dy < edge < box[3] + dy for edge in edges[1])
