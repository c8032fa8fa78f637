"""The gesture of typing: from the first key to the commit, one previewed command at a time."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import find_text_place
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.commands.cards import AddCard, SetCardText
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.records import Card
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import move_cursor
from blueprint_editor.session.navigation import find_cursor, select_place

if TYPE_CHECKING:
    from blueprint_editor.canvas.tools.edit_text import TextEditor

MakeCommand: TypeAlias = Callable[[str], Command]


class _Edited(NamedTuple):
    """What is being typed into."""

    card: str
    make_command: MakeCommand
    is_new: bool
    before: Selection


class TextEditing(QObject):
    """Starts, follows and ends the editing of one card's text.

    Signals:
        ended: the editor is gone; the canvas may take the focus.
    """

    ended = Signal()

    def __init__(
        self, session: DocumentSession, scene: PosterScene, view: ZoomView, fonts: EditorFonts
    ) -> None:
        super().__init__(view)
        self._session = session
        self._scene = scene
        self._view = view
        self._ids = IdMaker()
        self._edited: _Edited | None = None
        self._command: Command | None = None
        self._fonts = fonts
        view.zoomed.connect(self.place)
        view.scrolled.connect(self.place)

    @property
    def is_active(self) -> bool:
        return self._edited is not None

    @cached_property
    def editor(self) -> "TextEditor":
        """The box that takes the letters, made for the first of them."""
        # Late: the first paint needs none of Qt's rich text.
        from blueprint_editor.canvas.tools.edit_text import TextEditor  # noqa: PLC0415

        made = TextEditor(self._view.viewport(), self._fonts)
        made.hide()
        made.typed.connect(self._take_text)
        made.finished.connect(self.commit)
        made.cancelled.connect(self.cancel)
        return made

    def edit_card(self, card_id: str, *, selects_all: bool = False) -> None:
        """Edit the text of a card that is there."""
        self.commit()
        card = self._session.facts.cards[card_id]
        self._start(
            _Edited(card_id, lambda text: SetCardText(card_id, text), False, self._selection()),
            card.text,
            selects_all=selects_all,
        )

    def add_card(self, place: Cursor, join: Callable[[str], Command] | None = None) -> None:
        """Begin a new card at a place; it comes to be with its first letter.

        ``join`` makes a command of the new card's id that becomes part of the same step.
        """
        self.commit()
        document = self._session.document
        if (problem := find_place_problem(document, place.lane, place.step)) is not None:
            self._session.refused.emit(problem)
            return
        blank = Card(id=self._ids.make_id(document, "c"), lane=place.lane, step=place.step, text="")

        joined = () if join is None else (join(blank.id),)

        def make_command(text: str) -> Command:
            added = AddCard(blank.changed(text=text), place.position)
            return Several(msgid("new connected card"), (added, *joined)) if joined else added

        if self._session.preview(make_command("")):
            self._start(_Edited(blank.id, make_command, True, self._selection()), "")

    def _selection(self) -> Selection:
        return self._session.selection

    def _start(self, edited: _Edited, text: str, *, selects_all: bool = False) -> None:
        self._edited = edited
        self._command = None
        self.editor.start(text, selects_all=selects_all)
        self.place()
        self._reveal()
        self.editor.show()
        self.editor.setFocus()

    def _reveal(self) -> None:
        if self._edited is not None:
            placed = self._scene.find_placed(self._edited.card)
            if placed is not None:
                box = placed.bounds
                self._view.reveal(QRectF(box.x0, box.y0, box.width, box.height))

    def place(self) -> None:
        """Keep the editor where the text stands."""
        if self._edited is None:
            return
        placed = self._scene.find_placed(self._edited.card)
        if placed is None:
            return
        fit = self._session.shown_document.poster.fit
        where = find_text_place(placed, fit.type_scale if fit is not None else 1.0)
        start = self._view.viewportTransform().map(QPointF(where.area.left(), where.baseline))
        self.editor.place(where, self._view.scale_px, start)

    def _take_text(self, text: str) -> None:
        if self._edited is not None:
            self._command = self._edited.make_command(text)
            self._session.preview(self._command)

    def commit(self, next_place: str = "stay") -> None:
        """Make what was typed real; a new card without a letter never was."""
        edited, command = self._end()
        if edited is None:
            return
        if command is None or (edited.is_new and not self.editor.text().strip()):
            self._session.drop_preview()
            self._session.select(*edited.before)
        else:
            self._session.execute(command, Selection((edited.card,)))
        self._go_on(edited, next_place)
        self.ended.emit()

    def _go_on(self, edited: _Edited, next_place: str) -> None:
        place = find_cursor(self._session.facts, edited.card)
        if next_place == "below" and place is not None:
            below = place._replace(position=place.position + 1)
            self._session.select(*select_place(self._session.facts, below))
        elif next_place == "below":
            move_cursor(self._session, "down")
        elif next_place == "right":
            move_cursor(self._session, "right")
        elif next_place == "left":
            move_cursor(self._session, "left")

    def cancel(self) -> None:
        """Leave the text as it was."""
        edited, _ = self._end()
        if edited is not None:
            self._session.drop_preview()
            self._session.select(*edited.before)
            self.ended.emit()

    def _end(self) -> tuple[_Edited | None, Command | None]:
        ended = self._edited, self._command
        if self._edited is not None:
            self._edited = self._command = None
            self.editor.hide()
        return ended
