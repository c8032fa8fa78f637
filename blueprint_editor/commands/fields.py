"""One field of one or many records: read it, set it; any record and any path of the format."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.field_names import name_field
from blueprint_editor.commands.lookup import (
    RecordPlace,
    find_record,
    find_records,
    list_inner_ids,
)
from blueprint_editor.commands.parts import drop_unused_assets, replace_records
from blueprint_editor.commands.paths import read_path, split_path, write_path
from blueprint_editor.commands.removal import Lost, release
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.commands.soundness import (
    require_different_connectors,
    require_free_ids,
    require_sound,
)
from blueprint_editor.commands.steps import MoveSteps
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record


class Mixed(Enum):
    """The type of :data:`MIXED`."""

    MIXED = "mixed"


MIXED: Final = Mixed.MIXED
"""What several records have in a field where they differ."""

_FIXED: dict[str, frozenset[str]] = {
    "": frozenset({*COLLECTIONS, "translations"}),
    "snapshots": frozenset({"at", "document"}),
    "assets": frozenset({"media_type", "data"}),
}
"""Collection → fields that are no single value to be set; an id is fixed everywhere."""

_CELL = frozenset({"lane", "step"})
_CONNECTOR_WAY = frozenset({"source", "target", "kind"})
_OWNERS_OF_RECORDS = frozenset({"links", "barriers", "project", "causal_map"})
_OWNERS_OF_PICTURES = frozenset({"image", "portrait", "project", "poster"})


def read_field(document: Document, record_id: str, path: str) -> Any:
    """Return the value of a field; within an absent part, the value that it would begin with.

    Raises:
        CommandRefusedError: ``unknown_record`` or ``unknown_field``.
    """
    return read_path(find_record(document, record_id).record, path)


def read_common_field(document: Document, records: Sequence[str], path: str) -> Any:
    """Return the value that all the records have in a field, or :data:`MIXED`.

    Raises:
        CommandRefusedError: ``unknown_record`` or ``unknown_field``.
    """
    places = iter(find_records(document, records).values())
    common = read_path(next(places).record, path)
    return common if all(read_path(p.record, path) == common for p in places) else MIXED


@dataclass(frozen=True)
class SetField:
    """Give a field of one or many records a value of its type.

    Attributes:
        records: ids; the document's own id stands for its own fields (``title``,
            ``project.owner``, ``poster.paper``).
        path: field names and positions joined by dots, such as ``duration.min``.
        value: what the format has there: tuples for lists, records for parts.
    """

    records: tuple[str, ...]
    path: str
    value: Any

    @property
    def name(self) -> str:
        return name_field(self.path)

    @property
    def merge_key(self) -> tuple[str, ...]:
        return ("field", self.path, *self.records)

    def apply(self, document: Document) -> Document:
        """Set it in every record or in none.

        Raises:
            InvalidValueError: the format forbids the value.
            CommandRefusedError: there is no such record or field, or the change would break a
                rule between records.
        """
        after = document
        for collection, places in _group(find_records(document, self.records).values()):
            after = self._set_in(after, collection, places)
        return after

    def _set_in(
        self, document: Document, collection: str, places: Sequence[RecordPlace]
    ) -> Document:
        if (collection, self.path) == ("steps", "phase"):
            return MoveSteps(self.records, self.value).apply(document)
        changed = write_fields(document, collection, [(p, self.path, self.value) for p in places])
        return adopt_holders(document, collection, changed, _find_heads(places, self.path))


def _group(places: Iterable[RecordPlace]) -> Iterable[tuple[str, Sequence[RecordPlace]]]:
    groups: dict[str, list[RecordPlace]] = {}
    for place in places:
        groups.setdefault(place.collection, []).append(place)
    return groups.items()


def _find_heads(places: Iterable[RecordPlace], path: str) -> frozenset[str]:
    """Return the fields of the holding records that a path leads into."""
    return frozenset((*place.path, *split_path(path))[0] for place in places)


def write_fields(
    document: Document, collection: str, values: Iterable[tuple[RecordPlace, str, Any]]
) -> dict[int, Any]:
    """Return index in the collection → the changed record there (-1: the document itself).

    Raises:
        InvalidValueError, CommandRefusedError: as :meth:`SetField.apply`.
    """
    changed: dict[int, Any] = {}
    for place, path, value in values:
        full = ".".join((*place.path, path))
        _require_free_field(collection, full)
        before = document if place.index < 0 else getattr(document, collection)[place.index]
        holder = changed.get(place.index, before)
        try:
            after = write_path(holder, full, value)
        except InvalidValueError as error:
            raise InvalidValueError(path, error.fault) from error
        if after is not holder:
            changed[place.index] = after
    return changed


def _require_free_field(collection: str, path: str) -> None:
    names = split_path(path)
    if names[-1] == "id" or names[0] in _FIXED.get(collection, ()):
        raise CommandRefusedError("fixed_field", path)


def adopt_holders(
    document: Document, collection: str, changed: Mapping[int, Any], heads: Collection[str]
) -> Document:
    """Return the document with changed records, checked, and with what follows from the change.

    ``heads`` are the records' own fields that may have changed.

    Raises:
        CommandRefusedError: a rule between records would be broken.
    """
    if not changed:
        return document
    if collection:
        before = [getattr(document, collection)[index] for index in changed]
        after = replace_records(document, collection, changed)
    else:
        before, after = [document], changed[-1]
    records = list(changed.values())
    _check(after, collection, heads, records)
    if not _OWNERS_OF_RECORDS.isdisjoint(heads):
        after = _mend_inner_records(document, after, before, records)
    if not _OWNERS_OF_PICTURES.isdisjoint(heads):
        after = drop_unused_assets(document, after)
    if not after.translations:
        return after
    from blueprint_editor.commands.translations import (  # noqa: PLC0415 - most have none
        drop_stale_translations,
    )

    return drop_stale_translations(after, records)


def _check(
    after: Document, collection: str, heads: Collection[str], records: Sequence[Any]
) -> None:
    require_sound(after, collection, heads, records)
    if collection == "connectors" and not _CONNECTOR_WAY.isdisjoint(heads):
        require_different_connectors(after, {record.id for record in records})
    if collection == "cards" and not _CELL.isdisjoint(heads):
        for lane, step in {(card.lane, card.step) for card in records}:
            if (problem := find_place_problem(after, lane, step)) is not None:
                raise problem


def _mend_inner_records(
    document: Document, after: Document, before: Iterable[Record], records: Iterable[Record]
) -> Document:
    old = [i for record in before for i in list_inner_ids(record)]
    new = [i for record in records for i in list_inner_ids(record)]
    require_free_ids(document, _list_new(old, new))
    lost = frozenset(old) - frozenset(new)
    return release(after, Lost(lost)) if lost else after


def _list_new(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the ids that came; an old one that stands there twice came once."""
    known = set(old)
    for record_id in new:
        if record_id in known:
            known.remove(record_id)
        else:
            yield record_id
