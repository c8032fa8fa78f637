"""Cards, waiting notes and actors as rows of a table: plain values, with names in place of ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from blueprint_editor.language.terms import find_terms
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Actor, Card, Note

TableKind = Literal["cards", "actors"]
Values = Mapping[str, Any]
"""Column → value. Lists of names, tags and addresses are tuples; what says nothing is falsy."""

CARD_COLUMNS: tuple[str, ...] = (
    "code", "phase", "step", "lane", "text", "plain_text", "note", "actors", "channel", "emotion",
    "paths", "duration", "due", "method", "amount", "area", "legal_basis", "certainty", "tags",
    "links", "votes", "before", "after", "group", "note_kind", "id",
)  # fmt: skip
"""Of cards and of the notes that wait: those have neither phase nor lane, but a group."""
ACTOR_COLUMNS: tuple[str, ...] = (
    "name", "short", "role", "actor_kind", "organisation", "members", "contact", "link", "note",
    "id",
)  # fmt: skip
COLUMNS: Mapping[TableKind, tuple[str, ...]] = {"cards": CARD_COLUMNS, "actors": ACTOR_COLUMNS}
PLACE: tuple[str, ...] = ("phase", "step", "lane")
"""Columns that tell where a card stands, by names."""


class TableRow(NamedTuple):
    """A row that was read; ``values`` has what the table has a column for."""

    line: int
    values: Values


class TableRows(NamedTuple):
    """What a table holds."""

    kind: TableKind
    rows: tuple[TableRow, ...]


def iter_rows(document: DocumentContent, kind: TableKind) -> Iterator[Values]:
    """Yield the actors, or the cards in reading order and then the notes."""
    describer = RowDescriber(document)
    if kind == "actors":
        yield from map(describer.describe_actor, document.actors)
        return
    yield from map(describer.describe_card, describer.facts.reading_order)
    yield from map(describer.describe_note, document.notes)


class RowDescriber:
    """Says what records of a document hold, as rows do.

    Attributes:
        phases, steps, lanes: id → name; a number where a phase, or a step beside others, has none.
    """

    def __init__(self, document: DocumentContent) -> None:
        self.facts = facts = DerivedFacts(document)
        words = find_terms(document.language).lanes
        self.lanes = {
            lane.id: lane.name.strip() or words[lane.role].name for lane in document.lanes
        }
        self.phases = {
            phase.id: phase.name.strip() or str(facts.phase_numbers[phase.id])
            for phase in document.phases
        }
        self.steps = {
            step.id: step.name.strip() or (str(number) if len(steps) > 1 else "")
            for steps in facts.steps_of_phase.values()
            for number, step in enumerate(steps, 1)
        }
        self._actors = {actor.id: actor.name for actor in document.actors}
        self._tags = {tag.id: tag.name for tag in document.tags}
        self._paths = {one.id: one.name.strip() or one.short for one in document.variants}

    def describe_card(self, card: Card) -> Values:
        facts = self.facts
        return {
            "code": facts.card_codes.get(card.id, ""),
            "phase": self.phases[facts.phase_of_step[card.step].id],
            "step": self.steps[card.step],
            "lane": self.lanes[card.lane],
            "text": card.text,
            "plain_text": card.plain_text,
            "note": card.note,
            "actors": _name(card.actors, self._actors),
            "channel": card.channel,
            "emotion": card.emotion,
            "paths": _name(card.variants, self._paths),
            "duration": card.duration,
            "due": card.due,
            "method": card.method,
            "amount": card.amount,
            "area": card.area,
            "legal_basis": card.legal_basis,
            "certainty": card.certainty,
            "tags": _name(card.tags, self._tags),
            "links": tuple(link.url for link in card.links),
            "votes": card.votes or None,
            "before": card.rating.before if card.rating else None,
            "after": card.rating.after if card.rating else None,
            "id": card.id,
        }

    def describe_note(self, note: Note) -> Values:
        """Return a note as the card that it would become."""
        return {
            "text": note.text,
            "note": note.original_text,
            "tags": _name(note.tags, self._tags),
            "votes": note.count if note.count > 1 else None,
            "group": note.group,
            "note_kind": note.kind,
            "id": note.id,
        }

    def describe_actor(self, actor: Actor) -> Values:
        return {
            "name": actor.name,
            "short": actor.short,
            "role": actor.role,
            "actor_kind": actor.kind,
            "organisation": actor.organisation,
            "members": _name(actor.members, self._actors),
            "contact": actor.contact,
            "link": actor.link,
            "note": actor.note,
            "id": actor.id,
        }


def _name(ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(" ".join(names[one].split()) for one in ids)
