"""The view of the causal map: shows its drawing, and turns mouse and keys into commands."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.causal.editing import NodeEditing
from blueprint_editor.canvas.causal.gestures import MapStage
from blueprint_editor.canvas.causal.highlights import MapHighlights
from blueprint_editor.canvas.causal.keyboard import handle_map_key
from blueprint_editor.canvas.causal.pointing import MapPointing
from blueprint_editor.canvas.causal.telling import tell_selection
from blueprint_editor.canvas.focus_mark import OWN_MARK
from blueprint_editor.canvas.glide import Glide
from blueprint_editor.canvas.items import find_page, to_rect
from blueprint_editor.canvas.overlay import Overlay
from blueprint_editor.canvas.pointed_view import PointedView
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.session.causal_edits import (
    find_causal_selection,
    make_node,
    select_in_map,
    toggle_signs,
)
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.causal_picture import compose_causal_map

_LARGEST_FIT: Final = 1.4
"""A small map is shown no larger than so at first."""


class CausalView(PointedView):
    """Shows a session's causal map; what is selected in it is selected in the session.

    Attributes:
        picture: the map as it is shown, previews included.

    Signals:
        hinted: something is to be told; carries a text or a :class:`CommandRefusedError`.
        menu_asked: a context menu is wanted; carries where on the screen.
        subject_asked: the card or mark that a node stands for is to be shown.
    """

    pointing: MapPointing
    editing: NodeEditing

    hinted = Signal(object)
    menu_asked = Signal(object)
    subject_asked = Signal()

    def __init__(
        self, session: DocumentSession, library: FontLibrary, parent: QWidget | None = None
    ) -> None:
        self.map_scene = PosterScene(QtFonts(library))
        super().__init__(self.map_scene, parent)
        self.session = session
        self.glide = Glide(self)
        self._typesetter = Typesetter(library)
        self._shown: tuple[object, ...] = ()
        self.picture = compose_causal_map(
            session.shown_document, session.poster.facts, self._typesetter
        )
        overlay = Overlay(self.map_scene)
        self._highlights = MapHighlights(session, overlay, lambda: self.plan)
        self.editing = NodeEditing(session, self, EditorFonts(library), lambda: self.plan)
        stage = MapStage(session, overlay, lambda: self.plan, self.editing, self.hinted.emit)
        self.pointing = MapPointing(self, stage, self._highlights)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(_("Causal map"))
        # What is selected looks so without the keyboard, too: only a ring tells where that is.
        self.setProperty(OWN_MARK, False)
        self.editing.ended.connect(self._go_on)
        self.zoomed.connect(lambda: self._highlights.set_scale(self.scale_px))
        session.poster_changed.connect(self.show_map)
        session.selection_changed.connect(self._show_selection)
        session.selection_changed.connect(self._tell_selection)
        session.changed.connect(self._tell_selection)
        self.show_map()

    @property
    def plan(self) -> MapPlan:
        """The map as it is shown."""
        return self.picture.plan

    # --- what is shown

    def show_map(self) -> None:
        """Show the map of the session's document as it is now, previews included."""
        document = self.session.shown_document
        parts = (document.causal_map, document.cards, document.marks, document.language)
        if self._shown and all(a is b for a, b in zip(parts, self._shown, strict=True)):
            return
        self._shown = parts
        facts = self.session.poster.facts
        self.picture = compose_causal_map(document, facts, self._typesetter, self.picture)
        drawing = self.picture.drawing
        self.map_scene.show_drawing(drawing)
        self.show_page(find_page(drawing), drawing.fit.scale)
        self.editing.place()
        self._show_selection()
        self.viewport().update()

    def fit_map(self) -> None:
        """Show the whole map, but a small one no larger than its type is made for."""
        self.fit_page()
        if self.zoom > _LARGEST_FIT:
            self.look_at(self.page.center(), _LARGEST_FIT)

    def show_loop(self, name: str) -> None:
        """Let a loop stand out; an empty name lets none."""
        self._highlights.loop = name
        self._show_selection()

    def _show_selection(self) -> None:
        self._highlights.has_knobs = not self.editing.is_active and not self.pointing.is_active
        self._highlights.show()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        super().drawForeground(painter, rect)
        if self.plan.nodes or self.editing.is_active:
            return
        painter.save()
        painter.resetTransform()
        painter.setPen(Qt.GlobalColor.darkGray)
        painter.drawText(
            self.viewport().rect().adjusted(40, 40, -40, -40),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            _("Type the first factor, or double-click where it is to stand."),
        )
        painter.restore()

    # --- what is told

    def _tell_selection(self) -> None:
        told = tell_selection(self.plan, find_causal_selection(self.session))
        if told == self.accessibleDescription():
            return
        self.setAccessibleDescription(told)
        if not self.hasFocus():
            return
        announce(self, told)
        node = find_causal_selection(self.session).node
        if node in self.plan.nodes and not self.pointing.is_active:
            self.reveal(to_rect(self.plan.nodes[node].box))

    # --- what is done

    def edit_selection(self) -> None:
        """Edit the words of the current node, or give the current arrows the other sign."""
        chosen = find_causal_selection(self.session)
        if chosen.node is not None:
            self.editing.edit(chosen.node)
        elif chosen.arrows:
            toggle_signs(self.session)

    def add_node(self, typed: str = "", at: QPointF | None = None) -> None:
        """Begin a new node, where it finds its place by itself or at a point in mm."""
        place = None if at is None else (at.x(), at.y())
        self.editing.add(make_node(self.session, place))
        if typed and self.editing.is_active:
            self.editing.editor.insertPlainText(typed)

    def begin_text(self) -> None:
        """Begin a new node."""
        self.add_node()

    def add_joined(self, *, is_cause: bool) -> None:
        """Begin a new node that is an effect of the current one, or a cause of it."""
        node = find_causal_selection(self.session).node
        if node is None:
            self.add_node()
        else:
            self.editing.add(make_node(self.session), node, is_cause=is_cause)

    def connect_selection(self) -> None:
        """Choose with keys or pointer what the current node leads to."""
        node = find_causal_selection(self.session).node
        if node is not None:
            self.pointing.connect_from(node)

    def _go_on(self, next_place: str) -> None:
        """Go where Tab leads out of the words of a node: to a new effect, or a new cause."""
        self.take_focus_back()
        self._show_selection()
        if next_place in {"right", "left"}:
            self.add_joined(is_cause=next_place == "left")
        elif (node := find_causal_selection(self.session).node) in self.plan.nodes:
            # What was typed may have made it larger, or moved it.
            self.reveal(to_rect(self.plan.nodes[node].box))

    def cancel(self) -> None:
        """Drop the gesture on its way; without one let no loop stand out, and select nothing."""
        self.hinted.emit("")
        if self.pointing.cancel():
            return
        if self._highlights.loop:
            self.show_loop("")
        else:
            select_in_map(self.session)

    # --- mouse

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.editing.commit()
        at = self.find_pointer(event).at
        record = self.pointing.find_record(at)
        if record is None:
            self.add_node(at=at)
        else:
            select_in_map(self.session, record)
            self.edit_selection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.finish()
        at: QPoint = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            record = self.pointing.find_record(self.to_scene(QPointF(at)))
            if record is None:
                select_in_map(self.session)
            elif record not in self.session.selection.records:
                select_in_map(self.session, record)
        else:
            node = find_causal_selection(self.session).node
            if node in self.plan.nodes:
                box = to_rect(self.plan.nodes[node].box)
                at = self.viewportTransform().mapRect(box).center().toPoint()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self.pointing.take_key(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Space:
            self.pointing.hold_space(is_held=True)
        elif not handle_map_key(self, event):
            super().keyPressEvent(event)
