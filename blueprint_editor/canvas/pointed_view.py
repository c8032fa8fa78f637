"""A view that hands mouse events to gestures, and letters to a text typed where it stands."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.tools.gesture import Pointer
from blueprint_editor.canvas.tools.typed_text import Typing
from blueprint_editor.canvas.view import ZoomView


class PointerTarget(Protocol):
    """What begins, follows and ends gestures, one at a time."""

    @property
    def is_active(self) -> bool: ...

    def press(self, pointer: Pointer, button: Qt.MouseButton, *, is_first: bool) -> None:
        """Begin a gesture; ``is_first`` tells that no other button is held."""
        ...

    def move(self, pointer: Pointer) -> None: ...

    def release(self, pointer: Pointer) -> None: ...

    def leave(self) -> None:
        """The pointer is not over the view any more."""
        ...

    def hold_space(self, *, is_held: bool) -> None: ...

    def cancel(self) -> bool:
        """Leave no trace of the gesture; returns whether there was one."""
        ...


class PointedView(ZoomView):
    """The poster and the causal map, as far as their events go the same way.

    Attributes:
        pointing: takes what the pointer does.
        editing: holds the text that is being typed.
    """

    pointing: PointerTarget
    editing: Typing[Any]

    def begin_text(self) -> None:
        """Begin to type into what is current, or into something new."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's

    def finish(self) -> None:
        """Come to rest before a command: what is typed counts, a drag does not."""
        self.pointing.cancel()
        self.editing.commit()

    def take_focus_back(self) -> None:
        """Have the keyboard after a text, unless the person went elsewhere with it."""
        if QApplication.focusWidget() in {None, self.editing.editor}:
            self.setFocus()

    def find_pointer(self, event: QMouseEvent) -> Pointer:
        """Return where an event happened."""
        px = event.position()
        return Pointer(self.to_scene(px), px, event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editing.commit()
        self.setFocus()
        is_first = event.buttons() == event.button()
        self.pointing.press(self.find_pointer(event), event.button(), is_first=is_first)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointing.move(self.find_pointer(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointing.release(self.find_pointer(event))
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointing.hold_space(is_held=False)
        else:
            super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hand composed letters (dead keys, input methods) to the text that they begin."""
        is_typed = event.commitString() or event.preeditString()
        if is_typed and not self.pointing.is_active:
            self.begin_text()
            if self.editing.is_active:
                self.editing.editor.selectAll()
                QApplication.sendEvent(self.editing.editor, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointing.leave()
        return super().viewportEvent(event)
