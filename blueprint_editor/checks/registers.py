"""Rules on what a document lists but does not use: actors, lanes, sources of what was observed."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Fix, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import find_customer_lane
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Card, Lane


def _find_unused_actors(subject: Subject) -> Iterator[Found]:
    used = set(_iter_used_actors(subject.document))
    waiting = list(used)
    members = {actor.id: actor.members for actor in subject.document.actors}
    while waiting:
        for member in members.get(waiting.pop(), ()):
            if member not in used:
                used.add(member)
                waiting.append(member)
    for actor in subject.document.actors:
        if actor.id not in used:
            fix = Fix(message(msgid("Delete the actor")), actor.id)
            yield Found(actor.id, message(msgid("it is used nowhere")), fix=fix)


def _iter_used_actors(document: DocumentContent) -> Iterator[str]:
    for card in document.cards:
        yield from card.actors
    for connector in document.connectors:
        if connector.handover is not None:
            yield connector.handover.giver or ""
            yield connector.handover.receiver or ""
    yield from (mark.owner or "" for mark in document.marks)
    yield from (lane.actor or "" for lane in document.lanes)
    yield from (band.actor for band in document.responsibilities)


def _find_empty_lanes(subject: Subject) -> Iterator[Found]:
    if not subject.document.cards:
        return
    cards: dict[str, list[Card]] = {}
    for card in subject.document.cards:
        cards.setdefault(card.lane, []).append(card)
    for index, lane in enumerate(subject.document.lanes):
        if lane.hidden:
            continue
        if lane.role == "emotion":
            shown = cards.get(find_customer_lane(subject.document.lanes, index) or "", ())
            if not any(card.emotion is not None or card.emotions for card in shown):
                text = msgid("no card of its customer lane tells a feeling, so there is no curve")
                yield Found(lane.id, message(text), fix=_offer_hiding(lane))
        elif lane.id not in cards:
            yield Found(lane.id, message(msgid("it has no cards")), fix=_offer_hiding(lane))


def _offer_hiding(lane: Lane) -> Fix:
    return Fix(message(msgid("Hide the lane")), lane.id, "hidden", value=True)


def _find_unsourced(subject: Subject) -> Iterator[Found]:
    if not subject.document.sources:
        return
    text = message(msgid("it is told as observed, but no source says by whom or where"))
    for card in subject.document.cards:
        if card.certainty == "observed" and not card.sources:
            yield Found(card.id, text, "sources")


RULES: tuple[Rule, ...] = (
    Rule(
        "unused-actor",
        "hint",
        msgid("Actor that is used nowhere"),
        msgid("Put the actor on the cards of its tasks, or delete it from the register."),
        _find_unused_actors,
    ),
    Rule(
        "empty-lane",
        "hint",
        msgid("Empty lane"),
        msgid("Fill the lane, or hide it until there is something to put there."),
        _find_empty_lanes,
    ),
    Rule(
        "observed-without-source",
        "hint",
        msgid("Observed without a source"),
        msgid("Choose the source of the observation, or say that it is assumed."),
        _find_unsourced,
    ),
)
