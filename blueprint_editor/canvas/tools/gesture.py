"""What a gesture is to the canvas."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt


class Pointer(NamedTuple):
    """Where the pointer is, in drawing mm and in viewport pixels, and which keys are held."""

    at: QPointF
    px: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class Gesture(Protocol):
    """One thing that a person does with a pressed button; the document changes at its end only."""

    @property
    def scrolls(self) -> bool:
        """Whether the view scrolls when the pointer comes near its edge."""

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; the view may have scrolled under it as well."""

    def release(self, pointer: Pointer) -> None:
        """Do what the gesture means."""

    def cancel(self) -> None:
        """Leave no trace."""
