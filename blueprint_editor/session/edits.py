"""What keys and menus do to the selection; each is one command of the session."""

from typing import Literal

from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.rules import is_card_lane
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.kinds import POSTER_EXTRAS, POSTER_PARTS, PosterExtra, PosterPart
from blueprint_editor.session.current import find_context
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.navigation import (
    Direction,
    cards_at,
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
            plan = plan_card_shift(session.poster.facts, cards, direction)
        except CommandRefusedError as error:
            session.refused.emit(error)
        else:
            session.execute(MoveCards(plan), Selection(cards))


def duplicate_selection(session: DocumentSession) -> None:
    """Put copies of the selected cards below them and select those."""
    from blueprint_editor.commands.copies import DuplicateCards  # noqa: PLC0415 - seldom

    if cards := selected_cards(session):
        session.execute(DuplicateCards(cards), select_added)


def split_card(session: DocumentSession) -> None:
    """Make a card of each line of the selected one, and select the new ones."""
    from blueprint_editor.commands.card_texts import SplitCard  # noqa: PLC0415 - seldom

    for card in selected_cards(session)[-1:]:
        session.execute(SplitCard(card), select_added)


def join_cards(session: DocumentSession) -> None:
    """Make one card of those that are selected."""
    from blueprint_editor.commands.card_texts import JoinCards  # noqa: PLC0415 - seldom

    if cards := selected_cards(session):
        session.execute(JoinCards(cards))


def take_cards_back(session: DocumentSession) -> None:
    """Make notes of the selected cards again; the cursor stays in its cell."""
    from blueprint_editor.commands.notes import TakeCardsBack  # noqa: PLC0415 - seldom

    if cards := selected_cards(session):
        session.execute(TakeCardsBack(cards), Selection((), session.selection.cursor))


def select_all(session: DocumentSession) -> None:
    """Select every card that is seen, in reading order."""
    facts = session.poster.facts
    session.select(card.id for card in facts.reading_order if card.id in facts.visible_cards)


def move_cursor(session: DocumentSession, direction: Direction, *, extends: bool = False) -> None:
    """Follow an arrow key; ``extends`` keeps what is selected and adds the card reached."""
    after = step_selection(session.poster.facts, session.selection, direction)
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


def begin_at_customer(session: DocumentSession) -> None:
    """Put the cursor of a document without cards where the client's first one goes.

    So that the first words typed are a card.
    """
    facts = session.facts
    lanes = [lane for lane in facts.lanes if is_card_lane(lane)]
    lanes.sort(key=lambda lane: lane.role != "customer")
    if lanes and facts.steps and not facts.cards:
        session.select((), Cursor(lanes[0].id, facts.steps[0].id))


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


def select_around(session: DocumentSession, context: Literal["lane", "step", "phase"]) -> None:
    """Select the lane, step or phase of the current cell; the cursor stays there."""
    cursor, facts = session.selection.cursor, session.facts
    if cursor is None:
        return
    match context:
        case "lane":
            record = cursor.lane
        case "step":
            record = cursor.step
        case "phase":
            record = facts.phase_of_step[cursor.step].id
    session.select((record,), cursor)


def select_next_hanging(session: DocumentSession) -> None:
    """Select the next mark or connector of the card at the cursor; after the last the card."""
    cursor, facts = session.selection.cursor, session.facts
    cards = cards_at(facts, cursor.lane, cursor.step) if cursor is not None else ()
    if cursor is None or cursor.position >= len(cards):
        return
    card = cards[cursor.position].id
    connectors = [
        link.id for link in facts.document.connectors if card in {link.source, link.target}
    ]
    ring = [card, *(mark.id for mark in facts.marks_of.get(card, ())), *connectors]
    current = session.selection.current
    place = ring.index(current) + 1 if current in ring else 0
    session.select((ring[place % len(ring)],), cursor)


def toggle_poster_part(session: DocumentSession, part: PosterPart | PosterExtra) -> None:
    """Show a part of the poster that it does not show, or hide it."""
    poster = session.document.poster
    if part in POSTER_EXTRAS:
        chosen = {part} ^ set(poster.extra_parts)
        set_poster_field(session, "extra_parts", tuple(p for p in POSTER_EXTRAS if p in chosen))
    else:
        hidden = {part} ^ set(poster.hidden_parts)
        set_poster_field(session, "hidden_parts", tuple(p for p in POSTER_PARTS if p in hidden))


def set_poster_field(session: DocumentSession, field: str, value: object) -> None:
    """Give a field of the document's poster a value."""
    session.execute(SetField((session.document.id,), f"poster.{field}", value))
