"""What is at hand in a session: the kind of the current record, the step and phase around it."""

from typing import Literal, TypeAlias

from blueprint_editor.commands.lookup import find_record
from blueprint_editor.session.document_session import DocumentSession

Context: TypeAlias = Literal[
    "card", "connector", "mark", "cell", "lane", "phase", "step", "band", "page", "other"
]
"""What an action may be about; ``page`` where nothing is selected, ``other`` what no poster shows.
"""

_CONTEXTS: dict[str, Context] = {
    "cards": "card",
    "connectors": "connector",
    "marks": "mark",
    "lanes": "lane",
    "phases": "phase",
    "steps": "step",
    "responsibilities": "band",
}


def find_context(session: DocumentSession) -> Context:
    """Return what the current record is, or where the cursor is without one."""
    current, facts = session.selection.current, session.facts
    if current is None:
        return "cell" if session.selection.cursor is not None else "page"
    if current in facts.cards:
        return "card"
    if current not in facts.ids:
        # Just deleted; the session tells of the change before it mends the selection.
        return "page"
    place = find_record(facts.document, current)
    return "other" if place.path else _CONTEXTS.get(place.collection, "other")


def list_selected(session: DocumentSession, collection: str) -> tuple[str, ...]:
    """Return the ids of the selected records of a collection, in the order chosen."""
    records = session.selection.records
    known = {record.id for record in getattr(session.document, collection)} if records else ()
    return tuple(record for record in records if record in known)


def find_current_step(session: DocumentSession) -> str | None:
    """Return the selected step, or the one that the current card or the cursor is in."""
    facts, selection = session.facts, session.selection
    if selection.current in facts.phase_of_step:
        return selection.current
    card = facts.cards.get(selection.current or "")
    if card is not None:
        return card.step
    return selection.cursor.step if selection.cursor is not None else None


def find_current_phase(session: DocumentSession) -> str | None:
    """Return the selected phase, or the one of the current step."""
    facts, current = session.facts, session.selection.current
    if current in facts.phase_numbers:
        return current
    step = find_current_step(session)
    return facts.phase_of_step[step].id if step is not None else None
