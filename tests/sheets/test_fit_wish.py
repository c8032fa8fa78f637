import pytest

from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.fit_wish import Fitted, fit_poster
from blueprint_editor.sheets.paper import list_larger, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_distance import TextSizes, find_text_sizes
from blueprint_editor.sheets.splitting import split_document
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES


@pytest.fixture(scope="module")
def document() -> Document:
    return load_document(SAMPLES[0])


def wish_for(document: Document, typesetter: Typesetter, paper: str, wish: FitWish) -> Fitted:
    return fit_poster(document, parse_paper(paper), "landscape", wish, typesetter)


def printed(document: Document, typesetter: Typesetter, fitted: Fitted) -> TextSizes:
    drawing = PosterComposer(typesetter).compose(fitted.apply_to(document)).drawing
    page = put_on_paper(drawing, fitted.paper, fitted.orientation)
    assert page.fit.scale == 1.0
    sizes = find_text_sizes(page)
    assert sizes is not None
    return sizes


@pytest.mark.parametrize(
    ("paper", "least_pt", "wanted"),
    [("A3", 4.0, "A3"), ("A3", 6.5, "A2"), ("A1", 12.0, "A0"), ("ANSI-C", 9.0, "ANSI-D")],
)
def test_the_next_larger_paper_is_taken_for_the_least_text(
    document: Document, typesetter: Typesetter, paper: str, least_pt: float, wanted: str
) -> None:
    fitted = wish_for(document, typesetter, paper, FitWish(least_text_pt=least_pt))
    assert fitted.paper.name == wanted
    assert printed(document, typesetter, fitted).smallest_pt >= least_pt


def test_a_poster_of_sheets_is_as_large_as_the_least_text_needs(
    document: Document, typesetter: Typesetter
) -> None:
    wish = FitWish(least_text_pt=14.0, takes_sheets=True)
    fitted = wish_for(document, typesetter, "A3", wish)
    assert fitted.paper.is_free
    assert fitted.paper.height / fitted.paper.width == pytest.approx(420 / 297, rel=1e-3)
    assert 14.0 <= printed(document, typesetter, fitted).smallest_pt < 14.6


def test_a_roll_is_as_long_as_the_least_text_needs(
    document: Document, typesetter: Typesetter
) -> None:
    fitted = wish_for(document, typesetter, "roll:610", FitWish(least_text_pt=13.0))
    assert fitted.paper.name == "roll:914"
    assert printed(document, typesetter, fitted).smallest_pt >= 13.0


def test_the_better_side_is_found_where_none_is_asked_for(
    document: Document, typesetter: Typesetter
) -> None:
    paper, wish = parse_paper("A3"), FitWish(posters=3)
    ways = {
        side: fit_poster(document, paper, side, wish, typesetter)
        for side in ("landscape", "portrait")
    }
    best = fit_poster(document, paper, None, wish, typesetter)
    assert best == max(ways.values(), key=lambda fitted: fitted.found.reach)
    one = fit_poster(document, paper, None, FitWish(), typesetter)
    assert best.found.reach > 1.2 * one.found.reach


def test_each_of_several_posters_is_its_paper(document: Document, typesetter: Typesetter) -> None:
    fitted = wish_for(document, typesetter, "A3", FitWish(posters=3))
    parts = split_document(fitted.apply_to(document))
    assert len(parts) == 3
    for part in parts:
        drawing = PosterComposer(typesetter).compose(part.document, whole=part.whole).drawing
        assert (drawing.width, drawing.height) == (420, 297)


def test_papers_that_are_larger() -> None:
    def name_larger(paper: str) -> list[str]:
        return [larger.name for larger in list_larger(parse_paper(paper))]

    assert name_larger("A2") == ["A1", "A0"]
    assert name_larger("B1") == ["B0"]
    assert name_larger("300x400") == ["A2", "A1", "A0"]
    assert name_larger("ANSI-D") == ["ANSI-E"]
    assert name_larger("roll:914") == []


@pytest.mark.parametrize("in_sheets", [False, True])
def test_type_of_a_fixed_scale_is_just_that_on_the_paper_that_it_takes(
    typesetter: Typesetter, *, in_sheets: bool
) -> None:
    sample = load_document(SAMPLES[3])
    wish = FitWish(type_scale=0.45, takes_sheets=in_sheets)
    fitted = wish_for(sample, typesetter, "A3", wish)
    assert fitted.fit.type_scale == 0.45
    assert fitted.found.is_whole
    assert fitted.paper.width > 297
