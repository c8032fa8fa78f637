"""Rules on where the path leads: dead ends, circles without a way out, cards left aside."""

from collections.abc import Iterable, Iterator, Mapping

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import FRONT, Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.integrity import find_rings
from blueprint_editor.model.kinds import ConnectorKind

_ON_STAGE = FRONT | {"customer"}
_PATH: frozenset[ConnectorKind] = frozenset({"flow", "handover", "branch", "return", "two_way"})
"""The kinds of connector along which a person goes on; information travels by itself."""
_FEWEST_PHASES = 3
"""Of a path that should have a way back; shorter ones are over before one could be needed."""


class _Ways:
    """The connectors of a document as ways between the cards that customers go along.

    Attributes:
        cards: ids of the cards on a way, in reading order.
        ahead, behind: card id → the cards that the ways from it lead to, or come from.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.ahead: dict[str, list[str]] = {}
        self.behind: dict[str, list[str]] = {}
        for connector in subject.document.connectors:
            if connector.kind in _PATH:
                self._add(connector.source, connector.target)
                if connector.kind == "two_way":
                    self._add(connector.target, connector.source)
        self.cards = tuple(card.id for card in subject.visible_cards if card.id in self.ahead)

    def _add(self, source: str, target: str) -> None:
        visible = self.subject.facts.visible_cards
        if source in visible and target in visible:
            for end in (source, target):
                self.ahead.setdefault(end, [])
                self.behind.setdefault(end, [])
            self.ahead[source].append(target)
            self.behind[target].append(source)

    def phase_of(self, card: str) -> int:
        facts = self.subject.facts
        return facts.phase_numbers[facts.phase_of_step[facts.cards[card].step].id]

    def find_stuck(self) -> frozenset[str]:
        """Return the cards from which no way leads to the last phase of the path."""
        last = max(map(self.phase_of, self.cards), default=0)
        ends = [card for card in self.cards if self.phase_of(card) == last]
        return frozenset(self.cards) - _reach(ends, self.behind)

    def concerns_customer(self, cards: Iterable[str], stuck: frozenset[str]) -> bool:
        """Tell whether the customer is among the stuck cards, or cannot have gone another way."""
        group = frozenset(cards)
        known = self.subject.facts.cards
        if any(self.subject.role_of(known[card]) == "customer" for card in group):
            return True
        before = {other for card in group for other in self.behind[card]} - group
        return before <= stuck


def _reach(starts: Iterable[str], edges: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return what can be reached, the starts included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for other in edges[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def _find_dead_ends(subject: Subject) -> Iterator[Found]:
    ways = subject.share(_Ways)
    stuck = ways.find_stuck()
    nothing = message(msgid("the path ends here, before its last phase, and no way leads back"))
    hidden = message(msgid("only information goes on from here; the path itself ends too early"))
    for card in ways.cards:
        is_end = card in stuck and not ways.ahead[card] and not _tells_on(subject, card)
        if is_end and ways.concerns_customer((card,), stuck):
            yield Found(card, hidden if card in subject.facts.connectors_of else nothing)


def _tells_on(subject: Subject, card: str) -> bool:
    """Tell whether at least information goes on from a card to somebody on the stage."""
    cards = subject.facts.cards
    onward = (cards[link.target] for link in subject.facts.connectors_of.get(card, ()))
    return any(subject.role_of(target) in _ON_STAGE for target in onward)


def _find_loops(subject: Subject) -> Iterator[Found]:
    ways = subject.share(_Ways)
    stuck = ways.find_stuck()
    ends = [card for card in stuck if not ways.ahead[card]]
    # What leads to no end and to no last phase can only lead round.
    round_and_round = stuck - _reach(ends, ways.behind)
    rings = find_rings({card: ways.ahead[card] for card in round_and_round})
    seen: frozenset[str] = frozenset()
    for card in ways.cards:
        if card in rings and card not in seen:
            circle = _reach((card,), ways.ahead)
            seen |= circle
            if ways.concerns_customer(circle, stuck):
                also = tuple(other for other in ways.cards if other in circle and other != card)
                yield Found(card, message(msgid("the path only goes round from here")), also=also)


def _find_missing_return(subject: Subject) -> Iterator[Found]:
    ways = subject.share(_Ways)
    if len({ways.phase_of(card) for card in ways.cards}) < _FEWEST_PHASES:
        return
    places = {step.id: place for place, step in enumerate(subject.facts.steps)}
    cards = subject.facts.cards
    for source, targets in ways.ahead.items():
        place = places[cards[source].step]
        if any(places[cards[target].step] < place for target in targets):
            return
    yield Found(subject.document.id, message(msgid("no connector leads back to an earlier step")))


def _find_unreachable(subject: Subject) -> Iterator[Found]:
    stage = [card for card in subject.visible_cards if subject.role_of(card) in _ON_STAGE]
    entered = {link.target for link in subject.document.connectors}
    entered |= {link.source for link in subject.document.connectors if link.kind == "two_way"}
    left_out = [card for card in stage if card.id not in entered]
    # Where most cards have no connectors, the order of the columns is the path.
    if len(left_out) * 2 > len(stage):
        return
    text = message(msgid("no connector leads to it"))
    for card in left_out:
        if card.step != stage[0].step:
            yield Found(card.id, text)


RULES: tuple[Rule, ...] = (
    Rule(
        "dead-end",
        "warning",
        msgid("Dead end"),
        msgid(
            "Connect the card with what comes next, lead back to an earlier step, or tell by a "
            "mark what happens to the customer who leaves here."
        ),
        _find_dead_ends,
    ),
    Rule(
        "no-way-out",
        "warning",
        msgid("Circle without a way out"),
        msgid("Connect one of the cards with what comes after the circle."),
        _find_loops,
    ),
    Rule(
        "no-way-back",
        "hint",
        msgid("No way back"),
        msgid(
            "Think where a customer can return if something fails or changes, and draw a connector "
            "that loops back."
        ),
        _find_missing_return,
    ),
    Rule(
        "unreachable-card",
        "hint",
        msgid("Card that nothing leads to"),
        msgid("Connect the card with what comes before it, so that the path can be followed."),
        _find_unreachable,
    ),
)
