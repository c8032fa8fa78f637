"""Composing posters: cold, after one edit, and how the cost grows."""

from collections.abc import Iterator
from functools import partial

import uharfbuzz as hb

from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.changes import find_changes
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.fitting import FitGoal, find_fit
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.poster import PosterComposer
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import Row, median_ms

FONTS = FontLibrary()


def compose_cold(document: Document) -> tuple[PosterComposer, Drawing]:
    """Return the document's drawing, and the composer of it, which knew nothing before."""
    composer = PosterComposer(Typesetter(FONTS))
    return composer, composer.compose(document).drawing


def measure() -> Iterator[Row]:
    """Yield the rows of the layout."""
    document = make_document(500)
    floor = median_ms(partial(_shape_plainly, document))
    cold = median_ms(partial(compose_cold, document), runs=5)
    yield Row("layout, 500 cards cold", cold, "ms", 30, floor, "HarfBuzz: each card text, once")
    yield _measure_edit()
    yield from _measure_fit(document, cold)
    per_card = {
        count: median_ms(partial(compose_cold, make_document(count)), runs) / count
        for count, runs in ((1_000, 3), (10_000, 1))
    }
    growth = per_card[10_000] / per_card[1_000]
    yield Row("layout: cost per card, 1,000 to 10,000 cards", growth, "×", 1.3)


def _measure_fit(document: Document, cold: float) -> Iterator[Row]:
    """Fit a poster to A0, and to a roll of such type that columns must be searched for it."""
    typesetter = Typesetter(FONTS)
    for paper, scale in (("A0", None), ("roll:914", 0.36)):
        goal = FitGoal(parse_paper(paper), "landscape", scale)
        took = median_ms(partial(find_fit, document, goal, typesetter), runs=3)
        yield Row(f"fit of 500 cards to {paper}", took, "ms", 300, cold, "composing it once, cold")


def _measure_edit() -> Row:
    """Change the text of one card in the middle again and again; each round is a new text."""
    document = make_document(2_000)
    card = document.cards[1_000]
    composer = PosterComposer(Typesetter(FONTS))
    composer.compose(document)
    rounds = iter(range(1_000_000))
    edited = [document]

    def edit() -> None:
        text = f"{card.text} {next(rounds)}"
        edited[0] = SetCardText(card.id, text).apply(edited[0])
        composer.compose(edited[0])

    after_edit = median_ms(edit, runs=15)
    floor = median_ms(lambda: find_changes(document, edited[0]))
    what = "layout after one edit, 2,000 cards"
    return Row(what, after_edit, "ms", 4, floor, "finding the changed card by identity")


def _shape_plainly(document: Document) -> None:
    font = hb.Font(hb.Face(FONTS.face(FaceKey()).data))
    for card in document.cards:
        buffer = hb.Buffer()
        buffer.add_str(card.text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
