"""What the pointer does on the canvas: finds what lies under it and hands it to a gesture."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.highlights import Highlights
from blueprint_editor.canvas.hit import Hit, HitFinder
from blueprint_editor.canvas.tools.autoscroll import Autoscroll
from blueprint_editor.canvas.tools.connect import AskKind, ConnectGesture
from blueprint_editor.canvas.tools.drag_cards import DragCardsGesture
from blueprint_editor.canvas.tools.drag_emotion import DragEmotionGesture
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose
from blueprint_editor.canvas.tools.links import Link, MovedEnd, NewLink
from blueprint_editor.canvas.tools.pan import PanGesture
from blueprint_editor.canvas.tools.reorder import ReorderGesture
from blueprint_editor.canvas.tools.resize_column import ResizeColumnGesture, reset_width
from blueprint_editor.canvas.tools.rubber_band import RubberBandGesture
from blueprint_editor.commands.lookup import find_record

_CURSORS: dict[str, Qt.CursorShape] = {
    "handle": Qt.CursorShape.CrossCursor,
    "connector": Qt.CursorShape.PointingHandCursor,
    "mark": Qt.CursorShape.PointingHandCursor,
    "phase": Qt.CursorShape.PointingHandCursor,
    "step": Qt.CursorShape.PointingHandCursor,
    "lane": Qt.CursorShape.PointingHandCursor,
    "responsibility": Qt.CursorShape.PointingHandCursor,
    "edge": Qt.CursorShape.SplitHCursor,
    "point": Qt.CursorShape.SizeVerCursor,
}
"""Kind of what lies under the pointer → the pointer's shape."""

Begin: TypeAlias = Callable[[Hit, Pointer], Gesture | None]
"""Begins the gesture that a press on something means; None if the press did it all."""


