"""What a reader expects of a few cards, spelled out."""

from itertools import pairwise

import pytest

from blueprint_editor.layout.routing import GridCard, GridShape, Wire, place_and_route
from tests.layout.routing.faults import find_faults

GAP = 11.0
WIDTH = 40.0


def make_shape(columns=3, rows=3, closed=()):
    return GridShape(
        (WIDTH,) * columns, (20.0,) * rows, 10.0, 5.0, GAP, 5.0, 4.0, 2.5, frozenset(closed)
    )


def make_card(name, column, row, index=0, height=20.0, tray=0.0, inset=7.0):
    return GridCard(name, column, row, index, height + tray, height, inset if tray else 0.0)


def route(shape, cards, *ends, kind="flow", label=(0.0, 0.0)):
    """Return the placement of wires given as (source, target), named w0, w1, …"""
    wires = [Wire(f"w{i}", one, other, kind, label) for i, (one, other) in enumerate(ends)]
    return place_and_route(shape, cards, wires)


def points_of(*arguments, **options):
    return [wire.points for wire in route(*arguments, **options).wires.values()]


def entry_side(placement, wire, card):
    """Return by which side of a card (id, height 20) a wire comes in."""
    x, y = placement.card_places[card]
    end = placement.wires[wire].points[-1]
    if end[0] in {x, x + WIDTH}:
        return "left" if end[0] == x else "right"
    return "top" if end[1] == y else "bottom"


def test_neighbours_in_a_row_get_one_level_line():
    cards = [make_card("a", 0, 0), make_card("b", 1, 0, height=30.0)]
    (((x0, y0), (x1, y1)),) = points_of(make_shape(), cards, ("a", "b"))
    assert y0 == y1
    assert x1 - x0 == GAP


def test_a_line_runs_straight_through_an_empty_cell():
    (points,) = points_of(make_shape(), [make_card("a", 0, 1), make_card("b", 2, 1)], ("a", "b"))
    assert len(points) == 2


def test_a_line_runs_straight_below_a_shorter_stack():
    cards = [
        make_card("a", 0, 0, height=60.0),
        make_card("low", 1, 0, height=15.0, tray=10.0),
        make_card("b", 2, 0, height=50.0),
    ]
    (((_, y), _),) = points_of(make_shape(), cards, ("a", "b"))
    assert y > 5.0 + 5.0 + 25.0


def test_a_card_below_an_empty_lane_gets_one_upright_line():
    cards = [make_card("a", 1, 0), make_card("b", 1, 2)]
    (points,) = points_of(make_shape(), cards, ("b", "a"))
    assert len(points) == 2
    assert points[0][0] == points[1][0]
    assert points[0][1] > points[1][1]


def test_an_upright_line_goes_round_a_closed_row():
    cards = [make_card("a", 1, 0), make_card("b", 1, 2)]
    (points,) = points_of(make_shape(closed={1}), cards, ("a", "b"))
    assert len(points) == 4


def test_a_line_leaves_a_card_with_a_tray_beside_the_tray():
    cards = [make_card("a", 1, 0, tray=15.0), make_card("b", 1, 1)]
    placement = route(make_shape(), cards, ("a", "b"))
    (x, y), _ = placement.wires["w0"].points
    left, top = placement.card_places["a"]
    assert left + WIDTH - 7.0 + 1.0 <= x <= left + WIDTH - 1.0
    assert y == top + 20.0


def test_no_line_leaves_below_a_tray_that_is_as_wide_as_its_card():
    cards = [make_card("a", 1, 0, tray=15.0, inset=0.0), make_card("b", 1, 1)]
    placement = route(make_shape(), cards, ("a", "b"))
    assert placement.wires["w0"].points[0][0] == placement.card_places["a"][0]


def test_a_step_down_to_the_next_column_takes_two_bends():
    cards = [make_card("a", 0, 1), make_card("b", 1, 0), make_card("under", 0, 0)]
    (points,) = points_of(make_shape(), cards, ("a", "b"))
    assert len(points) == 4


def test_a_line_over_a_card_in_the_way_arches_over_it():
    cards = [make_card(name, column, 1) for column, name in enumerate("abc")]
    placement = route(make_shape(), cards, ("a", "c"))
    points = placement.wires["w0"].points
    assert len(points) == 4
    assert placement.row_y[1] + 2.0 <= points[1][1] < placement.card_places["b"][1]


@pytest.mark.parametrize(("row", "other"), [(0, 2), (1, 1), (2, 0)])
def test_the_flow_enters_at_the_left_or_at_the_top(row, other):
    cards = [make_card(f"c{c}{r}", c, r) for c in range(3) for r in range(3)]
    placement = route(make_shape(), cards, (f"c0{row}", f"c2{other}"))
    assert entry_side(placement, "w0", f"c2{other}") in {"left", "top"}


