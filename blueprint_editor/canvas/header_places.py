"""Where phases, steps and lanes are pressed: chevrons, step headers, labels, edges of columns."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF

from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.sheets.poster_grid import Column, PosterGrid

_EDGE_PX = 5.0
"""How far from the edge of a column the pointer may be and still mean it."""
_NARROWEST_PX = 36.0
"""Edges of narrower columns would leave no room to press the header itself."""
_SLIM_PX = 6.0
"""So far above and below the top of the lanes a press means the step, whatever stands there."""


class Span(NamedTuple):
    """What belongs to a phase from left to right, in mm, half the gaps beside it included."""

    phase: str
    x0: float
    x1: float


def list_phase_spans(grid: PosterGrid) -> tuple[Span, ...]:
    """Return the phases from left to right; together they leave no gap."""
    spans: list[Span] = []
    for left, column, right in _with_neighbours(grid.columns):
        x0, x1 = _reach_of(left, column, right)
        if spans and spans[-1].phase == column.phase:
            spans[-1] = spans[-1]._replace(x1=x1)
        else:
            spans.append(Span(column.phase, x0, x1))
    return tuple(spans)


def _with_neighbours(
    columns: tuple[Column, ...],
) -> Iterable[tuple[Column | None, Column, Column | None]]:
    return zip((None, *columns[:-1]), columns, (*columns[1:], None), strict=True)


def _reach_of(left: Column | None, column: Column, right: Column | None) -> tuple[float, float]:
    """Return a column with half of the gaps beside it; at the ends as much as at the other side."""
    end = column.x + column.width
    before = (column.x - left.x - left.width) / 2 if left else None
    after = (right.x - end) / 2 if right else None
    edge = before or after or 0.0
    return column.x - (before or edge), end + (after or edge)


def find_phase_at(grid: PosterGrid, x: float) -> str:
    return next((span.phase for span in list_phase_spans(grid) if span.x0 <= x < span.x1), "")


def find_step_at(grid: PosterGrid, x: float) -> str:
    """Return the step of the column at an x; empty beside all, or in a phase without steps."""
    for left, column, right in _with_neighbours(grid.columns):
        x0, x1 = _reach_of(left, column, right)
        if x0 <= x < x1:
            return column.step
    return ""


def find_lane_at(grid: PosterGrid, y: float) -> str:
    return next((row.lane for row in grid.rows if row.y <= y < row.y + row.height), "")


def find_edge_at(grid: PosterGrid, x: float, scale: float) -> str:
    """Return the step whose right edge is near an x, where a mm is ``scale`` px."""
    reach = _EDGE_PX / scale
    for column in grid.columns:
        is_wide = column.step and column.width * scale >= _NARROWEST_PX
        if is_wide and abs(x - column.x - column.width) <= reach:
            return column.step
    return ""


class HeaderRows(NamedTuple):
    """From where to where the rows above the lanes go, in mm.

    Between ``handles_top`` and ``steps_bottom`` lie the slim handles, by which every step can be
    reached, whether it has a name or a band stands over it.
    """

    phases_top: float
    phases_bottom: float
    handles_top: float
    steps_bottom: float


def find_rows(grid: PosterGrid, scene: PosterScene, scale: float) -> HeaderRows | None:
    """Return the rows above the lanes; None where there are no lanes or no phases."""
    if not grid.rows or not grid.columns:
        return None
    phases = {column.phase for column in grid.columns}
    placed = (scene.find_placed(phase) for phase in phases)
    bottom = max((p.bounds.y1 for p in placed if p is not None), default=grid.header_top)
    lanes_top, reach = grid.rows[0].y, _SLIM_PX / scale
    return HeaderRows(grid.header_top, bottom, lanes_top - reach, lanes_top + reach)


def column_box(grid: PosterGrid, steps: Iterable[str], top: float) -> QRectF:
    """Return the columns of steps from ``top`` to the bottom of the lanes, in mm."""
    wanted = frozenset(steps)
    columns = [column for column in grid.columns if column.step in wanted]
    if not columns or not grid.rows:
        return QRectF()
    x0, x1 = columns[0].x, columns[-1].x + columns[-1].width
    bottom = grid.rows[-1].y + grid.rows[-1].height
    return QRectF(x0, top, x1 - x0, bottom - top)
