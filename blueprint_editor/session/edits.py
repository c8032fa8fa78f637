"""What keys and menus do to the selection; each is one command of the session."""

from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.copies import DuplicateCards
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.session.current import find_context
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import (
    Direction,
    plan_card_shift,
    select_added,
    step_selection,
)
from blueprint_editor.session.structure import shift_record


def selected_cards(session: DocumentSession) -> tuple[str, ...]:
    """Return the ids of the selected cards, the current one last."""
    cards = session.facts.cards
    return tuple(record for record in session.selection.records if record in cards)


def delete_selection(session: DocumentSession) -> None:
    """Delete what is selected; the cursor stays in its cell."""
    if records := session.selection.records:
        place = Selection((), session.selection.cursor)
        session.execute(DeleteRecords(frozenset(records)), place)


def shift_selection(session: DocumentSession, direction: Direction) -> None:
    """Move the selected cards one place, or the current record of another kind."""
    if find_context(session) != "card":
        shift_record(session, direction)
    elif cards := selected_cards(session):
        try:
            plan = plan_card_shift(session.facts, cards, direction)
        except CommandRefusedError as error:
            session.refused.emit(error)
        else:
            session.execute(MoveCards(plan), Selection(cards))


def duplicate_selection(session: DocumentSession) -> None:
    """Put copies of the selected cards below them and select those."""
    if cards := selected_cards(session):
        session.execute(DuplicateCards(cards), select_added)


def select_all(session: DocumentSession) -> None:
    """Select every visible card, in reading order."""
    visible = session.facts.visible_cards
    session.select(card.id for card in session.facts.reading_order if card.id in visible)


def move_cursor(session: DocumentSession, direction: Direction, *, extends: bool = False) -> None:
    """Follow an arrow key; ``extends`` keeps what is selected and adds the card reached."""
    after = step_selection(session.facts, session.selection, direction)
    if not extends:
        session.select(*after)
    elif after.records:
        kept = (record for record in session.selection.records if record not in after.records)
        session.select((*kept, *after.records))


def move_cursor_to_end(session: DocumentSession, direction: Direction) -> None:
    """Go as far as an arrow key leads."""
    while True:
        before = session.selection.cursor
        move_cursor(session, direction)
        if session.selection.cursor == before:
            return


def free_place(session: DocumentSession) -> Cursor | None:
    """Return where a new card goes: below the current card, or at the cursor."""
    current, cursor = session.selection.current, session.selection.cursor
    if cursor is None or current not in session.facts.cards:
        return cursor
    return cursor._replace(position=cursor.position + 1)


def find_connection_start(session: DocumentSession) -> str | None:
    """Return the card that a new connector begins at: the current one, or a connector's target."""
    current, facts = session.selection.current, session.facts
    if current in facts.cards:
        return current
    return next((link.target for link in facts.document.connectors if link.id == current), None)
