from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Connector, Fit
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.sheets.splitting import choose_splits, split_document
from tests.commands.documents import make_card
from tests.commands.documents import make_document as make_small
from tests.sheets.random_documents import Recipe, recipes
from tests.sheets.test_poster import text_of

TWO_POSTERS = make_small(
    make_card("a"),
    make_card("b", "lane-front"),
    make_card("c", "lane-customer", "step-3"),
    connectors=(
        Connector(id="k1", source="a", target="b", kind="flow"),
        Connector(id="k2", source="a", target="c", kind="flow"),
        Connector(id="k3", source="c", target="b", kind="flow"),
    ),
)


def split(document: Document, posters: int) -> Document:
    fit = Fit(column_width=60.0, type_scale=1.0, splits=choose_splits(document, posters))
    return document.changed(poster=document.poster.changed(fit=fit))


def test_each_poster_tells_where_its_connectors_go_on(typesetter: Typesetter) -> None:
    first, second = split_document(split(TWO_POSTERS, 2))
    assert (first.document.title, second.document.title) == ("Polku (1/2)", "Polku (2/2)")
    texts = {}
    for part in (first, second):
        drawing = PosterComposer(typesetter).compose(part.document, whole=part.whole).drawing
        texts |= {placed.group.key: text_of(placed) for placed in drawing.placed}
    assert "jatkuu → 2.1" in texts["a"]
    assert "jatkoa ← 2.1" in texts["b"]
    assert "jatkuu → 1.2" in texts["c"]
    assert "jatkoa ← 1.1" in texts["c"]
    assert "k1" in texts
    assert not {"k2", "k3"} & texts.keys()


def test_lanes_are_repeated_and_phases_keep_their_numbers(typesetter: Typesetter) -> None:
    _, second = split_document(split(TWO_POSTERS, 2))
    poster = PosterComposer(typesetter).compose(second.document, whole=second.whole)
    assert [row.lane for row in poster.grid.rows] == [
        lane.id for lane in TWO_POSTERS.lanes if not lane.hidden
    ]
    placed = {item.group.key: item for item in poster.drawing.placed}
    assert text_of(placed["phase-2"]).startswith("2")
    assert poster.tagged.bookmarks[0].title == "2 Loppu"


def test_one_phase_is_one_poster() -> None:
    one = TWO_POSTERS.changed(
        phases=TWO_POSTERS.phases[:1], steps=TWO_POSTERS.steps[:2], cards=(), connectors=()
    )
    assert choose_splits(one, 4) == ()
    assert split_document(split(one, 4))[0].whole is None


@pytest.mark.parametrize("posters", [2, 3, 4])
def test_the_widest_poster_is_as_narrow_as_can_be(sample: Document, posters: int) -> None:
    document = split(sample, posters)
    parts = split_document(document)
    assert len(parts) == posters
    counts = [len(part.document.steps) for part in parts]
    assert sum(counts) == len(sample.steps)
    longest = max(len([s for s in sample.steps if s.phase == p.id]) for p in sample.phases)
    assert max(counts) <= len(sample.steps) / posters + longest


@settings(max_examples=10)
@given(recipe=recipes, posters=st.integers(1, 4))
def test_every_card_stands_on_one_poster(
    typesetter: Typesetter, recipe: Recipe, posters: int
) -> None:
    document = split(recipe.document(), posters)
    parts = split_document(document)
    cards = [card for part in parts for card in part.document.cards]
    assert sorted(card.id for card in cards) == sorted(card.id for card in document.cards)
    phases = [phase for part in parts for phase in part.document.phases]
    assert phases == list(document.phases)
    whole = DerivedFacts(document)
    marks = [mark.id for part in parts for mark in part.document.marks]
    assert sorted(marks) == sorted(mark.id for mark in document.marks)
    for part in parts:
        poster = PosterComposer(typesetter).compose(part.document, whole=part.whole)
        for card in part.document.cards:
            assert poster.facts.card_codes[card.id] == whole.card_codes[card.id]
    assert all(a.whole is b.whole for a, b in pairwise(parts))
