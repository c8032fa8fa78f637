"""Rules on handovers of responsibility: from whom to whom, with what, on what basis, and when."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Fix, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import Message, message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.records import Connector, Handover

_PARTS = {
    "receiver": msgid("who receives"),
    "information": msgid("what information moves along"),
    "basis": msgid("on what basis it may"),
    "time": msgid("when it happens"),
}
"""Field of a handover → what is missing where it is empty."""


def _find_incomplete(subject: Subject) -> Iterator[Found]:
    for connector in subject.document.connectors:
        if connector.kind != "handover":
            continue
        handover = connector.handover or Handover()
        missing = [field for field in _PARTS if not _has(handover, field)]
        if missing:
            words: tuple[str | Message, ...] = tuple(message(_PARTS[field]) for field in missing)
            text = message(msgid("it is not told: {missing}"), missing=words)
            fix = _make_fix(subject, connector) if missing == ["receiver"] else None
            yield Found(connector.id, text, f"handover.{missing[0]}", fix)


def _has(handover: Handover, field: str) -> bool:
    if field == "basis":
        return handover.basis is not None or bool(handover.basis_text.strip())
    value = getattr(handover, field)
    return bool(value and value.strip())


def _make_fix(subject: Subject, connector: Connector) -> Fix | None:
    """Offer the one actor of the card that the handover leads to."""
    actors = subject.facts.cards[connector.target].actors
    giver = connector.handover.giver if connector.handover is not None else None
    if len(actors) != 1 or actors[0] == giver:
        return None
    label = message(msgid("Make {actor} the receiver"), actor=subject.name_actor(actors[0]))
    return Fix(label, connector.id, "handover.receiver", actors[0])


def _find_selves(subject: Subject) -> Iterator[Found]:
    for connector in subject.document.connectors:
        handover = connector.handover
        if handover is not None and handover.giver and handover.giver == handover.receiver:
            name = subject.name_actor(handover.giver)
            text = message(msgid("{actor} hands over to oneself"), actor=name)
            yield Found(connector.id, text, "handover.receiver")


RULES: tuple[Rule, ...] = (
    Rule(
        "handover-to-oneself",
        "error",
        msgid("Handover to oneself"),
        msgid("Choose who hands over and who receives; if nobody changes, make it a plain flow."),
        _find_selves,
    ),
    Rule(
        "handover-incomplete",
        "warning",
        msgid("Handover with gaps"),
        msgid(
            "Agree with both sides who receives, which information moves along, on what basis it "
            "may, and when; then fill in the fields."
        ),
        _find_incomplete,
    ),
)
