import math
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from blueprint_editor.drawing.drawing import Group, Part, Placed
from blueprint_editor.drawing.primitives import (
    Bounds,
    GlyphRun,
    ImageUse,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.qt import (
    Overview,
    PreparedGroup,
    QtFonts,
    QtImages,
    find_body,
    is_covered,
    paint_group,
    paint_overview,
)
from blueprint_editor.painters.qt.dashes import cut_dashes, iter_dashes
from blueprint_editor.painters.qt.ingredients import make_painter_path
from tests.painters.drawings import (
    ARABIC,
    fonts,
    make_card,
    make_connector,
    make_photo,
    make_poster,
    make_special_card,
    set_run,
)
from tests.painters.pixels import colour_at, find_ink, make_image, paint_one

pytestmark = pytest.mark.usefixtures("qapp")


def _group(*items: Primitive, outline: tuple[str, str] | None = None) -> Group:
    return Group("g", "card", (Part("", items),), Bounds(0, 0, 50, 30), outline=outline)


def _ink_of(run: GlyphRun) -> Bounds:
    """Return where HarfBuzz says that a run's ink lies, in mm."""
    face = fonts().face(run.face)
    unit = run.size / face.units_per_em
    x = run.x
    boxes = []
    for glyph in run.glyphs:
        extents = face.hb_font.get_glyph_extents(glyph.id)
        if extents.width:
            left = x + (glyph.x_offset + extents.x_bearing) * unit
            top = run.baseline - (glyph.y_offset + extents.y_bearing) * unit
            boxes.append((left, top, left + extents.width * unit, top - extents.height * unit))
        x += glyph.advance * unit
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Bounds(min(x0), min(y0), max(x1), max(y1))


@pytest.mark.parametrize(
    "run",
    [
        set_run("AV-tilaan Työhön", 2, 12, 5.0),
        set_run("طلب.", 2, 12, 6.0, face=ARABIC, language="ar", right_to_left=True),
        set_run("palvelu", 2, 12, 5.0, soft_hyphen=True),
    ],
    ids=["kerned", "right to left", "hyphen"],
)
@pytest.mark.parametrize("scale", [6.0, 20.0])
def test_ink_lies_where_harfbuzz_put_it(run: GlyphRun, scale: float) -> None:
    found = find_ink(paint_one(_group(run), scale), scale)
    assert found is not None
    expected = _ink_of(run).moved(5, 5)
    assert found == pytest.approx(expected, abs=1.3 / scale)


@pytest.mark.parametrize("ratio", [1, 2, 3])
@pytest.mark.parametrize("em_px", [10, 30, 59, 61, 70, 300])
def test_large_text_is_painted_on_any_screen(em_px: int, ratio: int) -> None:
    run = set_run("A", 0, 5, 5.0)
    scale = em_px / 5.0
    image = make_image(em_px * ratio, em_px * ratio)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_group(painter, _group(run), QtFonts(fonts()), QtImages(), scale)
    painter.end()
    image.setDevicePixelRatio(1)
    expected = _ink_of(run)
    assert find_ink(image, scale * ratio) == pytest.approx(expected, abs=1.3 / (scale * ratio))


def test_texts_of_one_style_keep_their_own_places() -> None:
    runs = [set_run("il", 2, 6, 4.0), set_run("il", 20, 20, 4.0)]
    image = paint_one(_group(*runs), 10.0)
    found = find_ink(image, 10.0)
    first, second = (_ink_of(run).moved(5, 5) for run in runs)
    expected = (first.x0, first.y0, second.x1, second.y1)
    assert found == pytest.approx(expected, abs=0.15)


def test_shapes_between_texts_keep_the_paint_order() -> None:
    word = set_run("lllllll", 2, 6, 6.0, colour="#B3261E")
    cover = Rectangle(0, 0, 40, 10, "#FFFFFF")
    assert find_ink(paint_one(_group(word, cover), 8.0), 8.0) is None
    assert find_ink(paint_one(_group(word, cover, word), 8.0), 8.0) is not None


def test_small_text_turns_to_bars_and_then_to_nothing() -> None:
    run = set_run("Etsii tietoa ja rohkaistuu", 2, 6, 4.0)
    letters, bar, nothing = (paint_one(_group(run), scale) for scale in (1.01, 0.9, 0.39))
    assert find_ink(letters, 1.01) is not None
    box = find_ink(bar, 0.9)
    assert box == pytest.approx((7, 9, 7 + run.width, 11), abs=1.2)
    assert nothing == paint_one(_group(), 0.39)


def test_a_card_too_small_to_read_is_its_outline() -> None:
    card = make_card("c", "Etsii tietoa", 1)
    far = paint_one(card, 0.3)
    box = find_body(card)
    assert colour_at(far, 5 + box.width / 2, 5 + box.height / 2, 0.3) == "#cdebd8"
    assert colour_at(far, 5 + 3 + 3, 5 + 36 - 4.5, 0.3) == "#cdebd8", "no chip"
    near = paint_one(card, 1.0)
    assert colour_at(near, 5 + 4, 5 + 36 - 6, 1.0) == "#1c3557", "the chip"


@pytest.mark.parametrize("scale", [0.4, 1.0, 4.0])
def test_a_band_without_text_keeps_its_parts_at_any_scale(scale: float) -> None:
    band = (Rectangle(0, 0, 50, 30, "#F1F9F4"), Rectangle(0, 0, 8, 30, "#57A77A"))
    image = paint_one(_group(*band, outline=("#F1F9F4", "")), scale)
    assert colour_at(image, 9, 20, scale) == "#57a77a"
    assert colour_at(image, 30, 20, scale) == "#f1f9f4"


@pytest.mark.parametrize("dash", [(), (3.0, 2.0)], ids=["solid", "dashed"])
def test_hairlines_are_seen_at_any_scale(dash: tuple[float, ...]) -> None:
    line = Path((("M", 0, 10.0), ("L", 40, 10.0)), stroke=Stroke("#000000", 0.05, dash))
    for scale in (0.1, 0.5, 1.0, 3.0):
        box = find_ink(paint_one(_group(line), scale), scale)
        assert box is not None
        assert box.width > 35


def test_dashes_alternate_as_the_stroke_says() -> None:
    stroke = Stroke("#000000", 1.0, (4.0, 2.0))
    scale = 10.0
    line = Path((("M", 0, 10.0), ("L", 40, 10.0)), stroke=stroke)
    box = Rectangle(0, 10.0, 40, 12, stroke=stroke)
    for item in (line, box):
        image = paint_one(_group(item), scale)
        colours = [colour_at(image, 5 + x, 15.0, scale) for x in (1, 3, 5, 7, 9, 11, 13, 15)]
        black, white = "#000000", "#ffffff"
        assert colours == [black, black, white, black, black, white, black, black]


def test_a_dashed_box_is_filled() -> None:
    box = Rectangle(0, 0, 40, 20, "#CFE1F5", Stroke("#000000", 0.4, (1.0, 1.0)), 2.0)
    for scale in (0.5, 2.0, 8.0):
        assert colour_at(paint_one(_group(box), scale), 25, 15, scale) == "#cfe1f5"


@given(
    points=st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=6, unique=True
    ),
    pattern=st.lists(st.sampled_from([0.5, 1.0, 2.5, 7.0]), min_size=1, max_size=4).map(tuple),
)
@settings(max_examples=40)
def test_dashes_follow_the_line(points: list, pattern: tuple[float, ...]) -> None:
    length = sum(dist(a, b) for a, b in pairwise(points))
    dashes = list(iter_dashes([(float(x), float(y)) for x, y in points], pattern))
    lengths = [sum(dist(a, b) for a, b in pairwise(d)) for d in dashes]
    ons = (pattern * 2)[::2] if len(pattern) % 2 else pattern[::2]
    for number, found in enumerate(lengths[:-1]):
        assert found == pytest.approx(ons[number % len(ons)])
    doubled = pattern * 2 if len(pattern) % 2 else pattern
    whole, rest = divmod(length, sum(doubled))
    expected = whole * sum(doubled[::2])
    for number, piece in enumerate(doubled):
        taken = min(max(rest, 0.0), piece)
        expected += taken if number % 2 == 0 else 0.0
        rest -= piece
    assert sum(lengths) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("pattern", [(2.0, 1.6), (5.5, 2.0), (1.0, 1.0, 3.0), (0.7, 1.8)])
