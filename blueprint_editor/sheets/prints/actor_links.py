"""Who is connected to whom on a path: handovers, shared cards and other connectors, counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Actor, Connector, Handover
from blueprint_editor.sheets.prints.duties import is_handover, list_doers


@dataclass
class ActorLink:
    """Two actors and what is between them; the first comes first in the document.

    Attributes:
        given, taken: handovers from the first to the second, and back.
        shared: cards that both do.
        others: connectors that hand nothing over.
        codes: of the cards concerned, in reading order, each once.
    """

    first: str
    second: str
    given: int = 0
    taken: int = 0
    shared: int = 0
    others: int = 0
    codes: list[str] = field(default_factory=list)

    @property
    def handovers(self) -> int:
        return self.given + self.taken

    @property
    def total(self) -> int:
        return self.handovers + self.shared + self.others


def count_links(derived: DerivedFacts) -> list[ActorLink]:
    """Return a link for each two actors that have anything to do with each other, most first."""
    places = {actor.id: place for place, actor in enumerate(derived.document.actors)}
    links: dict[tuple[str, str], ActorLink] = {}

    def find(one: str, other: str, code: str) -> tuple[ActorLink, bool]:
        """Return the link of two, and whether the first that was told is its first."""
        pair = (one, other) if places[one] < places[other] else (other, one)
        link = links.setdefault(pair, ActorLink(*pair))
        if code not in link.codes:
            link.codes.append(code)
        return link, pair[0] == one

    codes = derived.card_codes
    for card in derived.reading_order:
        doers = list(dict.fromkeys(list_doers(derived, card)))
        for number, one in enumerate(doers):
            for other in doers[number + 1 :]:
                find(one, other, codes[card.id])[0].shared += 1
        for connector in derived.connectors_of.get(card.id, ()):
            told = f"{codes[connector.source]}\u00a0→\u00a0{codes[connector.target]}"
            for giver, receiver in _iter_ends(derived, connector):
                link, is_first = find(giver, receiver, told)
                if not is_handover(connector):
                    link.others += 1
                elif is_first:
                    link.given += 1
                else:
                    link.taken += 1
    return sorted(links.values(), key=lambda link: -link.total)


def _iter_ends(derived: DerivedFacts, connector: Connector) -> Iterator[tuple[str, str]]:
    """Yield (from, to) of a connector: those it names, else those who lead its two cards."""
    handover = connector.handover or Handover()
    source, target = derived.cards[connector.source], derived.cards[connector.target]
    givers = (handover.giver,) if handover.giver else list_doers(derived, source)[:1]
    receivers = (handover.receiver,) if handover.receiver else list_doers(derived, target)[:1]
    for giver in givers:
        for receiver in receivers:
            if giver != receiver:
                yield giver, receiver


def group_actors(actors: tuple[Actor, ...]) -> dict[str, list[Actor]]:
    """Return the actors by organisation where most have one, else by kind; "" = unknown."""
    by_organisation = 2 * sum(bool(a.organisation.strip()) for a in actors) > len(actors)
    groups: dict[str, list[Actor]] = {}
    for actor in actors:
        key = actor.organisation.strip() if by_organisation else actor.kind or ""
        groups.setdefault(key, []).append(actor)
    return groups
