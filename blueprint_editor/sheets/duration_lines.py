"""The sum of durations in words, phase by phase and in all, for sheets and texts."""

from typing import NamedTuple

from blueprint_editor.language.terms import Terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.durations import PathTime, TimeSum, sum_times


class DurationLines(NamedTuple):
    """Phase names and the total with their times, and what a reader must know of the sum."""

    times: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


NO_DURATIONS = DurationLines((), ())


def list_durations(facts: DerivedFacts, terms: Terms) -> DurationLines:
    """Return the lines; none where fewer than two durations in numbers are to be summed."""
    path = sum_times(facts)
    if path.doing.measured + path.waiting.measured < 2:
        return NO_DURATIONS
    names = {phase.id: f"{n} {phase.name}" for n, phase in enumerate(facts.document.phases, 1)}
    lines = [(names[p.phase], _tell(p.doing, p.waiting, terms)) for p in path.phases]
    times = [(name, words) for name, words in lines if words]
    times.append((terms.durations.total, _tell(path.doing, path.waiting, terms)))
    return DurationLines(tuple(times), tuple(_notes(path, terms)))


def _tell(doing: TimeSum, waiting: TimeSum, terms: Terms) -> str:
    """Return a time and the waiting in it, as far as there is any."""
    found = []
    if (duration := doing.as_duration()) is not None:
        found.append(terms.duration(duration))
    if (duration := waiting.as_duration()) is not None:
        found.append(terms.durations.waiting.format(terms.duration(duration)))
    return ", ".join(found)


def _notes(path: PathTime, terms: Terms) -> list[str]:
    words = terms.durations
    notes = [words.rule]
    if path.doing.is_rough or path.waiting.is_rough:
        notes.append(words.rough)
    if untold := path.doing.untold + path.waiting.untold:
        notes.append(words.untold.format(untold))
    return notes
