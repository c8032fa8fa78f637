"""Records under other ids: their own, and those that they name."""

from collections.abc import Mapping
from typing import Any, TypeVar

from blueprint_editor.commands.parts import AnyContent, replace_translations
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record, TranslationTable
from blueprint_editor.model.references import REFERENCES, Reference

AnyRecord = TypeVar("AnyRecord", bound=Record)

_BY_COLLECTION: dict[str, tuple[Reference, ...]] = {
    ref.collection: tuple(r for r in REFERENCES if r.collection == ref.collection)
    for ref in REFERENCES
}


def rename_record(record: AnyRecord, collection: str, ids: Mapping[str, str]) -> AnyRecord:
    """Return a record with every id that is a key of ``ids`` replaced by its value, save origins.

    Its own id and those of its links and barriers are replaced too.
    """
    values: dict[str, Any] = {}
    if getattr(record, "id", "") in ids:
        values["id"] = ids[record.id]  # type: ignore[attr-defined]
    for ref in _BY_COLLECTION.get(collection, ()):
        value = getattr(record, ref.field)
        new = rename_value(value, ids)
        if new != value:
            values[ref.field] = new
    for field in ("links", "barriers", "emotions"):
        parts = getattr(record, field, ())
        if parts:
            values[field] = tuple(_rename_part(part, ids) for part in parts)
    handover = getattr(record, "handover", None)
    if handover is not None:
        values["handover"] = handover.changed(
            giver=rename_value(handover.giver, ids), receiver=rename_value(handover.receiver, ids)
        )
    return record.changed(**values) if values else record


def rename_value(value: Any, ids: Mapping[str, str]) -> Any:
    """Return an id or a tuple of ids in the names of ``ids``; one that is not there stays."""
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(ids.get(item, item) for item in value))
    return ids.get(value, value) if value is not None else None


def _rename_part(part: Any, ids: Mapping[str, str]) -> Any:
    field = "id" if hasattr(part, "id") else "variant"
    return part.changed(**{field: ids.get(getattr(part, field), getattr(part, field))})


def rename_document(document: AnyContent, new_id: str) -> AnyContent:
    """Return the document under another id, with its own translations and comments."""
    table = {
        language: {new_id if i == document.id else i: texts for i, texts in records.items()}
        for language, records in document.translations.items()
    }
    comments = tuple(
        comment.changed(target=new_id) if comment.target == document.id else comment
        for comment in document.comments
    )
    renamed = document.model_copy(update={"id": new_id, "comments": comments})
    return replace_translations(renamed, table)


def take_translations(
    document: Document, tables: TranslationTable, ids: Mapping[str, str]
) -> Document:
    """Return the document with the translations of the records that are keys of ``ids``.

    They belong to the records' new ids. What the document has of these stays.
    """
    merged = dict(document.translations)
    for language, table in tables.items():
        new = {ids[i]: texts for i, texts in table.items() if i in ids}
        if new:
            merged[language] = new | dict(merged.get(language, {}))
    return replace_translations(document, merged)
