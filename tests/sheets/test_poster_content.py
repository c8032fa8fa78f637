"""What stands around the path: personas, colours with their legend, durations."""

from itertools import combinations

import pytest
import segno

from blueprint_editor.drawing.drawing import Drawing, Placed
from blueprint_editor.drawing.primitives import ImageUse, Path, Rectangle
from blueprint_editor.layout.colour import contrast
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.layout.theme import INK, make_theme
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import ColourBy
from blueprint_editor.model.records import (
    Actor,
    Card,
    Duration,
    Lane,
    Link,
    Mark,
    Persona,
    Phase,
    Picture,
    Poster,
    Project,
    Responsibility,
    Source,
    Step,
    Tag,
    Value,
    Variant,
    VariantEmotion,
)
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import PosterComposer
from tests.model.strategies import make_asset, make_png
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


def test_tag_curve_and_legend_of_a_path_have_the_colour_of_its_cards(
    typesetter: Typesetter,
) -> None:
    variants = (Variant(id="v1", name="A"), Variant(id="v2", name="B", colour="#FFF200"))
    lanes = (Lane(id="e", role="emotion", name="Tunne", of="l1"), *make().lanes)
    cards = tuple(
        Card(id=f"c{n}", lane="l1", step=f"s{n}", text="Soittaa", emotion=1, variants=(f"v{n}",))
        for n in (1, 2)
    )
    for told in ("variant", "role"):
        poster = Poster(colour_by=told)
        document = make(variants=variants, lanes=lanes, cards=cards, poster=poster)
        placed = keys(compose(typesetter, document))
        tags = {card: placed[card].group.parts[-2].primitives[-1].fill for card in ("c1", "c2")}
        assert len(set(tags.values())) == 2
        inks = [
            item.stroke.colour
            for part in placed["e.curve"].group.parts
            for item in part.primitives
            if isinstance(item, Path) and item.stroke
        ]
        assert tags["c2"] in inks, "however light the colour was"
        assert contrast(tags["c2"], "#FFFFFF") >= 4.5
        legend = [
            item.fill
            for part in placed["footer.legend"].group.parts
            for item in part.primitives
            if isinstance(item, Rectangle)
        ]
        assert set(tags.values()) <= set(legend)
        if told == "variant":
            assert tags["c1"] in inks
            assert placed["c1"].group.parts[0].primitives[0].stroke.colour == tags["c1"]


def test_curves_of_paths_differ_by_more_than_colour(typesetter: Typesetter) -> None:
    variants = (
        Variant(id="v1", name="A"), Variant(id="v2", name="B"),
        Variant(id="v3", name="C", dash="dashed"),
    )  # fmt: skip
    lanes = (Lane(id="e", role="emotion", name="Tunne", of="l1"), *make().lanes)
    own = tuple(VariantEmotion(variant=f"v{n}", value=n - 2) for n in (1, 2, 3))
    cards = tuple(
        Card(id=f"c{n}", lane="l1", step=f"s{n}", text="Soittaa", emotions=own) for n in (1, 2)
    )
    document = make(variants=variants, lanes=lanes, cards=cards, poster=Poster(greyscale=True))
    paths = [
        item
        for part in keys(compose(typesetter, document))["e.curve"].group.parts
        for item in part.primitives
        if isinstance(item, Path) and item.fill is None and item.stroke
    ]
    _axis, *lines = paths
    dashes = [path.stroke.dash for path in lines]
    assert len(set(dashes)) == len(dashes) == 3
    assert dashes[0] == ()


def test_roles_need_no_legend_of_colours_and_greyscale_has_none(typesetter: Typesetter) -> None:
    assert "footer.colours" not in keys(compose(typesetter, make()))
    grey = make(poster=Poster(colour_by="actor", greyscale=True))
    placed = keys(compose(typesetter, grey))
    assert "footer.colours" not in placed
    assert box(placed["c2"]).fill == "#EDEDED"


def test_the_foot_explains_what_is_shown_and_nothing_else(typesetter: Typesetter) -> None:
    lanes = make().lanes
    marks = (
        Mark(id="m1", target="c1", kind="critical_point", text="Jää kesken"),
        Mark(id="m2", target="c2", kind="question", text="Kuka?"),
        Mark(id="m3", target="v", kind="wait", text="Viikko"),
    )
    bands = (Responsibility(id="b", actor="a2", first_step="s1", last_step="s2", text="Mukana"),)
    document = make(marks=marks, responsibilities=bands)
    hidden = document.changed(
        lanes=(lanes[0].changed(hidden=True), lanes[1]),
        poster=Poster(hidden_parts=("responsibilities",)),
    )
    composer = PosterComposer(typesetter)
    whole = keys(composer.compose(document).tagged)
    part = keys(composer.compose(hidden).tagged)
    for words in ("kriittinen piste", "vain polulla"):
        assert words in text_of(whole["footer.legend"])
        assert words not in text_of(part["footer.legend"])
    for words in ("avoin kysymys", "odotus"):
        assert words in text_of(part["footer.legend"])
    assert "Kela" in text_of(whole["footer.actors"])
    assert "Kela" not in text_of(part["footer.actors"])


