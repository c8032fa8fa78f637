"""What the rows of a table would change in a document: which records they mean, what differs."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from blueprint_editor.commands.rules import is_card_lane
from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.language.texts import UI_LANGUAGES
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import clean_text
from blueprint_editor.model.records import Duration, Lane
from blueprint_editor.model.table_rows import PLACE, RowDescriber, TableRow, TableRows, Values

RowCollection = Literal["cards", "notes", "actors"]

NOTE_COLUMNS = frozenset({"text", "note", "tags", "votes", "group", "note_kind"})
"""What a note that waits can hold."""
_OF_NOTES = frozenset({"group", "note_kind"})
_SAME_PLACE = ("phase", "lane")
_NOTHING: Values = MappingProxyType({})


class RowChange(NamedTuple):
    """What a row would change.

    Attributes:
        row: its lane is called what the document calls it.
        collection: of the record that it makes or changes.
        record: its id; None for a new one.
        here: what it holds by now, in the columns that differ.
        columns: those; all of the row of a new record.
    """

    row: TableRow
    collection: RowCollection
    record: str | None
    here: Values
    columns: frozenset[str]

    @property
    def is_placing(self) -> bool:
        """Whether it puts a note that waits into a cell."""
        return self.collection == "notes" and not self.columns.isdisjoint(PLACE)


def find_row_changes(document: Document, table: TableRows) -> tuple[RowChange, ...]:
    """Return what the rows of a table would change, in their order.

    A row belongs to the record of its id; without one to the card that says the same in the same
    phase and lane, to the note that says the same in the same group, or to the actor of the same
    name. One that names a phase and a lane is a card, any other a note that waits.
    """
    finder = _Finder(document)
    found = (finder.find(row, is_actor=table.kind == "actors") for row in table.rows)
    return tuple(change for change in found if change is not None)


def fold_name(text: object) -> str:
    """Return a name without regard to case and spaces."""
    return " ".join(str(text or "").casefold().split())


def find_lane(document: Document, names: Mapping[str, str], name: str) -> Lane | None:
    """Return the lane of a name, else the first of the role that is usually called so.

    ``names``: what the document's lanes are called.
    """
    lanes = [lane for lane in document.lanes if is_card_lane(lane)]
    named = (lane for lane in lanes if fold_name(names[lane.id]) == fold_name(name))
    role = find_role(name)
    return next(named, None) or next((lane for lane in lanes if lane.role == role), None)


def find_role(name: str) -> str | None:
    """Return the role of lanes with cards that is called so in any language."""
    for language in UI_LANGUAGES:
        for role, words in find_terms(language).lanes.items():
            if fold_name(name) in {fold_name(words.name), role} and role != "emotion":
                return role
    return None


class _Finder:
    """Finds the records that rows belong to, and in what they differ."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._terms = find_terms(document.language)
        self._describer = describer = RowDescriber(document)
        self._by_id: dict[str, tuple[RowCollection, Values]] = {}
        for actor in document.actors:
            self._by_id[actor.id] = "actors", describer.describe_actor(actor)
        for note in document.notes:
            self._by_id[note.id] = "notes", describer.describe_note(note)
        for card in document.cards:
            self._by_id[card.id] = "cards", describer.describe_card(card)
        self._by_words = {
            _list_words(collection, values): record
            for record, (collection, values) in reversed(self._by_id.items())
        }
        # Those that are hidden, too: what stands there stays there.
        self._lanes = {name: name for name in describer.lanes.values()}

    def find(self, row: TableRow, *, is_actor: bool) -> RowChange | None:
        """Return what a row would change, None if nothing."""
        row = self._name_lane(row)
        is_placed = all(row.values.get(name) for name in _SAME_PLACE)
        collection: RowCollection = "cards" if is_placed else "notes"
        record = self._find_record(row, "actors" if is_actor else collection)
        if record is None:
            told = frozenset(row.values)
            if is_actor:
                return RowChange(row, "actors", None, _NOTHING, told)
            told = told if is_placed else told & NOTE_COLUMNS
            return RowChange(row, collection, None, _NOTHING, told)
        known, here = self._by_id[record]
        columns = frozenset(self._list_different(known, here, row.values, is_placed=is_placed))
        if known == "notes" and columns.isdisjoint(PLACE):
            columns &= NOTE_COLUMNS
        if not columns:
            return None
        return RowChange(row, known, record, {c: here.get(c) for c in columns}, columns)

    def _name_lane(self, row: TableRow) -> TableRow:
        told = row.values.get("lane")
        if not told:
            return row
        if told not in self._lanes:
            lane = find_lane(self._document, self._describer.lanes, told)
            self._lanes[told] = self._describer.lanes[lane.id] if lane is not None else told
        return row._replace(values={**row.values, "lane": self._lanes[told]})

    def _find_record(self, row: TableRow, collection: RowCollection) -> str | None:
        record = row.values.get("id")
        known = self._by_id[record][0] if record in self._by_id else None
        if known is not None and (known == "actors") is (collection == "actors"):
            return str(record)
        return self._by_words.get(_list_words(collection, row.values))

    def _list_different(
        self, collection: RowCollection, here: Values, there: Values, *, is_placed: bool
    ) -> Iterator[str]:
        for column, value in there.items():
            if column == "id" or (column in _OF_NOTES and collection == "cards"):
                continue
            if column in PLACE and not (is_placed and value):
                continue
            if _tell(value, self._terms) != _tell(here.get(column), self._terms):
                yield column


def _list_words(collection: RowCollection, values: Values) -> tuple[str, ...]:
    """Return what is the same of records that are the same, whatever their ids."""
    names = {"actors": ("name",), "notes": ("text", "group"), "cards": ("text", *_SAME_PLACE)}
    return collection, *(fold_name(values.get(name)) for name in names[collection])


def _tell(value: object, terms: Terms) -> object:
    """Return a value as a table tells it, which may be less than the record knows."""
    match value:
        case Duration():
            return terms.duration(value)
        case tuple():
            return "; ".join(filter(None, dict.fromkeys(map(fold_name, value))))
        case str():
            return clean_text(value).strip()
    return value if value is not None else ""
