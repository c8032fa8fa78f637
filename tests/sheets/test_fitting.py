from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Fit
from blueprint_editor.sheets.fitting import COLUMN_LIMITS, SCALE_LIMITS, FitGoal, FoundFit, find_fit
from blueprint_editor.sheets.paper import find_page, parse_paper, put_on_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.reading_distance import find_text_sizes, judge
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES
from tests.sheets.random_documents import Recipe, make_document, recipes

Side = Literal["landscape", "portrait"]


def fit_to(
    document: Document, typesetter: Typesetter, paper: str, side: Side, scale: float | None = None
) -> FoundFit:
    return find_fit(document, FitGoal(parse_paper(paper), side, scale), typesetter)


def store(document: Document, fit: Fit) -> Document:
    poster = document.poster
    poster = poster.changed(fit=fit, paper=fit.paper or poster.paper, orientation=fit.orientation)
    return document.changed(poster=poster)


def compose(document: Document, typesetter: Typesetter) -> Poster:
    return PosterComposer(typesetter).compose(document)


@pytest.mark.parametrize(
    ("paper", "side"),
    [("A0", "landscape"), ("A1", "portrait"), ("A3", "landscape"), ("roll:914", "landscape")],
)
def test_a_fitted_sheet_is_its_paper_without_scaling(
    sample: Document, typesetter: Typesetter, paper: str, side: Side
) -> None:
    found = fit_to(sample, typesetter, paper, side)
    assert found.is_whole
    drawing = compose(store(sample, found.fit), typesetter).drawing
    page = put_on_paper(drawing, parse_paper(paper), side)
    assert page.fit == (1.0, 0.0, 0.0)
    for length, wanted in zip(page[:2], find_page(parse_paper(paper), side), strict=True):
        assert wanted is None or length == wanted
    for placed in drawing.placed:
        x0, y0, x1, y1 = placed.bounds
        assert min(x0, y0) >= 4.9
        assert x1 <= page.width - 4.9
        assert y1 <= page.height - 4.9


@pytest.mark.parametrize("side", ["landscape", "portrait"])
def test_text_becomes_larger_than_without_fit_and_fills_the_paper(
    sample: Document, typesetter: Typesetter, side: Side
) -> None:
    paper = parse_paper("A1")
    plain = sample.changed(poster=sample.poster.changed(paper="A1", orientation=side))
    unfitted = put_on_paper(compose(plain, typesetter).drawing, paper, side)
    found = fit_to(sample, typesetter, "A1", side)
    assert found.reach > 0.999 * unfitted.fit.scale
    column = found.fit.column_width / found.fit.type_scale
    page = find_page(paper, side)
    if COLUMN_LIMITS[0] * 1.01 < column < COLUMN_LIMITS[1]:
        filled = (found.width / (page[0] or 1), found.height / (page[1] or 1))
        assert max(filled) > 0.99
        assert min(filled) > 0.93
    if side == "landscape":
        assert found.width > 0.99 * (page[0] or 1)


@pytest.mark.endurance
def test_larger_paper_gives_larger_text(sample: Document, typesetter: Typesetter) -> None:
    scales = [
        fit_to(sample, typesetter, paper, "landscape").fit.type_scale
        for paper in ("A3", "A2", "A1", "B1", "A0", "B0")
    ]
    assert scales == sorted(set(scales))


def test_same_input_gives_the_same_fit(sample: Document, typesetter: Typesetter) -> None:
    one = fit_to(sample, typesetter, "A2", "landscape")
    again = fit_to(store(sample, one.fit), typesetter, "A2", "landscape")
    assert again == one


def test_fixed_type_takes_as_long_a_roll_as_it_needs(
    sample: Document, typesetter: Typesetter
) -> None:
    found = fit_to(sample, typesetter, "roll:914", "landscape", 0.9)
    assert found.fit.type_scale == 0.9
    assert found.is_whole
    assert 914 >= found.height > 600
    larger = fit_to(sample, typesetter, "roll:914", "landscape", 1.0)
    assert larger.width > found.width


