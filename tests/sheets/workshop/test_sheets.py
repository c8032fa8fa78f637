"""Every workshop sheet: on its paper, in every language, nothing in the way of anything else."""

from functools import partial
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.language.workshop.kit import KIT_LANGUAGES, STAGES, find_kit
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import PT
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Lane,
    Persona,
    Phase,
    Project,
    SheetQuestions,
    Variant,
    Workshop,
)
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.painters.png import paint_png
from blueprint_editor.painters.svg import paint_svg
from blueprint_editor.sheets.kinds import (
    SHEETS,
    SheetError,
    SheetSpec,
    find_sheet,
    find_title,
    parse_orders,
)
from blueprint_editor.sheets.pack import make_pack
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.request import FILLINGS, SheetRequest
from blueprint_editor.sheets.split import split_pages
from blueprint_editor.sheets.tiling import TileOptions
from tests.painters.pdf_gate import find_failures
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import find_collisions, list_told_parts, read_text

WORKSHOP_SHEETS = [spec for spec in SHEETS.values() if spec.papers]
FILLED = [
    (spec, paper, filling)
    for spec in WORKSHOP_SHEETS
    for paper in spec.papers
    for filling in (FILLINGS if spec.has_questions else FILLINGS[:1])
]


def identify(value: object) -> str:
    return value.name if isinstance(value, SheetSpec) else str(getattr(value, "name", value))


@pytest.mark.parametrize("language", KIT_LANGUAGES)
@pytest.mark.parametrize(("spec", "paper", "filling"), FILLED, ids=identify)
def test_nothing_is_in_the_way(
    spec: SheetSpec, paper: Any, language: str, filling: Any, make: Make, sample: Document
) -> None:
    pages = make(spec.name, sample, language, filling=filling, paper=parse_paper(paper.name))
    sides = parse_paper(paper.name).sides
    size = sides if paper.orientation == "portrait" else sides[::-1]
    for page in pages:
        assert (page.width, page.height) == size
        assert find_collisions(page) == []
        assert page.missing == ()


@pytest.mark.parametrize("spec", WORKSHOP_SHEETS, ids=identify)
def test_title_instructions_and_questions_are_told(
    spec: SheetSpec, make: Make, sample: Document
) -> None:
    words = find_kit("sv").sheets[spec.name]
    pages = make(spec.name, sample, "sv")
    assert pages[0].language == "sv"
    told = " ".join(read_text(page) for page in pages)
    assert any(text and text.split()[0] in told for text in (words.title, words.instructions)) or (
        not words.instructions
    )
    assert words.title in pages[0].title
    heard, seen = {"sida"}, set()
    for page in pages:
        leaves = list_told_parts(page.tags)
        assert len(leaves) == len(set(leaves))
        named = {(group.key, part.name) for group, _, _ in page.placed for part in group.parts}
        assert {(leaf.group, leaf.part) for leaf in leaves} <= named
        heard |= set(page.title.lower().split())
        for group, _, _ in page.placed:
            for part in group.parts:
                texts = [item.text for item in part.primitives if isinstance(item, GlyphRun)]
                (heard if part.name else seen).update(" ".join(texts).lower().split())
    unheard = {word for word in seen - heard if word.isalpha() and len(word) > len("NE1")}
    assert not unheard, "only numbers, signs and what is heard elsewhere are for the eye alone"


@pytest.mark.parametrize("spec", WORKSHOP_SHEETS, ids=identify)
def test_the_pages_are_an_accessible_pdf(
    spec: SheetSpec, make: Make, sample: Document, typesetter: Typesetter
) -> None:
    pages = make(spec.name, sample, "fi", filling="prefilled")
    assert find_failures(paint_pdf(pages, typesetter._fonts)) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("spec", WORKSHOP_SHEETS, ids=identify)
def test_every_painter_paints_every_sheet(
    spec: SheetSpec, make: Make, sample: Document, typesetter: Typesetter
) -> None:
    page = make(spec.name, sample, "fi", filling="prefilled")[0]
    svg = paint_svg(page, typesetter._fonts)
    assert fromstring(svg).get("width") == f"{page.width:g}mm"
    assert paint_png(page, typesetter._fonts, 20.0).startswith(b"\x89PNG")


@pytest.mark.parametrize("spec", WORKSHOP_SHEETS, ids=identify)
def test_no_text_is_smaller_than_may_be_read(spec: SheetSpec, make: Make, sample: Document) -> None:
    least = {"A5": 10.0, "A4": 10.0, "A3": 11.5, "338.67x190.5": 18.0, "105x148": 9.0}.get(
        spec.papers[0].name, 15.0
    )
    for page in make(spec.name, sample):
        sizes = [
            item.size / PT
            for group, _, _ in page.placed
            for part in group.parts
            for item in part.primitives
            if isinstance(item, GlyphRun)
        ]
        assert min(sizes) >= least


LONG = st.text("abcdefghijklmnopqrstuvwxyzåäö ", min_size=40, max_size=400).filter(str.strip)


@st.composite
def long_documents(draw: Any) -> Document:
    text = partial(draw, LONG)
    return Document(
        id="d1",
        title=text(),
        language="fi",
        project=Project(name=text(), funder=text(), funding_statement=text()),
        actors=(Actor(id="a1", name=text(), role=text(), contact=text(), organisation=text()),),
        personas=(Persona(id="pe1", name=text(), situation=text() * 4, goal=text(), quote=text()),),
        variants=(Variant(id="v1", name=text()), Variant(id="v2", name=text())),
        lanes=(
            Lane(id="l1", role="customer", name=text(), hint=text()),
            Lane(id="l2", role="frontstage", name=text(), actor="a1"),
        ),
        phases=tuple(Phase(id=f"p{n}", name=text()) for n in range(draw(st.integers(0, 9)))),
        steps=(),
        workshops=(Workshop(id="w1", name=text(), number=3, minutes=text() * 3),),
        questions=(SheetQuestions(sheet="W2", questions=(text(), text())),),
    )


