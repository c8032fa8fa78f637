"""Tags tell the ink in reading order, with what PDF/UA wants to know about each of them."""

from io import BytesIO

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Drawing, PageFit, Tag
from blueprint_editor.drawing.primitives import LinkArea, Rectangle, Stroke
from blueprint_editor.painters.pdf import paint_pdf
from tests.painters.drawings import fonts, make_poster
from tests.painters.pdf.sheets import leaf, line, make_drawing
from tests.painters.pdf_gate import find_failures
from tests.painters.pdf_reader import MM_PER_POINT, read_runs, read_tags, read_text_places

BOX = (Rectangle(10, 5, 20, 10, "#FFE79E", Stroke("#D6A419", 1.0)),)
LINK = LinkArea(5, 5, 30, 8, "https://example.org/?a=1&b=2", "Lue lisää")


def outline(drawing: Drawing):
    def short(tag):
        inner = tuple(short(kid) for kid in tag.kids)
        return (tag.role, *([tag.text] if tag.text else []), *inner)

    return short(read_tags(paint_pdf(drawing, fonts())))


def test_reading_order_is_the_tags_and_paint_order_the_groups() -> None:
    drawing = make_drawing(
        Tag("H1", (leaf("c"),)),
        Tag("P", (leaf("a"), Tag("Span", (leaf("d"),)), leaf("b"))),
        parts=[(name, line(name, 10 + 6 * i)) for i, name in enumerate("abcd")],
    )
    assert outline(drawing) == ("Document", ("H1", "c"), ("P", "a b", ("Span", "d ")))
    painted = [text for text, _, _ in read_text_places(paint_pdf(drawing, fonts()))]
    assert painted == ["a", "b", "c", "d"]


def test_a_part_in_pieces_is_told_in_paint_order() -> None:
    drawing = make_drawing(
        Tag("P", (leaf("a"),)), Tag("P", (leaf("b"),)), parts=[
            ("a", line("yksi ")), ("b", line("muu", 16)), ("a", line("kaksi", 22))
        ],
    )  # fmt: skip
    assert outline(drawing) == ("Document", ("P", "yksi kaksi"), ("P", "muu"))


def test_what_no_tag_tells_is_decoration() -> None:
    data = paint_pdf(
        make_drawing(
            Tag("P", (leaf("a"),)),
            parts=[("", line("x")), ("untold", line("y", 16)), ("a", line("z", 22))],
        ),
        fonts(),
    )
    assert [(run.text, run.mark) for run in read_runs(data)] == [("x", None), ("y", None), ("z", 0)]


def test_empty_elements_go_and_empty_cells_stay() -> None:
    cells = (Tag("TH", (leaf("a"),), scope="Row"), Tag("TD", (Tag("P", (leaf("no"),)),)))
    drawing = make_drawing(
        Tag("Table", (Tag("TBody", (Tag("TR", cells), Tag("TR"))), Tag("THead"))),
        Tag("L", (Tag("LI"),)),
        Tag("Figure", (leaf("no"),), alt="ei mitään"),
        parts=[("a", line("rivi"))],
    )
    table = ("Table", ("TBody", ("TR", ("TH", "rivi"), ("TD",))))
    assert outline(drawing) == ("Document", table)


def test_no_level_of_headings_is_left_out() -> None:
    drawing = make_drawing(
        *(
            Tag(f"H{level}", (leaf(name),))
            for name, level in zip("abcdef", (2, 3, 2, 1, 3, 3), strict=True)
        ),
        parts=[(name, line(name, 10 + 6 * i)) for i, name in enumerate("abcdef")],
    )
    assert [tag[0] for tag in outline(drawing)[1:]] == ["H1", "H2", "H1", "H1", "H2", "H2"]
    assert find_failures(paint_pdf(drawing, fonts())) == []


def test_cells_tell_their_scope_and_spans() -> None:
    tag = Tag("TH", (leaf("a"),), scope="Column", col_span=3, row_span=2, language="sv")
    data = paint_pdf(make_drawing(tag, parts=[("a", line("x"))]), fonts())
    (cell,) = read_tags(data).find_all("TH")
    assert cell.element == {
        "/Lang": "sv",
        "/O": "/Table",
        "/Scope": "/Column",
        "/ColSpan": "3",
        "/RowSpan": "2",
    }


