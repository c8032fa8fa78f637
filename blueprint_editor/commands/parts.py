"""Put changed collections into a document without renewing the others."""

from collections.abc import Callable, Iterator, Mapping
from operator import is_
from types import MappingProxyType
from typing import Any, TypeVar

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.record import TranslationTable
from blueprint_editor.model.references import iter_given, iter_pictures

AnyContent = TypeVar("AnyContent", bound=DocumentContent)

LIMITS = {"cards": 20_000, "lanes": 200, "steps": 2_000, "connectors": 100_000, "marks": 100_000}
"""Records that one document may hold (design §3, limits)."""


def replace_parts(document: Document, **fields: Any) -> Document:
    """Return the document with the given fields; those that hold the same objects stay shared.

    The records were checked when they were made, and ``Record.changed`` would build every other
    collection anew, so that undo steps would share nothing.

    Raises:
        CommandRefusedError: ``too_many_cards`` and the like: a limit of the format is passed.
    """
    changed = {
        name: value
        for name, value in fields.items()
        if not _is_same(getattr(document, name), value)
    }
    if not changed:
        return document
    for name, value in changed.items():
        if name in LIMITS and len(value) > LIMITS[name]:
            raise CommandRefusedError(f"too_many_{name}")
    return document.model_copy(update=changed)


def _is_same(old: Any, new: Any) -> bool:
    """Tell whether a value is the same object, or a tuple of the same objects."""
    if old is new or not isinstance(old, tuple):
        return old is new
    return len(old) == len(new) and all(map(is_, old, new))


def replace_translations(document: AnyContent, tables: TranslationTable) -> AnyContent:
    """Return the document with other translations, frozen; what is equal stays shared."""
    old = document.translations
    if tables == old:
        return document
    new = {
        language: old[language] if old.get(language) == table else _freeze_table(table)
        for language, table in tables.items()
    }
    return document.model_copy(update={"translations": MappingProxyType(new)})


def _freeze_table(table: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType(
        {
            record: texts if isinstance(texts, MappingProxyType) else MappingProxyType(dict(texts))
            for record, texts in table.items()
        }
    )


def change_where(
    document: Document,
    collection: str,
    field: str,
    is_wanted: Callable[[Any], bool],
    change: Callable[[Any], Any],
) -> Document:
    """Return the document with records changed whose value in ``field`` is wanted.

    Only values that are not empty are asked about, so that a rare field costs next to nothing.
    """
    records = getattr(document, collection)
    found = {i: change(records[i]) for i, v in iter_given(records, field) if is_wanted(v)}
    return replace_records(document, collection, found) if found else document


def map_records(document: Document, collection: str, change: Callable[[Any], Any]) -> Document:
    """Return the document with every record of a collection replaced by what ``change`` gives."""
    return replace_parts(
        document, **{collection: tuple(map(change, getattr(document, collection)))}
    )


def replace_records(document: Document, collection: str, records: Mapping[int, Any]) -> Document:
    """Return the document with the records at some places of a collection replaced."""
    changed = list(getattr(document, collection))
    for index, record in records.items():
        changed[index] = record
    return replace_parts(document, **{collection: tuple(changed)})


def insert_record(document: Document, collection: str, record: Any, index: int | None) -> Document:
    """Return the document with a record before the ``index``-th of a collection (None = last)."""
    old = getattr(document, collection)
    at = len(old) if index is None else max(0, min(index, len(old)))
    return replace_parts(document, **{collection: (*old[:at], record, *old[at:])})


def drop_unused_assets(before: Document, after: Document) -> Document:
    """Return ``after`` without the pictures that ``before`` showed and that nothing shows now."""
    if not after.assets:
        return after
    gone = set(_iter_used_assets(before)) - set(_iter_used_assets(after))
    kept = tuple(asset for asset in after.assets if asset.id not in gone)
    return replace_parts(after, assets=kept)


def _iter_used_assets(document: Document) -> Iterator[str]:
    contents: tuple[DocumentContent, ...] = (
        document,
        *(snapshot.document for snapshot in document.snapshots),
    )
    for content in contents:
        for _, asset in iter_pictures(content):
            yield asset
