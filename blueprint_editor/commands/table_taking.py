"""Cards, notes and actors taken in from the rows of a table, as one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from blueprint_editor.commands.cards import place_cards
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.notes import PlaceNotes
from blueprint_editor.commands.parts import map_records, replace_parts
from blueprint_editor.commands.paths import change_record, make_record
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.rules import CardPlace
from blueprint_editor.commands.soundness import require_sound
from blueprint_editor.commands.table_rows import (
    NOTE_COLUMNS,
    RowChange,
    find_lane,
    find_role,
    find_row_changes,
    fold_name,
)
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Card,
    Lane,
    Link,
    Note,
    Phase,
    Rating,
    Step,
    Tag,
    Variant,
)
from blueprint_editor.model.table_rows import PLACE, RowDescriber, TableRow, TableRows

if TYPE_CHECKING:
    from blueprint_editor.model.kinds import Role

_REGISTERS: Mapping[str, str] = {
    "actors": "actors", "members": "actors", "tags": "tags", "paths": "variants"
}  # fmt: skip
"""Column with names → the register that they are found in or come to."""
_CARD_FIELDS: Mapping[str, str] = {
    "text": "text", "plain_text": "plain_text", "note": "note", "actors": "actors",
    "channel": "channel", "emotion": "emotion", "paths": "variants", "duration": "duration",
    "due": "due", "method": "method", "amount": "amount", "area": "area",
    "legal_basis": "legal_basis", "certainty": "certainty", "tags": "tags", "votes": "votes",
}  # fmt: skip
_NOTE_FIELDS: Mapping[str, str] = {
    "text": "text", "note": "original_text", "tags": "tags", "votes": "count", "group": "group",
    "note_kind": "kind",
}  # fmt: skip
_ACTOR_FIELDS: Mapping[str, str] = {
    "name": "name", "short": "short", "role": "role", "actor_kind": "kind",
    "organisation": "organisation", "contact": "contact", "link": "link", "note": "note",
}  # fmt: skip
_LEAST: Mapping[str, int] = {"votes": 0, "count": 1}
"""Field → what it says where nothing is told."""


@dataclass(frozen=True)
class TakeTable:
    """Take in what rows of a table tell, see :func:`find_row_changes`.

    What they name and the document has not comes with them: actors, tags, paths, lanes, phases
    and steps. What a table has no column for stays; what stands in an empty cell is emptied.
    """

    table: TableRows
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("table taken in")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        changes = find_row_changes(document, self.table)
        if not changes:
            return document
        new_ids = SeededIds(document, self.seed)
        if self.table.kind == "actors":
            document, changes = _take_actors(document, changes, new_ids)
        document, names = _add_named(document, changes, new_ids)
        if self.table.kind == "actors":
            return _set_members(document, changes, names)
        return _Cells(document, names, new_ids).take(changes)


# --- registers


class _Names:
    """Finds records by what they are called."""

    def __init__(self, document: Document) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        for register in ("actors", "tags", "variants"):
            records = getattr(document, register)
            for names in ("short", "name"):
                for record in reversed(records):
                    name = fold_name(getattr(record, names, ""))
                    if name:
                        self._ids[register, name] = record.id

    def find(self, column: str, names: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of those that a cell of a column names."""
        register = _REGISTERS[column]
        return tuple(dict.fromkeys(self._ids[register, fold_name(name)] for name in names))

    def add(self, register: str, name: str, record: str) -> bool:
        """Note what is new of that name; returns whether nothing else is called so."""
        return self._ids.setdefault((register, fold_name(name)), record) == record


def _add_named(
    document: Document, changes: Iterable[RowChange], new_ids: SeededIds
) -> tuple[Document, _Names]:
    """Add what rows name and the document has not."""
    names = _Names(document)
    kinds: Mapping[str, type[Actor | Tag | Variant]] = {
        "actors": Actor, "tags": Tag, "variants": Variant
    }  # fmt: skip
    new: dict[str, list[Actor | Tag | Variant]] = {}
    for change in changes:
        for column, register in _REGISTERS.items():
            for name in change.row.values.get(column, ()) if column in change.columns else ():
                record = make_record(kinds[register], id=new_ids.take(register), name=name)
                if names.add(register, name, record.id):
                    new.setdefault(register, []).append(record)
    added = {register: (*getattr(document, register), *own) for register, own in new.items()}
    return replace_parts(document, **added), names


