"""What a reader expects of two or three cards, spelled out point by point."""

from blueprint_editor.layout.routing import GridCard, GridShape, Wire, place_and_route


def _shape(columns=3, rows=3, closed=frozenset()):
    return GridShape(
        (40.0,) * columns, (20.0,) * rows, 10.0, 5.0, 11.0, 5.0, 4.0, 2.5, frozenset(closed)
    )


def _card(name, column, row, index=0, height=20.0):
    return GridCard(name, column, row, index, height, height)


def _points(shape, cards, *pairs):
    wires = [Wire(f"w{i}", one, other, "flow") for i, (one, other) in enumerate(pairs)]
    placement = place_and_route(shape, cards, wires)
    return [placement.wires[wire.id].points for wire in wires]


def test_neighbours_in_a_row_get_one_level_line():
    cards = [_card("a", 0, 0), _card("b", 1, 0, height=30.0)]
    (((x0, y0), (x1, y1)),) = _points(_shape(), cards, ("a", "b"))
    assert y0 == y1
    assert x1 - x0 == 11.0


def test_a_line_runs_straight_through_an_empty_cell():
    (points,) = _points(_shape(), [_card("a", 0, 1), _card("b", 2, 1)], ("a", "b"))
    assert len(points) == 2


def test_a_card_below_an_empty_lane_gets_one_upright_line():
    (points,) = _points(_shape(), [_card("a", 1, 0), _card("b", 1, 2)], ("b", "a"))
    assert len(points) == 2
    assert points[0][0] == points[1][0]
    assert points[0][1] > points[1][1]


def test_an_upright_line_goes_round_a_closed_row():
    (points,) = _points(_shape(closed={1}), [_card("a", 1, 0), _card("b", 1, 2)], ("a", "b"))
    assert len(points) == 4


def test_a_grid_without_cards_keeps_its_gaps():
    placement = place_and_route(_shape(2, 1), [], [])
    assert placement.column_x == (15.5, 66.5)
    assert placement.row_heights == (20.0,)
    assert (placement.width, placement.height) == (112.0, 25.0)
