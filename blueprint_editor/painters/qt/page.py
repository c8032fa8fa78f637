"""A whole page: what PNG, printer, thumbnails and presentation paint."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.primitives import Bounds, Inset
from blueprint_editor.painters.qt.fonts import QtFonts
from blueprint_editor.painters.qt.group import PreparedGroup
from blueprint_editor.painters.qt.images import QtImages

_INK_OVERHANG = 2.0
"""Ink may stand out of a group's bounds by half a stroke or a letter's overhang, in mm."""


class QtInsets:
    """The drawings that pages show through insets, each prepared once however many show it."""

    def __init__(self, fonts: QtFonts) -> None:
        self._fonts = fonts
        self._prepared: list[tuple[Drawing, PreparedDrawing]] = []

    def find(self, drawing: Drawing) -> "PreparedDrawing":
        """Return the drawing prepared, the same each time for the same object."""
        for known, prepared in self._prepared:
            if known is drawing:
                return prepared
        prepared = PreparedDrawing(drawing, self._fonts, insets=self)
        self._prepared.append((drawing, prepared))
        return prepared

    def keep(self, drawings: Iterable[Drawing]) -> None:
        """Forget all other drawings."""
        kept = list(drawings)
        self._prepared = [one for one in self._prepared if any(one[0] is item for item in kept)]

    def paint(self, painter: QPainter, inset: Inset, drawing: Drawing) -> None:
        """Paint what an inset shows of a drawing, where one unit is one mm of its group."""
        wide, high = inset.width / inset.scale, inset.height / inset.scale
        seen = Bounds(inset.left, inset.top, inset.left + wide, inset.top + high)
        painter.save()
        painter.setClipRect(
            QRectF(inset.x, inset.y, inset.width, inset.height), Qt.ClipOperation.IntersectClip
        )
        painter.translate(inset.x, inset.y)
        painter.scale(inset.scale, inset.scale)
        painter.translate(-inset.left, -inset.top)
        self.find(drawing).paint(painter, painter.worldTransform().m11(), seen)
        painter.restore()


class PreparedDrawing:
    """A drawing that is painted whole or in bands.

    Args:
        drawing: the page.
        fonts: where its faces come from.
        images: its images, where others keep them, too.
        insets: keeps the drawings that it shows, for pages that show the same ones.
    """

    def __init__(
        self,
        drawing: Drawing,
        fonts: QtFonts,
        images: QtImages | None = None,
        insets: QtInsets | None = None,
    ) -> None:
        self._drawing = drawing
        self._insets = QtInsets(fonts) if insets is None else insets
        kept = QtImages(drawing.images) if images is None else images
        paint_inset = self._paint_inset if drawing.insets else None
        self._groups = [
            PreparedGroup(placed.group, fonts, kept, paint_inset) for placed in drawing.placed
        ]

    def _paint_inset(self, painter: QPainter, inset: Inset) -> None:
        self._insets.paint(painter, inset, self._drawing.insets[inset.drawing])

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
        if drawing.background:
            painter.fillRect(page, QColor(drawing.background))
        painter.setClipRect(page, Qt.ClipOperation.IntersectClip)
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
