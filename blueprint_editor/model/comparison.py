"""What differs between two documents, record by record: added, removed, moved, reworded.

For people, unlike :mod:`changes`: it looks at values, not at identity, and tells a move from a
rewording. Versions, recovery, snapshots, change posters and area versions all read it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Card

MAIN_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "actors": "name",
        "personas": "name",
        "variants": "name",
        "lanes": "name",
        "phases": "name",
        "steps": "name",
        "cards": "text",
        "connectors": "label",
        "marks": "text",
        "responsibilities": "text",
        "notes": "text",
        "comments": "text",
        "sources": "title",
        "tags": "name",
        "workshops": "name",
        "snapshots": "name",
        "assets": "file_name",
    }
)
"""Collection → the field with the words that a person knows a record by."""

_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cards": ("lane", "step"),
        "steps": ("phase",),
        "connectors": ("source", "target"),
        "marks": ("target",),
        "responsibilities": ("first_step", "last_step"),
        "comments": ("target",),
    }
)
"""Collection → the fields that say where a record stands."""

_ORDERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"lanes": (), "phases": (), "steps": ("phase",), "cards": ("lane", "step")}
)
"""Collections whose order is seen, and the fields that part them: cards have an order in a cell."""


@dataclass(frozen=True)
class Difference:
    """One record that is not the same in both documents.

    Attributes:
        collection: the document's field that holds it, such as ``cards``.
        before: None if it was added.
        after: None if it was removed.
        fields: names of the fields whose values differ; none for what was added or removed.
        is_reordered: it stands before or behind others that it stood behind or before.
    """

    collection: str
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()
    is_reordered: bool = False

    @property
    def record(self) -> Any:
        """The record as it is now, or as it was when it was removed."""
        return self.before if self.after is None else self.after

    @property
    def text(self) -> str:
        """The words that a person knows the record by; may be empty."""
        return str(getattr(self.record, MAIN_TEXTS[self.collection]))

    @property
    def is_added(self) -> bool:
        return self.before is None

    @property
    def is_removed(self) -> bool:
        return self.after is None

    @property
    def is_moved(self) -> bool:
        """Whether it stands elsewhere: in another cell, phase or order, at another card."""
        places = _PLACES.get(self.collection, ())
        return self.is_reordered or any(name in places for name in self.fields)

    @property
    def is_reworded(self) -> bool:
        return MAIN_TEXTS[self.collection] in self.fields

    @property
    def other_fields(self) -> tuple[str, ...]:
        """The fields that differ besides its place and its words."""
        known = {MAIN_TEXTS[self.collection], *_PLACES.get(self.collection, ())}
        return tuple(name for name in self.fields if name not in known)


class FieldDifference(NamedTuple):
    """A field of the document itself that differs, such as ``title`` or ``translations``."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Comparison:
    """All that differs between two documents; false if nothing does.

    Attributes:
        before: the one document.
        after: the other.
        records: by collection in the format's order; cards in reading order, the removed ones last.
        fields: of the document itself, in the format's order.
        reordered: collections of which only the order differs, where no place depends on it.
    """

    before: DocumentContent
    after: DocumentContent
    records: tuple[Difference, ...] = ()
    fields: tuple[FieldDifference, ...] = ()
    reordered: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records or self.fields or self.reordered)

    @cached_property
    def added(self) -> tuple[Difference, ...]:
        return tuple(difference for difference in self.records if difference.is_added)

    @cached_property
    def removed(self) -> tuple[Difference, ...]:
        return tuple(difference for difference in self.records if difference.is_removed)

    @cached_property
    def merged(self) -> Mapping[str, Card]:
        """Id of a card that is gone as it became one with another → the card that it is now."""
        gone = {lost.record.id for lost in self.removed if lost.collection == "cards"}
        return {old: card for card in self.after.cards for old in card.origin if old in gone}

    @cached_property
    def moved(self) -> tuple[Difference, ...]:
        """Records that stand elsewhere; they may be reworded as well."""
        return tuple(difference for difference in self.records if difference.is_moved)

    @cached_property
    def reworded(self) -> tuple[Difference, ...]:
        """Records with other words; they may have moved as well."""
        return tuple(difference for difference in self.records if difference.is_reworded)

    @cached_property
    def altered(self) -> tuple[Difference, ...]:
        """Records that differ in other fields; they may be moved and reworded as well."""
        return tuple(difference for difference in self.records if difference.other_fields)

    def only(self, *collections: str) -> "Comparison":
        """Return what differs in some collections."""
        return Comparison(
            self.before,
            self.after,
            tuple(found for found in self.records if found.collection in collections),
            reordered=tuple(name for name in self.reordered if name in collections),
        )

    def without(self, *names: str) -> "Comparison":
        """Return what differs save in some collections and fields of the document."""
        return Comparison(
            self.before,
            self.after,
            tuple(found for found in self.records if found.collection not in names),
            tuple(field for field in self.fields if field.name not in names),
            tuple(name for name in self.reordered if name not in names),
        )


