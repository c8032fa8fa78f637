"""Many groups in few calls, as boxes, bars and lines: far zoom, minimap, thumbnails."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from blueprint_editor.drawing.drawing import Group, Placed
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, Path, Primitive, Rectangle
from blueprint_editor.painters.qt.group import find_box
from blueprint_editor.painters.qt.styles import (
    NO_PEN,
    SMALLEST_BAR_PX,
    SMALLEST_TEXT_PX,
    bar_brush,
    brush,
    plain_pen,
)

_SMALLEST_BORDERED_PX = 6.0
_SMALLEST_SHARE = 0.08
"""Of a group's area: smaller shapes (signs, chips) are left out."""

_STRIP_MM = 500.0

BoxStyle: TypeAlias = tuple[str, str]
"""(fill, border colour), empty for none."""


class FarLook(NamedTuple):
    """A group seen from afar, local to its origin; made once for each group.

    Attributes:
        is_ground: it lies below connectors (a lane's band, a header), unlike cards.
        boxes: (style, rectangle), the group's body first.
        bars: ((text colour, em in mm), rectangle) for each run of text.
        lines: (colour, straight piece) of a connector.
        bounds: of the group.
        largest_text: em in mm; 0 without text.
    """

    is_ground: bool
    boxes: tuple[tuple[BoxStyle, QRectF], ...]
    bars: tuple[tuple[tuple[str, float], QRectF], ...]
    lines: tuple[tuple[str, QLineF], ...]
    bounds: Bounds
    largest_text: float

    @classmethod
    def of(cls, group: Group) -> "FarLook":
        items = [item for part in group.parts for item in part.primitives]
        runs = [item for item in items if isinstance(item, GlyphRun)]
        is_connector = group.kind == "connector"
        return cls(
            group.kind not in {"card", "mark"},
            () if is_connector else tuple(_iter_boxes(group, items)),
            tuple(((run.colour, run.size), _bar(run)) for run in runs),
            tuple(_iter_lines(items)) if is_connector else (),
            group.bounds,
            max((run.size for run in runs), default=0.0),
        )


def _bar(run: GlyphRun) -> QRectF:
    return QRectF(run.x, run.baseline - run.size / 2, run.width, run.size / 2)


def _iter_boxes(group: Group, items: list[Primitive]) -> Iterator[tuple[BoxStyle, QRectF]]:
    least = group.bounds.width * group.bounds.height * _SMALLEST_SHARE
    style = group.outline
    for item in items:
        if not isinstance(item, Rectangle | Path) or not item.fill:
            continue
        box = find_box(item)
        if style is not None or box.width * box.height >= least:
            own: BoxStyle = (item.fill, item.stroke.colour if item.stroke else "")
            yield style or own, QRectF(box.x0, box.y0, box.width, box.height)
            style = None


def _iter_lines(items: list[Primitive]) -> Iterator[tuple[str, QLineF]]:
    """Yield a connector's course as straight pieces, a curve as its chord.

    A double line is drawn twice over one course: the first, darker one counts.
    """
    course = None
    for item in items:
        if not isinstance(item, Path) or item.stroke is None or item.fill:
            continue
        if item.commands == course:
            continue
        course = item.commands
        x0 = y0 = 0.0
        for command in course:
            if command[0] == "Z":
                continue
            x, y = command[-2], command[-1]
            if command[0] != "M":
                yield item.stroke.colour, QLineF(x0, y0, x, y)
            x0, y0 = x, y


class _Strip:
    """The looks that begin in one strip of the drawing, sorted by style for batches."""

    def __init__(self) -> None:
        self.grounds: dict[BoxStyle, list[QRectF]] = {}
        self.boxes: dict[BoxStyle, list[QRectF]] = {}
        self.bars: dict[tuple[str, float], list[QRectF]] = {}
        self.lines: dict[str, list[QLineF]] = {}
        self.bounds = Bounds(inf, inf, -inf, -inf)

    def add(self, look: FarLook, x: float, y: float) -> None:
        boxes = self.grounds if look.is_ground else self.boxes
        for style, box in look.boxes:
            boxes.setdefault(style, []).append(box.translated(x, y))
        for text, bar in look.bars:
            self.bars.setdefault(text, []).append(bar.translated(x, y))
        for colour, line in look.lines:
            self.lines.setdefault(colour, []).append(line.translated(x, y))
        a, b = self.bounds, look.bounds.moved(x, y)
        self.bounds = Bounds(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))

    def paint_ground(self, painter: QPainter, scale: float) -> None:
        _paint_boxes(painter, self.grounds, scale)

    def paint(self, painter: QPainter, scale: float) -> None:
        for colour, lines in self.lines.items():
            painter.setPen(plain_pen(colour))
            painter.drawLines(lines)
        _paint_boxes(painter, self.boxes, scale)
        painter.setPen(NO_PEN)
        for (colour, size), bars in self.bars.items():
            if size * scale >= SMALLEST_BAR_PX:
                painter.setBrush(bar_brush(colour))
                painter.drawRects(bars)


def _paint_boxes(painter: QPainter, boxes: dict[BoxStyle, list[QRectF]], scale: float) -> None:
    for (fill, line), rects in boxes.items():
        has_border = rects[0].width() * scale >= _SMALLEST_BORDERED_PX
        painter.setPen(plain_pen(line if has_border else ""))
        painter.setBrush(brush(fill))
        painter.drawRects(rects)


def is_covered(group: Group) -> bool:
    """Tell whether an overview shows the group; the others (titles, labels) stay readable."""
    return group.outline is not None or group.kind == "connector"


class Overview:
    """The covered groups of a drawing from afar, in the drawing's mm.

    Args:
        placed: in paint order; groups that are not covered are left out.
        earlier: an overview whose looks may be taken over where groups are the same.
    """

    def __init__(self, placed: Iterable[Placed], earlier: "Overview | None" = None) -> None:
        known = {} if earlier is None else earlier._looks  # noqa: SLF001
        self._looks: dict[int, tuple[Group, FarLook]] = {}
        self._strips: dict[int, _Strip] = {}
        largest_text = 0.0
        for group, x, y in placed:
            if not is_covered(group):
                continue
            found = known.get(id(group)) or (group, FarLook.of(group))
            look = (self._looks.setdefault(id(group), found))[1]
            self._find_strip(x + look.bounds.x0).add(look, x, y)
            largest_text = max(largest_text, look.largest_text)
        self.largest_scale = SMALLEST_TEXT_PX / largest_text if largest_text else inf
        """Below this scale, in px per mm, no text of the covered groups could be read."""

    def _find_strip(self, x: float) -> _Strip:
        return self._strips.setdefault(int(x // _STRIP_MM), _Strip())

    def paint(self, painter: QPainter, scale: float, exposed: Bounds | None = None) -> None:
        """Paint at ``scale`` px per mm; ``exposed`` in mm leaves out what lies outside."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        seen = [
            strip
            for _, strip in sorted(self._strips.items())
            if exposed is None or strip.bounds.overlaps(exposed, -1.0)
        ]
        for strip in seen:
            strip.paint_ground(painter, scale)
        for strip in seen:
            strip.paint(painter, scale)
        painter.restore()


def paint_overview(painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
    """Paint an overview once; whoever paints it again keeps an :class:`Overview`."""
    Overview(placed).paint(painter, scale)
