"""Voting with dots on the canvas: while it is on, a click or a key gives a vote or takes one."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.language.texts import ngettext
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.session.current import find_context
from blueprint_editor.session.document_session import DocumentSession

_KEYS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class Voting(QObject):
    """Is off at first.

    Signals:
        changed: it was turned on or off.
    """

    changed = Signal()

    def __init__(self, session: DocumentSession, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self.is_on = False

    def turn(self, *, is_on: bool) -> None:
        """Begin or end."""
        if is_on != self.is_on:
            self.is_on = is_on
            self.changed.emit()

    def cast(self, record: str, by: int) -> None:
        """Give a card or mark votes, or take some away, and select it."""
        announce(self._canvas, cast_vote(self._session, record, by))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while it is on; returns whether it means anything."""
        if not self.is_on:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.turn(is_on=False)
            return True
        current = self._session.selection.current
        by = read_vote(event)
        if by == 0 or current is None or find_context(self._session) not in {"card", "mark"}:
            return False
        self.cast(current, by)
        return True


def read_vote(event: QKeyEvent) -> int:
    """Return what a key does to the votes: 1, -1 or 0 for nothing."""
    return _KEYS.get(event.key(), 0)


def cast_vote(session: DocumentSession, record: str, by: int) -> str:
    """Give a card or mark votes, or take some away, and select it; returns what it has now."""
    from blueprint_editor.commands.card_texts import ChangeVotes  # noqa: PLC0415 - seldom

    session.select((record,))
    session.execute(ChangeVotes((record,), by))
    return tell_votes(session.facts, record)


def tell_votes(facts: DerivedFacts, record: str) -> str:
    """Return how many votes a card or mark has, as a sentence."""
    found = find_record(facts.document, record).record
    count = ngettext("{count} vote", "{count} votes", found.votes).format(count=found.votes)
    name = facts.card_codes.get(record) or " ".join(found.text.split())
    return f"{name}: {count}" if name else count
