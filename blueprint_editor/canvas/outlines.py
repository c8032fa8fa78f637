"""The shape that tells any record of the poster apart: around a card, along a line, over a lane."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.header_places import list_phase_boxes
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.marks import list_marks, list_ways
from blueprint_editor.canvas.overlay import outline_of, round_box
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import find_holder

_MARK_EDGE_MM, _WAY_EDGE_MM, _COLUMN_EDGE_MM = 0.8, 1.6, 2.5


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
        boxes = self._find_rows(record) or self._find_columns(record)
        if not boxes:
            return self.find_own(record)
        joined = QPainterPath()
        for box in boxes:
            joined.addPath(round_box(box))
        return joined

    def find_own(self, record: str) -> QPainterPath:
        """Return the outline of a record's own ink: of a lane its label, of a mark its words."""
        found = self._scene.find_all(record)
        if not found:
            return self._find_ways(record) or self._find_mark(record)
        joined = QPainterPath()
        for placed in found:
            has_shape = placed.group.kind in {"card", "connector", "phase"}
            shape = outline_of(placed) if has_shape else round_box(to_rect(placed.bounds))
            joined.addPath(shape)
        return joined

    def _find_rows(self, record: str) -> list[QRectF]:
        grid = self._session.poster.grid
        return [
            QRectF(grid.content.x0, row.y, grid.content.width, row.height)
            for row in grid.rows
            if row.lane == record
        ]

    def _find_columns(self, record: str) -> list[QRectF]:
        grid, edge = self._session.poster.grid, _COLUMN_EDGE_MM
        if not grid.rows:
            return []
        boxes = [
            to_rect(deck.find_box(columns, deck.phases_bottom)).adjusted(-edge, 0.0, edge, 0.0)
            for deck, columns in grid.find_columns(step=record)
        ]
        return boxes or list_phase_boxes(grid, record)

    def _find_ways(self, record: str) -> QPainterPath | None:
        """Return the words on the cards at both ends of a connector that is not drawn."""
        links = (link for link in self._session.shown_document.connectors if link.id == record)
        link = next(links, None)
        if link is None:
            return None
        joined = QPainterPath()
        for end in (link.source, link.target):
            placed = self._scene.find_placed(end)
            box = list_ways(placed.group).get(record) if placed is not None else None
            if placed is not None and box is not None:
                box = box.moved(placed.x, placed.y).grown(_WAY_EDGE_MM)
                joined.addPath(round_box(to_rect(box)))
        return joined

    def _find_mark(self, record: str) -> QPainterPath:
        holder = self._scene.find_placed(find_holder(self._session.shown_document, record))
        box = list_marks(holder.group).get(record) if holder is not None else None
        if holder is None or box is None:
            return QPainterPath()
        return round_box(to_rect(box.moved(holder.x, holder.y).grown(_MARK_EDGE_MM)))
