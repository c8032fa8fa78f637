"""What one actor does on a path, whom it gets work from and whom it gives work to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Actor, Card, Connector, Handover, Mark

_NOT_WORKERS = frozenset({"client", "close_person", "system"})
_MET = frozenset({"customer", "frontstage", "frontstage_technology"})
"""Roles of the lanes above the line of visibility."""
_SHOWN_ONLY = frozenset({"evidence", "emotion", "image", "time", "channel", "metric", "policy"})
"""Roles of lanes whose cards are nobody's task."""


class Way(NamedTuple):
    """A connector between a card of the actor and one of somebody else."""

    connector: Connector
    source: Card
    target: Card


@dataclass(frozen=True, eq=False)
class Duties:
    """The part of one actor in a document; cards of its teams are its own, too."""

    derived: DerivedFacts
    actor: Actor

    @cached_property
    def teams(self) -> tuple[Actor, ...]:
        """The teams that it is a member of."""
        return tuple(a for a in self.derived.document.actors if self.actor.id in a.members)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset({self.actor.id, *(team.id for team in self.teams)})

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Its tasks in reading order."""
        return tuple(c for c in self.derived.reading_order if self._is_mine(c))

    def _is_mine(self, card: Card) -> bool:
        return not self.ids.isdisjoint(list_doers(self.derived, card))

    @cached_property
    def incoming(self) -> tuple[Way, ...]:
        """What comes from cards of others, in the order of its own cards."""
        mine = {card.id: place for place, card in enumerate(self.cards)}
        ways = [
            way for way in self._iter_ways() if way.target.id in mine and way.source.id not in mine
        ]
        return tuple(sorted(ways, key=lambda way: mine[way.target.id]))

    @cached_property
    def outgoing(self) -> tuple[Way, ...]:
        """What goes to cards of others, in the order of its own cards."""
        mine = {card.id: place for place, card in enumerate(self.cards)}
        ways = [
            way for way in self._iter_ways() if way.source.id in mine and way.target.id not in mine
        ]
        return tuple(sorted(ways, key=lambda way: mine[way.source.id]))

    def _iter_ways(self) -> Iterator[Way]:
        cards = self.derived.cards
        for card in self.derived.reading_order:
            for connector in self.derived.connectors_of.get(card.id, ()):
                yield Way(connector, card, cards[connector.target])

    def find_beyond(self, way: Way, *, is_before: bool) -> tuple[str, ...]:
        """Return the workers on the other side of a client's card, who had or have the work next.

        Empty where the card of a way is not one of clients alone.
        """
        actors = {actor.id: actor for actor in self.derived.document.actors}
        middle = way.source if is_before else way.target
        doers = list_doers(self.derived, middle)
        if not doers or any(actors[doer].kind != "client" for doer in doers):
            return ()
        found: dict[str, None] = {}
        for other in self._iter_ways():
            if (other.target if is_before else other.source).id == middle.id:
                beyond = other.source if is_before else other.target
                found |= dict.fromkeys(list_doers(self.derived, beyond))
        return tuple(
            doer for doer in found if doer not in self.ids and actors[doer].kind not in _NOT_WORKERS
        )

    @cached_property
    def given(self) -> tuple[Way, ...]:
        """The handovers of responsibility in which it is the giver."""
        return tuple(way for way in self._iter_handovers() if self._gives(way))

    @cached_property
    def received(self) -> tuple[Way, ...]:
        """The handovers in which it is the receiver."""
        return tuple(
            way for way in self._iter_handovers() if self._receives(way) and not self._gives(way)
        )

    def _iter_handovers(self) -> Iterator[Way]:
        return (w for w in self._iter_ways() if is_handover(w.connector))

    def _gives(self, way: Way) -> bool:
        told = (way.connector.handover or Handover()).giver
        return told in self.ids if told else self._is_mine(way.source)

    def _receives(self, way: Way) -> bool:
        told = (way.connector.handover or Handover()).receiver
        return told in self.ids if told else self._is_mine(way.target)


def is_handover(connector: Connector) -> bool:
    """Tell whether a connector hands responsibility over."""
    return connector.kind == "handover" or connector.handover is not None


def list_doers(derived: DerivedFacts, card: Card) -> tuple[str, ...]:
    """Return the ids of those who do a card, the one that leads first; evidence has none."""
    lane = next(lane for lane in derived.document.lanes if lane.id == card.lane)
    if lane.role in _SHOWN_ONLY:
        return ()
    if card.actors:
        return card.actors
    return (lane.actor,) if lane.actor else ()


def list_evidence(derived: DerivedFacts, card: Card) -> tuple[Card, ...]:
    """Return what the client sees or gets at the step of a card."""
    lanes = [lane.id for lane in derived.lanes if lane.role == "evidence"]
    cells = derived.cards_by_cell
    return tuple(found for lane in lanes for found in cells.get((lane, card.step), ()))


def list_workers(derived: DerivedFacts) -> tuple[Actor, ...]:
    """Return the actors that somebody is to be inducted as: no client, nobody close, no system."""
    return tuple(a for a in derived.document.actors if a.kind not in _NOT_WORKERS)


def list_met(derived: DerivedFacts) -> tuple[Actor, ...]:
    """Return the actors on the lanes that the client sees, without the client."""
    lanes = {lane.id: lane for lane in derived.lanes if lane.role in _MET}
    met = {lane.actor for lane in lanes.values()}
    for card in derived.document.cards:
        if card.lane in lanes:
            met.update(card.actors)
    return tuple(a for a in derived.document.actors if a.id in met and a.kind != "client")


def pair_points(
    derived: DerivedFacts, targets: frozenset[str]
) -> list[tuple[Mark, tuple[Mark, ...]]]:
    """Return the critical points at some cards, each with what solves it, in order of number."""
    numbers = derived.mark_numbers
    marks = sorted(derived.document.marks, key=lambda mark: numbers[mark.id])
    found = []
    for point in marks:
        if point.kind == "critical_point":
            answers = tuple(m for m in marks if m.kind == "solution" and m.solves == point.id)
            if not targets.isdisjoint({point.target, *(answer.target for answer in answers)}):
                found.append((point, answers))
    return found
