"""What the pointer does on the canvas: finds what lies under it and hands it to a gesture."""

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from blueprint_editor.canvas.beginnings import Beginnings
from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.highlights import Highlights
from blueprint_editor.canvas.hit import Hit, HitFinder
from blueprint_editor.canvas.tools.autoscroll import Autoscroll
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage
from blueprint_editor.canvas.tools.pan import PanGesture
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.current import Context

_CURSORS: dict[str, Qt.CursorShape] = {
    "handle": Qt.CursorShape.CrossCursor,
    "connector": Qt.CursorShape.PointingHandCursor,
    "mark": Qt.CursorShape.PointingHandCursor,
    "phase": Qt.CursorShape.PointingHandCursor,
    "step": Qt.CursorShape.PointingHandCursor,
    "lane": Qt.CursorShape.PointingHandCursor,
    "responsibility": Qt.CursorShape.PointingHandCursor,
    "persona": Qt.CursorShape.PointingHandCursor,
    "edge": Qt.CursorShape.SplitHCursor,
    "point": Qt.CursorShape.SizeVerCursor,
}
"""Kind of what lies under the pointer → the pointer's shape."""


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
        beginnings: Beginnings,
    ) -> None:
        super().__init__(stage.view)
        self._headers = headers
        self.finder = finder
        self._stage = stage
        self._highlights = highlights
        self._beginnings = beginnings
        self._autoscroll = Autoscroll(stage.view, self._follow_scroll)
        self._gesture: Gesture | None = None
        self._is_pressed = False
        self._is_space_held = False
        self._pointer = Pointer(QPointF(), QPointF())

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
        self._start(self._beginnings.connect_from(card))

    def press(self, pointer: Pointer, button: Qt.MouseButton, *, is_first: bool) -> None:
        """Begin a gesture; ``is_first`` tells that no other button is held.

        Then one that is still held is a leftover: its release went to a menu or another window.
        """
        if self._is_pressed and is_first:
            self.cancel()
        if self._is_pressed:
            return
        self._pointer = pointer
        if self._find_gesture() is None:
            self._start(self._choose_gesture(pointer, button))
            self._highlights.hide_hover()
        elif button != Qt.MouseButton.LeftButton:
            return
        self._is_pressed = self._gesture is not None

    def _choose_gesture(self, start: Pointer, button: Qt.MouseButton) -> Gesture | None:
        if button == Qt.MouseButton.MiddleButton or self._is_space_held:
            return PanGesture(self._stage.view, start)
        if button != Qt.MouseButton.LeftButton:
            return None
        hit = self.find(start)
        return self._beginnings.begin(hit, start)

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
        if self._is_pressed:
            self._autoscroll.follow(pointer.px, gesture.scrolls)

    def _follow_scroll(self, px: QPointF) -> None:
        self.move(Pointer(self._stage.view.to_scene(px), px, self._pointer.modifiers))

    def hold_keys(self, modifiers: Qt.KeyboardModifier) -> None:
        """Let the gesture know of keys that are held now, or no longer."""
        if self.is_active and modifiers != self._pointer.modifiers:
            self.move(self._pointer._replace(modifiers=modifiers))

    def release(self, pointer: Pointer) -> None:
        self._autoscroll.stop()
        gesture, was_pressed = self._gesture, self._is_pressed
        self._is_pressed = False
        if gesture is not None and was_pressed:
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
            from blueprint_editor.canvas.tools.resize_column import (  # noqa: PLC0415 - seldom
                reset_width,
            )

            reset_width(self._stage.session, hit.record)
        return hit.kind == "edge"

    def choose_for_menu(self, pointer: Pointer) -> Context | None:
        """Select what lies under the pointer, unless it is already; returns what its menu is about.

        None = something selected, whose own kind tells.
        """
        hit, session = self.find(pointer), self._stage.session
        if hit.record:
            if hit.record not in session.selection.records:
                session.select((hit.record,))
            elif hit.record != session.selection.current:
                others = (r for r in session.selection.records if r != hit.record)
                session.select((*others, hit.record))
            return None
        if hit.cell is None:
            return "page"
        position = len(session.poster.grid.cells.get(hit.cell, ()))
        session.select((), Cursor(*hit.cell, position=position))
        return "cell"

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
        self._is_pressed = False
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
        for surface in (self._stage.view.viewport(), self._headers.top, self._headers.left):
            if shape is None:
                surface.unsetCursor()
            elif surface.cursor().shape() != shape:
                surface.setCursor(shape)
