"""What the mouse does to the causal map: move nodes, draw arrows, select with a rubber band."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath

from blueprint_editor.canvas.causal.editing import NodeEditing
from blueprint_editor.canvas.causal.walking import (
    find_inside,
    find_neighbour_node,
    find_node_at,
    middle_of,
)
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.overlay import Overlay, draw_line, round_box
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, toggles
from blueprint_editor.canvas.tools.rubber_band import BandWork, RubberBandGesture
from blueprint_editor.commands.causal import MoveCausalNodes, NodePlace
from blueprint_editor.commands.command import CommandRefusedError, find_refusal
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.language.texts import _
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.session.causal_edits import (
    find_causal_selection,
    make_arrow,
    make_node,
    select_in_map,
)
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import Direction

if TYPE_CHECKING:
    from blueprint_editor.model.kinds import Sign

_WAYS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_NOTHING = QPainterPath()


class MapStage(NamedTuple):
    """What gestures act on.

    Attributes:
        find_plan: the map as it is shown now.
        editing: begins new nodes.
        tell: shows a hint, or why the rules forbid it.
    """

    session: DocumentSession
    overlay: Overlay
    find_plan: Callable[[], MapPlan]
    editing: NodeEditing
    tell: Callable[[str | CommandRefusedError], object]


class MoveNodes(Gesture):
    """Drags the selected nodes; a click without a drag leaves them where they are."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: MapStage, start: Pointer, node: str) -> None:
        self._stage = stage
        self._start = start
        self._node = node
        self._is_drag = False
        plan = stage.find_plan()
        nodes = find_causal_selection(stage.session).nodes
        self._middles = {key: middle_of(plan.nodes[key].box) for key in nodes if key in plan.nodes}
        self._command: MoveCausalNodes | None = None

    def move(self, pointer: Pointer) -> None:
        self._is_drag = self._is_drag or pointer.went_from(self._start)
        if not self._is_drag:
            return
        way = pointer.at - self._start.at
        self._command = MoveCausalNodes(
            tuple(NodePlace(k, x + way.x(), y + way.y()) for k, (x, y) in self._middles.items())
        )
        self._stage.session.preview(self._command)

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        session = self._stage.session
        if self._command is not None:
            session.end_step()
            session.execute(self._command)
            session.end_step()
        elif not toggles(self._start.modifiers):
            select_in_map(session, self._node)

    def cancel(self) -> None:
        if self._command is not None:
            self._stage.session.drop_preview()


class DrawArrow(Gesture):
    """Draws an arrow from a node: to another one, or to free ground for a new one.

    By keys the arrows choose what it leads to, Enter draws it; + and − choose its sign.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: MapStage, source: str, *, goes_on: bool = False) -> None:
        self._stage = stage
        self._source = source
        self._target: str | None = None
        self._end = QPointF(*middle_of(stage.find_plan().nodes[source].box))
        self._sign: Sign = "plus"
        self.goes_on = goes_on
        if goes_on:
            self._choose(None)
            stage.tell(_("Choose with the arrow keys what it leads to, then press Enter."))

    def move(self, pointer: Pointer) -> None:
        self._end = pointer.at
        self._choose(find_node_at(self._stage.find_plan(), pointer.at.x(), pointer.at.y()))

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        self._hide()
        if self._target is None and not self.goes_on:
            place = pointer.at.x(), pointer.at.y()
            self._stage.editing.add(make_node(self._stage.session, place), self._source)
        elif self._target not in {None, self._source}:
            self._join()

    def cancel(self) -> None:
        self._hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Returns whether the gesture is over."""
        plan = self._stage.find_plan()
        if event.key() in _WAYS:
            start = self._target or self._source
            found = find_neighbour_node(plan, start, _WAYS[event.key()])
            if found is not None:
                self._end = QPointF(*middle_of(plan.nodes[found].box))
                self._choose(found)
                self._tell(plan)
        elif event.text() in {"+", "-", "−"}:
            self._sign = "plus" if event.text() == "+" else "minus"
            self._tell(plan)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hide()
            if self._target not in {None, self._source}:
                self._join()
            return True
        return False

    def _tell(self, plan: MapPlan) -> None:
        if self._target is not None:
            words = _("strengthens") if self._sign == "plus" else _("weakens")
            self._stage.tell(f"{words}: {plan.nodes[self._target].said}")

    def _join(self) -> None:
        command = make_arrow(self._stage.session, self._source, str(self._target), self._sign)
        if self._stage.session.execute(command):
            select_in_map(self._stage.session, command.arrow.id)

    def _choose(self, target: str | None) -> None:
        plan, overlay = self._stage.find_plan(), self._stage.overlay
        self._target = target
        start = _find_edge(plan.nodes[self._source].box, self._end)
        end = self._end
        if target not in {None, self._source}:
            end = _find_edge(plan.nodes[str(target)].box, start)
        overlay.wire.show_path(draw_line([start, end]))
        box = round_box(to_rect(plan.nodes[target].box)) if target is not None else _NOTHING
        problem = None
        if target not in {None, self._source}:
            command = make_arrow(self._stage.session, self._source, str(target))
            problem = find_refusal(self._stage.session.document, command)
        if problem is not None:
            self._stage.tell(problem)
        is_free = problem is None and target != self._source
        overlay.target.show_path(box if is_free else _NOTHING)
        overlay.refused.show_path(_NOTHING if is_free else box)

    def _hide(self) -> None:
        for item in (self._stage.overlay.wire, self._stage.overlay.target,
                     self._stage.overlay.refused):  # fmt: skip
            item.show_path(QPainterPath())


def _find_edge(box: Bounds, towards: QPointF) -> QPointF:
    """Return where the way from a box's middle to a point leaves the box; the point, if inside."""
    x, y = middle_of(box)
    dx, dy = towards.x() - x, towards.y() - y
    if box.contains(towards.x(), towards.y()):
        return towards
    share = min(
        box.width / 2 / abs(dx) if dx else 1.0,
        box.height / 2 / abs(dy) if dy else 1.0,
    )
    return QPointF(x + dx * share, y + dy * share)


def begin_map_band(stage: MapStage, start: Pointer) -> RubberBandGesture:
    """Select the nodes under a box; a click beside all selects nothing."""

    def find(area: QRectF) -> tuple[str, ...]:
        box = Bounds(area.left(), area.top(), area.right(), area.bottom())
        return tuple(find_inside(stage.find_plan(), box))

    work = BandWork(
        find,
        lambda records: select_in_map(stage.session, *records),
        lambda _pointer: select_in_map(stage.session),
    )
    return RubberBandGesture(stage.session, stage.overlay, start, work)
