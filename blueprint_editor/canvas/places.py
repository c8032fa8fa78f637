"""Places in the grid of the poster that is shown: the card at a point, the free place in a cell."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.overlay import level_line, round_box
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.composition import Poster
from blueprint_editor.session.navigation import find_card_place
from blueprint_editor.sheets.poster_grid import PosterGrid

_NEAR_MM = 4.0
"""Distance of the mark of a free place from the cards beside it."""


def find_card_at(grid: PosterGrid, at: QPointF) -> str:
    """Return the card at a point; empty beside all cards."""
    cell = grid.find_cell(at.x(), at.y())
    cards = grid.cells.get(cell, ()) if cell is not None else ()
    return next((card for card in cards if grid.cards[card].contains(at.x(), at.y())), "")


def find_place_at(poster: Poster, at: QPointF) -> Cursor | None:
    """Return the place in a cell's stack that a new card dropped at a point would take."""
    cell = poster.grid.find_cell(at.x(), at.y())
    if cell is None:
        return None
    place = CardPlace("", *cell, position=poster.grid.find_place(*cell, at.y()))
    return Cursor(*cell, position=find_card_place(poster.facts, place, ()).position or 0)


def cell_box(grid: PosterGrid, lane: str, step: str) -> QPainterPath:
    """Return the room of an empty cell's first card; an empty shape outside of the grid."""
    bounds = grid.cell_bounds(lane, step)
    if bounds is None:
        return QPainterPath()
    edge = min(_NEAR_MM, bounds.height / 4)
    return round_box(to_rect(bounds).adjusted(0, edge, 0, -edge))


def mark_place(grid: PosterGrid, cursor: Cursor) -> tuple[QPainterPath, QPainterPath]:
    """Return the box of an empty cell, or the line where a new card would go between the others."""
    cards = grid.cells.get((cursor.lane, cursor.step), ())
    if not cards:
        return cell_box(grid, cursor.lane, cursor.step), QPainterPath()
    if cursor.position <= 0:
        first = grid.cards[cards[0]]
        return QPainterPath(), level_line(first.x0, first.x1, first.y0 - _NEAR_MM)
    last = grid.cards[cards[min(cursor.position, len(cards)) - 1]]
    return QPainterPath(), level_line(last.x0, last.x1, last.y1 + _NEAR_MM)


def find_area(grid: PosterGrid, cursor: Cursor | None, card: str | None = None) -> QRectF | None:
    """Return the area of a card, else of a cell; None outside of the grid."""
    bounds = grid.cards.get(card) if card is not None else None
    if bounds is None and cursor is not None:
        bounds = grid.cell_bounds(cursor.lane, cursor.step)
    return None if bounds is None else to_rect(bounds)
