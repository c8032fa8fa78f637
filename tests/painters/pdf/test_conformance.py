"""Every drawing gives a file that passes PDF/UA-1 and PDF/A-2a; the gate sees planted faults."""

from io import BytesIO

import hypothesis.strategies as st
import pikepdf
import pytest
from hypothesis import given, settings

from blueprint_editor.drawing.drawing import Bookmark, Drawing, PageFit, Tag
from blueprint_editor.drawing.primitives import ImageUse, LinkArea, Path, Rectangle, Stroke
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from tests.painters.drawings import ARABIC, fonts, make_photo, make_poster, set_run
from tests.painters.pdf.sheets import GROUP, leaf, line, make_drawing
from tests.painters.pdf.test_images import PICTURES
from tests.painters.pdf_gate import find_failures

BOX = (Rectangle(0, 0, 60, 40, "#FFE79E", Stroke("#D6A419", 0.4), 2.0),)
LINK = LinkArea(5, 5, 30, 8, "https://työkyky.fi/a b?x=(1)", "Lue (lisää) \\ äö")
MISSING = Path(
    (("M", 1, 1), ("L", 4, 1), ("L", 4, 6), ("Z",)), stroke=Stroke("#000000", 0.2), actual_text="字"
)


def nest(depth: int) -> Tag:
    tag = Tag("P", (leaf("a"),))
    for _ in range(depth):
        tag = Tag("Sect", (tag,))
    return tag


def row(*cells: Tag) -> Tag:
    return Tag("TR", cells)


TABLE = Tag(
    "Table",
    (
        Tag("THead", (row(Tag("TD"), Tag("TH", (leaf("a"),), scope="Column", col_span=2)),)),
        Tag(
            "TBody",
            (
                row(Tag("TH", (leaf("b"),), scope="Row", row_span=2), Tag("TD"), Tag("TD")),
                row(
                    Tag("TD", (Tag("P", (leaf("c"),)), Tag("Figure", (leaf("d"),), alt="nuoli"))),
                    Tag("TD"),
                ),
            ),
        ),
    ),
)

DRAWINGS: dict[str, Drawing] = {
    "poster": make_poster(),
    "fitted poster": make_poster(fit=PageFit(0.37, 3.3, 4.4)),
    "nothing": make_drawing(placed=()),
    "nothing told": make_drawing(parts=[("a", line("Äiti")), ("", BOX)]),
    "told ink that is not there": make_drawing(
        Tag("P", (leaf("no"),)),
        Tag("L", (Tag("LI", (Tag("LBody", (leaf("no"),)),)),)),
        Tag("Figure", (leaf("no"),), alt="x"),
    ),
    "coloured paper": make_drawing(parts=[("", BOX)], background="#FFFAEC"),
    "link": make_drawing(
        Tag("P", (Tag("Link", (leaf("a"),)),)), parts=[("a", (*line("Lue"), LINK))]
    ),
    "link around a span": make_drawing(
        Tag("P", (Tag("Link", (Tag("Span", (leaf("a"),)),)),)), parts=[("a", (*line("Lue"), LINK))]
    ),
    "link in a paragraph": make_drawing(
        Tag("P", (leaf("a"),)), parts=[("a", (*line("Lue"), LINK, LINK))]
    ),
    "link in decoration": make_drawing(parts=[("", (LINK,)), ("a", (LINK,))]),
    "link without ink": make_drawing(
        Tag("P", (Tag("Link", (leaf("a"),)),)), parts=[("a", (LINK,))]
    ),
    "right to left": make_drawing(
        Tag("P", (leaf("a"),), language="ar"),
        parts=[
            (
                "a",
                line(
                    "طلب المساعدة إلى",
                    face=ARABIC,
                    language="ar",
                    right_to_left=True,
                    space_after=True,
                ),
            )
        ],
    ),
    "missing letters": make_drawing(
        Tag("P", (leaf("a"),)), parts=[("a", (*line("nimi"), MISSING, *line("loppu", 20)))]
    ),
    "missing letters in decoration": make_drawing(parts=[("", (MISSING,))]),
    "marks and invisible letters": make_drawing(
        Tag("P", (leaf("a"),)),
        parts=[("a", line("x\u0323\u0301 n\u0303 a\u00adb\u200bc\u00a0d \u01e5\u030c fi"))],
    ),
    "table": make_drawing(
        TABLE,
        parts=[("a", line("Vaihe")), ("b", line("Askel", 16)), ("c", line("Teko", 22)), ("d", BOX)],
    ),
    "deep": make_drawing(nest(100), parts=[("a", line("syvällä"))]),
    "languages": make_drawing(
        Tag("P", (leaf("a"),), language="sv"),
        Tag("Sect", (Tag("P", (leaf("b"),)),), language="en"),
        parts=[
            ("a", (*line("hej"), *line("hello", 16, language="en"), *line("hej då", 22))),
            ("b", (*line("hello", 28, language="en"), *line("moi", 34, language="fi"))),
        ],
    ),
    "one part told twice": make_drawing(
        Tag("P", (leaf("a"),)), Tag("P", (leaf("a"),)), parts=[("a", line("kerran"))]
    ),
    "bookmarks": make_drawing(
        parts=[("", BOX)],
        bookmarks=(Bookmark("Yksi (1) – Ж", GROUP), Bookmark("Kaksi", GROUP, 3)),
    ),
    "very long": make_drawing(
        Tag("P", (leaf("a"),)),
        Tag("Figure", (leaf("b"),), alt="laatikko"),
        parts=[("a", (*line("pitkä"), LINK)), ("b", BOX)],
        width=11_000.0,
    ),
    **{
        name: make_drawing(
            Tag("Figure", (leaf("a"),), alt="kuva"),
            parts=[("a", (ImageUse("i", 0, 0, 30, 20), ImageUse("i", 40, 0, 3, 2)))],
            images={"i": picture},
        )
        for name, picture in PICTURES.items()
    },
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_file_conforms(name: str) -> None:
    assert find_failures(paint_pdf(DRAWINGS[name], fonts())) == []


def test_file_with_full_metadata_conforms() -> None:
    told = PdfMetadata("<Otsikko> & “muu”", "THL, Kela", "Mitä ]]> tämä on", ("a", "ö", "Ж"))
    assert find_failures(paint_pdf(make_poster(2, 2), fonts(), told)) == []


_WORDS = st.sampled_from(["Äiti", "hakee", "VAV", "27 d §", "x\u0301\u0323", "a\u00a0b", "ffi"])
_PARTS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", "d", ""]),
        st.lists(
            st.one_of(
                st.builds(
                    lambda text, after, hyphen: set_run(
                        text, 1, 2, space_after=after and not hyphen, soft_hyphen=hyphen
                    ),
                    _WORDS,
                    st.booleans(),
                    st.booleans(),
                ),
                st.sampled_from([*BOX, MISSING, LINK, ImageUse("i", 1, 1, 2, 2)]),
            ),
            max_size=4,
        ),
    ),
    max_size=6,
)
_TAGS = st.recursive(
    st.builds(lambda part: Tag("Span", (leaf(part),)), st.sampled_from("abcd")),
    lambda inner: st.one_of(
        st.builds(lambda kids: Tag("P", tuple(kids)), st.lists(inner, max_size=3)),
        st.builds(lambda kids: Tag("Sect", tuple(kids)), st.lists(inner, max_size=3)),
        st.builds(lambda kids: Tag("Figure", tuple(kids), alt="kuva"), st.lists(inner, max_size=2)),
        st.builds(lambda kid: Tag("Link", (kid,)), inner),
    ),
    max_leaves=6,
)


