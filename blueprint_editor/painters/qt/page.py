"""A whole page: what PNG, printer, thumbnails and presentation paint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.painters.qt.fonts import QtFonts
from blueprint_editor.painters.qt.group import PreparedGroup
from blueprint_editor.painters.qt.images import QtImages

_INK_OVERHANG = 2.0
"""Ink may stand out of a group's bounds by half a stroke or a letter's overhang, in mm."""


class PreparedDrawing:
    """A drawing that is painted whole or in bands."""

    def __init__(self, drawing: Drawing, fonts: QtFonts, images: QtImages | None = None) -> None:
        self._drawing = drawing
        kept = QtImages(drawing.images) if images is None else images
        self._groups = [PreparedGroup(placed.group, fonts, kept) for placed in drawing.placed]

    def paint(self, painter: QPainter, scale: float, clip: Bounds | None = None) -> None:
        """Paint the page with its background.

        Args:
            painter: set so that 1 unit is 1 mm of the page.
            scale: device pixels per mm of the page.
            clip: in page mm; groups outside are left out.
        """
        drawing = self._drawing
        fit = drawing.fit
        page = QRectF(0.0, 0.0, drawing.width, drawing.height)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(page, QColor(drawing.background))
        painter.setClipRect(page)
        base = painter.worldTransform()
        for placed, prepared in zip(drawing.placed, self._groups, strict=True):
            if clip is not None and not _is_inside(placed.bounds, drawing, clip):
                continue
            painter.setWorldTransform(base)
            painter.translate(placed.x * fit.scale + fit.dx, placed.y * fit.scale + fit.dy)
            painter.scale(fit.scale, fit.scale)
            prepared.paint(painter, scale * fit.scale)
        painter.restore()


def _is_inside(box: Bounds, drawing: Drawing, clip: Bounds) -> bool:
    scale, dx, dy = drawing.fit
    on_page = Bounds(
        box.x0 * scale + dx, box.y0 * scale + dy, box.x1 * scale + dx, box.y1 * scale + dy
    )
    return on_page.overlaps(clip, -_INK_OVERHANG)


def paint_drawing(
    painter: QPainter,
    drawing: Drawing,
    fonts: QtFonts,
    scale: float,
    images: QtImages | None = None,
) -> None:
    """Paint a page once; see :meth:`PreparedDrawing.paint`."""
    PreparedDrawing(drawing, fonts, images).paint(painter, scale)
