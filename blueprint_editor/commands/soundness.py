"""Refuse an edit after which records would break the rules of the format between them."""

from collections.abc import Collection, Iterable
from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import find_taken_ids
from blueprint_editor.model.document import Document
from blueprint_editor.model.integrity import RULES
from blueprint_editor.model.references import World


def require_sound(
    document: Document, collection: str, fields: Iterable[str], records: Collection[Any]
) -> None:
    """Check the rules that the given fields of the changed records can break.

    ``collection`` is "" for the document's own fields.

    Raises:
        CommandRefusedError: names the first broken rule, such as ``unknown_record``.
    """
    paths = {f"{collection}.{field}" if collection else field for field in fields}
    world = World(document, document.assets)
    alone = document
    if collection:
        alone = document.model_copy(update={collection: tuple(records)})
    for rule in RULES:
        if not rule.fields.isdisjoint(paths):
            content = alone if rule.is_alone else document
            if any(True for _ in rule.find(content, world)):
                raise CommandRefusedError(rule.name, *(record.id for record in records))


def require_free_ids(document: Document, ids: Iterable[str]) -> None:
    """Check that new ids are free in the document and differ.

    Raises:
        CommandRefusedError: ``id_taken``.
    """
    taken = find_taken_ids(document)
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
