import random
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.difference import find_difference
from blueprint_editor.drawing.drawing import (
    Drawing,
    Leaf,
    Placed,
    Tag,
    iter_text_places,
    sketch_parts,
)
from blueprint_editor.drawing.primitives import GlyphRun, Path, Rectangle
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Fit
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.page import fit_on_page
from blueprint_editor.sheets.poster import Poster, PosterComposer
from tests.sheets.random_documents import Recipe, make_document, recipes
from tests.sheets.random_edits import edit_somewhere

SLACK = 0.01


def keys(drawing: Drawing) -> dict[str, Placed]:
    found = {placed.group.key: placed for placed in drawing.placed}
    assert len(found) == len(drawing.placed), "a group stands twice"
    return found


def iter_leaves(tag: Tag) -> Iterator[Leaf]:
    for child in tag.children:
        if isinstance(child, Leaf):
            yield child
        else:
            yield from iter_leaves(child)


def iter_tags(tag: Tag, role: str) -> Iterator[Tag]:
    for child in tag.children:
        if isinstance(child, Tag):
            if child.role == role:
                yield child
            yield from iter_tags(child, role)


def text_of(placed: Placed) -> str:
    words = []
    for part in placed.group.parts:
        for item in part.primitives:
            if isinstance(item, GlyphRun):
                words.append(item.text + (" " if item.space_after else ""))
            elif isinstance(item, Path) and item.actual_text:
                words.append(item.actual_text)
    return "".join(words)


def check_layout(document: Document, poster: Poster) -> None:
    drawing, grid = poster.drawing, poster.grid
    placed = keys(drawing)
    shown = {lane.id for lane in document.lanes if not lane.hidden}
    expected = {card.id for card in document.cards if card.lane in shown}
    assert {k for k, p in placed.items() if p.group.kind == "card"} == expected
    wires = {c.id for c in document.connectors if {c.source, c.target} <= expected}
    assert {k for k, p in placed.items() if p.group.kind == "connector"} == wires
    check_cards(document, grid, placed)
    rows = sorted(grid.rows, key=lambda row: row.y)
    assert [row.lane for row in rows] == [lane.id for lane in document.lanes if not lane.hidden]
    for upper, lower in pairwise(rows):
        assert upper.y + upper.height == pytest.approx(lower.y)
    for left, right in pairwise(grid.columns):
        assert left.x + left.width < right.x
    for key, item in placed.items():
        b = item.bounds
        assert b.x0 >= -SLACK, key
        assert b.y0 >= -SLACK, key
        assert b.x1 <= drawing.width + SLACK, key
        assert b.y1 <= drawing.height + SLACK, key
    own = ("title-block", "footer.")
    around = [i for k, i in placed.items() if i.group.kind == "persona" or k.startswith(own)]
    for one, other in combinations(around, 2):
        assert not one.bounds.overlaps(other.bounds, SLACK), (one.group.key, other.group.key)
    for item in around:
        check_ink_inside(item)


def check_cards(document: Document, grid: object, placed: dict[str, Placed]) -> None:
    cards = [placed[card.id] for card in document.cards if card.id in placed]
    for one, other in combinations(cards, 2):
        assert not one.bounds.overlaps(other.bounds, SLACK)
    for card in document.cards:
        if card.id not in placed:
            continue
        cell = grid.cell_bounds(card.lane, card.step)
        bounds = placed[card.id].bounds
        assert cell.x0 - SLACK <= bounds.x0
        assert bounds.x1 <= cell.x1 + SLACK
        assert cell.y0 < bounds.y0
        assert bounds.y1 < cell.y1
        check_ink_inside(placed[card.id])


def check_ink_inside(placed: Placed) -> None:
    box = placed.group.bounds
    for part in placed.group.parts:
        for item in part.primitives:
            if isinstance(item, GlyphRun):
                assert item.x >= box.x0 - SLACK
                assert item.x + item.width <= box.x1 + SLACK
                assert box.y0 <= item.baseline <= box.y1
            elif isinstance(item, Rectangle):
                assert box.x0 - SLACK <= item.x
                assert item.x + item.width <= box.x1 + SLACK
                assert item.y + item.height <= box.y1 + SLACK


@settings(max_examples=25)
@given(recipe=recipes)
def test_random_blueprints_are_laid_out_whole(typesetter: Typesetter, recipe: Recipe) -> None:
    document = recipe.document()
    poster = PosterComposer(typesetter).compose(document)
    check_layout(document, poster)


def test_a_large_random_blueprint(typesetter: Typesetter) -> None:
    document = make_document(seed=7, cards=300, lanes=7, phases=9)
    check_layout(document, PosterComposer(typesetter).compose(document))


def test_samples_are_laid_out_whole(typesetter: Typesetter, sample: Document) -> None:
    poster = PosterComposer(typesetter).compose(sample)
    check_layout(sample, poster)
    placed = keys(poster.drawing)
    for card in sample.cards:
        assert "".join(card.text.split()) in "".join(text_of(placed[card.id]).split())


