"""Where the labels of connectors stand."""

from itertools import pairwise

from blueprint_editor.layout.routing import Router, Wire, place_and_route
from tests.layout.routing.faults import find_faults
from tests.layout.routing.random_grids import make_grid
from tests.layout.routing.test_simple_routes import GAP, WIDTH, make_card, make_shape, route


def test_a_short_label_stands_above_a_line_between_neighbours():
    cards = [make_card("a", 0, 0, height=30.0), make_card("b", 1, 0, height=30.0)]
    placement = route(make_shape(), cards, ("a", "b"), label=(8.0, 4.0))
    wire = placement.wires["w0"]
    assert len(wire.points) == 2
    assert 0.5 < wire.points[0][1] - wire.label.y1 < 2.0
    assert wire.points[0][0] < wire.label.x0 < wire.label.x1 < wire.points[1][0]


def test_a_long_label_between_neighbours_does_not_push_them_apart():
    cards = [make_card("a", 0, 0), make_card("b", 1, 0)]
    placement = route(make_shape(), cards, ("a", "b"), label=(30.0, 4.0))
    assert placement.column_x[1] - placement.column_x[0] - WIDTH == GAP
    assert placement.wires["w0"].label.y1 < placement.card_places["a"][1]


def test_a_label_stands_beside_an_upright_line_where_the_cell_is_free():
    cards = [make_card("a", 0, 0), make_card("tall", 1, 0, height=60.0), make_card("b", 0, 1)]
    free = route(make_shape(), cards, ("a", "b"))
    placement = route(make_shape(), cards, ("a", "b"), label=(15.0, 5.0))
    wire = placement.wires["w0"]
    assert len(wire.points) == 2
    assert wire.label.y0 > placement.card_places["a"][1] + 20.0
    assert placement.row_heights == free.row_heights


def test_a_row_makes_room_for_a_label_beside_an_upright_line():
    cards = [make_card("a", 0, 0), make_card("b", 0, 1)]
    free = route(make_shape(1, 2), cards, ("a", "b"))
    placement = route(make_shape(1, 2), cards, ("a", "b"), label=(15.0, 12.0))
    wire = placement.wires["w0"]
    assert len(wire.points) == 2
    assert wire.label is not None
    assert placement.height > free.height


def test_a_label_stands_on_the_free_stretch_of_a_channel():
    cards = [make_card(name, column, 1) for column, name in enumerate("abc")]
    placement = route(make_shape(), cards, ("a", "c"), label=(20.0, 5.0))
    wire = placement.wires["w0"]
    assert 0.5 < wire.points[1][1] - wire.label.y1 < 2.0
    middle = (wire.points[1][0] + wire.points[2][0]) / 2
    assert wire.label.x0 < middle < wire.label.x1


def test_labels_find_room_however_many_there_are():
    cards = [make_card(f"{c}{r}", c, r) for c in range(3) for r in range(3)]
    names = [card.id for card in cards]
    wires = [
        Wire(f"{one}-{other}", one, other, "flow", (25.0, 8.0))
        for one in names
        for other in names
        if one != other
    ]
    shape = make_shape()
    placement = place_and_route(shape, cards, wires)
    assert all(wire.label is not None for wire in placement.wires.values())
    assert [
        fault for fault in find_faults(shape, cards, wires, placement) if "label" in fault
    ] == []


def test_a_label_moves_back_when_the_line_in_its_way_is_gone():
    cards = [make_card("a", 0, 0), make_card("b", 0, 1), make_card("tall", 1, 0, height=60.0)]
    labelled = Wire("x", "a", "b", "flow", (18.0, 30.0))
    other = Wire("y", "b", "a", "information", (18.0, 5.0))
    router = Router()
    alone = place_and_route(make_shape(), cards, [labelled], router)
    both = place_and_route(make_shape(), cards, [labelled, other], router)
    again = place_and_route(make_shape(), cards, [labelled], router)
    assert both.wires["x"].label != alone.wires["x"].label
    assert again == alone


def test_labels_in_a_crowd_widen_no_gutter_but_their_own():
    # Here a label finds room only in the fourth attempt.
    shape, crowd, wires = make_grid(2320, (20, 40, 80))
    columns = len(shape.column_widths)
    shape = shape._replace(column_widths=(*shape.column_widths, 40.0, 40.0, 40.0))
    far = [make_card("x", columns, 0), make_card("y", columns + 2, len(shape.row_heights) - 1)]
    alone = Wire("x-y", "x", "y", "flow", (25.0, 8.0))
    with_crowd = place_and_route(shape, [*crowd, *far], [*wires, alone])
    without = place_and_route(shape, far, [alone])
    for one, other in pairwise(range(columns, columns + 3)):
        room = with_crowd.column_x[other] - with_crowd.column_x[one]
        assert room == without.column_x[other] - without.column_x[one]
