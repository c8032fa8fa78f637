"""Rules on marks: critical points with their solutions, solutions with their owners, waits."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Fix, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import ActorKind
from blueprint_editor.model.records import Mark

_SERVED: frozenset[ActorKind | None] = frozenset({"client", "close_person", "peer", "system"})
"""Actors who are not asked to see to a solution without more ado."""


def _find_unsolved(subject: Subject) -> Iterator[Found]:
    solved = {mark.solves for mark in subject.document.marks}
    text = message(msgid("no solution is paired with it"))
    for mark in subject.document.marks:
        if mark.kind == "critical_point" and mark.id not in solved:
            yield Found(mark.id, text)


def _find_unowned(subject: Subject) -> Iterator[Found]:
    text = message(msgid("nobody is named who takes care of it"))
    for mark in subject.document.marks:
        if mark.kind == "solution" and mark.owner is None:
            yield Found(mark.id, text, "owner", _offer_owner(subject, mark))


def _offer_owner(subject: Subject, mark: Mark) -> Fix | None:
    """Offer the one actor of the card that a solution hangs on."""
    card = subject.find_card_of(mark)
    if card is None or len(card.actors) != 1:
        return None
    actor = subject.actors[card.actors[0]]
    if actor.kind in _SERVED:
        return None
    label = message(msgid("Make {actor} the owner"), actor=subject.name_actor(actor.id))
    return Fix(label, mark.id, "owner", actor.id)


def _find_unmeasured_waits(subject: Subject) -> Iterator[Found]:
    text = message(msgid("it is not told how long it is"))
    for mark in subject.document.marks:
        length = mark.duration
        if mark.kind != "wait":
            continue
        if length is None or (length.min is None and length.max is None and not length.text):
            yield Found(mark.id, text, "duration")


RULES: tuple[Rule, ...] = (
    Rule(
        "critical-point-unsolved",
        "warning",
        msgid("Critical point without a solution"),
        msgid("Add a solution where it can be put into practice, and pair it with the point."),
        _find_unsolved,
    ),
    Rule(
        "solution-without-owner",
        "warning",
        msgid("Solution without an owner"),
        msgid("Name the actor who sees to it; what belongs to nobody stays undone."),
        _find_unowned,
    ),
    Rule(
        "wait-without-length",
        "hint",
        msgid("Wait without a length"),
        msgid("Write how long it takes, as a range or in words, so that waits can be summed."),
        _find_unmeasured_waits,
    ),
)
