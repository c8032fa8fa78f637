"""The shape that tells any record of the poster apart: around a card, along a line, over a lane."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.header_places import column_box, find_rows, list_phase_spans
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.marks import grow, list_marks
from blueprint_editor.canvas.overlay import outline_of, round_box
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import find_holder

_MARK_EDGE_MM, _COLUMN_EDGE_MM = 0.8, 2.5
_ROUGH_SCALE = 2.0
"""Px per mm by which the height of an empty row of steps is reckoned for an outline."""


class Outlines:
    """Finds the outlines of what a session shows."""

    def __init__(self, session: DocumentSession, scene: PosterScene) -> None:
        self._session = session
        self._scene = scene

    def join(self, records: Iterable[str]) -> QPainterPath:
        """Return the outlines of several selected records as one shape, in drawing mm."""
        joined = QPainterPath()
        for record in records:
            joined.addPath(self.find(record))
        return joined

    def find(self, record: str) -> QPainterPath:
        """Return what of a record is outlined when it is selected: of a lane the whole row.

        Empty for what the poster does not show.
        """
        placed = self._scene.find_placed(record)
        if placed is not None and placed.group.kind in {"card", "connector"}:
            return outline_of(placed)
        box = self._find_row(record) or self._find_columns(record)
        return round_box(box) if box is not None else self.find_own(record)

    def find_own(self, record: str) -> QPainterPath:
        """Return the outline of a record's own ink: of a lane its label, of a mark its words."""
        placed = self._scene.find_placed(record)
        if placed is None:
            return self._find_mark(record)
        if placed.group.kind in {"card", "connector", "phase"}:
            return outline_of(placed)
        return round_box(to_rect(placed.bounds))

    def _find_row(self, record: str) -> QRectF | None:
        grid = self._session.poster.grid
        row = next((row for row in grid.rows if row.lane == record), None)
        if row is None:
            return None
        return QRectF(grid.content.x0, row.y, grid.content.width, row.height)

    def _find_columns(self, record: str) -> QRectF | None:
        grid = self._session.poster.grid
        rows = find_rows(grid, self._scene, _ROUGH_SCALE)
        if rows is None:
            return None
        if any(column.step == record for column in grid.columns):
            edge = _COLUMN_EDGE_MM
            box = column_box(grid, (record,), rows.phases_bottom)
            return box.adjusted(-edge, 0.0, edge, 0.0)
        for span in list_phase_spans(grid):
            if span.phase == record:
                bottom = grid.rows[-1].y + grid.rows[-1].height
                return QRectF(span.x0, rows.phases_top, span.x1 - span.x0, bottom - rows.phases_top)
        return None

    def _find_mark(self, record: str) -> QPainterPath:
        holder = self._scene.find_placed(find_holder(self._session.shown_document, record))
        box = list_marks(holder.group).get(record) if holder is not None else None
        if holder is None or box is None:
            return QPainterPath()
        return round_box(to_rect(grow(box.moved(holder.x, holder.y), _MARK_EDGE_MM)))
