"""One drawing: every painter sets the same words at the same places."""

from pathlib import Path

import pytest

from blueprint_editor.drawing.drawing import Drawing, PageFit, TextPlace, iter_text_places
from blueprint_editor.painters.pdf import paint_pdf
from blueprint_editor.painters.svg import paint_svg
from tests.painters.drawings import fonts, make_poster
from tests.painters.golden_posters import SAMPLES, compose_sample
from tests.painters.pdf_reader import read_text_places
from tests.painters.svg_reader import iter_texts, read_root

TOLERANCE_MM = 0.2


def _read_svg(drawing: Drawing) -> list[TextPlace]:
    texts = iter_texts(read_root(paint_svg(drawing, fonts())))
    return [(text.text, text.x, text.baseline) for text in texts]


def _read_pdf(drawing: Drawing) -> list[TextPlace]:
    return read_text_places(paint_pdf(drawing, fonts()))


def _assert_same(found: list[TextPlace], expected: list[TextPlace]) -> None:
    assert [text for text, _, _ in found] == [text for text, _, _ in expected]
    for (text, *place), (_, *wanted) in zip(found, expected, strict=True):
        assert place == pytest.approx(wanted, abs=TOLERANCE_MM), text


@pytest.mark.parametrize("read", [_read_svg, _read_pdf], ids=["svg", "pdf"])
@pytest.mark.parametrize("fit", [PageFit(), PageFit(0.5, 12.5, 7.25)], ids=["whole", "fitted"])
def test_painters_hold_the_drawings_words_at_their_places(read, fit: PageFit) -> None:
    drawing = make_poster(fit=fit)
    _assert_same(read(drawing), list(iter_text_places(drawing)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_sample_reads_the_same_as_svg_and_pdf(sample: Path) -> None:
    drawing = compose_sample(sample)
    expected = list(iter_text_places(drawing))
    assert len(expected) > 100
    _assert_same(_read_svg(drawing), expected)
    _assert_same(_read_pdf(drawing), expected)
