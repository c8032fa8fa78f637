"""Where a card's text stands in the drawing, for the editor that takes its place."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.drawing.primitives import FaceKey, GlyphRun
from blueprint_editor.layout.theme import make_theme
from blueprint_editor.painters.qt import find_body


class TextPlace(NamedTuple):
    """Where and how a card's text stands, in drawing mm; ``baseline`` is its first line's."""

    area: QRectF
    baseline: float
    face: FaceKey
    size: float
    leading: float
    colour: str
    fill: str


def find_text_place(placed: Placed, type_scale: float) -> TextPlace:
    """Return where a card's text stands; one without text begins like any other."""
    group, x, y = placed
    theme = make_theme(type_scale)
    style, padding = theme.styles["body"], theme.mm(theme.metrics.card_padding)
    body = find_body(group).moved(x, y)
    runs = [item for part in group.parts for item in part.primitives if isinstance(item, GlyphRun)]
    left, baseline, height = body.x0 + padding, body.y0 + padding + style.size, style.leading
    if runs:
        first = runs[0]
        text = [run for run in runs if (run.face, run.size) == (first.face, first.size)]
        left, baseline = x + first.x, y + first.baseline
        height = max(run.baseline for run in text) - first.baseline + style.leading
    width = body.x1 - (left - body.x0) - left
    return TextPlace(
        QRectF(left, baseline - style.size, width, height),
        baseline,
        style.face,
        style.size,
        style.leading,
        style.colour,
        group.outline[0] if group.outline is not None else "#FFFFFF",
    )
