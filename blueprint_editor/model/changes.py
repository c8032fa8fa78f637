"""What differs between two documents, found by identity of the frozen records."""

from dataclasses import dataclass
from typing import Any

from blueprint_editor.model.document import DocumentContent

COLLECTIONS: tuple[str, ...] = (
    "actors",
    "personas",
    "variants",
    "lanes",
    "phases",
    "steps",
    "cards",
    "connectors",
    "marks",
    "responsibilities",
    "notes",
    "comments",
    "sources",
    "tags",
    "workshops",
    "snapshots",
    "assets",
)
"""The fields of a document that hold records with ids."""


@dataclass(frozen=True)
class ChangeSet:
    """Ids that came, went or changed, and the document fields concerned.

    ``fields`` names every document field whose value is another object now, also where only the
    order of its records changed.
    """

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.fields)


def find_changes(before: DocumentContent, after: DocumentContent) -> ChangeSet:
    """Compare two documents; collections that are the same object cost nothing."""
    fields: set[str] = set()
    added: set[str] = set()
    removed: set[str] = set()
    changed: set[str] = set()
    for name in type(after).model_fields:
        old, new = getattr(before, name, ()), getattr(after, name)
        if old is new or (name not in COLLECTIONS and old == new):
            continue
        if name in COLLECTIONS:
            _compare(old, new, added, removed, changed)
            if len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True)):
                continue
        fields.add(name)
    return ChangeSet(frozenset(added), frozenset(removed), frozenset(changed), frozenset(fields))


def _compare(
    old: tuple[Any, ...],
    new: tuple[Any, ...],
    added: set[str],
    removed: set[str],
    changed: set[str],
) -> None:
    before = {record.id: record for record in old}
    for record in new:
        previous = before.pop(record.id, None)
        if previous is None:
            added.add(record.id)
        elif previous is not record and previous != record:
            changed.add(record.id)
    removed.update(before)