@pytest.mark.parametrize("spec", WORKSHOP_SHEETS, ids=identify)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=long_documents())
def test_long_names_stay_in_their_places(spec: SheetSpec, document: Document, make: Make) -> None:
    for page in make(spec.name, document, filling="prefilled", workshop="w1"):
        assert find_collisions(page) == []


def test_what_has_no_room_goes_on_at_the_end(make: Make) -> None:
    words = " ".join(f"sana{number}" for number in range(400))
    persona = Persona(id="p1", name="Mirja", situation=words)
    document = Document(id="d1", title="Polku", language="fi", personas=(persona,))
    pages = make("W2", document, filling="prefilled")
    told = " ".join(read_text(page) for page in pages).replace("-", "")
    assert len(pages) == 2
    assert all(f"sana{number}" in told for number in range(400))
    assert "jatkuu lopussa" in read_text(pages[0])


def test_questions_of_the_document_are_printed_in_their_language_only(make: Make) -> None:
    own = SheetQuestions(sheet="W2", questions=("Mikä on lempiruoka?",), language="fi")
    document = Document(id="d1", title="Polku", language="fi", questions=(own,))
    assert "lempiruoka" in read_text(make("W2", document)[0])
    assert "lempiruoka" not in read_text(make("W2", document, "sv")[0])
    assert "lempiruoka" not in read_text(make("W2", document, filling="blank")[0])


def test_critical_points_come_with_their_solutions(make: Make, sample: Document) -> None:
    told = " ".join(read_text(page) for page in make("W6", sample, filling="prefilled"))
    point = next(mark for mark in sample.marks if mark.kind == "critical_point")
    assert point.text.split()[0] in told


def test_a_sheet_is_refused_on_a_paper_that_it_is_not_made_for(make: Make) -> None:
    document = Document(id="d1", title="Polku", language="fi")
    with pytest.raises(SheetError, match="W2 is made for A3"):
        make("W2", document, paper=parse_paper("A4"))
    with pytest.raises(SheetError, match="made for paper in landscape"):
        make("W2", document, orientation="portrait")


def test_a_pack_has_a_list_with_the_pages_of_each_sheet(
    sample: Document, typesetter: Typesetter
) -> None:
    request = SheetRequest("", sample, typesetter, NO_PICTURES, language="fi")
    told: list[tuple[int, int]] = []
    pages = make_pack(request, parse_orders("poster,paths,W2"), lambda *done: told.append(done))
    assert told == [(0, 3), (1, 3), (2, 3)]
    cover = read_text(pages[0])
    assert len(pages) == 4
    assert "Työpajan tulosteet" in cover
    assert "Persoona-arkki A3 4" in cover
    assert find_collisions(pages[0]) == []
    assert find_failures(paint_pdf(pages, typesetter._fonts)) == []


def test_all_languages_have_the_same_words() -> None:
    finnish = find_kit("fi")
    for language in KIT_LANGUAGES:
        kit = find_kit(language)
        assert kit.stages.keys() == {name for name, _ in STAGES}
        for name, words in finnish.sheets.items():
            other = kit.sheets[name]
            assert words.fields.keys() == other.fields.keys()
            assert {k: len(v) for k, v in words.lists.items()} == {
                k: len(v) for k, v in other.lists.items()
            }
            assert len(words.questions) == len(other.questions)


def test_titles_follow_the_language() -> None:
    assert find_title(find_sheet("w2"), "fi") == "Persoona-arkki"
    assert find_title(find_sheet("W2"), "so") == "Persona sheet"


def test_only_pages_larger_than_the_paper_are_cut(
    make: Make, sample: Document, typesetter: Typesetter
) -> None:
    office = TileOptions(parse_paper("A3"))
    small = make("W2", sample)
    assert split_pages(small, office, typesetter) == small
    large = make("W5", sample)
    pages = split_pages((*small, *large), office, typesetter)
    assert len(pages) > 6
    assert {tuple(sorted((round(p.width), round(p.height)))) for p in pages} == {(297, 420)}
    assert find_failures(paint_pdf(pages, typesetter._fonts)) == []
    narrow = TileOptions(parse_paper("30x30"))
    with pytest.raises(SheetError):
        split_pages(large, narrow, typesetter)


def test_orders_name_sheets_and_papers() -> None:
    orders = parse_orders("w5:a3, poster:A0,W1")
    assert [order.spec.name for order in orders] == ["W5", "poster", "W1"]
    assert [order.paper and order.paper.name for order in orders] == ["A3", "A0", None]
    for text, message in (
        ("W99", "unknown sheet"), ("W2:A4", "is made for A3"), ("W2:A9", "unknown paper")
    ):  # fmt: skip
        with pytest.raises(SheetError, match=message):
            parse_orders(text)


def test_swedish_says_kund_where_the_document_does(make: Make) -> None:
    document = Document(id="d1", title="Polku", language="sv", client_word="customer")
    told = read_text(make("W6", document, "sv")[0])
    assert "Inverkan på kunden" in told.replace("  ", " ")
    assert not any(
        "klient" in str(words).lower() for words in find_kit("sv", "customer").sheets.values()
    )
