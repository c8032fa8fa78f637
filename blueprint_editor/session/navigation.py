"""Where the arrow keys lead in the grid of cells, as in a spreadsheet; pure, no Qt."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal, TypeAlias

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.rules import CardPlace, is_card_lane, plan_block_move
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.model.changes import COLLECTIONS, find_changes
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Card, Lane, Phase, Step

Direction: TypeAlias = Literal["left", "right", "up", "down"]
ChooseSelection: TypeAlias = Callable[[Document, Document], Selection]
"""Tells from the documents before and after a command what is selected then."""


def find_cursor(facts: DerivedFacts, card_id: str) -> Cursor | None:
    """Return the place of a card; None for another record."""
    card = facts.cards.get(card_id)
    if card is None:
        return None
    ids = [other.id for other in facts.cards_by_cell[card.lane, card.step]]
    return Cursor(card.lane, card.step, ids.index(card_id))


def select_place(facts: DerivedFacts, cursor: Cursor) -> Selection:
    """Select the card at a place, or the free place itself.

    ``facts`` may be those of what is seen; a free place is then one among all.
    """
    cards = cards_at(facts, cursor.lane, cursor.step)
    position = max(0, min(cursor.position, len(cards)))
    if position < len(cards):
        return Selection((cards[position].id,), cursor._replace(position=position))
    if facts.whole is not None:
        whole = [card.id for card in cards_at(facts.whole, cursor.lane, cursor.step)]
        position = find_whole_place(whole, [card.id for card in cards], position)
    return Selection((), cursor._replace(position=position))


def keep_existing(facts: DerivedFacts, selection: Selection) -> Selection:
    """Return what exists of a selection: any records, and a cursor on the current card."""
    cards = facts.cards
    records = tuple(r for r in selection.records if r in cards or r in facts.ids)
    cursor = find_cursor(facts, records[-1]) if records else None
    return Selection(records, cursor or _keep_place(facts, selection.cursor))


def select_added(before: Document, after: Document) -> Selection:
    """Return what a command has added: its cards in reading order, or else the other records."""
    added = find_changes(before, after).added
    cards = tuple(c.id for c in DerivedFacts(after).reading_order if c.id in added)
    if cards:
        return Selection(cards)
    found = (record.id for name in COLLECTIONS for record in getattr(after, name))
    return Selection(tuple(record for record in found if record in added))


def _keep_place(facts: DerivedFacts, cursor: Cursor | None) -> Cursor | None:
    if cursor is None:
        return None
    lanes, steps = {lane.id for lane in facts.lanes}, {step.id for step in facts.steps}
    if cursor.lane not in lanes or cursor.step not in steps:
        return None
    free = len(cards_at(facts, cursor.lane, cursor.step))
    return cursor._replace(position=min(cursor.position, free))


def step_selection(facts: DerivedFacts, selection: Selection, direction: Direction) -> Selection:
    """Return the selection after an arrow key: the next card of the cell, else the next cell.

    ``facts`` are those of what is seen.
    """
    lanes = [lane.id for lane in facts.lanes if is_card_lane(lane)]
    steps = [step.id for step in facts.steps]
    if not lanes or not steps:
        return selection
    cursor = selection.cursor
    if selection.records:
        cursor = find_cursor(facts, selection.records[-1]) or cursor
    if cursor is None or cursor.lane not in lanes or cursor.step not in steps:
        return select_place(facts, Cursor(lanes[0], steps[0]))
    # A free place is one among all cards; what is not seen is passed over.
    position = min(cursor.position, len(cards_at(facts, cursor.lane, cursor.step)))
    cursor = cursor._replace(position=position)
    selection = selection._replace(cursor=cursor)
    row, column = lanes.index(cursor.lane), steps.index(cursor.step)
    if direction in {"left", "right"}:
        column += 1 if direction == "right" else -1
        if not 0 <= column < len(steps):
            return selection
        return _select_card_near(facts, cursor._replace(step=steps[column]))
    return _step_vertically(facts, selection, lanes, row, 1 if direction == "down" else -1)


def _step_vertically(
    facts: DerivedFacts, selection: Selection, lanes: Sequence[str], row: int, way: int
) -> Selection:
    cursor = selection.cursor
    assert cursor is not None  # noqa: S101 - the caller looked
    cards = facts.cards_by_cell.get((cursor.lane, cursor.step), ())
    position = cursor.position + way
    if 0 <= position < len(cards):
        return select_place(facts, cursor._replace(position=position))
    if not 0 <= row + way < len(lanes):
        return selection
    last = 0 if way > 0 else len(cards_at(facts, lanes[row + way], cursor.step)) - 1
    return _select_card_near(facts, Cursor(lanes[row + way], cursor.step, last))


def _select_card_near(facts: DerivedFacts, cursor: Cursor) -> Selection:
    last = len(cards_at(facts, cursor.lane, cursor.step)) - 1
    return select_place(facts, cursor._replace(position=max(0, min(cursor.position, last))))


def find_neighbour(facts: DerivedFacts, record: str, direction: Direction) -> str | None:
    """Return the lane, phase or step beside one of its kind; None at the end, or for others.

    Lanes stand below each other, but ``left`` and ``right`` lead from name to name there too.
    """
    way = 1 if direction in {"right", "down"} else -1
    rows: tuple[Sequence[Lane | Phase | Step], ...] = (
        facts.lanes,
        facts.document.phases,
        facts.steps,
    )
    for row in rows:
        ids = [other.id for other in row]
        if record in ids:
            index = ids.index(record) + way
            return ids[index] if 0 <= index < len(ids) else None
    return None


def find_holder(document: DocumentContent, mark_id: str) -> str:
    """Return the record in whose tray a mark hangs; empty if there is no such mark.

    A connector's marks hang on the card that it comes from.
    """
    target = next((mark.target for mark in document.marks if mark.id == mark_id), "")
    sources = (link.source for link in document.connectors if link.id == target)
    return next(sources, target)


def cards_at(facts: DerivedFacts, lane: str, step: str) -> tuple[Card, ...]:
    """Return the cards of a cell, top to bottom."""
    return facts.cards_by_cell.get((lane, step), ())


def find_card_place(facts: DerivedFacts, place: CardPlace, moved: Collection[str]) -> CardPlace:
    """Return the place among all cards of a cell for one among those of ``facts``.

    ``moved`` cards are not counted.
    """
    if facts.whole is None or place.position is None:
        return place
    seen, whole = (
        [card.id for card in cards_at(one, place.lane, place.step) if card.id not in moved]
        for one in (facts, facts.whole)
    )
    return place._replace(position=find_whole_place(whole, seen, place.position))


def find_whole_place(whole: Sequence[str], seen: Sequence[str], place: int) -> int:
    """Return where the ``place``-th of those that are seen stands among all.

    Beyond the last of them it is right after that one; where none is seen, at the end.
    """
    if place < len(seen):
        return whole.index(seen[place])
    return whole.index(seen[-1]) + 1 if seen else len(whole)


def plan_card_shift(
    facts: DerivedFacts, cards: Sequence[str], direction: Direction
) -> tuple[CardPlace, ...]:
    """Plan how cards move one place: within the cell first, then to the next cell.

    The last of ``cards`` leads; see :func:`plan_block_move` for the others. ``facts`` are those of
    what is seen; the rest is passed over.

    Raises:
        CommandRefusedError: ``outside_grid``: there is no further place.
    """
    leader = facts.cards[cards[-1]]
    lanes = [lane.id for lane in facts.lanes if is_card_lane(lane)]
    steps = [step.id for step in facts.steps]
    stay = [c.id for c in cards_at(facts, leader.lane, leader.step) if c.id not in cards[:-1]]
    position = stay.index(leader.id)
    if direction in {"left", "right"}:
        way = 1 if direction == "right" else -1
        step = _neighbour(steps, leader.step, way)
        place = find_card_place(facts, CardPlace(leader.id, leader.lane, step, position), cards)
    else:
        way = 1 if direction == "down" else -1
        if 0 <= position + way < len(stay):
            place = find_card_place(
                facts, CardPlace(leader.id, leader.lane, leader.step, position + way), cards
            )
        else:
            lane = _neighbour(lanes, leader.lane, way)
            place = CardPlace(leader.id, lane, leader.step, 0 if way > 0 else None)
    return plan_block_move(facts.whole or facts, cards, leader.id, place)


def _neighbour(ids: Sequence[str], start: str, way: int) -> str:
    index = ids.index(start) + way if start in ids else -1
    if not 0 <= index < len(ids):
        raise CommandRefusedError("outside_grid", start)
    return ids[index]
