"""Which gesture the mouse begins on the causal map, and the one that is on its way."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from blueprint_editor.canvas.causal.gestures import DrawArrow, MapStage, MoveNodes, begin_map_band
from blueprint_editor.canvas.causal.highlights import MapHighlights
from blueprint_editor.canvas.causal.walking import find_arrow_at, find_node_at
from blueprint_editor.canvas.tools.autoscroll import Autoscroll
from blueprint_editor.canvas.tools.gesture import NO_KEYS, Gesture, Pointer, choose
from blueprint_editor.canvas.tools.pan import PanGesture
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.session.causal_edits import find_causal_selection

_REACH_PX = 7.0


class MapPointing:
    """Begins, follows and ends gestures, one at a time."""

    def __init__(self, view: ZoomView, stage: MapStage, highlights: MapHighlights) -> None:
        self._view = view
        self._stage = stage
        self._highlights = highlights
        self._gesture: Gesture | None = None
        self._autoscroll = Autoscroll(view, self._follow_scroll)
        self._held = NO_KEYS
        self._is_space_held = False

    @property
    def is_active(self) -> bool:
        return self._gesture is not None

    def find_record(self, at: QPointF) -> str | None:
        """Return the node or arrow at a point in mm."""
        plan, reach = self._stage.find_plan(), _REACH_PX / self._view.scale_px
        return find_node_at(plan, at.x(), at.y()) or find_arrow_at(plan, at.x(), at.y(), reach)

    def press(self, pointer: Pointer, button: Qt.MouseButton, *, is_first: bool) -> None:
        """Begin what a button means where the pointer is; ``is_first``: no other one is held.

        Then a drag is a leftover: its release went to a menu or another window.
        """
        if is_first and self._gesture is not None and not self._gesture.goes_on:
            self.cancel()
        if self._gesture is not None:
            return
        if button == Qt.MouseButton.MiddleButton or self._is_space_held:
            self._begin(PanGesture(self._view, pointer))
        elif button == Qt.MouseButton.LeftButton:
            self._press_left(pointer)

    def _press_left(self, pointer: Pointer) -> None:
        knob, record = self._highlights.find_knob_at(pointer.at), self.find_record(pointer.at)
        if knob is not None:
            self._begin(DrawArrow(self._stage, knob))
        elif record is None:
            self._begin(begin_map_band(self._stage, pointer))
        else:
            choose(self._stage.session, record, pointer.modifiers)
            if record in find_causal_selection(self._stage.session).nodes:
                self._begin(MoveNodes(self._stage, pointer, record))

    def connect_from(self, node: str) -> None:
        """Let keys or the pointer choose what a node leads to."""
        self._begin(DrawArrow(self._stage, node, goes_on=True))

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self._highlights.has_knobs = False
        if gesture.cursor is not None and not gesture.goes_on:
            self._view.viewport().setCursor(gesture.cursor)
        self._highlights.show_hover()

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer."""
        if self._gesture is not None:
            self._held = pointer.modifiers
            self._gesture.move(pointer)
            if not self._gesture.goes_on:
                self._autoscroll.follow(pointer.px, self._gesture.scrolls)
            return
        self.hover(self._highlights.find_knob_at(pointer.at) or self.find_record(pointer.at))

    def _follow_scroll(self, px: QPointF) -> None:
        self.move(Pointer(self._view.to_scene(px), px, self._held))

    def hover(self, record: str | None) -> None:
        """Show what is under the pointer."""
        if record != self._highlights.hovered:
            self._highlights.hovered = record
            self._highlights.show_hover()

    def leave(self) -> None:
        """Let nothing stand out when the pointer is elsewhere."""
        self.hover(None)

    def hold_space(self, *, is_held: bool) -> None:
        """Take note of the space bar, which turns any drag into a pan."""
        self._is_space_held = is_held

    def release(self, pointer: Pointer) -> None:
        """Do what the gesture means."""
        gesture = self._end()
        if gesture is not None:
            gesture.release(pointer)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let an arrow that is being drawn have a key; returns whether one is."""
        gesture = self._gesture
        if not isinstance(gesture, DrawArrow):
            return False
        if gesture.take_key(event):
            self._end()
        return True

    def cancel(self) -> bool:
        """Leave no trace of the gesture; returns whether there was one."""
        gesture = self._end()
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def _end(self) -> Gesture | None:
        gesture, self._gesture = self._gesture, None
        self._autoscroll.stop()
        self._view.viewport().unsetCursor()
        self._highlights.has_knobs = True
        self._highlights.show()
        return gesture
