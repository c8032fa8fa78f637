import math
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.causal_words import find_causal_words
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.causal import MapPlan, MapWish, plan_map
from blueprint_editor.layout.causal.ranks import rank_nodes
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.causal import find_loops
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode

TYPESETTER = Typesetter(FontLibrary())


def plan(causal_map: CausalMap, unit: float = 1.0, before: MapPlan | None = None) -> MapPlan:
    document = Document(id="d", title="", language="fi", causal_map=causal_map)
    words, terms = find_causal_words("fi"), find_terms("fi")
    wish = MapWish(document, DerivedFacts(document), words, terms, unit)
    return plan_map(wish, TYPESETTER, before)


def make_map(links: list[tuple[int, int]], count: int, **places: tuple[float, float]) -> CausalMap:
    nodes = []
    for number in range(count):
        x, y = places.get(f"n{number}", (None, None))
        text = "Asiakas odottaa vastausta " * (number % 4 + 1)
        nodes.append(CausalNode(id=f"n{number}", text=text, x=x, y=y))
    arrows = tuple(
        CausalArrow(id=f"k{n}", source=f"n{a}", target=f"n{b}", sign="plus" if n % 3 else "minus")
        for n, (a, b) in enumerate(links)
    )
    return CausalMap(nodes=tuple(nodes), arrows=arrows)


def test_causes_stand_left_of_what_they_lead_to() -> None:
    links = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("x", "y"), ("z", "c")]
    assert rank_nodes(["a", "b", "c", "d", "x", "y", "z"], links) == {
        "a": 0, "b": 1, "c": 2, "d": 0, "x": 0, "y": 1, "z": 1,
    }  # fmt: skip
    assert rank_nodes([], []) == {}
    chain = plan(make_map(list(pairwise(range(5))), 5))
    lefts = [node.box.x0 for node in chain.nodes.values()]
    assert lefts == sorted(lefts)


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14),
    st.dictionaries(st.sampled_from(["n0", "n3", "n5"]),
                    st.tuples(st.floats(-500, 500), st.floats(-500, 500))),
)  # fmt: skip
@settings(max_examples=40)
def test_boxes_do_not_touch_and_arrows_end_at_them(
    links: list[tuple[int, int]], places: dict[str, tuple[float, float]]
) -> None:
    found = plan(make_map(links, 8, **places))
    for one, other in combinations(found.nodes.values(), 2):
        are_put = {one.node.id, other.node.id} <= places.keys()
        assert are_put or not one.box.overlaps(other.box, 1e-6)
    for node, (x, y) in places.items():
        box = found.nodes[node].box
        assert math.dist(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2), (x, y)) < 1e-6
    assert len(found.arrows) == len(links)
    for arrow in found.arrows.values():
        assert all(map(math.isfinite, (*arrow.curve.start, *arrow.curve.end, *arrow.curve.sign)))
        if not any(node in places for node in (arrow.arrow.source, arrow.arrow.target)):
            box = found.nodes[arrow.arrow.target].box
            assert not box.contains(*arrow.curve.end)
            assert _distance(box, arrow.curve.end) < 2.0


def _distance(box, point: tuple[float, float]) -> float:
    dx = max(box.x0 - point[0], 0.0, point[0] - box.x1)
    dy = max(box.y0 - point[1], 0.0, point[1] - box.y1)
    return math.hypot(dx, dy)


def test_a_ring_is_spread_out_with_its_name_inside() -> None:
    ring = make_map([(n, (n + 1) % 6) for n in range(6)], 6)
    found = plan(ring)
    (loop,) = found.loops
    assert loop.name == "V1"
    assert loop.middle is not None
    xs = [(node.box.x0 + node.box.x1) / 2 for node in found.nodes.values()]
    ys = [(node.box.y0 + node.box.y1) / 2 for node in found.nodes.values()]
    assert min(xs) < loop.middle[0] < max(xs)
    assert min(ys) < loop.middle[1] < max(ys)
    assert (max(xs) - min(xs)) < 3 * (max(ys) - min(ys))
    assert find_loops(ring).is_complete


def test_arrows_there_and_back_lie_apart() -> None:
    found = plan(make_map([(0, 1), (1, 0)], 2))
    there, back = (arrow.curve for arrow in found.arrows.values())
    assert math.dist(there.at(0.5), back.at(0.5)) > 4.0
    assert math.dist(there.sign, back.sign) > 5.0


def test_a_larger_map_is_the_same_map() -> None:
    links = [(0, 1), (1, 2), (2, 0), (3, 1)]
    small, large = plan(make_map(links, 5)), plan(make_map(links, 5), 2.5)
    for key, node in small.nodes.items():
        assert tuple(value * 2.5 for value in node.box) == pytest.approx(large.nodes[key].box)
        assert len(node.text.line_widths) == len(large.nodes[key].text.line_widths)


def test_a_crowd_is_laid_out_without_care_for_every_arrow() -> None:
    dice = Random(1)
    links = [(a, b) for a, b in ((dice.randrange(300), dice.randrange(300)) for _ in range(420))]
    found = plan(make_map(links, 300))
    assert len(found.arrows) == len(links)
    rows = sorted(found.nodes.values(), key=lambda node: node.box[:2])
    for one, other in pairwise(rows):
        assert not one.box.overlaps(other.box, 1e-6)


MAPS = st.builds(
    make_map,
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12, unique=True),
    st.just(8),
    n3=st.tuples(st.integers(0, 300), st.integers(0, 200)),
    n5=st.tuples(st.integers(0, 300), st.integers(0, 200)),
)


@given(MAPS, MAPS)
@settings(max_examples=30)
def test_what_is_taken_over_is_as_if_laid_out_anew(old: CausalMap, new: CausalMap) -> None:
    moved = new.changed(nodes=old.nodes)
    for earlier, later in ((old, new), (old, moved), (moved, new)):
        fresh, renewed = plan(later), plan(later, before=plan(earlier))
        assert renewed.arrows == fresh.arrows
        assert {key: node.box for key, node in renewed.nodes.items()} == {
            key: node.box for key, node in fresh.nodes.items()
        }
        assert [loop[:2] + loop[3:] for loop in renewed.loops] == [
            loop[:2] + loop[3:] for loop in fresh.loops
        ]


def test_a_moved_node_leaves_what_is_far_from_it() -> None:
    chain = make_map(list(pairwise(range(12))), 12)
    first = plan(chain)
    box = first.nodes["n0"].box
    put = chain.nodes[0].changed(x=box.x0, y=box.y0 + 60.0)
    later = plan(chain.changed(nodes=(put, *chain.nodes[1:])), before=first)
    assert later.arrows["k0"] is not first.arrows["k0"]
    assert all(later.arrows[f"k{n}"] is first.arrows[f"k{n}"] for n in range(4, 11))
    assert later.nodes["n11"] is first.nodes["n11"]


def test_small_groups_stand_beside_each_other_below_a_wide_one() -> None:
    pairs = [(8, 9), (10, 11)]
    found = plan(make_map([*pairwise(range(8)), *pairs], 12))
    tops = [found.nodes[f"n{number}"].box.y0 for number in (8, 10)]
    assert tops[0] > max(found.nodes[f"n{number}"].box.y1 for number in range(8))
    assert abs(tops[0] - tops[1]) < 20.0
    assert found.nodes["n10"].box.x0 > found.nodes["n9"].box.x1
