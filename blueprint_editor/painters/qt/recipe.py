"""How a group is painted at one scale: ready calls, and the range of scales that they serve."""

from collections.abc import Callable
from math import ceil, inf, log2
from typing import TypeAlias

from PySide6.QtGui import QBrush, QPainter, QPen

from blueprint_editor.drawing.primitives import Stroke
from blueprint_editor.painters.qt.styles import NO_PEN, hairline, true_pen

Call: TypeAlias = tuple[Callable[..., object], tuple[object, ...]]
"""A painter's method and what follows the painter in its arguments."""


class Recipe:
    """The calls that paint a group, written for one scale.

    Painting is then one loop over ready calls; a recipe is written anew only when zooming passes
    a scale at which something looks different (a text turns to bars, a line to a hairline).

    Attributes:
        low, high: the scales served, in px per mm, the first included.
    """

    def __init__(self, scale: float) -> None:
        self.low = 0.0
        self.high = inf
        self.calls: list[Call] = []
        self._scale = scale
        self._pen: QPen | None = None
        self._brush: QBrush | None = None
        self._unit = 1.0

    def is_seen(self, size: float, least_px: float) -> bool:
        """Tell whether ``size`` mm are at least ``least_px`` pixels, for the whole range."""
        limit = least_px / size if size > 0 else inf
        if self._scale >= limit:
            self.low = max(self.low, limit)
            return True
        self.high = min(self.high, limit)
        return False

    def round_scale_up(self) -> float:
        """Return a power of two not below any scale of the range."""
        power = float(2.0 ** ceil(log2(self._scale)))
        if power == self._scale:
            power *= 2
        self.low = max(self.low, power / 2)
        self.high = min(self.high, power)
        return power

    def add(self, method: Callable[..., object], *arguments: object) -> None:
        self.calls.append((method, arguments))

    def take_pen(self, pen: QPen) -> None:
        if pen is not self._pen:
            self._pen = pen
            self.add(QPainter.setPen, pen)

    def take_brush(self, brush: QBrush) -> None:
        if brush is not self._brush:
            self._brush = brush
            self.add(QPainter.setBrush, brush)

    def take_stroke(self, stroke: Stroke | None) -> None:
        """Take the stroke's solid pen; what is thinner than a pixel becomes a hairline."""
        if stroke is None:
            self.take_pen(NO_PEN)
        elif self.is_seen(stroke.width, 1.0):
            self.take_pen(true_pen(stroke))
        else:
            self.take_pen(hairline(stroke))

    def take_unit(self, unit: float) -> None:
        """Let one unit of the painter be ``unit`` mm from here on."""
        if unit != self._unit:
            factor = unit / self._unit
            self._unit = unit
            self.add(QPainter.scale, factor, factor)
