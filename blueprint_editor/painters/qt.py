"""Paints drawings with Qt: canvas, PNG and printer show the same glyphs at the same places.

The caller sets the painter so that 1 unit is 1 mm; ``scale`` is always in device pixels per mm.
Knows nothing of documents or graphics items.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from blueprint_editor.drawing.drawing import Drawing, Group, Placed
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import (
    Bounds,
    FaceKey,
    GlyphRun,
    ImageUse,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)
from blueprint_editor.painters.qt_images import QtImages

RASTER_EM_PX = 1000
"""Size at which faces are loaded; at this size Qt's glyphs keep HarfBuzz's units exactly."""

SMALLEST_TEXT_PX = 4.0
"""Text with a smaller em on the screen is painted as bars."""

SMALLEST_BAR_PX = 1.6
"""Text with a smaller em is not painted; a group whose largest text is smaller goes plain."""

_BAR_ALPHA = 0.45
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


class QtFonts:
    """The faces of a font library as Qt draws them; make it after the QGuiApplication."""

    def __init__(self, library: FontLibrary) -> None:
        self._library = library
        self._fonts: dict[FaceKey, QRawFont] = {}

    def raw_font(self, key: FaceKey) -> QRawFont:
        """Return the face at ``RASTER_EM_PX``, without hinting."""
        found = self._fonts.get(key)
        if found is None:
            found = QRawFont()
            hinting = QFont.HintingPreference.PreferNoHinting
            found.loadFromData(self._library.face(key).data, RASTER_EM_PX, hinting)
            self._fonts[key] = found
        return found

    def units_per_em(self, key: FaceKey) -> int:
        return self._library.face(key).units_per_em


@lru_cache(maxsize=512)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


@lru_cache(maxsize=512)
def _text_pen(colour: str) -> QPen:
    return QPen(QColor(colour))


@lru_cache(maxsize=512)
def _bar_brush(colour: str) -> QBrush:
    veiled = QColor(colour)
    veiled.setAlphaF(_BAR_ALPHA)
    return QBrush(veiled)


def _make_pen(stroke: Stroke, width: float) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if stroke.round_cap else Qt.PenCapStyle.FlatCap
    join = Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(stroke.colour), width, Qt.PenStyle.SolidLine, cap, join)


def _dash(pen: QPen, lengths: Iterable[float]) -> QPen:
    """Give the pen a dash pattern of lengths in its own unit (Qt counts in pen widths)."""
    pattern = [length / pen.widthF() for length in lengths]
    pen.setDashPattern(pattern * 2 if len(pattern) % 2 else pattern)
    return pen


@lru_cache(maxsize=512)
def _true_pen(stroke: Stroke) -> QPen:
    pen = _make_pen(stroke, stroke.width)
    return _dash(pen, stroke.dash) if stroke.dash else pen


@lru_cache(maxsize=512)
def _hairline(stroke: Stroke, dash_scale: float) -> QPen:
    """One device pixel wide at any scale; dashes that would blur are painted solid (scale 0)."""
    pen = _make_pen(stroke, 1.0)
    if dash_scale:
        _dash(pen, (length * dash_scale for length in stroke.dash))
    pen.setCosmetic(True)
    return pen


def pen_at(stroke: Stroke, scale: float) -> QPen:
    """Return the stroke's pen; what is thinner than a device pixel becomes a hairline."""
    if stroke.width * scale >= 1.0:
        return _true_pen(stroke)
    is_dashed = bool(stroke.dash) and min(stroke.dash) * scale >= 1.0
    return _hairline(stroke, round(scale, 2) if is_dashed else 0.0)


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


class _Step(Protocol):
    """One thing to paint; ``em`` is the factor from its units to mm (1 for shapes)."""

    em: float

    def paint(self, painter: QPainter, scale: float) -> None: ...


