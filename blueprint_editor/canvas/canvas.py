"""The canvas: the poster on paper, with what the mouse and the keys do to it."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.accessibility import Narrator
from blueprint_editor.canvas.beginnings import Beginnings
from blueprint_editor.canvas.eyes import Eyes
from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.canvas.glide import Glide
from blueprint_editor.canvas.headers import StickyHeaders
from blueprint_editor.canvas.highlights import Highlights
from blueprint_editor.canvas.hit import HitFinder
from blueprint_editor.canvas.items import find_page
from blueprint_editor.canvas.keyboard import handle_key
from blueprint_editor.canvas.minimap import Minimap
from blueprint_editor.canvas.overlay import Overlay
from blueprint_editor.canvas.pointed_view import PointedView
from blueprint_editor.canvas.pointing import Pointing
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.gesture import ALT, CONTROL, SHIFT, Hint, Pointer, Stage
from blueprint_editor.canvas.tools.text_editing import TextEditing
from blueprint_editor.canvas.view import has_page_in_view, shows_whole_page
from blueprint_editor.canvas.voting import Voting
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.selection import Selection
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.session.current import find_context
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import find_connection_start, free_place
from blueprint_editor.session.filters import show_everything

_HELD_KEYS: dict[int, Qt.KeyboardModifier] = {
    Qt.Key.Key_Control: CONTROL,
    Qt.Key.Key_Alt: ALT,
    Qt.Key.Key_Shift: SHIFT,
}
"""Keys that change what a gesture means while they are held."""


class PosterCanvas(PointedView):
    """Shows a session's poster and turns events into gestures; holds nothing of the document.

    Signals:
        hinted: a gesture tells what it would do, or why the rules forbid it; carries the
            :data:`Hint`, None when there is nothing more to tell.
        kind_asked: a new connector's kind is wanted; carries where (viewport px) and a function
            that takes the kind, or None for no connector.
        menu_asked: a context menu is wanted; carries the :data:`Context` and where on the screen.
    """

    pointing: Pointing
    editing: TextEditing

    hinted = Signal(object)
    kind_asked = Signal(object, object)
    menu_asked = Signal(str, object)

    def __init__(
        self, session: DocumentSession, library: FontLibrary, parent: QWidget | None = None
    ) -> None:
        self.poster_scene = PosterScene(QtFonts(library))
        super().__init__(self.poster_scene, parent)
        self.session = session
        self.glide = Glide(self)
        self.eyes = Eyes(self)
        self.overlay = Overlay(self.poster_scene)
        self.editing = TextEditing(session, self.poster_scene, self, EditorFonts(library))
        finder = HitFinder(session, self.poster_scene)
        headers = StickyHeaders(self, session, self.eyes)
        self.minimap = Minimap(self, session, self.eyes)
        self.editing.find_strip = headers.find_place
        self._highlights = Highlights(session, self.poster_scene, self.overlay, finder, headers)
        self._hint: Hint = None
        stage = Stage(
            session, self.poster_scene, self.overlay, self, self.editing, IdMaker(), self._tell
        )
        self.voting = Voting(session, self)
        beginnings = Beginnings(stage, self.kind_asked.emit, self.voting)
        self.pointing = Pointing(stage, finder, headers, self._highlights, beginnings)
        self._narrator = Narrator(self, session)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(_("Poster"))
        self.editing.started.connect(self._show_selection)
        self.editing.ended.connect(self._return_focus)
        self.zoomed.connect(self._take_scale)
        session.poster_changed.connect(self.show_poster)
        self.eyes.changed.connect(self.show_poster)
        session.selection_changed.connect(self._show_selection)
        session.selection_changed.connect(self._reveal_cursor)
        self.show_poster()
        self._take_scale()

    @property
    def is_busy(self) -> bool:
        """Whether a gesture or a text is on its way."""
        return self.pointing.is_active or self.editing.is_active

    def _tell(self, hint: Hint) -> None:
        if hint != self._hint:
            self._hint = hint
            self.hinted.emit(hint)

    def show_poster(self) -> None:
        """Show the session's poster as it is now."""
        drawing, was_whole = self.session.poster.drawing, shows_whole_page(self)
        self.poster_scene.show_drawing(self.eyes.see(drawing))
        self.show_page(find_page(drawing), drawing.fit.scale)
        if was_whole and not self.is_busy and not has_page_in_view(self):
            self.fit_page()
        self.editing.place()
        self._show_selection()

    def _take_scale(self) -> None:
        self._highlights.set_scale(self.scale_px)
        self.poster_scene.set_scale(self.scale_px)

    def _show_selection(self) -> None:
        selection = self.session.selection
        self.setProperty(OWN_MARK, bool(selection.records) or selection.cursor is not None)
        self._highlights.show_selection(is_editing=self.editing.is_active)

    def _reveal_cursor(self) -> None:
        """Scroll to the current card or cell, unless the pointer has it in hand."""
        area = None if self.pointing.is_active else self._highlights.find_cursor_area()
        if area is not None:
            self.reveal(area)

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits, with what stands around it."""
        area = self._highlights.find_current_area()
        if not area.isEmpty():
            room = max(area.width(), area.height()) * 0.5
            self.fit_area(area.adjusted(-room, -room, room, room))

    def edit_selection(self, typed: str = "", at: QPointF | None = None) -> None:
        """Edit the current record's text, or begin a card at the cursor.

        ``typed`` letters take the place of a text, as in a spreadsheet. A text that stands on
        several rows of the poster is edited next to ``at`` (drawing mm).
        """
        current, cursor = self.session.selection.current, self.session.selection.cursor
        if current is not None:
            self.editing.edit(current, at or self.find_look()[0])
        elif cursor is not None:
            self.editing.add_card(cursor)
        elif typed:
            self.session.refused.emit(CommandRefusedError("no_cell"))
        if typed and self.editing.is_active:
            self.editing.editor.selectAll()
            self.editing.editor.insertPlainText(typed)

    def begin_text(self) -> None:
        """Edit the current record's text, or begin a card at the cursor."""
        self.edit_selection()

    def add_card(self) -> None:
        """Begin a new card below the current one, or at the cursor."""
        if (place := free_place(self.session)) is not None:
            self.editing.add_card(place)

    def connect_selection(self) -> None:
        """Choose with keys or pointer what the current card is connected to."""
        if (card := find_connection_start(self.session)) is not None:
            self.pointing.connect_from(card)

    def cancel(self) -> None:
        """Drop the gesture on its way; without one select nothing, and then filter nothing."""
        if self.pointing.cancel():
            return
        if self.session.selection != Selection():
            self.session.select()
        else:
            show_everything(self.session)

    def _return_focus(self) -> None:
        self.take_focus_back()
        self._show_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        is_plain = is_left and not (self.pointing.is_space_held or self.voting.is_on)
        if is_plain and self.pointing.double_click(self.find_pointer(event)):
            event.accept()
            return
        self.mousePressEvent(event)
        if is_plain:
            self.mouseReleaseEvent(event)
            self.pointing.cancel()
            self.edit_selection(at=self.to_scene(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies under the pointer, or of what is current."""
        event.accept()
        if self.pointing.is_active:
            return
        self.editing.commit()
        at, chosen = event.pos(), None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            px = QPointF(at)
            chosen = self.pointing.choose_for_menu(Pointer(self.to_scene(px), px))
        else:
            seen, area = self.viewport().rect(), self._highlights.find_current_area()
            box = seen & self.viewportTransform().mapRect(area).toRect()
            at = (box if not box.isEmpty() else seen).center()
        context = chosen or find_context(self.session)
        self.menu_asked.emit(context, self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.pointing.hold_space(is_held=True)
        elif event.key() in _HELD_KEYS and self.pointing.is_active:
            self.pointing.hold_keys(event.modifiers() | _HELD_KEYS[event.key()])
        elif self.pointing.is_active and event.key() != Qt.Key.Key_Escape:
            self.pointing.take_key(event)
        elif self.voting.take_key(event) or handle_key(self, event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HELD_KEYS and self.pointing.is_active:
            self.pointing.hold_keys(event.modifiers() & ~_HELD_KEYS[event.key()])
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab walks the cells; with no cell in hand it leaves the canvas, so nobody is trapped."""
        if self.session.selection.cursor is not None:
            return False
        return super().focusNextPrevChild(is_next)
