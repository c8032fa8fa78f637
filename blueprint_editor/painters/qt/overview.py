"""Many groups in few calls, as boxes, bars and lines: far zoom, minimap, thumbnails."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import compress
from math import inf
from operator import is_not
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from blueprint_editor.drawing.drawing import Group, Placed
from blueprint_editor.drawing.primitives import Bounds, GlyphRun, enclose
from blueprint_editor.painters.qt.group import find_box, find_largest_text
from blueprint_editor.painters.qt.ingredients import make_bar
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

_SMALLEST_LINES_SCALE = 0.03
"""In px per mm; farther away, connectors a pixel wide would hide cards that are hardly wider."""

_STRIP_MM = 500.0
_LEFT_OUT = -(2**31)
"""Stands for the number of a strip where a group is not covered."""

BoxStyle: TypeAlias = tuple[str, str]
"""(fill, border colour), empty for none."""


class _Strip:
    """The groups that begin in one strip of the drawing; sorted by style when first painted.

    Bodies and connectors come first; the bars of text are sorted when a scale shows them.
    """

    def __init__(self, placed: list[Placed]) -> None:
        self.placed = placed
        self.bounds = enclose(item.bounds for item in placed) or Bounds(0, 0, 0, 0)
        # The words of connectors are smaller than those of the cards that they connect.
        groups = [item.group for item in placed if item.group.kind != "connector"]
        self.largest_text = max(map(find_largest_text, groups), default=0.0)
        self._has_shapes = self._has_bars = False
        self._grounds: dict[BoxStyle, list[QRectF]] = {}
        self._boxes: dict[BoxStyle, list[QRectF]] = {}
        self._bars: dict[tuple[str, float], list[QRectF]] = {}
        self._lines: dict[str, list[QLineF]] = {}

    def sort_by_style(self, *, with_bars: bool) -> None:
        if not self._has_shapes:
            self._has_shapes = True
            for placed in self.placed:
                if placed.group.kind == "connector":
                    self._add_lines(placed)
                else:
                    self._add_boxes(placed)
        if with_bars and not self._has_bars:
            self._has_bars = True
            for group, x, y in self.placed:
                for part in group.parts:
                    for item in part.primitives:
                        if isinstance(item, GlyphRun):
                            style = (item.colour, item.size)
                            self._bars.setdefault(style, []).append(make_bar(item, x, y))

    def _add_boxes(self, placed: Placed) -> None:
        """Add the group's body in its outline's colours, and other large shapes in their own."""
        group, x, y = placed
        # A lane's band lies below connectors, a card above them.
        boxes = self._boxes if group.kind in {"card", "mark"} else self._grounds
        least = group.bounds.width * group.bounds.height * _SMALLEST_SHARE
        outline = group.outline
        for item in group.sketch().shapes:
            x0, y0, x1, y1 = find_box(item)
            if outline is not None or (x1 - x0) * (y1 - y0) >= least:
                style = outline or (item.fill or "", item.stroke.colour if item.stroke else "")
                outline = None
                rect = QRectF(x0 + x, y0 + y, x1 - x0, y1 - y0)
                boxes.setdefault(style, []).append(rect)

    def _add_lines(self, placed: Placed) -> None:
        """Add a connector's course as straight pieces."""
        group, dx, dy = placed
        lines = self._lines.setdefault(group.outline[1] if group.outline else "", [])
        points = [QPointF(x + dx, y + dy) for x, y in group.course]
        lines.extend(map(QLineF, points, points[1:]))

    def paint_ground(self, painter: QPainter, scale: float) -> None:
        _paint_boxes(painter, self._grounds, scale)

    def paint(self, painter: QPainter, scale: float) -> None:
        if scale >= _SMALLEST_LINES_SCALE:
            for colour, lines in self._lines.items():
                painter.setPen(plain_pen(colour))
                painter.drawLines(lines)
        _paint_boxes(painter, self._boxes, scale)
        painter.setPen(NO_PEN)
        for (colour, size), bars in self._bars.items():
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
    """Tell whether an overview of the canvas shows the group instead of its own item.

    Titles, headers and labels have larger text and stay readable; there are few of them.
    """
    if group.kind == "decoration":
        return group.outline is not None
    return group.kind in {"card", "mark", "connector"}


def has_outline(group: Group) -> bool:
    """Tell whether the smallest picture of a drawing shows the group."""
    return group.outline is not None


