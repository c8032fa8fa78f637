import io
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from blueprint_editor.drawing.drawing import Drawing, iter_text_places
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import apply_filter, find_unmatched
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.records import Picture, PosterFilter
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import Poster, PosterComposer
from tests.commands.documents import make_card
from tests.commands.documents import make_document as make_small
from tests.sheets.random_documents import Recipe, make_document, recipes
from tests.sheets.random_edits import edit_somewhere, make_filter


def see(document: Document, wanted: PosterFilter | None) -> Document:
    return document.changed(poster=document.poster.changed(filter=wanted))


def shown(poster: Poster, kind: str) -> set[str]:
    return {item.group.key for item in poster.drawing.placed if item.group.kind == kind}


def words_of(drawing: Drawing) -> str:
    return " ".join(text for text, _, _ in iter_text_places(drawing))


@settings(max_examples=8)
@given(recipe=recipes, seed=st.integers(0, 1000))
def test_a_filtered_poster_after_edits_equals_one_composed_anew(
    typesetter: Typesetter, recipe: Recipe, seed: int
) -> None:
    pick = random.Random(seed)
    composer = PosterComposer(typesetter)
    document = recipe.document()
    for _ in range(8):
        if pick.random() < 0.5:
            document = see(document, make_filter(document, pick))
        else:
            document = edit_somewhere(document, pick)
        few = min(len(document.cards), pick.choice((0, 0, 2)))
        kept = frozenset(card.id for card in pick.sample(document.cards, few))
        patched = composer.compose(document, kept=kept)
        if pick.random() < 0.6:
            anew = PosterComposer(typesetter).compose(document, kept=kept)
            assert patched.tagged == anew.tagged
            assert patched.grid == anew.grid
            assert patched.drawing.images == anew.drawing.images


@settings(max_examples=8)
@given(recipe=recipes, seed=st.integers(0, 1000))
def test_only_what_matches_is_on_a_poster_that_hides(
    typesetter: Typesetter, recipe: Recipe, seed: int
) -> None:
    document = recipe.document()
    wanted = make_filter(document, random.Random(seed)).changed(hide=True)
    poster = PosterComposer(typesetter).compose(see(document, wanted))
    lanes = {lane.id for lane in document.lanes if not lane.hidden}
    there = {card.id for card in document.cards if card.lane in lanes}
    unmatched = find_unmatched(document, wanted)
    assert shown(poster, "card") == there - unmatched
    for wire in document.connectors:
        ends = {wire.source, wire.target}
        is_seen = ends <= there and unmatched.isdisjoint({wire.id, *ends})
        assert (wire.id in shown(poster, "connector")) == is_seen


@settings(max_examples=6)
@given(recipe=recipes, seed=st.integers(0, 1000))
def test_highlighting_moves_nothing(typesetter: Typesetter, recipe: Recipe, seed: int) -> None:
    # The title leaves room for the line that tells of the filter.
    document = recipe.document().changed(title="Palvelupolku " * 30)
    wanted = make_filter(document, random.Random(seed)).changed(hide=False)
    plain = PosterComposer(typesetter).compose(document)
    marked = PosterComposer(typesetter).compose(see(document, wanted))
    places = {item.group.key: item for item in plain.drawing.placed}
    assert marked.grid == plain.grid
    faded = apply_filter(see(document, wanted)).faded
    for item in marked.drawing.placed:
        before = places[item.group.key]
        if item.group.kind == "card":
            assert item.bounds == before.bounds
            is_pale = item.group.parts != before.group.parts
            assert is_pale == (item.group.key in faded)
    lines = {wire.id: wire for wire in document.connectors}
    for item in marked.drawing.placed:
        wire = lines.get(item.group.key)
        if wire is not None:
            is_pale = item.group.parts != places[wire.id].group.parts
            assert is_pale == (not faded.isdisjoint((wire.id, wire.source, wire.target)))


def test_codes_are_those_of_the_whole_blueprint(typesetter: Typesetter) -> None:
    document = make_document(seed=7, cards=40, lanes=4, phases=5)
    whole = PosterComposer(typesetter).compose(document)
    wanted = PosterFilter(variants=("x1",), hide=True)
    part = PosterComposer(typesetter).compose(see(document, wanted))
    assert 0 < len(shown(part, "card")) < len(shown(whole, "card"))
    for card in shown(part, "card"):
        assert part.facts.card_codes[card] == whole.facts.card_codes[card]
    marks = [mark.id for mark in part.facts.document.marks]
    numbers = whole.facts.mark_numbers
    assert [part.facts.mark_numbers[mark] for mark in marks] == [numbers[mark] for mark in marks]


def test_a_filtered_poster_tells_so(typesetter: Typesetter) -> None:
    document = see(
        make_document(seed=7, cards=9, lanes=3, phases=2).changed(language="fi"),
        PosterFilter(variants=("x2",)),
    )
    assert "Korostettu: polku B" in words_of(PosterComposer(typesetter).compose(document).drawing)
    bare = document.changed(poster=document.poster.changed(hidden_parts=("title_block",)))
    drawing = PosterComposer(typesetter).compose(bare).drawing
    assert "Korostettu: polku B" in words_of(drawing)


def test_a_filter_that_lets_nothing_through_leaves_an_empty_poster(typesetter: Typesetter) -> None:
    document = make_small(make_card("a"), make_card("b", "lane-front", "step-2"))
    poster = PosterComposer(typesetter).compose(
        see(document, PosterFilter(mark_kinds=("risk",), hide=True))
    )
    assert not shown(poster, "card")
    assert poster.tagged.tags.role == "Document"


def test_pictures_stand_back_with_their_cards(typesetter: Typesetter) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "#C00000").save(data, "PNG")
    asset = import_image(data.getvalue(), "kuva.png")
    card = make_card("a").changed(image=Picture(asset=asset.id, alt="Kuva"))
    document = make_small(card, make_card("b", "lane-front", "step-2"), assets=(asset,))
    document = see(document, PosterFilter(lanes=("lane-front",)))
    pictures, _ = read_pictures(document, document.assets)
    composer = PosterComposer(typesetter)
    images = composer.compose(document, pictures).drawing.images
    pale = images[f"faded:{asset.id}"]
    assert Image.open(io.BytesIO(pale.data)).getpixel((3, 3)) == (232, 165, 165)
    again = composer.compose(document, pictures).drawing.images
    assert again[f"faded:{asset.id}"] is pale
