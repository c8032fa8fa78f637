"""Texts in the document's other languages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.texts import iter_texts


def drop_stale_translations(document: Document, records: Iterable[Record]) -> Document:
    """Return the document without translations of texts that the given records have no longer."""
    if not document.translations:
        return document
    paths = {
        record.id: {path for path, _ in iter_texts(record)}  # type: ignore[attr-defined]
        for record in records
        if any(record.id in table for table in document.translations.values())  # type: ignore[attr-defined]
    }
    tables = {
        language: _keep_known(table, paths) for language, table in document.translations.items()
    }
    if all(tables[language] is table for language, table in document.translations.items()):
        return document
    return document.model_copy(update={"translations": MappingProxyType(tables)})


def _keep_known(
    table: Mapping[str, Mapping[str, str]], paths: Mapping[str, set[str]]
) -> Mapping[str, Mapping[str, str]]:
    stale = {i for i in paths if not table.get(i, {}).keys() <= paths[i]}
    if not stale:
        return table
    return MappingProxyType(
        {
            i: MappingProxyType({path: text for path, text in texts.items() if path in paths[i]})
            if i in stale
            else texts
            for i, texts in table.items()
        }
    )