class _Shape:
    __slots__ = ("_brush", "_draw", "_stroke", "em")

    def __init__(
        self, fill: str | None, stroke: Stroke | None, draw: Callable[[QPainter, float], None]
    ) -> None:
        self.em = 1.0
        self._brush = _brush(fill) if fill else _NO_BRUSH
        self._stroke = stroke
        self._draw = draw

    def paint(self, painter: QPainter, scale: float) -> None:
        stroke = self._stroke
        painter.setPen(_NO_PEN if stroke is None else pen_at(stroke, scale))
        painter.setBrush(self._brush)
        self._draw(painter, scale)


def _rectangle_step(box: Rectangle) -> _Shape:
    rect = QRectF(box.x, box.y, box.width, box.height)
    radius = min(box.radius, box.width / 2, box.height / 2)

    def draw(painter: QPainter, scale: float) -> None:
        if radius * scale >= 1.0:
            painter.drawRoundedRect(rect, radius, radius)
        else:
            painter.drawRect(rect)

    return _Shape(box.fill, box.stroke, draw)


def _path_step(path: Path) -> _Shape:
    made: list[QPainterPath] = []

    def draw(painter: QPainter, scale: float) -> None:  # noqa: ARG001
        if not made:
            made.append(make_painter_path(path))
        painter.drawPath(made[0])

    return _Shape(path.fill, path.stroke, draw)


class _Picture:
    __slots__ = ("_images", "_rect", "_use", "em")

    def __init__(self, use: ImageUse, images: QtImages) -> None:
        self.em = 1.0
        self._use = use
        self._images = images
        self._rect = QRectF(use.x, use.y, use.width, use.height)

    def paint(self, painter: QPainter, scale: float) -> None:
        image = self._images.find(self._use.image, self._use.width * scale)
        if image is not None:
            painter.drawImage(self._rect, image)


class _Text:
    """Runs of one face, size and colour, painted as one glyph run."""

    __slots__ = ("_bars", "_fonts", "_glyphs", "_runs", "em", "size")

    def __init__(self, fonts: QtFonts, first: GlyphRun) -> None:
        self._fonts = fonts
        self._runs = [first]
        self._glyphs: QGlyphRun | None = None
        self._bars: list[QRectF] | None = None
        self.size = first.size
        self.em = first.size / RASTER_EM_PX

    def add(self, run: GlyphRun) -> None:
        self._runs.append(run)

    def paint(self, painter: QPainter, scale: float) -> None:
        size_px = self.size * scale
        colour = self._runs[0].colour
        if size_px >= SMALLEST_TEXT_PX:
            if self._glyphs is None:
                self._glyphs = self._make_glyphs()
            painter.setPen(_text_pen(colour))
            painter.drawGlyphRun(_ORIGIN, self._glyphs)
        elif size_px >= SMALLEST_BAR_PX:
            if self._bars is None:
                self._bars = [self._make_bar(run) for run in self._runs]
            painter.setPen(_NO_PEN)
            painter.setBrush(_bar_brush(colour))
            painter.drawRects(self._bars)

    def _make_glyphs(self) -> QGlyphRun:
        """Return all runs' glyphs, in units of 1/RASTER_EM_PX of an em from the group's origin."""
        key = self._runs[0].face
        unit = RASTER_EM_PX / self._fonts.units_per_em(key)
        ids: list[int] = []
        places: list[QPointF] = []
        for run in self._runs:
            x, y = run.x / self.em, run.baseline / self.em
            for glyph_id, _, advance, x_offset, y_offset in run.glyphs:
                ids.append(glyph_id)
                places.append(QPointF(x + x_offset * unit, y - y_offset * unit))
                x += advance * unit
        made = QGlyphRun()
        made.setRawFont(self._fonts.raw_font(key))
        made.setGlyphIndexes(ids)
        made.setPositions(places)
        return made

    def _make_bar(self, run: GlyphRun) -> QRectF:
        left, baseline = run.x / self.em, run.baseline / self.em
        x_height = 0.5 * RASTER_EM_PX
        return QRectF(left, baseline - x_height, run.width / self.em, x_height)


