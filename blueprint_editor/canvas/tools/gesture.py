"""What a gesture is to the canvas, and what gestures act on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.overlay import Overlay
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.session.document_session import DocumentSession

if TYPE_CHECKING:
    from blueprint_editor.canvas.tools.text_editing import TextEditing

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier

Hint: TypeAlias = str | CommandRefusedError | None
"""What is told while a gesture is on its way: what it would do, or why the rules forbid it."""

Scrolling: TypeAlias = Literal["", "across", "down", "both"]


class Pointer(NamedTuple):
    """Where the pointer is, in drawing mm and in viewport pixels, and which keys are held."""

    at: QPointF
    px: QPointF
    modifiers: Qt.KeyboardModifier = NO_KEYS

    def went_from(self, start: "Pointer") -> bool:
        """Tell whether the pointer went so far that a drag is meant, not a click."""
        distance = (self.px - start.px).manhattanLength()
        return distance >= QApplication.startDragDistance()


class Stage(NamedTuple):
    """What gestures act on; ``tell`` shows a hint until the next one."""

    session: DocumentSession
    scene: PosterScene
    overlay: Overlay
    view: ZoomView
    editing: "TextEditing"
    ids: IdMaker
    tell: Callable[[Hint], object]


class Gesture:
    """One thing that a person does; the document changes at its end only.

    Attributes:
        scrolls: whether and which way the view scrolls when the pointer comes near its edge.
        cursor: the pointer's shape meanwhile; None = as without a gesture.
        goes_on: the release of the button does not end it; a key or a further click will.
    """

    scrolls: Scrolling = "both"
    cursor: Qt.CursorShape | None = None
    goes_on = False

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; the view may have scrolled under it, or keys have changed."""
        raise NotImplementedError  # no gesture may forget it

    def release(self, pointer: Pointer) -> None:
        """Do what the gesture means."""
        raise NotImplementedError  # no gesture may forget it

    def cancel(self) -> None:
        """Leave no trace."""
        raise NotImplementedError  # no gesture may forget it

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Do what a key means to the gesture; returns whether it means anything."""
        return False


def toggles(modifiers: Qt.KeyboardModifier) -> bool:
    """Tell whether a click adds to what is selected, or takes away from it."""
    return bool(modifiers & (SHIFT | CONTROL))


def choose(session: DocumentSession, record: str, modifiers: Qt.KeyboardModifier) -> None:
    """Select what was pressed: alone, or with Shift or Ctrl besides the others or no longer."""
    chosen = session.selection.records
    if not toggles(modifiers):
        if record not in chosen:
            session.select((record,))
    elif record in chosen:
        session.select(other for other in chosen if other != record)
    else:
        session.select((*chosen, record))
