"""Dashes cut once into lines: Qt 6.11's own dashed pens take ten times as long at each paint."""

from collections.abc import Iterator
from itertools import pairwise
from math import dist
from typing import NamedTuple

from PySide6.QtGui import QPainterPath, QTransform

from blueprint_editor.drawing.primitives import Point

_FINENESS = 50.0
"""Curves are flattened at this many units per mm, so that Qt's quarter unit is 0.005 mm."""


class Dashes(NamedTuple):
    """A dashed line for a solid pen: single straight lines, which Qt strokes fast, and the rest."""

    straight: QPainterPath
    bent: QPainterPath


def cut_dashes(path: QPainterPath, pattern: tuple[float, ...]) -> Dashes:
    """Cut a path in mm into its dashes; ``pattern`` holds lengths on and off in turn, in mm."""
    dashes = Dashes(QPainterPath(), QPainterPath())
    for polygon in path.toSubpathPolygons(QTransform.fromScale(_FINENESS, _FINENESS)):
        points = [(point.x() / _FINENESS, point.y() / _FINENESS) for point in polygon.toList()]
        for dash in iter_dashes(points, pattern):
            made = dashes.straight if len(dash) == 2 else dashes.bent
            made.moveTo(*dash[0])
            for point in dash[1:]:
                made.lineTo(*point)
    return dashes


def iter_dashes(points: list[Point], pattern: tuple[float, ...]) -> Iterator[list[Point]]:
    """Yield the dashes along a line as lists of points; the pattern starts at its beginning."""
    lengths = pattern * 2 if len(pattern) % 2 else pattern
    index = 0
    left = lengths[0]
    dash = [points[0]]
    for start, end in pairwise(points):
        length = dist(start, end)
        done = 0.0
        while length - done > left:
            done += left
            share = done / length
            cut = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if index % 2 == 0:
                yield [*dash, cut]
            dash = [cut]
            index = (index + 1) % len(lengths)
            left = lengths[index]
        left -= length - done
        dash.append(end)
    if index % 2 == 0 and len(dash) > 1:
        yield dash