def test_ink_is_saved_by_coloured_borders(typesetter: Typesetter) -> None:
    document = make(poster=Poster(colour_by="actor", ink_saving=True))
    placed = keys(compose(typesetter, document))
    assert {box(placed[card]).fill for card in ("c1", "c2", "c3")} == {"#FFFFFF"}
    assert box(placed["c1"]).stroke != box(placed["c2"]).stroke


def test_lanes_without_tints_are_parted_by_rules_that_can_be_seen(typesetter: Typesetter) -> None:
    lanes = (
        Lane(id="l0", role="evidence", name="Todisteet"),
        Lane(id="l1", role="customer", name="Asiakas"),
        Lane(id="l2", role="backstage", name="Tausta"),
    )
    placed = keys(compose(typesetter, make(lanes=lanes, poster=Poster(greyscale=True))))
    rules = {
        lane: [item for part in placed[f"{lane}.band"].group.parts for item in part.primitives
               if isinstance(item, Path) and item.stroke]
        for lane in ("l0", "l1", "l2")
    }  # fmt: skip
    # Below the customer's lane runs a line of its own.
    assert {lane for lane, found in rules.items() if found} == {"l0", "l2"}
    (rule,) = rules["l0"]
    assert rule.stroke
    assert contrast(rule.stroke.colour, "#FFFFFF") >= 3
    lowest = max(y for command in rule.commands for y in command[2::2])
    assert lowest + rule.stroke.width / 2 <= placed["l0.band"].bounds.height + 1e-9


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


def test_durations_of_cards_are_summed_where_there_are_two(typesetter: Typesetter) -> None:
    composer = PosterComposer(typesetter)
    document = make()
    first, second, third = document.cards
    one = document.changed(cards=(first.changed(duration=WEEKS), second, third))
    assert "footer.durations" not in keys(composer.compose(one).drawing)
    last = third.changed(duration=WEEKS)
    two = document.changed(cards=(*one.cards[:2], last))
    told = text_of(keys(composer.compose(two).drawing)["footer.durations"])
    assert "Yhteensä4–6 viikkoa" in told
    moved = document.changed(cards=(*one.cards[:2], last.changed(step="s1")))
    after = composer.compose(moved)
    assert after.tagged == compose(typesetter, moved)


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


def linked(**poster: object) -> Document:
    page = "https://example.org/lomake"
    cards = (
        Card(id="c1", lane="l1", step="s1", text="Soittaa",
             links=(Link(id="u1", url=page, label="Lomake"),)),
        Card(id="c2", lane="l2", step="s2", text="Vastaa",
             links=(Link(id="u2", url="naapuri.blueprint", label="Naapuri"),
                    Link(id="u3", url="tel:+358401234567", label="Neuvonta"),
                    Link(id="u4", url=page, label="Sama lomake"))),
    )  # fmt: skip
    source = Source(id="q", title="Raportti", url="https://example.org/raportti")
    return make(cards=cards, sources=(source,), poster=Poster(**poster))


