"""What stands around the path: personas, colours with their legend, durations."""

from itertools import combinations

import pytest

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.colour import contrast
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import INK
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import ColourBy
from blueprint_editor.model.records import (
    Actor,
    Card,
    Duration,
    Lane,
    Mark,
    Persona,
    Phase,
    Poster,
    Step,
    Tag,
    Value,
    Variant,
)
from blueprint_editor.sheets.poster import PosterComposer
from tests.sheets.test_poster import iter_leaves, iter_tags, keys, text_of

WEEKS = Duration(min=2, max=3, unit="weeks")


def make(**fields: object) -> Document:
    base: dict[str, object] = {
        "id": "d", "title": "Polku", "language": "fi",
        "actors": (Actor(id="a1", name="Neuvonta", colour="#FFF200"), Actor(id="a2", name="Kela")),
        "variants": (Variant(id="v1", name="A"), Variant(id="v2", name="B")),
        "tags": (Tag(id="t1", name="Kiire", colour="#101010"),),
        "lanes": (Lane(id="l1", role="customer", name="Asiakas", actor="a2"),
                  Lane(id="l2", role="backstage", name="Tausta")),
        "phases": (Phase(id="v", name="Alku"), Phase(id="w", name="Loppu")),
        "steps": (Step(id="s1", phase="v"), Step(id="s2", phase="w")),
        "cards": (
            Card(id="c1", lane="l1", step="s1", text="Soittaa", variants=("v1",)),
            Card(id="c2", lane="l2", step="s1", text="Vastaa", actors=("a1",), tags=("t1",)),
            Card(id="c3", lane="l2", step="s2", text="Odottaa"),
        ),
    }  # fmt: skip
    return Document(**{**base, **fields})


def compose(typesetter: Typesetter, document: Document) -> Drawing:
    return PosterComposer(typesetter).compose(document).tagged


def box(placed: Placed) -> Rectangle:
    found = placed.group.parts[0].primitives[0]
    assert isinstance(found, Rectangle)
    return found


@pytest.mark.parametrize(
    ("told", "coloured", "names"),
    [
        ("actor", {"c1", "c2"}, ("Neuvonta", "Kela", "muut kortit")),
        ("variant", {"c1"}, ("A", "kaikki polut")),
        ("tag", {"c2"}, ("Kiire", "muut kortit")),
    ],
)
def test_colours_tell_what_was_asked_for_and_the_legend_says_so(
    typesetter: Typesetter, told: ColourBy, coloured: set[str], names: tuple[str, ...]
) -> None:
    placed = keys(compose(typesetter, make(poster=Poster(colour_by=told))))
    boxes = {card: box(placed[card]) for card in ("c1", "c2", "c3")}
    plain = boxes["c3"].fill
    assert {card for card, one in boxes.items() if one.fill != plain} == coloured
    for one in boxes.values():
        assert contrast(INK, one.fill) >= 7
        assert contrast(one.stroke.colour, "#F6F7F8") >= 3
    legend = text_of(placed["footer.colours"])
    assert all(name in legend for name in names)
    swatches = {
        item.fill
        for part in placed["footer.colours"].group.parts
        for item in part.primitives
        if isinstance(item, Rectangle)
    }
    assert swatches == {one.fill for one in boxes.values()}


def test_roles_need_no_legend_of_colours_and_greyscale_has_none(typesetter: Typesetter) -> None:
    assert "footer.colours" not in keys(compose(typesetter, make()))
    grey = make(poster=Poster(colour_by="actor", greyscale=True))
    placed = keys(compose(typesetter, grey))
    assert "footer.colours" not in placed
    assert box(placed["c2"]).fill == "#EDEDED"


def test_ink_is_saved_by_coloured_borders(typesetter: Typesetter) -> None:
    document = make(poster=Poster(colour_by="actor", ink_saving=True))
    placed = keys(compose(typesetter, document))
    assert {box(placed[card]).fill for card in ("c1", "c2", "c3")} == {"#FFFFFF"}
    assert box(placed["c1"]).stroke != box(placed["c2"]).stroke


def test_durations_are_summed_by_phase_with_waits_apart(typesetter: Typesetter) -> None:
    steps = (Step(id="s1", phase="v", duration=WEEKS), Step(id="s2", phase="w", duration=WEEKS))
    wait = Mark(id="m", target="c1", kind="wait", duration=Duration(max=4, unit="weeks"))
    drawing = compose(typesetter, make(steps=steps, marks=(wait,)))
    told = text_of(keys(drawing)["footer.durations"])
    assert "1 Alku2–3 viikkoa, odotusta enintään 4 viikkoa" in told
    assert "Yhteensä4–6 viikkoa, odotusta enintään 4 viikkoa" in told
    assert "Rinnakkaisesta työstä lasketaan pisin" in told
    assert "footer.durations" in {leaf.group for leaf in iter_leaves(drawing.tags)}
    hidden = make(steps=steps, poster=Poster(hidden_parts=("durations",)))
    assert "footer.durations" not in keys(compose(typesetter, hidden))
    assert "footer.durations" not in keys(compose(typesetter, make()))


def test_a_duration_of_a_card_alone_is_summed_too(typesetter: Typesetter) -> None:
    composer = PosterComposer(typesetter)
    before = make()
    assert "footer.durations" not in keys(composer.compose(before).drawing)
    first, *rest = before.cards
    after = before.changed(cards=(first.changed(duration=WEEKS), *rest))
    assert "footer.durations" in keys(composer.compose(after).drawing)


def test_personas_stand_below_the_title(typesetter: Typesetter) -> None:
    value = Value(functional="Asia hoituu", social="Ei yksin", emotional="Huoli helpottaa")
    personas = tuple(
        Persona(id=f"p{n}", name=f"Aino{n}", age=40 + n, quote="En jaksa", goal="Työ", value=value)
        for n in range(3)
    )
    variants = (Variant(id="v1", name="A", persona="p1"), Variant(id="v2", name="B"))
    document = make(personas=personas, variants=variants)
    drawing = compose(typesetter, document)
    placed = keys(drawing)
    panels = [placed[persona.id] for persona in personas]
    title, phase = placed["title-block"].bounds, placed["v"].bounds
    for panel in panels:
        assert title.y1 <= panel.bounds.y0
        assert panel.bounds.y1 <= phase.y0
        words = text_of(panel)
        for text in ("Aino", "En jaksa", "Työ", "Toiminnallinen", "Asia hoituu", "Huoli helpottaa"):
            assert text in words
    for one, other in combinations(panels, 2):
        assert not one.bounds.overlaps(other.bounds)
    heads = [leaf.group for tag in iter_tags(drawing.tags, "H2") for leaf in iter_leaves(tag)]
    assert heads[:4] == ["p0", "p1", "p1", "p2"]
    # The path that has a panel is named there, the other one still in the title block.
    assert "B" in text_of(placed["title-block"])
    assert "Aino1" not in text_of(placed["title-block"])
    hidden = compose(typesetter, document.changed(poster=Poster(hidden_parts=("personas",))))
    assert "p0" not in keys(hidden)
    assert "Aino1" in text_of(keys(hidden)["title-block"])
