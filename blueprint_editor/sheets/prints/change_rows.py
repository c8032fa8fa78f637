"""What differs between two states of a document as rows of words, in the order of the path."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from blueprint_editor.language.terms import Terms
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.model.comparison import Comparison, Difference, compare_documents
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Duration

_TOLD = frozenset({
    "actors", "personas", "variants", "lanes", "phases", "steps", "cards", "connectors", "marks",
    "responsibilities", "sources", "tags",
})  # fmt: skip
"""Collections that others see; working papers such as comments and notes are not listed."""
_SILENT = frozenset({
    "language", "origin", "library", "colour", "width", "votes", "dash", "hidden", "image", "icon",
})  # fmt: skip
"""Fields that change nothing of what a reader is told."""
_SILENT_FIELDS = frozenset({
    "translations", "poster", "checks_off", "checks_accepted", "questions", "ratings",
    "causal_map", "base", "language", "notes", "comments", "workshops",
})  # fmt: skip
_JOINED = frozenset({"note", "variants"})
"""Fields that a card takes from those merged into it, which is told with those."""
_NOTHING = "–"


class Wording(Protocol):
    """In which words changes are told: those of the list of changes, and the terms."""

    @property
    def words(self) -> SheetWords: ...

    @property
    def terms(self) -> Terms: ...


class ChangeRow(NamedTuple):
    """One change: ``sign`` says in words what kind it is."""

    kind: str
    sign: str
    place: str
    before: str
    now: str


def list_changes(
    before: DocumentContent, after: DocumentContent, wording: Wording
) -> list[ChangeRow]:
    """Return all changes that a reader would see: of the document, then phase by phase."""
    comparison = compare_documents(before, after)
    teller = _Teller(comparison, wording)
    found = [(teller.find_order(d), d) for d in comparison.records if d.collection in _TOLD]
    found.sort(key=lambda pair: pair[0])
    rows = list(teller.tell_fields())
    for _, difference in found:
        rows += teller.tell(difference)
    return rows


class _State:
    """Names of the records of one state."""

    def __init__(self, document: DocumentContent) -> None:
        self.document = document
        self.facts = DerivedFacts(document)
        self.lanes = {lane.id: lane.name for lane in document.lanes}
        self.names: dict[str, str] = {**self.lanes}
        for records in (document.actors, document.phases, document.variants, document.tags):
            self.names |= {record.id: record.name for record in records}
        self.names |= {source.id: source.title for source in document.sources}
        self.names |= {mark.id: mark.text for mark in document.marks}
        for phase, steps in self.facts.steps_of_phase.items():
            for number, step in enumerate(steps, 1):
                self.names[step.id] = step.name or f"{self.names[phase]} {number}"
        codes = self.facts.card_codes
        self.names |= {card.id: f"{codes[card.id]} {card.text}" for card in document.cards}
        self.places = {card.id: place for place, card in enumerate(self.facts.reading_order)}

    def name_cell(self, record: Any) -> str:
        """Return phase and lane of a card."""
        phase = self.facts.phase_of_step[record.step]
        number = self.facts.phase_numbers[phase.id]
        return f"{number} {phase.name} / {self.lanes[record.lane]}".strip(" /")


class _Teller:
    def __init__(self, comparison: Comparison, wording: Wording) -> None:
        self.comparison, self.words, self.terms = comparison, wording.words, wording.terms
        self.before, self.after = _State(comparison.before), _State(comparison.after)
        self.joined = {card.id for card in comparison.merged.values()}

    def _state(self, difference: Difference) -> _State:
        return self.before if difference.is_removed else self.after

    def find_order(self, difference: Difference) -> tuple[int, int]:
        """Return where a record stands: cards and what hangs on them by the order of reading."""
        state, record = self._state(difference), difference.record
        target = str(
            getattr(record, "source", None) or getattr(record, "target", None) or record.id
        )
        if target in state.places:
            return (1, state.places[target])
        return (0, sorted(_TOLD).index(difference.collection))

    def tell_fields(self) -> Iterator[ChangeRow]:
        for field in self.comparison.fields:
            if field.name in _SILENT_FIELDS:
                continue
            place = self.words["document"]
            for name, old, new in _iter_parts(field.name, field.before, field.after):
                label = self._label(name)
                yield self._row(
                    "changed", place,
                    f"{label}: {self._tell_value(old, self.before)}",
                    f"{label}: {self._tell_value(new, self.after)}",
                )  # fmt: skip

    def tell(self, difference: Difference) -> Iterator[ChangeRow]:
        """Yield a row for each way in which a record has changed."""
        old = difference.before
        is_named = difference.is_moved or bool(difference.other_fields)
        place = self._name(difference, by_text=is_named and not difference.is_added)
        if difference.is_added:
            yield self._row("added", place, _NOTHING, self._tell_record(difference))
            return
        if difference.is_removed:
            place = f"{place} ({self.words['then']})"
            if (now := self.comparison.merged.get(difference.record.id)) is not None:
                told = self._tell_record(difference)
                yield self._row("merged", place, told, self.after.names[now.id])
                return
            yield self._row("removed", place, self._tell_record(difference), _NOTHING)
            return
        if difference.is_moved:
            yield from self._tell_move(difference, place)
        if difference.is_reworded and old is not None:
            told = Difference(difference.collection, None, old).text
            yield self._row("changed", place, told or _NOTHING, difference.text or _NOTHING)
        told_elsewhere = _JOINED if difference.record.id in self.joined else ()
        for name in difference.other_fields:
            if name not in _SILENT and name not in told_elsewhere:
                yield from self._tell_other(difference, place, name)

    def _tell_move(self, difference: Difference, place: str) -> Iterator[ChangeRow]:
        old, new = difference.before, difference.after
        if difference.collection == "cards":
            before, now = self.before.name_cell(old), self.after.name_cell(new)
        else:
            before = self._tell_ends(old, self.before)
            now = self._tell_ends(new, self.after)
        if before == now:
            before, now = _NOTHING, self.words["order"]
        yield self._row("moved", place, before, now)

    def _tell_ends(self, record: Record | None, state: _State) -> str:
        fields = ("phase", "source", "target", "first_step", "last_step")
        ends = (getattr(record, field, None) for field in fields)
        return " →\u00a0".join(state.names.get(end, str(end)) for end in ends if end)

    def _tell_other(self, difference: Difference, place: str, name: str) -> Iterator[ChangeRow]:
        old, new = getattr(difference.before, name), getattr(difference.after, name)
        for part, was, now in _iter_parts(name, old, new):
            label = self._label(part)
            told = [
                self.words["every_path"] if part == "variants" and not value
                else self._tell_value(value, state)
                for value, state in ((was, self.before), (now, self.after))
            ]  # fmt: skip
            yield self._row("changed", place, f"{label}: {told[0]}", f"{label}: {told[1]}")

    def _row(self, kind: str, place: str, before: str, now: str) -> ChangeRow:
        return ChangeRow(kind, self.words[f"sign_{kind}"], place, before, now)

    def _name(self, difference: Difference, *, by_text: bool) -> str:
        """Return what kind of record it is and by what it is known: a card by text or place."""
        state, record = self._state(difference), difference.record
        noun = self.words[f"of_{difference.collection}"]
        if difference.collection == "cards":
            code = state.facts.card_codes[record.id]
            return f"{noun} {code}, {record.text if by_text else state.name_cell(record)}"
        if difference.collection == "marks":
            kind = self.terms.marks[record.kind]
            number = state.facts.mark_numbers[record.id]
            return f"{kind[0].upper()}{kind[1:]} {number}: {state.names.get(record.target, '')}"
        if difference.collection == "connectors":
            return f"{noun}: {self._tell_ends(record, state)}"
        return f"{noun}: {difference.text}" if difference.text else noun

    def _tell_record(self, difference: Difference) -> str:
        record = difference.record
        if difference.collection == "connectors":
            kind = self.terms.connectors[record.kind]
            return ": ".join(filter(None, (kind, record.label.strip())))
        return difference.text or _NOTHING

    def _label(self, name: str) -> str:
        return self.words.fields.get(f"field_{name}", self.words["field_other"])

    def _tell_value(self, value: Any, state: _State) -> str:
        """Return a value of any field in words."""
        terms = self.terms
        if isinstance(value, Duration):
            return terms.duration(value) or _NOTHING
        if isinstance(value, tuple):
            told = [self._tell_value(item, state) for item in value]
            return ", ".join(told) or _NOTHING
        if isinstance(value, Record):
            return self._tell_parts(value, state)
        if isinstance(value, int):
            return terms.emotions.get(value, str(value))
        text = str(value or "").strip()
        tables = (
            state.names, terms.channels, terms.actor_kinds, terms.certainties, terms.statuses,
            terms.states, terms.connectors, terms.handover_bases,
        )  # fmt: skip
        for table in tables:
            if text in table:
                return table[text]
        return text or _NOTHING

    def _tell_parts(self, value: Record, state: _State) -> str:
        fields = (getattr(value, name) for name in type(value).model_fields if name != "id")
        return " · ".join(self._tell_value(part, state) for part in fields if part)


def _iter_parts(name: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield (field, before, after) of what differs; a record within a record is opened."""
    shape = new if isinstance(new, Record) else old
    if not isinstance(shape, Record) or isinstance(shape, Duration):
        yield name, old, new
        return
    for part in type(shape).model_fields:
        was, now = getattr(old, part, None), getattr(new, part, None)
        if (was or now) and was != now:
            yield part, was, now
