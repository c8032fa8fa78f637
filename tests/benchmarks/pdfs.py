"""Writing accessible posters as PDF, beside the same ink drawn plainly with reportlab."""

import io
from collections.abc import Iterator
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from blueprint_editor.app.collector import rest_collector
from blueprint_editor.drawing.drawing import Drawing, iter_text_places
from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.sheets.page import fit_on_page
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.poster import NO_PICTURES, PosterComposer
from blueprint_editor.sheets.poster_sheet import make_poster
from blueprint_editor.sheets.print_wish import FitWish, PrintWish
from blueprint_editor.sheets.request import SheetRequest
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import Row, median_ms
from tests.benchmarks.posters import FONTS

ROLL = parse_paper("roll:914")
A0_LANDSCAPE = (1189.0, 841.0)
LIMITS = {500: (100.0, 150.0), 5_000: (800.0, 1_000.0)}
"""Cards → milliseconds, kB."""


def measure() -> Iterator[Row]:
    """Yield the rows of writing posters of any size, and of all that a print on a roll takes.

    Without the collector, which rests in commands and workers.
    """
    with rest_collector():
        # First, while no larger drawings fill the memory: a command that prints has none either.
        yield _measure_roll()
        yield from _measure()


def _measure() -> Iterator[Row]:
    composer = PosterComposer(Typesetter(FONTS))
    times = {}
    for count in (500, 1_000, 5_000, 10_000):
        drawing = fit_on_page(composer.compose(make_document(count)).tagged, *A0_LANDSCAPE)
        runs = 7 if count < 5_000 else 1
        times[count] = median_ms(partial(paint_pdf, drawing, FONTS), runs)
        if count not in LIMITS:
            continue
        limit_ms, limit_kb = LIMITS[count]
        what = f"accessible A0 PDF, {count:,} cards, write only"
        floor = median_ms(partial(_draw_plainly, drawing), runs)
        yield Row(
            what,
            times[count],
            "ms",
            limit_ms,
            floor,
            "boxes and lines of text by reportlab, untagged",
        )
        plain = len(_draw_plainly(drawing)) / 1000
        size = len(paint_pdf(drawing, FONTS)) / 1000
        yield Row("its size", size, "kB", limit_kb, plain, "the same")
    growth = (times[10_000] / 10_000) / (times[1_000] / 1_000)
    yield Row("PDF: cost per card, 1,000 to 10,000 cards", growth, "×", 1.3)


def _measure_roll() -> Row:
    """Fit a large poster to a roll, compose it and write it, as ``export --fit`` does.

    So the collector rests, and there is no former poster to be let go of meanwhile.
    """
    document = make_document(2_000)
    wish = PrintWish(FitWish())

    def print_on_roll() -> tuple[Drawing, ...]:
        request = SheetRequest("poster", document, Typesetter(FONTS), NO_PICTURES, ROLL, wish=wish)
        drawn = make_poster(request)
        paint_pdf(drawn, FONTS)
        return drawn

    took = median_ms(print_on_roll, runs=3)
    floor = median_ms(partial(_draw_plainly, print_on_roll()[0]), runs=3)
    what = "poster of 2,000 cards on a 914 mm roll: fit and PDF"
    return Row(what, took, "ms", 1_000, floor, "boxes and lines of text by reportlab, untagged")


def _draw_plainly(drawing: Drawing) -> bytes:
    """Draw boxes and texts only, in a font that every reader has: less than any poster needs."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(drawing.width * mm, drawing.height * mm), pageCompression=1)
    canvas.setFont("Helvetica", 6)
    scale, dx, dy = drawing.fit
    for group, x, y in drawing.placed:
        for part in group.parts:
            for item in part.primitives:
                if isinstance(item, Rectangle):
                    left = ((x + item.x) * scale + dx) * mm
                    bottom = (drawing.height - (y + item.y + item.height) * scale - dy) * mm
                    canvas.rect(left, bottom, item.width * scale * mm, item.height * scale * mm)
    for text, left, baseline in iter_text_places(drawing):
        canvas.drawString(left * mm, (drawing.height - baseline) * mm, text)
    canvas.save()
    return file.getvalue()