def _take_actors(
    document: Document, changes: Iterable[RowChange], new_ids: SeededIds
) -> tuple[Document, tuple[RowChange, ...]]:
    """Return the document without new members, and the changes with the ids of their records."""
    found = []
    actors = {actor.id: actor for actor in document.actors}
    for change in changes:
        values = _read_fields(change, _ACTOR_FIELDS, None)
        if change.record is None:
            record = _take_id(change.row, "actors", new_ids)
            actors[record] = make_record(Actor, id=record, **values)
            found.append(change._replace(record=record))
        else:
            actors[change.record] = change_record(actors[change.record], **values)
            found.append(change)
    return replace_parts(document, actors=tuple(actors.values())), tuple(found)


def _set_members(document: Document, changes: Iterable[RowChange], names: _Names) -> Document:
    teams = {
        change.record: names.find("members", change.row.values["members"])
        for change in changes
        if "members" in change.columns
    }

    def fill(actor: Actor) -> Actor:
        members = teams.get(actor.id, actor.members)
        return actor if members == actor.members else actor.changed(members=members)

    after = map_records(document, "actors", fill)
    require_sound(after, "actors", ("members",), after.actors)
    return after


def _take_id(row: TableRow, collection: str, new_ids: SeededIds) -> str:
    told = row.values.get("id")
    return new_ids.keep_or_take(told, collection) if told else new_ids.take(collection)


def _read_fields(
    change: RowChange, fields: Mapping[str, str], names: _Names | None
) -> dict[str, Any]:
    """Return field → value of what a row changes, with ids in the place of names."""
    found = {}
    for column, name in fields.items():
        if column in change.columns:
            value = change.row.values.get(column)
            if names is not None and column in _REGISTERS:
                value = names.find(column, value or ())
            found[name] = _LEAST[name] if value is None and name in _LEAST else value
    return found


# --- cards and notes


class _Cell(NamedTuple):
    lane: str
    step: str


