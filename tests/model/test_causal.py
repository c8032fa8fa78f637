from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.model.causal import MOST_LOOPS, find_loops, find_node_texts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card, CausalArrow, CausalMap, CausalNode, Mark


def make_map(*ways: str) -> CausalMap:
    """Return a map of arrows such as ``a+b``."""
    names = sorted({name for way in ways for name in (way[0], way[2])})
    return CausalMap(
        nodes=tuple(CausalNode(id=name, text=name.upper()) for name in names),
        arrows=tuple(
            CausalArrow(id=f"k{n}", source=way[0], target=way[2],
                        sign="plus" if way[1] == "+" else "minus")
            for n, way in enumerate(ways)
        ),
    )  # fmt: skip


def test_loops_are_found_once_the_shortest_first_and_named_by_their_signs() -> None:
    found = find_loops(make_map("a+b", "b-c", "c+a", "b+a", "c+d", "d-d"))
    assert found.is_complete
    assert [(loop.nodes, loop.is_reinforcing, loop.number) for loop in found.found] == [
        (("d",), False, 1),
        (("a", "b"), True, 1),
        (("a", "b", "c"), False, 2),
    ]
    assert found.found[2].arrows == ("k0", "k1", "k2")


def test_two_arrows_between_the_same_two_make_two_loops() -> None:
    found = find_loops(make_map("a+b", "a-b", "b+a")).found
    assert [(loop.arrows, loop.is_reinforcing) for loop in found] == [
        (("k0", "k2"), True),
        (("k1", "k2"), False),
    ]


def test_a_map_without_loops_has_none() -> None:
    assert find_loops(make_map("a+b", "b+c", "a+c")).found == ()
    assert find_loops(CausalMap()).found == ()


def test_what_could_never_be_counted_is_told_to_go_on() -> None:
    everything = make_map(*(f"{a}+{b}" for a, b in permutations("abcdefghijklmnop", 2)))
    names = [f"n{number}" for number in range(100)]
    arrows = tuple(
        CausalArrow(id=f"k-{a}-{b}", source=a, target=b, sign="plus")
        for a, b in permutations(names, 2)
    )
    nodes = tuple(CausalNode(id=name, text="") for name in names)
    for known in (everything, CausalMap(nodes=nodes, arrows=arrows)):
        found = find_loops(known)
        assert len(found.found) == MOST_LOOPS
        assert not found.is_complete
        assert {len(loop.nodes) for loop in found.found} == {2}


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=9))
def test_every_simple_way_around_is_found(links: list[tuple[str, str]]) -> None:
    links = list(dict.fromkeys(links))
    found = find_loops(make_map(*(f"{a}+{b}" for a, b in links)))
    known = set(links)
    expected = {
        way
        for length in range(1, 6)
        for way in permutations("abcde", length)
        if way[0] == min(way) and all(pair in known for pair in pairwise((*way, way[0])))
    }
    nodes = [loop.nodes for loop in found.found]
    assert len(nodes) == len(set(nodes))
    assert found.is_complete == (len(expected) <= MOST_LOOPS)
    if found.is_complete:
        assert set(nodes) == expected


def test_a_node_says_its_own_words_or_those_of_its_card_or_mark() -> None:
    document = Document(
        id="d", title="", language="fi",
        cards=(Card(id="c1", lane="l", step="s", text="Kortti"),),
        marks=(Mark(id="m1", target="c1", kind="risk", text="Riski"),),
        causal_map=CausalMap(nodes=(
            CausalNode(id="n1", card="c1"), CausalNode(id="n2", mark="m1"),
            CausalNode(id="n3", text="Oma", card="c1"), CausalNode(id="n4"),
        )),
    )  # fmt: skip
    assert find_node_texts(document) == {"n1": "Kortti", "n2": "Riski", "n3": "Oma", "n4": ""}
