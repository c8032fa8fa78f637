"""The small solvers: points apart, lines apart, tracks without overlap and with few crossings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.layout.routing.lines import Line, find_companies, place_company
from blueprint_editor.layout.routing.spread import spread
from blueprint_editor.layout.routing.tracks import Stretch, assign_tracks

HEIGHTS = st.floats(0, 100, allow_nan=False)


@given(st.lists(HEIGHTS, min_size=1, max_size=12))
def test_points_keep_their_order_and_limits_and_stand_apart(wishes):
    places = spread([(wish, 0.0, 100.0) for wish in sorted(wishes)], 5.0)
    assert all(0.0 <= place <= 100.0 for place in places)
    assert all(b - a >= 4.99 for a, b in pairwise(places))


def test_points_that_wish_for_one_place_stand_evenly_about_it():
    assert spread([(50.0, 0.0, 100.0)] * 3, 5.0) == [45.0, 50.0, 55.0]


def test_points_without_room_share_what_there_is():
    places = spread([(1.0, 0.0, 2.0)] * 5, 5.0)
    assert all(b > a for a, b in pairwise(places))


def test_points_between_fixed_ones_get_places_of_their_own():
    fixed = (1.0, 1.0, 1.0)
    places = spread([fixed, (1.0, 0.0, 1.0), (1.0, 0.0, 1.0)], 2.0)
    assert len(set(places)) == 3


def make_line(name, first, last, low=0.0, high=20.0):
    return Line(first, last, low, high, 0, name, ())


def test_lines_that_follow_each_other_stand_at_one_height():
    companies = list(find_companies([make_line("a", 1, 3), make_line("b", 3, 5)]))
    assert [len(company) for company in companies] == [1, 1]
    heights = [place_company(company, 2.0) for company in companies]
    assert heights == [{"a": 10.0}, {"b": 10.0}]


def test_lines_that_turn_in_one_gutter_stand_apart():
    (company,) = find_companies([make_line("a", 1, 4), make_line("b", 4, 7)])
    heights = place_company(company, 2.0)
    assert abs(heights["a"] - heights["b"]) >= 2.0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6)), min_size=2, max_size=10))
def test_lines_above_each_other_never_share_a_height(spans):
    lines = [make_line(str(i), 2 * a + 1, 2 * (a + b) + 1) for i, (a, b) in enumerate(spans)]
    for company in find_companies(lines):
        heights = place_company(company, 2.0)
        for i, one in enumerate(company):
            for other in company[:i]:
                if one.first < other.last and other.first < one.last:
                    assert heights[one.id] != heights[other.id]


STRETCHES = st.lists(
    st.tuples(
        st.integers(0, 30), st.integers(0, 10), st.sampled_from([-1, 1]), st.sampled_from([-1, 1])
    ),
    max_size=14,
)


@given(STRETCHES)
def test_stretches_of_one_track_keep_their_margin(values):
    stretches = [
        Stretch(low, low + length, one, other, 0, str(i))
        for i, (low, length, one, other) in enumerate(values)
    ]
    tracks = assign_tracks(stretches, 2.0)
    assert sorted(stretch for track in tracks for stretch in track) == sorted(stretches)
    for track in tracks:
        ordered = sorted(track)
        assert all(b.low - a.high >= 2.0 for a, b in pairwise(ordered))


def test_arcs_nest():
    outer, inner = Stretch(0, 10, 1, 1, 0, "outer"), Stretch(2, 8, 1, 1, 0, "inner")
    assert assign_tracks([inner, outer], 0.5) == [[outer], [inner]]
    outer, inner = Stretch(0, 10, -1, -1, 0, "outer"), Stretch(2, 8, -1, -1, 0, "inner")
    assert assign_tracks([outer, inner], 0.5) == [[inner], [outer]]


def test_stairs_do_not_cross():
    first, second = Stretch(0, 6, -1, 1, 0, "first"), Stretch(3, 9, -1, 1, 0, "second")
    assert assign_tracks([first, second], 0.5) == [[second], [first]]


def test_tracks_are_shared_where_that_costs_no_crossing():
    stretches = [
        Stretch(0, 4, -1, -1, 0, "a"),
        Stretch(3, 8, -1, -1, 0, "b"),
        Stretch(7, 20, -1, -1, 0, "c"),
    ]
    assert len(assign_tracks(stretches, 0.5)) == 2
