"""Papers: names, free sizes and rolls, and the drawing scaled onto them."""

import pytest

from blueprint_editor.drawing.drawing import Drawing, Tag
from blueprint_editor.sheets.paper import (
    ROLL_WIDTHS,
    SIZES,
    Paper,
    UnknownPaperError,
    parse_paper,
    put_on_paper,
)

DRAWING = Drawing(width=200, height=100, placed=(), tags=Tag("Document"), title="", language="fi")


@pytest.mark.parametrize("name", SIZES)
def test_every_name_is_known_in_any_letters(name: str) -> None:
    paper = parse_paper(f" {name.upper()} ")
    assert paper == parse_paper(name.lower()) == parse_paper(name)
    assert paper.name == name
    assert paper.height is not None
    assert paper.width < paper.height


def test_half_of_an_iso_paper_is_the_next() -> None:
    for large, small in (("A0", "A1"), ("A1", "A2"), ("A3", "A4"), ("B0", "B1"), ("B1", "B2")):
        assert int(SIZES[large][1] / 2) == SIZES[small][0]
        assert SIZES[large][0] == SIZES[small][1]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("210x297", Paper("210x297", 210, 297, is_free=True)),
        ("297.5 × 210", Paper("297.5x210", 297.5, 210, is_free=True)),
        ("roll:914", Paper("roll:914", 914, None)),
        ("ROLL:610.5", Paper("roll:610.5", 610.5, None)),
        ("900,5X600", Paper("900.5x600", 900.5, 600, is_free=True)),
        ("roll: 914,4", Paper("roll:914.4", 914.4, None)),
    ],
)
def test_sizes_in_numbers(text: str, paper: Paper) -> None:
    assert parse_paper(text) == paper
    assert parse_paper(paper.name) == paper


@pytest.mark.parametrize("width", ROLL_WIDTHS)
def test_usual_rolls(width: float) -> None:
    assert parse_paper(f"roll:{width:g}").width == width


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A6",
        "A",
        "x",
        "10x297",
        "210x",
        "-1x5",
        "1e3x200",
        "٢١٠x297",
        "roll:",
        "roll:5",
        "9" * 99,
    ],
)
def test_what_is_no_paper(text: str) -> None:
    with pytest.raises(UnknownPaperError, match="unknown paper"):
        parse_paper(text)


@pytest.mark.parametrize(
    ("text", "orientation", "size", "scale"),
    [
        ("A4", "landscape", (297, 210), 297 / 200),
        ("A4", "portrait", (210, 297), 210 / 200),
        ("100x400", "landscape", (400, 100), 1),
        ("400x100", "portrait", (100, 400), 0.5),
        ("roll:50", "landscape", (100, 50), 0.5),
        ("roll:50", "portrait", (50, 25), 0.25),
    ],
)
def test_a_drawing_is_scaled_as_a_whole(
    text: str, orientation: str, size: tuple[float, float], scale: float
) -> None:
    page = put_on_paper(DRAWING, parse_paper(text), orientation)  # type: ignore[arg-type]
    assert (page.width, page.height) == size
    assert page.fit.scale == pytest.approx(scale)
    assert page.fit.dx == pytest.approx((size[0] - 200 * scale) / 2)
    assert page.fit.dy == pytest.approx((size[1] - 100 * scale) / 2)