class Pointing(QObject):
    """Holds the one gesture that is on its way, if there is one.

    Attributes:
        finder: tells what lies under the pointer.
    """

    def __init__(
        self,
        stage: Stage,
        finder: HitFinder,
        headers: StickyHeaders,
        highlights: Highlights,
        ask_kind: AskKind,
    ) -> None:
        super().__init__(stage.view)
        self._headers = headers
        self.finder = finder
        self._stage = stage
        self._highlights = highlights
        self._ask_kind = ask_kind
        self._autoscroll = Autoscroll(stage.view, self._follow_scroll)
        self._gesture: Gesture | None = None
        self._is_pressed = False
        self._is_space_held = False
        self._pointer = Pointer(QPointF(), QPointF())
        self._beginnings: dict[str, Begin] = {
            "handle": self._begin_connection,
            "card": self._begin_drag,
            "connector": self._select,
            "mark": self._select,
            "responsibility": self._select,
            "lane": lambda hit, start: ReorderGesture(stage, "lane", hit.record, start),
            "phase": lambda hit, start: ReorderGesture(stage, "phase", hit.record, start),
            "step": lambda hit, start: ReorderGesture(stage, "step", hit.record, start),
            "edge": lambda hit, start: ResizeColumnGesture(stage, hit.record, start),
            "point": self._begin_emotion,
        }

    @property
    def is_active(self) -> bool:
        """Whether a gesture is on its way: a button is held, or it goes on without one."""
        return self._gesture is not None and (self._is_pressed or self._gesture.goes_on)

    def _find_gesture(self) -> Gesture | None:
        """Return the gesture on its way; forget one that has come to its end by itself."""
        if self._gesture is not None and not self.is_active:
            self._drop_gesture()
        return self._gesture

    def find(self, pointer: Pointer) -> Hit:
        """Return what lies under the pointer, on the page or on a strip at the view's edge."""
        scale = self._stage.view.scale_px
        return self._headers.find_hit(pointer.px, scale) or self.finder.find(pointer.at, scale)

    def connect_from(self, card: str) -> None:
        """Connect a card without a button held: with the keys, or by a click."""
        self.cancel()
        self._start(ConnectGesture(self._stage, NewLink(self._stage, card), self._ask_kind))

    def press(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        if self._is_pressed:
            return
        gesture, self._is_pressed = self._find_gesture(), True
        if gesture is None:
            self._pointer = pointer
            self._start(self._choose_gesture(pointer, button))
            self._highlights.hide_hover()

    def _choose_gesture(self, start: Pointer, button: Qt.MouseButton) -> Gesture | None:
        if button == Qt.MouseButton.MiddleButton or self._is_space_held:
            return PanGesture(self._stage.view, start)
        if button != Qt.MouseButton.LeftButton:
            return None
        hit = self.find(start)
        return self._beginnings.get(hit.kind, self._begin_band)(hit, start)

    def _begin_connection(self, hit: Hit, start: Pointer) -> Gesture | None:
        link: Link = NewLink(self._stage, hit.record)
        if hit.handle is not None and hit.handle.end is not None:
            connector = find_record(self._stage.session.document, hit.record).record
            link = MovedEnd(self._stage, connector, hit.handle.end)
        return ConnectGesture(self._stage, link, self._ask_kind, start)

    def _begin_drag(self, hit: Hit, start: Pointer) -> Gesture | None:
        return DragCardsGesture(self._stage, hit.record, start)

    def _begin_emotion(self, hit: Hit, start: Pointer) -> Gesture | None:
        return None if hit.point is None else DragEmotionGesture(self._stage, hit.point, start)

    def _select(self, hit: Hit, start: Pointer) -> Gesture | None:
        choose(self._stage.session, hit.record, start.modifiers)
        return None

    def _begin_band(self, _hit: Hit, start: Pointer) -> Gesture | None:
        return RubberBandGesture(self._stage, start)

    def _start(self, gesture: Gesture | None) -> None:
        self._gesture = gesture
        self._highlights.allow_handles(are_shown=gesture is None)
        self._show_cursor()

    def move(self, pointer: Pointer) -> None:
        gesture = self._find_gesture()
        if gesture is None:
            if not self._is_pressed:
                hit = self.find(pointer)
                self._highlights.show_hover(hit)
                self._show_cursor(hit)
            return
        self._pointer = pointer
        gesture.move(pointer)
        self._show_cursor()
        if gesture.scrolls and self._is_pressed:
            self._autoscroll.follow(pointer.px)

    def _follow_scroll(self, px: QPointF) -> None:
        self.move(Pointer(self._stage.view.to_scene(px), px, self._pointer.modifiers))

    def hold_keys(self, modifiers: Qt.KeyboardModifier) -> None:
        """Let the gesture know of keys that are held now, or no longer."""
        if self.is_active and modifiers != self._pointer.modifiers:
            self.move(self._pointer._replace(modifiers=modifiers))

    def release(self, pointer: Pointer) -> None:
        self._autoscroll.stop()
        gesture, self._is_pressed = self._gesture, False
        if gesture is not None:
            gesture.release(pointer)
            if self._find_gesture() is None:
                self._show_cursor(self.find(pointer))

    def double_click(self, pointer: Pointer) -> bool:
        """Do what a double click means where it means no text; returns whether it did.

        The first of the two clicks may have begun something that goes on; it ends here.
        """
        self.cancel()
        hit = self.find(pointer)
        if hit.kind == "edge":
            reset_width(self._stage.session, hit.record)
        return hit.kind == "edge"

    def leave(self) -> None:
        """The pointer is not over the canvas any more."""
        if self._find_gesture() is None:
            self._highlights.hide_hover()

    def take_key(self, event: QKeyEvent) -> bool:
        """Give a key to the gesture on its way; returns whether it meant anything."""
        return self._gesture is not None and self._gesture.take_key(event)

    def hold_space(self, *, is_held: bool) -> None:
        """Take note of the space bar, which turns any drag into a pan."""
        self._is_space_held = is_held
        self._show_cursor()

    @property
    def is_space_held(self) -> bool:
        return self._is_space_held

    def cancel(self) -> bool:
        """Drop the gesture on its way, without a trace; returns whether there was one."""
        gesture = self._find_gesture()
        if gesture is None:
            return False
        self._autoscroll.stop()
        gesture.cancel()
        self._drop_gesture()
        return True

    def _drop_gesture(self) -> None:
        self._gesture = None
        self._highlights.allow_handles(are_shown=True)
        self._show_cursor()

    def _show_cursor(self, hit: Hit | None = None) -> None:
        """Let the pointer's shape tell what a press would do, or what goes on."""
        shape = _CURSORS.get(hit.kind) if hit is not None else None
        if self._is_space_held:
            shape = Qt.CursorShape.OpenHandCursor
        if self._gesture is not None:
            shape = self._gesture.cursor
        self._stage.view.show_cursor(shape)
