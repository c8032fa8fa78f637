"""The file around the page: size, outline, what it says about itself, the same bytes each time."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
import uharfbuzz as hb
from PIL import Image, ImageCms

from blueprint_editor.drawing.drawing import Bookmark, PageFit
from blueprint_editor.drawing.primitives import Rectangle, Stroke
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from tests.painters.drawings import BODY, fonts, make_poster, set_run
from tests.painters.pdf.sheets import GROUP, line, make_drawing
from tests.painters.pdf_reader import MM_PER_POINT, read_runs


def open_pdf(drawing, metadata: PdfMetadata | None = None) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(paint_pdf(drawing, fonts(), metadata)))


@pytest.mark.parametrize(
    ("width", "height", "unit"),
    [(1189, 841, 1), (215.9, 279.4, 1), (5080, 841, 1), (5080.1, 300, 2), (914, 16_000, 4)],
)
def test_page_has_the_drawings_size(width: float, height: float, unit: int) -> None:
    drawing = make_drawing(parts=[("", line("tässä"))], width=width, height=height)
    with open_pdf(drawing) as pdf:
        page = pdf.pages[0].obj
        assert page.get("/UserUnit", 1) == unit
        sides = [float(side) for side in page.MediaBox]
        assert max(sides) <= 14_400
        found = [side * unit * MM_PER_POINT for side in sides]
        assert found == pytest.approx([0, 0, width, height], abs=0.0001 * unit)
    (run,) = read_runs(paint_pdf(drawing, fonts()))
    assert (run.x, run.y) == pytest.approx((15, 30), abs=0.01)


def outline_of(pdf: pikepdf.Pdf):
    def entry(item):
        left, top = item.destination[2], item.destination[3]
        place = float(left) * MM_PER_POINT, 100 - float(top) * MM_PER_POINT
        return (item.title, tuple(round(side, 2) for side in place), *map(entry, item.children))

    with pdf.open_outline() as found:
        return [entry(item) for item in found.root]


def test_bookmarks_lead_to_their_groups_at_their_levels() -> None:
    marks = [("Alku (1)", 0), ("Ж – vaihe", 1), ("liian syvä", 3), ("Loppu", 0)]
    drawing = make_drawing(
        parts=[("", line("x"))],
        bookmarks=tuple(Bookmark(title, GROUP, level) for title, level in marks),
        fit=PageFit(0.5, 1, 2),
    )
    place = (6.0, 12.0)
    with open_pdf(drawing) as pdf:
        assert outline_of(pdf) == [
            ("Alku (1)", place, ("Ж – vaihe", place, ("liian syvä", place))),
            ("Loppu", place),
        ]
        # All of it is unfolded.
        assert pdf.Root.Outlines.Count == len(marks)


def test_reader_programs_are_asked_for_title_and_full_size() -> None:
    with open_pdf(make_poster(2, 2)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.DisplayDocTitle, wishes.PrintScaling) == (True, "/None")
        assert (str(pdf.Root.Lang), pdf.Root.MarkInfo.Marked) == ("fi", True)


def test_file_says_the_same_in_both_places() -> None:
    moment = datetime(2026, 11, 22, 14, 5, 6, tzinfo=timezone(timedelta(hours=2)))
    told = PdfMetadata("", "THL & Kela", "Mitä < tämä", ("työ", "Ж"), moment, "Ohjelma 1.0")
    with open_pdf(make_drawing(), told) as pdf:
        information = {str(key): str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            told_again = dict(xmp)
    date = "D:20261122120506+00'00'"
    assert information == {
        "/Title": "Otsikko",
        "/Author": "THL & Kela",
        "/Subject": "Mitä < tämä",
        "/Keywords": "työ, Ж",
        "/Creator": "Ohjelma 1.0",
        "/Producer": "Ohjelma 1.0",
        "/CreationDate": date,
        "/ModDate": date,
    }
    assert told_again["{http://purl.org/dc/elements/1.1/}title"] == "Otsikko"
    assert told_again["{http://purl.org/dc/elements/1.1/}creator"] == ["THL & Kela"]
    assert told_again["{http://ns.adobe.com/pdf/1.3/}Keywords"] == "työ, Ж"
    assert told_again["{http://ns.adobe.com/xap/1.0/}CreateDate"] == "2026-11-22T12:05:06Z"


def test_file_without_metadata_tells_nothing_but_title_and_program() -> None:
    with open_pdf(make_drawing()) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Creator", "/Producer"}


def test_same_drawing_gives_the_same_bytes_whenever_it_is_painted(monkeypatch) -> None:
    drawing = make_poster(2, 2)
    moment = PdfMetadata(created=datetime(2026, 1, 1, tzinfo=UTC))
    first = paint_pdf(drawing, fonts(), moment)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert paint_pdf(drawing, fonts(), moment) == first
    other = paint_pdf(drawing._replace(title="Toinen"), fonts(), moment)
    with pikepdf.open(BytesIO(first)) as one, pikepdf.open(BytesIO(other)) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_only_what_is_used_is_embedded_and_all_of_it() -> None:
    with open_pdf(make_drawing(parts=[("", line("aa"))])) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        assert str(font.BaseFont)[7:] == "+NotoSans-w500-wd100"
        file = font.DescendantFonts[0].FontDescriptor.FontFile2
        data = file.read_bytes()
        assert len(data) == file.Length1 < 4_000
        # What is embedded draws the very outline that was shaped.
        (glyph,) = set_run("a", 0, 0).glyphs
        embedded, shaped = hb.Font(hb.Face(hb.Blob(data))), fonts().face(BODY).hb_font
        assert embedded.get_glyph_extents(glyph.id) == shaped.get_glyph_extents(glyph.id)
        assert embedded.get_glyph_h_advance(glyph.id) == glyph.advance
        dictionaries = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        assert not [o for o in dictionaries if o.get("/BaseFont") == "/Helvetica"]


def test_colours_and_fonts_are_set_only_where_they_change() -> None:
    box = Rectangle(0, 0, 5, 5, "#FFE79E", Stroke("#D6A419", 0.4))
    runs = (set_run("yksi", 0, 5), set_run("kaksi", 0, 12), set_run("kolme", 0, 20))
    with open_pdf(make_drawing(parts=[("", (box, box, *runs))])) as pdf:
        operators = [str(item.operator) for item in pikepdf.parse_content_stream(pdf.pages[0])]
    # Black at the start of the page, then once for the boxes and once for the texts.
    assert operators.count("rg") == 3
    assert operators.count("RG") == 2
    assert (operators.count("w"), operators.count("Tf"), operators.count("BT")) == (1, 1, 1)


def test_objects_are_packed() -> None:
    data = paint_pdf(make_poster(), fonts())
    assert data.count(b"/Type /ObjStm") >= 1
    assert data.count(b" obj\n") < 40


def test_colours_are_told_to_be_srgb() -> None:
    with open_pdf(make_drawing()) as pdf:
        data = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    told = ImageCms.ImageCmsProfile(BytesIO(data))
    colours = [(value, 255 - value, value // 2) for value in range(256)]
    picture = Image.new("RGB", (256, 1))
    picture.putdata(colours)
    same = ImageCms.profileToProfile(picture, told, ImageCms.createProfile("sRGB"))
    assert same.tobytes() == picture.tobytes()
