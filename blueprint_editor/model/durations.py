"""How long a path takes: durations summed along it, waits apart, side by side only the longest.

Units are those of the calendar: a day has 24 hours, a month 365.25 / 12 days. Sums of different
units are rough, since nobody knows whether an hour of work is meant or an hour of the clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.kinds import DurationUnit
from blueprint_editor.model.records import Card, Duration, Mark, Phase, Step

MINUTES: Mapping[DurationUnit, float] = MappingProxyType(
    {
        "minutes": 1.0,
        "hours": 60.0,
        "days": 1_440.0,
        "weeks": 10_080.0,
        "months": 43_830.0,
        "years": 525_960.0,
    }
)
"""Unit → its length in minutes, from the shortest."""
_HOURS_FROM = 120.0
"""Minutes from which a sum of minutes is told in hours."""
_ROUGH_DECIMALS = 1


class TimeSum(NamedTuple):
    """A time with its range, in minutes.

    Attributes:
        low, high: the range; ``high`` is None where it is open to the top.
        units: the units that came in, each once.
        measured: how many durations with a number came in.
        untold: how many durations said something in words only, so that they are not in it.
    """

    low: float = 0.0
    high: float | None = 0.0
    units: tuple[DurationUnit, ...] = ()
    measured: int = 0
    untold: int = 0

    @property
    def is_rough(self) -> bool:
        """Whether different units were summed."""
        return len(self.units) > 1

    def as_duration(self) -> Duration | None:
        """Return it in the longest of its units, for whoever tells durations; None if nothing is.

        A rough sum has one decimal at most.
        """
        if not self.measured:
            return None
        unit = max(self.units, key=MINUTES.__getitem__)
        longest = self.low if self.high is None else self.high
        if unit == "minutes" and longest >= _HOURS_FROM:
            unit = "hours"
        # From nothing to something is told as "up to".
        ends = (None if self.high and not self.low else self.low, self.high)
        low, high = (None if end is None else self._round(end / MINUTES[unit]) for end in ends)
        return Duration(min=low, max=high, unit=unit)

    def _round(self, value: float) -> float:
        return round(value, _ROUGH_DECIMALS if self.is_rough else 6)


NO_TIME = TimeSum()


def measure(duration: Duration | None) -> TimeSum:
    """Return one duration; nothing at all, and numbers without a unit, are no time."""
    if duration is None:
        return NO_TIME
    ends = sorted(value for value in (duration.min, duration.max) if value is not None)
    if not ends or duration.unit is None:
        return TimeSum(untold=int(bool(ends or duration.text.strip())))
    factor = MINUTES[duration.unit]
    low = 0.0 if duration.min is None else ends[0] * factor
    high = None if duration.max is None else ends[-1] * factor
    return TimeSum(low, high, (duration.unit,), 1)


def add_up(times: Iterable[TimeSum]) -> TimeSum:
    """Return the time of what happens one after another."""
    known = [time for time in times if time.measured or time.untold]
    if not known:
        return NO_TIME
    highs = [time.high for time in known]
    high = None if None in highs else sum(value for value in highs if value is not None)
    return _combine(known, sum(time.low for time in known), high)


def find_longest(times: Iterable[TimeSum]) -> TimeSum:
    """Return the time of what happens side by side: as long as the longest of it."""
    known = [time for time in times if time.measured or time.untold]
    if not known:
        return NO_TIME
    highs = [time.high for time in known]
    high = None if None in highs else max(v for v in highs if v is not None)
    return _combine(known, max(time.low for time in known), high)


def _combine(times: Sequence[TimeSum], low: float, high: float | None) -> TimeSum:
    units = {unit for time in times for unit in time.units}
    return TimeSum(
        low,
        high,
        tuple(sorted(units, key=MINUTES.__getitem__)),
        sum(time.measured for time in times),
        sum(time.untold for time in times),
    )


class PhaseTime(NamedTuple):
    """How long a phase takes.

    Attributes:
        phase: its id.
        doing: what is done; the phase's own duration where it has one, else that of its steps.
        waiting: its waits; whether a duration of the phase counts them in only its author knows.
        is_stated: ``doing`` is the phase's own duration.
    """

    phase: str
    doing: TimeSum
    waiting: TimeSum
    is_stated: bool


class PathTime(NamedTuple):
    """How long a path takes, phase by phase and in all."""

    phases: tuple[PhaseTime, ...]
    doing: TimeSum
    waiting: TimeSum


def sum_times(facts: DerivedFacts, variant: str | None = None) -> PathTime:
    """Return how long the path takes, by all visible lanes.

    Within a step the longest counts, of cards and of waits: what stands in one column happens
    side by side. Waits on one card follow each other. A duration of a step goes before those of
    its cards, one of a phase before those of its steps.

    Args:
        facts: of the document.
        variant: count only what this path goes through; None = everything.
    """
    waits = _find_waits(facts, variant)
    phases = tuple(_measure_phase(facts, phase, waits, variant) for phase in facts.document.phases)
    return PathTime(
        phases,
        add_up(phase.doing for phase in phases),
        add_up(phase.waiting for phase in phases),
    )


def is_on(card: Card, variant: str | None) -> bool:
    """Tell whether a path goes through a card; None = any path."""
    return variant is None or not card.variants or variant in card.variants


def _measure_phase(
    facts: DerivedFacts, phase: Phase, waits: Mapping[str, Sequence[Mark]], variant: str | None
) -> PhaseTime:
    steps = facts.steps_of_phase[phase.id]
    own = measure(phase.duration)
    doing = own if own.measured else add_up(_measure_step(facts, step, variant) for step in steps)
    waiting = [find_longest(_measure_waits(facts, step, waits)) for step in steps]
    waiting += [measure(mark.duration) for mark in waits.get(phase.id, ())]
    return PhaseTime(phase.id, doing, add_up(waiting), bool(own.measured))


def _measure_step(facts: DerivedFacts, step: Step, variant: str | None) -> TimeSum:
    own = measure(step.duration)
    if own.measured:
        return own
    cells = (facts.cards_by_cell.get((lane.id, step.id), ()) for lane in facts.lanes)
    cards = (card for cell in cells for card in cell if card.duration and is_on(card, variant))
    return find_longest(measure(card.duration) for card in cards)


def _measure_waits(
    facts: DerivedFacts, step: Step, waits: Mapping[str, Sequence[Mark]]
) -> Iterable[TimeSum]:
    cells = (facts.cards_by_cell.get((lane.id, step.id), ()) for lane in facts.lanes)
    holders = (step.id, *(card.id for cell in cells for card in cell))
    for holder in holders:
        if holder in waits:
            yield add_up(measure(mark.duration) for mark in waits[holder])


def _find_waits(facts: DerivedFacts, variant: str | None) -> dict[str, list[Mark]]:
    """Return id of a card, step or phase → its waits; those of a connector are its source's."""
    connectors = {connector.id: connector for connector in facts.document.connectors}
    found: dict[str, list[Mark]] = {}
    for mark in facts.document.marks:
        if mark.kind != "wait":
            continue
        connector = connectors.get(mark.target)
        if connector is not None and variant and variant not in (connector.variants or (variant,)):
            continue
        holder = mark.target if connector is None else connector.source
        card = facts.cards.get(holder)
        if card is None or is_on(card, variant):
            found.setdefault(holder, []).append(mark)
    return found
