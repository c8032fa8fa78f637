"""Put changed collections into a document without renewing the others."""

from typing import Any

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.model.document import Document

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
        if len(value) > LIMITS.get(name, len(value)):
            raise CommandRefusedError(f"too_many_{name}")
    return document.model_copy(update=changed)