def read_code(placed: Placed, part: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules that a drawn code has, white edge left out."""
    ground, path = next(p.primitives for p in placed.group.parts if p.name == part)
    assert isinstance(ground, Rectangle)
    assert isinstance(path, Path)
    xs = [command[1] for command in path.commands if len(command) == 3]
    left, right = min(xs), max(xs)
    edge = left - ground.x
    module = edge / 4
    side = round((right - left) / module)
    tops = [path.commands[i] for i in range(0, len(path.commands), 5)]
    ends = [path.commands[i + 1] for i in range(0, len(path.commands), 5)]
    dark = {
        (round((y - ground.y - edge) / module), column)
        for (_, x, y), (_, end, _) in zip(tops, ends, strict=True)
        for column in range(round((x - left) / module), round((end - left) / module))
    }
    return tuple(tuple((y, x) in dark for x in range(side)) for y in range(side))


def test_links_are_printed_as_numbered_codes_each_address_once(typesetter: Typesetter) -> None:
    drawing = compose(typesetter, linked(extra_parts=("link_codes",)))
    placed = keys(drawing)
    strip = placed["footer.link_codes"]
    words = text_of(strip)
    for told in ("Linkit", "1Lomake", "2Neuvonta", "3Raportti", "example.org/raportti"):
        assert told in words.replace(" ", "")
    assert "Naapuri" not in words
    assert "1 Lomake" in text_of(placed["c1"])
    card = text_of(placed["c2"])
    assert "2 Neuvonta" in card
    assert "1 Sama lomake" in card
    payloads = ("https://example.org/lomake", "tel:+358401234567", "https://example.org/raportti")
    for number, payload in enumerate(payloads):
        matrix = segno.make_qr(payload, error="m", boost_error=False).matrix
        wanted = tuple(tuple(bool(module) for module in row) for row in matrix)
        assert read_code(strip, f"code:{number}") == wanted
    alts = {leaf.part: tag.alt for tag in iter_tags(drawing.tags, "Figure")
            for leaf in iter_leaves(tag) if leaf.group == "footer.link_codes"}  # fmt: skip
    assert alts == {f"code:{n}": f"QR-koodi: {payload}" for n, payload in enumerate(payloads)}
    assert "footer.link_codes" not in keys(compose(typesetter, linked()))


def test_a_new_link_renumbers_those_after_it(typesetter: Typesetter) -> None:
    composer = PosterComposer(typesetter)
    document = linked(extra_parts=("link_codes",))
    composer.compose(document)
    first, second = document.cards
    earlier = first.changed(links=(Link(id="u0", url="https://a.example", label="Uusi"),))
    after = document.changed(cards=(earlier, second))
    patched = composer.compose(after)
    assert "2 Neuvonta" in text_of(keys(patched.drawing)["c2"])
    assert patched.tagged == compose(typesetter, after)


@pytest.mark.parametrize(
    ("url", "payload"), [(None, "d 3"), ("https://example.org/polku", "https://example.org/polku")]
)
def test_the_blueprint_has_a_code_of_its_own(
    typesetter: Typesetter, url: str | None, payload: str
) -> None:
    document = make(
        version="3", changed_on="2026-11-22", project=Project(published_url=url),
        poster=Poster(extra_parts=("document_code",)),
    )  # fmt: skip
    placed = keys(compose(typesetter, document))
    code = placed["footer.document_code"]
    assert "d · versio 3 · 22.11.2026" in text_of(code)
    matrix = segno.make_qr(payload, error="m", boost_error=False).matrix
    assert read_code(code, "code:0") == tuple(tuple(map(bool, row)) for row in matrix)


def test_an_address_too_long_for_a_code_is_told_in_words(typesetter: Typesetter) -> None:
    url = "https://example.org/" + "ä" * 1900
    cards = (Card(id="c1", lane="l1", step="s1", text="", links=(Link(id="u", url=url),)),)
    drawing = compose(typesetter, make(cards=cards, poster=Poster(extra_parts=("link_codes",))))
    parts = {part.name for part in keys(drawing)["footer.link_codes"].group.parts}
    assert "item:0" in parts
    assert "code:0" not in parts


def test_a_draft_is_marked_behind_all_cards_and_only_while_it_is_one(
    typesetter: Typesetter,
) -> None:
    poster = Poster(extra_parts=("draft_watermark",))
    drawing = compose(typesetter, make(poster=poster))
    order = [item.group.key for item in drawing.placed]
    assert order.index("l2.band") < order.index("watermark") < order.index("c1")
    mark = keys(drawing)["watermark"]
    (path,) = mark.group.parts[0].primitives
    assert isinstance(path, Path)
    box = mark.group.bounds
    for command in path.commands:
        for x, y in zip(command[1::2], command[2::2], strict=True):
            assert box.x0 <= x <= box.x1
            assert box.y0 <= y <= box.y1
    # The quietest text on a sheet stays readable where it lies on the mark.
    assert contrast(make_theme().styles["hint"].colour, path.fill) >= 4.5
    saving = poster.changed(ink_saving=True, greyscale=True)
    (outline,) = (
        keys(compose(typesetter, make(poster=saving)))["watermark"].group.parts[0].primitives
    )
    assert outline.fill is None
    colour = outline.stroke.colour
    assert colour[1:3] == colour[3:5] == colour[5:7]
    assert "watermark" not in keys(compose(typesetter, make(poster=poster, status="final")))
    assert "watermark" not in keys(compose(typesetter, make()))


def test_a_picture_to_trace_is_for_the_screen_only(typesetter: Typesetter) -> None:
    asset = make_asset(make_png(), "image/png")
    document = make(poster=Poster(background=Picture(asset=asset.id)), assets=(asset,))
    pictures, problems = read_pictures(document, document.assets)
    assert not problems
    poster = PosterComposer(typesetter).compose(document, pictures)
    order = [item.group.key for item in poster.drawing.placed]
    assert order.index("l2.band") < order.index("background") < order.index("c1")
    (image,) = keys(poster.drawing)["background"].group.parts[0].primitives
    assert isinstance(image, ImageUse)
    assert image.image in poster.drawing.images
    assert "background" not in keys(poster.tagged)


def test_the_margin_list_stands_in_columns_in_reading_order(typesetter: Typesetter) -> None:
    marks = tuple(
        Mark(id=f"m{n}", target=f"c{n % 3 + 1}", kind="critical_point", text=f"Katkeaa {n}")
        for n in range(9)
    )
    drawing = compose(typesetter, make(marks=marks, poster=Poster(marks="list")))
    strip = keys(drawing)["footer.marks"]
    places = {
        part.name: (part.primitives[0].x, part.primitives[0].baseline)
        for part in strip.group.parts
        if part.name.startswith("code:")
    }
    assert len(places) == len(marks)
    columns = sorted({round(x, 3) for x, _ in places.values()})
    assert len(columns) > 1
    order = [f"code:{leaf.part[5:]}" for leaf in iter_leaves(drawing.tags)
             if leaf.group == "footer.marks" and leaf.part.startswith("mark:")]  # fmt: skip
    assert order == sorted(places, key=lambda name: places[name])
