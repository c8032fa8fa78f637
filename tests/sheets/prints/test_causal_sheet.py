import pytest

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.readable_paper import LEAST_PT, advise_paper
from blueprint_editor.sheets.reading_distance import find_smallest_sizes
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text


@pytest.mark.parametrize(
    ("rings", "paper", "suffices"), [(2, "", True), (4, "A2", True), (30, "A1", False)]
)
def test_paper_on_which_the_letters_can_be_read_is_found(
    make: Make, rings: int, paper: str, suffices: bool
) -> None:
    document = make_rings(rings, 4)

    def make_on(wanted: Paper) -> tuple[Drawing, ...]:
        return make("causal-map", document, paper=wanted)

    pages = make("causal-map", document)
    area = pages[0].width * pages[0].height
    advice = advise_paper(SHEETS["causal-map"], find_smallest_sizes(pages), area, make_on)
    assert (advice.paper if advice else "") == paper
    assert advice is None or advice.points < LEAST_PT
    assert advice is None or advice.suffices == suffices


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
