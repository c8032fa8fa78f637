"""What the router promises of every grid, on random ones."""

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
    router.place(shape, cards, wires)
    for number in range(8):
        shape, cards, wires = edit_grid(seed + number, shape, cards, wires)
        patched = router.place(shape, cards, wires)
        anew = place_and_route(shape, cards, wires)
        assert patched == anew
        assert list(patched.wires) == list(anew.wires)
