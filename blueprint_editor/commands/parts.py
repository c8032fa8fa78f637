"""Put changed collections into a document without renewing the others."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.references import iter_pictures

LIMITS = {"cards": 20_000, "lanes": 200, "steps": 2_000, "connectors": 100_000, "marks": 100_000}
"""Records that one document may hold (design §3, limits)."""


def replace_parts(document: Document, **fields: Any) -> Document:
    """Return the document with the given fields; those that are the same object cost nothing.

    The records were checked when they were made, and ``Record.changed`` would build every other
    collection anew, so that undo steps would share nothing.

    Raises:
        CommandRefusedError: ``too_many_cards`` and the like: a limit of the format is passed.
    """
    changed = {
        name: value for name, value in fields.items() if getattr(document, name) is not value
    }
    if not changed:
        return document
    for name, value in changed.items():
        if name in LIMITS and len(value) > LIMITS[name]:
            raise CommandRefusedError(f"too_many_{name}")
    return document.model_copy(update=changed)


def keep_if_same(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the old tuple where the new one holds the same objects, so that it stays shared."""
    same = len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
    return old if same else new


def map_records(document: Document, collection: str, change: Callable[[Any], Any]) -> Document:
    """Return the document with every record of a collection replaced by what ``change`` gives."""
    old = getattr(document, collection)
    return replace_parts(document, **{collection: keep_if_same(old, tuple(map(change, old)))})


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
    return replace_parts(after, assets=keep_if_same(after.assets, kept))


def _iter_used_assets(document: Document) -> Iterator[str]:
    contents: tuple[DocumentContent, ...] = (
        document,
        *(snapshot.document for snapshot in document.snapshots),
    )
    for content in contents:
        for _, asset in iter_pictures(content):
            yield asset
