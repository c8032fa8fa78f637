"""What the router promises of every grid, on random ones."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.layout.routing import Router, place_and_route
from tests.layout.routing.faults import find_faults
from tests.layout.routing.random_grids import edit_grid, make_grid

SEEDS = st.integers(0, 2**32)
SMALL = (0, 1, 2, 5, 10, 20, 40)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_every_promise_holds_on_random_grids(seed):
    shape, cards, wires = make_grid(seed)
    placement = place_and_route(shape, cards, wires)
    assert find_faults(shape, cards, wires, placement) == []


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_the_same_grid_always_comes_out_the_same(seed):
    shape, cards, wires = make_grid(seed, SMALL)
    assert place_and_route(shape, cards, wires) == place_and_route(shape, cards, wires)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_edits_come_out_as_if_all_were_made_anew(seed):
    shape, cards, wires = make_grid(seed, SMALL)
    router = Router()
    place_and_route(shape, cards, wires, router)
    for number in range(8):
        shape, cards, wires = edit_grid(seed + number, shape, cards, wires)
        patched = place_and_route(shape, cards, wires, router)
        assert patched == place_and_route(shape, cards, wires)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_rows_made_higher_keep_their_cards_and_lines_at_their_top(seed):
    shape, cards, wires = make_grid(seed, SMALL)
    dice = random.Random(seed)
    router = Router()
    for number in range(4):
        router.arrange(shape, cards, wires)
        extra = [dice.choice((0.0, 12.7, dice.uniform(0, 30))) for _ in shape.row_heights]
        patched = router.place(extra)
        anew = Router()
        size = anew.arrange(shape, cards, wires)
        natural = anew.place()
        assert natural.height == size.height
        assert patched == anew.place(extra)
        assert patched.height == pytest.approx(size.height + sum(extra))
        for card in cards:
            before, after = natural.card_places[card.id], patched.card_places[card.id]
            assert before[0] == after[0]
            assert before[1] - natural.row_y[card.row] == after[1] - patched.row_y[card.row]
        shape, cards, wires = edit_grid(seed + number, shape, cards, wires)


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_what_was_arranged_but_never_placed_leaves_no_trace(seed):
    grid = make_grid(seed, SMALL)
    router = Router()
    place_and_route(*grid, router)
    for number in range(4):
        grid = edit_grid(seed + number, *grid)
        router.arrange(*grid)
    assert router.place() == place_and_route(*grid)