@settings(max_examples=25)
@given(_PARTS, st.lists(_TAGS, max_size=4))
def test_any_tags_over_any_parts_conform(parts, tags) -> None:
    drawing = make_drawing(*tags, parts=parts, images={"i": make_photo(4, 4)})
    assert find_failures(paint_pdf(drawing, fonts())) == []


def spoil(data: bytes, change) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def find_element(pdf: pikepdf.Pdf, role: str) -> pikepdf.Object:
    return next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == role)


def change_content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    assert old in content
    page.Contents = pdf.make_stream(content.replace(old, new, 1))


def drop_title(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    start, end = packet.index(b"<dc:title>"), packet.index(b"</dc:title>")
    pdf.Root.Metadata.write(packet[:start] + packet[end + len(b"</dc:title>") :])


def untag_annotation(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0].StructParent


def unmap_a_code(pdf: pikepdf.Pdf) -> None:
    cmap = pdf.pages[0].Resources.Font["/F1"].ToUnicode
    cmap.write(cmap.read_bytes().replace(b"<0022> <0041>", b"<0022> <0000>"))


FAULTS = {
    "figure without alternative": lambda pdf: find_element(pdf, "/Figure").__delitem__("/Alt"),
    "ink without a tag": lambda pdf: change_content(pdf, b"/P<</MCID 0>>BDC", b"q"),
    "glyph 0": lambda pdf: change_content(pdf, b"(\x00\x22", b"(\x00\x00"),
    "a code that means nothing": unmap_a_code,
    "no title": drop_title,
    "link outside the structure": untag_annotation,
    "no language": lambda pdf: (
        pdf.Root.__delitem__("/Lang"),
        find_element(pdf, "/Document").__delitem__("/Lang"),
    ),
    "no output intent": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "table row of another length": lambda pdf: find_element(pdf, "/TR").K.__delitem__(0),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_gate_sees_planted_fault(fault: str) -> None:
    data = paint_pdf(
        make_drawing(
            Tag("P", (leaf("a"),)),
            Tag("Link", (leaf("b"),)),
            Tag("Figure", (leaf("d"),), alt="kuva"),
            Tag("Table", (row(Tag("TD", (leaf("c"),)), Tag("TD")), row(Tag("TD"), Tag("TD")))),
            parts=[
                ("a", line("Alku")),
                ("b", (*line("Lue", 20), LINK)),
                ("c", line("solu", 30)),
                ("d", BOX),
            ],
        ),
        fonts(),
    )
    assert find_failures(data) == []
    change = FAULTS[fault]
    if fault == "ink without a tag":
        spoiled = spoil(data, lambda pdf: (change(pdf), change_content(pdf, b"EMC", b"Q")))
    else:
        spoiled = spoil(data, change)
    assert find_failures(spoiled)
