"""From drawing mm (y downwards) to page mm and to the user space of a PDF page (y upwards)."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing, PageFit, TrimBoxes
from blueprint_editor.drawing.primitives import Bounds

POINTS_PER_MM = 72 / 25.4
LONGEST_SIDE_UNITS = 14_400
"""Viewers refuse longer pages (ISO 32000-1, annex C); a larger unit takes them further."""


class PageSpace(NamedTuple):
    """The user space of one page.

    Attributes:
        width, height: the page in mm.
        fit: from the groups' mm to the page's.
        user_unit: how many points one unit of user space is.
        boxes: where the page is cut, in mm of the page.
    """

    width: float
    height: float
    fit: PageFit
    user_unit: int
    boxes: TrimBoxes | None = None

    @classmethod
    def of(cls, drawing: Drawing) -> "PageSpace":
        longest = round(max(drawing.width, drawing.height) * POINTS_PER_MM, 4)
        unit = max(1, math.ceil(longest / LONGEST_SIDE_UNITS))
        return cls(drawing.width, drawing.height, drawing.fit, unit, drawing.boxes)

    @property
    def units_per_mm(self) -> float:
        return POINTS_PER_MM / self.user_unit

    @property
    def size_units(self) -> tuple[float, float]:
        """Width and height in user space, exact to a ten-thousandth."""
        return (
            round(self.width * self.units_per_mm, 4),
            round(self.height * self.units_per_mm, 4),
        )

    def list_boxes(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        """Yield (name of the page's entry, box in user space); a page that is not cut has none."""
        if self.boxes is None:
            return
        k = self.units_per_mm
        for name, (x0, y0, x1, y1) in (
            ("/TrimBox", self.boxes.trim),
            ("/BleedBox", self.boxes.bleed),
        ):
            sides = (x0, self.height - y1, x1, self.height - y0)
            left, bottom, right, top = (round(side * k, 4) for side in sides)
            yield name, (left, bottom, right, top)

    def to_units(self, box: Bounds) -> tuple[float, float, float, float]:
        """Return a box of the drawing's mm as (left, bottom, right, top) in user space."""
        (scale, dx, dy), k = self.fit, self.units_per_mm
        factor, left, top = scale * k, dx * k, (self.height - dy) * k
        x0, y0, x1, y1 = box
        return (
            round(left + x0 * factor, 4),
            round(top - y1 * factor, 4),
            round(left + x1 * factor, 4),
            round(top - y0 * factor, 4),
        )
