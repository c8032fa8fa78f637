"""Primitives in Qt's terms, made once for a group and put into each of its recipes."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import (
    FaceKey,
    GlyphRun,
    ImageUse,
    Inset,
    LinkArea,
    Path,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.qt.dashes import Dashes, cut_dashes
from blueprint_editor.painters.qt.fonts import RASTER_EM_PX, QtFonts
from blueprint_editor.painters.qt.images import QtImages
from blueprint_editor.painters.qt.recipe import Recipe
from blueprint_editor.painters.qt.styles import (
    LARGEST_GLYPH_PX,
    NO_PEN,
    SMALLEST_BAR_PX,
    SMALLEST_DASH_PX,
    SMALLEST_SIGN_PX,
    SMALLEST_TEXT_PX,
    bar_brush,
    brush,
    text_pen,
)

_ORIGIN = QPointF(0.0, 0.0)


PaintInset: TypeAlias = Callable[[QPainter, Inset], None]
"""Paints an inset where one unit of the painter is one mm of its group."""


class Ingredient(Protocol):
    """Something that a group is painted with."""

    def add_to(self, recipe: Recipe) -> None: ...


def make_painter_path(path: Path) -> QPainterPath:
    """Return the path for Qt, in mm."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for command in path.commands:
        match command:
            case ("M", x, y):
                made.moveTo(x, y)
            case ("L", x, y):
                made.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
            case _:
                made.closeSubpath()
    return made


class _Box:
    """A rectangle with a solid line or none."""

    __slots__ = ("_box", "_radius", "_rect")

    def __init__(self, box: Rectangle) -> None:
        self._box = box
        self._rect = _rect_of(box)
        self._radius = min(box.radius, box.width / 2, box.height / 2)

    def add_to(self, recipe: Recipe) -> None:
        recipe.take_unit(1.0)
        recipe.take_stroke(self._box.stroke)
        recipe.take_brush(brush(self._box.fill))
        if recipe.is_seen(self._radius, 1.0):
            recipe.add(QPainter.drawRoundedRect, self._rect, self._radius, self._radius)
        else:
            recipe.add(QPainter.drawRect, self._rect)


class _Shape:
    """A path, or a rectangle with a dashed line."""

    __slots__ = ("_dashes", "_extent", "_fill", "_is_core", "_path", "_stroke")

    def __init__(
        self, path: QPainterPath, fill: str | None, stroke: Stroke | None, *, is_core: bool = False
    ) -> None:
        self._path = path
        self._fill = fill
        self._stroke = stroke
        self._is_core = is_core
        box = path.controlPointRect()
        self._extent = max(box.width(), box.height())
        self._dashes: Dashes | None = None

    def add_to(self, recipe: Recipe) -> None:
        stroke = self._stroke
        if stroke is None:
            if not recipe.is_seen(self._extent, SMALLEST_SIGN_PX):
                return
        elif self._is_core and not recipe.is_seen(stroke.width, 1.0):
            return
        recipe.take_unit(1.0)
        if stroke is not None and _has_dashes(stroke, recipe):
            self._add_dashed(recipe, stroke)
            return
        recipe.take_stroke(stroke)
        recipe.take_brush(brush(self._fill))
        recipe.add(QPainter.drawPath, self._path)

    def _add_dashed(self, recipe: Recipe, stroke: Stroke) -> None:
        if self._dashes is None:
            self._dashes = cut_dashes(self._path, stroke.dash)
        if self._fill:
            recipe.take_pen(NO_PEN)
            recipe.take_brush(brush(self._fill))
            recipe.add(QPainter.drawPath, self._path)
        recipe.take_stroke(stroke)
        recipe.take_brush(brush(None))
        for dashes in self._dashes:
            if not dashes.isEmpty():
                recipe.add(QPainter.drawPath, dashes)


def _has_dashes(stroke: Stroke, recipe: Recipe) -> bool:
    return bool(stroke.dash) and recipe.is_seen(sum(stroke.dash), SMALLEST_DASH_PX)


class _Picture:
    """An image; which of its sizes is painted follows the scale."""

    __slots__ = ("_images", "_rect", "_use")

    def __init__(self, use: ImageUse, images: QtImages) -> None:
        self._use = use
        self._images = images
        self._rect = _rect_of(use)

    def add_to(self, recipe: Recipe) -> None:
        recipe.take_unit(1.0)
        recipe.add(self._draw, self._use.width * recipe.round_scale_up())

    def _draw(self, painter: QPainter, width_px: float) -> None:
        image = self._images.find(self._use.image, width_px)
        if image is not None:
            painter.drawImage(self._rect, image)


