"""The way through a blueprint when it is presented: the whole, phase by phase, card by card."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple, TypeAlias

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Step

StopKind: TypeAlias = Literal["overview", "phase", "step", "card"]


class Stop(NamedTuple):
    """One thing to look at; ``phase`` is the one that it lies in, empty for the overview."""

    kind: StopKind
    record: str = ""
    phase: str = ""


OVERVIEW = Stop("overview")


def list_stops(facts: DerivedFacts, passed: Collection[str] = ()) -> tuple[Stop, ...]:
    """Return where one stops, in reading order.

    A step is a stop of its own where it has a name or its phase has several, and has cards.

    Args:
        facts: of what is shown.
        passed: records that only stand back, so that nobody stops at them.
    """
    stops = [OVERVIEW]
    cards: dict[str, list[str]] = {}
    for card in facts.reading_order:
        if card.id in facts.visible_cards and card.id not in passed:
            cards.setdefault(card.step, []).append(card.id)
    for phase in facts.document.phases:
        steps = facts.steps_of_phase[phase.id]
        stops.append(Stop("phase", phase.id, phase.id))
        for step in steps:
            stops += _list_in_step(step, cards.get(step.id, ()), is_alone=len(steps) == 1)
    return tuple(stops)


def _list_in_step(step: Step, cards: Collection[str], *, is_alone: bool) -> Iterator[Stop]:
    if cards and (step.name.strip() or not is_alone):
        yield Stop("step", step.id, step.phase)
    yield from (Stop("card", card, step.phase) for card in cards)


def find_next_phase(stops: tuple[Stop, ...], index: int) -> int:
    """Return the stop at which the next phase begins; the last stop after the last phase."""
    later = (i for i in range(index + 1, len(stops)) if stops[i].kind == "phase")
    return next(later, len(stops) - 1)


def find_previous_phase(stops: tuple[Stop, ...], index: int) -> int:
    """Return the stop at which this phase began, or the one before it; at last the overview."""
    earlier = (i for i in range(index - 1, 0, -1) if stops[i].kind == "phase")
    return next(earlier, 0)