@pytest.mark.parametrize("fit", [PageFit(), PageFit(0.5, 20, 10)], ids=["whole", "fitted"])
def test_figures_tell_their_alternative_and_where_they_are(fit: PageFit) -> None:
    tag = Tag("Figure", (Tag("Span", (leaf("a"),)), leaf("b")), alt="nuoli (1) → äö")
    parts = [("a", BOX), ("b", (Rectangle(40, 30, 5, 5, "#000000"),)), ("", line("toinen"))]
    data = paint_pdf(make_drawing(tag, parts=parts, fit=fit), fonts())
    (figure,) = read_tags(data).find_all("Figure")
    assert figure.element["/Alt"] == "nuoli (1) → äö"
    scale, dx, dy = fit
    # Around both pieces of ink (the line's half width included), the group at (10, 20), y upwards.
    wanted = (
        (10 + 9.5) * scale + dx,
        100 - (20 + 35) * scale - dy,
        (10 + 45) * scale + dx,
        100 - (20 + 4.5) * scale - dy,
    )
    found = [side * MM_PER_POINT for side in figure.element["/BBox"]]
    assert found == pytest.approx(wanted, abs=1.01 * MM_PER_POINT)
    assert found[0] <= wanted[0] + 1e-3
    assert found[3] >= wanted[3] - 1e-3


def links_of(drawing: Drawing):
    """Return (annotation, element that tells it) for each link."""
    pdf = pikepdf.open(BytesIO(paint_pdf(drawing, fonts())))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    return pdf, [(link, parents[int(link.StructParent)]) for link in pdf.pages[0].Annots]


@pytest.mark.parametrize("fit", [PageFit(), PageFit(0.5, 20, 10)], ids=["whole", "fitted"])
def test_link_leads_where_it_says(fit: PageFit) -> None:
    drawing = make_drawing(
        Tag("P", (Tag("Link", (leaf("a"),)),)), parts=[("a", (*line("Lue"), LINK))], fit=fit
    )
    pdf, [(link, element)] = links_of(drawing)
    with pdf:
        assert (link.Subtype, link.F, list(link.Border)) == ("/Link", 4, [0, 0, 0])
        assert (str(link.A.URI), str(link.Contents)) == (LINK.url, LINK.label)
        assert element.S == "/Link"
        mark, reference = element.K
        assert (mark, reference.Type) == (0, "/OBJR")
        assert reference.Obj.objgen == link.objgen
        scale, dx, dy = fit
        left, top = 15 * scale + dx, 25 * scale + dy
        wanted = (left, 100 - top - 8 * scale, left + 30 * scale, 100 - top)
        found = [float(side) * MM_PER_POINT for side in link.Rect]
        assert found == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize(
    ("tags", "around"),
    [
        ((), "/Document"),
        ((Tag("P", (leaf("a"),)),), "/P"),
        ((Tag("Link", (Tag("Span", (leaf("a"),)),)),), "/Document"),
    ],
    ids=["decoration", "paragraph", "span in a link"],
)
def test_every_link_has_a_link_element(tags, around: str) -> None:
    pdf, found = links_of(make_drawing(*tags, parts=[("a", (*line("Lue"), LINK))]))
    with pdf:
        ((link, element),) = found
        assert element.S == "/Link"
        outer = str(element.P.S)
        assert outer == around
        references = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        assert references[-1].Obj.objgen == link.objgen


def test_addresses_are_written_in_ascii() -> None:
    host = "xn--tykyky-xxa.fi"
    assert host.encode("ascii").decode("idna") == "työkyky.fi"
    url = "https://työkyky.fi/palvelu polku?q=äö#kohta"
    area = LINK._replace(url=url, label="")
    pdf, [(link, _)] = links_of(make_drawing(parts=[("", (area,))]))
    with pdf:
        expected = f"https://{host}/palvelu%20polku?q=%C3%A4%C3%B6#kohta"
        assert str(link.A.URI) == expected
        assert str(link.Contents) == url, "an empty label falls back to the address"


def test_marks_are_numbered_without_gaps_and_all_told() -> None:
    data = paint_pdf(make_poster(), fonts())
    marks = {run.mark for run in read_runs(data) if run.mark is not None}
    with pikepdf.open(BytesIO(data)) as pdf:
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        assert marks <= set(range(len(owners)))
        for number, owner in enumerate(owners):
            kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
            assert number in [kid for kid in kids if isinstance(kid, int)]
            assert owner.Pg.objgen == pdf.pages[0].objgen
