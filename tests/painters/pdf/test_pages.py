"""Several drawings as pages of one file: each as it is alone, one structure over all of them."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import chain

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Bookmark, RasterImage, Tag
from blueprint_editor.drawing.primitives import ImageUse, LinkArea
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from tests.painters.drawings import fonts, make_photo, make_poster
from tests.painters.pdf.sheets import GROUP, leaf, line, make_drawing
from tests.painters.pdf_gate import find_failures
from tests.painters.pdf_reader import MM_PER_POINT, read_runs, read_tags

FIRST = make_drawing(
    Tag("H1", (leaf("a"),)),
    Tag("P", (Tag("Link", (leaf("b"),)),)),
    parts=[("a", line("eka")), ("b", (*line("linkki", 20), LinkArea(5, 15, 9, 6, "tel:1", "1")))],
    bookmarks=(Bookmark("Eka", GROUP), Bookmark("Alla", GROUP, 1)),
)
SECOND = make_drawing(
    Tag("H1", (leaf("a"),)),
    Tag("P", (Tag("Link", (leaf("b"),)),)),
    Tag("Figure", (leaf("c"),), "kuva"),
    parts=[
        ("a", line("två")),
        ("b", (*line("länk", 20), LinkArea(5, 15, 9, 6, "tel:2", "2"))),
        ("c", line("bild", 30)),
    ],
    width=90.0,
    height=70.0,
    language="sv",
    title="Sida",
    bookmarks=(Bookmark("Två", GROUP, 2),),
)
PLAIN = make_drawing(parts=[("", line("koriste"))], width=6_000.0)


def open_pages(*drawings) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(paint_pdf(drawings, fonts())))


def test_each_page_has_its_own_size_and_ink() -> None:
    drawings = (FIRST, SECOND, PLAIN)
    data = paint_pdf(drawings, fonts())
    with pikepdf.open(BytesIO(data)) as pdf:
        for drawing, page in zip(drawings, pdf.pages, strict=True):
            unit = float(page.obj.get("/UserUnit", 1)) * MM_PER_POINT
            sides = [float(side) * unit for side in page.mediabox]
            assert sides == pytest.approx([0, 0, drawing.width, drawing.height], abs=0.001)
    for index, drawing in enumerate(drawings):
        alone = [run[:4] for run in read_runs(paint_pdf(drawing, fonts()))]
        assert [run[:4] for run in read_runs(data, index)] == alone


def test_tags_of_all_pages_are_sections_of_one_document() -> None:
    root = read_tags(paint_pdf((FIRST, SECOND, PLAIN), fonts()))
    assert (root.role, root.element["/Lang"]) == ("Document", "fi")
    assert [kid.role for kid in root.kids] == ["Sect", "Sect"]
    assert [kid.element.get("/Lang") for kid in root.kids] == [None, "sv"]
    assert [kid.all_text() for kid in root.kids] == ["ekalinkki", "tvålänkbild"]
    for section, drawing in zip(root.kids, (FIRST, SECOND), strict=True):
        alone = read_tags(paint_pdf(drawing, fonts()))
        assert section.kids == alone.kids


def test_every_mark_and_link_leads_back_to_its_element() -> None:
    with open_pages(FIRST, PLAIN, SECOND) as pdf:
        entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
        assert list(owners) == list(range(pdf.Root.StructTreeRoot.ParentTreeNextKey))
        used = []
        for page in (found.obj for found in pdf.pages):
            used.append(int(page.StructParents))
            for number, element in enumerate(owners[used[-1]]):
                content = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
                assert element.Pg.objgen == page.objgen
                assert number in [int(kid) for kid in content if isinstance(kid, int)]
            for link in page.get("/Annots", []):
                used.append(int(link.StructParent))
                kids = owners[used[-1]].K
                assert [kid.Obj.objgen for kid in kids if not isinstance(kid, int)] == [link.objgen]
        assert sorted(used) == list(owners)


def test_bookmarks_lead_to_their_own_page() -> None:
    with open_pages(FIRST, PLAIN, SECOND) as pdf, pdf.open_outline() as outline:
        (first,) = outline.root
        (second,) = first.children
        (third,) = second.children
        found = [(item.title, item.destination[0].objgen) for item in (first, second, third)]
        pages = [page.obj.objgen for page in pdf.pages]
        assert found == [("Eka", pages[0]), ("Alla", pages[0]), ("Två", pages[2])]


def test_fonts_and_images_are_embedded_once() -> None:
    image = make_photo()
    pages = [
        make_drawing(
            parts=[("", (*line("aa"), ImageUse(name, 0, 0, 9, 9)))],
            images={name: RasterImage(*image)},
        )
        for name in ("one", "other")
    ]
    with open_pages(*pages) as pdf:
        assert len({page.Resources.objgen for page in (p.obj for p in pdf.pages)}) == 1
        assert len(pdf.pages[1].Resources.Font) == len(pdf.pages[1].Resources.XObject) == 1


def test_several_pages_conform() -> None:
    told = PdfMetadata(created=datetime(2026, 1, 1, tzinfo=UTC))
    data = paint_pdf((FIRST, PLAIN, SECOND, make_poster(2, 2)), fonts(), told)
    assert find_failures(data) == []
    assert paint_pdf((FIRST, PLAIN, SECOND, make_poster(2, 2)), fonts(), told) == data


def test_a_single_page_is_the_same_in_a_sequence() -> None:
    assert paint_pdf([FIRST], fonts()) == paint_pdf(FIRST, fonts())


def test_many_small_pages_take_little_room() -> None:
    pages = list(chain.from_iterable([FIRST, SECOND] for _ in range(20)))
    alone = len(paint_pdf(FIRST, fonts()))
    assert len(paint_pdf(pages, fonts())) < alone + 40 * 1_000
