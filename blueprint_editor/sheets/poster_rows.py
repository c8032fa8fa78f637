"""The cards of the poster set lane by lane; a lane that an edit does not touch is kept whole."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import MissingLetters
from blueprint_editor.layout.card import CardBox
from blueprint_editor.layout.routing import GridCard
from blueprint_editor.model.records import Card, Lane
from blueprint_editor.sheets.poster_facts import PosterFacts

_SPACER = "curve."
"""Prefix of the stand-ins that keep cards of an emotion lane below its curve."""


class BodyColumn(NamedTuple):
    """A column to be placed; ``step`` is empty in a phase without steps."""

    step: str
    phase: str
    width: float


class SetCard(NamedTuple):
    """A card with what it was made of."""

    made_of: tuple[object, ...]
    box: CardBox
    grid: GridCard


class CardUses(NamedTuple):
    """What the footer explains of some cards: actors beside the lane's own, certainties."""

    actors: frozenset[str]
    certainties: frozenset[str]
    has_variants: bool


class CardRow(NamedTuple):
    """The cards of a lane in their columns, from left to right and from top to bottom.

    Attributes:
        made_of: kept with the row, to know when it must be made anew.
        grid: what the router must know, stand-ins included.
    """

    lane: str
    made_of: tuple[object, ...]
    cards: dict[str, SetCard]
    grid: tuple[GridCard, ...]
    missing: tuple[MissingLetters, ...]
    uses: CardUses


def set_rows(
    facts: PosterFacts, columns: tuple[BodyColumn, ...], former: Iterable[CardRow]
) -> tuple[CardRow, ...]:
    """Set the cards of all visible lanes; what ``former`` rows show already is taken from them."""
    known = {row.lane: row for row in former}
    rows = enumerate(facts.derived.lanes)
    return tuple(_set_row(facts, columns, index, lane, known.get(lane.id)) for index, lane in rows)


def _set_row(
    facts: PosterFacts,
    columns: tuple[BodyColumn, ...],
    index: int,
    lane: Lane,
    former: CardRow | None,
) -> CardRow:
    cells = facts.derived.cards_by_cell
    stacks = [cells.get((lane.id, column.step), ()) for column in columns]
    made_of = (
        index, stacks, columns, lane, facts.lane_inputs[lane.id],
        facts.marks_of, facts.derived.mark_numbers,
    )  # fmt: skip
    if former is not None and former.made_of == made_of:
        return former
    known = {} if former is None else former.cards
    cards: dict[str, SetCard] = {}
    grid: list[GridCard] = []
    curve = facts.theme.mm(facts.theme.metrics.emotion_height)
    for number, (column, stack) in enumerate(zip(columns, stacks, strict=True)):
        first = 0
        if stack and lane.role == "emotion":
            spacer = f"{_SPACER}{lane.id}.{number}"
            grid.append(GridCard(spacer, number, index, 0, curve, curve, 0.0))
            first = 1
        for place, card in enumerate(stack, first):
            spot = (number, index, place)
            done = _set_card(facts, card, column.width, spot, known.get(card.id))
            cards[card.id] = done
            grid.append(done.grid)
    shown = [card for stack in stacks for card in stack]
    missing = tuple(
        MissingLetters(done.box.missing, card) for card, done in cards.items() if done.box.missing
    )
    uses = _find_uses(facts, lane, shown)
    return CardRow(lane.id, made_of, cards, tuple(grid), missing, uses)


def _set_card(
    facts: PosterFacts,
    card: Card,
    width: float,
    spot: tuple[int, int, int],
    known: SetCard | None,
) -> SetCard:
    """Set a card for its ``spot`` (column, row, place in the stack), or return the known one."""
    made_of = facts.list_card_inputs(card, width)
    is_known = known is not None and known.made_of == made_of
    box = known.box if known is not None and is_known else facts.build_card(card, width)
    grid = GridCard(card.id, *spot, box.height, box.body_height, box.tray_inset)
    if known is not None and known.grid == grid:
        if is_known:
            return known
        grid = known.grid  # the same object, so that the router sees at once that nothing moved
    return SetCard(made_of, box, grid)


def _find_uses(facts: PosterFacts, lane: Lane, cards: Sequence[Card]) -> CardUses:
    return CardUses(
        frozenset(actor for card in cards for actor in card.actors if actor != lane.actor),
        frozenset(card.certainty for card in cards if card.certainty),
        any(card.variants and facts.shown_variants(card.variants) for card in cards),
    )


def join_uses(rows: Iterable[CardRow]) -> CardUses:
    """Return what all rows together use."""
    found = [row.uses for row in rows]
    return CardUses(
        frozenset[str]().union(*(uses.actors for uses in found)),
        frozenset[str]().union(*(uses.certainties for uses in found)),
        any(uses.has_variants for uses in found),
    )
