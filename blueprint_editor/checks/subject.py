"""What the rules look at: a document on a day, with the facts that several of them need."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from blueprint_editor.language.messages import Message, message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.causal import find_map
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import Role
from blueprint_editor.model.records import Actor, Card, Connector, Mark
from blueprint_editor.model.references import NOUNS, iter_record_lists

T = TypeVar("T")

_QUOTED = 48
"""Letters of a text that are quoted at most."""

FRONT: frozenset[Role] = frozenset({"frontstage", "frontstage_technology"})
"""The roles of lanes that answer the customer."""


class RecordPlace(NamedTuple):
    """Where a record stands.

    Attributes:
        pointer: its JSON pointer within the document.
        holder: the record to select for it, with a line of its own in the document: itself, or
            what a link or barrier stands in.
        path: from the holder to it, such as ``links.0``; empty for itself.
        noun: what the holder is.
    """

    pointer: str
    holder: Any
    path: str
    noun: str


@dataclass(frozen=True, eq=False)
class Subject:
    """A document to be checked, and the day on which it is."""

    document: DocumentContent
    today: date

    @cached_property
    def facts(self) -> DerivedFacts:
        return DerivedFacts(self.document)

    @cached_property
    def _shared(self) -> dict[object, Any]:
        return {}

    def share(self, make: "Callable[[Subject], T]") -> T:
        """Return what ``make`` makes of this subject; it is made once for all who ask."""
        if make not in self._shared:
            self._shared[make] = make(self)
        found: T = self._shared[make]
        return found

    # --- lanes and cards

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Visible lane id → role."""
        return {lane.id: lane.role for lane in self.facts.lanes}

    @cached_property
    def visible_cards(self) -> tuple[Card, ...]:
        """The cards of visible lanes, in reading order."""
        return tuple(card for card in self.facts.reading_order if card.lane in self.roles)

    def role_of(self, card: Card) -> Role | None:
        """Return the role of a card's lane; None where it is hidden."""
        return self.roles.get(card.lane)

    @cached_property
    def cards_by_step(self) -> dict[str, tuple[Card, ...]]:
        """Step id → the cards of visible lanes in it."""
        found: dict[str, list[Card]] = {}
        for card in self.visible_cards:
            found.setdefault(card.step, []).append(card)
        return {step: tuple(cards) for step, cards in found.items()}

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """Card id → ids of the cards that a connector of any kind joins it with."""
        found: dict[str, set[str]] = {}
        for connector in self.document.connectors:
            found.setdefault(connector.source, set()).add(connector.target)
            found.setdefault(connector.target, set()).add(connector.source)
        return {card: frozenset(others) for card, others in found.items()}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.document.actors}

    def name_actor(self, actor: str) -> str:
        """Return what an actor of an id is called."""
        return self.actors[actor].name or actor

    # --- places

    @cached_property
    def places(self) -> dict[str, RecordPlace]:
        """Id → place, of every record that has an id, apart from images and named versions."""
        found: dict[str, RecordPlace] = {}
        for noun, pointer, records in iter_record_lists(self.document):
            if noun in {"asset", "snapshot"}:
                continue
            for index, record in enumerate(records):
                where = f"{pointer}/{index}" if pointer else ""
                found[record.id] = self._make_place(noun, where, record)
        return found

    def _make_place(self, noun: str, pointer: str, record: Any) -> RecordPlace:
        if noun == "document":
            return RecordPlace("/document", record, "", noun)
        parts = pointer.split("/")[1:]
        if parts[0] == "causal_map":
            return RecordPlace(f"/document{pointer}", record, "", noun)
        if parts[0] not in NOUNS:
            return RecordPlace(f"/document{pointer}", self.document, ".".join(parts), "document")
        if len(parts) == 2:
            return RecordPlace(f"/document{pointer}", record, "", noun)
        holder = getattr(self.document, parts[0])[int(parts[1])]
        return RecordPlace(f"/document{pointer}", holder, ".".join(parts[2:]), NOUNS[parts[0]])

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Id of a record with a line of its own → its place in the reading order."""
        return {record: rank for rank, record in enumerate(self._iter_in_order())}

    def _iter_in_order(self) -> Iterator[str]:
        document, facts = self.document, self.facts
        yield document.id
        for records in (document.personas, document.actors, document.variants, document.lanes):
            yield from (record.id for record in records)
        for phase in document.phases:
            yield from self._iter_with_marks(phase.id)
            for step in facts.steps_of_phase[phase.id]:
                yield from self._iter_with_marks(step.id)
                for card in self._cards_of_step.get(step.id, ()):
                    yield from self._iter_with_marks(card.id)
                    for connector in facts.connectors_of.get(card.id, ()):
                        yield from self._iter_with_marks(connector.id)
        for name in ("responsibilities", "tags", "sources", "workshops", "notes", "comments"):
            yield from (record.id for record in getattr(document, name))
        known = find_map(document)
        yield from (node.id for node in known.nodes)
        yield from (arrow.id for arrow in known.arrows)

    def _iter_with_marks(self, record: str) -> Iterator[str]:
        yield record
        yield from (mark.id for mark in self.facts.marks_of.get(record, ()))

    @cached_property
    def _cards_of_step(self) -> dict[str, list[Card]]:
        found: dict[str, list[Card]] = {}
        for card in self.facts.reading_order:
            found.setdefault(card.step, []).append(card)
        return found

    @cached_property
    def _connectors(self) -> dict[str, Connector]:
        return {connector.id: connector for connector in self.document.connectors}

    def find_card_of(self, record: Any) -> Card | None:
        """Return the card that a record is or hangs on: a mark's target, a connector's source."""
        if isinstance(record, Mark):
            target = self._connectors.get(record.target, record.target)
            return (
                self.find_card_of(target) if isinstance(target, Connector) else self._card(target)
            )
        if isinstance(record, Connector):
            return self._card(record.source)
        return record if isinstance(record, Card) else None

    def _card(self, record: str) -> Card | None:
        return self.facts.cards.get(record)

    def find_phase(self, place: RecordPlace) -> str | None:
        """Return the id of the phase that a record stands in, if it stands in one."""
        record = place.holder
        own = record.target if place.noun == "mark" else record.id
        if own in self.facts.phase_numbers:
            return str(own)
        card = self.find_card_of(record)
        phase = self.facts.phase_of_step.get(own if card is None else card.step)
        return phase.id if phase is not None else None

    # --- how records are called

    def name_card(self, card: Card) -> Message:
        """Return a card's code and first words."""
        code = self.facts.card_codes[card.id]
        if not card.text.strip():
            return message(msgid("Card {code}"), code=code)
        return message(msgid("Card {code} “{words}”"), code=code, words=quote(card.text))

    def name(self, place: RecordPlace) -> Message:
        """Return what a record is and what it says."""
        record = place.holder
        match place.noun:
            case "document":
                return message(msgid("The document"))
            case "card":
                return self.name_card(record)
            case "connector":
                codes = self.facts.card_codes
                ends = {"source": codes[record.source], "target": codes[record.target]}
                return message(msgid("Connector {source} → {target}"), **ends)
            case "mark":
                return self._name_mark(record)
            case noun:
                words = next(filter(None, (getattr(record, f, "") for f in _NAMING)), "")
                return message(_NAMES[noun], words=quote(words) or record.id)

    def _name_mark(self, mark: Mark) -> Message:
        template = _MARK_NAMES.get(mark.kind)
        number = self.facts.mark_numbers[mark.id]
        if template is None:
            return message(msgid("Mark “{words}”"), words=quote(mark.text) or mark.id)
        return message(template, number=number, words=quote(mark.text))


