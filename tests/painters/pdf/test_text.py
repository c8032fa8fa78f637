"""Texts stand at the drawing's places, as wide as shaped, and read as they were written."""

from io import BytesIO

import pikepdf
import pytest

from blueprint_editor.drawing.drawing import Drawing, PageFit, Tag, iter_text_places
from blueprint_editor.drawing.primitives import Glyph, GlyphRun, Path, Stroke
from blueprint_editor.painters.pdf import UnpaintableTextError, paint_pdf
from tests.painters.drawings import ARABIC, NARROW, fonts, make_poster, set_run
from tests.painters.pdf.sheets import leaf, line, make_drawing
from tests.painters.pdf_reader import read_hidden_runs, read_runs, read_tags, read_text_places

PLACE_MM = 0.01


def iter_runs(drawing: Drawing):
    for placed in drawing.placed:
        for part in placed.group.parts:
            yield from (item for item in part.primitives if isinstance(item, GlyphRun))


@pytest.mark.parametrize(
    "fit", [PageFit(), PageFit(0.1373, 3.31, 7.77), PageFit(6.3, 1, 2)], ids=lambda fit: fit.scale
)
def test_places_and_widths_are_the_drawings(fit: PageFit) -> None:
    drawing = make_poster(fit=fit)
    data = paint_pdf(drawing, fonts())
    found = read_text_places(data)
    expected = list(iter_text_places(drawing))
    assert [text for text, _, _ in found] == [text for text, _, _ in expected]
    for (text, *place), (_, *wanted) in zip(found, expected, strict=True):
        assert place == pytest.approx(wanted, abs=PLACE_MM), text
    for shown, run in zip(read_runs(data), iter_runs(drawing), strict=True):
        if not run.right_to_left:
            assert shown.width == pytest.approx(run.width * fit.scale, abs=PLACE_MM), run.text


def told(*runs, language: str = "") -> str:
    drawing = make_drawing(Tag("P", (leaf("a"),), language=language), parts=[("a", runs)])
    return read_tags(paint_pdf(drawing, fonts())).all_text()


def test_words_are_not_joined_over_a_line_end_and_hyphenation_is_undone() -> None:
    lines = (
        set_run("Työhön", 5, 10, soft_hyphen=True),
        set_run("valmennus", 5, 16, space_after=True),
        set_run("AV-", 5, 22),
        set_run("tilassa", 5, 28),
    )
    assert told(*lines) == "Työhönvalmennus AV-tilassa"


def test_texts_side_by_side_are_words_of_their_own() -> None:
    number = set_run("1", 5, 10.2, 7)
    name = set_run("Yhteydenotto", 5 + number.width + 1, 10)
    cut = set_run("x" * 9, name.x, 16)
    rest = set_run("yy", cut.x + cut.width + 0.05, 16)
    assert told(number, name, cut, rest) == "1 Yhteydenottoxxxxxxxxxyy"


def test_parts_of_one_element_are_words_of_their_own() -> None:
    parts = [("a", line("2")), ("b", line("Kohtaaminen", 20)), ("c", line("loppu", 30))]
    drawing = make_drawing(Tag("P", (leaf("a"), leaf("b"))), Tag("P", (leaf("c"),)), parts=parts)
    tags = read_tags(paint_pdf(drawing, fonts()))
    assert [tag.text for tag in tags.find_all("P")] == ["2 Kohtaaminen", "loppu"]


def test_a_hyphen_of_the_line_break_differs_from_a_written_one() -> None:
    data = paint_pdf(
        make_drawing(parts=[("", (*line("palvelu", soft_hyphen=True), *line("a-b", 20)))]), fonts()
    )
    assert [run.text for run in read_runs(data)] == ["palvelu\u00ad", "a-b"]


@pytest.mark.parametrize(
    "text",
    [
        "x\u0323\u0301y n\u0303",  # marks that keep glyphs of their own
        "e\u0301 ja \u00e9",  # two spellings drawn with one glyph
        "a\u00adb\u200bc\u200d",  # drawn with an empty glyph
        "27\u00a0d\u00a0§ – 5\u202fkk",
        "Ŋ Č ǯ Ж ї Ω",
        # Among the glyph ids are the bytes that a string must escape.
        "".join(map(chr, range(0x20, 0x7F))),
        "".join(map(chr, range(0xA1, 0x180))),
    ],
)
def test_letters_read_as_written(text: str) -> None:
    assert told(set_run(text, 5, 10)) == text.replace("\u00ad", "")


@pytest.mark.parametrize("text", ["طلب", "المساعدة إلى", "پيدا ثبت", "خدمة", "ويطلب"])
def test_right_to_left_text_reads_in_logical_order(text: str) -> None:
    first = set_run(text, 5, 10, face=ARABIC, right_to_left=True, space_after=True)
    second = set_run(text, 40, 10, face=ARABIC, right_to_left=True)
    assert told(first, second) == f"{text} {text}"


@pytest.mark.parametrize("scale", [1.0, 0.25])
def test_dots_stand_as_high_as_shaped(scale: float) -> None:
    run = set_run("خدمة", 5, 10, face=ARABIC, right_to_left=True)
    drawing = make_drawing(parts=[("", (run,))])._replace(fit=PageFit(scale))
    with pikepdf.open(BytesIO(paint_pdf(drawing, fonts()))) as pdf:
        told = [
            (str(operator), float(operands[-1]))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) in {"Tf", "Ts"}
        ]
    size = next(number for operator, number in told if operator == "Tf")
    rises = {number / size for operator, number in told if operator == "Ts" and number}
    upem = fonts().face(run.face).units_per_em
    offsets = {glyph.y_offset / upem for glyph in run.glyphs if glyph.y_offset}
    assert sorted(rises) == pytest.approx(sorted(offsets), abs=0.001)


def test_a_letter_that_no_font_has_is_read_where_it_stands() -> None:
    box = Path((("M", 0, 0), ("L", 3, 0), ("L", 3, 4), ("Z",)), None, Stroke("#000000", 0.2), "字")
    assert told(*line("nimi "), box, *line(" loppu", 20)) == "nimi 字 loppu"


def test_a_letter_that_no_font_has_is_found_by_search() -> None:
    box = Path((("M", 7, 4), ("L", 10, 4), ("L", 10, 8), ("Z",)), "#000000", actual_text="字")
    data = paint_pdf(make_drawing(Tag("P", (leaf("a"),)), parts=[("a", (box,))]), fonts())
    (found,) = read_hidden_runs(data)
    assert found.text == "字"
    assert (found.x, found.y, found.width) == pytest.approx((17, 28, 3), abs=PLACE_MM)
    assert read_runs(data) == [], "nothing but the path is seen"


def test_each_face_is_read_by_its_own_map() -> None:
    assert told(*line("Äiti "), *line("ämpäri", 20, face=NARROW)) == "Äiti ämpäri"


def test_language_of_a_run_is_told_only_where_it_differs() -> None:
    runs = (*line("hej"), *line("hello", 16, language="en"), *line("då", 22, language="sv"))
    drawing = make_drawing(Tag("P", (leaf("a"),), language="sv"), parts=[("a", runs)])
    found = [(run.text, run.language) for run in read_runs(paint_pdf(drawing, fonts()))]
    assert found == [("hej", ""), ("hello", "en"), ("då", "")]


def test_glyph_0_is_refused() -> None:
    run = set_run("a", 5, 10)._replace(glyphs=(Glyph(0, 0, 600),))
    with pytest.raises(UnpaintableTextError):
        paint_pdf(make_drawing(parts=[("", (run,))]), fonts())