@settings(max_examples=8)
@given(recipe=recipes)
def test_what_is_seen_from_afar_is_what_is_there(typesetter: Typesetter, recipe: Recipe) -> None:
    drawing = PosterComposer(typesetter).compose(recipe.document()).drawing
    for placed in drawing.placed:
        seen = placed.group.sketch()  # before anybody looks closer
        assert seen == sketch_parts(placed.group.parts)


@settings(max_examples=8)
@given(recipe=recipes)
def test_same_document_gives_the_same_drawing(typesetter: Typesetter, recipe: Recipe) -> None:
    document = recipe.document()
    one = PosterComposer(typesetter).compose(document).tagged
    assert one == PosterComposer(typesetter).compose(document).tagged


@settings(max_examples=10)
@given(recipe=recipes)
def test_every_meaningful_part_is_tagged_once(typesetter: Typesetter, recipe: Recipe) -> None:
    document = recipe.document()
    drawing = PosterComposer(typesetter).compose(document).tagged
    named = {
        (placed.group.key, part.name)
        for placed in drawing.placed
        for part in placed.group.parts
        if part.name
    }
    leaves = [(leaf.group, leaf.part) for leaf in iter_leaves(drawing.tags)]
    assert len(set(leaves)) == len(leaves)
    assert named <= set(leaves)


def test_table_has_a_row_for_each_step_and_a_column_for_each_lane(
    typesetter: Typesetter, sample: Document
) -> None:
    drawing = PosterComposer(typesetter).compose(sample).tagged
    (head,) = iter_tags(drawing.tags, "THead")
    (header_row,) = head.children
    rows = [row for body in iter_tags(drawing.tags, "TBody") for row in body.children]
    assert len(rows) == len(sample.steps)
    open_rows = 0
    for row in rows:
        spans = [cell for cell in row.children if cell.row_span]
        if spans:
            open_rows = spans[0].row_span
        cells = len(row.children) + (1 if open_rows and not spans else 0)
        open_rows = max(open_rows - 1, 0)
        assert cells == len(header_row.children)


def test_a_connector_is_a_figure_inside_its_source_card(
    typesetter: Typesetter, sample: Document
) -> None:
    drawing = PosterComposer(typesetter).compose(sample).tagged
    figures = {
        child.children[0].group: (cell, child)
        for cell in iter_tags(drawing.tags, "TD")
        for child in cell.children
        if isinstance(child, Tag) and child.role == "Figure"
    }
    for connector in sample.connectors:
        cell, figure = figures[connector.id]
        assert figure.alt
        texts = [leaf.group for tag in cell.children for leaf in iter_leaves(tag)]
        assert connector.source in texts


def test_only_what_an_edit_touches_is_renewed(typesetter: Typesetter, sample: Document) -> None:
    composer = PosterComposer(typesetter)
    before = composer.compose(sample).drawing
    first, *rest = sample.cards
    edited = sample.model_copy(update={"cards": (first.changed(text=first.text[:-1] + "?"), *rest)})
    after = composer.compose(edited).drawing
    difference = find_difference(before, after)
    assert [placed.group.key for _, placed in difference.renewed] == [first.id]
    assert not find_difference(after, composer.compose(edited).drawing)


def test_translated_poster_speaks_the_other_language(
    typesetter: Typesetter, sample: Document
) -> None:
    english = translate(sample, "en")
    drawing = PosterComposer(typesetter).compose(english).drawing
    words = " ".join(text for text, _, _ in iter_text_places(drawing))
    assert "Line of interaction" in words
    assert "Vuorovaikutuksen" not in words
    assert drawing.language == "en"


def test_headers_speak_a_second_language(typesetter: Typesetter, sample: Document) -> None:
    poster = sample.poster.changed(second_language="en")
    bilingual = sample.changed(poster=poster)
    drawing = PosterComposer(typesetter).compose(bilingual).tagged
    placed = keys(drawing)
    tags = {leaf.group for leaf in iter_leaves(drawing.tags) if leaf.part == "second"}
    table = sample.translations["en"]
    named = {r.id for r in (*sample.lanes, *sample.phases) if "name" in table.get(r.id, {})}
    assert named <= tags
    for record in named:
        found = text_of(placed[record]).replace(" ", "")
        assert table[record]["name"].replace(" ", "") in found.replace("\u00ad", "")
    # The original is the second language of the translation into it, and never stands twice.
    turned = translate(bilingual.changed(poster=poster.changed(second_language="fi")), "en")
    words = text_of(keys(PosterComposer(typesetter).compose(turned).drawing)[sample.phases[0].id])
    assert sample.phases[0].name in words
    same = PosterComposer(typesetter).compose(translate(bilingual, "en")).tagged
    assert not [leaf for leaf in iter_leaves(same.tags) if leaf.part == "second"]