def _find_number(placed: Placed, covers: Callable[[Group], bool]) -> int:
    """Return the number of the strip in which a group begins."""
    group = placed.group
    return int((placed.x + group.bounds.x0) // _STRIP_MM) if covers(group) else _LEFT_OUT


def _find_members(
    placed: tuple[Placed, ...], covers: Callable[[Group], bool]
) -> dict[int, list[int]]:
    """Return number of a strip → which of the groups begin there."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index, item in enumerate(placed):
        members[_find_number(item, covers)].append(index)
    return dict(members)


def _find_changed_strips(
    earlier: "Overview", placed: tuple[Placed, ...], covers: Callable[[Group], bool]
) -> set[int] | None:
    """Return the strips in which groups differ; None where some came, went or changed place."""
    before = earlier._placed  # noqa: SLF001
    if len(before) != len(placed):
        return None
    found: set[int] = set()
    for index in compress(range(len(placed)), map(is_not, before, placed)):
        old, new = before[index], placed[index]
        number = _find_number(new, covers)
        if old.group.key != new.group.key or number != _find_number(old, covers):
            return None
        found.add(number)
    return found - {_LEFT_OUT}


class Overview:
    """The covered groups of a drawing from afar, in the drawing's mm.

    Args:
        placed: in paint order; groups that are not covered are left out.
        earlier: an overview of the same kind; what has not changed is taken over from it.
        covers: tells which groups are shown.

    Attributes:
        largest_scale: below it, in px per mm, no text of the covered groups could be read.
    """

    def __init__(
        self,
        placed: Iterable[Placed],
        earlier: "Overview | None" = None,
        covers: Callable[[Group], bool] = is_covered,
    ) -> None:
        self._placed = tuple(placed)
        changed = None if earlier is None else _find_changed_strips(earlier, self._placed, covers)
        self._members: dict[int, list[int]]
        self._strips: dict[int, _Strip]
        if earlier is None or changed is None:
            self._members = _find_members(self._placed, covers)
            self._strips = {} if earlier is None else earlier._strips  # noqa: SLF001
            changed = set(self._members) - {_LEFT_OUT}
        else:
            self._members, self._strips = earlier._members, earlier._strips  # noqa: SLF001
        self._strips = {
            number: self._find_strip(number) if number in changed else self._strips[number]
            for number in sorted(self._members)
            if number != _LEFT_OUT
        }
        largest = max((strip.largest_text for strip in self._strips.values()), default=0.0)
        self.largest_scale = SMALLEST_TEXT_PX / largest if largest else inf

    def _find_strip(self, number: int) -> _Strip:
        items = [self._placed[index] for index in self._members[number]]
        known = self._strips.get(number)
        return known if known is not None and known.placed == items else _Strip(items)

    @property
    def left_out(self) -> tuple[Placed, ...]:
        """The groups that are not covered, in paint order."""
        return tuple([self._placed[index] for index in self._members.get(_LEFT_OUT, ())])

    def paint(self, painter: QPainter, scale: float, exposed: Bounds | None = None) -> None:
        """Paint at ``scale`` px per mm; ``exposed`` in mm leaves out what lies outside."""
        self.paint_grounds(painter, scale, exposed)
        self.paint_cards(painter, scale, exposed)

    def paint_grounds(self, painter: QPainter, scale: float, exposed: Bounds | None = None) -> None:
        """Paint what lies below connectors; see ``paint``."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for strip in self._list_strips(scale, exposed):
            strip.paint_ground(painter, scale)
        painter.restore()

    def paint_cards(self, painter: QPainter, scale: float, exposed: Bounds | None = None) -> None:
        """Paint connectors and what lies above them; see ``paint``."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for strip in self._list_strips(scale, exposed):
            strip.paint(painter, scale)
        painter.restore()

    def _list_strips(self, scale: float, exposed: Bounds | None) -> list[_Strip]:
        with_bars = SMALLEST_TEXT_PX * scale >= SMALLEST_BAR_PX * self.largest_scale
        strips = [
            strip
            for strip in self._strips.values()
            if exposed is None or strip.bounds.overlaps(exposed, -1.0)
        ]
        for strip in strips:
            strip.sort_by_style(with_bars=with_bars)
        return strips


def paint_overview(painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
    """Paint all groups with an outline, and connectors, once from afar: minimap, thumbnail."""
    Overview(placed, covers=has_outline).paint(painter, scale)
