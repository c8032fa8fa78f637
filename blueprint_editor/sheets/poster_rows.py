"""The cards of the poster set lane by lane; a lane that an edit does not touch is kept whole."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from blueprint_editor.drawing.drawing import MissingLetters
from blueprint_editor.layout.card import CardBox
from blueprint_editor.layout.routing import GridCard
from blueprint_editor.model.records import Card, Duration, Lane
from blueprint_editor.sheets.poster_facts import NumberedMarks, PosterFacts

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
    """What the footer explains of some cards.

    Attributes:
        actors: those beside the lane's own.
        colours: whom their colours tell of; empty for nobody.
        variants: those that their tags name.
    """

    actors: frozenset[str]
    certainties: frozenset[str]
    colours: frozenset[str]
    variants: frozenset[str]


class CardStack(NamedTuple):
    """The cards of a cell, from top to bottom.

    Attributes:
        grid: what the router must know of them.
        durations: those given, with the step where they pass.
    """

    shown: tuple[Card, ...]
    cards: dict[str, SetCard]
    grid: tuple[GridCard, ...]
    uses: CardUses
    durations: tuple[tuple[str, Duration], ...]


class CardRow(NamedTuple):
    """The cards of a lane in their columns.

    Attributes:
        made_of: all that the row depends on but its cards and their marks.
        marks: those of all cards.
        cells: step id → its cards.
        stacks: by column.
        durations: those of all cards; the same object while none of its cards changes.
    """

    lane: str
    made_of: tuple[object, ...]
    marks: Mapping[str, NumberedMarks]
    cells: Mapping[str, tuple[Card, ...]]
    stacks: tuple[CardStack, ...]
    cards: dict[str, SetCard]
    boxes: dict[str, CardBox]
    grid: tuple[GridCard, ...]
    missing: tuple[MissingLetters, ...]
    uses: CardUses
    durations: tuple[tuple[str, Duration], ...]

    def has_marks(self, marks: Mapping[str, NumberedMarks]) -> bool:
        """Tell whether the row's cards have just these marks."""
        if self.marks is marks:
            return True
        return all(self.marks.get(card) == marks.get(card) for card in self.cards)


def find_shown_lanes(facts: PosterFacts) -> tuple[Lane, ...]:
    """Return the lanes of the poster: of those that show nothing but a hidden curve none."""
    lanes = facts.derived.lanes
    if facts.shows("emotion_curve"):
        return lanes
    filled = facts.derived.cards_by_lane
    return tuple(lane for lane in lanes if lane.role != "emotion" or lane.id in filled)


def set_rows(
    facts: PosterFacts, columns: tuple[BodyColumn, ...], former: Iterable[CardRow]
) -> tuple[CardRow, ...]:
    """Set the cards of all visible lanes; what ``former`` rows show already is taken from them."""
    known = {row.lane: row for row in former}
    rows = enumerate(find_shown_lanes(facts))
    return tuple(_set_row(facts, columns, index, lane, known.get(lane.id)) for index, lane in rows)


def _set_row(
    facts: PosterFacts,
    columns: tuple[BodyColumn, ...],
    index: int,
    lane: Lane,
    former: CardRow | None,
) -> CardRow:
    cells = facts.derived.cards_by_lane.get(lane.id, {})
    made_of = (index, columns, lane, facts.lane_inputs[lane.id])
    marks = facts.numbered_marks
    cards: dict[str, SetCard] = {}
    known_stacks: Sequence[CardStack | None] = [None] * len(columns)
    if former is not None:
        if former.made_of == made_of and former.has_marks(marks):
            if former.cells == cells:
                return former._replace(marks=marks)
            known_stacks = former.stacks
        cards = former.cards
    stacks: list[CardStack] = []
    for number, (column, known) in enumerate(zip(columns, known_stacks, strict=True)):
        shown = cells.get(column.step, ())
        if known is not None and known.shown == shown:
            stacks.append(known)
        elif shown:
            stacks.append(_set_stack(facts, shown, lane, column.width, (number, index), cards))
        else:
            stacks.append(_NO_CARDS)
    return _join_stacks(lane.id, made_of, marks, cells, stacks)


def _join_stacks(
    lane: str,
    made_of: tuple[object, ...],
    marks: Mapping[str, NumberedMarks],
    cells: Mapping[str, tuple[Card, ...]],
    stacks: Sequence[CardStack],
) -> CardRow:
    cards: dict[str, SetCard] = {}
    for stack in stacks:
        cards |= stack.cards
    boxes = {card: done.box for card, done in cards.items()}
    return CardRow(
        lane,
        made_of,
        marks,
        cells,
        tuple(stacks),
        cards,
        boxes,
        tuple(chain.from_iterable([stack.grid for stack in stacks])),
        tuple(MissingLetters(b.missing, card) for card, b in boxes.items() if b.missing),
        join_uses(stack.uses for stack in stacks),
        tuple(chain.from_iterable([stack.durations for stack in stacks])),
    )


def _set_stack(
    facts: PosterFacts,
    shown: tuple[Card, ...],
    lane: Lane,
    width: float,
    cell: tuple[int, int],
    known: Mapping[str, SetCard],
) -> CardStack:
    """Set the cards of a ``cell`` (column, row)."""
    grid: list[GridCard] = []
    if lane.role == "emotion":
        curve = facts.theme.mm(facts.theme.metrics.emotion_height)
        grid.append(GridCard(f"{_SPACER}{lane.id}.{cell[0]}", *cell, 0, curve, curve, 0.0))
    cards: dict[str, SetCard] = {}
    for card in shown:
        spot = (*cell, len(grid))
        done = cards[card.id] = _set_card(facts, card, width, spot, known.get(card.id))
        grid.append(done.grid)
    durations = tuple((card.step, card.duration) for card in shown if card.duration is not None)
    return CardStack(shown, cards, tuple(grid), _find_uses(facts, lane, shown), durations)


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
    actors = frozenset(chain.from_iterable([card.actors for card in cards]))
    return CardUses(
        actors - {lane.actor} if lane.actor else actors,
        frozenset([card.certainty for card in cards if card.certainty]),
        _find_colours(facts, lane, cards),
        frozenset([v.id for card in cards for v in facts.derived.limits(card.variants)]),
    )


def _find_colours(facts: PosterFacts, lane: Lane, cards: Sequence[Card]) -> frozenset[str]:
    if facts.colours is None:
        return frozenset()
    return frozenset(facts.colours.find(card, lane.actor) for card in cards)


def join_uses(uses: Iterable[CardUses]) -> CardUses:
    """Return what all of them together use."""
    found = [use for use in uses if use is not _NO_USES]
    return CardUses(
        frozenset[str]().union(*(use.actors for use in found)),
        frozenset[str]().union(*(use.certainties for use in found)),
        frozenset[str]().union(*(use.colours for use in found)),
        frozenset[str]().union(*(use.variants for use in found)),
    )


_NO_USES = CardUses(frozenset(), frozenset(), frozenset(), frozenset())
_NO_CARDS = CardStack((), {}, (), _NO_USES, ())
