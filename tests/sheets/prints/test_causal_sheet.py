from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text


def make_rings(count: int, size: int) -> Document:
    """Return a document whose map has so many loops, each of so many factors."""
    names = [[f"n{ring}-{place}" for place in range(size)] for ring in range(count)]
    ways = [(ring[n], ring[(n + 1) % size]) for ring in names for n in range(size)]
    return Document(
        id="d", title="Polku", language="fi",
        causal_map=CausalMap(
            nodes=tuple(CausalNode(id=n, text="Odotus pitkittyy") for ring in names for n in ring),
            arrows=tuple(
                CausalArrow(id=f"k{n}", source=a, target=b, sign="plus")
                for n, (a, b) in enumerate(ways)
            ),
        ),
    )  # fmt: skip


def test_loops_go_on_in_their_order_where_a_large_map_needs_the_room(make: Make) -> None:
    few = make("causal-map", make_rings(4, 3))
    assert len(few) == 1
    assert "jatkuu" not in read_text(few[0])
    first, *rest = make("causal-map", make_rings(14, 4))
    assert "jatkuu lopussa" in read_text(first)
    told = " ".join(map(read_text, rest))
    names = [f"V{number} vahvistava" for number in range(1, 15)]
    here = [name in read_text(first) for name in names]
    assert any(here)
    assert here == sorted(here, reverse=True)
    assert [name in told for name in names] == [not is_here for is_here in here]
