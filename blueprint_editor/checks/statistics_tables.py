"""The statistics of a document as tables of words in the language of the program."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_editor.checks.statistics import (
    count_actors,
    count_barriers,
    count_feelings,
    count_lanes,
    count_paths,
)
from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.durations import PathTime, TimeSum, sum_times
from blueprint_editor.model.records import Mark
from blueprint_editor.model.votes import rank_votes

_NOTHING = "–"


class StatisticsTable(NamedTuple):
    """One table.

    Attributes:
        title: what it counts.
        heads: of the columns; the first names, the others tell figures.
        rows: as many texts each.
        notes: sentences on how it is counted.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def make_tables(facts: DerivedFacts, variant: str | None = None) -> tuple[StatisticsTable, ...]:
    """Return the tables that say something.

    Args:
        facts: of the document.
        variant: times and feelings of this path alone; None = of all.
    """
    tables = (
        _make_times(facts, variant),
        _make_actors(facts),
        _make_lanes(facts),
        _make_paths(facts),
        _make_feelings(facts, variant),
        _make_barriers(facts),
        _make_votes(facts),
    )
    return tuple(table for table in tables if table.rows)


def _make_times(facts: DerivedFacts, variant: str | None) -> StatisticsTable:
    times = sum_times(facts, variant)
    numbers, names = facts.phase_numbers, {p.id: p.name for p in facts.document.phases}
    rows = [
        (
            f"{numbers[phase.phase]} {names[phase.phase]}".rstrip(),
            tell_time(phase.doing),
            tell_time(phase.waiting),
        )
        for phase in times.phases
    ]
    if rows:
        rows.append((_("In all"), tell_time(times.doing), tell_time(times.waiting)))
    heads = (_("Phase"), _("Takes"), _("Waits"))
    return StatisticsTable(_("Times"), heads, tuple(rows), tuple(_iter_time_notes(times)))


def _iter_time_notes(times: PathTime) -> Iterator[str]:
    if not times.doing.measured and not times.waiting.measured:
        yield _("No durations yet: phases, steps, cards and waits can have one, such as 2–4 weeks.")
    yield _("What stands in one step happens side by side: only the longest of it is counted.")
    yield _("Waits are counted apart; they are not in the time that a phase takes.")
    if any(phase.is_stated for phase in times.phases):
        yield _("Where a phase has a duration of its own, that is told in place of its steps'.")
    untold = times.doing.untold + times.waiting.untold
    if untold:
        text = ngettext(
            "{count} duration has no number and is not in the sums.",
            "{count} durations have no number and are not in the sums.",
            untold,
        )
        yield text.format(count=untold)


def tell_time(time: TimeSum) -> str:
    """Return a sum of times in words; a dash where nothing is known."""
    duration = time.as_duration()
    if duration is None:
        return _("no number") if time.untold else _NOTHING
    told = find_terms(current_language()).duration(duration)
    return _("{duration}, roughly").format(duration=told) if time.is_rough else told


def _make_actors(facts: DerivedFacts) -> StatisticsTable:
    names = {actor.id: actor.name for actor in facts.document.actors}
    heads = (
        _("Actor"),
        _("First on cards"),
        _("Also on cards"),
        _("Hands over"),
        _("Receives"),
        _("Owns"),
    )
    rows = ((names[count.actor], *map(str, count[1:])) for count in count_actors(facts.document))
    notes = (_("Owns: marks that the actor is named to take care of."),)
    return StatisticsTable(_("Actors"), heads, tuple(rows), notes)


def _make_lanes(facts: DerivedFacts) -> StatisticsTable:
    names = {lane.id: lane.name for lane in facts.document.lanes}
    rows = (
        (names[count.record], str(count.cards), str(count.problems), str(count.solutions))
        for count in count_lanes(facts)
    )
    heads = (_("Lane"), _("Cards"), _("Things to solve"), _("Solutions"))
    return StatisticsTable(_("Lanes"), heads, tuple(rows))


def _make_paths(facts: DerivedFacts) -> StatisticsTable:
    names = {variant.id: variant.name for variant in facts.document.variants}
    rows = ((names[count.record], *map(str, count[1:])) for count in count_paths(facts))
    heads = (_("Path"), _("Cards"), _("Only there"), _("Things to solve"), _("Solutions"))
    return StatisticsTable(_("Paths"), heads, tuple(rows))


def _make_feelings(facts: DerivedFacts, variant: str | None) -> StatisticsTable:
    words = find_terms(current_language()).emotions
    counts = count_feelings(facts, variant)
    rows = [
        (
            _("not told") if count.feeling is None else _name_feeling(count.feeling, words),
            *map(str, count[1:]),
        )
        for count in counts
    ]
    is_told = any(count.cards for count in counts if count.feeling is not None)
    heads = (
        _("Feeling"),
        _("Customer cards"),
        _("Critical points"),
        _("Other things to solve"),
        _("Solutions"),
    )
    return StatisticsTable(_("Feelings and marks"), heads, tuple(rows) if is_told else ())


def _make_barriers(facts: DerivedFacts) -> StatisticsTable:
    words = find_terms(current_language()).barrier_kinds
    rows = tuple(
        (words[count.kind] if count.kind else _("not told"), str(count.marks), str(count.personas))
        for count in count_barriers(facts.document)
    )
    heads = (_("Where the barrier is"), _("Marks on the path"), _("Of personas"))
    return StatisticsTable(_("Barriers"), heads, rows)


def _make_votes(facts: DerivedFacts) -> StatisticsTable:
    words = find_terms(current_language()).marks
    rows = []
    for record, card in rank_votes(facts):
        text = " ".join(record.text.split())
        if isinstance(record, Mark):
            text = f"{words[record.kind]} {facts.mark_numbers[record.id]}: {text}"
        code = facts.card_codes.get(card, "")
        rows.append((f"{code} {text}".strip(), str(record.votes)))
    return StatisticsTable(_("Votes"), (_("Card or mark"), _("Votes")), tuple(rows))


def _name_feeling(feeling: int, words: Mapping[int, str]) -> str:
    sign = f"{feeling:+d}".replace("-", "−") if feeling else "0"
    return f"{words[feeling]} ({sign})"
