"""The gesture of typing: from the first key to the commit, one previewed command at a time."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, Signal

from blueprint_editor.canvas.headers import StripPlace
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import TEXT_FIELDS, TextPlaces
from blueprint_editor.canvas.tools.typed_text import MakeCommand, Typing
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.commands.cards import AddCard, SetCardText
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.records import Card
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import move_cursor
from blueprint_editor.session.navigation import (
    Direction,
    find_cursor,
    find_neighbour,
    select_place,
)

FindStrip: TypeAlias = Callable[[str], StripPlace | None]

_NAMES = {
    "cards": msgid("Card text"),
    "connectors": msgid("Connector label"),
    "marks": msgid("Mark text"),
    "lanes": msgid("Lane name"),
    "phases": msgid("Phase name"),
    "steps": msgid("Step name"),
    "responsibilities": msgid("Band text"),
}
_WAYS: dict[str, Direction] = {"below": "down", "right": "right", "left": "left"}


def _find_nothing(_record: str) -> None:
    """There are no strips."""


class _Edited(NamedTuple):
    """What is being typed into."""

    collection: str
    record: str
    make_command: MakeCommand
    before: Selection
    needs_text: bool = False


class TextEditing(Typing[_Edited]):
    """Starts, follows and ends the editing of one record's text.

    Attributes:
        find_strip: tells where a name stands on a strip at the view's edge, if it does.

    Signals:
        started: the editor is there.
    """

    started = Signal()

    def __init__(
        self, session: DocumentSession, scene: PosterScene, view: ZoomView, fonts: EditorFonts
    ) -> None:
        super().__init__(session, view, fonts)
        self._places = TextPlaces(session, scene)
        self._ids = IdMaker()
        self.find_strip: FindStrip = _find_nothing

    def edit(self, record: str, near: QPointF | None = None) -> None:
        """Edit the text of a record that is there, as far as it stands on the poster.

        Where it stands several times, next to ``near`` (drawing mm).
        """
        self.commit()
        self._places.near = near
        if record not in self._session.facts.ids:
            return
        place = find_record(self._session.document, record)
        field = TEXT_FIELDS.get(place.collection)
        if place.path or field is None:
            return

        def make_command(text: str) -> Command:
            if place.collection == "cards":
                return SetCardText(record, text)
            return SetField((record,), field, text)

        edited = _Edited(place.collection, record, make_command, self._selection())
        self._start(edited, getattr(place.record, field))

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
            edited = _Edited("cards", blank.id, make_command, self._selection(), needs_text=True)
            self._start(edited, "")

    def begin(
        self, collection: str, record: str, make_command: MakeCommand, text: str = ""
    ) -> None:
        """Begin a new record with its text; it comes to be also if nothing is typed.

        ``make_command`` makes it, from its text.
        """
        self.commit()
        command = make_command(text)
        if not self._session.preview(command):
            self._session.execute(command)
            return
        self._start(_Edited(collection, record, make_command, self._selection()), text)
        self._command = command
        if self._edited is None:
            self._session.execute(command, Selection((record,), self._selection().cursor))
        else:
            self.editor.selectAll()

    def _selection(self) -> Selection:
        return self._session.selection

    def _start(self, edited: _Edited, text: str) -> None:
        where = self._places.find(edited.collection, edited.record)
        strip = self.find_strip(edited.record)
        if where is None and strip is None:
            return
        area = where.area if where is not None and strip is None else None
        self._open(edited, text, _(_NAMES[edited.collection]), area)
        self.started.emit()

    def place(self) -> None:
        """Keep the editor where the text stands."""
        if self._edited is None:
            return
        strip = self.find_strip(self._edited.record)
        if strip is not None:
            self.editor.place_on_strip(strip, self._view)
            return
        where = self._places.find(self._edited.collection, self._edited.record)
        if where is not None:
            self._put(where)

    def commit(self, next_place: str = "stay") -> None:
        """Make what was typed real; a new card without a letter never was."""
        edited, command = self._end()
        if edited is None:
            return
        if command is None or (edited.needs_text and not self.editor.text().strip()):
            self._take_back(edited)
        else:
            self._session.execute(command, Selection((edited.record,), edited.before.cursor))
        self.ended.emit(next_place)
        if next_place in _WAYS:
            self._go_on(edited, _WAYS[next_place])

    def _go_on(self, edited: _Edited, way: Direction) -> None:
        """Go where Enter or Tab leads: to another cell, or to the next of a row of names."""
        facts = self._session.poster.facts
        if edited.collection == "cards":
            place = find_cursor(facts, edited.record)
            if way == "down" and place is not None:
                below = place._replace(position=place.position + 1)
                self._session.select(*select_place(facts, below))
            else:
                move_cursor(self._session, way)
        elif way != "down" and (other := find_neighbour(facts, edited.record, way)) is not None:
            self._session.select((other,), self._session.selection.cursor)
            self.edit(other)
