"""What is dragged onto the poster from a panel: cards in the cell where it is let go."""

import os
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.places import find_place_at
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import select_added

Taker = Callable[[Sequence[str], Cursor], bool]
"""Takes ids of what was dragged, and where it was let go; returns whether cards came of it."""


class PosterDrop(QObject):
    """Follows the pointer with the cursor, so that one sees where the card will be.

    Args:
        canvas: where things are let go.
        takers: what can be dragged there, by its format.
    """

    def __init__(self, canvas: PosterCanvas, takers: Mapping[str, Taker]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._takers = takers
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A QDragEnterEvent is a QDragMoveEvent, and that is a QDropEvent.
        if not isinstance(event, QDropEvent):
            return False
        format_ = next(filter(event.mimeData().hasFormat, self._takers), None)
        if format_ is None:
            # Files are the window's.
            event.ignore()
            return True
        place = self._find_place(event)
        is_entering = event.type() == QEvent.Type.DragEnter
        event.setAccepted(is_entering or place is not None)
        if isinstance(event, QDragMoveEvent) or place is None:
            if place is not None:
                self._canvas.session.select((), place)
            return True
        ids = bytes(event.mimeData().data(format_).data()).decode("ascii", "ignore").split()
        if self._takers[format_](ids, place):
            self._canvas.setFocus()
        return True

    def _find_place(self, event: QDropEvent) -> Cursor | None:
        at = self._canvas.to_scene(event.position())
        return find_place_at(self._canvas.session.poster, at)


def pack_ids(format_: str, ids: Sequence[str]) -> QMimeData:
    """Return what is carried while things with these ids are dragged."""
    data = QMimeData()
    data.setData(format_, QByteArray(" ".join(ids).encode()))
    return data


def name_notes_format(session: DocumentSession) -> str:
    """Return the format of dragged notes: their ids say nothing in another document's window."""
    return f"application/x-blueprint-notes-{os.getpid()}-{id(session)}"


def place_notes(session: DocumentSession, ids: Sequence[str], place: Cursor) -> bool:
    """Make cards of notes, by their ids, in one step; returns whether that was possible.

    Ids of paths among them say which ones alone the cards are on.
    """
    from blueprint_editor.commands.notes import PlaceNotes  # noqa: PLC0415 - needed late, or never

    session.end_step()
    paths = {variant.id for variant in session.document.variants}
    notes, only = (tuple(i for i in ids if (i in paths) is wanted) for wanted in (False, True))
    command = PlaceNotes(notes, place.lane, place.step, place.position, variants=only)
    is_done = session.execute(command, select_added)
    session.end_step()
    return is_done
