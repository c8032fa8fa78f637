"""The planner of cuts on one axis: what it promises, against slower and simpler planners."""

from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.sheets.tiling_cuts import Axis, Reach, Span

CLEAR = 0.3
GRAIN = 0.5
HAIR = 0.1
"""Half of the narrowest gap."""


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    found = draw(
        st.lists(st.tuples(st.integers(0, 118), st.integers(1, 40), st.integers(0, 2)), max_size=12)
    )
    return tuple(
        Span(start / 2 + HAIR, min(start + long, 120) / 2 - HAIR, kind)
        for start, long, kind in found
    )


@st.composite
def reaches(draw: st.DrawFn) -> Reach:
    room = draw(st.integers(18, 60))
    glue, strip = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    return Reach(room - glue, room - glue - strip, room - strip, room)


def find_hurt(places, all_spans) -> tuple[int, int, int]:
    """Count cards cut, labels cut, each as often as it is, and cuts that only come close to one."""

    def find_near(place: float, distance: float) -> list[int]:
        return [
            span.importance
            for span in all_spans
            if span.importance and span.start - distance < place < span.end + distance
        ]

    cut = [find_near(place, -1e-6) for place in places]
    close = [bool(find_near(place, CLEAR - 1e-6)) for place in places]
    cards, labels = (sum(kinds.count(kind) for kinds in cut) for kind in (2, 1))
    return cards, labels, sum(near and not own for near, own in zip(close, cut, strict=True))


def plan_slowly(length: float, all_spans, reach: Reach) -> tuple[int, int, int, int]:
    """Return what is hurt least by cuts at multiples of the grain, and the number of cuts."""
    if length <= reach.alone:
        return (0, 0, 0, 0)
    places = [number * GRAIN for number in range(1, int(length / GRAIN))]
    best: dict[float, tuple[int, ...]] = {}
    for place in places:
        before = [(0, 0, 0, 0)] if place <= reach.first else []
        before += [best[at] for at in best if place - at <= reach.between]
        if before:
            own = (*find_hurt([place], all_spans), 1)
            best[place] = tuple(map(sum, zip(min(before), own, strict=True)))
    return min(key for place, key in best.items() if length - place <= reach.last)


@given(spans(), reaches())
def test_cuts_hurt_no_more_and_are_no_more_than_a_slow_search_finds(all_spans, reach) -> None:
    cuts = Axis(60.0, all_spans).plan(reach)
    assert (*find_hurt(cuts, all_spans), len(cuts)) <= plan_slowly(60.0, all_spans, reach)


@given(spans(), reaches())
def test_no_sheet_shows_more_than_it_can(all_spans, reach) -> None:
    cuts = Axis(60.0, all_spans).plan(reach)
    if not cuts:
        assert reach.alone >= 60.0
        return
    assert list(cuts) == sorted(cuts)
    assert 0 < cuts[0] <= reach.first + 1e-6
    assert all(end - start <= reach.between + 1e-6 for start, end in pairwise(cuts))
    assert 0 < 60.0 - cuts[-1] <= reach.last + 1e-6


@given(spans(), reaches())
def test_count_is_that_of_the_plan_where_nothing_must_be_cut(all_spans, reach) -> None:
    axis = Axis(60.0, all_spans)
    cuts = axis.plan(reach)
    is_clear = not any(find_hurt(cuts, all_spans))
    assert axis.count_sheets(reach) == (len(cuts) + 1 if is_clear else None)


@given(st.floats(1, 2_000), st.floats(40, 300), st.floats(0, 20))
def test_without_anything_to_spare_the_count_is_the_least(length, room, overlap) -> None:
    reach = Reach(room - overlap, room - overlap, room, room)
    cuts = Axis(length, ()).plan(reach)
    assert len(cuts) + 1 == max(1, ceil((length - overlap) / (room - overlap) - 1e-6))


def test_a_cut_goes_through_the_middle_of_a_gap() -> None:
    cards = [Span(start, start + 60.0, 2) for start in (10.0, 80.0, 150.0)]
    assert Axis(220.0, cards).plan(Reach(100, 100, 150, 150)) == (75.0,)


def test_a_narrow_gap_is_better_than_a_card() -> None:
    reach = Reach(100, 100, 110, 110)
    cards = [Span(5, 94.9, 2), Span(95.1, 145, 2)]
    assert Axis(150.0, cards).plan(reach) == (95.0,)


def test_sheets_are_evenly_large_where_nothing_speaks_against_it() -> None:
    assert Axis(300.0, ()).plan(Reach(170, 170, 180, 180)) == pytest.approx((150.0,), abs=7.5)


def test_texts_are_spared_only_without_more_sheets() -> None:
    reach = Reach(100, 100, 110, 110)
    (cut,) = Axis(150.0, [Span(60, 90, 0)]).plan(reach)
    assert not 60 < cut < 90
    assert len(Axis(150.0, [Span(30, 120, 0)]).plan(reach)) == 1
    assert len(Axis(150.0, [Span(30, 120, 1)]).plan(reach)) == 2


def test_a_large_word_is_spared_before_small_ones() -> None:
    small = [Span(40, 75, 0), Span(40, 75, 0)]
    (cut,) = Axis(150.0, [*small, Span(75, 110, 0, 9)]).plan(Reach(100, 100, 110, 110))
    assert cut < 75


def test_what_is_larger_than_a_sheet_is_cut() -> None:
    cuts = Axis(300.0, [Span(20, 280, 2)]).plan(Reach(90, 90, 100, 100))
    assert len(cuts) == 4
    assert Axis(300.0, [Span(20, 280, 2)]).count_sheets(Reach(90, 90, 100, 100)) is None


def test_a_sheet_must_show_something() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Axis(300.0, ()).plan(Reach(10, 0, 5, 20))