def compare_documents(before: DocumentContent, after: DocumentContent) -> Comparison:
    """Compare two documents or snapshots by the ids of their records."""
    records: list[Difference] = []
    fields: list[FieldDifference] = []
    reordered: list[str] = []
    for name in dict.fromkeys((*type(before).model_fields, *type(after).model_fields)):
        old, new = getattr(before, name, ()), getattr(after, name, ())
        if old is new:
            continue
        if name not in COLLECTIONS:
            if old != new:
                fields.append(FieldDifference(name, old, new))
            continue
        found = _compare_collection(name, _in_order(name, before), _in_order(name, after))
        records.extend(found)
        # The order of cards across cells says nothing.
        if not found and name != "cards" and [r.id for r in old] != [r.id for r in new]:
            reordered.append(name)
    return Comparison(before, after, tuple(records), tuple(fields), tuple(reordered))


def _in_order(name: str, document: DocumentContent) -> Sequence[Any]:
    if name == "cards":
        return DerivedFacts(document).reading_order
    found: Sequence[Any] = getattr(document, name, ())
    return found


def _compare_collection(name: str, before: Sequence[Any], after: Sequence[Any]) -> list[Difference]:
    old = {record.id: record for record in before}
    displaced = _find_displaced(name, old, after) if name in _ORDERED else frozenset()
    found = []
    for record in after:
        previous = old.pop(record.id, None)
        fields = _find_fields(previous, record) if previous is not None else ()
        is_reordered = record.id in displaced
        if previous is None or fields or is_reordered:
            found.append(Difference(name, previous, record, fields, is_reordered))
    found.extend(Difference(name, record, None) for record in old.values())
    return found


def _find_fields(before: Record, after: Record) -> tuple[str, ...]:
    # The dictionaries are compared in C, records one by one in Python.
    if before is after or before.__dict__ == after.__dict__:
        return ()
    names = type(after).model_fields
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _find_displaced(name: str, before: Mapping[str, Any], after: Sequence[Any]) -> frozenset[str]:
    """Return the fewest records that must have moved for the others to keep their order."""
    places = {record_id: place for place, record_id in enumerate(before)}
    groups: dict[tuple[str, ...], list[str]] = {}
    for record in after:
        previous = before.get(record.id)
        here = tuple(getattr(record, field) for field in _ORDERED[name])
        if previous is not None and here == tuple(
            getattr(previous, field) for field in _ORDERED[name]
        ):
            groups.setdefault(here, []).append(record.id)
    displaced: set[str] = set()
    for ids in groups.values():
        order = [places[record_id] for record_id in ids]
        if order != sorted(order):
            kept = _longest_rise(order)
            displaced.update(i for i, place in zip(ids, order, strict=True) if place not in kept)
    return frozenset(displaced)


def _longest_rise(numbers: Iterable[int]) -> set[int]:
    """Return the longest subsequence of different numbers that only rises."""
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        previous[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    rise: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = previous[last]
    return rise
