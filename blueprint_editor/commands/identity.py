"""New record ids: short, random so that two people's additions merge, free in the document."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from types import MappingProxyType

from blueprint_editor.model.document import Document
from blueprint_editor.model.references import World

ID_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "actors": "a",
        "personas": "p",
        "variants": "x",
        "lanes": "l",
        "phases": "v",
        "steps": "s",
        "cards": "c",
        "connectors": "k",
        "marks": "m",
        "responsibilities": "r",
        "notes": "n",
        "comments": "q",
        "sources": "src",
        "tags": "t",
        "workshops": "w",
        "snapshots": "z",
        "links": "u",
        "barriers": "b",
        "nodes": "cn",
        "arrows": "ca",
    }
)
"""Collection, or list within a record → how the ids of its new records begin."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_LENGTH = 8


def find_taken_ids(document: Document) -> set[str]:
    """Return every id that is taken in the document (snapshots' contents have their own)."""
    return World(document, ()).known


def make_random_tail() -> str:
    """Return eight random letters and digits, none of which is mistaken for another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


class IdMaker:
    """Makes ids such as ``c-k3v9dm2x``; where the tail comes from is handed in."""

    def __init__(self, make_tail: Callable[[], str] = make_random_tail) -> None:
        self._make_tail = make_tail

    def make_id(self, document: Document, prefix: str) -> str:
        """Return a free id that starts with ``prefix`` (a letter)."""
        taken = find_taken_ids(document)
        while (made := f"{prefix}-{self._make_tail()}") in taken:
            continue
        return made


class SeededIds:
    """Gives free ids that follow from a document and a seed alone.

    A command that makes records itself holds the seed, so that applying it again gives the same.
    """

    def __init__(self, document: Document, seed: str) -> None:
        self._taken = find_taken_ids(document)
        self._seed = seed
        self._count = 0

    def take(self, collection: str) -> str:
        """Return an id for a new record of a collection (see :data:`ID_PREFIXES`)."""
        while True:
            self._count += 1
            digest = hashlib.sha256(f"{self._seed} {self._count}".encode()).digest()
            tail = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_LENGTH])
            made = f"{ID_PREFIXES[collection]}-{tail}"
            if made not in self._taken:
                self._taken.add(made)
                return made

    def keep_or_take(self, wanted: str, collection: str) -> str:
        """Return the wanted id if it is free, else a new one."""
        if wanted in self._taken:
            return self.take(collection)
        self._taken.add(wanted)
        return wanted
