"""Parts of other drawings on a page: the same ink at its place in each painter, cut off."""

from io import BytesIO

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Drawing, Group, Leaf, PageFit, Part, Placed, Tag
from blueprint_editor.drawing.primitives import Bounds, Inset, LinkArea, Rectangle
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.painters.qt import PreparedDrawing, QtFonts, QtInsets
from blueprint_editor.painters.svg import paint_svg
from tests.painters.drawings import fonts, make_poster
from tests.painters.pdf.sheets import line, make_drawing
from tests.painters.pdf_gate import find_failures
from tests.painters.pdf_reader import read_tags, read_text_places
from tests.painters.pixels import colour_at, make_image, paint_page
from tests.painters.svg_reader import SVG, XLINK_HREF, read_root

POSTER = make_poster(3, 4)


def make_page(*insets: Inset, of: Drawing = POSTER, **more) -> Drawing:
    group = Group("view", "decoration", (Part("picture", insets),), Bounds(0, 0, 80, 60))
    return Drawing(
        width=more.pop("width", 100.0),
        height=more.pop("height", 80.0),
        placed=(Placed(group, 10, 10),),
        tags=Tag("Document", (Tag("H1"), Tag("Figure", (Leaf("view", "picture"),), "Kuva"))),
        title="Pala",
        language="fi",
        insets={"poster": of},
        **more,
    )


