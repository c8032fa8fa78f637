"""Dashes cut once into lines: Qt 6.11's own dashed pens take ten times as long at each paint."""

from collections.abc import Iterator
from itertools import pairwise
from math import dist
from typing import NamedTuple

from PySide6.QtGui import QPainterPath, QTransform

from blueprint_editor.drawing.primitives import Point

_FINENESS = 50.0
"""Curves are flattened at this many units per mm, so that Qt's quarter unit is 0.005 mm."""
_MANY = 6
"""Repetitions of a pattern from which on copying takes less time than cutting."""


class Dashes(NamedTuple):
    """A dashed line for a solid pen: single straight lines, which Qt strokes fast, and the rest."""

    straight: QPainterPath
    bent: QPainterPath


def cut_dashes(path: QPainterPath, pattern: tuple[float, ...]) -> Dashes:
    """Cut a path in mm into its dashes; ``pattern`` holds lengths on and off in turn, in mm."""
    dashes = Dashes(QPainterPath(), QPainterPath())
    lengths = pattern * 2 if len(pattern) % 2 else pattern
    for polygon in path.toSubpathPolygons(QTransform.fromScale(_FINENESS, _FINENESS)):
        points = [(point.x() / _FINENESS, point.y() / _FINENESS) for point in polygon.toList()]
        _cut_line(points, lengths, dashes)
    return dashes


def _cut_line(points: list[Point], lengths: tuple[float, ...], dashes: Dashes) -> None:
    """Cut a line; where its pattern is repeated many times it is copied and not cut anew."""
    period = sum(lengths)
    rest, done = [points[0]], 0.0
    for start, end in pairwise(points):
        length = dist(start, end)
        begin = -done % period
        count = int((length - begin) // period)
        if count >= _MANY:
            step = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
            first, last = (
                (start[0] + step[0] * at, start[1] + step[1] * at)
                for at in (begin, begin + count * period)
            )
            if begin or len(rest) > 1:
                _add_dashes([*rest, first], lengths, dashes)
            _repeat(first, step, lengths, count, dashes.straight)
            rest, done = [last], -begin - count * period
        rest.append(end)
        done += length
    _add_dashes(rest, lengths, dashes)


def _add_dashes(points: list[Point], lengths: tuple[float, ...], dashes: Dashes) -> None:
    for dash in iter_dashes(points, lengths):
        made = dashes.straight if len(dash) == 2 else dashes.bent
        made.moveTo(*dash[0])
        for point in dash[1:]:
            made.lineTo(*point)


def _repeat(
    start: Point, step: Point, lengths: tuple[float, ...], count: int, path: QPainterPath
) -> None:
    """Add ``count`` periods of a pattern in the direction of ``step``, doubling what is there."""
    block, at = QPainterPath(), 0.0
    for on, off in zip(lengths[::2], lengths[1::2], strict=True):
        block.moveTo(start[0] + step[0] * at, start[1] + step[1] * at)
        block.lineTo(start[0] + step[0] * (at + on), start[1] + step[1] * (at + on))
        at += on + off
    size = 1
    while count:
        if count & size:
            path.addPath(block)
            block.translate(step[0] * at * size, step[1] * at * size)
            count -= size
        block.addPath(block.translated(step[0] * at * size, step[1] * at * size))
        size *= 2


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
