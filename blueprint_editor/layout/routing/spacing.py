"""The distances that routing keeps, and the fine raster on which all its places lie."""

import math
from typing import NamedTuple

from blueprint_editor.layout.routing.grid import GridShape

_RASTER = 1024


def snap(value: float) -> float:
    """Round to 1/1024 mm: sums of such numbers are exact, in whatever order they are added.

    So a connector that is only shifted keeps its shape to the last bit, and a layout that was
    patched equals one that was made anew.
    """
    return round(value * _RASTER) / _RASTER


def snap_up(value: float) -> float:
    """Round up to 1/1024 mm."""
    return math.ceil(value * _RASTER) / _RASTER


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
    """

    pitch: float
    gap: float
    stub: float
    edge: float = 2.0
    inset: float = 2.5
    corner: float = 1.0
    clearance: float = 1.5
    label: float = 1.0


def find_spacing(shape: GridShape) -> Spacing:
    """Return the distances that suit the track pitch, which grows with the type on the poster."""
    pitch = snap_up(shape.track_pitch)
    stub = max(1.2 * pitch, min(3.25, shape.column_gap / 2))
    return Spacing(
        pitch, snap(max(2.0, 0.8 * pitch)), snap_up(stub), label=snap(max(0.75, pitch / 3))
    )
