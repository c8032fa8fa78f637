"""Rules on how customer, frontstage and what is behind the line of visibility work together."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import FRONT, Subject, meet
from blueprint_editor.language.messages import Message, message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import Role
from blueprint_editor.model.records import Card, Connector


def _find_unanswered(subject: Subject) -> Iterator[Found]:
    text = message(msgid("no frontstage card answers it, neither in the same step nor connected"))
    yield from _find_alone(subject, frozenset({"customer"}), FRONT, text)


def _find_unproved(subject: Subject) -> Iterator[Found]:
    text = message(msgid("the same step shows no evidence that the customer sees or gets"))
    roles: frozenset[Role] = frozenset({"frontstage"})
    yield from _find_alone(subject, roles, frozenset({"evidence"}), text)


def _find_alone(
    subject: Subject, roles: frozenset[Role], wanted: frozenset[Role], text: Message
) -> Iterator[Found]:
    """Yield the cards of some roles that no card of the wanted ones goes with."""
    if wanted.isdisjoint(subject.roles.values()):
        return
    for card in subject.visible_cards:
        if subject.role_of(card) in roles and not _has_partner(subject, card, wanted):
            yield Found(card.id, text)


def _has_partner(subject: Subject, card: Card, wanted: frozenset[Role]) -> bool:
    cards = subject.facts.cards
    joined = (cards[other] for other in subject.neighbours.get(card.id, ()))
    return any(
        subject.role_of(other) in wanted and meet(card.variants, other.variants)
        for group in (subject.cards_by_step[card.step], joined)
        for other in group
    )


def _find_crossings(subject: Subject) -> Iterator[Found]:
    order = [lane.id for lane in subject.facts.lanes]
    front = [place for place, lane in enumerate(subject.facts.lanes) if lane.role in FRONT]
    if not front:
        return
    hidden_from_view = frozenset(order[front[-1] + 1 :])
    cards = subject.facts.cards
    for connector in subject.document.connectors:
        for source, target in _list_ways(connector):
            below = cards[source].lane in hidden_from_view
            if below and subject.role_of(cards[target]) == "customer":
                names = {"source": subject.name_card(cards[source])}
                text = msgid("{source} reaches the customer past the frontstage")
                yield Found(connector.id, message(text, **names), also=(source, target))


def _list_ways(connector: Connector) -> tuple[tuple[str, str], ...]:
    way = (connector.source, connector.target)
    return (way, way[::-1]) if connector.kind == "two_way" else (way,)


def _find_undefined(subject: Subject) -> Iterator[Found]:
    text = message(msgid("it has a length, but no card that the customer sees tells what it holds"))
    told = FRONT | {"customer"}
    steps = {
        step
        for step, cards in subject.cards_by_step.items()
        if any(subject.role_of(card) in told for card in cards)
    }
    for phase in subject.document.phases:
        own = [step.id for step in subject.facts.steps_of_phase[phase.id]]
        if phase.duration is not None and steps.isdisjoint(own):
            yield Found(phase.id, text, "duration")
    for step in subject.document.steps:
        if step.duration is not None and step.id not in steps:
            yield Found(step.id, text, "duration")


RULES: tuple[Rule, ...] = (
    Rule(
        "customer-unanswered",
        "warning",
        msgid("Customer step without an answer of the service"),
        msgid(
            "Add the frontstage card that meets the customer in this step, or connect the one that "
            "does. If the customer is meant to be alone here, leave it as it is."
        ),
        _find_unanswered,
    ),
    Rule(
        "frontstage-without-evidence",
        "hint",
        msgid("Frontstage without evidence"),
        msgid(
            "Think what the customer sees, hears or takes along here: a letter, a form, a room, a "
            "message. Add it to the lane of evidence in this step."
        ),
        _find_unproved,
    ),
    Rule(
        "visibility-crossed",
        "warning",
        msgid("Past the frontstage to the customer"),
        msgid(
            "Lead the connector by way of the frontstage card that tells the customer, or move the "
            "card to the frontstage if the customer meets it."
        ),
        _find_crossings,
    ),
    Rule(
        "content-undefined",
        "warning",
        msgid("Time without a content"),
        msgid(
            "Tell on cards what the customer does and gets in this time, so that it is neither "
            "waiting nor a promise of nothing. If it is waiting, mark it as such."
        ),
        _find_undefined,
    ),
)
