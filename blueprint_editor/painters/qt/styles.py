"""Pens and brushes, made once for each style, and the sizes below which detail is left out."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from blueprint_editor.drawing.primitives import Stroke

LARGEST_GLYPH_PX = 60.0
"""Text with a larger em is painted as outlines: Qt 6.11 with FreeType draws none of its glyphs
from 64 px on (``test_large_text_is_painted`` without this limit shows whether it still does)."""

SMALLEST_TEXT_PX = 4.0
"""Text with a smaller em on the screen is painted as bars."""

SMALLEST_BAR_PX = 1.6
"""Text with a smaller em is not painted; a group whose largest text is smaller goes plain."""

SMALLEST_SIGN_PX = 1.5
"""A filled shape without a line, such as an arrowhead, that would be smaller is not painted."""

SMALLEST_DASH_PX = 3.0
"""A line whose pattern of dashes and gaps would be shorter is painted solid."""

_BAR_ALPHA = 0.45

NO_PEN = QPen(Qt.PenStyle.NoPen)


@lru_cache(maxsize=512)
def brush(colour: str | None) -> QBrush:
    """Return the brush of a colour; none fills nothing."""
    return QBrush(QColor(colour)) if colour else QBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=512)
def bar_brush(colour: str) -> QBrush:
    """Return the veiled colour of the bars that stand for text."""
    veiled = QColor(colour)
    veiled.setAlphaF(_BAR_ALPHA)
    return QBrush(veiled)


@lru_cache(maxsize=512)
def text_pen(colour: str) -> QPen:
    return QPen(QColor(colour))


@lru_cache(maxsize=512)
def true_pen(stroke: Stroke) -> QPen:
    """Return the stroke's pen, solid: dashes are cut beforehand (see ``dashes.py``)."""
    return _pen(stroke, stroke.width)


@lru_cache(maxsize=512)
def hairline(stroke: Stroke) -> QPen:
    """Return a pen one device pixel wide at any scale, for what would otherwise vanish."""
    pen = _pen(stroke, 1.0)
    pen.setCosmetic(True)
    return pen


@lru_cache(maxsize=512)
def plain_pen(colour: str) -> QPen:
    """Return the hairline around a plain rectangle; no colour, no line."""
    return hairline(Stroke(colour, 1.0)) if colour else NO_PEN


def _pen(stroke: Stroke, width: float) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if stroke.round_cap else Qt.PenCapStyle.FlatCap
    join = Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(stroke.colour), width, Qt.PenStyle.SolidLine, cap, join)
