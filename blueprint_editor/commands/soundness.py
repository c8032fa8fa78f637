"""Refuse an edit after which records would break the rules of the format between them."""

from collections.abc import Collection, Iterable

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import iter_ids
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import find_broken_rules
from blueprint_editor.model.record import Record
from blueprint_editor.model.references import World

_ALONE = frozenset({"cards", "connectors", "notes", "comments", "variants", "personas"})
"""Collections without rules between their own records, so that the changed ones are enough."""


def require_sound(
    document: Document, collection: str, fields: Iterable[str], records: Collection[Record]
) -> None:
    """Check the rules that the given fields of the changed records can break.

    ``collection`` is "" for the document's own fields.

    Raises:
        CommandRefusedError: names the first broken rule, such as ``unknown_record``.
    """
    probe = document
    if collection in _ALONE:
        probe = document.model_copy(update={collection: tuple(records)})
    paths = [f"{collection}.{field}" if collection else field for field in fields]
    for name in find_broken_rules(probe, World(document, document.assets), paths):
        raise CommandRefusedError(name, *(getattr(record, "id", "") for record in records))


def require_free_ids(document: Document, ids: Iterable[str]) -> None:
    """Check that new ids are free in the document and differ.

    Raises:
        CommandRefusedError: ``id_taken``.
    """
    taken = set(iter_ids(document))
    for record_id in ids:
        if record_id in taken:
            raise CommandRefusedError("id_taken", record_id)
        taken.add(record_id)


def require_different_connectors(document: Document, changed: Collection[str]) -> None:
    """Check that no changed connector is the double of another.

    Raises:
        CommandRefusedError: ``already_connected``.
    """
    ways = {(c.source, c.target, c.kind) for c in document.connectors if c.id in changed}
    doubles = [c.id for c in document.connectors if (c.source, c.target, c.kind) in ways]
    if len(doubles) > len(ways):
        raise CommandRefusedError("already_connected", *doubles)
