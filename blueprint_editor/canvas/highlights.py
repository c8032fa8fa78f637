"""What the overlay shows of the session: the selection, the cursor, what the pointer is over."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.overlay import (
    Overlay,
    join_outlines,
    level_line,
    outline_of,
    round_box,
)
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession

_NEAR_MM = 4.0
"""Distance of the mark of a free place below a cell's last card."""


class Highlights:
    """Keeps one overlay in step with its session."""

    def __init__(self, session: DocumentSession, scene: PosterScene, overlay: Overlay) -> None:
        self._session = session
        self._scene = scene
        self._overlay = overlay

    def show_selection(self, *, with_cursor: bool) -> None:
        """Outline what is selected; the cursor's free place only where nothing covers it."""
        find = self._scene.find_placed
        selection = self._session.selection
        found = [placed for key in selection.records if (placed := find(key)) is not None]
        self._overlay.selection.show_path(join_outlines(found))
        cell, line = QPainterPath(), QPainterPath()
        if with_cursor and selection.cursor is not None and not selection.records:
            cell, line = self._mark_free_place(selection.cursor)
        self._overlay.cell.show_path(cell)
        self._overlay.place.show_path(line)

    def _mark_free_place(self, cursor: Cursor) -> tuple[QPainterPath, QPainterPath]:
        """Return the box of an empty cell, or the line below a cell's last card."""
        grid = self._session.poster.grid
        bounds = grid.cell_bounds(cursor.lane, cursor.step)
        cards = grid.cells.get((cursor.lane, cursor.step), ())
        if bounds is None:
            return QPainterPath(), QPainterPath()
        if not cards:
            return round_box(_shrink(to_rect(bounds))), QPainterPath()
        last = grid.cards[cards[min(max(cursor.position, 1), len(cards)) - 1]]
        return QPainterPath(), level_line(last.x0, last.x1, last.y1 + _NEAR_MM)

    def find_cursor_area(self) -> QRectF | None:
        """Return the area of the current card, else of the cursor's cell."""
        selection, grid = self._session.selection, self._session.poster.grid
        cursor = selection.cursor
        if cursor is None:
            return None
        bounds = grid.cards.get(selection.current) if selection.current is not None else None
        bounds = bounds or grid.cell_bounds(cursor.lane, cursor.step)
        return None if bounds is None else to_rect(bounds)

    def show_hover(self, at: QPointF, reach: float) -> None:
        """Outline the card or connector under the pointer, or put a faint + into an empty cell."""
        outline, plus = QPainterPath(), QPainterPath()
        found = self._scene.find_group(at, reach)
        if found is None:
            plus = self._find_empty_cell(at)
        elif found.key not in self._session.selection.records:
            placed = self._scene.find_placed(found.key)
            outline = outline_of(placed) if placed is not None else outline
        self._overlay.hover.show_path(outline)
        self._overlay.cell_hover.show_path(plus)

    def _find_empty_cell(self, at: QPointF) -> QPainterPath:
        grid = self._session.poster.grid
        cell = grid.find_cell(at.x(), at.y())
        if cell is None or grid.cells.get(cell):
            return QPainterPath()
        bounds = grid.cell_bounds(*cell)
        if bounds is None or find_place_problem(self._session.document, *cell) is not None:
            return QPainterPath()
        return round_box(_shrink(to_rect(bounds)))

    def hide_hover(self) -> None:
        self._overlay.hover.show_path(QPainterPath())
        self._overlay.cell_hover.show_path(QPainterPath())


def _shrink(cell: QRectF) -> QRectF:
    edge = min(_NEAR_MM, cell.height() / 4)
    return cell.adjusted(0, edge, 0, -edge)