def paint_prepared(prepared: PreparedDrawing, width: float, height: float, scale: float):
    from PySide6.QtGui import QPainter

    image = make_image(round(width * scale), round(height * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    prepared.paint(painter, scale)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [2.0, 6.0])
def test_screen_shows_the_part_as_it_is_in_the_whole(scale: float) -> None:
    page = make_page(Inset("poster", 0, 0, 60, 40, left=30, top=20))
    part, whole = paint_page(page, scale), paint_page(POSTER, scale)
    shown = part.copy(*(round(side * scale) for side in (10, 10, 60, 40)))
    assert shown == whole.copy(*(round(side * scale) for side in (30, 20, 60, 40)))
    around = make_image(part.width(), part.height())
    for x, y in ((9.5, 30), (70.5, 30), (40, 9.5), (40, 50.5)):
        assert colour_at(part, x, y, scale) == colour_at(around, x, y, scale)


@pytest.mark.usefixtures("qapp")
def test_part_of_a_smaller_scale_stands_where_it_should() -> None:
    box = Group(
        "b", "card", (Part("", (Rectangle(0, 0, 20, 10, "#ff0000"),)),), Bounds(0, 0, 20, 10)
    )
    inner = make_drawing(
        placed=(Placed(box, 50, 40),), fit=PageFit(2.0, 10, 5), background="#00ff00"
    )
    # On its own page the box covers 110–150 × 85–105 mm.
    image = paint_page(make_page(Inset("poster", 0, 0, 40, 30, 100, 80, 0.5), of=inner), 4.0)
    green, red = "#00ff00", "#ff0000"
    places = {(14.5, 14): green, (15.5, 14): red, (34.5, 19): red, (35.5, 14): green}
    assert {place: colour_at(image, *place, 4.0) for place in places} == places


@pytest.mark.usefixtures("qapp")
def test_pages_that_share_a_drawing_prepare_it_once() -> None:
    insets = QtInsets(QtFonts(fonts()))
    first = make_page(Inset("poster", 0, 0, 60, 40, 30, 20))
    for page in (first, make_page(Inset("poster", 0, 0, 60, 40, 30, 20), background="#eeeeee")):
        prepared = PreparedDrawing(page, QtFonts(fonts()), insets=insets)
        paint_prepared(prepared, 100, 80, 2.0)
    assert insets.find(POSTER) is insets.find(POSTER)
    assert paint_prepared(PreparedDrawing(first, QtFonts(fonts())), 100, 80, 2.0) == paint_page(
        first, 2.0
    )


def test_pdf_shows_texts_at_their_places_without_their_meaning() -> None:
    inset = Inset("poster", 5, 0, 60, 40, 30, 20, 0.5)
    data = paint_pdf(make_page(inset), fonts())
    dx, dy = 15 - 30 * 0.5, 10 - 20 * 0.5
    # Small letters stand in a coarser grain than the page's.
    expected = [
        (text, pytest.approx(x * 0.5 + dx, abs=0.02), pytest.approx(y * 0.5 + dy, abs=0.02))
        for text, x, y in read_text_places(paint_pdf(POSTER, fonts()))
    ]
    # Marks that no reader is told of stand in artifacts, which a form has none of.
    found = [place for place in read_text_places(data) if place[0].strip("\u2060")]
    assert found == expected
    root = read_tags(data)
    assert [(kid.role, kid.element["/Alt"]) for kid in root.kids] == [("Figure", "Kuva")]
    assert root.kids[0].element["/BBox"] == pytest.approx(
        [10 * 72 / 25.4, 10 * 72 / 25.4, 90 * 72 / 25.4, 70 * 72 / 25.4], abs=1.5
    )


def test_pages_of_a_pdf_share_one_form_and_conform() -> None:
    pages = [
        make_page(Inset("poster", 0, 0, 60, 40, left, 20), Inset("poster", 0, 45, 20, 10))
        for left in range(0, 60, 10)
    ]
    data = paint_pdf(pages, fonts())
    assert find_failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        forms = [
            o for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"
        ]  # fmt: skip
        (form,) = forms
        assert set(form.Resources.Font) == {f"/F{number}" for number in range(1, 6)}
        assert b"BDC" not in form.read_bytes()
        box = [float(side) * 25.4 / 72 for side in form.BBox]
        assert box == pytest.approx([0, 0, POSTER.width, POSTER.height], abs=0.001)
    assert len(data) < len(paint_pdf(POSTER, fonts())) + 6 * 900


def test_drawings_are_shown_through_drawings_with_links_and_images() -> None:
    linked = make_drawing(parts=[("a", (*line("linkki"), LinkArea(0, 0, 9, 9, "tel:1", "1")))])
    between = make_page(Inset("poster", 0, 0, 30, 30), Inset("poster", 30, 0, 30, 30), of=linked)
    page = make_page(Inset("poster", 0, 0, 60, 40), Inset("poster", 0, 40, 60, 40), of=between)
    page = page._replace(insets={**page.insets, "other": POSTER})
    more = page.placed[0].group.parts[0].primitives[0]._replace(drawing="other")
    group = page.placed[0].group._replace(
        parts=(Part("picture", (more,)), *page.placed[0].group.parts)
    )
    page = page._replace(placed=(Placed(group, 10, 10),))
    data = paint_pdf(page, fonts())
    assert find_failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
        assert len(pdf.pages[0].Resources.XObject) == 4
    root = read_root(paint_svg(page, fonts()))
    assert [text.text for text in root.iter(f"{SVG}text")].count("linkki") == 1
    assert not list(root.iter(f"{SVG}a"))


def test_svg_defines_a_drawing_once_and_uses_its_parts() -> None:
    page = make_page(Inset("poster", 1, 2, 60, 40, 30, 20, 0.5), Inset("poster", 0, 50, 20, 10))
    root = read_root(paint_svg(page, fonts()))
    clips = {clip.get("id"): clip[0] for clip in root.iter(f"{SVG}clipPath")}
    views = [view for view in root.iter(f"{SVG}g") if view.get("clip-path")]
    boxes = [clips[view.get("clip-path")[5:-1]] for view in views]
    assert [[box.get(name) for name in ("x", "y", "width", "height")] for box in boxes] == [
        ["1", "2", "60", "40"],
        ["0", "50", "20", "10"],
    ]
    uses = [view[0] for view in views]
    assert uses[0].get("transform") == "translate(-14 -8) scale(0.5)"
    assert uses[1].get("transform") == "translate(0 50)"
    (target,) = {use.get(XLINK_HREF) for use in uses}
    (found,) = [g for g in root.iter(f"{SVG}g") if f"#{g.get('id')}" == target]
    texts = [text.text for text in read_root(paint_svg(POSTER, fonts())).iter(f"{SVG}text")]
    assert [text.text for text in found.iter(f"{SVG}text")] == texts