class _Cells:
    """Takes the rows of cards and notes in."""

    def __init__(self, document: Document, names: _Names, new_ids: SeededIds) -> None:
        self._document, self._names, self._new_ids = document, names, new_ids
        self._known = {card.id: card for card in document.cards}
        self._lanes: dict[str, str] = {}
        self._steps: dict[tuple[str, str], str] = {}

    def take(self, changes: Sequence[RowChange]) -> Document:
        notes = {note.id: note for note in self._document.notes}
        new: dict[str, Card] = {}
        places: list[CardPlace] = []
        waiting: dict[_Cell, list[tuple[str, RowChange]]] = {}
        for change in changes:
            if change.collection == "notes":
                note = self._make_note(change, notes)
                notes[note.id] = note
                if change.is_placing:
                    waiting.setdefault(self._find_cell(change), []).append((note.id, change))
                continue
            cell = self._find_cell(change)
            card = self._make_card(change, cell)
            (self._known if change.record else new)[card.id] = card
            if not change.columns.isdisjoint(PLACE):
                places.append(CardPlace(card.id, *cell))
        cards = (*self._known.values(), *new.values())
        after = replace_parts(self._document, cards=cards, notes=tuple(notes.values()))
        after = place_cards(after, places) if places else after
        require_sound(after, "cards", ("actors", "variants", "tags", "links"), after.cards)
        return self._place_notes(after, waiting)

    def _place_notes(
        self, document: Document, waiting: Mapping[_Cell, Sequence[tuple[str, RowChange]]]
    ) -> Document:
        """Put notes into their cells, and give the cards what else their rows tell."""
        seed = self._new_ids.take("cards")
        for cell, notes in waiting.items():
            ids = tuple(note for note, _ in notes)
            document = PlaceNotes(ids, *cell, seed=seed).apply(document)
        rows_of = {note: change.row for notes in waiting.values() for note, change in notes}
        rest = tuple(
            _tell_rest(rows_of[card.origin[0]], card)
            for card in document.cards
            if card.id not in self._known and card.origin and card.origin[0] in rows_of
        )
        return TakeTable(TableRows("cards", rest), seed).apply(document) if rest else document

    def _make_note(self, change: RowChange, notes: Mapping[str, Note]) -> Note:
        values = _read_fields(change, _NOTE_FIELDS, self._names)
        if change.record is not None:
            return change_record(notes[change.record], **values)
        return make_record(Note, id=_take_id(change.row, "notes", self._new_ids), **values)

    def _make_card(self, change: RowChange, cell: _Cell) -> Card:
        before = self._known.get(change.record or "")
        values = _read_fields(change, _CARD_FIELDS, self._names)
        told = change.row.values
        if "links" in change.columns:
            values["links"] = self._make_links(told["links"], before.links if before else ())
        if not change.columns.isdisjoint(("before", "after")):
            rating = (before.rating if before else None) or Rating()
            ends = {end: told.get(end, getattr(rating, end)) for end in ("before", "after")}
            values["rating"] = make_record(Rating, **ends) if any(ends.values()) else None
        if before is not None:
            return change_record(before, **values)
        record = _take_id(change.row, "cards", self._new_ids)
        return make_record(Card, id=record, lane=cell.lane, step=cell.step, **values)

    def _make_links(self, urls: Iterable[str], known: Iterable[Link]) -> tuple[Link, ...]:
        by_url = {link.url: link for link in known}
        return tuple(
            by_url.get(url) or make_record(Link, id=self._new_ids.take("links"), url=url)
            for url in urls
        )

    # --- where a card stands

    def _find_cell(self, change: RowChange) -> _Cell:
        """Return the cell of a row; lane, phase and step come now where there are none."""
        told, before = change.row.values, self._known.get(change.record or "")
        if before is not None and change.columns.isdisjoint(PLACE):
            return _Cell(before.lane, before.step)
        lane, phase, step = told["lane"], told["phase"], told.get("step") or ""
        if lane not in self._lanes:
            self._lanes[lane] = self._find_lane(lane)
        if (phase, step) not in self._steps:
            self._steps[phase, step] = self._find_step(phase, step)
        return _Cell(self._lanes[lane], self._steps[phase, step])

    def _find_lane(self, name: str) -> str:
        known = find_lane(self._document, RowDescriber(self._document).lanes, name)
        if known is not None:
            return known.id
        role = cast("Role", find_role(name) or "custom")
        new = make_record(Lane, id=self._new_ids.take("lanes"), role=role, name=name)
        self._add("lanes", new)
        return new.id

    def _find_step(self, phase_name: str, name: str) -> str:
        describer = RowDescriber(self._document)
        phase = _find(describer.phases, phase_name)
        if phase is None:
            phase = self._new_ids.take("phases")
            self._add("phases", make_record(Phase, id=phase, name=phase_name))
        steps = DerivedFacts(self._document).steps_of_phase.get(phase, ())
        own = {step.id: describer.steps[step.id] for step in steps}
        known = _find(own, name) if name else next(iter(own), None)
        if known is not None:
            return known
        new = make_record(Step, id=self._new_ids.take("steps"), phase=phase, name=name)
        self._add("steps", new)
        return new.id

    def _add(self, collection: str, record: Lane | Phase | Step) -> None:
        self._document = AddRecord(collection, record).apply(self._document)


def _find(names: Mapping[str, str], name: str) -> str | None:
    return next((one for one, told in names.items() if fold_name(told) == fold_name(name)), None)


def _tell_rest(row: TableRow, card: Card) -> TableRow:
    """Return what a row tells of a card besides what the note has become."""
    own = NOTE_COLUMNS | {*PLACE, "id"}
    values = {name: value for name, value in row.values.items() if name not in own}
    told = {name: value for name, value in values.items() if value not in {None, "", ()}}
    return row._replace(values={**told, "id": card.id})