class _Text:
    """Runs of one face, size and colour, painted in one call."""

    __slots__ = ("_bars", "_fonts", "_glyphs", "_runs", "_unit")

    def __init__(self, fonts: QtFonts, first: GlyphRun) -> None:
        self._fonts = fonts
        self._runs = [first]
        self._glyphs: QGlyphRun | None = None
        self._bars: list[QRectF] | None = None
        self._unit = first.size / RASTER_EM_PX

    def append(self, run: GlyphRun) -> None:
        self._runs.append(run)

    def add_to(self, recipe: Recipe) -> None:
        first = self._runs[0]
        if recipe.is_seen(first.size, LARGEST_GLYPH_PX):
            recipe.take_unit(self._unit)
            recipe.take_pen(NO_PEN)
            recipe.take_brush(brush(first.colour))
            recipe.add(self._draw_outlines)
        elif recipe.is_seen(first.size, SMALLEST_TEXT_PX):
            if self._glyphs is None:
                self._glyphs = self._make_glyphs()
            recipe.take_unit(self._unit)
            recipe.take_pen(text_pen(first.colour))
            recipe.add(QPainter.drawGlyphRun, _ORIGIN, self._glyphs)
        elif recipe.is_seen(first.size, SMALLEST_BAR_PX):
            if self._bars is None:
                self._bars = [make_bar(run) for run in self._runs]
            recipe.take_unit(1.0)
            recipe.take_pen(NO_PEN)
            recipe.take_brush(bar_brush(first.colour))
            recipe.add(QPainter.drawRects, self._bars)

    def _draw_outlines(self, painter: QPainter) -> None:
        # Joined anew each time: few such texts are seen at once, and kept paths would be large.
        key = self._runs[0].face
        made = QPainterPath()
        made.setFillRule(Qt.FillRule.WindingFill)
        for glyph_id, x, y in self._iter_places():
            made.addPath(self._fonts.outline(key, glyph_id).translated(x, y))
        painter.drawPath(made)

    def _make_glyphs(self) -> QGlyphRun:
        ids: list[int] = []
        places: list[QPointF] = []
        for glyph_id, x, y in self._iter_places():
            ids.append(glyph_id)
            places.append(QPointF(x, y))
        made = QGlyphRun()
        made.setRawFont(self._fonts.raw_font(self._runs[0].face))
        made.setGlyphIndexes(ids)
        made.setPositions(places)
        return made

    def _iter_places(self) -> Iterator[tuple[int, float, float]]:
        """Yield all glyphs and their origins, in 1/RASTER_EM_PX of an em from the group's."""
        pixels = RASTER_EM_PX / self._fonts.units_per_em(self._runs[0].face)
        for run in self._runs:
            x, y = run.x / self._unit, run.baseline / self._unit
            for glyph_id, _, advance, x_offset, y_offset in run.glyphs:
                yield glyph_id, x + x_offset * pixels, y - y_offset * pixels
                x += advance * pixels


def make_bar(run: GlyphRun, dx: float = 0.0, dy: float = 0.0) -> QRectF:
    """Return the box that stands for a line of text: as high as its small letters; moved."""
    half = run.size / 2
    return QRectF(run.x + dx, run.baseline - half + dy, run.width, half)


class _View:
    """A part of another drawing, painted by whoever knows how to paint drawings."""

    __slots__ = ("_inset", "_paint")

    def __init__(self, inset: Inset, paint: PaintInset) -> None:
        self._inset = inset
        self._paint = paint

    def add_to(self, recipe: Recipe) -> None:
        recipe.take_unit(1.0)
        recipe.add(self._draw)

    def _draw(self, painter: QPainter) -> None:
        self._paint(painter, self._inset)


def _rect_of(box: Rectangle | ImageUse) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


class _Maker:
    """Turns a group's primitives into ingredients in paint order.

    Texts without a shape between them are joined by style: one call paints many lines.
    """

    def __init__(self, fonts: QtFonts, images: QtImages, paint_inset: PaintInset | None) -> None:
        self.made: list[Ingredient] = []
        self._fonts = fonts
        self._images = images
        self._paint_inset = paint_inset
        self._texts: dict[tuple[FaceKey, float, str], _Text] = {}
        self._last_path: Path | None = None

    def add_text(self, run: GlyphRun) -> None:
        style = (run.face, run.size, run.colour)
        if style in self._texts:
            self._texts[style].append(run)
        else:
            self._texts[style] = text = _Text(self._fonts, run)
            self.made.append(text)

    def add_shape(self, item: Rectangle | Path | ImageUse | Inset) -> None:
        self._texts.clear()
        if isinstance(item, ImageUse):
            self.made.append(_Picture(item, self._images))
        elif isinstance(item, Inset):
            if self._paint_inset is not None:
                self.made.append(_View(item, self._paint_inset))
        elif isinstance(item, Path):
            self._add_path(item)
        elif item.stroke is not None and item.stroke.dash:
            outline = QPainterPath()
            outline.addRoundedRect(_rect_of(item), item.radius, item.radius)
            self.made.append(_Shape(outline, item.fill, item.stroke))
        else:
            self.made.append(_Box(item))

    def _add_path(self, path: Path) -> None:
        # The pale core of a double line: as a hairline it would hide the line around it.
        last = self._last_path
        is_core = path.fill is None and last is not None and last.commands == path.commands
        self._last_path = path
        shape = _Shape(make_painter_path(path), path.fill, path.stroke, is_core=is_core)
        self.made.append(shape)


def make_ingredients(
    group: Group, fonts: QtFonts, images: QtImages, paint_inset: PaintInset | None = None
) -> tuple[Ingredient, ...]:
    """Return what the group is painted with, in paint order; link areas are not painted.

    Without ``paint_inset`` the group is one of a sheet that shows no other drawings.
    """
    maker = _Maker(fonts, images, paint_inset)
    for part in group.parts:
        for item in part.primitives:
            if isinstance(item, GlyphRun):
                maker.add_text(item)
            elif not isinstance(item, LinkArea):
                maker.add_shape(item)
    return tuple(maker.made)
