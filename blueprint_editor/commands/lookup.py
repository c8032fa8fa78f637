"""Find the record of an id, wherever in the document it stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Card, Persona


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a record stands.

    Attributes:
        collection: the document's field, such as ``cards``; "" for the document itself and for
            what stands in its project or causal map.
        index: the place in that collection; -1 where there is none.
        path: from there to a record within, such as ``("links", "0")``; empty for itself.
        record: the record.
    """

    collection: str
    index: int
    path: tuple[str, ...]
    record: Any

    @property
    def kind(self) -> str:
        """The collection, or the list of the causal map that the record stands in."""
        return self.path[1] if self.path[:1] == ("causal_map",) else self.collection


def find_records(document: DocumentContent, ids: Collection[str]) -> dict[str, RecordPlace]:
    """Return where the records of the given ids stand, in the order of ``ids``.

    Raises:
        CommandRefusedError: ``unknown_record``: there is none of an id.
    """
    wanted = set(ids)
    found: dict[str, RecordPlace] = {}
    for place in _iter_places(document, wanted):
        found[place.record.id] = place
        if len(found) == len(wanted):
            break
    if missing := wanted - found.keys():
        raise CommandRefusedError("unknown_record", *sorted(missing))
    return {i: found[i] for i in ids}


def find_record(document: DocumentContent, record_id: str) -> RecordPlace:
    """Return where the record of an id stands.

    Raises:
        CommandRefusedError: ``unknown_record``.
    """
    return find_records(document, (record_id,))[record_id]


def _iter_places(document: DocumentContent, wanted: set[str]) -> Iterator[RecordPlace]:
    if document.id in wanted:
        yield RecordPlace("", -1, (), document)
    for name in COLLECTIONS:
        for index, record in enumerate(getattr(document, name, ())):
            if record.id in wanted:
                yield RecordPlace(name, index, (), record)
    for place in iter_inner_places(document):
        if place.record.id in wanted:
            yield place


def iter_inner_places(document: DocumentContent) -> Iterator[RecordPlace]:
    """Yield the records with an id that stand within others: links, barriers, causal parts."""
    for name in ("cards", "personas"):
        for index, holder in enumerate(getattr(document, name)):
            for path, record in _iter_inner_records(holder):
                yield RecordPlace(name, index, path, record)
    for path, record in _iter_inner_records(document):
        yield RecordPlace("", -1, path, record)


def _iter_inner_records(holder: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    match holder:
        case Card(links=links):
            yield from _number(("links",), links)
        case Persona(barriers=barriers):
            yield from _number(("barriers",), barriers)
        case DocumentContent(project=project, causal_map=causal_map):
            if project is not None:
                yield from _number(("project", "links"), project.links)
            if causal_map is not None:
                yield from _number(("causal_map", "nodes"), causal_map.nodes)
                yield from _number(("causal_map", "arrows"), causal_map.arrows)
        case _:
            return


def _number(
    path: tuple[str, ...], records: tuple[Any, ...]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for number, record in enumerate(records):
        yield (*path, str(number)), record


def list_inner_ids(holder: Record) -> list[str]:
    """Return the ids of the links, barriers or causal parts that stand within a record."""
    return [record.id for _, record in _iter_inner_records(holder)]
