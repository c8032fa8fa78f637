"""What the overlay shows of the session: the selection, the cursor, what the pointer is over."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.handles import (
    Handle,
    list_card_handles,
    list_end_handles,
)
from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.hit import Hit, HitFinder
from blueprint_editor.canvas.outlines import Outlines
from blueprint_editor.canvas.overlay import Overlay, dots, draw_line, level_line
from blueprint_editor.canvas.places import cell_box, find_area, find_card_at, mark_place
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.session.document_session import DocumentSession

NOTHING = Hit("page")


class Highlights:
    """Keeps one overlay in step with its session; tells the finder which handles it shows."""

    def __init__(
        self,
        session: DocumentSession,
        scene: PosterScene,
        overlay: Overlay,
        finder: HitFinder,
        headers: StickyHeaders,
    ) -> None:
        self._session = session
        self._scene = scene
        self._overlay = overlay
        self._finder = finder
        self._headers = headers
        self._outlines = Outlines(session, scene)
        self._scale = 1.0
        self._hovered = ""
        self._has_handles = True
        self._is_editing = False

    def set_scale(self, scale: float) -> None:
        """Keep what is a number of pixels large so; ``scale`` is in px per mm."""
        self._scale = scale
        self._overlay.set_scale(scale)
        self._show_handles()

    def show_selection(self, *, is_editing: bool) -> None:
        """Outline what is selected; the cursor's free place only where no editor covers it.

        The editor of a mark is wider than its outline.
        """
        selection = self._session.selection
        marks = {mark.id for mark in self._session.document.marks} if is_editing else ()
        outlined = (record for record in selection.records if record not in marks)
        self._overlay.selection.show_path(self._outlines.join(outlined))
        cell, line = QPainterPath(), QPainterPath()
        if not is_editing and selection.cursor is not None and not selection.records:
            cell, line = mark_place(self._session.poster.grid, selection.cursor)
        self._overlay.cell.show_path(cell)
        self._overlay.place.show_path(line)
        self._is_editing = is_editing
        self._show_handles()

    def allow_handles(self, *, are_shown: bool) -> None:
        """Show handles where there are some, or none at all while something else goes on."""
        self._has_handles = are_shown
        self._show_handles()

    def _show_handles(self) -> None:
        are_shown = self._has_handles and not self._is_editing
        self._finder.handles = handles = self._list_handles() if are_shown else ()
        self._overlay.handles.show_path(dots((own.at, own.radius) for own in handles))

    def _list_handles(self) -> tuple[Handle, ...]:
        """Return the handles of what is selected alone, and of the card under the pointer."""
        records = self._session.selection.records
        found: dict[str, tuple[Handle, ...]] = {}
        for key in dict.fromkeys((*(records if len(records) == 1 else ()), self._hovered)):
            placed = self._scene.find_placed(key)
            if placed is not None and placed.group.kind == "connector" and key in records:
                found[key] = list_end_handles(placed, self._scale)
            elif placed is not None and placed.group.kind == "card":
                handles = list_card_handles(placed, self._scale)
                found[key] = tuple(own for own in handles if self._is_free(own))
        return tuple(handle for handles in found.values() for handle in handles)

    def _is_free(self, handle: Handle) -> bool:
        """Tell whether a handle hides nothing of another card, as may be where cards are small."""
        tip = handle.at + handle.outward * handle.radius
        return find_card_at(self._session.poster.grid, tip) in {"", handle.record}

    def find_cursor_area(self) -> QRectF | None:
        """Return the area of the current card, else of the cursor's cell."""
        selection = self._session.selection
        if selection.cursor is None:
            return None
        return find_area(self._session.poster.grid, selection.cursor, selection.current)

    def find_current_area(self) -> QRectF:
        """Return the area of all that is selected, else of the cursor's cell; empty for nothing."""
        area = self._overlay.selection.path.boundingRect()
        return (self.find_cursor_area() or area) if area.isEmpty() else area

    def show_hover(self, hit: Hit) -> None:
        """Outline what lies under the pointer, or put a faint + into an empty cell."""
        outline, plus = QPainterPath(), QPainterPath()
        if hit.kind == "cell" and hit.cell is not None:
            plus = self._find_empty_cell(hit.cell)
        elif hit.record and hit.record not in self._session.selection.records:
            outline = self._outlines.find_own(hit.record)
        self._overlay.hover.show_path(outline)
        self._overlay.cell_hover.show_path(plus)
        self._overlay.step_hover.show_path(self._find_step(hit))
        self._headers.show_hover(hit.record)
        if hit.record != self._hovered:
            self._hovered = hit.record
            self._show_handles()

    def _find_step(self, hit: Hit) -> QPainterPath:
        """Return the slim handle over a step's column, or the column's edge."""
        if hit.kind not in {"step", "edge"}:
            return QPainterPath()
        for deck, columns in self._session.poster.grid.find_columns(step=hit.record):
            left, right = columns[0].x, columns[0].x + columns[0].width
            if deck.rows and hit.kind == "edge":
                return draw_line((QPointF(right, deck.header_top), QPointF(right, deck.bottom)))
            if deck.rows:
                return level_line(left, right, deck.rows[0].y)
        return QPainterPath()

    def _find_empty_cell(self, cell: tuple[str, str]) -> QPainterPath:
        grid = self._session.poster.grid
        if grid.cells.get(cell) or find_place_problem(self._session.document, *cell) is not None:
            return QPainterPath()
        return cell_box(grid, *cell)

    def hide_hover(self) -> None:
        self.show_hover(NOTHING)
