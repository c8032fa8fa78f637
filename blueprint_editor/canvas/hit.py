"""What lies under the pointer: the one answer for hovering, pressing, cursors and menus."""

from collections.abc import Iterable
from itertools import pairwise
from math import hypot
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF

from blueprint_editor.canvas.handles import Handle
from blueprint_editor.canvas.header_places import (
    find_edge_at,
    find_lane_at,
    find_phase_at,
    find_rows,
    find_step_at,
)
from blueprint_editor.canvas.marks import find_mark_at, find_way_at
from blueprint_editor.canvas.places import find_card_at
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.drawing.primitives import GlyphRun, Point
from blueprint_editor.model.records import Persona, Responsibility
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.poster_grid import CurvePoint

_REACH_PX, _REACH_MM = 6.0, 1.0
"""How far from a connector's line the pointer may be and still mean it; the larger counts."""
_POINT_PX = 8.0
"""How far from the middle of a curve's dot."""

HitKind: TypeAlias = Literal[
    "handle",
    "point",
    "mark",
    "card",
    "edge",
    "phase",
    "step",
    "lane",
    "responsibility",
    "connector",
    "persona",
    "cell",
    "page",
]


class Hit(NamedTuple):
    """One thing under the pointer.

    Attributes:
        kind: what it is; ``edge`` is the right edge of a step's column, ``page`` is everything
            that is nothing else.
        record: id of the record that it belongs to; empty for a cell and the page.
        cell: (lane id, step id), where the pointer is in one.
        handle: the handle, for the kind of that name.
        point: the dot of a curve, for the kind of that name.
    """

    kind: HitKind
    record: str = ""
    cell: tuple[str, str] | None = None
    handle: Handle | None = None
    point: CurvePoint | None = None


class HitFinder:
    """Answers for one canvas.

    Attributes:
        handles: those that are shown now.
    """

    def __init__(self, session: DocumentSession, scene: PosterScene) -> None:
        self._session = session
        self._scene = scene
        self.handles: tuple[Handle, ...] = ()

    def find(self, at: QPointF, scale: float) -> Hit:
        """Return what lies at a point (drawing mm) while a mm is ``scale`` px."""
        handle = self._find_handle(at)
        if handle is not None:
            return Hit("handle", handle.record, handle=handle)
        if (point := self._find_point(at, _POINT_PX / scale)) is not None:
            return Hit("point", point.card, point=point)
        grid = self._session.poster.grid
        cell = grid.find_cell(at.x(), at.y())
        if card := find_card_at(grid, at):
            hit = self._find_mark(card, at, cell) or self._find_way(card, at, cell)
            return hit or Hit("card", card, cell)
        if (header := self._find_header(at, scale)) is not None:
            return header
        connector = self.find_connector(at, max(_REACH_PX / scale, _REACH_MM))
        if connector:
            return Hit("connector", connector, cell)
        if cell is not None:
            return Hit("cell", cell=cell)
        persona = self._find_panel(at)
        return Hit("persona", persona) if persona else Hit("page")

    def _find_mark(
        self, holder: str, at: QPointF, cell: tuple[str, str] | None = None
    ) -> Hit | None:
        placed = self._scene.find_placed(holder)
        mark = find_mark_at(placed, at.x(), at.y()) if placed is not None else ""
        return Hit("mark", mark, cell) if mark else None

    def _find_way(self, card: str, at: QPointF, cell: tuple[str, str] | None) -> Hit | None:
        """Return the connector to another row that a card tells in words there."""
        placed = self._scene.find_placed(card)
        way = find_way_at(placed, at.x(), at.y()) if placed is not None else ""
        return Hit("connector", way, cell) if way else None

    def _find_point(self, at: QPointF, reach: float) -> CurvePoint | None:
        """Return the nearest dot of a curve within reach."""
        grid = self._session.poster.grid
        lane = find_lane_at(grid, at.y())
        if lane not in tuple(grid.curves):
            return None
        near = [(hypot(p.x - at.x(), p.y - at.y()), p) for p in grid.curves[lane]]
        distance, point = min(near, key=lambda pair: pair[0], default=(reach, None))
        return point if distance < reach else None

    def _find_header(self, at: QPointF, scale: float) -> Hit | None:
        """Return what lies above the lanes or at their left."""
        grid = self._session.poster.grid
        x, y = at.x(), at.y()
        if grid.content.x0 <= x < grid.label_right:
            lane = find_lane_at(grid, y)
            return Hit("lane", lane) if lane else None
        deck = grid.find_deck(y)
        rows = find_rows(deck, scale)
        if rows is None or not rows.phases_top <= y < rows.steps_bottom:
            return None
        if step := find_edge_at(deck, x, scale):
            return Hit("edge", step)
        if y < min(rows.phases_bottom, rows.handles_top):
            phase = find_phase_at(deck, x)
            return (self._find_mark(phase, at) or Hit("phase", phase)) if phase else None
        if y < rows.handles_top and (band := self._find_band(at)):
            return Hit("responsibility", band)
        step = find_step_at(deck, x)
        return (self._find_mark(step, at) or Hit("step", step)) if step else None

    def _find_band(self, at: QPointF) -> str:
        """Return the responsibility band at a point; empty beside all."""
        return self._find_at(self._session.shown_document.responsibilities, at)

    def _find_panel(self, at: QPointF) -> str:
        """Return the persona whose panel is at a point; empty beside all."""
        return self._find_at(self._session.shown_document.personas, at)

    def _find_at(self, records: Iterable[Responsibility | Persona], at: QPointF) -> str:
        for record in records:
            for placed in self._scene.find_all(record.id):
                if placed.bounds.contains(at.x(), at.y()):
                    return record.id
        return ""

    def _find_handle(self, at: QPointF) -> Handle | None:
        """Return the nearest handle within reach."""
        near = [(hypot(h.at.x() - at.x(), h.at.y() - at.y()), h) for h in self.handles]
        near = [(distance, handle) for distance, handle in near if distance < handle.reach]
        if not near:
            return None
        nearest = min(near, key=lambda pair: pair[0])[1]
        # On another card a press means that card, however near the handle is.
        card = "" if nearest.end else find_card_at(self._session.poster.grid, at)
        return nearest if card in {"", nearest.record} else None

    def find_connector(self, at: QPointF, reach: float) -> str:
        """Return the connector whose line or label is nearest to a point, within reach (mm)."""
        found = self._scene.find_connectors(at, reach)
        distances = [(_distance_to(placed, at), placed.group.key) for placed in found]
        distance, connector = min(distances, default=(0.0, ""))
        return connector if distance <= reach else ""


def _distance_to(placed: Placed, at: QPointF) -> float:
    """Return how far a point is from a connector's line, in mm; 0 on its label."""
    group, x0, y0 = placed
    x, y = at.x() - x0, at.y() - y0
    if any(_is_on_text(run, x, y) for run in _runs(placed)):
        return 0.0
    return min((_distance_to_line(a, b, x, y) for a, b in pairwise(group.course)), default=0.0)


def _runs(placed: Placed) -> Iterable[GlyphRun]:
    parts = placed.group.parts
    return (item for part in parts for item in part.primitives if isinstance(item, GlyphRun))


def _is_on_text(run: GlyphRun, x: float, y: float) -> bool:
    top, bottom = run.baseline - run.size, run.baseline + run.size * 0.3
    return run.x <= x <= run.x + run.width and top <= y <= bottom


def _distance_to_line(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = ((x - a[0]) * dx + (y - a[1]) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return hypot(a[0] + share * dx - x, a[1] + share * dy - y)
