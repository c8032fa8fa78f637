"""Typing into a node of the causal map where it stands: laid out at once, done at the end."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import TextPlace
from blueprint_editor.canvas.tools.typed_text import MakeCommand, Typing
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.commands.causal import AddCausalNode
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.selection import Selection
from blueprint_editor.drawing.primitives import GlyphRun
from blueprint_editor.language.texts import _
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.layout.theme import PAPER
from blueprint_editor.model.causal import find_node_texts
from blueprint_editor.session.causal_edits import make_joined_node
from blueprint_editor.session.document_session import DocumentSession

if TYPE_CHECKING:
    from blueprint_editor.model.records import CausalNode

_SLACK = 0.6
"""Room in mm that the letters' box has beyond them, so that no line breaks that does not there."""


class _Edited(NamedTuple):
    """The node that is being typed into; a new one needs words to come to be."""

    node: str
    make_command: MakeCommand
    before: Selection
    is_new: bool


class NodeEditing(Typing[_Edited]):
    """Starts, follows and ends the typing of one node's words."""

    def __init__(
        self,
        session: DocumentSession,
        view: ZoomView,
        fonts: EditorFonts,
        find_plan: Callable[[], MapPlan],
    ) -> None:
        super().__init__(session, view, fonts)
        self._find_plan = find_plan

    def edit(self, node: str) -> None:
        """Edit a node; one that says what its card says gets words of its own."""
        self.commit()
        texts = find_node_texts(self._session.document)
        if node not in texts:
            return
        known = self._session.document.causal_map
        own = next((n for n in known.nodes if n.id == node), None) if known is not None else None
        borrowed = texts[node] if own is not None and not own.text else None

        def make_command(text: str) -> Command:
            return SetField((node,), "text", "" if text == borrowed else text)

        self._start(_Edited(node, make_command, self._session.selection, is_new=False), texts[node])

    def add(self, node: "CausalNode", joined_to: str = "", *, is_cause: bool = False) -> None:
        """Begin a new node, joined to another one where that is given."""
        self.commit()
        blank = AddCausalNode(node)
        if joined_to:
            blank = make_joined_node(self._session, node, joined_to, is_cause=is_cause)

        def make_command(text: str) -> Command:
            return replace(blank, node=node.changed(text=text))

        if self._session.preview(make_command("")):
            self._start(_Edited(node.id, make_command, self._session.selection, is_new=True), "")

    def _start(self, edited: _Edited, text: str) -> None:
        box = to_rect(self._find_plan().nodes[edited.node].box)
        self._open(edited, text, _("Words of the factor"), box)

    def place(self) -> None:
        """Keep the editor where the words stand."""
        plan = self._find_plan()
        if self._edited is not None and self._edited.node in plan.nodes:
            self._put(_find_place(plan, self._edited.node))

    def commit(self, next_place: str = "stay") -> None:
        """Make real what was typed; a new node without a letter never was."""
        edited, command = self._end()
        if edited is None:
            return
        is_empty = edited.is_new and not self.editor.text().strip()
        if command is None or is_empty:
            self._take_back(edited)
        else:
            self._session.end_step()
            place = self._session.selection.cursor
            self._session.execute(command, Selection((edited.node,), place))
            self._session.end_step()
        self.ended.emit("stay" if is_empty else next_place)


def _find_place(plan: MapPlan, node: str) -> TextPlace:
    """Return where a node's words stand; the first letter of one without stands there, too."""
    planned, style = plan.nodes[node], plan.styles.body
    x, y = plan.find_text_place(node)
    runs = [run for run in planned.text.placed_at(x, y) if isinstance(run, GlyphRun)]
    baseline = runs[0].baseline if runs else y + style.leading / 2 + style.size * 0.36
    width = planned.box.x1 - plan.padding - x + _SLACK
    area = QRectF(x, baseline - style.size, width, planned.text.height)
    return TextPlace(area, baseline, style.face, style.size, style.leading, style.colour, PAPER)
