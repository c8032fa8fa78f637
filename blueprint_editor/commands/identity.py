"""New record ids: short, random so that two people's additions merge, free in the document."""

import secrets
from collections.abc import Callable, Iterator
from typing import Any

from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_LENGTH = 8


def iter_ids(document: Document) -> Iterator[str]:
    """Yield every id that is taken in the document (snapshots' contents have their own)."""
    yield document.id
    for record in _iter_records(document):
        yield record.id


def _iter_records(document: Document) -> Iterator[Any]:
    for name in COLLECTIONS:
        yield from getattr(document, name)
    for card in document.cards:
        yield from card.links
    for persona in document.personas:
        yield from persona.barriers
    if document.project is not None:
        yield from document.project.links
    if document.causal_map is not None:
        yield from document.causal_map.nodes
        yield from document.causal_map.arrows


def make_random_tail() -> str:
    """Return eight random letters and digits, none of which is mistaken for another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


class IdMaker:
    """Makes ids such as ``c-k3v9dm2x``; where the tail comes from is handed in."""

    def __init__(self, make_tail: Callable[[], str] = make_random_tail) -> None:
        self._make_tail = make_tail

    def make_id(self, document: Document, prefix: str) -> str:
        """Return a free id that starts with ``prefix`` (a letter)."""
        taken = frozenset(iter_ids(document))
        while (made := f"{prefix}-{self._make_tail()}") in taken:
            continue
        return made