_ORIGIN = QPointF(0.0, 0.0)


def _make_steps(group: Group, fonts: QtFonts, images: QtImages) -> tuple[_Step, ...]:
    """Return what to paint in paint order; texts without a shape between them are joined."""
    steps: list[_Step] = []
    texts: dict[tuple[FaceKey, float, str], _Text] = {}
    for part in group.parts:
        for item in part.primitives:
            if isinstance(item, GlyphRun):
                style = (item.face, item.size, item.colour)
                if style in texts:
                    texts[style].add(item)
                else:
                    texts[style] = text = _Text(fonts, item)
                    steps.append(text)
                continue
            step = _make_shape_step(item, images)
            if step is not None:
                texts.clear()
                steps.append(step)
    return tuple(steps)


def _make_shape_step(item: Primitive, images: QtImages) -> _Step | None:
    match item:
        case Rectangle():
            return _rectangle_step(item)
        case Path():
            return _path_step(item)
        case ImageUse():
            return _Picture(item, images)
        case _:
            return None


def find_body(group: Group) -> Bounds:
    """Return the box of the group's first filled shape, the one that it is known by."""
    for part in group.parts:
        for item in part.primitives:
            if isinstance(item, Rectangle) and item.fill:
                return Bounds(item.x, item.y, item.x + item.width, item.y + item.height)
            if isinstance(item, Path) and item.fill:
                box = make_painter_path(item).controlPointRect()
                return Bounds(box.left(), box.top(), box.right(), box.bottom())
    return group.bounds


