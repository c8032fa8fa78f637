"""The map of actors counts what is between them; no box, line or badge is in another's way."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Actor, Connector, Handover
from blueprint_editor.sheets.prints.actor_layout import (
    Oval,
    draw_curve,
    order_groups,
    place_badges,
)
from blueprint_editor.sheets.prints.actor_links import count_links, group_actors
from blueprint_editor.sheets.workshop.area import Area
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell

AREA = Area(0.0, 0.0, 390.0, 210.0)
WIDTH, HEIGHT = 52.0, 22.0


def test_handovers_shared_cards_and_other_connectors_are_counted() -> None:
    shared = PATH.cards[1].changed(actors=("a1", "a2"))
    back = Connector(
        id="k4", source="c3", target="c2", kind="handover",
        handover=Handover(giver="a2", receiver="a1"),
    )  # fmt: skip
    document = PATH.changed(
        cards=(PATH.cards[0], shared, PATH.cards[2]), connectors=(*PATH.connectors, back)
    )
    links = {(link.first, link.second): link for link in count_links(DerivedFacts(document))}
    link = links["a1", "a2"]
    assert (link.given, link.taken, link.shared, link.others) == (1, 1, 1, 0)
    assert link.codes == ["1.2", "1.2\u00a0→\u00a01.3", "1.3\u00a0→\u00a01.2"]
    assert links["a1", "a3"].taken == 1
    assert links["a2", "a3"].others == 1


def test_actors_are_grouped_by_organisation_where_most_have_one() -> None:
    known = tuple(a.changed(organisation="Kunta") for a in PATH.actors[:2])
    assert list(group_actors((*known, PATH.actors[2]))) == ["Kunta", ""]
    assert list(group_actors(PATH.actors)) == ["", "client"]


def test_map_and_table_tell_the_same(make: Make) -> None:
    alone = Actor(id="a9", name="Yksinäinen", kind="ngo")
    first, second = make("network", PATH.changed(actors=(*PATH.actors, alone)))
    told = read_text(first)
    for text in ("Neuvonta", "Arkisto", "Asiakas", "järjestö", "Ilman yhteyksiä: Yksinäinen."):
        assert text in told
    assert "Yksinäinen" not in read_text(second)
    for text in ("Neuvonta Arkisto 1 – – –", "Luovuttaa", "1.2"):
        assert text in read_text(second)


def test_a_document_without_actors_says_so(make: Make) -> None:
    assert "ei ole merkitty toimijoita" in tell(make("network", EMPTY))


def test_forty_actors_are_all_in_the_table_if_not_on_the_map(make: Make) -> None:
    actors = tuple(Actor(id=f"x{n}", name=f"Toimija{n}") for n in range(40))
    cards = tuple(
        PATH.cards[1].changed(id=f"c{n}", actors=(f"x{n}", f"x{(n + 1) % 40}")) for n in range(40)
    )
    document = PATH.changed(actors=actors, cards=cards, connectors=(), marks=(), lanes=PATH.lanes)
    document = document.changed(lanes=tuple(lane.changed(actor=None) for lane in document.lanes))
    pages = make("network", document)
    assert "eniten yhteydessä olevaa toimijaa 40 toimijasta" in read_text(pages[0])
    assert all(f"Toimija{n} " in f"{tell(pages[1:])} " for n in range(40))


def test_those_who_belong_together_stand_near_each_other() -> None:
    weights = {("a", "d"): 5, ("b", "c"): 1}
    order = order_groups([["a", "b"], ["x"], ["c", "d"]], weights)
    assert abs(order.index("a") - order.index("d")) in {1, 4}


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 16), st.data())
def test_boxes_lines_and_badges_keep_clear_of_each_other(count: int, data: st.DataObject) -> None:
    oval = Oval(AREA, WIDTH, HEIGHT, 5.0)
    assert oval.capacity >= 16
    boxes = [
        Bounds(x - WIDTH / 2, y - HEIGHT / 2, x + WIDTH / 2, y + HEIGHT / 2)
        for x, y in oval.list_places(count)
    ]
    for number, box in enumerate(boxes):
        assert AREA.x0 <= box.x0 + 0.01 < box.x1 <= AREA.x1 + 0.01
        assert not any(box.overlaps(other, 0.0) for other in boxes[number + 1 :])
    pairs = [(one, other) for one in range(count) for other in range(one)]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20))
    curves = []
    for one, other in chosen:
        rest = [box for place, box in enumerate(boxes) if place not in {one, other}]
        curve = draw_curve(boxes[one], boxes[other], rest, oval.middle)
        curves.append(curve)
        for x, y in curve.samples:
            assert not any(b.x0 < x < b.x1 and b.y0 < y < b.y1 for b in rest)
    badges = [badge for badge in place_badges(curves, boxes, 3.5) if badge is not None]
    for number, badge in enumerate(badges):
        assert all(math.dist(badge, other) >= 7.0 for other in badges[number + 1 :])
