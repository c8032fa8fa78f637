"""The distances that routing keeps, and the fine raster on which all its places lie."""

import math
from typing import NamedTuple

from blueprint_editor.layout.routing.grid import GridShape

RASTER = 1024
_FINE_RASTER = 2**20


def snap(value: float) -> float:
    """Round to 1/1024 mm: sums of such numbers are exact, in whatever order they are added.

    So a connector that is only shifted keeps its shape to the last bit, and a layout that was
    patched equals one that was made anew.
    """
    return round(value * RASTER) / RASTER


def snap_up(value: float) -> float:
    """Round up to 1/1024 mm."""
    return math.ceil(value * RASTER) / RASTER


def snap_finely_down(value: float) -> float:
    """Round down to 2⁻²⁰ mm, which keeps sums exact too: for what is shared out to the last bit."""
    return math.floor(value * _FINE_RASTER) / _FINE_RASTER


class Spacing(NamedTuple):
    """Distances in mm.

    Attributes:
        pitch: between parallel tracks.
        gap: least distance of ports on a side.
        stub: straight run between a card and the nearest turn, room for an arrowhead.
        edge: between a horizontal track and the boundary of its row.
        inset: how far from a card's corner ports wish to stand.
        corner: how far from a card's corner they stand at least.
        clearance: between a connector and a card or tray that it passes.
        label: between a label and its line, or another line.
        level: room that two cards must share for a straight connector between their sides.
    """

    pitch: float
    gap: float
    stub: float
    edge: float
    inset: float
    corner: float
    clearance: float
    label: float
    level: float


def find_spacing(shape: GridShape) -> Spacing:
    """Return the distances that suit the track pitch, which grows with the type on the poster.

    The least values are what a printed A3 sheet needs to keep lines and arrowheads apart.
    """
    pitch = snap_up(shape.track_pitch)
    return Spacing(
        pitch=pitch,
        gap=snap(max(2.0, 0.8 * pitch)),
        stub=snap_up(max(1.45 * pitch, min(3.25, shape.column_gap / 2))),
        edge=snap(max(2.2, pitch)),
        inset=snap(max(2.5, 0.7 * pitch)),
        corner=snap(max(1.0, 0.3 * pitch)),
        clearance=snap(max(1.5, 0.4 * pitch)),
        label=snap(max(0.75, 0.33 * pitch)),
        level=snap(max(3.0, 1.4 * pitch)),
    )
