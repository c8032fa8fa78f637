"""One drawing: every painter sets the same words at the same places."""

import pytest

from blueprint_editor.drawing.drawing import PageFit, iter_text_places
from blueprint_editor.painters.svg import paint_svg
from tests.painters.drawings import fonts, make_poster
from tests.painters.svg_reader import iter_texts, read_root

TOLERANCE_MM = 0.2


@pytest.mark.parametrize("fit", [PageFit(), PageFit(0.5, 12.5, 7.25)], ids=["whole", "fitted"])
def test_svg_holds_the_drawings_words_at_their_places(fit: PageFit) -> None:
    drawing = make_poster(fit=fit)
    expected = list(iter_text_places(drawing))
    found = [
        (text.text, text.x, text.baseline)
        for text in iter_texts(read_root(paint_svg(drawing, fonts())))
    ]
    assert [text for text, _, _ in found] == [text for text, _, _ in expected]
    for (text, *place), (_, *wanted) in zip(found, expected, strict=True):
        assert place == pytest.approx(wanted, abs=TOLERANCE_MM), text