@pytest.mark.parametrize("length", [3.3, 29.5, 100.1, 1234.5])
def test_dashes_that_are_copied_stand_where_others_would(
    pattern: tuple[float, ...], length: float
) -> None:
    points = [(0.0, 0.0), (0.0, 11.3), (length, 11.3), (length, 70.0)]
    line = Path((("M", *points[0]), *(("L", *point) for point in points[1:])))
    cut = cut_dashes(make_painter_path(line), pattern)
    found = [polygon.toList() for part in cut for polygon in part.toSubpathPolygons()]
    expected = list(iter_dashes(points, pattern))
    assert len(found) == len(expected)
    starts = sorted((dash[0].x(), dash[0].y()) for dash in found)
    for start, dash in zip(starts, sorted(expected), strict=True):
        assert start == pytest.approx(dash[0], abs=1e-6)
    ends = sorted((dash[-1].x(), dash[-1].y()) for dash in found)
    for end, dash in zip(ends, sorted(dash[-1] for dash in expected), strict=True):
        assert end == pytest.approx(dash, abs=1e-6)


def test_the_core_of_a_double_line_never_hides_it() -> None:
    course = (("M", 0.0, 10.0), ("L", 40.0, 10.0))
    outer = Path(course, stroke=Stroke("#000000", 1.8))
    core = Path(course, stroke=Stroke("#FFFFFF", 0.7))
    near = paint_one(_group(outer, core), 10.0)
    assert colour_at(near, 25, 15, 10.0) == "#ffffff"
    assert colour_at(near, 25, 15.7, 10.0) == "#000000"
    for scale in (0.3, 1.0):
        assert find_ink(paint_one(_group(outer, core), scale), scale) is not None


