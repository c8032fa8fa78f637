"""Paints drawings with Qt: canvas, PNG and printer show the same glyphs at the same places.

The caller sets the painter so that 1 unit is 1 mm; ``scale`` is always in the painter's own pixels
per mm (on a dense screen Qt counts those larger than the screen's).
Knows nothing of documents or graphics items.
"""

from blueprint_editor.painters.qt.fonts import QtFonts
from blueprint_editor.painters.qt.group import (
    PreparedGroup,
    find_body,
    find_box,
    is_text_seen,
    paint_group,
)
from blueprint_editor.painters.qt.images import QtImages
from blueprint_editor.painters.qt.ingredients import make_painter_path
from blueprint_editor.painters.qt.overview import Overview, is_covered, paint_overview
from blueprint_editor.painters.qt.page import PreparedDrawing, QtInsets, paint_drawing

__all__ = [
    "Overview",
    "PreparedDrawing",
    "PreparedGroup",
    "QtFonts",
    "QtImages",
    "QtInsets",
    "find_body",
    "find_box",
    "is_covered",
    "is_text_seen",
    "make_painter_path",
    "paint_drawing",
    "paint_group",
    "paint_overview",
]
