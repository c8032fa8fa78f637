"""Marks in words: kind and number, text, and what else is known of them."""

from collections.abc import Iterator

from blueprint_editor.export.twin.tree import Fact, MarkText, Run
from blueprint_editor.export.twin.words import TwinFacts
from blueprint_editor.model.records import Mark


def tell_marks(facts: TwinFacts, target: str) -> tuple[MarkText, ...]:
    """Return the marks of a card, connector, step or phase."""
    if not facts.shows("marks"):
        return ()
    return tuple(_tell(facts, mark) for mark in facts.derived.marks_of.get(target, ()))


def _name(facts: TwinFacts, mark: Mark) -> str:
    """Return a mark's kind and number."""
    return f"{facts.terms.marks[mark.kind]} {facts.derived.mark_numbers[mark.id]}"


def _tell(facts: TwinFacts, mark: Mark) -> MarkText:
    return MarkText(
        mark.kind,
        facts.word(_name(facts, mark)),
        Run(mark.text),
        tuple(_tell_facts(facts, mark)),
    )


def _tell_facts(facts: TwinFacts, mark: Mark) -> Iterator[Fact]:
    words = facts.terms.twin
    if mark.duration and facts.terms.duration(mark.duration) not in mark.text:
        yield from facts.duration(mark.duration)
    if mark.barrier_kind:
        yield from facts.word_fact(words.kind, facts.terms.barrier_kinds[mark.barrier_kind])
    if mark.solves:
        solved = facts.mark_records[mark.solves]
        yield from facts.word_fact(words.solves, _name(facts, solved))
    yield from facts.actor_fact(words.owner, mark.owner)
    if mark.votes:
        yield from facts.fact(words.votes, str(mark.votes))
