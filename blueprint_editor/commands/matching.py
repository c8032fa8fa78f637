"""Find the registers of one document in another: what is the same there, and what must come."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from blueprint_editor.commands.identity import SeededIds
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.renaming import rename_record
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Source

REGISTERS: tuple[str, ...] = ("actors", "variants", "sources", "tags", "workshops")
"""Collections whose records are the same when they are called the same."""


class Matched(NamedTuple):
    """What :func:`match_registers` found.

    Attributes:
        document: with what was missing.
        ids: the id of every register record there.
        added: those of ``ids`` that came with it.
    """

    document: Document
    ids: dict[str, str]
    added: dict[str, str]


def match_registers(
    document: Document,
    other: DocumentContent,
    new_ids: SeededIds,
    registers: Iterable[str] = REGISTERS,
) -> Matched:
    """Find the records of ``other`` in the document, by id and name, then by name; add the rest.

    In a piece of the same document the id is enough: the record may have been renamed since.
    """
    ids: dict[str, str] = {}
    missing: dict[str, list[Any]] = {}
    for name in registers:
        known = {record.id: record for record in getattr(document, name)}
        by_name = {_name(record): record.id for record in reversed(getattr(document, name))}
        for record in getattr(other, name):
            same = known.get(record.id)
            if same is not None and (other.id == document.id or _name(same) == _name(record)):
                ids[record.id] = record.id
            elif _name(record) and _name(record) in by_name:
                ids[record.id] = by_name[_name(record)]
            else:
                ids[record.id] = new_ids.keep_or_take(record.id, name)
                missing.setdefault(name, []).append(record)
    for name, records in missing.items():
        new = (rename_record(record, name, ids) for record in records)
        document = replace_parts(document, **{name: (*getattr(document, name), *new)})
    added = {r.id: ids[r.id] for records in missing.values() for r in records}
    return Matched(document, ids, added)


def _name(record: Any) -> str:
    """Return what a record is called, without regard to case and spaces."""
    words: str = record.title if isinstance(record, Source) else record.name
    return " ".join(words.casefold().split())