def test_a_roll_is_used_along_its_length(sample: Document, typesetter: Typesetter) -> None:
    found = fit_to(sample, typesetter, "roll:914", "landscape")
    assert found.width > 1.35 * found.height
    large = fit_to(sample, typesetter, "A0", "landscape")
    assert found.reach > large.reach


def test_type_that_is_too_large_for_its_paper_is_told(
    sample: Document, typesetter: Typesetter
) -> None:
    found = fit_to(sample, typesetter, "A3", "landscape", 1.0)
    assert not found.is_whole
    assert found.width > 420 or found.height > 297


def test_many_columns_on_a_small_paper_keep_a_type_that_can_be_set(typesetter: Typesetter) -> None:
    document = make_document(3, 40, 6, 30)
    found = fit_to(document, typesetter, "A4", "portrait")
    assert found.fit.type_scale == SCALE_LIMITS[0]
    assert not found.is_whole
    page = put_on_paper(
        compose(store(document, found.fit), typesetter).drawing, parse_paper("A4"), "portrait"
    )
    assert page.fit.scale < 1.0
    assert (page.width, page.height) == (210, 297)


def test_a_narrower_face_is_taken_where_it_makes_text_readable(
    sample: Document, typesetter: Typesetter
) -> None:
    hand = sample.poster.changed(reading_distance=0.5)
    usual = fit_to(sample.changed(poster=hand), typesetter, "A1", "landscape")
    assert usual.fit.face_width == 100.0
    near = sample.poster.changed(reading_distance=2.0 * usual.fit.type_scale)
    tight = fit_to(sample.changed(poster=near), typesetter, "A1", "landscape")
    assert tight.fit.type_scale >= usual.fit.type_scale
    assert tight.fit.face_width < 100.0 or tight.fit.type_scale < 1.06 * usual.fit.type_scale
    assert compose(store(sample, tight.fit), typesetter).drawing.width == 841


def test_posters_of_a_phase_each_fill_their_paper_though_heights_go_in_steps(
    typesetter: Typesetter,
) -> None:
    document = load_document(SAMPLES[1])
    splits = tuple(phase.id for phase in document.phases[1:])
    goal = FitGoal(parse_paper("A4"), "portrait", splits=splits)
    found = find_fit(document, goal, typesetter)
    larger = find_fit(document, goal._replace(type_scale=1.02 * found.reach), typesetter)
    assert found.is_whole
    assert not larger.is_whole


@pytest.mark.parametrize("name", ["tyokyvyn-tuen-palvelukokonaisuus"])
def test_a_narrower_face_is_tried_though_less_is_foretold_than_it_gives(
    name: str, typesetter: Typesetter
) -> None:
    document = load_document(SAMPLES[0].with_name(f"{name}.blueprint.json"))
    found = fit_to(document, typesetter, "A1", "landscape")
    assert found.fit.face_width == 75.0
    sizes = find_text_sizes(compose(store(document, found.fit), typesetter).drawing)
    assert sizes is not None
    assert judge(sizes.body, document.poster.reading_distance) == "readable"


@given(
    recipe=recipes,
    paper=st.sampled_from(("A0", "A3", "300x900", "roll:610")),
    side=st.sampled_from(("landscape", "portrait")),
)
@settings(max_examples=15)
def test_a_fit_never_cuts(typesetter: Typesetter, recipe: Recipe, paper: str, side: Side) -> None:
    document = recipe.document()
    found = fit_to(document, typesetter, paper, side)
    assert fit_to(document, typesetter, paper, side) == found
    drawing = compose(store(document, found.fit), typesetter).drawing
    page = put_on_paper(drawing, parse_paper(paper), side)
    assert page.fit.scale == 1.0 if found.is_whole else page.fit.scale < 1.0
    scale, dx, dy = page.fit
    for placed in drawing.placed:
        x0, y0, x1, y1 = placed.bounds
        assert min(x0 * scale + dx, y0 * scale + dy) > 0
        assert x1 * scale + dx < page.width
        assert y1 * scale + dy < page.height
