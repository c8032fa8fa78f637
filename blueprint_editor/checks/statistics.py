"""Counts over a document: by actor, lane and path, and feelings against marks; times: durations."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple, get_args

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.durations import is_on
from blueprint_editor.model.integrity import PROBLEM_KINDS
from blueprint_editor.model.kinds import BarrierKind
from blueprint_editor.model.records import Card, Mark

FEELINGS: tuple[int, ...] = (2, 1, 0, -1, -2)
"""From the best."""


class ActorCount(NamedTuple):
    """What an actor does: ``leads`` cards as the first named, ``joins`` others as a further one."""

    actor: str
    leads: int
    joins: int
    gives: int
    receives: int
    owns: int


class PlaceCount(NamedTuple):
    """What a lane or path holds, given by its id.

    ``own_cards`` are those that are nowhere else; ``problems`` all marks that can be solved.
    """

    record: str
    cards: int
    own_cards: int
    problems: int
    solutions: int


class FeelingCount(NamedTuple):
    """How many customer cards have a feeling (None = none told), and what is marked on them.

    ``problems`` are the marks that can be solved, apart from critical points.
    """

    feeling: int | None
    cards: int
    critical_points: int
    problems: int
    solutions: int


def count_actors(document: DocumentContent) -> tuple[ActorCount, ...]:
    """Return the counts of each actor, in the order of the register."""
    leads = Counter(card.actors[0] for card in document.cards if card.actors)
    joins = Counter(actor for card in document.cards for actor in card.actors[1:])
    handovers = [c.handover for c in document.connectors if c.handover is not None]
    gives = Counter(handover.giver for handover in handovers)
    receives = Counter(handover.receiver for handover in handovers)
    owns = Counter(mark.owner for mark in document.marks)
    return tuple(
        ActorCount(
            actor.id,
            leads[actor.id],
            joins[actor.id],
            gives[actor.id],
            receives[actor.id],
            owns[actor.id],
        )
        for actor in document.actors
    )


def count_lanes(facts: DerivedFacts) -> tuple[PlaceCount, ...]:
    """Return the counts of each lane that takes cards, hidden ones included, from the top."""
    marks = _find_marks(facts)
    counts = []
    for lane in facts.document.lanes:
        if lane.role != "emotion":
            cells = facts.cards_by_lane.get(lane.id, {}).values()
            counts.append(_count_place(lane.id, list(chain.from_iterable(cells)), marks))
    return tuple(counts)


def count_paths(facts: DerivedFacts) -> tuple[PlaceCount, ...]:
    """Return the counts of each variant; ``own_cards`` are on no other one."""
    marks = _find_marks(facts)
    counts = []
    for variant in facts.document.variants:
        there = [card for card in facts.document.cards if is_on(card, variant.id)]
        own = sum(card.variants == (variant.id,) for card in there)
        counts.append(_count_place(variant.id, there, marks)._replace(own_cards=own))
    return tuple(counts)


def _count_place(record: str, cards: Sequence[Card], marks: dict[str, list[Mark]]) -> PlaceCount:
    kinds = _count_kinds(cards, marks)
    return PlaceCount(record, len(cards), len(cards), _count_problems(kinds), kinds["solution"])


def _count_kinds(cards: Iterable[Card], marks: dict[str, list[Mark]]) -> Counter[str]:
    return Counter(mark.kind for card in cards for mark in marks.get(card.id, ()))


def _count_problems(kinds: Counter[str]) -> int:
    return sum(count for kind, count in kinds.items() if kind in PROBLEM_KINDS)


def count_feelings(facts: DerivedFacts, variant: str | None = None) -> tuple[FeelingCount, ...]:
    """Return the feelings of customer cards against the marks on them, best first, None last.

    Args:
        facts: of the document.
        variant: only of this path, with what it feels where the paths differ; None = of all,
            a card with several feelings by its worst.
    """
    customers = {lane.id for lane in facts.lanes if lane.role == "customer"}
    marks = _find_marks(facts)
    groups: dict[int | None, list[Card]] = {}
    for card in facts.document.cards:
        if card.lane in customers and is_on(card, variant):
            groups.setdefault(find_feeling(card, variant), []).append(card)
    return tuple(
        _count_feeling(feeling, groups.get(feeling, []), marks) for feeling in (*FEELINGS, None)
    )


def find_feeling(card: Card, variant: str | None = None) -> int | None:
    """Return what a card feels like on a path, or at the worst."""
    own = {emotion.variant: emotion.value for emotion in card.emotions}
    if variant is not None:
        return own.get(variant, card.emotion)
    values = [*own.values(), *(() if card.emotion is None else (card.emotion,))]
    return min(values, default=None)


class BarrierCount(NamedTuple):
    """How many barriers are of a kind (None = not told): marked on the path, and of personas."""

    kind: BarrierKind | None
    marks: int
    personas: int


def count_barriers(document: DocumentContent) -> tuple[BarrierCount, ...]:
    """Return the counts of barriers in the person, around, and of those that do not say."""
    marks = Counter(
        mark.barrier_kind
        for mark in document.marks
        if mark.kind == "barrier" or mark.barrier_kind is not None
    )
    personas = Counter(b.kind for persona in document.personas for b in persona.barriers)
    kinds: tuple[BarrierKind | None, ...] = (*get_args(BarrierKind), None)
    counts = (BarrierCount(kind, marks[kind], personas[kind] if kind else 0) for kind in kinds)
    return tuple(count for count in counts if count.marks or count.personas)


def _count_feeling(
    feeling: int | None, cards: Sequence[Card], marks: dict[str, list[Mark]]
) -> FeelingCount:
    kinds = _count_kinds(cards, marks)
    critical = kinds["critical_point"]
    others = _count_problems(kinds) - critical
    return FeelingCount(feeling, len(cards), critical, others, kinds["solution"])


def _find_marks(facts: DerivedFacts) -> dict[str, list[Mark]]:
    """Return card id → the marks on it and on the connectors that lead from it."""
    sources = {connector.id: connector.source for connector in facts.document.connectors}
    found: dict[str, list[Mark]] = {}
    for mark in facts.document.marks:
        found.setdefault(sources.get(mark.target, mark.target), []).append(mark)
    return found
