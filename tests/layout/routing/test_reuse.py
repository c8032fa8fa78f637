"""A router that is used again keeps what an edit does not concern."""

import pytest

from blueprint_editor.layout.routing import Router, Wire, place_and_route
from tests.layout.routing.test_simple_routes import make_card, make_shape


def make_rows(rows=3, columns=6):
    cards = [make_card(f"c{c}{r}", c, r) for r in range(rows) for c in range(columns)]
    wires = [
        Wire(f"{r}{c}", f"c{c}{r}", f"c{c + 1}{r}", "flow")
        for r in range(rows)
        for c in range(columns - 1)
    ]
    return make_shape(columns, rows), cards, wires


def test_an_edit_without_growth_renews_only_the_connectors_of_its_card():
    shape, cards, wires = make_rows()
    router = Router()
    before = place_and_route(shape, cards, wires, router)
    cards[8] = make_card("c21", 2, 1, height=16.0)
    after = place_and_route(shape, cards, wires, router)
    renewed = {name for name in after.wires if after.wires[name] is not before.wires[name]}
    assert renewed == {"11", "12"}
    assert after.card_places == before.card_places


def test_a_row_that_grows_moves_the_rows_below_and_keeps_those_above():
    shape, cards, wires = make_rows()
    router = Router()
    before = place_and_route(shape, cards, wires, router)
    cards[8] = make_card("c21", 2, 1, height=50.0)
    after = place_and_route(shape, cards, wires, router)
    assert all(after.wires[f"0{c}"] is before.wires[f"0{c}"] for c in range(5))
    for c in range(5):
        old, new = before.wires[f"2{c}"].points, after.wires[f"2{c}"].points
        assert [(x, y + 30.0) for x, y in old] == list(new)


def test_nothing_new_keeps_every_connector():
    shape, cards, wires = make_rows()
    router = Router()
    before = place_and_route(shape, cards, wires, router)
    after = place_and_route(shape, [*cards], [wire._replace() for wire in wires], router)
    assert all(after.wires[name] is wire for name, wire in before.wires.items())


def test_another_pitch_starts_anew():
    shape, cards, wires = make_rows()
    router = Router()
    place_and_route(shape, cards, wires, router)
    other = shape._replace(track_pitch=4.0, column_gap=20.0)
    assert place_and_route(other, cards, wires) == place_and_route(other, cards, wires, router)


def test_a_router_works_on_after_an_error():
    shape, cards, wires = make_rows()
    router = Router()
    expected = place_and_route(shape, cards, wires, router)
    with pytest.raises(KeyError):
        place_and_route(shape, cards[1:], wires, router)
    assert place_and_route(shape, cards, wires, router) == expected
