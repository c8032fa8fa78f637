"""All texts of a document, one after another, for whoever searches or translates them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from blueprint_editor.commands.lookup import iter_inner_places
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.texts import iter_texts

_PASSED_OVER = frozenset({"snapshots", "assets"})


class TextPlace(NamedTuple):
    """A text of the document.

    Attributes:
        record: id of the record that it belongs to.
        path: its field, such as ``value.social``.
        language: of the translation that it is; None = the text itself.
        text: what it says.
    """

    record: str
    path: str
    language: str | None
    text: str


def iter_document_texts(document: Document, *, translated: bool = False) -> Iterator[TextPlace]:
    """Yield every text that says something, the document's own first.

    Cards come in reading order. With ``translated`` the translations of a text follow it.
    """
    tables = document.translations if translated else {}
    for record in _iter_records(document):
        for path, text in iter_texts(record):
            if text:
                yield TextPlace(record.id, path, None, text)
            for language, table in tables.items():
                words = table.get(record.id, {}).get(path, "")
                if words:
                    yield TextPlace(record.id, path, language, words)


def _iter_records(document: Document) -> Iterator[Any]:
    yield document
    for name in COLLECTIONS:
        if name == "cards":
            yield from DerivedFacts(document).reading_order
        elif name not in _PASSED_OVER:
            yield from getattr(document, name)
    for place in iter_inner_places(document):
        yield place.record