@pytest.mark.parametrize(("row", "other"), [(0, 2), (1, 1), (2, 0)])
def test_a_way_back_enters_at_the_right_or_from_outside(row, other):
    cards = [make_card(f"c{c}{r}", c, r) for c in range(3) for r in range(3)]
    placement = route(make_shape(), cards, (f"c2{row}", f"c0{other}"), kind="return")
    assert entry_side(placement, "w0", f"c0{other}") in {"right", "bottom", "top"}


def test_a_stacked_pair_gets_a_gap_for_its_arrow():
    cards = [make_card("a", 0, 0), make_card("b", 0, 0, 1)]
    alone = route(make_shape(), cards).card_places
    linked = route(make_shape(), cards, ("a", "b"))
    assert alone["b"][1] - alone["a"][1] - 20.0 == 4.0
    assert linked.card_places["b"][1] - linked.card_places["a"][1] - 20.0 >= 6.0
    assert len(linked.wires["w0"].points) == 2


def test_parallel_connectors_stand_apart():
    cards = [make_card("a", 0, 0, height=30.0), make_card("b", 1, 0, height=30.0)]
    lines = points_of(make_shape(), cards, ("a", "b"), ("b", "a"), ("a", "b"))
    heights = sorted(points[0][1] for points in lines)
    assert all(len(points) == 2 for points in lines)
    assert min(b - a for a, b in pairwise(heights)) >= 2.0


def test_a_gutter_widens_only_for_tracks_that_do_not_fit():
    cards = [
        make_card(f"{side}{row}", side, row, height=40.0) for side in (0, 1) for row in range(3)
    ]
    crossing = [("00", "12"), ("02", "10"), ("00", "11"), ("02", "11"), ("01", "12"), ("01", "10")]
    narrow = route(make_shape(2), cards, crossing[0])
    wide = route(make_shape(2), cards, *crossing)
    assert narrow.column_x[1] - narrow.column_x[0] - WIDTH == GAP
    assert wide.column_x[1] - wide.column_x[0] - WIDTH > GAP


def test_tracks_stand_in_the_middle_of_their_gutter():
    cards = [make_card("a", 0, 0), make_card("b", 1, 1), make_card("c", 1, 0), make_card("d", 0, 1)]
    placement = route(make_shape(2), cards, ("a", "b"))
    track = placement.wires["w0"].points[1][0]
    assert track == (placement.column_x[0] + WIDTH + placement.column_x[1]) / 2


def test_a_grid_without_cards_keeps_its_gaps():
    placement = place_and_route(make_shape(2, 1), [], [])
    assert placement.column_x == (15.5, 66.5)
    assert placement.row_heights == (20.0,)
    assert (placement.width, placement.height) == (112.0, 25.0)


def test_a_connector_to_a_card_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        route(make_shape(), [make_card("a", 0, 0)], ("a", "ghost"))


def test_a_card_to_which_many_lead_is_entered_from_several_sides():
    hub = make_card("hub", 1, 0, height=12.0)
    cards = [hub, *(make_card(f"c{i}", 0, 0, i, height=10.0) for i in range(9))]
    placement = route(make_shape(), cards, *((f"c{i}", "hub") for i in range(9)))
    left, top = placement.card_places["hub"]
    ends = [wire.points[-1] for wire in placement.wires.values()]
    at_left = sorted(y for x, y in ends if x == left)
    at_top = sorted(x for x, y in ends if y == top)
    assert len(at_left) + len(at_top) == 9
    assert len(at_left) == 6
    assert min(b - a for places in (at_left, at_top) for a, b in pairwise(places)) >= 2.0


def test_a_connector_from_a_card_to_itself_loops_beside_it():
    placement = route(make_shape(1, 1), [make_card("a", 0, 0)], ("a", "a"))
    points = placement.wires["w0"].points
    right = placement.card_places["a"][0] + WIDTH
    assert len(points) == 4
    assert points[0][0] == points[-1][0] == right
    assert points[0][1] != points[-1][1]


@pytest.mark.parametrize(("height", "closed"), [(2.0, ()), (20.0, (0, 1))])
def test_tiny_cards_and_closed_grids_keep_every_promise(height, closed):
    shape = make_shape(3, 2, closed)
    cards = [make_card(f"{c}{r}", c, r, height=height) for c in range(3) for r in range(2)]
    names = [card.id for card in cards]
    wires = [
        Wire(f"{one}-{other}", one, other, "flow", (15.0, 5.0))
        for one in names
        for other in names
        if one != other
    ]
    assert find_faults(shape, cards, wires, place_and_route(shape, cards, wires)) == []


@pytest.mark.parametrize(("columns", "rows"), [(0, 0), (0, 2), (2, 0)])
def test_a_grid_without_columns_or_rows_is_empty_but_whole(columns, rows):
    placement = place_and_route(make_shape(columns, rows), [], [])
    assert (len(placement.column_x), len(placement.row_y)) == (columns, rows)
    assert placement.height == 5.0 + 20.0 * rows