def test_no_word_of_a_phase_is_divided(typesetter: Typesetter, sample: Document) -> None:
    narrow = Fit(column_width=58.0, type_scale=1.0)
    poster = sample.poster.changed(fit=narrow)
    drawing = PosterComposer(typesetter).compose(sample.changed(poster=poster)).drawing
    names = [
        item
        for phase in sample.phases
        for part in keys(drawing)[phase.id].group.parts
        if part.name == "name"
        for item in part.primitives
        if isinstance(item, GlyphRun)
    ]
    assert names
    assert not [run.text for run in names if run.soft_hyphen]
    assert len({run.face for run in names}) == 1


def test_words_that_run_along_a_lane_have_longer_lines(
    typesetter: Typesetter, sample: Document
) -> None:
    one, other = sample.connectors[:2]
    words = "kielteinen päätös"
    first, *_, last = [card.id for card in sample.cards if card.lane == sample.cards[0].lane]
    along = one.changed(source=first, target=last, label=words)
    across = other.changed(source=first, target=sample.cards[-1].id, label=words)
    poster = PosterComposer(typesetter).compose(sample.changed(connectors=(along, across)))
    placed = keys(poster.drawing)
    counts = [
        sum(isinstance(item, GlyphRun) for item in placed[one.id].group.parts[0].primitives)
        for one in (along, across)
    ]
    assert counts == [1, 2]


def test_page_scales_everything_alike(typesetter: Typesetter, sample: Document) -> None:
    drawing = PosterComposer(typesetter).compose(sample).drawing
    page = fit_on_page(drawing, 420, 297)
    assert (page.width, page.height) == (420, 297)
    for (text, x, y), (same, u, v) in zip(
        iter_text_places(drawing), iter_text_places(page), strict=True
    ):
        assert text == same
        assert u == pytest.approx(x * page.fit.scale + page.fit.dx)
        assert v == pytest.approx(y * page.fit.scale + page.fit.dy)
        assert 0 <= u <= 420
        assert 0 <= v <= 297
    roll = fit_on_page(drawing, 914, None)
    assert roll.height / roll.width == pytest.approx(drawing.height / drawing.width)


def test_empty_document_is_a_poster_too(typesetter: Typesetter) -> None:
    empty = Document(id="tyhja", title="", language="fi")
    poster = PosterComposer(typesetter).compose(empty)
    check_layout(empty, poster)
    assert poster.tagged.tags.role == "Document"


def test_hidden_parts_are_left_out(typesetter: Typesetter, sample: Document) -> None:
    bare = sample.changed(
        poster=sample.poster.changed(
            hidden_parts=("title_block", "connectors", "marks", "legend", "actors", "sources",
                          "project", "value", "emotion_curve", "responsibilities")
        )
    )  # fmt: skip
    drawing = PosterComposer(typesetter).compose(bare).tagged
    kinds = {placed.group.kind for placed in drawing.placed}
    assert "connector" not in kinds
    assert "responsibility" not in kinds
    assert "title-block" not in keys(drawing)
    names = {part.name for placed in drawing.placed for part in placed.group.parts}
    assert not any(name.startswith("mark:") for name in names)
    # Nor is there an empty row where the curve was.
    curves = {lane.id for lane in sample.lanes if lane.role == "emotion"}
    assert curves
    assert not curves & set(keys(drawing))


@settings(max_examples=8)
@given(recipe=recipes, seed=st.integers(0, 1000))
@example(Recipe(seed=788, cards=20, lanes=5, phases=6), 0)
def test_a_poster_after_edits_equals_one_composed_anew(
    typesetter: Typesetter, recipe: Recipe, seed: int
) -> None:
    pick = random.Random(seed)
    composer = PosterComposer(typesetter)
    document = recipe.document()
    composer.compose(document)
    for _ in range(6):
        document = edit_somewhere(document, pick)
        patched = composer.compose(document)
        if pick.random() < 0.6:
            anew = PosterComposer(typesetter).compose(document)
            assert patched.tagged == anew.tagged
            assert patched.grid == anew.grid


@settings(max_examples=10)
@given(recipe=recipes)
def test_lanes_share_what_height_the_paper_leaves(typesetter: Typesetter, recipe: Recipe) -> None:
    document = recipe.document()
    roll = document.changed(poster=document.poster.changed(paper="roll:914"))
    natural = PosterComposer(typesetter).compose(roll)
    stretched = PosterComposer(typesetter).compose(document)
    check_layout(document, stretched)
    gain = stretched.drawing.height - natural.drawing.height
    rows = list(zip(natural.grid.rows, stretched.grid.rows, strict=True))
    grown = {lane.id for lane in document.lanes if lane.role != "emotion"}
    shares = {round(b.height - a.height, 6) for a, b in rows if a.lane in grown}
    assert len(shares) <= 1
    assert all(b.height == a.height for a, b in rows if a.lane not in grown)
    if gain > SLACK:
        assert stretched.drawing.width / stretched.drawing.height == pytest.approx(841 / 594)
    for card, before in natural.grid.cards.items():
        after = stretched.grid.cards[card]
        tops = [(a.y, b.y) for a, b in rows if a.y <= before.y0 < a.y + a.height]
        assert before.y0 - tops[0][0] == pytest.approx(after.y0 - tops[0][1])
