"""What advice foretells is what comes of it."""

import pytest

from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.fit_wish import fit_poster
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.reading_advice import Advice, advise, measure_reading
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES

EMPTY = Document(id="d", title="Tyhjä", language="fi")


def follow(document: Document, advice: Advice, typesetter: Typesetter) -> float:
    """Return the size in mm of the smallest text after a person has followed an advice."""
    poster = document.poster
    is_split = advice.kind == "split"
    paper = parse_paper(advice.subject if advice.kind == "paper" else poster.paper)
    orientation = None if is_split else poster.orientation
    wish = FitWish(posters=2 if is_split else 1)
    fitted = fit_poster(document, paper, orientation, wish, typesetter)
    sizes = measure_reading(fitted.apply_to(document), typesetter).sizes
    assert sizes is not None
    return sizes.smallest


@pytest.mark.parametrize("document", [load_document(SAMPLES[1]), EMPTY], ids=["sample", "empty"])
def test_advice_foretells_the_text_that_comes_of_it(
    document: Document, typesetter: Typesetter
) -> None:
    told = advise(document, typesetter).advice
    kinds = {advice.kind for advice in told}
    assert "paper" in kinds
    assert ("split" in kinds) == bool(document.phases)
    for advice in told:
        if advice.sizes is not None:
            wanted = follow(document, advice, typesetter)
            assert advice.sizes.smallest == pytest.approx(wanted, rel=0.01), advice.kind
