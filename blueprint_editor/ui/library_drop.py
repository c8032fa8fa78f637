"""Entries of the library that are dragged onto the poster: a card in the cell they are let go."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.places import find_place_at
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.ui.library_desk import LIBRARY_MIME, LibraryDesk


class LibraryDrop(QObject):
    """Follows the pointer with the cursor, so that one sees where the card will be."""

    def __init__(self, canvas: PosterCanvas, desk: LibraryDesk) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._desk = desk
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A QDragEnterEvent is a QDragMoveEvent, and that is a QDropEvent.
        if not isinstance(event, QDropEvent):
            return False
        if not event.mimeData().hasFormat(LIBRARY_MIME):
            # Files are the window's.
            event.ignore()
            return True
        place = self._find_place(event)
        is_entering = event.type() == QEvent.Type.DragEnter
        event.setAccepted(is_entering or place is not None)
        if isinstance(event, QDragMoveEvent) or place is None:
            if place is not None:
                self._desk.session.select((), place)
            return True
        ids = bytes(event.mimeData().data(LIBRARY_MIME).data()).decode("ascii", "ignore").split()
        if self._desk.insert_cards(ids, place):
            self._canvas.setFocus()
        return True

    def _find_place(self, event: QDropEvent) -> Cursor | None:
        at = self._canvas.to_scene(event.position())
        return find_place_at(self._canvas.session.poster, at)