_NAMING = ("name", "title", "text")
"""The fields by which records are called."""
_NAMES = {
    "causal node": msgid("Factor “{words}”"),
    "causal arrow": msgid("Causal arrow “{words}”"),
    "actor": msgid("Actor “{words}”"),
    "persona": msgid("Persona “{words}”"),
    "variant": msgid("Path “{words}”"),
    "lane": msgid("Lane “{words}”"),
    "phase": msgid("Phase “{words}”"),
    "step": msgid("Step “{words}”"),
    "responsibility": msgid("Band “{words}”"),
    "note": msgid("Note “{words}”"),
    "comment": msgid("Comment “{words}”"),
    "source": msgid("Source “{words}”"),
    "tag": msgid("Tag “{words}”"),
    "workshop": msgid("Workshop “{words}”"),
}
_MARK_NAMES = {
    "critical_point": msgid("Critical point {number} “{words}”"),
    "solution": msgid("Solution {number} “{words}”"),
    "wait": msgid("Wait {number} “{words}”"),
}


def quote(text: str) -> str:
    """Return the first words of a text in one line."""
    words = " ".join(text.split())
    if len(words) <= _QUOTED:
        return words
    cut = words[:_QUOTED]
    return f"{cut[: cut.rindex(' ')] if ' ' in cut[20:] else cut}…"


def meet(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two records are on one path: by their variants, none = on each."""
    return not first or not second or not set(first).isdisjoint(second)
