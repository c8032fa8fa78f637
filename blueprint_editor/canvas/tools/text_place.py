"""Where a record's text stands in the drawing, for the editor that takes its place."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from blueprint_editor.canvas.handles import body_of
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.drawing.drawing import Group, Placed
from blueprint_editor.drawing.primitives import Bounds, FaceKey, GlyphRun, Path, Rectangle, enclose
from blueprint_editor.layout.colour import readable_on
from blueprint_editor.layout.text import TextStyle
from blueprint_editor.layout.theme import NAVY, PAPER, Theme, lane_look, make_theme, tighten
from blueprint_editor.layout.tray import mark_style
from blueprint_editor.model.document import Document
from blueprint_editor.painters.qt import find_box
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import find_holder

TEXT_FIELDS = {
    "cards": "text",
    "connectors": "label",
    "marks": "text",
    "lanes": "name",
    "phases": "name",
    "steps": "name",
    "responsibilities": "text",
}
"""Collection → the field of its records that is edited where it stands on the poster."""

_PHASE_LEFT, _PHASE_RIGHT, _PHASE_LINK = 20.0, 7.0, 5.5
_LANE_LEFT, _LANE_RIGHT, _LANE_AXIS = 5.0, 3.0, 17.0
_TRAY_PADDING, _SIGN_GAP = 2.6, 1.2
_LABEL_SHARE = 0.62
"""Distances of layout at type scale 1, in mm; a label's longest line as a share of a column."""


class TextPlace(NamedTuple):
    """Where and how a text stands, in drawing mm.

    Attributes:
        area: the letters' box.
        baseline: y of the first line.
        indent: how much farther right the first line begins.
        is_boxed: stands on nothing of its own colour, so that the editor needs an edge.
    """

    area: QRectF
    baseline: float
    face: FaceKey
    size: float
    leading: float
    colour: str
    fill: str
    indent: float = 0.0
    is_boxed: bool = False


