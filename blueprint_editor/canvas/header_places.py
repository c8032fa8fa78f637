"""Where phases, steps and lanes are pressed: chevrons, step headers, labels, edges of columns."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.sheets.poster_grid import Column, GridDeck, PosterGrid

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


def list_phase_spans(deck: GridDeck) -> tuple[Span, ...]:
    """Return the phases of a deck from left to right; together they leave no gap."""
    spans: list[Span] = []
    for left, column, right in _with_neighbours(deck.columns):
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


def find_phase_at(deck: GridDeck, x: float) -> str:
    return next((span.phase for span in list_phase_spans(deck) if span.x0 <= x < span.x1), "")


def find_step_at(deck: GridDeck, x: float) -> str:
    """Return the step of the column at an x; empty beside all, or in a phase without steps."""
    for left, column, right in _with_neighbours(deck.columns):
        x0, x1 = _reach_of(left, column, right)
        if x0 <= x < x1:
            return column.step
    return ""


def find_lane_at(grid: PosterGrid, y: float) -> str:
    return next((row.lane for row in grid.rows if row.y <= y < row.y + row.height), "")


def find_edge_at(deck: GridDeck, x: float, scale: float) -> str:
    """Return the step whose right edge is near an x, where a mm is ``scale`` px."""
    reach = _EDGE_PX / scale
    for column in deck.columns:
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


def find_rows(deck: GridDeck, scale: float) -> HeaderRows | None:
    """Return the rows above a deck's lanes; None where there are no lanes or no phases."""
    if not deck.rows or not deck.columns:
        return None
    lanes_top, reach = deck.rows[0].y, _SLIM_PX / scale
    return HeaderRows(deck.header_top, deck.phases_bottom, lanes_top - reach, lanes_top + reach)


def find_step_box(grid: PosterGrid, step: str) -> QRectF:
    """Return the column of a step with its headers, down to the bottom of the lanes, in mm."""
    for deck, columns in grid.find_columns(step=step):
        if deck.rows:
            return to_rect(deck.find_box(columns, deck.header_top))
    return QRectF()


def list_phase_boxes(grid: PosterGrid, phase: str) -> list[QRectF]:
    """Return what belongs to a phase on each deck that shows some of it, in mm."""
    return [
        QRectF(span.x0, deck.header_top, span.x1 - span.x0, deck.bottom - deck.header_top)
        for deck in grid.decks
        for span in list_phase_spans(deck)
        if span.phase == phase
    ]
