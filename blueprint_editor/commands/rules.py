"""What may be done where: one answer for the hover feedback and for the command."""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.model.derived import DerivedFacts, sort_cards
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.model.records import Lane


class CardPlace(NamedTuple):
    """Where a card shall stand: before the ``position``-th of the cell's cards that do not move.

    ``position`` None or beyond the last = at the end of the cell.
    """

    card: str
    lane: str
    step: str
    position: int | None = None


def is_card_lane(lane: Lane) -> bool:
    """Tell whether a lane takes cards: a hidden one would swallow them, a curve has none."""
    return not lane.hidden and lane.role != "emotion"


def find_place_problem(
    document: DocumentContent, lane_id: str, step_id: str
) -> CommandRefusedError | None:
    """Return why no card may be put into a cell, or None if it may."""
    lane = next((lane for lane in document.lanes if lane.id == lane_id), None)
    if lane is None:
        return CommandRefusedError("unknown_record", lane_id)
    if not any(step.id == step_id for step in document.steps):
        return CommandRefusedError("unknown_record", step_id)
    if lane.hidden:
        return CommandRefusedError("hidden_lane", lane_id)
    if not is_card_lane(lane):
        return CommandRefusedError("curve_lane", lane_id)
    return None


def find_connection_problem(
    document: Document, source: str, target: str, kind: ConnectorKind = "flow"
) -> CommandRefusedError | None:
    """Return why two cards cannot be connected, or None if they can."""
    known = {card.id for card in document.cards}
    if missing := [card for card in (source, target) if card not in known]:
        return CommandRefusedError("unknown_record", *missing)
    if source == target:
        return CommandRefusedError("connects_itself", source)
    for connector in document.connectors:
        if (connector.source, connector.target, connector.kind) == (source, target, kind):
            return CommandRefusedError("already_connected", source, target)
    return None


def plan_block_move(
    facts: DerivedFacts, cards: Iterable[str], anchor: str, place: CardPlace
) -> tuple[CardPlace, ...]:
    """Plan how a block of cards follows its anchor card to a new place.

    Cards of the anchor's own cell go there with it; the others keep their distance to it in
    lanes that take cards and in steps, and go to the end of their cells.

    Raises:
        CommandRefusedError: ``outside_grid`` (a card would leave the lanes or steps), or what
            :func:`find_place_problem` tells about the anchor's place.
    """
    document = facts.document
    if (problem := find_place_problem(document, place.lane, place.step)) is not None:
        raise problem
    lanes = [lane.id for lane in facts.lanes if is_card_lane(lane)]
    steps = [step.id for step in facts.steps]
    home = facts.cards[anchor]
    if home.lane not in lanes:
        raise CommandRefusedError("hidden_lane", home.lane)
    down = lanes.index(place.lane) - lanes.index(home.lane)
    right = steps.index(place.step) - steps.index(home.step)
    wanted = frozenset(cards) | {anchor}
    plan: list[CardPlace] = []
    for card in sort_cards(document, (c for c in document.cards if c.id in wanted)):
        if (card.lane, card.step) == (home.lane, home.step):
            plan.append(CardPlace(card.id, place.lane, place.step, place.position))
        elif (down, right) != (0, 0):
            lane = _at(lanes, lanes.index(card.lane) + down if card.lane in lanes else -1)
            step = _at(steps, steps.index(card.step) + right)
            if lane is None or step is None:
                raise CommandRefusedError("outside_grid", card.id)
            plan.append(CardPlace(card.id, lane, step))
    return tuple(plan)


def _at(ids: list[str], index: int) -> str | None:
    return ids[index] if 0 <= index < len(ids) else None