class TextPlaces:
    """Finds the places in the poster that a session shows.

    Attributes:
        near: of what stands several times that is meant which is next to this, in drawing mm.
    """

    def __init__(self, session: DocumentSession, scene: PosterScene) -> None:
        self._session = session
        self._scene = scene
        self.near: QPointF | None = None
        self._finders: dict[str, Callable[[str, Theme], TextPlace | None]] = {
            "cards": self._find_card,
            "connectors": self._find_label,
            "marks": self._find_mark,
            "lanes": self._find_lane,
            "phases": self._find_phase,
            "steps": self._find_step,
            "responsibilities": self._find_band,
        }

    def find(self, collection: str, record: str) -> TextPlace | None:
        """Return where a record's text stands; one without letters begins like any other.

        None: the poster does not show the record.
        """
        fit = self._shown.poster.fit
        theme = make_theme(fit.type_scale if fit is not None else 1.0)
        if fit is not None:
            theme = tighten(theme, fit.face_width, divides_words=fit.divides_words)
        return self._finders[collection](record, theme)

    @property
    def _shown(self) -> Document:
        return self._session.shown_document

    def _find_nearest(self, record: str) -> Placed | None:
        """Return a record's group, of those on several rows of the poster the nearest one."""
        found = self._scene.find_all(record)
        if self.near is None or len(found) < 2:
            return found[0] if found else None
        x, y = self.near.x(), self.near.y()
        boxes = [to_rect(placed.bounds).center() for placed in found]
        away = [hypot(box.x() - x, box.y() - y) for box in boxes]
        return found[away.index(min(away))]

    def _find_card(self, record: str, theme: Theme) -> TextPlace | None:
        placed = self._scene.find_placed(record)
        if placed is None:
            return None
        style, padding = theme.styles["body"], theme.mm(theme.metrics.card_padding)
        body = body_of(placed)
        runs = _runs(placed.group)
        left, baseline = body.left() + padding, body.top() + padding + style.size
        if runs:
            # Whatever stands first with letters: the text, or what a card without one shows.
            left, baseline = placed.x + runs[0].x, placed.y + runs[0].baseline
            runs = [r for r in runs if (r.face, r.size) == (runs[0].face, runs[0].size)]
        width = body.right() - (left - body.left()) - left
        fill = placed.group.outline[0] if placed.group.outline is not None else PAPER
        return _make_place(style, left, baseline, width, _height(runs, style), fill)

    def _find_label(self, record: str, theme: Theme) -> TextPlace | None:
        placed = self._scene.find_placed(record)
        if placed is None:
            return None
        style, group = theme.styles["label"], placed.group
        runs = _runs(group)
        if runs:
            left, baseline = min(r.x for r in runs), runs[0].baseline
        else:
            middle = _middle_of_longest(group)
            left, baseline = middle.x() + theme.mm(1.0), middle.y()
        width = theme.mm(theme.metrics.column_width * _LABEL_SHARE)
        left, baseline = placed.x + left, placed.y + baseline
        place = _make_place(style, left, baseline, width, _height(runs, style), PAPER)
        return place._replace(is_boxed=True)

    def _find_mark(self, record: str, theme: Theme) -> TextPlace | None:
        mark = find_record(self._shown, record).record
        holder = self._scene.find_placed(find_holder(self._shown, record))
        if holder is None or not (sign := _box_of_part(holder.group, f"sign:{record}")):
            return None
        style = mark_style(mark.kind, theme)
        runs = _runs(holder.group, f"mark:{record}")
        words = [run for run in runs if (run.face, run.size) == (style.face, style.size)]
        if words:
            start, baseline = words[0].x, words[0].baseline
        else:
            start = max([sign.x1, *(run.x + run.width for run in runs)]) + theme.mm(_SIGN_GAP)
            baseline = runs[0].baseline if runs else sign.y1
        inset = theme.mm(theme.metrics.tray_inset + 2 * _TRAY_PADDING)
        width = body_of(holder).width() - inset
        left = holder.x + sign.x0
        place = _make_place(style, left, holder.y + baseline, width, _height(words, style), PAPER)
        return place._replace(indent=holder.x + start - left)

    def _find_lane(self, record: str, theme: Theme) -> TextPlace | None:
        placed = self._find_nearest(record)
        if placed is None:
            return None
        lane = find_record(self._shown, record).record
        style = theme.styles["lane"]
        left = theme.mm(theme.metrics.bar_width + _LANE_LEFT)
        axis = theme.mm(_LANE_AXIS) if lane.role == "emotion" else 0.0
        width = placed.bounds.width - left - theme.mm(_LANE_RIGHT) - axis
        runs = _runs(placed.group, "name")
        top = theme.mm(theme.metrics.row_padding)
        baseline = runs[0].baseline if runs else top + style.size
        tint = lane_look(theme, lane.role, lane.colour).tint
        height = _height(runs, style)
        return _make_place(style, placed.x + left, placed.y + baseline, width, height, tint)

    def _find_phase(self, record: str, theme: Theme) -> TextPlace | None:
        placed = self._find_nearest(record)
        if placed is None:
            return None
        phase = find_record(self._shown, record).record
        colour = phase.colour or NAVY
        style = theme.styles["phase"]._replace(colour=readable_on(colour))
        runs = _runs(placed.group, "name")
        body, left = body_of(placed), runs[0].x if runs else theme.mm(_PHASE_LEFT)
        right = theme.mm(_PHASE_RIGHT + (_PHASE_LINK if phase.link else 0.0))
        baseline = placed.y + runs[0].baseline if runs else body.center().y() + style.size * 0.35
        width, height = body.width() - left - right, _height(runs, style)
        return _make_place(style, placed.x + left, baseline, width, height, colour)

    def _find_step(self, record: str, theme: Theme) -> TextPlace | None:
        grid = self._session.poster.grid
        deck, (column, *_) = next(grid.find_columns(step=record), (None, (None,)))
        if deck is None or column is None or not deck.rows:
            return None
        style = theme.styles["step"]
        placed = self._scene.find_placed(record)
        runs = _runs(placed.group, "name") if placed is not None else []
        if placed is not None and runs:
            baseline = placed.y + runs[0].baseline
        else:
            baseline = deck.rows[0].y - style.leading * 0.4
        height = _height(runs, style)
        return _make_place(style, column.x, baseline, column.width, height, PAPER)

    def _find_band(self, record: str, theme: Theme) -> TextPlace | None:
        placed = self._find_nearest(record)
        runs = _runs(placed.group, "text") if placed is not None else []
        if placed is None or not runs:
            return None
        style = theme.styles["band"]
        left = placed.x + runs[0].x
        width = placed.bounds.x1 - left - theme.mm(4)
        baseline, height = placed.y + runs[0].baseline, _height(runs, style)
        return _make_place(style, left, baseline, width, height, PAPER)


def _make_place(
    style: TextStyle, left: float, baseline: float, width: float, height: float, fill: str
) -> TextPlace:
    area = QRectF(left, baseline - style.size, width, height)
    return TextPlace(area, baseline, style.face, style.size, style.leading, style.colour, fill)


def _runs(group: Group, part: str = "") -> list[GlyphRun]:
    """Return the letters of a part, or of the whole group."""
    parts = (p for p in group.parts if not part or p.name == part)
    return [item for p in parts for item in p.primitives if isinstance(item, GlyphRun)]


def _height(runs: Sequence[GlyphRun], style: TextStyle) -> float:
    lines = [run.baseline for run in runs]
    return max(lines) - min(lines) + style.leading if lines else style.leading


def _box_of_part(group: Group, name: str) -> Bounds | None:
    return enclose(
        find_box(item)
        for part in group.parts
        if part.name == name
        for item in part.primitives
        if isinstance(item, Rectangle | Path)
    )


def _middle_of_longest(group: Group) -> QPointF:
    """Return the middle of the longest straight piece of a connector's line."""
    course = [QPointF(*point) for point in group.course]
    a, b = max(pairwise(course), key=lambda pair: (pair[1] - pair[0]).manhattanLength())
    return (a + b) / 2
