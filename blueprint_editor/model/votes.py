"""What a group has voted for: cards and marks, the most wanted first."""

from typing import NamedTuple

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Mark


class Voted(NamedTuple):
    """A card or mark with votes; ``card`` is the card itself, or the one that the mark hangs on."""

    record: Card | Mark
    card: str


def rank_votes(facts: DerivedFacts) -> tuple[Voted, ...]:
    """Return what has votes, most first; equal ones in reading order, a card before its marks."""
    sources = {connector.id: connector.source for connector in facts.document.connectors}
    places = {card.id: place for place, card in enumerate(facts.reading_order)}
    found = [Voted(card, card.id) for card in facts.reading_order if card.votes]
    for mark in facts.document.marks:
        if mark.votes:
            target = sources.get(mark.target, mark.target)
            found.append(Voted(mark, target if target in places else ""))
    found.sort(key=lambda one: (-one.record.votes, places.get(one.card, len(places))))
    return tuple(found)


def list_voted(document: DocumentContent) -> tuple[str, ...]:
    """Return the ids of the cards and marks that have votes, hidden ones, too."""
    records: tuple[Card | Mark, ...] = (*document.cards, *document.marks)
    return tuple(record.id for record in records if record.votes)


def count_votes(document: DocumentContent) -> int:
    """Return how many votes there are in all."""
    return sum(card.votes for card in document.cards) + sum(mark.votes for mark in document.marks)