@given(scales=st.lists(st.floats(0.05, 12.0), min_size=2, max_size=6))
@settings(max_examples=25)
@pytest.mark.parametrize(
    "group",
    [make_card("c", "Etsii tietoa"), make_special_card(), make_connector("k", 16, 20, dashed=True)],
    ids=["card", "special", "connector"],
)
def test_zooming_back_and_forth_paints_as_if_painted_first(
    group: Group, scales: list[float]
) -> None:
    prepared = PreparedGroup(group, QtFonts(fonts()), QtImages())
    for scale in scales:
        assert paint_one(prepared, scale) == paint_one(group, scale)


def test_images_are_decoded_no_larger_than_they_are_seen() -> None:
    images = QtImages({"photo": make_photo(640, 480)})
    for width_px, expected in ((1, 1), (100, 160), (160, 160), (161, 320), (5000, 640)):
        found = images.find("photo", width_px)
        assert found is not None
        assert found.width() == expected
    assert images.find("unknown", 10) is None


def test_a_replaced_image_is_decoded_anew_and_others_stay() -> None:
    first, other = make_photo(64, 48), make_photo(32, 24)
    images = QtImages({"a": first, "b": other})
    kept = images.find("b", 32)
    assert images.find("a", 64) is not None
    images.replace({"a": make_photo(128, 96), "b": other})
    found = images.find("a", 128)
    assert found is not None
    assert found.width() == 128
    assert images.find("b", 32) is kept


def test_decoded_images_stay_within_their_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprint_editor.painters.qt.images.BUDGET_BYTES", 2 * 64 * 48 * 4)
    images = QtImages({name: make_photo(64, 48) for name in "abc"})
    first = images.find("a", 64)
    for name in "bc":
        images.find(name, 64)
    assert images.find("c", 64) is images.find("c", 64)
    assert images.find("a", 64) is not first


def test_an_image_is_stretched_over_its_box() -> None:
    group = _group(ImageUse("photo", 2, 2, 20, 10))
    images = QtImages({"photo": make_photo()})
    image = make_image(600, 400)
    painter = QPainter(image)
    painter.scale(10, 10)
    paint_group(painter, group, QtFonts(fonts()), images, 10.0)
    painter.end()
    assert colour_at(image, 3, 3, 10) == "#c00000"
    assert colour_at(image, 21, 11, 10) == "#00a000"
    assert colour_at(image, 22.5, 11, 10) == "#ffffff"


def test_the_overview_shows_cards_lanes_and_connectors_at_their_places() -> None:
    drawing = make_poster()
    scale = 0.5
    image = make_image(round(drawing.width * scale), round(drawing.height * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_overview(painter, drawing.placed, scale)
    painter.end()
    assert colour_at(image, 72, 80, scale) == "#ffe79e"
    assert colour_at(image, 72, 80 + 54, scale) == "#cdebd8"
    assert colour_at(image, 40, 90, scale) == "#fffaec"
    line = [QColor(colour_at(image, 102, y, scale)).lightness() for y in range(62, 70)]
    assert min(line) < 60


def test_the_overview_leaves_titles_to_others() -> None:
    drawing = make_poster(1, 1)
    covered = {placed.group.key for placed in drawing.placed if is_covered(placed.group)}
    assert covered == {"c0_0"}
    assert math.isclose(Overview(drawing.placed).largest_scale, 4.0 / 4.6)
    assert Overview(drawing.placed[:1]).largest_scale == math.inf


def test_what_is_not_exposed_is_not_painted() -> None:
    card = make_card("c", "Etsii tietoa")
    overview = Overview([Placed(card, 0, 0), Placed(card, 1000, 0)])
    image = make_image(600, 20)
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    overview.paint(painter, 0.5, Bounds(900, 0, 1100, 40))
    painter.end()
    assert colour_at(image, 40, 30, 0.5) == "#ffffff"
    assert colour_at(image, 1040, 30, 0.5) == "#ffe79e"


@pytest.mark.parametrize("edit", ["in its strip", "to another strip", "one gone", "order"])
def test_an_overview_made_from_an_earlier_one_paints_the_same(edit: str) -> None:
    drawing = make_poster(3, 20)
    changed = list(drawing.placed)
    for index, shift in ((12, 4.0), (40, -3.0)):
        changed[index] = changed[index]._replace(y=changed[index].y + shift)
    changed[20] = changed[20]._replace(group=changed[21].group._replace(key=changed[20].group.key))
    if edit == "to another strip":
        changed[20] = changed[20]._replace(x=changed[20].x + 450.0)
    elif edit == "one gone":
        del changed[30]
    elif edit == "order":
        changed.reverse()
    earlier = Overview(drawing.placed)
    before = _paint_overview(earlier, 640)
    anew, patched = Overview(changed), Overview(changed, earlier)
    assert _paint_overview(patched, 640) == _paint_overview(anew, 640) != before
    assert patched.left_out == anew.left_out
    assert patched.largest_scale == anew.largest_scale


def _paint_overview(overview: Overview, width_px: int) -> QImage:
    image = make_image(width_px, 120)
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    overview.paint(painter, 0.5)
    painter.end()
    return image
