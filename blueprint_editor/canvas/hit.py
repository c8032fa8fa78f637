"""What lies under the pointer: the one answer for hovering, pressing, cursors and menus."""

from collections.abc import Iterable
from itertools import pairwise
from math import hypot
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF

from blueprint_editor.canvas.handles import Handle, find_course
from blueprint_editor.canvas.places import find_card_at
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.drawing import Placed
from blueprint_editor.drawing.primitives import GlyphRun, Point
from blueprint_editor.session.document_session import DocumentSession

_REACH_PX, _REACH_MM = 6.0, 1.0
"""How far from a connector's line the pointer may be and still mean it; the larger counts."""

HitKind: TypeAlias = Literal["handle", "card", "connector", "cell", "page"]


class Hit(NamedTuple):
    """One thing under the pointer.

    Attributes:
        kind: what it is; ``page`` is everything that is nothing else.
        record: id of the record that it belongs to; empty for a cell and the page.
        cell: (lane id, step id), where the pointer is in one.
        handle: the handle, for the kind of that name.
    """

    kind: HitKind
    record: str = ""
    cell: tuple[str, str] | None = None
    handle: Handle | None = None


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
        grid = self._session.poster.grid
        cell = grid.find_cell(at.x(), at.y())
        if card := find_card_at(grid, at):
            return Hit("card", card, cell)
        connector = self.find_connector(at, max(_REACH_PX / scale, _REACH_MM))
        if connector:
            return Hit("connector", connector, cell)
        return Hit("page") if cell is None else Hit("cell", cell=cell)

    def _find_handle(self, at: QPointF) -> Handle | None:
        """Return the nearest handle within reach."""
        near = [(hypot(h.at.x() - at.x(), h.at.y() - at.y()), h) for h in self.handles]
        near = [(distance, handle) for distance, handle in near if distance < handle.reach]
        return min(near, key=lambda pair: pair[0])[1] if near else None

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
    course = find_course(group)
    return min((_distance_to_line(a, b, x, y) for a, b in pairwise(course)), default=0.0)


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