class PreparedGroup:
    """A group with what Qt needs to paint it, made when first painted; one per canvas item."""

    __slots__ = ("_fonts", "_images", "_largest_text", "_plain", "_steps", "group")

    def __init__(self, group: Group, fonts: QtFonts, images: QtImages) -> None:
        self.group = group
        self._fonts = fonts
        self._images = images
        self._steps: tuple[_Step, ...] | None = None
        self._plain: QRectF | None = None
        self._largest_text = _find_largest_text(group)

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint at ``scale`` px per mm, with less detail where it could not be seen."""
        if self.is_plain_at(scale):
            self._paint_plain(painter)
            return
        if self._steps is None:
            self._steps = _make_steps(self.group, self._fonts, self._images)
        base = painter.worldTransform()
        em = 1.0
        for step in self._steps:
            if step.em != em:
                em = step.em
                painter.setWorldTransform(base)
                if em != 1.0:
                    painter.scale(em, em)
            step.paint(painter, scale)
        if em != 1.0:
            painter.setWorldTransform(base)

    def is_plain_at(self, scale: float) -> bool:
        """Tell whether the group is painted as one plain rectangle at this scale."""
        return (
            self.group.outline is not None
            and self.group.kind != "connector"
            and self._largest_text * scale < SMALLEST_BAR_PX
        )

    def _paint_plain(self, painter: QPainter) -> None:
        if self._plain is None:
            self._plain = _rect(find_body(self.group))
        fill, line = self.group.outline or ("", "")
        painter.setPen(_hairline(Stroke(line, 1.0), 0.0) if line else _NO_PEN)
        painter.setBrush(_brush(fill) if fill else _NO_BRUSH)
        painter.drawRect(self._plain)


def _find_largest_text(group: Group) -> float:
    return max(
        (item.size for part in group.parts for item in part.primitives if type(item) is GlyphRun),
        default=0.0,
    )


def _rect(box: Bounds) -> QRectF:
    return QRectF(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)


def paint_group(
    painter: QPainter, group: Group, fonts: QtFonts, images: QtImages, scale: float
) -> None:
    """Paint a group once; whoever paints it again keeps a :class:`PreparedGroup`."""
    PreparedGroup(group, fonts, images).paint(painter, scale)


class PreparedDrawing:
    """A drawing that is painted whole or in bands: PNG, printer, thumbnails."""

    def __init__(self, drawing: Drawing, fonts: QtFonts, images: QtImages | None = None) -> None:
        self._drawing = drawing
        kept = QtImages(drawing.images) if images is None else images
        self._groups = [PreparedGroup(placed.group, fonts, kept) for placed in drawing.placed]

    def paint(self, painter: QPainter, scale: float, clip: Bounds | None = None) -> None:
        """Paint the page; ``scale`` in px per page mm, ``clip`` in page mm leaves out the rest."""
        drawing = self._drawing
        fit = drawing.fit
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        page = Bounds(0.0, 0.0, drawing.width, drawing.height)
        painter.fillRect(_rect(page), QColor(drawing.background))
        painter.setClipRect(_rect(page))
        base = painter.worldTransform()
        for placed, prepared in zip(drawing.placed, self._groups, strict=True):
            box = _on_page(placed.bounds, drawing)
            if clip is not None and not box.overlaps(clip, -_INK_OVERHANG):
                continue
            painter.setWorldTransform(base)
            painter.translate(placed.x * fit.scale + fit.dx, placed.y * fit.scale + fit.dy)
            painter.scale(fit.scale, fit.scale)
            prepared.paint(painter, scale * fit.scale)
        painter.restore()


_INK_OVERHANG = 2.0
"""Ink may stand out of a group's bounds by half a stroke or a letter's overhang, in mm."""


def _on_page(box: Bounds, drawing: Drawing) -> Bounds:
    scale, dx, dy = drawing.fit
    return Bounds(
        box.x0 * scale + dx, box.y0 * scale + dy, box.x1 * scale + dx, box.y1 * scale + dy
    )


def paint_drawing(
    painter: QPainter,
    drawing: Drawing,
    fonts: QtFonts,
    scale: float,
    images: QtImages | None = None,
) -> None:
    """Paint a whole page once, its background included; ``scale`` in px per page mm."""
    PreparedDrawing(drawing, fonts, images).paint(painter, scale)


class Overview:
    """Many groups as plain rectangles and lines, painted in a few calls: far zoom and minimap.

    Holds the drawing's groups that have an outline; connectors are lines, the others rectangles.
    """

    def __init__(self, placed: Iterable[Placed]) -> None:
        self._boxes: dict[tuple[str, str], list[QRectF]] = {}
        self._lines: dict[str, list[QLineF]] = {}
        for group, x, y in placed:
            if group.outline is None:
                continue
            if group.kind == "connector":
                lines = self._lines.setdefault(group.outline[1], [])
                lines.extend(_iter_lines(group, x, y))
            else:
                box = find_body(group).moved(x, y)
                self._boxes.setdefault(group.outline, []).append(_rect(box))

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint in drawing mm; borders only where a card is more than a few pixels wide."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for (fill, line), boxes in self._boxes.items():
            has_border = bool(line) and boxes[0].width() * scale >= _SMALLEST_BORDERED_PX
            painter.setPen(_hairline(Stroke(line, 1.0), 0.0) if has_border else _NO_PEN)
            painter.setBrush(_brush(fill) if fill else _NO_BRUSH)
            painter.drawRects(boxes)
        for colour, lines in self._lines.items():
            painter.setPen(_hairline(Stroke(colour, 1.0), 0.0))
            painter.drawLines(lines)
        painter.restore()


_SMALLEST_BORDERED_PX = 6.0


def _iter_lines(group: Group, dx: float, dy: float) -> Iterable[QLineF]:
    """Yield a connector's open paths as straight pieces (a curve as its chord), moved."""
    for part in group.parts:
        for item in part.primitives:
            if not isinstance(item, Path) or item.stroke is None or item.fill:
                continue
            x0 = y0 = 0.0
            for command in item.commands:
                if command[0] == "Z":
                    continue
                x, y = command[-2] + dx, command[-1] + dy
                if command[0] != "M":
                    yield QLineF(x0, y0, x, y)
                x0, y0 = x, y


def paint_overview(painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
    """Paint an overview once; whoever paints it again keeps an :class:`Overview`."""
    Overview(placed).paint(painter, scale)
